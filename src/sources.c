/*
 * sources.c
 *		news_sources(body, title, published), news_sources(digest): who is
 *		spoken of as a source.
 */
#include "postgres.h"

#include "compat.h"
#include "findings.h"
#include "ranges.h"
#include "server_text.h"
#include "source.h"

static void
add_sources(NdRows *rows, NdReader *reader, const NdFindings *findings)
{
	for (uint32 i = 0; i < findings->n_sources; i++)
	{
		const NdFoundSource *source = &findings->sources[i];

		nd_row_add(rows, nd_source_alone(source));
		nd_row_add_name(rows, nd_source_kind_name(source->kind));
		nd_row_add(rows, nd_server_text(source->key));
		nd_row_add(rows, nd_server_text(source->name));
		nd_row_add_text(rows, source->role);
		if (nd_span_empty(source->first_at))
			nd_row_add_null(rows);
		else
			nd_row_add(rows, nd_range_datum(source->first_at));
		nd_row_add(rows, Int32GetDatum((int32) source->mentions));
		nd_row_add(rows, Int32GetDatum((int32) source->claims));
		nd_row_add(rows, Int32GetDatum((int32) source->denials));
		nd_row_add(rows, BoolGetDatum(source->kind == ND_SOURCE_ANONYMOUS));
		nd_row_end(rows);
	}
}

ND_FUNCTION(news_sources);

/* An article may lack a title, so the function is not STRICT. */
Datum
news_sources(PG_FUNCTION_ARGS)
{
	return nd_rows_of_article(fcinfo, add_sources);
}

ND_FUNCTION(news_sources_of_digest);

Datum
news_sources_of_digest(PG_FUNCTION_ARGS)
{
	return nd_rows_of_digest(fcinfo, add_sources);
}
