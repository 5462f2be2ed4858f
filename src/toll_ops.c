/*
 * toll_ops.c
 *		Operators of news_toll: a total order for btree and hash, and what the
 *		numbers allowed by two tolls have in common.
 */
#include "postgres.h"

#include "common/hashfn.h"

#include "compat.h"
#include "toll.h"

static int
compare_arguments(FunctionCallInfo fcinfo)
{
	return nd_toll_compare(PG_GETARG_TOLL(0), PG_GETARG_TOLL(1));
}

#define COMPARISON(name, operator) \
	ND_FUNCTION(name); \
	Datum \
	name(PG_FUNCTION_ARGS) \
	{ \
		PG_RETURN_BOOL(compare_arguments(fcinfo) operator 0); \
	} \
	extern Datum name(PG_FUNCTION_ARGS)

COMPARISON(news_toll_eq, ==);
COMPARISON(news_toll_ne, !=);
COMPARISON(news_toll_lt, <);
COMPARISON(news_toll_le, <=);
COMPARISON(news_toll_gt, >);
COMPARISON(news_toll_ge, >=);

ND_FUNCTION(news_toll_cmp);

Datum
news_toll_cmp(PG_FUNCTION_ARGS)
{
	PG_RETURN_INT32(compare_arguments(fcinfo));
}

ND_FUNCTION(news_toll_hash);

Datum
news_toll_hash(PG_FUNCTION_ARGS)
{
	return hash_any((const unsigned char *) PG_GETARG_POINTER(0), sizeof(NdTollValue));
}

ND_FUNCTION(news_toll_hash_extended);

Datum
news_toll_hash_extended(PG_FUNCTION_ARGS)
{
	return hash_any_extended((const unsigned char *) PG_GETARG_POINTER(0),
							 sizeof(NdTollValue), PG_GETARG_INT64(1));
}

/*
 * What two tolls have in common
 */

static NdTollReach
reach_argument(FunctionCallInfo fcinfo, int n)
{
	return nd_toll_reach(PG_GETARG_TOLL(n));
}

ND_FUNCTION(news_toll_overlaps);

Datum
news_toll_overlaps(PG_FUNCTION_ARGS)
{
	PG_RETURN_BOOL(nd_reach_overlaps(reach_argument(fcinfo, 0), reach_argument(fcinfo, 1)));
}

ND_FUNCTION(news_toll_contains);

Datum
news_toll_contains(PG_FUNCTION_ARGS)
{
	PG_RETURN_BOOL(nd_reach_contains(reach_argument(fcinfo, 0), reach_argument(fcinfo, 1)));
}

ND_FUNCTION(news_toll_contained);

Datum
news_toll_contained(PG_FUNCTION_ARGS)
{
	PG_RETURN_BOOL(nd_reach_contains(reach_argument(fcinfo, 1), reach_argument(fcinfo, 0)));
}

ND_FUNCTION(news_toll_before);

Datum
news_toll_before(PG_FUNCTION_ARGS)
{
	PG_RETURN_BOOL(nd_reach_before(reach_argument(fcinfo, 0), reach_argument(fcinfo, 1)));
}

ND_FUNCTION(news_toll_after);

Datum
news_toll_after(PG_FUNCTION_ARGS)
{
	PG_RETURN_BOOL(nd_reach_before(reach_argument(fcinfo, 1), reach_argument(fcinfo, 0)));
}

/* Whether a toll allows a number, whatever its kind. */
static bool
allows(NdTollReach reach, int64 number)
{
	return number >= 0 && nd_reach_number(reach.low) <= (uint64) number &&
		(uint64) number <= nd_reach_number(reach.high);
}

ND_FUNCTION(news_toll_contains_number);

Datum
news_toll_contains_number(PG_FUNCTION_ARGS)
{
	PG_RETURN_BOOL(allows(reach_argument(fcinfo, 0), PG_GETARG_INT64(1)));
}

ND_FUNCTION(news_number_contained);

Datum
news_number_contained(PG_FUNCTION_ARGS)
{
	PG_RETURN_BOOL(allows(reach_argument(fcinfo, 1), PG_GETARG_INT64(0)));
}
