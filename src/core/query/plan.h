/*
 * plan.h
 *		How an index of keys answers a query.
 */
#ifndef ND_PLAN_H
#define ND_PLAN_H

#include "query/key.h"

/* Tags of the keys that a field has, or 0. */
typedef struct NdFieldKeys
{
	NdKeyTag	word;
	NdKeyTag	stem;
	NdKeyTag	whole;
	bool		of_values;		/* a handful, and a term says which of them will do */
	bool		of_figures;		/* one that no claim reports can have them, too */
} NdFieldKeys;

extern const NdFieldKeys *nd_field_keys(NdField field);

/* Whether a term asks for a range of keys, not for single ones. */
extern bool nd_term_is_range(const NdTerm *term);

/*
 * How a term is looked up. A value that meets it has, of each of its groups of
 * ranges, a key in one range or more.
 */
typedef struct NdPlannedTerm
{
	uint32_t	first;			/* range of the plan: groups * width of them follow */
	uint32_t	groups;			/* 0: the term is not looked up */
	uint32_t	width;			/* ranges of each group */
	bool		exact;			/* a value with these keys meets the term */
	bool		by_kind;		/* of a figure, only its kind is looked up */
} NdPlannedTerm;

/* Which ranges to look up, and what they then say. */
typedef struct NdPlan
{
	const NdQuery *query;
	bool		one_claim;
	NdKeyRange *ranges;
	uint32_t	n_ranges;
	bool		everything;		/* values without any of the ranges may match */
	NdPlannedTerm *terms;		/* of each term of the query */
} NdPlan;

/*
 * Plans a stemmed query for an index on claims or, without `one_claim`, on
 * digests. Terms that would be costly to look up beside a selective one are
 * left to the second check. In `arena`; false without memory.
 */
extern bool nd_query_plan(NdArena *arena, const NdQuery *query, bool one_claim, NdPlan *plan);

/*
 * What is known of a value when it is known which ranges it has keys in.
 * `present` has n_ranges entries. Never contradicts nd_query_matches, and
 * never says less for more that is known.
 */
extern NdTernary nd_plan_consistent(const NdPlan *plan, const NdTernary *present);

#endif
