/*
 * parser_state.c
 *		The arc-hybrid transition system.
 */
#include "language/parser_state.h"

_Static_assert(ND_N_RELATIONS < 64, "sets of relations are 64 bits");

#define ROOT_WORD	UINT64_C(0x726f6f74)
#define NO_WORD		UINT64_C(0x6e6f6e65)

static void
init_node(NdNode *node, uint32_t self, uint32_t absent, uint64_t word, unsigned tag)
{
	node->word = word;
	node->tag = (uint8_t) tag;
	node->relation = ND_N_RELATIONS;
	node->head = self;
	node->left[0] = node->left[1] = absent;
	node->right[0] = node->right[1] = absent;
}

bool
nd_parse_begin(NdArena *arena, const NdWord *words, const uint8_t *tags, uint32_t n,
			   NdParseState *state)
{
	state->nodes = nd_alloc_array(arena, (size_t) n + 2, sizeof(NdNode));
	state->stack = nd_alloc_array(arena, n, sizeof(uint32_t));
	if (state->nodes == NULL || state->stack == NULL)
		return false;
	state->n = n;
	state->depth = 0;
	state->next = 0;
	for (uint32_t i = 0; i < n; i++)
	{
		init_node(state->nodes + i, i, n + 1, words[i].form, tags[i]);
		state->nodes[i].suffix = words[i].suffix[2];
	}
	init_node(state->nodes + n, n, n + 1, ROOT_WORD, ND_N_TAGS);
	init_node(state->nodes + n + 1, n + 1, n + 1, NO_WORD, ND_N_TAGS + 1);
	return true;
}

bool
nd_parse_forced(const NdParseState *state, uint32_t *decision)
{
	unsigned	allowed = nd_parse_allowed(state);

	*decision = allowed == ND_MAY_LEFT ? ND_LEFT + ND_REL_ROOT : ND_SHIFT;
	return allowed == ND_MAY_LEFT || allowed == ND_MAY_SHIFT;
}

static void
consider(const int32_t *scores, uint32_t first, uint32_t end, uint32_t *best,
		 int32_t *second)
{
	for (uint32_t i = first; i < end; i++)
	{
		if (*best == ND_PARSER_CLASSES)
			*best = i;
		else if (scores[i] > scores[*best])
		{
			*second = scores[*best];
			*best = i;
		}
		else if (scores[i] > *second)
			*second = scores[i];
	}
}

/* The relation of the root, number 0, is for the root alone and never scored. */
uint32_t
nd_parse_best(const NdParseState *state, const int32_t *scores, uint32_t *margin)
{
	unsigned	allowed = nd_parse_allowed(state);
	uint32_t	best = ND_PARSER_CLASSES;
	int32_t		second = INT32_MIN;

	if (allowed & ND_MAY_SHIFT)
		consider(scores, ND_SHIFT, ND_SHIFT + 1, &best, &second);
	if (allowed & ND_MAY_LEFT)
		consider(scores, ND_LEFT + 1, ND_RIGHT, &best, &second);
	if (allowed & ND_MAY_RIGHT)
		consider(scores, ND_RIGHT + 1, ND_PARSER_CLASSES, &best, &second);
	*margin = (uint32_t) ((int64_t) scores[best] - second);
	return best;
}

static uint8_t
count_one_more(uint8_t count)
{
	return (uint8_t) (count < UINT8_MAX ? count + 1 : UINT8_MAX);
}

static void
add_arc(NdParseState *state, uint32_t head, uint32_t child, uint32_t relation,
		uint16_t margin)
{
	NdNode	   *above = state->nodes + head;
	NdNode	   *below = state->nodes + child;
	uint64_t	bit = UINT64_C(1) << relation;

	below->head = head;
	below->relation = (uint8_t) relation;
	below->margin = margin;
	if (child < head)
	{
		above->left[1] = above->left[0];
		above->left[0] = child;
		above->left_relations |= bit;
		above->n_left = count_one_more(above->n_left);
	}
	else
	{
		above->right[1] = above->right[0];
		above->right[0] = child;
		above->right_relations |= bit;
		above->n_right = count_one_more(above->n_right);
	}
}

void
nd_parse_apply(NdParseState *state, uint32_t decision, uint16_t margin)
{
	uint32_t	top;

	if (decision == ND_SHIFT)
	{
		state->stack[state->depth++] = state->next++;
		return;
	}
	top = state->stack[--state->depth];
	if (decision < ND_RIGHT)
		add_arc(state, state->next, top, decision - ND_LEFT, margin);
	else
		add_arc(state, state->stack[state->depth - 1], top, decision - ND_RIGHT, margin);
}
