/*
 * server_text.c
 *		Words that the core made, as texts of the server.
 *
 * They are made of the input's characters, but lower-casing may yield one that
 * the server's encoding lacks.
 */
#include "postgres.h"

#include "catalog/namespace.h"
#include "mb/pg_wchar.h"
#include "utils/builtins.h"

#include "server_text.h"

/* A zero byte comes only from a value that somebody else has made. */
static bool
has_bytes_of_server(NdText text)
{
	int			encoding = GetDatabaseEncoding();

	return (encoding == PG_SQL_ASCII && memchr(text.bytes, 0, text.length) == NULL) ||
		(encoding == PG_UTF8 && pg_verify_mbstr(PG_UTF8, text.bytes, text.length, true));
}

/* Appends one character of UTF-8. */
static void
append_character(StringInfo out, Oid procedure, const char *character, int length)
{
	unsigned char from[MAX_MULTIBYTE_CHAR_LEN + 1];
	unsigned char to[(MAX_MULTIBYTE_CHAR_LEN + 1) * MAX_CONVERSION_GROWTH + 1];
	int			encoding = GetDatabaseEncoding();
	int			converted = 0;

	memcpy(from, character, length);
	from[length] = '\0';
	if (encoding == PG_UTF8 || encoding == PG_SQL_ASCII)
		appendBinaryStringInfo(out, character, length);
	else
	{
		if (OidIsValid(procedure))
			converted = pg_do_encoding_conversion_buf(procedure, PG_UTF8, encoding, from, length,
													  to, sizeof(to), true);
		if (converted == length && to[0] != '\0')
			appendStringInfoString(out, (char *) to);
		else
			appendStringInfoChar(out, '?');
	}
}

void
nd_append_server_text(StringInfo out, NdText text)
{
	Oid			procedure = InvalidOid;
	uint32_t	next;

	if (text.length == 0)
		return;
	if (has_bytes_of_server(text))
	{
		appendBinaryStringInfo(out, text.bytes, text.length);
		return;
	}
	for (uint32_t at = 0; at < text.length; at = next)
	{
		uint32_t	character = nd_decode(text, at, &next);

		if (character == ND_ILL_FORMED || character == 0)
			appendStringInfoChar(out, '?');
		else if (character < 128)
			appendStringInfoChar(out, (char) character);
		else
		{
			if (!OidIsValid(procedure))
				procedure = FindDefaultConversionProc(PG_UTF8, GetDatabaseEncoding());
			append_character(out, procedure, text.bytes + at, (int) (next - at));
		}
	}
}

Datum
nd_server_text(NdText text)
{
	StringInfoData out;

	initStringInfo(&out);
	nd_append_server_text(&out, text);
	return PointerGetDatum(cstring_to_text_with_len(out.data, out.len));
}
