/*
 * input.c
 *		A text of the server as the core reads it, and places in it as SQL
 *		counts them.
 *
 * The core reads UTF-8. Of a text in another encoding it gets a copy in which
 * every character of the original is exactly one character, so that positions
 * agree whatever happens: where a character has no counterpart, an ill-formed
 * byte stands for it, which the core reads as a separator. SQL_ASCII texts
 * are read as if they were UTF-8, and counted in bytes as the server does.
 */
#include "postgres.h"

#include "catalog/namespace.h"
#include "mb/pg_wchar.h"
#include "miscadmin.h"
#include "utils/builtins.h"
#include "utils/memutils.h"

#include "compat.h"
#include "input.h"
#include "ranges.h"

#define ILL_FORMED	'\xff'

/* A character in UTF-8; no bytes: not known yet. */
typedef struct Utf8
{
	uint8		length;
	char		bytes[4];
} Utf8;

typedef struct Converter
{
	int			encoding;
	Oid			procedure;
	Utf8		single[128];	/* of the bytes from 128 on, once asked for */
} Converter;

/* Converts one character of up to MAX_MULTIBYTE_CHAR_LEN bytes. */
static Utf8
convert_character(Converter *converter, const char *character, int length)
{
	unsigned char from[MAX_MULTIBYTE_CHAR_LEN + 1];
	unsigned char to[(MAX_MULTIBYTE_CHAR_LEN + 1) * MAX_CONVERSION_GROWTH + 1];
	Utf8		result = {1, {ILL_FORMED}};
	int			converted = 0;

	memcpy(from, character, length);
	from[length] = '\0';
	if (OidIsValid(converter->procedure))
		converted = pg_do_encoding_conversion_buf(converter->procedure,
												  converter->encoding, PG_UTF8,
												  from, length, to, sizeof(to), true);

	/* some encodings have characters that are two of Unicode: keep the first */
	if (converted == length && to[0] != '\0')
	{
		result.length = pg_utf_mblen(to);
		memcpy(result.bytes, to, result.length);
	}
	return result;
}

static Utf8
next_character(Converter *converter, const char *bytes, int length, int *width)
{
	unsigned char first = (unsigned char) bytes[0];
	Utf8	   *known;

	*width = 1;
	if (first < 128)
	{
		Utf8		same = {1, {bytes[0]}};

		return same;
	}
	*width = Min(pg_encoding_mblen(converter->encoding, bytes), length);
	*width = Min(*width, MAX_MULTIBYTE_CHAR_LEN);
	if (*width > 1)
		return convert_character(converter, bytes, *width);
	known = &converter->single[first - 128];
	if (known->length == 0)
		*known = convert_character(converter, bytes, 1);
	return *known;
}

/* Fills input->text and input->starts from input->bytes. */
static void
convert(NdReader *reader, NdInput *input, int length)
{
	int			growth = pg_database_encoding_max_length() == 1 ? 3 : 2;
	Size		room = (Size) length * growth + sizeof(Utf8);
	char	   *out = MemoryContextAllocHuge(reader->memory, room);
	uint32	   *starts = NULL;
	uint32		characters = 0;
	uint32		used = 0;
	Converter	converter = {0};
	int			width;

	converter.encoding = GetDatabaseEncoding();
	converter.procedure = FindDefaultConversionProc(converter.encoding, PG_UTF8);
	if (pg_database_encoding_max_length() > 1)
		starts = MemoryContextAllocHuge(reader->memory,
										((Size) length + 1) * sizeof(uint32));
	for (int at = 0; at < length; at += width)
	{
		Utf8		utf8 = next_character(&converter, input->bytes + at, length - at, &width);

		memcpy(out + used, utf8.bytes, utf8.length);
		used += utf8.length;
		if (starts)
			starts[characters] = at;
		if (++characters % 65536 == 0)
			CHECK_FOR_INTERRUPTS();
	}
	if (starts)
		starts[characters] = length;
	input->text.bytes = out;
	input->text.length = used;
	input->starts = starts;
}

bool
nd_input_open(NdReader *reader, text *argument, NdInput *input)
{
	int			length = VARSIZE_ANY_EXHDR(argument);
	int			encoding = GetDatabaseEncoding();

	memset(input, 0, sizeof(*input));
	input->bytes = VARDATA_ANY(argument);
	if ((size_t) length > reader->context.limits.text_bytes)
		return nd_fail(&reader->context, ND_LIMIT, 0, "text is too long");
	if (encoding == PG_UTF8 || encoding == PG_SQL_ASCII)
	{
		input->text.bytes = input->bytes;
		input->text.length = length;
	}
	else
		convert(reader, input, length);
	input->bytes_are_characters = encoding == PG_SQL_ASCII;
	return input->bytes_are_characters ||
		nd_characters_init(&reader->arena, input->text, &input->characters);
}

static uint32
position(const NdInput *input, uint32 byte)
{
	if (input->bytes_are_characters)
		return byte;
	return nd_character_at(&input->characters, byte);
}

/* The byte in the server's text that a byte of the core's text stands for. */
static uint32
server_byte(const NdInput *input, uint32 byte)
{
	if (input->text.bytes == input->bytes)
		return byte;
	if (input->starts == NULL)
		return position(input, byte);
	return input->starts[position(input, byte)];
}

Datum
nd_input_range(const NdInput *input, NdSpan at)
{
	NdSpan		places = {position(input, at.start), position(input, at.end)};

	return nd_range_datum(places);
}

Datum
nd_input_text(const NdInput *input, NdSpan at)
{
	uint32		start = server_byte(input, at.start);
	uint32		end = server_byte(input, at.end);

	return PointerGetDatum(cstring_to_text_with_len(input->bytes + start, end - start));
}
