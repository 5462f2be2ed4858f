/*
 * phrase.h
 *		The phrases by which lines of menus, teasers, captions are known
 *		(lexicon/boilerplate.txt).
 */
#ifndef ND_PHRASE_H
#define ND_PHRASE_H

#include "text/text.h"

#define ND_PHRASE_BITS	4096u

/* How phrases begin that may stand inside a line. */
typedef struct NdPhrases
{
	uint8_t		inner[ND_PHRASE_BITS / 8];
} NdPhrases;

extern void nd_phrases_init(NdPhrases *phrases);

/* What the phrases in a line tell: bits of NdLineFeature. Reads its start. */
extern uint64_t nd_phrase_features(const NdPhrases *phrases, NdText text, NdSpan line);

#endif
