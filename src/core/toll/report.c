/*
 * report.c
 *		Which claim reports a figure.
 */
#include "toll/report.h"

#include "claim/manner.h"

/* The first toll that begins at or after a byte. */
static uint32_t
toll_from(const NdTolls *tolls, uint32_t byte)
{
	uint32_t	low = 0;
	uint32_t	high = tolls->count;

	while (low < high)
	{
		uint32_t	middle = low + (high - low) / 2;

		if (tolls->tolls[middle].at.start < byte)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

/*
 * Gives the tolls of a piece of content to its claim, but for those that a
 * narrower piece has already. The content of a claim has a limited length, so
 * this is linear all in all.
 */
static void
give(NdTolls *tolls, NdSpan piece, uint32_t claim, uint32_t *widths)
{
	for (uint32_t t = toll_from(tolls, piece.start);
		 t < tolls->count && tolls->tolls[t].at.start < piece.end; t++)
		if (tolls->tolls[t].claim == ND_NONE || piece.end - piece.start < widths[t])
		{
			tolls->tolls[t].claim = claim;
			widths[t] = piece.end - piece.start;
		}
}

/*
 * Gives the figures that nobody reports to a claim of their sentence of which
 * only source and cue were found: "..., the government said".
 */
static void
give_rest(const NdDocument *document, const NdClaims *claims, NdTolls *tolls)
{
	uint32_t	t = 0;

	for (uint32_t i = 0; i < claims->count; i++)
	{
		const NdClaim *claim = &claims->claims[i];

		if (claim->content.count > 0 || claim->source.count == 0 || claim->cue.count == 0 ||
			nd_claim_manner(document, claim).denies)
			continue;
		while (t < tolls->count && tolls->tolls[t].sentence < claim->sentence)
			t++;
		for (uint32_t k = t; k < tolls->count && tolls->tolls[k].sentence == claim->sentence; k++)
			if (tolls->tolls[k].claim == ND_NONE)
				tolls->tolls[k].claim = i;
	}
}

static bool
is_zero(const NdToll *toll)
{
	return toll->value.low <= 0 && toll->value.high <= 0;
}

bool
nd_report_tolls(NdArena *arena, const NdDocument *document, const NdClaims *claims,
				NdTolls *tolls)
{
	NdMark		mark = nd_arena_mark(arena);
	uint32_t   *widths = nd_alloc_array(arena, tolls->count, sizeof(*widths));

	if (widths == NULL)
		return false;
	for (uint32_t i = 0; i < claims->count; i++)
		for (uint32_t k = 0; k < claims->claims[i].content.count; k++)
			give(tolls, claims->claims[i].content.spans[k], i, widths);
	give_rest(document, claims, tolls);
	for (uint32_t t = 0; t < tolls->count; t++)
	{
		NdToll	   *toll = &tolls->tolls[t];

		if (toll->claim != ND_NONE && !is_zero(toll) && !toll->negated)
			toll->negated = nd_claim_manner(document, &claims->claims[toll->claim]).denies;
	}
	nd_arena_rewind(arena, mark);
	return true;
}
