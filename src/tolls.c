/*
 * tolls.c
 *		news_tolls(body, title, published), news_tolls(digest): how many, of
 *		whom, as reported by whom.
 */
#include "postgres.h"

#include "compat.h"
#include "findings.h"
#include "ranges.h"
#include "server_text.h"
#include "toll.h"

static void
add_bound(NdRows *rows, int64 bound)
{
	if (bound == ND_NO_BOUND)
		nd_row_add_null(rows);
	else
		nd_row_add(rows, Int64GetDatum(bound));
}

static void
add_value(NdRows *rows, const NdTollValue *value)
{
	nd_row_add(rows, nd_toll_datum(*value));
	nd_row_add_name(rows, nd_toll_kind_name(value->kind));
	add_bound(rows, value->low);
	add_bound(rows, value->high);
	nd_row_add_name(rows, nd_hedge_name(value->hedge));
}

static void
add_event(NdRows *rows, const NdKept *kept, const NdFoundToll *toll)
{
	const char *group = nd_victim_group_name(toll->group);

	nd_row_add_text(rows, nd_kept_words(kept, toll->victims));
	if (group)
		nd_row_add_name(rows, group);
	else
		nd_row_add_null(rows);
	nd_row_add_text(rows, nd_kept_words(kept, toll->place));
	if (toll->happened_from == ND_NO_DATE && toll->happened_until == ND_NO_DATE)
		nd_row_add_null(rows);
	else
		nd_row_add(rows, nd_daterange_datum(toll->happened_from, toll->happened_until));
}

/* The claim that reports a toll, and the key of its source. */
static void
add_reporter(NdRows *rows, const NdFindings *findings, const NdFoundToll *toll)
{
	const NdFoundClaim *claim = nd_find_claim(findings, toll->claim);

	nd_row_add_number(rows, toll->claim);
	if (claim == NULL || claim->source == ND_NONE)
		nd_row_add_null(rows);
	else
		nd_row_add(rows, nd_server_text(findings->sources[claim->source].key));
}

static void
add_tolls(NdRows *rows, NdReader *reader, const NdFindings *findings)
{
	for (uint32 i = 0; i < findings->n_tolls; i++)
	{
		const NdFoundToll *toll = &findings->tolls[i];
		const NdKept *kept = nd_kept_of(findings, toll->in_title);

		nd_row_add_number(rows, toll->number);
		add_value(rows, &toll->value);
		nd_row_add_text(rows, nd_kept_words(kept, toll->at));
		add_event(rows, kept, toll);
		nd_row_add_name(rows, nd_scope_name(toll->scope));
		nd_row_add_number(rows, toll->part_of);
		nd_row_add(rows, BoolGetDatum(toll->negated));
		add_reporter(rows, findings, toll);
		nd_row_add_number(rows, toll->sentence);
		nd_row_add_name(rows, nd_passage_kind_name(toll->passage));
		nd_row_add(rows, nd_range_datum(nd_kept_place(kept, toll->at)));
		nd_row_add_confidence(rows, toll->confidence);
		nd_row_end(rows);
	}
}

ND_FUNCTION(news_tolls);

/* An article may lack a title, so the function is not STRICT. */
Datum
news_tolls(PG_FUNCTION_ARGS)
{
	return nd_rows_of_article(fcinfo, add_tolls);
}

ND_FUNCTION(news_tolls_of_digest);

Datum
news_tolls_of_digest(PG_FUNCTION_ARGS)
{
	return nd_rows_of_digest(fcinfo, add_tolls);
}
