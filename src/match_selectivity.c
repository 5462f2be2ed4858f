/*
 * match_selectivity.c
 *		How many values meet a query: for the planner.
 *
 * Terms are looked up in what ANALYZE kept. Those that are all asked for go
 * together more than chance would have it: the rarest counts in full, of the
 * others three quarters, as orders of magnitude go. A digest meets a term when one of its claims does, and brackets when
 * one does all of it: so inside brackets chances are those of one claim.
 */
#include "postgres.h"

#include <math.h>

#include "access/htup_details.h"
#include "catalog/pg_statistic.h"
#include "catalog/pg_type.h"
#include "utils/lsyscache.h"
#include "utils/selfuncs.h"
#include "utils/syscache.h"

#include "compat.h"
#include "digest/digest.h"
#include "keys.h"
#include "match_statistics.h"
#include "query.h"
#include "query/plan.h"

/* Where there are no statistics. */
#define DEFAULT_WORD		0.005
#define DEFAULT_RANGE		0.05
#define DEFAULT_VALUE		0.1
#define DEFAULT_CLAIMS		10

typedef struct Estimate
{
	const NdQuery *query;
	bool		one_claim;
	double		claims;			/* of a value */
	AttStatsSlot slot;			/* nvalues 0: nothing is known */
	NdKeySummary summary;
	double		rarest;			/* frequency that a listed key has at least */
	NdReader	reader;
} Estimate;

/* The chance that one of two independent things is so. */
static double
either(double a, double b)
{
	return a + b - a * b;
}

/* The same of two values of a field, or two figures: a claim has seldom both. */
static double
one_of(const Estimate *estimate, double a, double b)
{
	return estimate->one_claim ? Min(a + b, 1) : either(a, b);
}

/* The chance for one of several claims, where that for any of them is known. */
static double
of_one(const Estimate *estimate, double any)
{
	return any < 1 ? -expm1(log1p(-any) / estimate->claims) : 1;
}

static double
of_any(const Estimate *estimate, double one)
{
	return one < 1 ? -expm1(log1p(-one) * estimate->claims) : 1;
}

/*
 * Keys
 */

static NdText
listed_key(const Estimate *estimate, int i)
{
	return nd_datum_key(estimate->slot.values[i]);
}

