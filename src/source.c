/*
 * source.c
 *		The type news_source: input and output.
 *
 * A key that holds a mark of the form itself is written in double quotes, with
 * a backslash before a double quote or a backslash.
 */
#include "postgres.h"

#include "lib/stringinfo.h"
#include "libpq/pqformat.h"
#include "mb/pg_wchar.h"
#include "utils/builtins.h"

#include "compat.h"
#include "server_text.h"
#include "source.h"

#define MOST_LINKS		64		/* of a chain, so that a value stays small */
#define SHOWN_INPUT		40		/* bytes of a bad input that an error repeats */

/* Reading of a text form. */
typedef struct Scanner
{
	const char *text;
	int			length;
	int			at;
	const char *fault;			/* what is wrong at `at`, or NULL */
} Scanner;

static bool
is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

static void
skip_blanks(Scanner *scanner)
{
	while (scanner->at < scanner->length && is_blank(scanner->text[scanner->at]))
		scanner->at++;
}

static bool
fail(Scanner *scanner, const char *fault)
{
	scanner->fault = fault;
	return false;
}

static bool
scan_kind(Scanner *scanner, StringInfo out)
{
	int			start = scanner->at;
	int			length;

	while (scanner->at < scanner->length && scanner->text[scanner->at] >= 'a' &&
		   scanner->text[scanner->at] <= 'z')
		scanner->at++;
	length = scanner->at - start;
	for (unsigned kind = 0; kind <= ND_SOURCE_DOCUMENT; kind++)
	{
		const char *name = nd_source_kind_name(kind);

		if ((int) strlen(name) != length || memcmp(name, scanner->text + start, length) != 0)
			continue;
		if (scanner->at == scanner->length || scanner->text[scanner->at] != ':')
			return fail(scanner, "A colon must follow the kind.");
		scanner->at++;
		appendBinaryStringInfo(out, name, length);
		appendStringInfoChar(out, ':');
		return true;
	}
	scanner->at = start;
	return fail(scanner, "A kind must stand here: person, country, organisation, media, anonymous, document or unknown.");
}

static void
write_key(StringInfo out, const char *key, int length)
{
	bool		plain = length > 0 && !is_blank(key[0]) && !is_blank(key[length - 1]);

	for (int i = 0; i < length && plain; i++)
		plain = key[i] != '<' && key[i] != '"' && key[i] != '\\';
	if (plain)
	{
		appendBinaryStringInfo(out, key, length);
		return;
	}
	appendStringInfoChar(out, '"');
	for (int i = 0; i < length; i++)
	{
		if (key[i] == '"' || key[i] == '\\')
			appendStringInfoChar(out, '\\');
		appendStringInfoChar(out, key[i]);
	}
	appendStringInfoChar(out, '"');
}

static bool
scan_quoted_key(Scanner *scanner, StringInfo key)
{
	for (scanner->at++; scanner->at < scanner->length; scanner->at++)
	{
		char		c = scanner->text[scanner->at];

		if (c == '"')
		{
			scanner->at++;
			return true;
		}
		if (c == '\\' && ++scanner->at == scanner->length)
			break;
		appendStringInfoChar(key, scanner->text[scanner->at]);
	}
	return fail(scanner, "A double quote is missing.");
}

static bool
scan_key(Scanner *scanner, StringInfo out)
{
	StringInfoData key;

	initStringInfo(&key);
	skip_blanks(scanner);
	if (scanner->at < scanner->length && scanner->text[scanner->at] == '"')
	{
		if (!scan_quoted_key(scanner, &key))
			return false;
	}
	else
	{
		while (scanner->at < scanner->length && scanner->text[scanner->at] != '<')
			appendStringInfoChar(&key, scanner->text[scanner->at++]);
		while (key.len > 0 && is_blank(key.data[key.len - 1]))
			key.len--;
	}
	if (key.len == 0)
		return fail(scanner, "A name must follow the kind.");
	write_key(out, key.data, key.len);
	pfree(key.data);
	skip_blanks(scanner);
	return true;
}

