/*
 * match.c
 *		news_claim @@ news_query, news_digest @@ news_query, and the other way
 *		round.
 */
#include "postgres.h"

#include "compat.h"
#include "findings.h"
#include "query.h"
#include "stemmer.h"

/* What one place of a statement keeps from row to row. */
typedef struct Matcher
{
	NdReader	reader;
	NdQuery		query;			/* parsed and stemmed, of these bytes */
	char	   *bytes;			/* NULL: none yet */
	Size		length;
	NdMark		ready;			/* memory of one row is what comes after */
} Matcher;

static Matcher *
matcher_of(FunctionCallInfo fcinfo)
{
	FmgrInfo   *function = fcinfo->flinfo;
	Matcher    *matcher = function->fn_extra;
	MemoryContext caller;

	if (matcher == NULL)
	{
		caller = MemoryContextSwitchTo(function->fn_mcxt);
		matcher = palloc0(sizeof(Matcher));
		nd_reader_open(&matcher->reader);
		MemoryContextSwitchTo(caller);
		function->fn_extra = matcher;
	}
	return matcher;
}

static void
keep_query(Matcher *matcher, struct varlena *value)
{
	NdReader   *reader = &matcher->reader;
	Size		length = VARSIZE_ANY_EXHDR(value);

	if (matcher->bytes && matcher->length == length &&
		memcmp(matcher->bytes, VARDATA_ANY(value), length) == 0)
		return;
	if (matcher->bytes)
		pfree(matcher->bytes);
	matcher->bytes = NULL;
	nd_arena_free(&reader->arena);
	if (!nd_query_of(&reader->arena, value, &matcher->query))
		nd_reader_report(reader);
	matcher->ready = nd_arena_mark(&reader->arena);
	matcher->bytes = MemoryContextAlloc(reader->memory, length + 1);
	memcpy(matcher->bytes, VARDATA_ANY(value), length);
	matcher->length = length;
}

static Datum
matches(FunctionCallInfo fcinfo, int value, int query, NdDigestForm form)
{
	Matcher    *matcher = matcher_of(fcinfo);
	NdReader   *reader = &matcher->reader;
	NdFindings	findings;
	bool		result;

	keep_query(matcher, PG_GETARG_QUERY(query));
	nd_findings_of_value(reader, PG_GETARG_DATUM(value), form, &findings);
	if (!nd_query_matches(&reader->arena, nd_backend_stemmer(), &matcher->query, &findings,
						  form == ND_ONE_CLAIM, &result))
		nd_reader_report(reader);
	nd_arena_rewind(&reader->arena, matcher->ready);
	PG_RETURN_BOOL(result);
}

ND_FUNCTION(news_claim_matches);

Datum
news_claim_matches(PG_FUNCTION_ARGS)
{
	return matches(fcinfo, 0, 1, ND_ONE_CLAIM);
}

ND_FUNCTION(news_digest_matches);

Datum
news_digest_matches(PG_FUNCTION_ARGS)
{
	return matches(fcinfo, 0, 1, ND_WHOLE_ARTICLE);
}

ND_FUNCTION(news_query_matches_claim);

Datum
news_query_matches_claim(PG_FUNCTION_ARGS)
{
	return matches(fcinfo, 1, 0, ND_ONE_CLAIM);
}

ND_FUNCTION(news_query_matches_digest);

Datum
news_query_matches_digest(PG_FUNCTION_ARGS)
{
	return matches(fcinfo, 1, 0, ND_WHOLE_ARTICLE);
}