/* The first key listed that is not less than this one. */
static int
first_listed(const Estimate *estimate, NdText key)
{
	int			low = 0;
	int			high = estimate->slot.nvalues;

	while (low < high)
	{
		int			middle = low + (high - low) / 2;

		if (nd_key_compare(listed_key(estimate, middle), key) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

/*
 * A key that is not listed is rarer than those that are, and what is asked for
 * is more common than most: so a third of the way from the average to the
 * rarest listed, as orders of magnitude go.
 */
static double
chance_of_key(const Estimate *estimate, NdText key)
{
	int			i = first_listed(estimate, key);
	double		each;

	if (i < estimate->slot.nvalues && nd_key_compare(listed_key(estimate, i), key) == 0)
		return estimate->slot.numbers[i];
	each = estimate->summary.each[(unsigned char) key.bytes[0]];
	return cbrt(each * each * estimate->rarest);
}

static NdText
key_of(Estimate *estimate, NdKeyTag tag, NdText payload)
{
	NdText		key;

	if (!nd_key_of_text(&estimate->reader.arena, tag, payload, &key))
		nd_reader_report(&estimate->reader);
	return key;
}

/*
 * Keys that are not listed are taken to begin with the prefix as often as those
 * that are listed. Where none of these does, there may be one key or half of
 * what one listed would stand for: half way between.
 */
static double
chance_of_prefix(const Estimate *estimate, NdText prefix)
{
	NdKeyRange	range = {prefix, prefix, true};
	NdText		tag = {prefix.bytes, 1};
	NdKeyRange	alike = {tag, tag, true};
	int			end = estimate->slot.nvalues;
	int			of_tag = 0;
	int			begin_so = 0;
	double		chance = 0;
	double		each = estimate->summary.each[(unsigned char) prefix.bytes[0]];
	double		rest = estimate->summary.rest[(unsigned char) prefix.bytes[0]];

	for (int i = first_listed(estimate, tag);
		 i < end && nd_key_range_compare(&alike, listed_key(estimate, i)) == 0; i++)
	{
		of_tag++;
		if (nd_key_range_compare(&range, listed_key(estimate, i)) != 0)
			continue;
		begin_so++;
		chance = either(chance, estimate->slot.numbers[i]);
	}
	if (begin_so > 0)
		return either(chance, -expm1(-rest * begin_so / of_tag));
	return sqrt(each * rest * 0.5 / (of_tag + 1));
}

/*
 * Terms
 */

/* Of those that are listed, and of those that are not. */
static double
chance_of_listed(Estimate *estimate, NdKeyTag tag, const NdTerm *term, uint64_t low, uint64_t high)
{
	uint64_t	kind = term->toll * ND_KIND_STEP;
	NdKeyRange	range = {.range = true};
	double		chance = 0;

	if (!nd_key_of_point(&estimate->reader.arena, tag, kind + low, &range.first) ||
		!nd_key_of_point(&estimate->reader.arena, tag, kind + high, &range.last))
		nd_reader_report(&estimate->reader);
	for (int i = first_listed(estimate, range.first);
		 i < estimate->slot.nvalues && nd_key_range_compare(&range, listed_key(estimate, i)) == 0; i++)
		chance = one_of(estimate, chance, estimate->slot.numbers[i]);
	return chance;
}

static double
chance_of_size(const Estimate *estimate, NdKeyTag tag, const NdTerm *term, uint64_t low, uint64_t high)
{
	const float4 *sizes = estimate->summary.figures[tag == ND_KEY_TOLL_HIGH][term->toll];
	double		chance = 0;

	for (int i = 0; i < ND_FIGURE_SIZES; i++)
	{
		uint64_t	first = i == 0 ? 0 : UINT64CONST(1) << i;
		uint64_t	last = i + 1 == ND_FIGURE_SIZES ? ND_UNBOUNDED : (UINT64CONST(2) << i) - 1;
		uint64_t	from = Max(first, low);
		uint64_t	to = Min(last, high);

		if (from <= to)
			chance = one_of(estimate, chance,
							sizes[i] * (double) (to - from + 1) / (double) (last - first + 1));
	}
	return chance;
}

/* The chance of a figure whose low, or high, is one of these numbers. */
static double
chance_of_figure(Estimate *estimate, NdKeyTag tag, const NdTerm *term, uint64_t low, uint64_t high)
{
	return one_of(estimate, chance_of_listed(estimate, tag, term, low, high),
				  chance_of_size(estimate, tag, term, low, high));
}

static double
chance_of_figures(Estimate *estimate, const NdTerm *term)
{
	double		low_between = chance_of_figure(estimate, ND_KEY_TOLL_LOW, term, term->low, term->high);
	double		high_between = chance_of_figure(estimate, ND_KEY_TOLL_HIGH, term, term->low, term->high);
	double		not_above;
	double		not_below;
	double		any;

	if (!term->possibly)
		return Min(low_between, high_between);
	any = chance_of_figure(estimate, ND_KEY_TOLL_LOW, term, 0, ND_UNBOUNDED);
	not_above = chance_of_figure(estimate, ND_KEY_TOLL_LOW, term, 0, term->high);
	not_below = chance_of_figure(estimate, ND_KEY_TOLL_HIGH, term, term->low, ND_UNBOUNDED);
	return Max(Max(low_between, high_between), not_above + not_below - any);
}

static double
chance_of_values(Estimate *estimate, const NdTerm *term, NdKeyTag tag)
{
	double		chance = 0;

	for (unsigned value = 0; value < 32; value++)
	{
		const char *name;
		NdText		key;

		if ((term->values >> value & 1) == 0)
			continue;
		name = nd_value_name(term->field, value);
		key = key_of(estimate, tag, (NdText) {name, (uint32_t) strlen(name)});
		chance = one_of(estimate, chance, chance_of_key(estimate, key));
	}
	return chance;
}

/* Words that stand in a row go together: they are half independent. */
static double
chance_of_words(Estimate *estimate, const NdTerm *term, NdKeyTag word_tag, NdKeyTag stem_tag)
{
	double		all = 1;
	double		rarest = 1;

	for (uint32_t i = 0; i < term->n_words; i++)
	{
		double		chance = chance_of_key(estimate, key_of(estimate, word_tag, term->words[i]));

		if (stem_tag)
			chance = Max(chance, chance_of_key(estimate, key_of(estimate, stem_tag, term->stems[i])));
		all *= chance;
		rarest = Min(rarest, chance);
	}
	return sqrt(all * rarest);
}

static double
chance_without_statistics(const NdTerm *term)
{
	if (nd_field_keys(term->field)->of_values)
		return DEFAULT_VALUE;
	return nd_term_is_range(term) ? DEFAULT_RANGE : DEFAULT_WORD;
}

static double
chance_of_term(Estimate *estimate, const NdTerm *term)
{
	const NdFieldKeys *keys = nd_field_keys(term->field);

	if (estimate->slot.nvalues == 0)
		return chance_without_statistics(term);
	if (term->field == ND_FIELD_FIGURE)
		return chance_of_figures(estimate, term);
	if (keys->of_values)
		return chance_of_values(estimate, term, keys->whole);
	switch (term->match)
	{
		case ND_MATCH_PREFIX:
			return chance_of_prefix(estimate, key_of(estimate, keys->word, term->words[0]));
		case ND_MATCH_WHOLE:
			return chance_of_key(estimate, key_of(estimate, keys->whole, term->text));
		case ND_MATCH_WORDS:
			break;
	}
	return chance_of_words(estimate, term, keys->word, keys->stem);
}

static double chance_of_node(Estimate *estimate, uint32_t node, bool in_claim);

static double
chance_of_all(Estimate *estimate, uint32_t node, bool in_claim)
{
	const NdQueryNode *nodes = estimate->query->nodes;
	uint32_t	end = node + nodes[node].size;
	double		all = 1;
	double		rarest = 1;

	for (uint32_t i = node + 1; i < end; i += nodes[i].size)
	{
		double		chance = chance_of_node(estimate, i, in_claim);

		all *= chance;
		rarest = Min(rarest, chance);
	}
	return pow(all, 0.75) * pow(rarest, 0.25);
}

/* The recursion ends with the depth that queries may have. */
static double
chance_of_node(Estimate *estimate, uint32_t node, bool in_claim)
{
	const NdQueryNode *nodes = estimate->query->nodes;
	uint32_t	end = node + nodes[node].size;
	double		chance = 0;

	switch (nodes[node].op)
	{
		case ND_QUERY_TERM:
			chance = chance_of_term(estimate, &estimate->query->terms[nodes[node].term]);
			return in_claim ? of_one(estimate, chance) : chance;
		case ND_QUERY_NOT:
			return 1 - chance_of_node(estimate, node + 1, in_claim);
		case ND_QUERY_SAME:
			if (estimate->one_claim)
				return chance_of_node(estimate, node + 1, false);
			return of_any(estimate, chance_of_node(estimate, node + 1, true));
		case ND_QUERY_AND:
			return chance_of_all(estimate, node, in_claim);
		case ND_QUERY_OR:
			for (uint32_t i = node + 1; i < end; i += nodes[i].size)
				chance = either(chance, chance_of_node(estimate, i, in_claim));
			break;
	}
	return chance;
}

/*
 * The planner's side
 */

/* False where ANALYZE has kept nothing, or in another form than today's. */
static bool
find_statistics(Estimate *estimate, const VariableStatData *variable)
{
	AttStatsSlot *slot = &estimate->slot;

	if (!HeapTupleIsValid(variable->statsTuple) ||
		!get_attstatsslot(slot, variable->statsTuple, ND_KEY_STATISTICS, InvalidOid,
						  ATTSTATSSLOT_VALUES | ATTSTATSSLOT_NUMBERS))
		return false;
	if (slot->valuetype == BYTEAOID && slot->nnumbers == slot->nvalues + ND_SUMMARY_NUMBERS)
		return true;
	free_attstatsslot(slot);
	memset(slot, 0, sizeof(*slot));
	return false;
}

static void
use_statistics(Estimate *estimate, const VariableStatData *variable)
{
	estimate->claims = estimate->one_claim ? 1 : DEFAULT_CLAIMS;
	if (!find_statistics(estimate, variable))
		return;
	memcpy(&estimate->summary, estimate->slot.numbers + estimate->slot.nvalues,
		   sizeof(NdKeySummary));
	if (!estimate->one_claim)
		estimate->claims = Max(estimate->summary.claims, 1);
	estimate->rarest = 1;
	for (int i = 0; i < estimate->slot.nvalues; i++)
		estimate->rarest = Min(estimate->rarest, estimate->slot.numbers[i]);
}

static double
estimate_constant(const VariableStatData *variable, Datum constant, NdDigestForm form)
{
	Estimate	estimate = {.one_claim = form == ND_ONE_CLAIM};
	NdQuery		query;
	double		chance = 0;

	nd_reader_open(&estimate.reader);
	if (!nd_query_of(&estimate.reader.arena, PG_DETOAST_DATUM_PACKED(constant), &query))
		nd_reader_report(&estimate.reader);
	estimate.query = &query;
	use_statistics(&estimate, variable);
	if (query.n_nodes > 0)
		chance = chance_of_node(&estimate, 0, false);
	if (HeapTupleIsValid(variable->statsTuple))
		chance *= 1 - ((Form_pg_statistic) GETSTRUCT(variable->statsTuple))->stanullfrac;
	free_attstatsslot(&estimate.slot);
	nd_reader_close(&estimate.reader);
	CLAMP_PROBABILITY(chance);
	return chance;
}

/* The type news_query that stands beside a function of ours. */
static Oid
query_type(Oid function)
{
	return GetSysCacheOid2(TYPENAMENSP, Anum_pg_type_oid, CStringGetDatum("news_query"),
						   ObjectIdGetDatum(get_func_namespace(function)));
}

static Datum
match_sel(FunctionCallInfo fcinfo, NdDigestForm form)
{
	PlannerInfo *root = (PlannerInfo *) PG_GETARG_POINTER(0);
	List	   *arguments = (List *) PG_GETARG_POINTER(2);
	VariableStatData variable;
	Node	   *other;
	bool		on_left;
	double		chance = DEFAULT_MATCHING_SEL;
	Const	   *constant;

	if (!get_restriction_variable(root, arguments, PG_GETARG_INT32(3),
								  &variable, &other, &on_left))
		PG_RETURN_FLOAT8(chance);
	constant = IsA(other, Const) ? (Const *) other : NULL;
	if (constant && constant->constisnull)
		chance = 0;
	else if (constant && constant->consttype == query_type(fcinfo->flinfo->fn_oid))
		chance = estimate_constant(&variable, constant->constvalue, form);
	ReleaseVariableStats(variable);
	PG_RETURN_FLOAT8(chance);
}

ND_FUNCTION(news_claim_match_sel);

Datum
news_claim_match_sel(PG_FUNCTION_ARGS)
{
	return match_sel(fcinfo, ND_ONE_CLAIM);
}

ND_FUNCTION(news_digest_match_sel);

Datum
news_digest_match_sel(PG_FUNCTION_ARGS)
{
	return match_sel(fcinfo, ND_WHOLE_ARTICLE);
}
