/*
 * words.h
 *		A toll from a few words: "at least seven dead".
 */
#ifndef ND_TOLL_WORDS_H
#define ND_TOLL_WORDS_H

#include "toll/value.h"

#define ND_TOLL_WORDS	200		/* longest text that is read, in bytes */

/*
 * Reads one number and one word of harm. The words around them must be for
 * people or say nothing ("were", "reported"); no model is asked. Sets *fault
 * when the words are no toll. False with an error in the arena's context.
 */
extern bool nd_toll_of_words(NdArena *arena, NdText text, NdTollValue *value,
							 NdTollFault *fault);

#endif
