/*
 * match_statistics.c
 *		ANALYZE for news_claim and news_digest: how often keys occur.
 *
 * Keys of the sampled values are counted. When there are too many different
 * ones, the rarest are forgotten, and more of them each time: "lossy counting"
 * (Manku and Motwani, Approximate frequency counts over data streams, 2002).
 */
#include "postgres.h"

#include <math.h>

#include "catalog/pg_type.h"
#include "commands/vacuum.h"
#include "common/hashfn.h"

#include "compat.h"
#include "keys.h"
#include "match_statistics.h"

#define MOST_COUNTED	400000	/* different keys at a time */
#define KEYS_PER_TARGET	40		/* keys listed, for each point of the target */
#define CLAIMS_PER_TARGET	300	/* values looked at; as the server does */
#define DIGESTS_PER_TARGET	50	/* each is worth many claims */

typedef struct KeyCount
{
	NdText		key;
	uint32		hash;
	uint32		count;
	char		status;
} KeyCount;

static uint32
hash_key(NdText key)
{
	return hash_bytes((const unsigned char *) key.bytes, (int) key.length);
}

#define SH_PREFIX			key_counts
#define SH_ELEMENT_TYPE		KeyCount
#define SH_KEY_TYPE			NdText
#define SH_KEY				key
#define SH_HASH_KEY(t, k)	hash_key(k)
#define SH_EQUAL(t, a, b)	(nd_key_compare(a, b) == 0)
#define SH_STORE_HASH
#define SH_GET_HASH(t, e)	(e)->hash
#define SH_SCOPE			static inline
#define SH_DECLARE
#define SH_DEFINE
#include "lib/simplehash.h"

/* The keys of one tag in the sample. */
typedef struct TagCount
{
	double		distinct;
	double		once;			/* how many of these occur in one value only */
	double		occurrences;
	double		listed;			/* how many are listed */
	double		listed_occurrences;
} TagCount;

typedef struct Census
{
	NdDigestForm form;
	MemoryContext memory;		/* of the keys counted */
	key_counts_hash *counts;
	uint32		forgotten;		/* keys that occurred so often at most are */
	TagCount	tags[ND_KEY_TAGS];
	NdKeySummary summary;
	double		values;			/* seen, not null */
	double		nulls;
	double		bytes;
} Census;

static void
make_room(Census *census)
{
	census->memory = AllocSetContextCreate(CurrentMemoryContext, "newsdesk keys",
										   ALLOCSET_DEFAULT_SIZES);
	census->counts = key_counts_create(census->memory, 1024, NULL);
}

static KeyCount *
counter_of(Census *census, NdText key)
{
	bool		found;
	KeyCount   *counter = key_counts_insert(census->counts, key, &found);
	char	   *bytes;

	if (found)
		return counter;
	bytes = MemoryContextAlloc(census->memory, key.length);
	memcpy(bytes, key.bytes, key.length);
	counter->key.bytes = bytes;
	counter->count = 0;
	return counter;
}

static void
tally(Census *census, const KeyCount *counter)
{
	TagCount   *tag = &census->tags[(unsigned char) counter->key.bytes[0]];

	tag->distinct++;
	tag->once += counter->count == 1;
	tag->occurrences += counter->count;
}

static void
forget_rarest(Census *census)
{
	key_counts_hash *counts = census->counts;
	MemoryContext memory = census->memory;
	key_counts_iterator at;
	KeyCount   *counter;

	census->forgotten++;
	make_room(census);
	key_counts_start_iterate(counts, &at);
	while ((counter = key_counts_iterate(counts, &at)) != NULL)
	{
		if (counter->count <= census->forgotten)
			tally(census, counter);
		else
			counter_of(census, counter->key)->count = counter->count;
	}
	MemoryContextDelete(memory);
}

/* The place in the summary of a figure's key; NULL for other keys. */
static float4 *
size_of(Census *census, NdText key)
{
	unsigned	tag = (unsigned char) key.bytes[0];
	uint64_t	point;

	if (tag != ND_KEY_TOLL_LOW && tag != ND_KEY_TOLL_HIGH)
		return NULL;
	point = nd_key_point(key);
	return &census->summary.figures[tag == ND_KEY_TOLL_HIGH][nd_reach_kind(point)]
		[nd_figure_size(nd_reach_number(point))];
}

