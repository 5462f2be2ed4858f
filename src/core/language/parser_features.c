/*
 * parser_features.c
 *		What the parser looks at.
 *
 * s0, s1, s2 are the top of the stack and what is below it; b0 to b3 the
 * first of the buffer. The order of the calls of put() numbers the templates:
 * a change asks for new weights.
 */
#include "language/parser_features.h"

#include "language/feature.h"

typedef struct View
{
	const NdNode *s0, *s1, *s2;
	const NdNode *b0, *b1, *b2, *b3;
	const NdNode *s0_left, *s0_left2, *s0_right, *s0_right2;
	const NdNode *s1_left, *s1_left2, *s1_right, *s1_right2;
	const NdNode *b0_left, *b0_left2;
	uint64_t	near;			/* distance from s0 to b0 */
	uint64_t	below;			/* distance from s1 to s0 */
	uint64_t   *hashes;
	uint32_t	n;
} View;

static inline void
put(View *view, uint64_t a, uint64_t b, uint64_t c)
{
	view->hashes[view->n] = nd_feature(view->n, a, b, c);
	view->n++;
}

/* A tag with another small number. */
static inline uint64_t
pair(uint64_t tag, uint64_t other)
{
	return tag << 8 | other;
}

static inline uint64_t
word_tag(const NdNode *node)
{
	return node->word + (UINT64_C(0x100000001b3) * node->tag);
}

static inline uint64_t
tag_relation(const NdNode *node)
{
	return pair(node->tag, node->relation);
}

static uint64_t
distance(const NdParseState *state, const NdNode *from, const NdNode *to)
{
	uint64_t	steps;

	if (from == state->nodes + state->n + 1)
		return 0;
	steps = (uint64_t) (to - from);
	return steps <= 5 ? steps : steps < 10 ? 6 : 10;
}

static inline uint64_t
few(uint8_t count)
{
	return count < 7 ? count : 7;
}

static View
look(const NdParseState *state, uint64_t *hashes)
{
	const NdNode *nodes = state->nodes;
	const NdNode *absent = nodes + state->n + 1;
	const uint32_t *top = state->stack + state->depth;
	View		view;

	view.s0 = state->depth >= 1 ? nodes + top[-1] : absent;
	view.s1 = state->depth >= 2 ? nodes + top[-2] : absent;
	view.s2 = state->depth >= 3 ? nodes + top[-3] : absent;
	view.b0 = nodes + state->next;
	view.b1 = state->n - state->next >= 1 ? view.b0 + 1 : absent;
	view.b2 = state->n - state->next >= 2 ? view.b0 + 2 : absent;
	view.b3 = state->n - state->next >= 3 ? view.b0 + 3 : absent;
	view.s0_left = nodes + view.s0->left[0];
	view.s0_left2 = nodes + view.s0->left[1];
	view.s0_right = nodes + view.s0->right[0];
	view.s0_right2 = nodes + view.s0->right[1];
	view.s1_left = nodes + view.s1->left[0];
	view.s1_left2 = nodes + view.s1->left[1];
	view.s1_right = nodes + view.s1->right[0];
	view.s1_right2 = nodes + view.s1->right[1];
	view.b0_left = nodes + view.b0->left[0];
	view.b0_left2 = nodes + view.b0->left[1];
	view.near = distance(state, view.s0, view.b0);
	view.below = distance(state, view.s1, view.s0);
	view.hashes = hashes;
	view.n = 0;
	return view;
}

static void
put_single(View *v)
{
	const NdNode *four[] = {v->s0, v->b0, v->b1, v->s1};

	put(v, 0, 0, 0);
	for (unsigned i = 0; i < 4; i++)
	{
		put(v, word_tag(four[i]), 0, 0);
		put(v, four[i]->word, 0, 0);
		put(v, four[i]->tag, 0, 0);
	}
	put(v, word_tag(v->b2), 0, 0);
	put(v, v->b2->tag, 0, 0);
	put(v, word_tag(v->s2), 0, 0);
	put(v, v->s2->tag, 0, 0);
	put(v, v->s0->suffix, v->s0->tag, 0);
	put(v, v->b0->suffix, v->b0->tag, 0);
}

