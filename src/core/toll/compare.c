/*
 * compare.c
 *		Which numbers a toll allows.
 */
#include "toll/compare.h"

/* How far "about" reaches, at least one. */
static uint64_t
about(uint64_t number)
{
	return (number * ND_ABOUT_PERCENT + 99) / 100;
}

NdTollReach
nd_toll_reach(const NdTollValue *value)
{
	uint64_t	low = value->low == ND_NO_BOUND ? 0 : (uint64_t) value->low;
	uint64_t	high = value->high == ND_NO_BOUND ? ND_UNBOUNDED : (uint64_t) value->high;
	uint64_t	kind = value->kind * ND_KIND_STEP;

	switch ((NdHedge) value->hedge)
	{
		case ND_MORE_THAN:
			low++;
			break;
		case ND_LESS_THAN:
			high--;
			break;
		case ND_ALMOST:
			low -= about(low);
			break;
		case ND_ABOUT:
			low -= about(low);
			high += about(high);
			break;
		case ND_EXACT:
		case ND_AT_LEAST:
		case ND_AT_MOST:
		case ND_RANGE:
		case ND_VAGUE:
			break;
	}
	return (NdTollReach)
	{
		kind + low, kind + high
	};
}

/* "About" can reach a little beyond the greatest number that can be stated. */
static int64_t
stated(uint64_t number)
{
	return number > (uint64_t) ND_MOST_PEOPLE ? ND_MOST_PEOPLE : (int64_t) number;
}

NdTollValue
nd_toll_of_reach(NdTollReach reach)
{
	NdTollKind	kind = (NdTollKind) nd_reach_kind(reach.low);
	int64_t		low = stated(nd_reach_number(reach.low));
	uint64_t	last = nd_reach_number(reach.high);

	if (last == ND_UNBOUNDED)
		return nd_toll_value(kind, low, ND_NO_BOUND, ND_AT_LEAST);
	if (low == 0 && last > 0)
		return nd_toll_value(kind, ND_NO_BOUND, stated(last), ND_AT_MOST);
	return nd_toll_value(kind, low, stated(last), ND_RANGE);
}

static int
order(uint64_t a, uint64_t b)
{
	return (a > b) - (a < b);
}

int
nd_toll_compare(const NdTollValue *a, const NdTollValue *b)
{
	NdTollReach first = nd_toll_reach(a);
	NdTollReach second = nd_toll_reach(b);
	int			result = order(first.low, second.low);

	if (result == 0)
		result = order(first.high, second.high);
	if (result == 0)
		result = order(a->hedge, b->hedge);
	if (result == 0)
		result = order((uint64_t) a->low, (uint64_t) b->low);
	return result != 0 ? result : order((uint64_t) a->high, (uint64_t) b->high);
}

int64_t
nd_toll_best(const NdTollValue *value)
{
	if (value->low == ND_NO_BOUND)
		return value->high;
	if (value->high == ND_NO_BOUND)
		return value->low;
	return value->low + (value->high - value->low) / 2;
}
