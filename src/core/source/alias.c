/*
 * alias.c
 *		Names of sources in a form in which their spellings are equal.
 */
#include "source/alias.h"

#include "language/word.h"
#include "lexicon/lexicon.h"

#include <string.h>

/* No character of a normalised word takes more. */
#define MOST_BYTES	4

typedef struct Form
{
	char	   *bytes;
	uint32_t	length;
	uint32_t	owner;			/* bytes that name an owner, without the 's; or 0 */
	uint32_t	owned;			/* where what follows the owner begins */
} Form;

static bool
is_space(char byte)
{
	return byte == ' ' || (byte >= '\t' && byte <= '\r');
}

/* The, a, this: what keys begin without. Numbers say something. */
static bool
is_article(const char *word, uint32_t length)
{
	uint32_t	entry = nd_lexicon_find(&nd_lexicon_determiners, word, length);

	return entry != UINT32_MAX &&
		!nd_value_is(nd_lexicon_value(&nd_lexicon_determiners, entry), "number");
}

static uint32_t
possessive_ending(const char *word, uint32_t length)
{
	if (length > 2 && memcmp(word + length - 2, "'s", 2) == 0)
		return 2;
	return length > 2 && memcmp(word + length - 2, "s'", 2) == 0 ? 1 : 0;
}

static void
add_word(Form *form, const char *word, uint32_t length)
{
	uint32_t	ending;

	if (is_article(word, length))
		return;
	if (form->length > 0)
		form->bytes[form->length++] = ' ';
	if (form->owner > 0 && form->owned == 0)
		form->owned = form->length;
	memcpy(form->bytes + form->length, word, length);
	form->length += length;
	ending = possessive_ending(word, length);
	if (form->owner == 0 && ending > 0)
		form->owner = form->length - ending;
}

/* What is owned, "of", the owner; the room behind the words takes it. */
static void
turn_round(Form *form, NdText *turned)
{
	char	   *to = form->bytes + form->length;
	uint32_t	owned = form->length - form->owned;

	memcpy(to, form->bytes + form->owned, owned);
	memcpy(to + owned, " of ", 4);
	memcpy(to + owned + 4, form->bytes, form->owner);
	turned->bytes = to;
	turned->length = owned + 4 + form->owner;
}

bool
nd_alias_form(NdArena *arena, NdText name, NdText *result)
{
	Form		form = {nd_alloc_array(arena, 2 * MOST_BYTES, (size_t) name.length + 1), 0, 0, 0};

	if (form.bytes == NULL)
		return false;
	for (uint32_t at = 0; at < name.length; at++)
	{
		char		word[ND_WORD_BYTES];
		uint32_t	start = at;

		while (at < name.length && !is_space(name.bytes[at]))
			at++;
		if (at > start)
			add_word(&form, word, nd_word_normalise(name.bytes + start, at - start, word));
	}
	*result = (NdText) {form.bytes, form.length};
	if (form.owned > 0)
		turn_round(&form, result);
	return true;
}
