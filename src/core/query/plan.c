/*
 * plan.c
 *		How an index of keys answers a query.
 *
 * An index first collects everything in a range, however little of it another
 * term leaves over. So under "&" ranges are not looked up where one key is
 * that promises to be selective; the classes and the idea are jsquery's
 * (Korotkov, Sigaev, Bartunov). Names of values ("person") promise nothing,
 * but a key of theirs costs nothing beside others.
 */
#include "query/plan.h"

#include "toll/compare.h"

#include <string.h>

static const NdFieldKeys field_keys[] = {
	[ND_FIELD_CONTENT] = {.word = ND_KEY_WORD, .stem = ND_KEY_STEM},
	[ND_FIELD_SOURCE] = {.word = ND_KEY_SOURCE_WORD, .whole = ND_KEY_SOURCE},
	[ND_FIELD_VIA] = {.word = ND_KEY_VIA_WORD, .whole = ND_KEY_VIA},
	[ND_FIELD_KIND] = {.whole = ND_KEY_KIND, .of_values = true},
	[ND_FIELD_STANCE] = {.whole = ND_KEY_STANCE, .of_values = true},
	[ND_FIELD_QUOTE] = {.whole = ND_KEY_QUOTE, .of_values = true},
	[ND_FIELD_CERTAINTY] = {.whole = ND_KEY_CERTAINTY, .of_values = true},
	[ND_FIELD_CUE] = {.word = ND_KEY_CUE_WORD, .stem = ND_KEY_CUE_STEM, .whole = ND_KEY_CUE},
	[ND_FIELD_VICTIMS] = {.word = ND_KEY_VICTIMS_WORD, .stem = ND_KEY_VICTIMS_STEM,
	.whole = ND_KEY_VICTIMS, .of_figures = true},
	[ND_FIELD_PASSAGE] = {.whole = ND_KEY_PASSAGE, .of_values = true, .of_figures = true},
	[ND_FIELD_FIGURE] = {.of_figures = true}
};

const NdFieldKeys *
nd_field_keys(NdField field)
{
	return &field_keys[field];
}

bool
nd_term_is_range(const NdTerm *term)
{
	if (term->field == ND_FIELD_FIGURE)
		return term->low != term->high;
	return term->match == ND_MATCH_PREFIX && !field_keys[term->field].of_values;
}

/*
 * Which terms to look up
 */

/* How few values a part of a query promises; the fewest first. */
typedef enum Promise
{
	FEW,						/* those with one key */
	SOME,						/* with one of a range of keys */
	MANY,						/* with one of a handful of values */
	ALL
} Promise;

static Promise
promise_of_term(const NdTerm *term)
{
	return field_keys[term->field].of_values ? MANY : nd_term_is_range(term) ? SOME : FEW;
}

/* Of a figure, the kind still tells most values apart, and is a single key. */
static void
leave_range(const NdTerm *term, NdPlannedTerm *planned)
{
	planned->by_kind = term->field == ND_FIELD_FIGURE;
	planned->groups = planned->by_kind ? 1 : 0;
}

static void
leave_ranges(const NdPlan *plan, uint32_t node)
{
	const NdQuery *query = plan->query;

	for (uint32_t i = node; i < node + query->nodes[node].size; i++)
	{
		uint32_t	term = query->nodes[i].term;

		if (query->nodes[i].op == ND_QUERY_TERM && nd_term_is_range(&query->terms[term]))
			leave_range(&query->terms[term], &plan->terms[term]);
	}
}

/* The recursion ends with the depth that queries may have. */
static Promise
promise_of(const NdPlan *plan, uint32_t node)
{
	const NdQueryNode *nodes = plan->query->nodes;
	uint32_t	end = node + nodes[node].size;
	Promise		best = ALL;
	Promise		worst = FEW;

	if (nodes[node].op == ND_QUERY_TERM)
		return promise_of_term(&plan->query->terms[nodes[node].term]);
	for (uint32_t i = node + 1; i < end; i += nodes[i].size)
	{
		Promise		promise = promise_of(plan, i);

		best = promise < best ? promise : best;
		worst = promise > worst ? promise : worst;
	}
	if (nodes[node].op == ND_QUERY_NOT)
		return ALL;
	if (nodes[node].op == ND_QUERY_OR)
		return worst;
	if (best == FEW)
		leave_ranges(plan, node);
	return best;
}

/*
 * Where to look
 */

