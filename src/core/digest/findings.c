/*
 * findings.c
 *		Looking up findings, and cutting out what belongs to one claim.
 */
#include "digest/findings.h"

#include "digest/kept.h"

#include <string.h>

const NdFoundClaim *
nd_find_claim(const NdFindings *findings, uint32_t number)
{
	uint32_t	low = 0;
	uint32_t	high = findings->n_claims;

	while (low < high)
	{
		uint32_t	middle = low + (high - low) / 2;

		if (findings->claims[middle].number < number)
			low = middle + 1;
		else
			high = middle;
	}
	return low < findings->n_claims && findings->claims[low].number == number ?
		&findings->claims[low] : NULL;
}

/*
 * Cutting out one claim
 */

typedef struct Cutter
{
	NdArena    *arena;
	const NdFindings *from;
	const NdFoundClaim *claim;
	NdFindings *one;
	NdKeeper	keeper;
	uint32_t	first_toll;		/* of those that can be the claim's */
	uint32_t	end_toll;
} Cutter;

/* The first toll of title or body whose start, or sentence, is `from` or later. */
static uint32_t
toll_from(const NdFindings *findings, bool in_title, bool by_sentence, uint32_t from)
{
	uint32_t	low = 0;
	uint32_t	high = findings->n_tolls;

	while (low < high)
	{
		uint32_t	middle = low + (high - low) / 2;
		const NdFoundToll *toll = &findings->tolls[middle];
		uint32_t	at = by_sentence ? toll->sentence : toll->at.start;

		if (toll->in_title == in_title ? at < from : toll->in_title)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

/* A claim reports what begins within its content, or stands in its sentence. */
static void
find_tolls(Cutter *cutter)
{
	const NdFoundClaim *claim = cutter->claim;
	NdPieces	content = claim->content;
	bool		by_sentence = content.count == 0;
	uint32_t	from = by_sentence ? claim->sentence : content.spans[0].start;
	uint32_t	end = by_sentence ? claim->sentence + 1 : content.spans[content.count - 1].end;

	cutter->first_toll = toll_from(cutter->from, claim->in_title, by_sentence, from);
	cutter->end_toll = toll_from(cutter->from, claim->in_title, by_sentence, end);
}

static bool
is_reported(const Cutter *cutter, const NdFoundToll *toll)
{
	return toll->claim == cutter->claim->number;
}

/* The first name that starts at a byte or later. */
static uint32_t
name_from(const NdKept *kept, uint32_t byte)
{
	uint32_t	low = 0;
	uint32_t	high = kept->n_names;

	while (low < high)
	{
		uint32_t	middle = low + (high - low) / 2;

		if (kept->names[middle].start < byte)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

/* The words of an excerpt that begin where names of the whole text begin. */
static bool
cut_names(Cutter *cutter, const NdKept *from, NdKept *kept, uint32_t excerpt, uint32_t *room)
{
	NdSpan		at = nd_excerpt_span(kept, excerpt);
	uint32_t	origin = cutter->keeper.runs[excerpt].start;
	uint32_t	name = name_from(from, origin);
	uint32_t	end = 0;
	NdSpan		word;

	while (nd_next_capital(nd_kept_words(kept, at), &end, &word))
	{
		while (name < from->n_names && from->names[name].start < origin + word.start)
			name++;
		if (name == from->n_names || from->names[name].start > origin + word.start)
			continue;
		if (!nd_reserve(cutter->arena, &kept->names, room, kept->n_names + 1, sizeof(NdSpan)))
			return false;
		kept->names[kept->n_names++] = (NdSpan) {at.start + word.start, at.start + word.end};
	}
	return true;
}

static bool
cut_words(Cutter *cutter)
{
	const NdFindings *from = cutter->from;
	const NdFoundClaim *claim = cutter->claim;
	const NdKept *whole = nd_kept_of(from, claim->in_title);
	NdKept	   *kept = claim->in_title ? &cutter->one->title : &cutter->one->body;
	NdKeeper   *keeper = &cutter->keeper;
	uint32_t	room = 0;

	if (!nd_keeper_want_pieces(keeper, claim->source_at) ||
		!nd_keeper_want_pieces(keeper, claim->cue) ||
		!nd_keeper_want_pieces(keeper, claim->content))
		return false;
	for (uint32_t i = cutter->first_toll; i < cutter->end_toll; i++)
		if (is_reported(cutter, &from->tolls[i]) &&
			(!nd_keeper_want(keeper, from->tolls[i].at) ||
			 !nd_keeper_want(keeper, from->tolls[i].victims) ||
			 !nd_keeper_want(keeper, from->tolls[i].place)))
			return false;
	cutter->one->title.counts_bytes = from->title.counts_bytes;
	cutter->one->body.counts_bytes = from->body.counts_bytes;
	if (!nd_keeper_close(keeper, whole->text, whole->excerpts, whole->n_excerpts, kept))
		return false;
	for (uint32_t i = 0; i < kept->n_excerpts; i++)
	{
		kept->excerpts[i].place = nd_kept_place(whole, keeper->runs[i]).start;
		if (!cut_names(cutter, whole, kept, i, &room))
			return false;
	}
	return true;
}

static bool
copy_text(NdArena *arena, NdText from, NdText *to)
{
	char	   *bytes = nd_alloc(arena, from.length);

	if (bytes == NULL)
		return false;
	if (from.length > 0)
		memcpy(bytes, from.bytes, from.length);
	*to = (NdText) {bytes, from.length};
	return true;
}

/* Adds a source that is not there yet; *number becomes its index. */
static bool
cut_source(Cutter *cutter, uint32_t source, uint32_t *olds, uint32_t *number)
{
	NdFindings *one = cutter->one;
	NdFoundSource *copy;

	*number = ND_NONE;
	if (source == ND_NONE)
		return true;
	for (*number = 0; *number < one->n_sources; (*number)++)
		if (olds[*number] == source)
			return true;
	olds[one->n_sources] = source;
	copy = &one->sources[one->n_sources++];
	*copy = cutter->from->sources[source];
	copy->claims = copy->denials = 0;
	return copy_text(cutter->arena, copy->key, &copy->key) &&
		copy_text(cutter->arena, copy->name, &copy->name) &&
		copy_text(cutter->arena, copy->role, &copy->role);
}

static bool
cut_claim(Cutter *cutter)
{
	const NdFoundClaim *claim = cutter->claim;
	NdFoundClaim *copy = nd_alloc(cutter->arena, sizeof(NdFoundClaim));
	uint32_t   *olds = nd_alloc_array(cutter->arena, (size_t) claim->n_via + 1, sizeof(uint32_t));
	NdFindings *one = cutter->one;

	one->sources = nd_alloc_array(cutter->arena, (size_t) claim->n_via + 1, sizeof(NdFoundSource));
	if (copy == NULL || olds == NULL || one->sources == NULL)
		return false;
	*copy = *claim;
	one->claims = copy;
	one->n_claims = 1;
	copy->via = nd_alloc_array(cutter->arena, claim->n_via, sizeof(uint32_t));
	if (copy->via == NULL || !cut_source(cutter, claim->source, olds, &copy->source))
		return false;
	if (copy->source != ND_NONE)
	{
		one->sources[copy->source].claims = 1;
		one->sources[copy->source].denials = claim->manner.denies;
	}
	for (uint32_t i = 0; i < claim->n_via; i++)
		if (!cut_source(cutter, claim->via[i], olds, &copy->via[i]))
			return false;
	return nd_keeper_pieces(&cutter->keeper, claim->source_at, &copy->source_at) &&
		nd_keeper_pieces(&cutter->keeper, claim->cue, &copy->cue) &&
		nd_keeper_pieces(&cutter->keeper, claim->content, &copy->content);
}

static bool
cut_tolls(Cutter *cutter)
{
	const NdFindings *from = cutter->from;
	NdFindings *one = cutter->one;
	uint32_t	reported = 0;

	for (uint32_t i = cutter->first_toll; i < cutter->end_toll; i++)
		reported += is_reported(cutter, &from->tolls[i]);
	one->tolls = nd_alloc_array(cutter->arena, reported, sizeof(NdFoundToll));
	if (one->tolls == NULL)
		return false;
	for (uint32_t i = cutter->first_toll; i < cutter->end_toll; i++)
		if (is_reported(cutter, &from->tolls[i]))
		{
			NdFoundToll *toll = &one->tolls[one->n_tolls++];

			*toll = from->tolls[i];
			toll->at = nd_keeper_span(&cutter->keeper, toll->at);
			toll->victims = nd_keeper_span(&cutter->keeper, toll->victims);
			toll->place = nd_keeper_span(&cutter->keeper, toll->place);
		}
	return true;
}

bool
nd_findings_of_claim(NdArena *arena, const NdFindings *findings, uint32_t claim,
					 NdFindings *one)
{
	Cutter		cutter = {.arena = arena, .from = findings, .claim = &findings->claims[claim],
	.one = one, .keeper = {.arena = arena}};

	memset(one, 0, sizeof(*one));
	find_tolls(&cutter);
	return cut_words(&cutter) && cut_claim(&cutter) && cut_tolls(&cutter);
}
