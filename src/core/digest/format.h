/*
 * format.h
 *		What the writer and the reader of digests must agree on. The layout
 *		stands at the head of write.c. All of this is on disk for ever.
 */
#ifndef ND_FORMAT_H
#define ND_FORMAT_H

#include "digest/digest.h"

/* Which texts count bytes. */
#define ND_TITLE_COUNTS_BYTES	0x01
#define ND_BODY_COUNTS_BYTES	0x02

/* A source: its kind, and what is there. */
#define ND_SOURCE_KIND_BITS		0x07
#define ND_SOURCE_HAS_ROLE		0x08
#define ND_SOURCE_IN_BODY		0x10
#define ND_SOURCE_OWN_KEY		0x20	/* the key is not the name in lower case */
#define ND_SOURCE_NAME_KEPT		0x40	/* it stands in the kept text of the body, or of */
#define ND_SOURCE_ROLE_KEPT		0x80	/* the title if that alone names the source */

/* A claim: how it is quoted, what is denied, what is there. */
#define ND_CLAIM_QUOTE_BITS		0x03
#define ND_CLAIM_NEGATED		0x04
#define ND_CLAIM_DENIES			0x08
#define ND_CLAIM_HEDGED			0x10
#define ND_CLAIM_HAS_PARENT		0x20
#define ND_CLAIM_HAS_DAY		0x40
#define ND_CLAIM_HAS_VIA		0x80

/* A claim: its stance, and above it how many pieces it has. */
#define ND_STANCE_BITS			0x0F
#define ND_PIECES_SHIFT			4
#define ND_MANY_PIECES			15		/* and more: how many more follows */

/* A piece: below its way its role, which is source, cue, content in this order. */
#define ND_PIECE_ROLES			3
#define ND_ROLE_SHIFT			2

/* Standing of claims and tolls: two bytes, the low one first. */
#define ND_CONFIDENCE_BITS		0x03FF
#define ND_PASSAGE_SHIFT		10
#define ND_PASSAGE_BITS			0x07
#define ND_SENTENCE_SHIFT		13
#define ND_FAR_SENTENCE			7		/* the way from the sentence before follows */

/* A toll: kind and hedge; group, scope and denial; what is there. */
#define ND_TOLL_KIND_BITS		0x0F
#define ND_HEDGE_SHIFT			4
#define ND_GROUP_BITS			0x0F
#define ND_SCOPE_SHIFT			4
#define ND_SCOPE_BITS			0x07
#define ND_TOLL_NEGATED			0x80
#define ND_TOLL_HAS_VICTIMS		0x01
#define ND_TOLL_HAS_PLACE		0x02
#define ND_TOLL_HAS_WHOLE		0x04
#define ND_TOLL_HAS_CLAIM		0x08
#define ND_TOLL_HAS_FROM		0x10
#define ND_TOLL_HAS_UNTIL		0x20

/* What the numbers of records, sentences and places cannot pass. */
#define ND_MOST_OF_ALL	((uint32_t) INT32_MAX)

/* Small numbers of either sign as small numbers without one. */
static inline uint64_t
nd_fold_sign(int64_t number)
{
	return number < 0 ? ((uint64_t) -(number + 1) << 1) | 1 : (uint64_t) number << 1;
}

static inline int64_t
nd_unfold_sign(uint64_t folded)
{
	return folded & 1 ? -(int64_t) (folded >> 1) - 1 : (int64_t) (folded >> 1);
}

/*
 * Writes the key that mostly goes with a name, ASCII in lower case and U+2019 as
 * an apostrophe, into `key`, which has as much room as the name; its length.
 */
extern uint32_t nd_fold_name(NdText name, char *key);

#endif