static void
put_top_and_next(View *v)
{
	put(v, word_tag(v->s0), word_tag(v->b0), 0);
	put(v, word_tag(v->s0), v->b0->word, 0);
	put(v, v->s0->word, word_tag(v->b0), 0);
	put(v, word_tag(v->s0), v->b0->tag, 0);
	put(v, v->s0->tag, word_tag(v->b0), 0);
	put(v, v->s0->tag, v->b0->tag, 0);
	put(v, v->b0->tag, v->b1->tag, 0);
	put(v, v->s0->word, v->b0->word, v->b1->word);
	put(v, pair(v->s0->tag, v->b0->tag), v->b1->word, 0);
	put(v, v->s0->word, v->b0->tag, v->b1->tag);
	put(v, pair(v->s0->tag, v->b0->tag), pair(v->b1->tag, v->b2->tag), 0);
	put(v, pair(v->b0->tag, v->b1->tag), pair(v->b2->tag, v->b3->tag), 0);
	put(v, v->b0->word, v->b1->word, 0);
}

static void
put_two_on_stack(View *v)
{
	put(v, word_tag(v->s1), word_tag(v->s0), 0);
	put(v, word_tag(v->s1), v->s0->tag, 0);
	put(v, v->s1->tag, word_tag(v->s0), 0);
	put(v, v->s1->word, v->s0->word, 0);
	put(v, v->s1->tag, v->s0->tag, 0);
	put(v, v->s1->word, pair(v->b0->tag, v->s0->tag), 0);
	put(v, pair(v->s1->tag, v->s0->tag), v->b0->word, 0);
	put(v, v->s1->tag, v->b0->tag, 0);
	put(v, v->s1->word, v->b0->word, 0);
	put(v, pair(v->s1->tag, v->b0->tag), v->s0->word, 0);
	put(v, v->s1->word, v->s0->word, v->b0->word);
}

static inline void
put_tags(View *v, const NdNode *a, const NdNode *b, const NdNode *c)
{
	put(v, a->tag, b->tag, c->tag);
}

static void
put_three(View *v)
{
	put_tags(v, v->b0, v->b1, v->b2);
	put_tags(v, v->s0, v->b0, v->b1);
	put_tags(v, v->s1, v->s0, v->b0);
	put_tags(v, v->s2, v->s1, v->s0);
	put_tags(v, v->s0, v->s0_left, v->b0);
	put_tags(v, v->s0, v->s0_right, v->b0);
	put_tags(v, v->s0, v->b0, v->b0_left);
	put_tags(v, v->s1, v->s0, v->s1_right);
	put_tags(v, v->s1, v->s0, v->s0_left);
	put_tags(v, v->s1, v->s0, v->s0_right);
	put_tags(v, v->s1, v->s0, v->s1_left);
	put(v, pair(v->s1->tag, v->s0->tag), pair(v->b0->tag, v->b1->tag), 0);
}

static void
put_distances(View *v)
{
	put(v, v->s0->word, v->near, 0);
	put(v, v->s0->tag, v->near, 0);
	put(v, v->b0->word, v->near, 0);
	put(v, v->b0->tag, v->near, 0);
	put(v, v->s0->tag, v->b0->tag, v->near);
	put(v, v->s0->word, v->b0->word, v->near);
	put(v, v->s1->tag, v->s0->tag, v->below);
	put(v, v->s1->word, v->below, 0);
	put(v, v->s0->word, v->below, 0);
}

