/*
 * sought.c
 *		Where the terms of each field are sought in findings.
 */
#include "query/sought.h"

#include <string.h>

/* A text of its own, without names. */
static bool
visit_text(NdText text, NdStemming stemming, NdVisitWords visit, void *owner)
{
	NdKept		kept = {.text = text};
	NdSpan		all = {0, text.length};
	NdWordReader words = nd_read_words(&kept, &all, 1);

	return visit(owner, &words, stemming);
}

static bool
visit_pieces(const NdKept *kept, NdPieces pieces, NdStemming stemming, NdVisitWords visit, void *owner)
{
	NdWordReader words = nd_read_words(kept, pieces.spans, pieces.count);

	return visit(owner, &words, stemming);
}

static bool
visit_source(const NdFindings *findings, uint32_t source, NdVisitWords visit, void *owner)
{
	return source != ND_NONE &&
		visit_text(findings->sources[source].key, ND_AS_THEY_STAND, visit, owner);
}

bool
nd_visit_claim(const NdFindings *findings, const NdFoundClaim *claim, NdField field,
			   NdVisitWords visit, void *owner)
{
	const NdKept *kept = nd_kept_of(findings, claim->in_title);

	switch (field)
	{
		case ND_FIELD_CONTENT:
			return visit_pieces(kept, claim->content, ND_BY_STEM_BUT_NAMES, visit, owner);
		case ND_FIELD_CUE:
			return visit_pieces(kept, claim->cue, ND_BY_STEM, visit, owner);
		case ND_FIELD_SOURCE:
			return visit_source(findings, claim->source, visit, owner);
		case ND_FIELD_VIA:
			for (uint32_t i = 0; i < claim->n_via; i++)
				if (visit_source(findings, claim->via[i], visit, owner))
					return true;
			return false;
		default:
			return false;
	}
}

bool
nd_visit_toll(const NdFindings *findings, const NdFoundToll *toll, NdField field,
			  NdVisitWords visit, void *owner)
{
	const NdKept *kept = nd_kept_of(findings, toll->in_title);
	NdSpan		spans[] = {toll->at, toll->victims, toll->place};
	const char *group;

	switch (field)
	{
		case ND_FIELD_CONTENT:
			for (unsigned i = 0; i < 3; i++)
				if (visit_pieces(kept, (NdPieces) {&spans[i], 1}, ND_BY_STEM_BUT_NAMES, visit, owner))
					return true;
			return false;
		case ND_FIELD_VICTIMS:
			group = nd_victim_group_name(toll->group);
			return visit_pieces(kept, (NdPieces) {&spans[1], 1}, ND_BY_STEM, visit, owner) ||
				(group && visit_text((NdText) {group, (uint32_t) strlen(group)}, ND_BY_STEM, visit, owner));
		default:
			return false;
	}
}

unsigned
nd_value_of_field(const NdFindings *findings, const NdFoundClaim *claim, NdField field)
{
	switch (field)
	{
		case ND_FIELD_KIND:
			return claim->source == ND_NONE ? ND_SOURCE_UNKNOWN : findings->sources[claim->source].kind;
		case ND_FIELD_STANCE:
			return claim->manner.stance;
		case ND_FIELD_QUOTE:
			return claim->quote;
		case ND_FIELD_CERTAINTY:
			return claim->manner.hedged;
		default:
			return claim->passage;
	}
}
