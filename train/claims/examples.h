/*
 * examples.h
 *		From annotated articles to rows of tokens with features and states.
 */
#ifndef TRAIN_CLAIM_EXAMPLES_H
#define TRAIN_CLAIM_EXAMPLES_H

#include "claim/model.h"
#include "claims/corpus.h"
#include "claims/crf.h"

#define ALL_FOLDS UINT32_MAX

/*
 * Examples for the proposer: every chunk of the articles that are not in the
 * fold left out. Features are still hashes.
 */
extern void proposer_examples(Corpus *corpus, uint32_t left_out, Examples *examples);

/*
 * Examples for the decider: the window of every cue that a proposer which has
 * not seen the article (proposers[fold]) proposes in it.
 */
extern void decider_examples(Corpus *corpus, const NdCrf proposers[FOLDS],
							 uint32_t left_out, Examples *examples);

/*
 * Counts the features of all examples, numbers those seen `least` times or
 * more, and replaces the hashes by the numbers.
 */
extern void examples_number(Examples *examples, uint32_t least, FeatureTable *table);

/* Forgets the features that keep[number] does not name; numbers the others anew. */
extern void examples_restrict(Examples *examples, const bool *keep, FeatureTable *table);

#endif
