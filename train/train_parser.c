/*
 * train_parser.c
 *		Makes the weights of the parser.
 *
 * Greedy training with the dynamic oracle of the arc-hybrid system and
 * exploration (Goldberg and Nivre, 2013): from the second pass on the parser
 * mostly goes where its own decision leads, right or wrong, and learns the
 * best way on from there.
 */
#include "language/parser_features.h"
#include "language/tagger.h"
#include "must.h"
#include "options.h"
#include "random.h"
#include "schedule.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define SCALE			1024.0
#define EXPLORE_PERCENT 90

typedef struct Lesson
{
	const TreebankSentence *sentence;
	uint8_t    *tags;
	uint32_t   *heads;			/* n for the root */
} Lesson;

typedef struct School
{
	Lesson	   *lessons;
	NdContext	context;
	NdArena		arena;
	Random		random;
	int32_t		margin;
} School;

/* How many gold arcs each transition makes impossible; UINT32_MAX: not allowed. */
typedef struct Costs
{
	uint32_t	shift;
	uint32_t	left;
	uint32_t	right;
	uint32_t	least;
} Costs;

/* Gold children that a node still has in the buffer. */
static uint32_t
children_ahead(const NdParseState *state, const uint32_t *heads, uint32_t node)
{
	uint32_t	count = 0;

	for (uint32_t i = state->next; i < state->n; i++)
		count += heads[i] == node;
	return count;
}

static uint32_t
cost_of_shift(const NdParseState *state, const uint32_t *heads)
{
	uint32_t	first = state->next;
	uint32_t	count = 0;

	for (uint32_t i = 0; i < state->depth; i++)
	{
		count += heads[state->stack[i]] == first;
		count += i + 1 < state->depth && heads[first] == state->stack[i];
	}
	return count;
}

static Costs
costs_of(const NdParseState *state, const uint32_t *heads)
{
	unsigned	allowed = nd_parse_allowed(state);
	uint32_t	top = state->depth >= 1 ? state->stack[state->depth - 1] : 0;
	uint32_t	below = state->depth >= 2 ? state->stack[state->depth - 2] : UINT32_MAX;
	uint32_t	ahead = state->depth >= 1 ? children_ahead(state, heads, top) : 0;
	Costs		costs = {UINT32_MAX, UINT32_MAX, UINT32_MAX, 0};

	if (allowed & ND_MAY_SHIFT)
		costs.shift = cost_of_shift(state, heads);
	if (allowed & ND_MAY_LEFT)
		costs.left = ahead + (heads[top] == below) + (heads[top] > state->next);
	if (allowed & ND_MAY_RIGHT)
		costs.right = ahead + (heads[top] >= state->next);
	costs.least = costs.shift < costs.left ? costs.shift : costs.left;
	costs.least = costs.least < costs.right ? costs.least : costs.right;
	return costs;
}

/*
 * Whether a decision loses no more than needed. An arc of the gold tree must
 * have its relation; a wrong arc that costs nothing more may have any.
 */
static bool
is_right(const NdParseState *state, const Lesson *lesson, const Costs *costs,
		 uint32_t decision)
{
	uint32_t	top;
	uint32_t	head;
	uint32_t	relation;

	if (decision == ND_SHIFT)
		return costs->shift == costs->least;
	top = state->stack[state->depth - 1];
	head = decision < ND_RIGHT ? state->next : state->stack[state->depth - 2];
	relation = decision < ND_RIGHT ? decision - ND_LEFT : decision - ND_RIGHT;
	if ((decision < ND_RIGHT ? costs->left : costs->right) != costs->least)
		return false;
	return lesson->heads[top] != head ||
		lesson->sentence->tokens[top].relation == relation;
}

static bool
is_possible(unsigned allowed, uint32_t decision)
{
	if (decision == ND_SHIFT)
		return (allowed & ND_MAY_SHIFT) != 0;
	if (decision == ND_LEFT + ND_REL_ROOT || decision == ND_RIGHT + ND_REL_ROOT)
		return false;
	return (allowed & (decision < ND_RIGHT ? ND_MAY_LEFT : ND_MAY_RIGHT)) != 0;
}

/* The best right and the best wrong decision; ND_PARSER_CLASSES for none. */
static void
best_of_both(const NdParseState *state, const Lesson *lesson, const int32_t *scores,
			 uint32_t *right, uint32_t *wrong)
{
	unsigned	allowed = nd_parse_allowed(state);
	Costs		costs = costs_of(state, lesson->heads);

	*right = *wrong = ND_PARSER_CLASSES;
	for (uint32_t i = 0; i < ND_PARSER_CLASSES; i++)
	{
		uint32_t   *best;

		if (!is_possible(allowed, i))
			continue;
		best = is_right(state, lesson, &costs, i) ? right : wrong;
		if (*best == ND_PARSER_CLASSES || scores[i] > scores[*best])
			*best = i;
	}
}

