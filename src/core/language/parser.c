/*
 * parser.c
 *		Parses sentences with the weights.
 */
#include "language/parser.h"

#include "language/parser_features.h"

#include <string.h>

#define DECISIONS_BETWEEN_POLLS 1024

/* Brings the margins of nearly all decisions into 16 bits. */
#define MARGIN_SHIFT 4

/* Depths of the stack whose scores are kept; others are worked out again. */
#define KEPT_DEPTHS 16

/*
 * Scores of groups of features, kept until a decision changes what they read.
 * Those that read the stack alone are kept by its depth, since a pop brings
 * back what was there before.
 */
typedef struct Kept
{
	int32_t		front[ND_PARSER_CLASSES];
	int32_t		next[ND_PARSER_CLASSES];
	struct
	{
		uint32_t	depth;		/* of the stack these are for; 0: none */
		int32_t		under[ND_PARSER_CLASSES];
		int32_t		top[ND_PARSER_CLASSES];
	}			stack[KEPT_DEPTHS];
	unsigned	changed;		/* groups to be scored again */
} Kept;

static bool
score_starts(NdArena *arena, NdParser *parser)
{
	NdParseState empty;

	if (!nd_parse_begin(arena, NULL, NULL, 0, &empty))
		return false;
	memset(parser->starts, 0, sizeof(parser->starts));
	for (unsigned i = 0; i < ND_PARSER_STARTS; i++)
	{
		uint64_t	features[ND_PARSER_FEATURES];
		uint32_t	n = nd_parse_start_features(&empty, i, features);

		nd_weights_add(&parser->weights, features, n, parser->starts[i]);
	}
	return true;
}

bool
nd_parser_open(NdContext *context, const unsigned char *bytes, size_t length,
			   NdParser *parser)
{
	NdArena		arena;
	bool		done;

	if (!nd_weights_open(context, bytes, length, ND_WEIGHTS_PARSER,
						 ND_PARSER_CLASSES, &parser->weights))
		return false;
	nd_arena_init(&arena, context);
	done = score_starts(&arena, parser);
	nd_arena_free(&arena);
	return done;
}

static void
chain(uint32_t n, NdArc *arcs)
{
	for (uint32_t i = 0; i < n; i++)
	{
		arcs[i].head = i + 1 < n ? i + 1 : ND_NONE;
		arcs[i].relation = i + 1 < n ? ND_REL_DEP : ND_REL_ROOT;
		arcs[i].margin = 0;
	}
}

static void
apply(Kept *kept, NdParseState *state, uint32_t decision, uint16_t margin)
{
	nd_parse_apply(state, decision, margin);
	kept->changed |= nd_parse_changed(decision);
}

/* The scores of all decisions, as if every feature were looked up now. */
static void
score(const NdParser *parser, const NdParseState *state, Kept *kept,
	  int32_t scores[ND_PARSER_CLASSES])
{
	uint32_t	slot = state->depth % KEPT_DEPTHS;
	int32_t    *groups[ND_PARSER_GROUPS] = {kept->front, kept->next,
	kept->stack[slot].under, kept->stack[slot].top, scores};
	uint64_t	features[ND_PARSER_FEATURES];
	NdSought	sought[ND_MAX_FEATURES];
	uint32_t	ends[ND_PARSER_GROUPS];
	unsigned	starts[ND_PARSER_GROUPS];
	uint32_t	from = 0;

	if (kept->stack[slot].depth != state->depth)
		kept->changed |= 1u << ND_GROUP_UNDER | 1u << ND_GROUP_TOP;
	kept->stack[slot].depth = state->depth;
	nd_parse_feature_groups(state, kept->changed, features, ends, starts);
	nd_weights_seek(&parser->weights, features, ends[ND_PARSER_GROUPS - 1], sought);
	for (unsigned i = 0; i < ND_PARSER_GROUPS; i++)
	{
		if (kept->changed >> i & 1)
			memcpy(groups[i], parser->starts[starts[i]], sizeof(parser->starts[0]));
		nd_weights_add_sought(&parser->weights, sought + from, ends[i] - from, groups[i]);
		from = ends[i];
	}
	for (unsigned i = 0; i < ND_PARSER_CLASSES; i++)
		scores[i] += kept->front[i] + kept->next[i] + kept->stack[slot].under[i] +
			kept->stack[slot].top[i];
	kept->changed = 0;
}

/* One decision by the weights; returns its margin. */
static uint16_t
step(const NdParser *parser, NdParseState *state, Kept *kept)
{
	int32_t		scores[ND_PARSER_CLASSES];
	uint32_t	margin;
	uint32_t	decision;

	score(parser, state, kept, scores);
	decision = nd_parse_best(state, scores, &margin);
	margin >>= MARGIN_SHIFT;
	if (margin > UINT16_MAX)
		margin = UINT16_MAX;
	apply(kept, state, decision, (uint16_t) margin);
	return (uint16_t) margin;
}

bool
nd_parse(NdArena *scratch, const NdParser *parser, const NdWord *words,
		 const uint8_t *tags, uint32_t n, NdArc *arcs)
{
	NdParseState state;
	Kept		kept;
	uint32_t	decisions = 0;
	uint16_t	margin = UINT16_MAX;

	if (parser->weights.rows == NULL)
	{
		chain(n, arcs);
		return true;
	}
	if (!nd_parse_begin(scratch, words, tags, n, &state))
		return false;
	kept.changed = ND_ALL_GROUPS;
	for (unsigned i = 0; i < KEPT_DEPTHS; i++)
		kept.stack[i].depth = 0;
	while (nd_parse_allowed(&state) != 0)
	{
		uint32_t	forced;

		if (nd_parse_forced(&state, &forced))
			apply(&kept, &state, forced, margin);
		else
			margin = step(parser, &state, &kept);
		if (++decisions % DECISIONS_BETWEEN_POLLS == 0 && !nd_poll(scratch->context))
			return false;
	}
	for (uint32_t i = 0; i < n; i++)
	{
		arcs[i].head = state.nodes[i].head == n ? ND_NONE : state.nodes[i].head;
		arcs[i].relation = state.nodes[i].relation;
		arcs[i].margin = state.nodes[i].margin;
	}
	return true;
}
