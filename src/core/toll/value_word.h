/*
 * value_word.h
 *		Values of the word lists that are several words: "unit 5", "3 9".
 */
#ifndef ND_VALUE_WORD_H
#define ND_VALUE_WORD_H

#include "lexicon/lexicon.h"

/* Cuts the next word off the front of a value; empty at its end. */
static inline NdWordValue
nd_value_word(NdWordValue *value)
{
	NdWordValue word = {value->bytes, 0};

	while (word.length < value->length && word.bytes[word.length] != ' ')
		word.length++;
	value->bytes += word.length;
	value->length -= word.length;
	if (value->length > 0)
	{
		value->bytes++;
		value->length--;
	}
	return word;
}

/* The next word of a value as a whole number. */
static inline int64_t
nd_value_number(NdWordValue *value)
{
	NdWordValue word = nd_value_word(value);
	int64_t		number = 0;

	for (uint32_t i = 0; i < word.length; i++)
		number = number * 10 + (word.bytes[i] - '0');
	return number;
}

#endif