/* Sets how many ranges a term needs. */
static void
shape_term(const NdTerm *term, NdPlannedTerm *planned)
{
	const NdFieldKeys *keys = &field_keys[term->field];

	planned->groups = 1;
	planned->width = 1;
	if (term->field == ND_FIELD_FIGURE)
		planned->groups = 2;
	else if (keys->of_values)
	{
		planned->width = 0;
		for (uint32_t values = term->values; values != 0; values &= values - 1)
			planned->width++;
	}
	else if (term->match == ND_MATCH_WORDS)
	{
		planned->groups = term->n_words;
		planned->width = keys->stem ? 2 : 1;
	}
}

static bool
add_text(NdArena *arena, NdPlan *plan, NdKeyTag tag, NdText payload)
{
	NdKeyRange *range = &plan->ranges[plan->n_ranges++];

	return nd_key_of_text(arena, tag, payload, &range->first);
}

static bool
add_prefix(NdArena *arena, NdPlan *plan, NdKeyTag tag, NdText payload)
{
	NdKeyRange *range = &plan->ranges[plan->n_ranges];

	if (!add_text(arena, plan, tag, payload))
		return false;
	range->last = range->first;
	range->range = true;
	return true;
}

static bool
add_points(NdArena *arena, NdPlan *plan, NdKeyTag tag, NdTollReach points)
{
	NdKeyRange *range = &plan->ranges[plan->n_ranges++];

	range->range = points.low != points.high;
	return nd_key_of_point(arena, tag, points.low, &range->first) &&
		nd_key_of_point(arena, tag, points.high, &range->last);
}

static bool
add_values(NdArena *arena, NdPlan *plan, const NdTerm *term)
{
	for (uint32_t value = 0; value < 32; value++)
	{
		const char *name;

		if ((term->values >> value & 1) == 0)
			continue;
		name = nd_value_name(term->field, value);
		if (!add_text(arena, plan, field_keys[term->field].whole,
					  (NdText) {name, (uint32_t) strlen(name)}))
			return false;
	}
	return true;
}

static bool
add_words(NdArena *arena, NdPlan *plan, const NdTerm *term, const NdPlannedTerm *planned)
{
	const NdFieldKeys *keys = &field_keys[term->field];

	for (uint32_t i = 0; i < term->n_words; i++)
		if (!add_text(arena, plan, keys->word, term->words[i]) ||
			(planned->width == 2 && !add_text(arena, plan, keys->stem, term->stems[i])))
			return false;
	return true;
}

/*
 * One bound is exact. Two may be met by two different figures, so both are
 * looked up and the value is checked again.
 */
static bool
add_figure(NdArena *arena, NdPlan *plan, const NdTerm *term, NdPlannedTerm *planned)
{
	uint64_t	kind = (uint64_t) term->toll * ND_KIND_STEP;
	bool		no_floor = term->low == 0;
	bool		no_roof = term->high == ND_UNBOUNDED;
	NdTollReach asked = {kind + term->low, kind + term->high};
	NdTollReach up = {asked.low, kind + ND_UNBOUNDED};
	NdTollReach down = {kind, asked.high};
	const char *name = nd_toll_kind_name(term->toll);

	if (planned->by_kind || (no_floor && no_roof))
	{
		planned->groups = 1;
		planned->exact = no_floor && no_roof;
		return add_text(arena, plan, ND_KEY_TOLL_KIND, (NdText) {name, (uint32_t) strlen(name)});
	}
	planned->groups = no_floor || no_roof ? 1 : 2;
	planned->exact = planned->groups == 1;
	if (term->possibly)
		return (no_floor || add_points(arena, plan, ND_KEY_TOLL_HIGH, up)) &&
			(no_roof || add_points(arena, plan, ND_KEY_TOLL_LOW, down));
	if (no_roof)
		return add_points(arena, plan, ND_KEY_TOLL_LOW, up);
	return (no_floor || add_points(arena, plan, ND_KEY_TOLL_LOW, asked)) &&
		add_points(arena, plan, ND_KEY_TOLL_HIGH, asked);
}