/* Writes the canonical form; false with a fault. */
static bool
scan_source(Scanner *scanner, StringInfo out)
{
	for (int link = 0; link < MOST_LINKS; link++)
	{
		skip_blanks(scanner);
		if (!scan_kind(scanner, out) || !scan_key(scanner, out))
			return false;
		if (scanner->at == scanner->length)
			return true;
		if (scanner->text[scanner->at] != '<')
			return fail(scanner, "Between two sources stands <.");
		scanner->at++;
		appendStringInfoString(out, " < ");
	}
	return fail(scanner, "The chain is too long.");
}

static Datum
source_from(const char *text, int length, struct Node *escontext)
{
	Scanner		scanner = {text, length, 0, NULL};
	StringInfoData out;

	initStringInfo(&out);
	if (!scan_source(&scanner, &out))
		ereturn(escontext, (Datum) 0,
				(errcode(ERRCODE_INVALID_TEXT_REPRESENTATION),
				 errmsg("invalid input syntax for type news_source: \"%.*s\"",
						pg_mbcliplen(text, length, SHOWN_INPUT), text),
				 errdetail("%s The fault is at byte %d.", scanner.fault, scanner.at + 1),
				 errhint("Write \"person:jane roe\", or \"media:cnn < anonymous:diplomatic sources\".")));
	return PointerGetDatum(cstring_to_text_with_len(out.data, out.len));
}

ND_FUNCTION(news_source_in);

Datum
news_source_in(PG_FUNCTION_ARGS)
{
	char	   *text = PG_GETARG_CSTRING(0);

	return source_from(text, (int) strlen(text), fcinfo->context);
}

ND_FUNCTION(news_source_out);

Datum
news_source_out(PG_FUNCTION_ARGS)
{
	PG_RETURN_CSTRING(text_to_cstring(PG_GETARG_TEXT_PP(0)));
}

ND_FUNCTION(news_source_recv);

Datum
news_source_recv(PG_FUNCTION_ARGS)
{
	StringInfo	buffer = (StringInfo) PG_GETARG_POINTER(0);
	int			length;
	char	   *text = pq_getmsgtext(buffer, buffer->len - buffer->cursor, &length);

	return source_from(text, length, NULL);
}

ND_FUNCTION(news_source_send);

Datum
news_source_send(PG_FUNCTION_ARGS)
{
	text	   *source = PG_GETARG_TEXT_PP(0);
	StringInfoData buffer;

	pq_begintypsend(&buffer);
	pq_sendtext(&buffer, VARDATA_ANY(source), VARSIZE_ANY_EXHDR(source));
	PG_RETURN_BYTEA_P(pq_endtypsend(&buffer));
}

static void
append_link(StringInfo out, const NdFoundSource *source)
{
	StringInfoData key;

	initStringInfo(&key);
	nd_append_server_text(&key, source->key);
	appendStringInfo(out, "%s:", nd_source_kind_name(source->kind));
	write_key(out, key.data, key.len);
	pfree(key.data);
}

void
nd_append_source(StringInfo out, const NdFindings *findings, const NdFoundClaim *claim)
{
	append_link(out, &findings->sources[claim->source]);
	for (uint32 i = 0; i < claim->n_via; i++)
	{
		appendStringInfoString(out, " < ");
		append_link(out, &findings->sources[claim->via[i]]);
	}
}

Datum
nd_source_of_claim(const NdFindings *findings, const NdFoundClaim *claim)
{
	StringInfoData out;

	initStringInfo(&out);
	nd_append_source(&out, findings, claim);
	return PointerGetDatum(cstring_to_text_with_len(out.data, out.len));
}

Datum
nd_source_alone(const NdFoundSource *source)
{
	StringInfoData out;

	initStringInfo(&out);
	append_link(&out, source);
	return PointerGetDatum(cstring_to_text_with_len(out.data, out.len));
}
