/*
 * key.c
 *		How a figure is listed.
 */
#include "source/cast.h"

#include "language/tagset.h"
#include "language/word.h"
#include "text/mark.h"

#include <string.h>

#define LONGEST_KEY	200

/* Text being put together: "office of benjamin netanyahu". */
typedef struct Writer
{
	char		bytes[LONGEST_KEY + ND_WORD_BYTES + 8];
	uint32_t	length;
} Writer;

static void
write_bytes(Writer *writer, const char *bytes, uint32_t length)
{
	if (writer->length + length > LONGEST_KEY)
		return;
	memcpy(writer->bytes + writer->length, bytes, length);
	writer->length += length;
}

/* The words of a range as the text joins them; lower case for a key. */
static void
write_words(const NdPage *page, NdRange range, bool lower, Writer *writer)
{
	const NdDocument *document = page->document;

	for (uint32_t i = range.first; i < range.end && writer->length < LONGEST_KEY; i++)
	{
		const NdToken *token = &document->tokens[i];
		const char *bytes = document->text.bytes + token->start;
		uint32_t	length = token->end - token->start;

		if (length > ND_WORD_BYTES - 8 ||
			token->tag == ND_TAG_OPEN_QUOTE || token->tag == ND_TAG_CLOSE_QUOTE)
			continue;
		if (i > range.first && token->space_before && writer->length > 0)
			write_bytes(writer, " ", 1);
		if (lower)
			writer->length += nd_word_normalise(bytes, length, writer->bytes + writer->length);
		else
			write_bytes(writer, bytes, length);
	}
}

static void
write_value(NdWordValue value, bool lower, Writer *writer)
{
	if (lower)
		for (uint32_t at = 0; at < value.length && writer->length < LONGEST_KEY;)
		{
			uint32_t	length = 0;

			while (at + length < value.length && value.bytes[at + length] != ' ')
				length++;
			writer->length += nd_word_normalise(value.bytes + at, length,
												writer->bytes + writer->length);
			at += length;
			if (at < value.length)
			{
				write_bytes(writer, " ", 1);
				at++;
			}
		}
	else
		write_bytes(writer, value.bytes, value.length);
}

/* Whether a listing is to be shown: not for the name of a paper. */
static bool
write_listed(const NdPage *page, const NdFigure *figure, bool lower, Writer *writer)
{
	NdWordValue value = {NULL, 0};

	if (figure->named && figure->phrase.listed)
		value = nd_listed_name(page, figure->phrase.name);
	else if (!figure->named && figure->kind == ND_SOURCE_COUNTRY &&
			 !nd_range_empty(figure->phrase.owner))
	{
		uint32_t	entry = nd_page_find(page, &nd_lexicon_demonyms, figure->phrase.owner);

		if (entry != UINT32_MAX)
			value = nd_lexicon_value(&nd_lexicon_demonyms, entry);
		else
			value = nd_listed_name(page, figure->phrase.owner);
	}
	if (value.length == 0)
		return false;
	write_value(value, lower, writer);
	return true;
}

static void
write_figure(const NdCast *cast, uint32_t number, bool lower, Writer *writer)
{
	const NdPage *page = cast->page;
	const NdFigure *figure = &cast->figures[number];

	if (write_listed(page, figure, lower, writer))
		return;
	if (figure->named)
	{
		write_words(page, figure->phrase.name, lower, writer);
		return;
	}
	if (figure->owner != ND_NONE)
	{
		const NdFigure *owner = &cast->figures[figure->owner];

		write_words(page, figure->phrase.noun, lower, writer);
		write_bytes(writer, " of ", 4);
		if (!write_listed(page, owner, lower, writer))
			write_words(page, owner->named ? owner->phrase.name : owner->phrase.words, lower, writer);
		return;
	}
	write_words(page, figure->phrase.words, lower, writer);
}

static bool
copy_text(NdArena *arena, const Writer *writer, NdText *text)
{
	char	   *bytes = nd_alloc(arena, writer->length);

	if (bytes == NULL)
		return false;
	memcpy(bytes, writer->bytes, writer->length);
	text->bytes = bytes;
	text->length = writer->length;
	return true;
}

bool
nd_figure_texts(NdCast *cast, uint32_t number, NdText *key, NdText *name)
{
	uint32_t	partner = cast->figures[number].partner;
	Writer		writer;

	for (unsigned lower = 0; lower < 2; lower++)
	{
		writer.length = 0;
		write_figure(cast, number, lower != 0, &writer);
		if (partner != ND_NONE)
		{
			write_bytes(&writer, " and ", 5);
			write_figure(cast, partner, lower != 0, &writer);
		}
		if (!copy_text(cast->arena, &writer, lower ? key : name))
			return false;
	}
	return true;
}
