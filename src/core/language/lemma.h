/*
 * lemma.h
 *		The base form of a word: denied -> deny, said -> say, children -> child.
 */
#ifndef ND_LEMMA_H
#define ND_LEMMA_H

#include "language/tagset.h"
#include "language/word.h"

#define ND_LEMMA_BYTES	(ND_WORD_BYTES + 4)

/*
 * Writes the base form of a word with this tag, in lower case and UTF-8
 * without a NUL, and returns its length in bytes. Irregular forms come from
 * lexicon/irregular_*.txt, the rest from rules of spelling and the words in
 * lexicon/base_forms.txt that go against them. A word that is neither noun in
 * the plural nor verb nor comparative is only put in lower case.
 */
extern uint32_t nd_lemma(const char *bytes, uint32_t length, NdTag tag,
						 char lemma[ND_LEMMA_BYTES]);

#endif
