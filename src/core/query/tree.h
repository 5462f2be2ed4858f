/*
 * tree.h
 *		A query while it is being put together.
 */
#ifndef ND_QUERY_TREE_H
#define ND_QUERY_TREE_H

#include "query/query.h"

typedef struct NdQueryTree
{
	NdQueryOp	op;
	uint32_t	term;
	struct NdQueryTree *first;	/* operands */
	struct NdQueryTree *last;
	struct NdQueryTree *next;	/* operand of the same operator */
} NdQueryTree;

typedef struct NdQueryBuilder
{
	NdArena    *arena;
	NdTerm	   *terms;
	uint32_t	n_terms;
	uint32_t	room;
	uint32_t	n_nodes;		/* made; some may have been merged */
} NdQueryBuilder;

/*
 * Trees in canonical form: no double negation, operands of an operator not of
 * the same operator. Operands belong to their tree and cannot be used again.
 * NULL without memory, and where an operand is NULL.
 */
extern NdQueryTree *nd_tree_term(NdQueryBuilder *builder, const NdTerm *term);
extern NdQueryTree *nd_tree_negate(NdQueryBuilder *builder, NdQueryTree *operand);
extern NdQueryTree *nd_tree_same(NdQueryBuilder *builder, NdQueryTree *operand);
extern NdQueryTree *nd_tree_join(NdQueryBuilder *builder, NdQueryOp op,
								 NdQueryTree *left, NdQueryTree *right);

/* Makes the query; without a tree the empty one. False without memory. */
extern bool nd_tree_finish(NdQueryBuilder *builder, const NdQueryTree *tree, NdQuery *query);

#endif