static bool
add_term(NdArena *arena, NdPlan *plan, const NdTerm *term, NdPlannedTerm *planned)
{
	const NdFieldKeys *keys = &field_keys[term->field];

	planned->first = plan->n_ranges;
	planned->exact = true;
	if (term->field == ND_FIELD_FIGURE)
		return add_figure(arena, plan, term, planned);
	if (keys->of_values)
		return add_values(arena, plan, term);
	if (term->match == ND_MATCH_PREFIX)
		return add_prefix(arena, plan, keys->word, term->words[0]);
	if (term->match == ND_MATCH_WHOLE)
	{
		planned->exact = nd_key_is_whole(term->text);
		return add_text(arena, plan, keys->whole, term->text);
	}
	planned->exact = term->n_words == 1;
	return add_words(arena, plan, term, planned);
}

bool
nd_query_plan(NdArena *arena, const NdQuery *query, bool one_claim, NdPlan *plan)
{
	uint32_t	most_ranges = 0;

	*plan = (NdPlan)
	{
		.query = query, .one_claim = one_claim
	};
	plan->terms = nd_alloc_array(arena, query->n_terms, sizeof(NdPlannedTerm));
	if (plan->terms == NULL)
		return false;
	for (uint32_t i = 0; i < query->n_terms; i++)
		shape_term(&query->terms[i], &plan->terms[i]);
	if (query->n_nodes > 0)
		promise_of(plan, 0);
	for (uint32_t i = 0; i < query->n_terms; i++)
		most_ranges += plan->terms[i].groups * plan->terms[i].width;
	plan->ranges = nd_alloc_array(arena, most_ranges, sizeof(NdKeyRange));
	if (plan->ranges == NULL)
		return false;
	for (uint32_t i = 0; i < query->n_terms; i++)
		if (plan->terms[i].groups > 0 &&
			!add_term(arena, plan, &query->terms[i], &plan->terms[i]))
			return false;
	plan->everything = nd_plan_consistent(plan, NULL) != ND_NO;
	return true;
}

/*
 * What keys say
 */

static NdTernary
range_state(const NdTernary *present, uint32_t range)
{
	return present ? present[range] : ND_NO;
}

static NdTernary
group_state(const NdPlannedTerm *term, const NdTernary *present, uint32_t group)
{
	NdTernary	state = ND_NO;

	for (uint32_t i = 0; i < term->width && state != ND_YES; i++)
	{
		NdTernary	range = range_state(present, term->first + group * term->width + i);

		state = range == ND_NO ? state : range;
	}
	return state;
}

static NdTernary
term_state(const NdPlannedTerm *term, const NdTernary *present)
{
	NdTernary	state = term->exact ? ND_YES : ND_MAYBE;

	for (uint32_t i = 0; i < term->groups; i++)
	{
		NdTernary	group = group_state(term, present, i);

		if (group == ND_NO)
			return ND_NO;
		if (group == ND_MAYBE)
			state = ND_MAYBE;
	}
	return state;
}

typedef struct Known
{
	const NdPlan *plan;
	const NdTernary *present;
} Known;

/* What is known of a term for every claim of a value: others may lack the key. */
static NdTernary
leaf_of_each(void *owner, const NdQuery *query, uint32_t node)
{
	const Known *known = owner;
	const NdPlannedTerm *term = &known->plan->terms[query->nodes[node].term];

	return term_state(term, known->present) == ND_NO ? ND_NO : ND_MAYBE;
}

/*
 * Keys tell what the claims of a value have together. So what all of them meet
 * may still be met by none, where there are no claims; and one of them has two
 * keys only perhaps. A single key is one claim's, unless a figure's.
 */
static NdTernary
leaf_of_value(void *owner, const NdQuery *query, uint32_t node)
{
	const Known *known = owner;
	const NdPlan *plan = known->plan;
	const NdLeaves each = {leaf_of_each, owner};
	const NdQueryNode *inside = &query->nodes[node + 1];

	if (query->nodes[node].op == ND_QUERY_TERM)
		return term_state(&plan->terms[query->nodes[node].term], known->present);
	if (plan->one_claim)
		return nd_query_evaluate(query, node + 1, &(NdLeaves) {leaf_of_value, owner});
	if (inside->op == ND_QUERY_TERM &&
		!field_keys[query->terms[inside->term].field].of_figures)
		return term_state(&plan->terms[inside->term], known->present);
	return nd_query_evaluate(query, node + 1, &each) == ND_NO ? ND_NO : ND_MAYBE;
}

NdTernary
nd_plan_consistent(const NdPlan *plan, const NdTernary *present)
{
	Known		known = {plan, present};

	return nd_query_evaluate(plan->query, 0, &(NdLeaves) {leaf_of_value, &known});
}
