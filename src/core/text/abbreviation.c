/*
 * abbreviation.c
 *		Whether a full stop belongs to the word before it.
 */
#include "text/abbreviation.h"

#include "lexicon/lexicon.h"
#include "text/mark.h"

#define LONGEST_WORD	32u

static NdAbbreviation
class_of(NdWordValue value)
{
	static const struct
	{
		const char *name;
		NdAbbreviation class;
	}			classes[] = {
		{"number", ND_ABBREVIATION_NUMBER},
		{"inner", ND_ABBREVIATION_INNER},
		{"title", ND_ABBREVIATION_TITLE},
		{"name", ND_ABBREVIATION_NAME},
		{"last", ND_ABBREVIATION_LAST},
		{"time", ND_ABBREVIATION_TIME},
	};

	for (size_t i = 0; i < sizeof(classes) / sizeof(classes[0]); i++)
		if (nd_value_is(value, classes[i].name))
			return classes[i].class;
	return ND_NO_ABBREVIATION;
}

/* Looks a word up as it stands, then in lower case. */
static NdAbbreviation
look_up(const char *word, uint32_t length)
{
	char		lower[LONGEST_WORD];
	uint32_t	entry = nd_lexicon_find(&nd_lexicon_abbreviations, word, length);

	if (entry == UINT32_MAX)
	{
		for (uint32_t i = 0; i < length; i++)
			lower[i] = (char) nd_to_lower((unsigned char) word[i] < 0x80 ?
										  (unsigned char) word[i] : '?');
		entry = nd_lexicon_find(&nd_lexicon_abbreviations, lower, length);
	}
	if (entry == UINT32_MAX)
		return ND_NO_ABBREVIATION;
	return class_of(nd_lexicon_value(&nd_lexicon_abbreviations, entry));
}

static bool
is_ascii_letter(char c)
{
	return nd_is_letter((unsigned char) c);
}

/* Single letters with full stops between them. */
static bool
is_letters(const char *word, uint32_t length)
{
	if (length < 3 || length % 2 == 0)
		return false;
	for (uint32_t i = 0; i < length; i++)
		if (i % 2 ? word[i] != '.' : !is_ascii_letter(word[i]))
			return false;
	return true;
}

/* Sgt, Lt, Mgr: a capital and no vowel is hardly a word. */
static bool
is_capital_without_vowel(const char *word, uint32_t length)
{
	if (length < 2 || length > 4 || !nd_is_upper((unsigned char) word[0]))
		return false;
	for (uint32_t i = 0; i < length; i++)
	{
		uint32_t	c = nd_to_lower((unsigned char) word[i]);

		if ((i > 0 && !nd_is_lower((unsigned char) word[i])) || c == 'a' || c == 'e' || c == 'i' ||
			c == 'o' || c == 'u' || c == 'y')
			return false;
	}
	return true;
}

NdAbbreviation
nd_abbreviation(NdText text, uint32_t from, uint32_t stop, uint32_t *start)
{
	uint32_t	at = stop;
	const char *word;
	uint32_t	length;
	NdAbbreviation class;

	while (at > from && stop - at < LONGEST_WORD)
	{
		uint32_t	previous;
		uint32_t	c = nd_decode_before(text, at, &previous);

		if (!nd_is_word(c) && c != '.' && c != '&')
			break;
		at = previous;
	}
	while (at < stop && (text.bytes[at] == '.' || text.bytes[at] == '&'))
		at++;
	*start = at;
	word = text.bytes + at;
	length = stop - at;
	if (length == 0 || length >= LONGEST_WORD)
		return ND_NO_ABBREVIATION;
	if (length == 1 && nd_is_upper((unsigned char) word[0]))
		return ND_ABBREVIATION_INITIAL;
	class = look_up(word, length);
	if (class != ND_NO_ABBREVIATION)
		return class;
	if (is_letters(word, length))
		return ND_ABBREVIATION_LETTERS;
	if (is_capital_without_vowel(word, length))
		return ND_ABBREVIATION_GUESSED;
	return ND_NO_ABBREVIATION;
}
