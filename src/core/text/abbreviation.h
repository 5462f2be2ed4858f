/*
 * abbreviation.h
 *		Whether a full stop belongs to the word before it.
 */
#ifndef ND_ABBREVIATION_H
#define ND_ABBREVIATION_H

#include "text/text.h"

typedef enum NdAbbreviation
{
	ND_NO_ABBREVIATION,
	ND_ABBREVIATION_NUMBER,		/* only before a number: No. 5 */
	ND_ABBREVIATION_INITIAL,	/* one capital: J. */
	ND_ABBREVIATION_LETTERS,	/* letters with stops: U.S. */
	ND_ABBREVIATION_GUESSED,	/* looks like one: Xmpl. */
	ND_ABBREVIATION_INNER,		/* never ends a sentence: vs. */
	ND_ABBREVIATION_TITLE,		/* a name follows: Mr. */
	ND_ABBREVIATION_NAME,		/* part of a name, may end a sentence: Inc. */
	ND_ABBREVIATION_LAST,		/* often ends a sentence: etc. */
	ND_ABBREVIATION_TIME		/* a.m. */
} NdAbbreviation;

/*
 * Classifies the word that stands in front of the full stop at byte `stop`
 * and begins at or after byte `from`; *start is set to the word's first byte.
 * Reads at most 32 bytes back.
 */
extern NdAbbreviation nd_abbreviation(NdText text, uint32_t from, uint32_t stop,
									  uint32_t *start);

#endif
