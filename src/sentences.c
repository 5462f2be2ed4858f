/*
 * sentences.c
 *		news_sentences(body): sentences and the passages they stand in.
 */
#include "postgres.h"

#include "compat.h"
#include "input.h"
#include "rows.h"

static void
return_sentences(NdRows *rows, const NdInput *input, const NdDocument *document)
{
	nd_rows_begin(rows);
	for (uint32 i = 0; i < document->n_sentences; i++)
	{
		const NdSentence *sentence = &document->sentences[i];
		const NdParagraph *paragraph = &document->paragraphs[sentence->paragraph];

		nd_row_add(rows, Int32GetDatum(i + 1));
		nd_row_add(rows, Int32GetDatum(paragraph->passage + 1));
		nd_row_add(rows, nd_input_range(input, sentence->at));
		nd_row_add(rows, nd_input_text(input, sentence->at));
		nd_row_end(rows);
	}
}

ND_FUNCTION(news_sentences);

Datum
news_sentences(PG_FUNCTION_ARGS)
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
		return_sentences(&rows, &input, &document);
	else
		nd_reader_report(&reader);
	nd_reader_close(&reader);
	return (Datum) 0;
}
