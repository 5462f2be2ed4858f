/*
 * toll_aggregates.c
 *		news_toll_span, the numbers between the least and the greatest that
 *		any toll allows, and news_toll_agreed, the numbers that all allow.
 *
 * The state is an interval of one kind; an empty one (high < low) stands for
 * tolls that contradict each other, and stays so.
 */
#include "postgres.h"

#include "compat.h"
#include "toll.h"

static const NdTollReach contradiction = {1, 0};

static bool
is_contradiction(NdTollReach reach)
{
	return reach.high < reach.low;
}

static void
check_kinds(NdTollReach a, NdTollReach b)
{
	if (nd_reach_kind(a.low) != nd_reach_kind(b.low))
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("tolls of different kinds have no number in common"),
				 errdetail("One is of kind %s, another of kind %s.",
						   nd_toll_kind_name(nd_reach_kind(a.low)),
						   nd_toll_kind_name(nd_reach_kind(b.low))),
				 errhint("Add GROUP BY news_toll_kind(...).")));
}

static NdTollReach
span(NdTollReach a, NdTollReach b)
{
	check_kinds(a, b);
	a.low = Min(a.low, b.low);
	a.high = Max(a.high, b.high);
	return a;
}

static NdTollReach
agreed(NdTollReach a, NdTollReach b)
{
	if (is_contradiction(a) || is_contradiction(b))
		return contradiction;
	check_kinds(a, b);
	a.low = Max(a.low, b.low);
	a.high = Min(a.high, b.high);
	return is_contradiction(a) ? contradiction : a;
}

typedef NdTollReach (*Join) (NdTollReach, NdTollReach);

/* state, toll → state; NULLs are left out */
static Datum
accumulate(FunctionCallInfo fcinfo, Join join)
{
	NdTollReach reach;

	if (PG_ARGISNULL(1))
	{
		if (PG_ARGISNULL(0))
			PG_RETURN_NULL();
		PG_RETURN_DATUM(PG_GETARG_DATUM(0));
	}
	reach = nd_toll_reach(PG_GETARG_TOLL(1));
	if (!PG_ARGISNULL(0))
		reach = join(*PG_GETARG_REACH(0), reach);
	return nd_reach_datum(reach);
}

static Datum
combine(FunctionCallInfo fcinfo, Join join)
{
	if (PG_ARGISNULL(0) && PG_ARGISNULL(1))
		PG_RETURN_NULL();
	if (PG_ARGISNULL(0) || PG_ARGISNULL(1))
		PG_RETURN_DATUM(PG_GETARG_DATUM(PG_ARGISNULL(0) ? 1 : 0));
	return nd_reach_datum(join(*PG_GETARG_REACH(0), *PG_GETARG_REACH(1)));
}

ND_FUNCTION(news_toll_span_step);

Datum
news_toll_span_step(PG_FUNCTION_ARGS)
{
	return accumulate(fcinfo, span);
}

ND_FUNCTION(news_toll_span_combine);

Datum
news_toll_span_combine(PG_FUNCTION_ARGS)
{
	return combine(fcinfo, span);
}

ND_FUNCTION(news_toll_agreed_step);

Datum
news_toll_agreed_step(PG_FUNCTION_ARGS)
{
	return accumulate(fcinfo, agreed);
}

ND_FUNCTION(news_toll_agreed_combine);

Datum
news_toll_agreed_combine(PG_FUNCTION_ARGS)
{
	return combine(fcinfo, agreed);
}

ND_FUNCTION(news_toll_of_reach);

Datum
news_toll_of_reach(PG_FUNCTION_ARGS)
{
	NdTollReach reach = *PG_GETARG_REACH(0);

	if (is_contradiction(reach))
		PG_RETURN_NULL();
	return nd_toll_datum(nd_toll_of_reach(reach));
}
