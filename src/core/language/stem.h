/*
 * stem.h
 *		Stems of words by the English stemmer of libstemmer (Porter,
 *		"Snowball: A language for stemming algorithms", 2001).
 */
#ifndef ND_STEM_H
#define ND_STEM_H

#include "base/context.h"
#include "language/word.h"

#define ND_STEM_BYTES	(ND_WORD_BYTES + 4)

/* Holds memory of libstemmer, which comes from malloc: close it. */
typedef struct NdStemmer
{
	struct sb_stemmer *handle;
} NdStemmer;

/* False with ND_NO_MEMORY. */
extern bool nd_stemmer_open(NdContext *context, NdStemmer *stemmer);
extern void nd_stemmer_close(NdStemmer *stemmer);

/*
 * Writes the stem of a word, in lower case with straight marks, as UTF-8
 * without a NUL, and returns its length in bytes. A word of more than 100
 * bytes, or one that libstemmer has no memory for, is only put in lower case.
 */
extern uint32_t nd_stem(NdStemmer *stemmer, const char *bytes, uint32_t length,
						char stem[ND_STEM_BYTES]);

#endif
