/*
 * evaluate.c
 *		What follows for a query from its terms: the one place that knows what
 *		the operators mean, for the operator @@ and for indexes.
 */
#include "query/query.h"

static NdTernary
negated(NdTernary value)
{
	return value == ND_MAYBE ? ND_MAYBE : value == ND_YES ? ND_NO : ND_YES;
}

/* Whether a term is found by comparing numbers, without reading any word. */
static bool
is_cheap(const NdQuery *query, uint32_t at)
{
	const NdQueryNode *node = &query->nodes[at];
	const NdTerm *term = &query->terms[node->term];

	return node->op == ND_QUERY_TERM && (term->field == ND_FIELD_FIGURE || term->values != 0);
}

/* And, with NO as the value that settles it; or, with YES. */
static NdTernary
evaluate_operands(const NdQuery *query, uint32_t at, const NdLeaves *leaves, NdTernary settles)
{
	uint32_t	end = at + query->nodes[at].size;
	NdTernary	result = negated(settles);

	for (int cheap = 1; cheap >= 0; cheap--)
		for (uint32_t i = at + 1; i < end; i += query->nodes[i].size)
		{
			NdTernary	value;

			if (is_cheap(query, i) != (cheap == 1))
				continue;
			value = nd_query_evaluate(query, i, leaves);
			if (value == settles)
				return value;
			if (value == ND_MAYBE)
				result = ND_MAYBE;
		}
	return result;
}

NdTernary
nd_query_evaluate(const NdQuery *query, uint32_t node, const NdLeaves *leaves)
{
	if (node >= query->n_nodes)
		return ND_NO;
	switch (query->nodes[node].op)
	{
		case ND_QUERY_TERM:
		case ND_QUERY_SAME:
			return leaves->leaf(leaves->owner, query, node);
		case ND_QUERY_NOT:
			return negated(nd_query_evaluate(query, node + 1, leaves));
		case ND_QUERY_AND:
			return evaluate_operands(query, node, leaves, ND_NO);
		case ND_QUERY_OR:
			return evaluate_operands(query, node, leaves, ND_YES);
	}
	return ND_NO;
}
