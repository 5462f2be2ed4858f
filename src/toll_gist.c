/*
 * toll_gist.c
 *		GiST for news_toll: intervals on the line of compare.h, where the
 *		numbers of each kind follow those of the kind before.
 *
 * A key is news_toll_reach. For a toll that is the numbers it allows, so a leaf
 * decides all operators but =, which asks the row; inside, it is the envelope.
 */
#include "postgres.h"

#include "access/gist.h"
#include "access/stratnum.h"

#include "compat.h"
#include "toll.h"

#define STRATEGY_BEFORE				1	/* numbers as range types have them */
#define STRATEGY_OVERLAPS			3
#define STRATEGY_AFTER				5
#define STRATEGY_CONTAINS			7
#define STRATEGY_CONTAINED			8
#define STRATEGY_CONTAINS_NUMBER	16
#define STRATEGY_EQUALS				18

static NdTollReach
envelope(NdTollReach a, NdTollReach b)
{
	a.low = Min(a.low, b.low);
	a.high = Max(a.high, b.high);
	return a;
}

static NdTollReach
entry_reach(GistEntryVector *entries, int i)
{
	return *DatumGetReach(entries->vector[i].key);
}

ND_FUNCTION(news_toll_gist_compress);

Datum
news_toll_gist_compress(PG_FUNCTION_ARGS)
{
	GISTENTRY  *entry = (GISTENTRY *) PG_GETARG_POINTER(0);
	GISTENTRY  *key = entry;

	if (entry->leafkey)
	{
		key = palloc(sizeof(*key));
		gistentryinit(*key, nd_reach_datum(nd_toll_reach(DatumGetToll(entry->key))),
					  entry->rel, entry->page, entry->offset, false);
	}
	PG_RETURN_POINTER(key);
}

/*
 * Which keys can hold what is sought
 */

/*
 * A key inside the tree may span kinds: of those between its ends it holds all
 * numbers, of the kind at each end those on its side.
 */
static bool
may_allow(NdTollReach key, int64 number)
{
	unsigned	first = nd_reach_kind(key.low);
	unsigned	last = nd_reach_kind(key.high);

	if (number < 0 || (uint64) number >= ND_UNBOUNDED)
		return false;
	if (first == last)
		return nd_reach_number(key.low) <= (uint64) number &&
			(uint64) number <= nd_reach_number(key.high);
	return last > first + 1 || nd_reach_number(key.low) <= (uint64) number ||
		(uint64) number <= nd_reach_number(key.high);
}

/* Whether some interval within the key can lie before / after the one sought. */
static bool
may_lie_before(NdTollReach key, NdTollReach sought)
{
	return key.low < sought.low && key.high >= nd_reach_kind(sought.low) * ND_KIND_STEP;
}

static bool
may_lie_after(NdTollReach key, NdTollReach sought)
{
	return key.high > sought.high &&
		key.low <= nd_reach_kind(sought.high) * ND_KIND_STEP + ND_UNBOUNDED;
}

static bool
leaf_meets(NdTollReach key, NdTollReach sought, StrategyNumber strategy)
{
	switch (strategy)
	{
		case STRATEGY_BEFORE:
			return nd_reach_before(key, sought);
		case STRATEGY_AFTER:
			return nd_reach_before(sought, key);
		case STRATEGY_OVERLAPS:
			return nd_reach_overlaps(key, sought);
		case STRATEGY_CONTAINS:
			return nd_reach_contains(key, sought);
		case STRATEGY_CONTAINED:
			return nd_reach_contains(sought, key);
		case STRATEGY_EQUALS:
			return key.low == sought.low && key.high == sought.high;
	}
	elog(ERROR, "unknown strategy of news_toll: %d", strategy);
}

static bool
inner_may_meet(NdTollReach key, NdTollReach sought, StrategyNumber strategy)
{
	switch (strategy)
	{
		case STRATEGY_BEFORE:
			return may_lie_before(key, sought);
		case STRATEGY_AFTER:
			return may_lie_after(key, sought);
		case STRATEGY_OVERLAPS:
		case STRATEGY_CONTAINED:
			return nd_reach_overlaps(key, sought);
		case STRATEGY_CONTAINS:
		case STRATEGY_EQUALS:
			return nd_reach_contains(key, sought);
	}
	elog(ERROR, "unknown strategy of news_toll: %d", strategy);
}

ND_FUNCTION(news_toll_gist_consistent);

Datum
news_toll_gist_consistent(PG_FUNCTION_ARGS)
{
	GISTENTRY  *entry = (GISTENTRY *) PG_GETARG_POINTER(0);
	StrategyNumber strategy = (StrategyNumber) PG_GETARG_UINT16(2);
	bool	   *recheck = (bool *) PG_GETARG_POINTER(4);
	NdTollReach key = *DatumGetReach(entry->key);
	NdTollReach sought;

	*recheck = strategy == STRATEGY_EQUALS;
	if (strategy == STRATEGY_CONTAINS_NUMBER)
		PG_RETURN_BOOL(may_allow(key, PG_GETARG_INT64(1)));
	sought = nd_toll_reach(PG_GETARG_TOLL(1));
	if (GIST_LEAF(entry))
		PG_RETURN_BOOL(leaf_meets(key, sought, strategy));
	PG_RETURN_BOOL(inner_may_meet(key, sought, strategy));
}

/*
 * Building the tree
 */

ND_FUNCTION(news_toll_gist_union);

Datum
news_toll_gist_union(PG_FUNCTION_ARGS)
{
	GistEntryVector *entries = (GistEntryVector *) PG_GETARG_POINTER(0);
	int		   *size = (int *) PG_GETARG_POINTER(1);
	NdTollReach all = entry_reach(entries, 0);

	for (int i = 1; i < entries->n; i++)
		all = envelope(all, entry_reach(entries, i));
	*size = sizeof(NdTollReach);
	return nd_reach_datum(all);
}

