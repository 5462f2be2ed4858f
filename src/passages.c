/*
 * passages.c
 *		news_passages(body): runs of lines of one kind.
 */
#include "postgres.h"

#include "compat.h"
#include "text_rows.h"

static void
add_passages(NdRows *rows, const NdInput *input, const NdDocument *document)
{
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
	return nd_rows_of_text(fcinfo, false, add_passages);
}
