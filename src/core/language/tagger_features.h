/*
 * tagger_features.h
 *		What the tagger looks at. Shared by the tagger and its training.
 */
#ifndef ND_TAGGER_FEATURES_H
#define ND_TAGGER_FEATURES_H

#include "language/word.h"

#define ND_TAGGER_FEATURES 47

typedef struct NdTagSentence
{
	const NdWord *words;
	uint32_t	n;
	bool		shouting;		/* a headline by its capitals */
} NdTagSentence;

/* The words must outlive the sentence. */
extern NdTagSentence nd_tag_sentence(const NdWord *words, uint32_t n);

/*
 * The features of word i, given the tags of all words before it. Returns
 * their number, ND_TAGGER_FEATURES.
 */
extern uint32_t nd_tag_features(const NdTagSentence *sentence, const uint8_t *tags,
								uint32_t i, uint64_t features[ND_TAGGER_FEATURES]);

#endif
