/*
 * key.h
 *		Typed keys, so that one index answers all terms of a query.
 *
 * A key is a tag byte and a payload; keys are compared as bytes. Words are
 * their UTF-8 bytes; numbers stand big-endian, so that their order is that of
 * the bytes and a range of figures is a range of keys. Tags and payloads are
 * on disk: append only, never renumber.
 */
#ifndef ND_KEY_H
#define ND_KEY_H

#include "query/query.h"

typedef enum NdKeyTag
{
	ND_KEY_WORD = 1,			/* a content word as it stands, folded */
	ND_KEY_STEM,				/* the stem of a content word that is no name */
	ND_KEY_SOURCE_WORD,
	ND_KEY_SOURCE,				/* the whole key of the source */
	ND_KEY_VIA_WORD,
	ND_KEY_VIA,
	ND_KEY_KIND,				/* names of values: "person" */
	ND_KEY_STANCE,
	ND_KEY_QUOTE,
	ND_KEY_CERTAINTY,
	ND_KEY_PASSAGE,
	ND_KEY_CUE_WORD,
	ND_KEY_CUE_STEM,
	ND_KEY_CUE,					/* the whole cue */
	ND_KEY_VICTIMS_WORD,
	ND_KEY_VICTIMS_STEM,
	ND_KEY_VICTIMS,				/* the whole of the words, and the group's name */
	ND_KEY_TOLL_LOW,			/* 8 bytes: nd_toll_reach(...).low */
	ND_KEY_TOLL_HIGH,
	ND_KEY_TOLL_KIND			/* "killed", for figures of any size */
} NdKeyTag;

#define ND_KEY_TAGS			(ND_KEY_TOLL_KIND + 1)

#define ND_KEY_MOST_BYTES	256	/* longer ones are cut: they must be checked again */

typedef struct NdKeys
{
	NdText	   *keys;			/* tag and payload; sorted, no two the same */
	uint32_t	count;
} NdKeys;

/* Keys of all claims and figures. Allocated in `arena`; false without memory. */
extern bool nd_findings_keys(NdArena *arena, NdStemmer *stemmer,
							 const NdFindings *findings, NdKeys *keys);

/* One key, in `arena`; false without memory. Long payloads are cut. */
extern bool nd_key_of_text(NdArena *arena, NdKeyTag tag, NdText payload, NdText *key);
extern bool nd_key_of_point(NdArena *arena, NdKeyTag tag, uint64_t point, NdText *key);

/* Whether the key of a payload is that of no other payload. */
static inline bool
nd_key_is_whole(NdText payload)
{
	return payload.length < ND_KEY_MOST_BYTES - 1;
}

/* The point of a key that nd_key_of_point made. */
extern uint64_t nd_key_point(NdText key);

/* A total order: less, equal, greater than 0. */
extern int	nd_key_compare(NdText a, NdText b);

/* Keys that an index is asked for: one, or all from `first` to `last`. */
typedef struct NdKeyRange
{
	NdText		first;
	NdText		last;			/* inclusive; for a prefix the prefix itself: keys
								 * that begin with it count as equal to it */
	bool		range;			/* more than the one key `first` */
} NdKeyRange;

/*
 * Below zero where a key lies before the range and must be skipped, 0 where it
 * is of the range, above zero where no later key can be.
 */
extern int	nd_key_range_compare(const NdKeyRange *range, NdText key);

#endif
