/*
 * alias.c
 *		Names of sources as the user writes them, brought to the form of keys.
 */
#include "postgres.h"

#include "compat.h"
#include "input.h"
#include "language/word.h"
#include "lexicon/lexicon.h"
#include "reader.h"
#include "server_text.h"

static bool
is_space(char byte)
{
	return byte == ' ' || (byte >= '\t' && byte <= '\r');
}

/* The, a, this: what keys begin without. Numbers are a part of them. */
static bool
is_article(const char *word, uint32_t length)
{
	uint32_t	entry = nd_lexicon_find(&nd_lexicon_determiners, word, length);

	return entry != UINT32_MAX &&
		!nd_value_is(nd_lexicon_value(&nd_lexicon_determiners, entry), "number");
}

/* Words in lower case with straight marks, one space between. */
static StringInfo
key_of(NdText name)
{
	StringInfo	key = makeStringInfo();

	for (size_t at = 0; at < name.length;)
	{
		char		word[ND_WORD_BYTES];
		size_t		start = at;
		uint32_t	length;

		while (at < name.length && !is_space(name.bytes[at]))
			at++;
		length = nd_word_normalise(name.bytes + start, (uint32_t) (at - start), word);
		if (length > 0 && !(key->len == 0 && is_article(word, length)))
		{
			if (key->len > 0)
				appendStringInfoChar(key, ' ');
			appendBinaryStringInfo(key, word, length);
		}
		at++;
	}
	return key;
}

ND_FUNCTION(news_alias_key);

Datum
news_alias_key(PG_FUNCTION_ARGS)
{
	NdReader	reader;
	NdInput		input;
	NdText		key = {"", 0};
	Datum		result;

	nd_reader_open(&reader);
	if (nd_input_open(&reader, PG_GETARG_TEXT_PP(0), &input))
	{
		StringInfo	made = key_of(input.text);

		key = (NdText) {made->data, made->len};
	}
	else
		nd_reader_report(&reader);
	MemoryContextSwitchTo(reader.caller);
	result = nd_server_text(key);
	nd_reader_close(&reader);
	PG_RETURN_DATUM(result);
}
