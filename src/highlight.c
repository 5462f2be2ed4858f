/*
 * highlight.c
 *		news_highlight(body, digest): an article as HTML, with what was found in
 *		it marked.
 */
#include "postgres.h"

#include "compat.h"
#include "digest/highlight.h"
#include "findings.h"
#include "input.h"
#include "server_text.h"

ND_FUNCTION(news_highlight);

/* A body beyond the limits is a warning, and NULL. */
Datum
news_highlight(PG_FUNCTION_ARGS)
{
	NdReader	reader;
	NdInput		body;
	NdFindings	findings;
	NdText		html;
	Datum		result = (Datum) 0;

	nd_reader_open(&reader);
	nd_findings_of_value(&reader, PG_GETARG_DATUM(1), ND_WHOLE_ARTICLE, &findings);
	if (nd_input_open(&reader, PG_GETARG_TEXT_PP(0), &body) &&
		nd_highlight(&reader.arena, body.text, &findings, &html))
		result = nd_reader_result(&reader, nd_server_text(html));
	else
		nd_reader_report(&reader);
	nd_reader_close(&reader);
	if (result == (Datum) 0)
		PG_RETURN_NULL();
	return result;
}