static bool
is_unbounded(NdTollReach reach)
{
	return nd_reach_number(reach.high) == ND_UNBOUNDED;
}

ND_FUNCTION(news_toll_gist_penalty);

/*
 * How much the key would grow. Intervals without an upper bound are kept
 * apart from the others, which they would make overlap with everything; going
 * over to another kind costs as much by itself.
 */
Datum
news_toll_gist_penalty(PG_FUNCTION_ARGS)
{
	NdTollReach key = *DatumGetReach(((GISTENTRY *) PG_GETARG_POINTER(0))->key);
	NdTollReach added = *DatumGetReach(((GISTENTRY *) PG_GETARG_POINTER(1))->key);
	float	   *penalty = (float *) PG_GETARG_POINTER(2);
	NdTollReach grown = envelope(key, added);

	*penalty = (float) (key.low - grown.low) + (float) (grown.high - key.high);
	if (is_unbounded(key) != is_unbounded(added))
		*penalty += (float) ND_KIND_STEP;
	PG_RETURN_POINTER(penalty);
}

typedef struct SplitItem
{
	NdTollReach reach;
	OffsetNumber offset;
} SplitItem;

/* By kind, bounded ones first, then along the line. */
static int
compare_items(const void *a, const void *b)
{
	const SplitItem *first = a;
	const SplitItem *second = b;
	unsigned	kinds[2] = {nd_reach_kind(first->reach.low), nd_reach_kind(second->reach.low)};

	if (kinds[0] != kinds[1])
		return kinds[0] < kinds[1] ? -1 : 1;
	if (is_unbounded(first->reach) != is_unbounded(second->reach))
		return is_unbounded(first->reach) ? 1 : -1;
	if (first->reach.low != second->reach.low)
		return first->reach.low < second->reach.low ? -1 : 1;
	if (first->reach.high != second->reach.high)
		return first->reach.high < second->reach.high ? -1 : 1;
	return (first->offset > second->offset) - (first->offset < second->offset);
}

/* Whether items i - 1 and i differ in kind, or in having an upper bound. */
static bool
is_border(const SplitItem *items, int i)
{
	return nd_reach_kind(items[i - 1].reach.low) != nd_reach_kind(items[i].reach.low) ||
		is_unbounded(items[i - 1].reach) != is_unbounded(items[i].reach);
}

/*
 * Where to cut sorted items: at the border that is nearest to the middle, if
 * neither side would have less than a fifth, else in the middle.
 */
static int
cut_of(const SplitItem *items, int count)
{
	int			middle = count / 2;

	for (int distance = 0; distance <= middle - Max(count / 5, 1); distance++)
	{
		if (is_border(items, middle - distance))
			return middle - distance;
		if (middle + distance < count && is_border(items, middle + distance))
			return middle + distance;
	}
	return middle;
}

static Datum
fill_side(const SplitItem *items, int from, int to, OffsetNumber *offsets, int *count)
{
	NdTollReach all = items[from].reach;

	for (int i = from; i < to; i++)
	{
		offsets[(*count)++] = items[i].offset;
		all = envelope(all, items[i].reach);
	}
	return nd_reach_datum(all);
}

ND_FUNCTION(news_toll_gist_picksplit);

Datum
news_toll_gist_picksplit(PG_FUNCTION_ARGS)
{
	GistEntryVector *entries = (GistEntryVector *) PG_GETARG_POINTER(0);
	GIST_SPLITVEC *split = (GIST_SPLITVEC *) PG_GETARG_POINTER(1);
	int			count = entries->n - FirstOffsetNumber;
	SplitItem  *items = palloc(count * sizeof(SplitItem));
	int			cut;

	for (int i = 0; i < count; i++)
	{
		items[i].offset = (OffsetNumber) (i + FirstOffsetNumber);
		items[i].reach = entry_reach(entries, items[i].offset);
	}
	qsort(items, count, sizeof(SplitItem), compare_items);
	cut = cut_of(items, count);
	split->spl_left = palloc(count * sizeof(OffsetNumber));
	split->spl_right = palloc(count * sizeof(OffsetNumber));
	split->spl_nleft = 0;
	split->spl_nright = 0;
	split->spl_ldatum = fill_side(items, 0, cut, split->spl_left, &split->spl_nleft);
	split->spl_rdatum = fill_side(items, cut, count, split->spl_right, &split->spl_nright);
	PG_RETURN_POINTER(split);
}

ND_FUNCTION(news_toll_gist_same);

Datum
news_toll_gist_same(PG_FUNCTION_ARGS)
{
	NdTollReach a = *PG_GETARG_REACH(0);
	NdTollReach b = *PG_GETARG_REACH(1);
	bool	   *same = (bool *) PG_GETARG_POINTER(2);

	*same = a.low == b.low && a.high == b.high;
	PG_RETURN_POINTER(same);
}

/*
 * The type of the keys is no type for users.
 */

ND_FUNCTION(news_toll_reach_in);

Datum
news_toll_reach_in(PG_FUNCTION_ARGS)
{
	ereport(ERROR,
			(errcode(ERRCODE_FEATURE_NOT_SUPPORTED),
			 errmsg("cannot accept a value of type %s", "news_toll_reach")));
}

ND_FUNCTION(news_toll_reach_out);

Datum
news_toll_reach_out(PG_FUNCTION_ARGS)
{
	ereport(ERROR,
			(errcode(ERRCODE_FEATURE_NOT_SUPPORTED),
			 errmsg("cannot display a value of type %s", "news_toll_reach")));
}
