/*
 * refer.h
 *		Whom the sources of claims refer to.
 */
#ifndef ND_REFER_H
#define ND_REFER_H

#include "source/cast.h"

typedef struct NdReferrer
{
	NdCast	   *cast;
	const NdPage *page;
	const NdClaims *claims;
	const uint32_t *parents;	/* of each claim */
	uint32_t   *figures;		/* of each claim; ND_NONE while not resolved */
	bool	   *resolved;
	NdMention  *spoken;			/* sources resolved so far */
	uint32_t	n_spoken;
	uint32_t	spoken_room;
	bool		failed;			/* there was no memory */
} NdReferrer;

/* Makes known what the sources that are names tell of themselves. */
extern bool nd_refer_names(NdReferrer *referrer);

/* Resolves the source of a claim; those of its parents are resolved already. */
extern bool nd_refer_claim(NdReferrer *referrer, uint32_t claim);

/*
 * The figure of a phrase that stands in a claim, as source or as the source's
 * source; ND_NONE when it speaks of nobody.
 */
extern uint32_t nd_refer_phrase(NdReferrer *referrer, uint32_t claim, NdPhrase *phrase);

/* A pronoun's figure, or ND_NONE (pronoun.c). */
extern uint32_t nd_refer_pronoun(NdReferrer *referrer, uint32_t claim, NdReach reach,
								 uint32_t token);

/* How many of the mentions, in text order, begin before a token (refer.c). */
extern uint32_t nd_mentions_before(const NdMention *mentions, uint32_t count, uint32_t token);

/* Whether a figure may be meant by a pronoun, by kind and gender. */
extern bool nd_reach_allows(const NdFigure *figure, NdReach reach);

/*
 * The best of the figures named or heard before a token for which `allows`
 * holds, or ND_NONE: near ones before far ones, subjects and speakers first.
 */
extern uint32_t nd_refer_back(const NdReferrer *referrer, uint32_t token, uint32_t not_figure,
							  bool (*allows) (const NdFigure *figure, const void *what),
							  const void *what);

/* The figure that a nominal comes back to, or a new one (nominal.c). */
extern uint32_t nd_refer_nominal(NdReferrer *referrer, uint32_t claim, NdPhrase *phrase);

#endif
