/*
 * sentences.c
 *		news_sentences(body): sentences and the passages they stand in.
 */
#include "postgres.h"

#include "compat.h"
#include "text_rows.h"

static void
add_sentences(NdRows *rows, const NdInput *input, const NdDocument *document)
{
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
	return nd_rows_of_text(fcinfo, false, add_sentences);
}
