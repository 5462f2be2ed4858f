/*
 * match.c
 *		Whether findings meet a query.
 */
#include "query/meet.h"
#include "toll/compare.h"

typedef struct Matcher
{
	NdArena    *arena;
	NdStemmer  *stemmer;
	const NdFindings *findings;
	const NdTerm *term;			/* looked for at present */
	const NdFoundClaim *claim;	/* looked at */
	uint32_t	first_toll;		/* of those that the claim reports */
	uint32_t	n_tolls;

	/* of a whole article: its tolls claim by claim, made when first needed */
	uint32_t   *grouped;		/* indexes; NULL: one claim reports all, in order */
	uint32_t   *ends;			/* of each claim's tolls among these; the last
								 * is that of those no claim reports */
	bool		failed;
} Matcher;

static bool
visit_words(void *owner, NdWordReader *words, NdStemming stemming)
{
	Matcher    *matcher = owner;

	return nd_words_meet(matcher->stemmer, matcher->term, words, stemming);
}

static bool
has_value(const NdTerm *term, unsigned value)
{
	return (term->values >> value & 1) != 0;
}

static bool
value_meets(const NdTerm *term, const NdTollValue *value)
{
	uint64_t	line = term->toll * ND_KIND_STEP;
	NdTollReach asked = {line + term->low, line + term->high};
	NdTollReach reach = nd_toll_reach(value);

	return term->possibly ? nd_reach_overlaps(asked, reach) : nd_reach_contains(asked, reach);
}

/* A figure that is denied counts as absent. */
static bool
toll_meets(Matcher *matcher, const NdFoundToll *toll)
{
	if (toll->negated)
		return false;
	if (matcher->term->field == ND_FIELD_FIGURE)
		return value_meets(matcher->term, &toll->value);
	return nd_visit_toll(matcher->findings, toll, matcher->term->field, visit_words, matcher);
}

/* The n-th toll that the claim reports. */
static const NdFoundToll *
reported_toll(const Matcher *matcher, uint32_t n)
{
	n += matcher->first_toll;
	return &matcher->findings->tolls[matcher->grouped ? matcher->grouped[n] : n];
}

static bool
reported_tolls_meet(Matcher *matcher)
{
	for (uint32_t i = 0; i < matcher->n_tolls; i++)
		if (toll_meets(matcher, reported_toll(matcher, i)))
			return true;
	return false;
}

/* Whether to go on; the content of a claim may be long, and claims many. */
static bool
poll(Matcher *matcher)
{
	if (!nd_poll(matcher->arena->context))
		matcher->failed = true;
	return !matcher->failed;
}

static NdTernary
leaf_of_claim(void *owner, const NdQuery *query, uint32_t node)
{
	Matcher    *matcher = owner;
	NdLeaves	leaves = {leaf_of_claim, owner};
	const NdTerm *term = &query->terms[query->nodes[node].term];
	bool		met;

	if (query->nodes[node].op == ND_QUERY_SAME)
		return nd_query_evaluate(query, node + 1, &leaves);
	matcher->term = term;
	if (term->values != 0)
		met = has_value(term, nd_value_of_field(matcher->findings, matcher->claim, term->field));
	else
		met = poll(matcher) &&
			(nd_visit_claim(matcher->findings, matcher->claim, term->field, visit_words, matcher) ||
			 reported_tolls_meet(matcher));
	return met ? ND_YES : ND_NO;
}

/*
 * Whole articles
 */

/* Index of the claim that reports a toll, or the number of claims. */
static uint32_t
reporter(const NdFindings *findings, const NdFoundToll *toll)
{
	return toll->claim > 0 && toll->claim <= findings->n_claims ? toll->claim - 1 : findings->n_claims;
}

/* Sorts the tolls by claim, by counting, so that no claim goes through all. */
static bool
group_tolls(Matcher *matcher)
{
	const NdFindings *findings = matcher->findings;
	uint32_t	groups = findings->n_claims + 1;
	uint32_t   *ends = nd_alloc_array(matcher->arena, (size_t) groups + 1, sizeof(uint32_t));

	matcher->grouped = nd_alloc_array(matcher->arena, findings->n_tolls, sizeof(uint32_t));
	if (ends == NULL || matcher->grouped == NULL)
		return false;
	for (uint32_t i = 0; i < findings->n_tolls; i++)
		ends[reporter(findings, &findings->tolls[i]) + 1]++;
	for (uint32_t i = 1; i < groups; i++)
		ends[i] += ends[i - 1];
	for (uint32_t i = 0; i < findings->n_tolls; i++)
		matcher->grouped[ends[reporter(findings, &findings->tolls[i])]++] = i;
	matcher->ends = ends;
	return true;
}

/* Turns to a claim; past the last, to the figures that none reports. */
static bool
look_at(Matcher *matcher, uint32_t claim)
{
	if (!poll(matcher))
		return false;
	if (matcher->ends == NULL && !group_tolls(matcher))
	{
		matcher->failed = true;
		return false;
	}
	matcher->claim = claim < matcher->findings->n_claims ? &matcher->findings->claims[claim] : NULL;
	matcher->first_toll = claim == 0 ? 0 : matcher->ends[claim - 1];
	matcher->n_tolls = matcher->ends[claim] - matcher->first_toll;
	return true;
}

/* Whether a figure that no claim reports meets a term; it has no content. */
static bool
unreported_toll_meets(Matcher *matcher, const NdTerm *term)
{
	if (term->field == ND_FIELD_CONTENT || !look_at(matcher, matcher->findings->n_claims))
		return false;
	matcher->term = term;
	if (term->field != ND_FIELD_PASSAGE)
		return reported_tolls_meet(matcher);
	for (uint32_t i = 0; i < matcher->n_tolls; i++)
		if (!reported_toll(matcher, i)->negated && has_value(term, reported_toll(matcher, i)->passage))
			return true;
	return false;
}

static NdTernary
leaf_of_article(void *owner, const NdQuery *query, uint32_t node)
{
	Matcher    *matcher = owner;
	NdLeaves	leaves = {leaf_of_claim, matcher};
	bool		brackets = query->nodes[node].op == ND_QUERY_SAME;

	for (uint32_t i = 0; i < matcher->findings->n_claims; i++)
	{
		if (!look_at(matcher, i))
			return ND_NO;
		if (nd_query_evaluate(query, brackets ? node + 1 : node, &leaves) == ND_YES)
			return ND_YES;
	}
	return !brackets && unreported_toll_meets(matcher, &query->terms[query->nodes[node].term]) ?
		ND_YES : ND_NO;
}

bool
nd_query_matches(NdArena *arena, NdStemmer *stemmer, const NdQuery *query,
				 const NdFindings *findings, bool one_claim, bool *met)
{
	Matcher		matcher = {
		.arena = arena, .stemmer = stemmer, .findings = findings, .claim = findings->claims,
		.n_tolls = findings->n_tolls
	};
	NdMark		mark = nd_arena_mark(arena);
	NdLeaves	leaves = {one_claim ? leaf_of_claim : leaf_of_article, &matcher};

	*met = (!one_claim || findings->n_claims > 0) &&
		nd_query_evaluate(query, 0, &leaves) == ND_YES;
	nd_arena_rewind(arena, mark);
	return !matcher.failed;
}
