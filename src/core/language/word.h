/*
 * word.h
 *		What the models see of a word: hashes of its normalised form, of its
 *		ends and of its outline, worked out once and shared by all features.
 *
 * Normalising makes words equal that differ only in the way they are typed:
 * straight and typographic quotation marks, all dashes, letter case (ASCII,
 * Latin-1, Latin Extended-A), one ellipsis character or three stops. Digits
 * count as 0, and plain numbers fall into three classes: a year, up to two
 * digits, any other. Only the first ND_WORD_CHARACTERS characters count.
 *
 * The hashes stand in the weights: a change here asks for new weights.
 */
#ifndef ND_WORD_H
#define ND_WORD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define ND_WORD_CHARACTERS	64
#define ND_WORD_BYTES		(4 * ND_WORD_CHARACTERS)

#define ND_WORD_CAPITAL		0x01	/* begins with an upper-case letter */
#define ND_WORD_ALL_CAPITAL	0x02	/* two letters or more, none lower-case */
#define ND_WORD_DIGIT		0x04	/* has a digit */
#define ND_WORD_HYPHEN		0x08	/* has a hyphen, and something else */
#define ND_WORD_LETTER		0x10	/* has a letter */

typedef struct NdWord
{
	uint64_t	form;			/* lower case, straight, digits and numbers merged */
	uint64_t	raw;			/* the same with its letter case, numbers as 0s */
	uint32_t	suffix[4];		/* last 1, 2, 3, 4 characters of the form */
	uint32_t	prefix[3];		/* first 1, 2, 3 */
	uint32_t	shape;			/* Xx-d outline, runs cut to two */
	uint8_t		flags;			/* ND_WORD_... */
	uint8_t		characters;		/* at most ND_WORD_CHARACTERS */
} NdWord;

/*
 * Fills *out from UTF-8 bytes; ill-formed bytes count as one unknown
 * character each. The length may be 0. Cannot fail.
 */
extern void nd_word(const char *bytes, uint32_t length, NdWord *out);

/*
 * Writes the word in lower case with straight marks, digits as they are, as
 * UTF-8 without a NUL, and returns its length. For look-ups in the lexicon.
 */
extern uint32_t nd_word_normalise(const char *bytes, uint32_t length,
								  char out[ND_WORD_BYTES]);

#endif