static void
put_child_counts(View *v)
{
	put(v, v->s0->word, few(v->s0->n_right), 0);
	put(v, v->s0->tag, few(v->s0->n_right), 0);
	put(v, v->s0->word, few(v->s0->n_left), 0);
	put(v, v->s0->tag, few(v->s0->n_left), 0);
	put(v, v->b0->word, few(v->b0->n_left), 0);
	put(v, v->b0->tag, few(v->b0->n_left), 0);
	put(v, v->s1->word, few(v->s1->n_right), 0);
	put(v, v->s1->tag, few(v->s1->n_right), few(v->s1->n_left));
}

static void
put_children(View *v)
{
	const NdNode *outer[] = {v->s0_left, v->s0_right, v->b0_left, v->s1_right};

	for (unsigned i = 0; i < 4; i++)
	{
		put(v, outer[i]->word, 0, 0);
		put(v, tag_relation(outer[i]), 0, 0);
	}
	put(v, v->s0_left2->word, v->s0_left2->relation, 0);
	put(v, v->s0_right2->word, v->s0_right2->relation, 0);
	put(v, tag_relation(v->b0_left2), 0, 0);
	put_tags(v, v->s0, v->s0_left, v->s0_left2);
	put_tags(v, v->s0, v->s0_right, v->s0_right2);
	put_tags(v, v->b0, v->b0_left, v->b0_left2);
	put_tags(v, v->s1, v->s1_left, v->s1_left2);
	put_tags(v, v->s1, v->s1_right, v->s1_right2);
}

static void
put_relations(View *v)
{
	put(v, v->s0->word, v->s0->right_relations, 0);
	put(v, v->s0->tag, v->s0->right_relations, 0);
	put(v, v->s0->word, v->s0->left_relations, 0);
	put(v, v->s0->tag, v->s0->left_relations, 0);
	put(v, v->b0->word, v->b0->left_relations, 0);
	put(v, v->b0->tag, v->b0->left_relations, 0);
	put(v, v->s1->word, v->s1->right_relations, 0);
	put(v, v->s1->tag, v->s0->tag, v->s1->right_relations);
	put(v, pair(v->s0->tag, v->b0->tag), v->s0->left_relations, v->b0->left_relations);
	put(v, pair(v->s1->tag, v->s0->tag), v->s1->right_relations, v->s0->left_relations);
}

/*
 * What a phrase begins with (a preposition, "that", "and") and what its would-be
 * head has already, to tell where the phrase belongs.
 */
static void
put_attachment(View *v)
{
	put(v, v->s1->word, v->s0_left->word, 0);
	put(v, v->s1->tag, v->s0->tag, v->s0_left->word);
	put(v, v->s2->word, v->s0_left->word, 0);
	put(v, pair(v->s2->tag, v->s1->tag), v->s0->tag, v->s0_left->word);
	put(v, v->s0->word, v->b0_left->word, 0);
	put(v, v->s0->tag, v->b0->tag, v->b0_left->word);
	put(v, v->s1->word, v->b0_left->word, v->b0->tag);
	put(v, v->s1->tag, v->s0->tag, v->s0->left_relations);
	put(v, v->s1->word, v->s0->left_relations, 0);
	put(v, v->s1->tag, v->s0->tag, v->s1->left_relations);
	put(v, pair(v->s0->tag, v->b0->tag), v->s0->right_relations, 0);
	put(v, pair(v->s0->tag, v->b0->tag), v->b0->left_relations, 0);
	put(v, v->s0->word, v->b0->left_relations, v->b0->tag);
	put(v, v->s2->tag, v->s0->tag, v->b0->tag);
	put(v, v->s2->word, v->s0->word, 0);
	put(v, pair(v->s1->tag, v->s0->tag), v->b0->tag, v->s1->right_relations);
}

uint32_t
nd_parse_features(const NdParseState *state, uint64_t features[ND_PARSER_FEATURES])
{
	View		view = look(state, features);

	put_single(&view);
	put_top_and_next(&view);
	put_two_on_stack(&view);
	put_three(&view);
	put_distances(&view);
	put_child_counts(&view);
	put_children(&view);
	put_relations(&view);
	put_attachment(&view);
	return view.n;
}