/* Returns the decision to follow. */
static uint32_t
learn_decision(Perceptron *perceptron, const NdParseState *state, const Lesson *lesson,
			   bool explore, int32_t least_margin, uint32_t *errors)
{
	uint64_t	features[ND_PARSER_FEATURES];
	int32_t		scores[ND_PARSER_CLASSES] = {0};
	uint32_t	n = nd_parse_features(state, features);
	uint32_t	right;
	uint32_t	wrong;

	perceptron_score(perceptron, features, n, scores);
	perceptron_tick(perceptron);
	best_of_both(state, lesson, scores, &right, &wrong);
	if (right == ND_PARSER_CLASSES)
		return wrong;
	if (wrong == ND_PARSER_CLASSES)
		return right;
	if (scores[right] - scores[wrong] <= least_margin)
		perceptron_update(perceptron, features, n, right, wrong);
	if (scores[right] > scores[wrong])
		return right;
	++*errors;
	return explore ? wrong : right;
}

static uint32_t
learn_lesson(void *owner, Perceptron *perceptron, uint32_t number, uint32_t pass)
{
	School	   *school = owner;
	const Lesson *lesson = school->lessons + number;
	NdMark		mark = nd_arena_mark(&school->arena);
	NdParseState state;
	uint32_t	errors = 0;

	if (!nd_parse_begin(&school->arena, lesson->sentence->words, lesson->tags,
						lesson->sentence->n, &state))
		exit(1);
	while (nd_parse_allowed(&state) != 0)
	{
		uint32_t	decision;
		bool		explore = pass > 0 && random_below(&school->random, 100) < EXPLORE_PERCENT;

		if (!nd_parse_forced(&state, &decision))
			decision = learn_decision(perceptron, &state, lesson, explore, school->margin, &errors);
		nd_parse_apply(&state, decision, 0);
	}
	nd_arena_rewind(&school->arena, mark);
	return errors;
}

static void
open_taggers(NdContext *context, const Options *options, NdTagger *taggers)
{
	for (uint32_t i = 0; i < options->n_taggers; i++)
	{
		size_t		length;
		unsigned char *bytes = must_read(options->taggers[i], &length);

		if (!nd_tagger_open(context, bytes, length, taggers + i))
		{
			fprintf(stderr, "%s: %s\n", options->taggers[i], context->message);
			exit(1);
		}
	}
}

/* Each sentence is tagged by the tagger that has not seen it. */
static Lesson *
make_lessons(const Treebank *treebank, const Options *options, NdContext *context)
{
	Lesson	   *lessons = must_alloc(treebank->n_sentences * sizeof(Lesson));
	NdTagger	taggers[FOLDS];
	uint64_t	right = 0;

	open_taggers(context, options, taggers);
	for (size_t i = 0; i < treebank->n_sentences; i++)
	{
		const TreebankSentence *sentence = treebank->sentences + i;
		Lesson	   *lesson = lessons + i;

		lesson->sentence = sentence;
		lesson->tags = must_alloc(sentence->n);
		lesson->heads = must_alloc(sentence->n * sizeof(uint32_t));
		nd_tag(context, taggers + fold_of(sentence) % options->n_taggers,
			   sentence->words, sentence->n, lesson->tags);
		for (uint32_t k = 0; k < sentence->n; k++)
		{
			lesson->heads[k] = sentence->tokens[k].head == HEAD_OF_ROOT ?
				sentence->n : sentence->tokens[k].head;
			right += lesson->tags[k] == sentence->tokens[k].tag;
		}
	}
	printf("%zu sentences, %zu tokens, tags %.2f %% right\n", treebank->n_sentences,
		   treebank->n_tokens, 100.0 * (double) right / (double) treebank->n_tokens);
	return lessons;
}

int
main(int argc, char **argv)
{
	Treebank	treebank = {0};
	Options		options = options_read(argc, argv, &treebank);
	School		school = {.random = {options.seed}, .margin = options.margin};
	Schedule	schedule = {.learn = learn_lesson, .owner = &school,
		.lessons = (uint32_t) treebank.n_sentences,
		.plan = {.kind = ND_WEIGHTS_PARSER, .classes = ND_PARSER_CLASSES, .scale = SCALE,
	.most_bytes = options.most_bytes}};

	if (options.n_taggers == 0)
	{
		fprintf(stderr, "no tagger given\n");
		return 1;
	}
	nd_context_init(&school.context);
	nd_arena_init(&school.arena, &school.context);
	school.lessons = make_lessons(&treebank, &options, &school.context);
	schedule_run(&schedule, &options);
	nd_arena_free(&school.arena);
	return 0;
}
