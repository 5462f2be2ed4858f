/*
 * alias.c
 *		news_alias_key(name): names of sources in a form in which their
 *		spellings are equal.
 */
#include "postgres.h"

#include "compat.h"
#include "input.h"
#include "reader.h"
#include "server_text.h"
#include "source/alias.h"

ND_FUNCTION(news_alias_key);

Datum
news_alias_key(PG_FUNCTION_ARGS)
{
	NdReader	reader;
	NdInput		input;
	NdText		key = {"", 0};
	Datum		result;

	nd_reader_open(&reader);
	if (!nd_input_open(&reader, PG_GETARG_TEXT_PP(0), &input) ||
		!nd_alias_form(&reader.arena, input.text, &key))
		nd_reader_report(&reader);
	MemoryContextSwitchTo(reader.caller);
	result = nd_server_text(key);
	nd_reader_close(&reader);
	PG_RETURN_DATUM(result);
}
