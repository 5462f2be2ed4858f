/*
 * match_gin.c
 *		GIN for news_claim and news_digest: the keys of core/query/key.h.
 *
 * Keys are stored as bytea, which compares them as the core does.
 */
#include "postgres.h"

#include "access/gin.h"

#include "compat.h"
#include "keys.h"
#include "query.h"
#include "query/plan.h"

/* What one scan keeps. Of every key looked up, extra_data points to one. */
typedef struct Lookup
{
	const NdKeyRange *range;
	struct Search *search;
} Lookup;

typedef struct Search
{
	NdReader	reader;			/* lives as long as the scan */
	NdQuery		query;
	NdPlan		plan;
	NdTernary  *present;		/* as many as keys are looked up */
	Lookup	   *lookups;
} Search;

static Datum
extract_value(FunctionCallInfo fcinfo, NdDigestForm form)
{
	int32	   *n_keys = (int32 *) PG_GETARG_POINTER(1);
	Datum	   *result;
	NdReader	reader;
	NdFindings	findings;
	NdKeys		keys;

	nd_reader_open(&reader);
	nd_keys_of_value(&reader, PG_GETARG_DATUM(0), form, &findings, &keys);
	MemoryContextSwitchTo(reader.caller);
	result = palloc(Max(keys.count, 1) * sizeof(Datum));
	for (uint32 i = 0; i < keys.count; i++)
		result[i] = nd_key_datum(keys.keys[i]);
	*n_keys = (int32) keys.count;
	nd_reader_close(&reader);
	PG_RETURN_POINTER(result);
}

ND_FUNCTION(news_claim_gin_extract_value);

Datum
news_claim_gin_extract_value(PG_FUNCTION_ARGS)
{
	return extract_value(fcinfo, ND_ONE_CLAIM);
}

ND_FUNCTION(news_digest_gin_extract_value);

Datum
news_digest_gin_extract_value(PG_FUNCTION_ARGS)
{
	return extract_value(fcinfo, ND_WHOLE_ARTICLE);
}

/* Its memory is a child of the caller's, and goes with it. */
static Search *
plan_search(struct varlena *query, NdDigestForm form)
{
	Search	   *search = palloc0(sizeof(Search));
	NdReader   *reader = &search->reader;

	nd_reader_open(reader);
	if (!nd_query_of(&reader->arena, query, &search->query) ||
		!nd_query_plan(&reader->arena, &search->query, form == ND_ONE_CLAIM, &search->plan))
		nd_reader_report(reader);
	MemoryContextSwitchTo(reader->caller);
	search->present = palloc0((search->plan.n_ranges + 1) * sizeof(NdTernary));
	search->lookups = palloc0((search->plan.n_ranges + 1) * sizeof(Lookup));
	return search;
}

static Datum
extract_query(FunctionCallInfo fcinfo, NdDigestForm form)
{
	int32	   *n_keys = (int32 *) PG_GETARG_POINTER(1);
	bool	  **partial = (bool **) PG_GETARG_POINTER(3);
	Pointer   **extra = (Pointer **) PG_GETARG_POINTER(4);
	int32	   *mode = (int32 *) PG_GETARG_POINTER(6);
	Search	   *search = plan_search(PG_GETARG_QUERY(0), form);
	const NdPlan *plan = &search->plan;
	Datum	   *keys = palloc((plan->n_ranges + 1) * sizeof(Datum));

	*partial = palloc0((plan->n_ranges + 1) * sizeof(bool));
	*extra = palloc((plan->n_ranges + 1) * sizeof(Pointer));
	/* one more than there are keys: a query without any is planned, too */
	for (uint32 i = 0; i <= plan->n_ranges; i++)
	{
		search->lookups[i].search = search;
		(*extra)[i] = (Pointer) &search->lookups[i];
	}
	for (uint32 i = 0; i < plan->n_ranges; i++)
	{
		search->lookups[i].range = &plan->ranges[i];
		keys[i] = nd_key_datum(plan->ranges[i].first);
		(*partial)[i] = plan->ranges[i].range;
	}
	*n_keys = (int32) plan->n_ranges;
	*mode = plan->everything ? GIN_SEARCH_MODE_ALL : GIN_SEARCH_MODE_DEFAULT;
	PG_RETURN_POINTER(keys);
}

ND_FUNCTION(news_claim_gin_extract_query);

Datum
news_claim_gin_extract_query(PG_FUNCTION_ARGS)
{
	return extract_query(fcinfo, ND_ONE_CLAIM);
}

ND_FUNCTION(news_digest_gin_extract_query);

Datum
news_digest_gin_extract_query(PG_FUNCTION_ARGS)
{
	return extract_query(fcinfo, ND_WHOLE_ARTICLE);
}

ND_FUNCTION(news_gin_compare_partial);

Datum
news_gin_compare_partial(PG_FUNCTION_ARGS)
{
	NdText		key = nd_datum_key(PG_GETARG_DATUM(1));
	const Lookup *lookup = (Lookup *) PG_GETARG_POINTER(3);

	PG_RETURN_INT32(nd_key_range_compare(lookup->range, key));
}

/* Our ternary values have the order of GIN's; only their width differs. */
static NdTernary
consistent(FunctionCallInfo fcinfo, int extra)
{
	const GinTernaryValue *check = (GinTernaryValue *) PG_GETARG_POINTER(0);
	Search	   *search = (*(Lookup **) PG_GETARG_POINTER(extra))->search;

	for (uint32 i = 0; i < search->plan.n_ranges; i++)
		search->present[i] = check[i] == GIN_TRUE ? ND_YES : check[i] == GIN_FALSE ? ND_NO : ND_MAYBE;
	return nd_plan_consistent(&search->plan, search->present);
}

ND_FUNCTION(news_gin_consistent);

Datum
news_gin_consistent(PG_FUNCTION_ARGS)
{
	bool	   *recheck = (bool *) PG_GETARG_POINTER(5);
	NdTernary	state = consistent(fcinfo, 4);

	*recheck = state == ND_MAYBE;
	PG_RETURN_BOOL(state != ND_NO);
}

ND_FUNCTION(news_gin_tri_consistent);

Datum
news_gin_tri_consistent(PG_FUNCTION_ARGS)
{
	switch (consistent(fcinfo, 4))
	{
		case ND_NO:
			PG_RETURN_GIN_TERNARY_VALUE(GIN_FALSE);
		case ND_YES:
			PG_RETURN_GIN_TERNARY_VALUE(GIN_TRUE);
		case ND_MAYBE:
			break;
	}
	PG_RETURN_GIN_TERNARY_VALUE(GIN_MAYBE);
}
