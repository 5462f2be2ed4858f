/*
 * text_rows.c
 *		Set-returning functions over one text: news_passages and the like.
 */
#include "postgres.h"

#include "text_rows.h"

static bool
read_text(NdReader *reader, NdText text, bool tagged, NdDocument *document)
{
	NdReadOptions options = {false};

	return tagged ?
		nd_read_sentences(&reader->arena, nd_reader_engine(reader), text, options, document) :
		nd_read_text(&reader->arena, text, options, document);
}

Datum
nd_rows_of_text(FunctionCallInfo fcinfo, bool tagged, NdAddTextRows add_rows)
{
	NdReader	reader;
	NdInput		input;
	NdDocument	document;
	NdRows		rows;

	nd_rows_open(&rows, fcinfo);
	nd_reader_open(&reader);
	if (nd_input_open(&reader, PG_GETARG_TEXT_PP(0), &input) &&
		read_text(&reader, input.text, tagged, &document))
	{
		nd_rows_begin(&rows);
		add_rows(&rows, &input, &document);
	}
	else
		nd_reader_report(&reader);
	nd_reader_close(&reader);
	return (Datum) 0;
}
