/*
 * parser_state.h
 *		One sentence on its way to a tree: the arc-hybrid transition system.
 *		Shared by the parser and its training.
 *
 * Words wait in a buffer, the dummy root behind the last of them, and pass
 * over a stack:
 *
 *		shift		moves the first word of the buffer to the stack
 *		left		hangs the stack's top from the first of the buffer, pops it
 *		right		hangs the stack's top from the item below it, pops it
 *
 * Only the last word left may hang from the root, which so has one child.
 */
#ifndef ND_PARSER_STATE_H
#define ND_PARSER_STATE_H

#include "base/arena.h"
#include "language/tagset.h"
#include "language/word.h"

/* A decision is a transition with its relation: a class of the weights. */
#define ND_SHIFT			0u
#define ND_LEFT				1u
#define ND_RIGHT			(ND_LEFT + ND_N_RELATIONS)
#define ND_PARSER_CLASSES	(ND_RIGHT + ND_N_RELATIONS)

#define ND_MAY_SHIFT		1u
#define ND_MAY_LEFT			2u
#define ND_MAY_RIGHT		4u

typedef struct NdNode
{
	uint64_t	word;			/* normalised form */
	uint64_t	left_relations; /* of the children before it, one bit each */
	uint64_t	right_relations;
	uint32_t	suffix;			/* last three characters */
	uint32_t	head;			/* a node; itself as long as it has none */
	uint32_t	left[2];		/* outermost children, or the absent node */
	uint32_t	right[2];
	uint16_t	margin;
	uint8_t		tag;
	uint8_t		relation;		/* ND_N_RELATIONS as long as it has none */
	uint8_t		n_left;			/* children, at most 255 counted */
	uint8_t		n_right;
} NdNode;

typedef struct NdParseState
{
	NdNode	   *nodes;			/* n words, the root, the absent node */
	uint32_t	n;
	uint32_t   *stack;
	uint32_t	depth;
	uint32_t	next;			/* first of the buffer; n: only the root is left */
} NdParseState;

/* Takes its memory from the arena; false when there is none. */
extern bool nd_parse_begin(NdArena *arena, const NdWord *words, const uint8_t *tags,
						   uint32_t n, NdParseState *state);

/* The transitions possible now, ND_MAY_... added up; 0 when the tree is done. */
static inline unsigned
nd_parse_allowed(const NdParseState *state)
{
	if (state->next == state->n)
		return state->depth >= 2 ? ND_MAY_RIGHT : state->depth == 1 ? ND_MAY_LEFT : 0;
	return ND_MAY_SHIFT | (state->depth >= 1 ? ND_MAY_LEFT : 0) |
		(state->depth >= 2 ? ND_MAY_RIGHT : 0);
}

/*
 * Whether only one decision is left, so that no score is asked for: *decision
 * is it.
 */
extern bool nd_parse_forced(const NdParseState *state, uint32_t *decision);

/*
 * The allowed decision with the highest score, the first of equals; *margin
 * is by how much it beats the best other one.
 */
extern uint32_t nd_parse_best(const NdParseState *state, const int32_t *scores,
							  uint32_t *margin);

/* Takes an allowed decision. The margin is kept with the arc it makes. */
extern void nd_parse_apply(NdParseState *state, uint32_t decision, uint16_t margin);

#endif