/* Keys are sorted, so those of one kind and size follow one another. */
static void
count_figures(Census *census, const NdKeys *keys)
{
	float4	   *last = NULL;

	for (uint32 i = 0; i < keys->count; i++)
	{
		float4	   *size = size_of(census, keys->keys[i]);

		if (size && size != last)
			*size += 1;
		last = size;
	}
}

static void
count_value(Census *census, Datum value)
{
	NdReader	reader;
	NdFindings	findings;
	NdKeys		keys;

	nd_reader_open(&reader);
	nd_keys_of_value(&reader, value, census->form, &findings, &keys);
	for (uint32 i = 0; i < keys.count; i++)
		counter_of(census, keys.keys[i])->count++;
	count_figures(census, &keys);
	census->summary.claims += (float4) findings.n_claims;
	census->values++;
	census->bytes += VARSIZE_ANY(DatumGetPointer(value));
	nd_reader_close(&reader);
	if (census->counts->members > MOST_COUNTED)
		forget_rarest(census);
}

/* Looks at `wanted` of the rows, evenly spread. */
static void
count_rows(Census *census, VacAttrStats *stats, AnalyzeAttrFetchFunc fetch, int rows, int wanted)
{
	int			looked_at = Min(rows, wanted);

	for (int i = 0; i < looked_at; i++)
	{
		bool		is_null;
		Datum		value = fetch(stats, (int) ((int64) i * rows / looked_at), &is_null);

		nd_analyze_delay();
		if (is_null)
			census->nulls++;
		else
			count_value(census, value);
	}
}

/*
 * What is kept
 */

static int
most_frequent_first(const void *a, const void *b)
{
	const KeyCount *left = *(KeyCount *const *) a;
	const KeyCount *right = *(KeyCount *const *) b;

	if (left->count != right->count)
		return left->count > right->count ? -1 : 1;
	return nd_key_compare(left->key, right->key);
}

static int
by_bytes(const void *a, const void *b)
{
	return nd_key_compare((*(KeyCount *const *) a)->key, (*(KeyCount *const *) b)->key);
}

/*
 * The keys to list, in *list, and their number. What was seen once says
 * nothing, unless all values were seen.
 */
static int
choose(Census *census, int most, bool all_seen, KeyCount ***list)
{
	KeyCount  **all = palloc(Max(census->counts->members, 1) * sizeof(KeyCount *));
	key_counts_iterator at;
	KeyCount   *counter;
	int			count = 0;

	key_counts_start_iterate(census->counts, &at);
	while ((counter = key_counts_iterate(census->counts, &at)) != NULL)
	{
		tally(census, counter);
		if (counter->count > 1 || all_seen)
			all[count++] = counter;
	}
	qsort(all, count, sizeof(KeyCount *), most_frequent_first);
	count = Min(count, most);
	qsort(all, count, sizeof(KeyCount *), by_bytes);
	*list = all;
	return count;
}

/*
 * How many different keys a tag has in the whole table, by the estimator Duj1
 * (Haas and Stokes, Estimating the number of classes in a finite population,
 * 1998), as ANALYZE estimates distinct values.
 */
static double
distinct_keys(const TagCount *tag, double sampled)
{
	double		divisor = tag->occurrences - tag->once + tag->once * sampled;

	return divisor > 0 ? tag->occurrences * tag->distinct / divisor : 0;
}

