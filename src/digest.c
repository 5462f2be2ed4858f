/*
 * digest.c
 *		The type news_digest: everything found in one article.
 */
#include "postgres.h"

#include "compat.h"
#include "digest.h"
#include "findings.h"
#include "server_text.h"

ND_FUNCTION(news_digest_in);

Datum
news_digest_in(PG_FUNCTION_ARGS)
{
	return nd_form_in(fcinfo, ND_WHOLE_ARTICLE);
}

ND_FUNCTION(news_digest_out);

Datum
news_digest_out(PG_FUNCTION_ARGS)
{
	return nd_form_out(fcinfo, ND_WHOLE_ARTICLE);
}

ND_FUNCTION(news_digest_recv);

Datum
news_digest_recv(PG_FUNCTION_ARGS)
{
	return nd_form_recv(fcinfo, ND_WHOLE_ARTICLE);
}

ND_FUNCTION(news_digest_send);

Datum
news_digest_send(PG_FUNCTION_ARGS)
{
	return nd_form_send(fcinfo);
}

ND_FUNCTION(news_digest_jsonb);

Datum
news_digest_jsonb(PG_FUNCTION_ARGS)
{
	return nd_form_to_jsonb(fcinfo, ND_WHOLE_ARTICLE);
}

ND_FUNCTION(news_digest_of_jsonb);

Datum
news_digest_of_jsonb(PG_FUNCTION_ARGS)
{
	return nd_form_of_jsonb(fcinfo, ND_WHOLE_ARTICLE);
}

ND_FUNCTION(news_digest);

/* An article may lack a title, so the function is not STRICT. */
Datum
news_digest(PG_FUNCTION_ARGS)
{
	NdReader	reader;
	NdFindings	findings;
	Datum		digest;

	if (PG_ARGISNULL(0))
		PG_RETURN_NULL();
	nd_reader_open(&reader);
	nd_findings_of_article(&reader, fcinfo, &findings);
	digest = nd_reader_result(&reader, nd_value_of_findings(&reader, &findings,
															ND_WHOLE_ARTICLE));
	nd_reader_close(&reader);
	return digest;
}

ND_FUNCTION(news_digest_error);

/* Why an article was not analysed. */
Datum
news_digest_error(PG_FUNCTION_ARGS)
{
	NdReader	reader;
	NdFindings	findings;
	Datum		error = (Datum) 0;

	nd_reader_open(&reader);
	nd_findings_of_value(&reader, PG_GETARG_DATUM(0), ND_WHOLE_ARTICLE, &findings);
	if (findings.fault.length > 0)
		error = nd_reader_result(&reader, nd_server_text(findings.fault));
	nd_reader_close(&reader);
	if (error == (Datum) 0)
		PG_RETURN_NULL();
	return error;
}
