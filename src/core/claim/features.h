/*
 * features.h
 *		The features of a token that do not depend on a cue.
 *
 * Both models use them, with weights of their own, and the training programs
 * run the same code. A feature is the hash of the number of its template and
 * of what the template saw, so templates may only be appended within a
 * group of features.c, or new weights made.
 */
#ifndef ND_FEATURES_H
#define ND_FEATURES_H

#include "base/hash.h"
#include "claim/chunk.h"
#include "claim/model.h"
#include "language/tagset.h"

#define ND_MOST_FEATURES	128	/* room for the features of one token */

/* A list of features being written. */
typedef struct NdFeatureList
{
	NdFeature  *features;
	uint32_t	count;
	uint32_t	template;		/* number of the next template */
} NdFeatureList;

static inline void
nd_feature(NdFeatureList *list, uint64_t seen)
{
	list->features[list->count++] =
		(NdFeature) (nd_hash_join(list->template++, seen) >> 32);
}

static inline void
nd_feature2(NdFeatureList *list, uint64_t a, uint64_t b)
{
	nd_feature(list, nd_hash_join(a, b));
}

static inline void
nd_feature3(NdFeatureList *list, uint64_t a, uint64_t b, uint64_t c)
{
	nd_feature(list, nd_hash_join(nd_hash_join(a, b), c));
}

/* A number of tokens on a scale of eight steps. */
static inline uint32_t
nd_step(uint32_t n)
{
	return n < 4 ? n : n < 6 ? 4 : n < 10 ? 5 : n < 20 ? 6 : 7;
}

/* What lies beside the chunk has the hashes and tags of no word. */
#define ND_NO_WORD	UINT64_C(0x5eed)
#define ND_NO_TAG	255

/* Things worked out once for all tokens of a chunk. */
typedef struct NdNearby
{
	uint32_t	reporter_left;	/* nearest reporting verb outside quotations in */
	uint32_t	reporter_right; /* the sentence; ND_NONE */
	uint32_t	quote_left;		/* nearest quoted token of the sentence, or the */
	uint32_t	quote_right;	/* token itself; ND_NONE */
} NdNearby;

/* The view of a token `offset` places on; beside the chunk, of no word. */
extern const NdView *nd_view_at(const NdChunk *chunk, uint32_t token, int32_t offset);

/* 0 outside quotations, 1 inside, 2 the opening mark, 3 the closing one. */
static inline uint32_t
nd_quote_place(const NdView *view, uint32_t token)
{
	if (!view->quoted)
		return 0;
	if (token == view->quote_first)
		return 2;
	return view->quote_closed && token + 1 == view->quote_end ? 3 : 1;
}

/* Whether a token is the first (2) or the last (1) one of a subtree. */
static inline uint32_t
nd_edges(const NdView *top, uint32_t token)
{
	return (uint32_t) (top->left == token) << 1 | (uint32_t) (top->right == token);
}

/* The relations of its children that tell what a verb takes, as a set. */
static inline uint64_t
nd_frame(const NdView *view)
{
#define ND_SET(name) (UINT64_C(1) << ND_REL_##name)
	return view->children &
		(ND_SET(NSUBJ) | ND_SET(NSUBJ_PASS) | ND_SET(CSUBJ) | ND_SET(OBJ) |
		 ND_SET(IOBJ) | ND_SET(CCOMP) | ND_SET(XCOMP) | ND_SET(ADVCL) |
		 ND_SET(PARATAXIS) | ND_SET(MARK) | ND_SET(AUX) | ND_SET(AUX_PASS) |
		 ND_SET(COP) | ND_SET(OBL) | ND_SET(OBL_AGENT) | ND_SET(EXPL) |
		 ND_SET(COMPOUND_PRT) | ND_SET(CASE));
#undef ND_SET
}

/* Returns an array of chunk->count, in `arena`, or NULL. */
extern NdNearby *nd_nearby(NdArena *arena, const NdChunk *chunk);

/* Writes the features of a token to out[ND_MOST_FEATURES]; returns how many. */
extern uint32_t nd_token_features(const NdChunk *chunk, const NdNearby *nearby,
								  uint32_t token, NdFeature *out);

#endif
