/*
 * claim.h
 *		Attributed statements: who, by which words, says what.
 */
#ifndef ND_CLAIM_H
#define ND_CLAIM_H

#include "text/document.h"

/* The values are on disk later: append only. */
typedef enum NdQuoteKind
{
	ND_DIRECT,					/* every word of the content is in quotation marks */
	ND_MIXED,					/* some are */
	ND_INDIRECT
} NdQuoteKind;

/* "direct", "mixed", "indirect", which a number that is none gets too. */
extern const char *nd_quote_kind_name(unsigned kind);

/* One role of a claim: its pieces in text order, not overlapping; may be none. */
typedef struct NdPieces
{
	NdSpan	   *spans;
	uint32_t	count;
} NdPieces;

typedef struct NdClaim
{
	NdPieces	source;
	NdPieces	cue;
	NdPieces	content;
	uint32_t	sentence;		/* of the cue; of the content where there is no cue */
	NdQuoteKind quote;
	bool		added;			/* by rule, where the models found nothing */
	uint16_t	confidence;		/* chance that the claim is right, in thousandths */
} NdClaim;

/* Ordered by the place of their cues (of their contents, without a cue). */
typedef struct NdClaims
{
	NdClaim    *claims;
	uint32_t	count;
} NdClaims;

struct NdEngine;

/*
 * Finds the claims of a document whose tokens have tags and heads. Allocated
 * in `arena`. False with an error in the arena's context.
 */
extern bool nd_find_claims(NdArena *arena, const struct NdEngine *engine,
						   const NdDocument *document, NdClaims *claims);

#endif
