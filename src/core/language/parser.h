/*
 * parser.h
 *		Dependency trees, one sentence at a time, in linear time.
 *
 * A greedy transition parser: arc-hybrid (Kuhlmann, Gomez-Rodriguez and
 * Satta, "Dynamic programming algorithms for transition-based dependency
 * parsers", 2011), trained with a dynamic oracle (Goldberg and Nivre,
 * "Training deterministic parsers with non-deterministic oracles", 2013).
 * Every sentence gets exactly one projective tree with one root.
 */
#ifndef ND_PARSER_H
#define ND_PARSER_H

#include "base/arena.h"
#include "language/parser_features.h"
#include "language/tagset.h"
#include "language/weights.h"
#include "language/word.h"
#include "text/text.h"

typedef struct NdParser
{
	NdWeights	weights;
	/* scores of the sets of parser_features.h that need no look-up */
	int32_t		starts[ND_PARSER_STARTS][ND_PARSER_CLASSES];
} NdParser;

/* What the parser says of one word. */
typedef struct NdArc
{
	uint32_t	head;			/* a word of the sentence, or ND_NONE for the root */
	uint8_t		relation;		/* NdRelation */
	uint16_t	margin;			/* by how much this decision beat the next best,
								 * or the last one before it where nothing else
								 * was possible; grows with the chance of being
								 * right, in steps of this file of weights */
} NdArc;

/* As nd_weights_open; needs memory for a moment. */
extern bool nd_parser_open(NdContext *context, const unsigned char *bytes,
						   size_t length, NdParser *parser);

/*
 * Fills arcs[n] from words and tags of a sentence. Works in `scratch` and
 * leaves about 80 bytes per word there, for the caller to rewind. Without
 * weights each word hangs from the next. False with ND_NO_MEMORY, ND_LIMIT or
 * ND_CANCELLED (the poll callback is asked every few hundred words).
 */
extern bool nd_parse(NdArena *scratch, const NdParser *parser, const NdWord *words,
					 const uint8_t *tags, uint32_t n, NdArc *arcs);

#endif
