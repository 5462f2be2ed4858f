/*
 * mention.c
 *		Where the names and roles of sources stand in the kept texts.
 */
#include "digest/mention.h"

#include <string.h>

#define LONGEST_MENTION	200		/* so that looking for it takes linear time */

/* The first place of a text within a span; empty where it does not stand there. */
static NdSpan
find_text(const NdKept *kept, NdSpan within, NdText text)
{
	const char *bytes = kept->text.bytes;

	if (text.length == 0 || text.length > LONGEST_MENTION)
		return (NdSpan) {0, 0};
	for (uint32_t at = within.start; at < within.end && within.end - at >= text.length; at++)
		if (bytes[at] == text.bytes[0] && memcmp(bytes + at, text.bytes, text.length) == 0)
			return (NdSpan) {at, at + text.length};
	return (NdSpan) {0, 0};
}

static void
look_in(const NdKept *kept, NdSpan within, const NdFoundSource *source, NdMention *mention)
{
	if (nd_span_empty(mention->name))
		mention->name = find_text(kept, within, source->name);
	if (nd_span_empty(mention->role))
		mention->role = find_text(kept, within, source->role);
}

NdMention *
nd_find_mentions(NdArena *arena, const NdFindings *findings)
{
	NdMention  *mentions = nd_alloc_array(arena, findings->n_sources, sizeof(NdMention));

	for (uint32_t i = 0; i < findings->n_claims && mentions; i++)
	{
		const NdFoundClaim *claim = &findings->claims[i];
		const NdFoundSource *source;

		if (claim->source == ND_NONE)
			continue;
		source = &findings->sources[claim->source];
		if (claim->in_title == nd_span_empty(source->first_at))
			for (uint32_t k = 0; k < claim->source_at.count; k++)
				look_in(nd_kept_of(findings, claim->in_title), claim->source_at.spans[k],
						source, &mentions[claim->source]);
	}
	return mentions;
}
