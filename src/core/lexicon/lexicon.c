/*
 * lexicon.c
 *		Look-up in a compiled word list.
 */
#include "lexicon/lexicon.h"

#include <string.h>

static NdWordValue
string_at(const NdLexicon *lexicon, uint32_t index)
{
	NdWordValue string;

	string.bytes = lexicon->characters + lexicon->offsets[index];
	string.length = lexicon->offsets[index + 1] - lexicon->offsets[index];
	return string;
}

NdWordValue
nd_lexicon_entry(const NdLexicon *lexicon, uint32_t number)
{
	return string_at(lexicon, 2 * number);
}

NdWordValue
nd_lexicon_value(const NdLexicon *lexicon, uint32_t number)
{
	return string_at(lexicon, 2 * number + 1);
}

uint32_t
nd_lexicon_find(const NdLexicon *lexicon, const char *bytes, size_t length)
{
	uint32_t	low = 0;
	uint32_t	high = lexicon->entries;

	if (length > lexicon->longest)
		return UINT32_MAX;
	while (low < high)
	{
		uint32_t	middle = low + (high - low) / 2;
		NdWordValue entry = nd_lexicon_entry(lexicon, middle);
		size_t		common = entry.length < length ? entry.length : length;
		int			order = memcmp(entry.bytes, bytes, common);

		if (order == 0 && entry.length == length)
			return middle;
		if (order < 0 || (order == 0 && entry.length < length))
			low = middle + 1;
		else
			high = middle;
	}
	return UINT32_MAX;
}

int
nd_value_is(NdWordValue value, const char *word)
{
	return strlen(word) == value.length && memcmp(value.bytes, word, value.length) == 0;
}
