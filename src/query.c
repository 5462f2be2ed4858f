/*
 * query.c
 *		The type news_query: input and output.
 */
#include "postgres.h"

#include "lib/stringinfo.h"
#include "libpq/pqformat.h"
#include "mb/pg_wchar.h"
#include "utils/builtins.h"

#include "compat.h"
#include "input.h"
#include "query.h"
#include "server_text.h"
#include "stemmer.h"

#define SHOWN_INPUT	40			/* bytes of a bad input that an error repeats */

static struct varlena *
make_stored(NdText canonical)
{
	Size		size = VARHDRSZ + 1 + canonical.length;
	struct varlena *stored = palloc(size);

	SET_VARSIZE(stored, size);
	VARDATA(stored)[0] = ND_QUERY_VERSION;
	memcpy(VARDATA(stored) + 1, canonical.bytes, canonical.length);
	return stored;
}

static NdText
stored_text(struct varlena *stored)
{
	Size		length = VARSIZE_ANY_EXHDR(stored);
	NdText		text = {VARDATA_ANY(stored) + 1, (uint32) length - 1};

	if (length < 1 || VARDATA_ANY(stored)[0] != ND_QUERY_VERSION)
		ereport(ERROR,
				(errcode(ERRCODE_DATA_CORRUPTED),
				 errmsg("unknown version of a stored news_query")));
	return text;
}

bool
nd_query_of(NdArena *arena, struct varlena *stored, NdQuery *query)
{
	NdQueryFault fault;

	if (!nd_query_parse(arena, stored_text(stored), query, &fault))
	{
		if (fault.what)
			ereport(ERROR,
					(errcode(ERRCODE_DATA_CORRUPTED),
					 errmsg("damaged news_query"),
					 errdetail("%s", fault.what)));
		return false;
	}
	return nd_query_stem(arena, nd_backend_stemmer(), query);
}

/* The number of the character, from 1, that begins at a byte. */
static int
character_number(const NdInput *input, uint32 byte)
{
	int			number = 1;

	if (input->bytes_are_characters)
		return (int) byte + 1;
	for (uint32 at = 0; at < byte; number++)
		nd_decode(input->text, at, &at);
	return number;
}

/*
 * Reads a text of the server. Returns the stored form, or NULL with a fault,
 * which then is in the caller's memory and counts characters from 1.
 */
static struct varlena *
read_query(text *argument, bool forgive, NdQueryFault *fault)
{
	NdReader	reader;
	NdInput		input;
	NdQuery		query;
	NdText		canonical;
	struct varlena *stored = NULL;

	*fault = (NdQueryFault) {.what = NULL};
	nd_reader_open(&reader);
	if (nd_input_open(&reader, argument, &input) &&
		(forgive ? nd_query_forgive(&reader.arena, input.text, &query) :
		 nd_query_parse(&reader.arena, input.text, &query, fault)) &&
		nd_query_print(&reader.arena, &query, &canonical))
	{
		MemoryContextSwitchTo(reader.caller);
		stored = make_stored(canonical);
	}
	else if (fault->what)
	{
		fault->at = character_number(&input, fault->at);
		if (fault->hint)
			fault->hint = MemoryContextStrdup(reader.caller, fault->hint);
	}
	else
		nd_reader_report(&reader);
	nd_reader_close(&reader);
	return stored;
}

static Datum
query_from(text *argument, struct Node *escontext)
{
	const char *bytes = VARDATA_ANY(argument);
	int			length = VARSIZE_ANY_EXHDR(argument);
	int			read = pg_mbcliplen(bytes, length, ND_QUERY_MOST_BYTES);
	NdQueryFault fault = {.what = "The query is longer than 65536 bytes.", .limit = true};
	struct varlena *stored = NULL;

	if (read == length)
		stored = read_query(argument, false, &fault);
	else
		fault.at = pg_mbstrlen_with_len(bytes, read) + 1;
	if (stored)
		return PointerGetDatum(stored);
	ereturn(escontext, (Datum) 0,
			(errcode(fault.limit ? ERRCODE_PROGRAM_LIMIT_EXCEEDED : ERRCODE_SYNTAX_ERROR),
			 errmsg(fault.limit ? "query exceeds a limit of type news_query: \"%.*s\"" :
					"invalid input syntax for type news_query: \"%.*s\"",
					pg_mbcliplen(bytes, length, SHOWN_INPUT), bytes),
			 errdetail("%s The fault is at character %u.", fault.what, fault.at),
			 fault.hint ? errhint("%s", fault.hint) : 0));
}

ND_FUNCTION(news_query_in);

Datum
news_query_in(PG_FUNCTION_ARGS)
{
	return query_from(cstring_to_text(PG_GETARG_CSTRING(0)), fcinfo->context);
}

ND_FUNCTION(news_query_out);

Datum
news_query_out(PG_FUNCTION_ARGS)
{
	StringInfoData out;

	initStringInfo(&out);
	nd_append_server_text(&out, stored_text(PG_GETARG_QUERY(0)));
	PG_RETURN_CSTRING(out.data);
}

ND_FUNCTION(news_query_recv);

Datum
news_query_recv(PG_FUNCTION_ARGS)
{
	StringInfo	buffer = (StringInfo) PG_GETARG_POINTER(0);
	int			length;
	char	   *bytes = pq_getmsgtext(buffer, buffer->len - buffer->cursor, &length);

	return query_from(cstring_to_text_with_len(bytes, length), NULL);
}

ND_FUNCTION(news_query_send);

Datum
news_query_send(PG_FUNCTION_ARGS)
{
	StringInfoData out;
	StringInfoData buffer;

	initStringInfo(&out);
	nd_append_server_text(&out, stored_text(PG_GETARG_QUERY(0)));
	pq_begintypsend(&buffer);
	pq_sendtext(&buffer, out.data, out.len);
	PG_RETURN_BYTEA_P(pq_endtypsend(&buffer));
}

ND_FUNCTION(to_news_query);

/* Never an error: what cannot be understood, or is too much, is left out. */
Datum
to_news_query(PG_FUNCTION_ARGS)
{
	text	   *argument = PG_GETARG_TEXT_PP(0);
	int			length = VARSIZE_ANY_EXHDR(argument);
	NdQueryFault fault;

	if (length > ND_QUERY_MOST_BYTES)
		argument = cstring_to_text_with_len(VARDATA_ANY(argument),
											pg_mbcliplen(VARDATA_ANY(argument), length, ND_QUERY_MOST_BYTES));
	PG_RETURN_POINTER(read_query(argument, true, &fault));
}
