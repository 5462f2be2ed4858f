/*
 * plain_word.c
 *		Words as the lists of lexicon/ have them.
 */
#include "text/plain_word.h"

#include "text/mark.h"

#define LONGEST_WORD	32

uint32_t
nd_plain_word(NdText text, uint32_t start, uint32_t end, char *word, uint32_t size)
{
	uint32_t	length = 0;

	while (start < end)
	{
		uint32_t	c = nd_to_lower(nd_decode(text, start, &start));

		if (nd_is_apostrophe(c))
			c = '\'';
		if (c >= 0x80 || length == size)
			return 0;
		word[length++] = (char) c;
	}
	return length;
}

bool
nd_in_list(const NdLexicon *list, NdText text, uint32_t start, uint32_t end)
{
	char		word[LONGEST_WORD];
	uint32_t	length = nd_plain_word(text, start, end, word, sizeof(word));

	return length > 0 && nd_lexicon_find(list, word, length) != UINT32_MAX;
}
