/*
 * tree.c
 *		A query while it is being put together.
 */
#include "query/tree.h"

static NdQueryTree *
make(NdQueryBuilder *builder, NdQueryOp op)
{
	NdQueryTree *tree = nd_alloc(builder->arena, sizeof(*tree));

	if (tree)
		tree->op = op;
	builder->n_nodes++;
	return tree;
}

NdQueryTree *
nd_tree_term(NdQueryBuilder *builder, const NdTerm *term)
{
	NdQueryTree *tree = make(builder, ND_QUERY_TERM);

	if (tree == NULL || !nd_reserve(builder->arena, &builder->terms, &builder->room,
									builder->n_terms + 1, sizeof(NdTerm)))
		return NULL;
	builder->terms[builder->n_terms] = *term;
	tree->term = builder->n_terms++;
	return tree;
}

static NdQueryTree *
around(NdQueryBuilder *builder, NdQueryOp op, NdQueryTree *operand)
{
	NdQueryTree *tree = operand ? make(builder, op) : NULL;

	if (tree)
		tree->first = tree->last = operand;
	return tree;
}

NdQueryTree *
nd_tree_negate(NdQueryBuilder *builder, NdQueryTree *operand)
{
	if (operand && operand->op == ND_QUERY_NOT)
		return operand->first;
	return around(builder, ND_QUERY_NOT, operand);
}

NdQueryTree *
nd_tree_same(NdQueryBuilder *builder, NdQueryTree *operand)
{
	return around(builder, ND_QUERY_SAME, operand);
}

NdQueryTree *
nd_tree_join(NdQueryBuilder *builder, NdQueryOp op, NdQueryTree *left, NdQueryTree *right)
{
	NdQueryTree *tree = left && right && left->op != op ? around(builder, op, left) : left;

	if (tree == NULL || right == NULL)
		return NULL;
	if (right->op == op)
	{
		tree->last->next = right->first;
		tree->last = right->last;
	}
	else
	{
		tree->last->next = right;
		tree->last = right;
	}
	return tree;
}

/* Goes no deeper than the tree, which has a limit. */
static uint32_t
flatten(const NdQueryTree *tree, NdQueryNode *nodes)
{
	uint32_t	size = 1;

	for (const NdQueryTree *operand = tree->first; operand; operand = operand->next)
		size += flatten(operand, nodes + size);
	nodes->op = tree->op;
	nodes->size = size;
	nodes->term = tree->term;
	return size;
}

bool
nd_tree_finish(NdQueryBuilder *builder, const NdQueryTree *tree, NdQuery *query)
{
	*query = (NdQuery) {.nodes = NULL};
	if (tree == NULL)
		return true;
	query->nodes = nd_alloc_array(builder->arena, builder->n_nodes, sizeof(NdQueryNode));
	if (query->nodes == NULL)
		return false;
	query->n_nodes = flatten(tree, query->nodes);
	query->terms = builder->terms;
	query->n_terms = builder->n_terms;
	return true;
}