static void
summarise(Census *census, KeyCount **list, int listed, double sampled)
{
	NdKeySummary *summary = &census->summary;
	float4	   *figures = &summary->figures[0][0][0];

	for (int i = 0; i < listed; i++)
	{
		TagCount   *tag = &census->tags[(unsigned char) list[i]->key.bytes[0]];
		float4	   *size = size_of(census, list[i]->key);

		tag->listed++;
		tag->listed_occurrences += list[i]->count;
		if (size)
			*size = Max(*size - (float4) list[i]->count, 0);
	}
	for (int i = 0; i < ND_KEY_TAGS; i++)
	{
		const TagCount *tag = &census->tags[i];
		double		rest = (tag->occurrences - tag->listed_occurrences) / census->values;

		summary->rest[i] = (float4) rest;
		summary->each[i] = (float4) (rest / Max(distinct_keys(tag, sampled) - tag->listed, 1));
	}
	summary->claims /= (float4) census->values;
	for (size_t i = 0; i < sizeof(summary->figures) / sizeof(float4); i++)
		figures[i] /= (float4) census->values;
}

static void
keep(VacAttrStats *stats, const Census *census, KeyCount **list, int listed)
{
	MemoryContext caller = MemoryContextSwitchTo(stats->anl_context);
	Datum	   *values = palloc(Max(listed, 1) * sizeof(Datum));
	float4	   *numbers = palloc((listed + ND_SUMMARY_NUMBERS) * sizeof(float4));

	for (int i = 0; i < listed; i++)
	{
		values[i] = nd_key_datum(list[i]->key);
		numbers[i] = (float4) (list[i]->count / census->values);
	}
	memcpy(numbers + listed, &census->summary, sizeof(NdKeySummary));
	MemoryContextSwitchTo(caller);
	stats->stakind[0] = ND_KEY_STATISTICS;
	stats->stanumbers[0] = numbers;
	stats->numnumbers[0] = listed + ND_SUMMARY_NUMBERS;
	stats->stavalues[0] = values;
	stats->numvalues[0] = listed;
	stats->statypid[0] = BYTEAOID;
	stats->statyplen[0] = -1;
	stats->statypbyval[0] = false;
	stats->statypalign[0] = TYPALIGN_INT;
}

static void
compute(VacAttrStats *stats, AnalyzeAttrFetchFunc fetch, int rows, double total, NdDigestForm form)
{
	int			target = nd_statistics_target(stats);
	int			per_target = form == ND_ONE_CLAIM ? CLAIMS_PER_TARGET : DIGESTS_PER_TARGET;
	Census	   *census = palloc0(sizeof(Census));
	double		looked_at;
	KeyCount  **list;
	int			listed;

	census->form = form;
	make_room(census);
	count_rows(census, stats, fetch, rows, target * per_target);
	looked_at = census->values + census->nulls;
	if (looked_at == 0)
		return;
	stats->stats_valid = true;
	stats->stanullfrac = (float4) (census->nulls / looked_at);
	stats->stadistinct = -1 + stats->stanullfrac;	/* all different */
	if (census->values == 0)
		return;
	stats->stawidth = (int32) (census->bytes / census->values);
	listed = choose(census, target * KEYS_PER_TARGET, looked_at >= total, &list);
	summarise(census, list, listed, looked_at / Max(total, looked_at));
	keep(stats, census, list, listed);
	MemoryContextDelete(census->memory);
}

static void
compute_claims(VacAttrStats *stats, AnalyzeAttrFetchFunc fetch, int rows, double total)
{
	compute(stats, fetch, rows, total, ND_ONE_CLAIM);
}

static void
compute_digests(VacAttrStats *stats, AnalyzeAttrFetchFunc fetch, int rows, double total)
{
	compute(stats, fetch, rows, total, ND_WHOLE_ARTICLE);
}

ND_FUNCTION(news_claim_typanalyze);

Datum
news_claim_typanalyze(PG_FUNCTION_ARGS)
{
	VacAttrStats *stats = (VacAttrStats *) PG_GETARG_POINTER(0);

	stats->compute_stats = compute_claims;
	stats->minrows = CLAIMS_PER_TARGET * nd_statistics_target(stats);
	PG_RETURN_BOOL(true);
}

ND_FUNCTION(news_digest_typanalyze);

Datum
news_digest_typanalyze(PG_FUNCTION_ARGS)
{
	VacAttrStats *stats = (VacAttrStats *) PG_GETARG_POINTER(0);

	stats->compute_stats = compute_digests;
	stats->minrows = DIGESTS_PER_TARGET * nd_statistics_target(stats);
	PG_RETURN_BOOL(true);
}
