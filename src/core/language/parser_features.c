/*
 * parser_features.c
 *		What the parser looks at.
 *
 * s0, s1, s2 are the top of the stack and what is below it; b0 to b3 the
 * first of the buffer. The numbers of the templates stand in the weights: a
 * change asks for new ones. Templates that read the same places stand together,
 * since their scores are kept together as long as those places do not change.
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
	const NdNode *left_out;		/* a node whose features are not wanted, or NULL */
	uint64_t   *hashes;
	uint32_t	n;
} View;

static inline void
put(View *view, uint32_t template, uint64_t a, uint64_t b, uint64_t c)
{
	view->hashes[view->n++] = nd_feature(template, a, b, c);
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

/* The outermost child on one side: two templates. */
static inline void
put_outer(View *view, uint32_t template, const NdNode *child)
{
	if (child == view->left_out)
		return;
	put(view, template, child->word, 0, 0);
	put(view, template + 1, tag_relation(child), 0, 0);
}

/* The second child from outside. */
static inline void
put_second(View *view, uint32_t template, const NdNode *child)
{
	if (child != view->left_out)
		put(view, template, child->word, child->relation, 0);
}

static inline void
put_second_tag(View *view, uint32_t template, const NdNode *child)
{
	if (child != view->left_out)
		put(view, template, tag_relation(child), 0, 0);
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
	view.left_out = NULL;
	view.hashes = hashes;
	view.n = 0;
	return view;
}

/* Words and tags that wait, and what is the same everywhere. */
static void
put_front(View *v)
{
	put(v, 0, 0, 0, 0);
	put(v, 4, word_tag(v->b0), 0, 0);
	put(v, 5, v->b0->word, 0, 0);
	put(v, 6, v->b0->tag, 0, 0);
	put(v, 7, word_tag(v->b1), 0, 0);
	put(v, 8, v->b1->word, 0, 0);
	put(v, 9, v->b1->tag, 0, 0);
	put(v, 13, word_tag(v->b2), 0, 0);
	put(v, 14, v->b2->tag, 0, 0);
	put(v, 18, v->b0->suffix, v->b0->tag, 0);
	put(v, 25, v->b0->tag, v->b1->tag, 0);
	put(v, 30, pair(v->b0->tag, v->b1->tag), pair(v->b2->tag, v->b3->tag), 0);
	put(v, 31, v->b0->word, v->b1->word, 0);
	put(v, 43, v->b0->tag, v->b1->tag, v->b2->tag);
}

/* The next word and its children. */
static void
put_next(View *v)
{
	put(v, 68, v->b0->word, few(v->b0->n_left), 0);
	put(v, 69, v->b0->tag, few(v->b0->n_left), 0);
	put_outer(v, 76, v->b0_left);
	put_second_tag(v, 82, v->b0_left2);
	put(v, 85, v->b0->tag, v->b0_left->tag, v->b0_left2->tag);
	put(v, 92, v->b0->word, v->b0->left_relations, 0);
	put(v, 93, v->b0->tag, v->b0->left_relations, 0);
}

/* What is below the top of the stack. */
static void
put_under(View *v)
{
	put(v, 10, word_tag(v->s1), 0, 0);
	put(v, 11, v->s1->word, 0, 0);
	put(v, 12, v->s1->tag, 0, 0);
	put(v, 15, word_tag(v->s2), 0, 0);
	put(v, 16, v->s2->tag, 0, 0);
	put(v, 70, v->s1->word, few(v->s1->n_right), 0);
	put(v, 71, v->s1->tag, few(v->s1->n_right), few(v->s1->n_left));
	put_outer(v, 78, v->s1_right);
	put(v, 86, v->s1->tag, v->s1_left->tag, v->s1_left2->tag);
	put(v, 87, v->s1->tag, v->s1_right->tag, v->s1_right2->tag);
	put(v, 94, v->s1->word, v->s1->right_relations, 0);
}

/* The top of the stack and its children. */
static void
put_top_alone(View *v)
{
	put(v, 1, word_tag(v->s0), 0, 0);
	put(v, 2, v->s0->word, 0, 0);
	put(v, 3, v->s0->tag, 0, 0);
	put(v, 17, v->s0->suffix, v->s0->tag, 0);
	put(v, 64, v->s0->word, few(v->s0->n_right), 0);
	put(v, 65, v->s0->tag, few(v->s0->n_right), 0);
	put(v, 66, v->s0->word, few(v->s0->n_left), 0);
	put(v, 67, v->s0->tag, few(v->s0->n_left), 0);
	put_outer(v, 72, v->s0_left);
	put_outer(v, 74, v->s0_right);
	put_second(v, 80, v->s0_left2);
	put_second(v, 81, v->s0_right2);
	put(v, 83, v->s0->tag, v->s0_left->tag, v->s0_left2->tag);
	put(v, 84, v->s0->tag, v->s0_right->tag, v->s0_right2->tag);
	put(v, 88, v->s0->word, v->s0->right_relations, 0);
	put(v, 89, v->s0->tag, v->s0->right_relations, 0);
	put(v, 90, v->s0->word, v->s0->left_relations, 0);
	put(v, 91, v->s0->tag, v->s0->left_relations, 0);
}

/*
 * The top of the stack together with what is below it. A word that a phrase
 * begins with (a preposition, "that", "and") tells where the phrase belongs,
 * and so does what its would-be head has already.
 */
static void
put_top_and_under(View *v)
{
	put(v, 32, word_tag(v->s1), word_tag(v->s0), 0);
	put(v, 33, word_tag(v->s1), v->s0->tag, 0);
	put(v, 34, v->s1->tag, word_tag(v->s0), 0);
	put(v, 35, v->s1->word, v->s0->word, 0);
	put(v, 36, v->s1->tag, v->s0->tag, 0);
	put(v, 46, v->s2->tag, v->s1->tag, v->s0->tag);
	put(v, 50, v->s1->tag, v->s0->tag, v->s1_right->tag);
	put(v, 51, v->s1->tag, v->s0->tag, v->s0_left->tag);
	put(v, 52, v->s1->tag, v->s0->tag, v->s0_right->tag);
	put(v, 53, v->s1->tag, v->s0->tag, v->s1_left->tag);
	put(v, 61, v->s1->tag, v->s0->tag, v->below);
	put(v, 62, v->s1->word, v->below, 0);
	put(v, 63, v->s0->word, v->below, 0);
	put(v, 95, v->s1->tag, v->s0->tag, v->s1->right_relations);
	put(v, 97, pair(v->s1->tag, v->s0->tag), v->s1->right_relations, v->s0->left_relations);
	put(v, 98, v->s1->word, v->s0_left->word, 0);
	put(v, 99, v->s1->tag, v->s0->tag, v->s0_left->word);
	put(v, 100, v->s2->word, v->s0_left->word, 0);
	put(v, 101, pair(v->s2->tag, v->s1->tag), v->s0->tag, v->s0_left->word);
	put(v, 105, v->s1->tag, v->s0->tag, v->s0->left_relations);
	put(v, 106, v->s1->word, v->s0->left_relations, 0);
	put(v, 107, v->s1->tag, v->s0->tag, v->s1->left_relations);
	put(v, 112, v->s2->word, v->s0->word, 0);
}

/* The top of the stack together with the words that wait. */
static void
put_top_and_next(View *v)
{
	put(v, 19, word_tag(v->s0), word_tag(v->b0), 0);
	put(v, 20, word_tag(v->s0), v->b0->word, 0);
	put(v, 21, v->s0->word, word_tag(v->b0), 0);
	put(v, 22, word_tag(v->s0), v->b0->tag, 0);
	put(v, 23, v->s0->tag, word_tag(v->b0), 0);
	put(v, 24, v->s0->tag, v->b0->tag, 0);
	put(v, 26, v->s0->word, v->b0->word, v->b1->word);
	put(v, 27, pair(v->s0->tag, v->b0->tag), v->b1->word, 0);
	put(v, 28, v->s0->word, v->b0->tag, v->b1->tag);
	put(v, 29, pair(v->s0->tag, v->b0->tag), pair(v->b1->tag, v->b2->tag), 0);
	put(v, 44, v->s0->tag, v->b0->tag, v->b1->tag);
	put(v, 47, v->s0->tag, v->s0_left->tag, v->b0->tag);
	put(v, 48, v->s0->tag, v->s0_right->tag, v->b0->tag);
	put(v, 49, v->s0->tag, v->b0->tag, v->b0_left->tag);
	put(v, 55, v->s0->word, v->near, 0);
	put(v, 56, v->s0->tag, v->near, 0);
	put(v, 57, v->b0->word, v->near, 0);
	put(v, 58, v->b0->tag, v->near, 0);
	put(v, 59, v->s0->tag, v->b0->tag, v->near);
	put(v, 60, v->s0->word, v->b0->word, v->near);
	put(v, 96, pair(v->s0->tag, v->b0->tag), v->s0->left_relations, v->b0->left_relations);
	put(v, 102, v->s0->word, v->b0_left->word, 0);
	put(v, 103, v->s0->tag, v->b0->tag, v->b0_left->word);
	put(v, 108, pair(v->s0->tag, v->b0->tag), v->s0->right_relations, 0);
	put(v, 109, pair(v->s0->tag, v->b0->tag), v->b0->left_relations, 0);
	put(v, 110, v->s0->word, v->b0->left_relations, v->b0->tag);
}

/* What is below the top together with the words that wait. */
static void
put_all_together(View *v)
{
	put(v, 37, v->s1->word, pair(v->b0->tag, v->s0->tag), 0);
	put(v, 38, pair(v->s1->tag, v->s0->tag), v->b0->word, 0);
	put(v, 39, v->s1->tag, v->b0->tag, 0);
	put(v, 40, v->s1->word, v->b0->word, 0);
	put(v, 41, pair(v->s1->tag, v->b0->tag), v->s0->word, 0);
	put(v, 42, v->s1->word, v->s0->word, v->b0->word);
	put(v, 45, v->s1->tag, v->s0->tag, v->b0->tag);
	put(v, 54, pair(v->s1->tag, v->s0->tag), pair(v->b0->tag, v->b1->tag), 0);
	put(v, 104, v->s1->word, v->b0_left->word, v->b0->tag);
	put(v, 111, v->s2->tag, v->s0->tag, v->b0->tag);
	put(v, 113, pair(v->s1->tag, v->s0->tag), v->b0->tag, v->s1->right_relations);
}

/* Starts: nothing, then for each group all its places full or empty. */
#define START_EMPTY	0u
#define START_NEXT	1u
#define START_UNDER (START_NEXT + 4)
#define START_TOP	(START_UNDER + 2)

_Static_assert(START_TOP + 16 == ND_PARSER_STARTS, "a start is missing");

/* Returns how many features there are after this group. */
static uint32_t
put_group(View *view, NdParseGroup group)
{
	switch (group)
	{
		case ND_GROUP_FRONT:
			put_front(view);
			break;
		case ND_GROUP_NEXT:
			put_next(view);
			break;
		case ND_GROUP_UNDER:
			put_under(view);
			break;
		case ND_GROUP_TOP:
			put_top_alone(view);
			put_top_and_under(view);
			break;
		case ND_GROUP_BOTH:
			put_top_and_next(view);
			put_all_together(view);
			break;
		case ND_PARSER_GROUPS:
			break;
	}
	return view->n;
}

/* The start that a group has when these places for children are empty. */
static unsigned
start_of(const View *v, NdParseGroup group, const NdNode *absent)
{
	switch (group)
	{
		case ND_GROUP_NEXT:
			return START_NEXT + 1u * (v->b0_left == absent) + 2u * (v->b0_left2 == absent);
		case ND_GROUP_UNDER:
			return START_UNDER + 1u * (v->s1_right == absent);
		case ND_GROUP_TOP:
			return START_TOP + 1u * (v->s0_left == absent) + 2u * (v->s0_left2 == absent) +
				4u * (v->s0_right == absent) + 8u * (v->s0_right2 == absent);
		default:
			return START_EMPTY;
	}
}

uint32_t
nd_parse_start_features(const NdParseState *empty, unsigned start,
						uint64_t features[ND_PARSER_FEATURES])
{
	View		view = look(empty, features);
	const NdNode *absent = empty->nodes + empty->n + 1;
	unsigned	next = start >= START_NEXT && start < START_UNDER ? start - START_NEXT : 0;
	unsigned	under = start >= START_UNDER && start < START_TOP ? start - START_UNDER : 0;
	unsigned	top = start >= START_TOP ? start - START_TOP : 0;

	if (next & 1)
		put_outer(&view, 76, absent);
	if (next & 2)
		put_second_tag(&view, 82, absent);
	if (under & 1)
		put_outer(&view, 78, absent);
	if (top & 1)
		put_outer(&view, 72, absent);
	if (top & 2)
		put_second(&view, 80, absent);
	if (top & 4)
		put_outer(&view, 74, absent);
	if (top & 8)
		put_second(&view, 81, absent);
	return view.n;
}

void
nd_parse_feature_groups(const NdParseState *state, unsigned groups,
						uint64_t features[ND_PARSER_FEATURES],
						uint32_t ends[ND_PARSER_GROUPS],
						unsigned starts[ND_PARSER_GROUPS])
{
	View		view = look(state, features);

	view.left_out = state->nodes + state->n + 1;
	for (unsigned i = 0; i < ND_PARSER_GROUPS; i++)
	{
		starts[i] = start_of(&view, (NdParseGroup) i, view.left_out);
		ends[i] = groups >> i & 1 ? put_group(&view, (NdParseGroup) i) : view.n;
	}
}

uint32_t
nd_parse_features(const NdParseState *state, uint64_t features[ND_PARSER_FEATURES])
{
	View		view = look(state, features);

	for (unsigned i = 0; i < ND_PARSER_GROUPS; i++)
		put_group(&view, (NdParseGroup) i);
	return view.n;
}
