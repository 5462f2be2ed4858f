/*
 * tagger.c
 *		Tags words from left to right with the weights.
 */
#include "language/tagger.h"

#include "language/tagger_features.h"

#include <string.h>

#define WORDS_BETWEEN_POLLS 4096

bool
nd_tagger_open(NdContext *context, const unsigned char *bytes, size_t length,
			   NdTagger *tagger)
{
	return nd_weights_open(context, bytes, length, ND_WEIGHTS_TAGGER, ND_N_TAGS,
						   &tagger->weights);
}

static uint8_t
best_tag(const int32_t *scores)
{
	unsigned	best = 0;

	for (unsigned i = 1; i < ND_N_TAGS; i++)
		if (scores[i] > scores[best])
			best = i;
	return (uint8_t) best;
}

bool
nd_tag(NdContext *context, const NdTagger *tagger, const NdWord *words, uint32_t n,
	   uint8_t *tags)
{
	NdTagSentence sentence = nd_tag_sentence(words, n);
	uint64_t	features[ND_TAGGER_FEATURES];

	if (tagger->weights.rows == NULL)
	{
		if (n > 0)
			memset(tags, ND_TAG_NN, n);
		return true;
	}
	for (uint32_t i = 0; i < n; i++)
	{
		int32_t		scores[ND_N_TAGS] = {0};
		uint32_t	count = nd_tag_features(&sentence, tags, i, features);

		nd_weights_add(&tagger->weights, features, count, scores);
		tags[i] = best_tag(scores);
		if (i % WORDS_BETWEEN_POLLS == WORDS_BETWEEN_POLLS - 1 && !nd_poll(context))
			return false;
	}
	return true;
}
