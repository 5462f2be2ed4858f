/*
 * tagger.h
 *		Parts of speech, one sentence at a time, left to right.
 *
 * A greedy linear tagger over hashed features, trained as an averaged
 * perceptron (Collins, "Discriminative Training Methods for Hidden Markov
 * Models", 2002). Integers only: the same answer on every machine.
 */
#ifndef ND_TAGGER_H
#define ND_TAGGER_H

#include "language/tagset.h"
#include "language/weights.h"
#include "language/word.h"

typedef struct NdTagger
{
	NdWeights	weights;
} NdTagger;

/* As nd_weights_open. */
extern bool nd_tagger_open(NdContext *context, const unsigned char *bytes,
						   size_t length, NdTagger *tagger);

/*
 * Writes the tag (NdTag) of each of the n words of a sentence. Without
 * weights all are NN. False when the poll callback says stop, which is asked
 * every few thousand words.
 */
extern bool nd_tag(NdContext *context, const NdTagger *tagger,
				   const NdWord *words, uint32_t n, uint8_t *tags);

#endif
