/*
 * passages.c
 *		news_passages(body): runs of lines of one kind.
 */
#include "postgres.h"

#include "compat.h"
#include "input.h"
#include "rows.h"

static void
return_passages(NdRows *rows, const NdInput *input, const NdDocument *document)
{
	nd_rows_begin(rows);
	for (uint32 i = 0; i < document->n_passages; i++)
	{
		const NdPassage *passage = &document->passages[i];

		nd_row_add(rows, Int32GetDatum(i + 1));
		nd_row_add_name(rows, nd_passage_kind_name(passage->kind));
		nd_row_add(rows, nd_input_range(input, passage->at));
		nd_row_add(rows, nd_input_text(input, passage->at));
		nd_row_end(rows);
	}
}

ND_FUNCTION(news_passages);

Datum
news_passages(PG_FUNCTION_ARGS)
{
	NdReadOptions options = {false};
	NdReader	reader;
	NdInput		input;
	NdDocument	document;
	NdRows		rows;

	nd_rows_open(&rows, fcinfo);
	nd_reader_open(&reader);
	if (nd_input_open(&reader, PG_GETARG_TEXT_PP(0), &input) &&
		nd_read_text(&reader.arena, input.text, options, &document))
		return_passages(&rows, &input, &document);
	else
		nd_reader_report(&reader);
	nd_reader_close(&reader);
	return (Datum) 0;
}
