/*
 * ranges.c
 *		Places and days as ranges of the server.
 */
#include "postgres.h"

#include "catalog/pg_type.h"
#include "utils/multirangetypes.h"
#include "utils/typcache.h"

#include "compat.h"
#include "digest/findings.h"
#include "published.h"
#include "ranges.h"

static RangeType *
range_of(TypeCacheEntry *type, NdSpan places)
{
	RangeBound	lower = {0};
	RangeBound	upper = {0};

	lower.val = Int32GetDatum((int32) places.start);
	lower.inclusive = true;
	lower.lower = true;
	upper.val = Int32GetDatum((int32) places.end);
	return nd_make_range(type, &lower, &upper);
}

Datum
nd_range_datum(NdSpan places)
{
	TypeCacheEntry *type = lookup_type_cache(INT4RANGEOID, TYPECACHE_RANGE_INFO);

	return RangeTypePGetDatum(range_of(type, places));
}

Datum
nd_multirange_datum(const NdSpan *places, uint32 count)
{
	TypeCacheEntry *type = lookup_type_cache(INT4RANGEOID, TYPECACHE_RANGE_INFO);
	RangeType **ranges = palloc(Max(count, 1) * sizeof(RangeType *));

	for (uint32 i = 0; i < count; i++)
		ranges[i] = range_of(type, places[i]);
	return MultirangeTypePGetDatum(make_multirange(INT4MULTIRANGEOID, type, (int32) count,
												   ranges));
}

/*
 * The server wants to know the day after the last one, and has none after its
 * own last.
 */
static void
set_day(RangeBound *bound, int32_t days)
{
	bound->infinite = days == ND_NO_DATE || days == ND_LAST_DAY;
	bound->inclusive = !bound->infinite;
	if (!bound->infinite)
		bound->val = nd_date_datum(days);
}

Datum
nd_daterange_datum(int32_t from, int32_t until)
{
	TypeCacheEntry *type = lookup_type_cache(DATERANGEOID, TYPECACHE_RANGE_INFO);
	RangeBound	lower = {0};
	RangeBound	upper = {0};

	lower.lower = true;
	set_day(&lower, from);
	set_day(&upper, until);
	return RangeTypePGetDatum(nd_make_range(type, &lower, &upper));
}
