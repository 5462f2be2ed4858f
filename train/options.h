/*
 * options.h
 *		What the training programs take on the command line:
 *
 *		-o FILE		output
 *		-b BYTES	largest size of the weights
 *		-f FOLD		leave this fold out (tagger only)
 *		-t FILE		tagger that has not seen fold 0, 1, ... (parser only)
 *		-u COUNT	drop weights that were updated less often
 *		-x PREFIX	leave out documents whose id begins so
 *		-m MARGIN	learn from right decisions too that lead by no more
 *		-e PASSES	passes over the training data
 *		-r ROUNDS	trainings of what is left after pruning, averaged
 *		-s SEED
 *
 * and the treebanks, in order.
 */
#ifndef OPTIONS_H
#define OPTIONS_H

#include "conllu.h"

#define FOLDS 5
#define MOST_PREFIXES 16

typedef struct Options
{
	const char *output;
	size_t		most_bytes;
	int			fold;			/* -1: none */
	const char *taggers[FOLDS];
	uint32_t	n_taggers;
	uint32_t	least_updates;
	const char *left_out[MOST_PREFIXES];
	uint32_t	n_left_out;
	int32_t		margin;
	uint32_t	passes;
	uint32_t	rounds;
	uint64_t	seed;
} Options;

/* Reads the options and the treebanks; ends the program when they are wrong. */
extern Options options_read(int argc, char **argv, Treebank *treebank);

/* Documents are dealt to folds in turn. */
static inline uint32_t
fold_of(const TreebankSentence *sentence)
{
	return sentence->document % FOLDS;
}

#endif
