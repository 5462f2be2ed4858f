/*
 * plain_word.h
 *		Words as the lists of lexicon/ have them.
 */
#ifndef ND_PLAIN_WORD_H
#define ND_PLAIN_WORD_H

#include "lexicon/lexicon.h"
#include "text/text.h"

/*
 * Copies bytes start .. end - 1 in lower case into `word`, which has room for
 * `size` bytes, each kind of apostrophe as '. Returns the length, or 0 when
 * the word does not fit or is not ASCII but for apostrophes.
 */
extern uint32_t nd_plain_word(NdText text, uint32_t start, uint32_t end,
							  char *word, uint32_t size);

/* Whether the word there is in a list. */
extern bool nd_in_list(const NdLexicon *list, NdText text, uint32_t start, uint32_t end);

#endif
