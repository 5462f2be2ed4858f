/*
 * parser.c
 *		Parses sentences with the weights.
 */
#include "language/parser.h"

#include "language/parser_features.h"

#define DECISIONS_BETWEEN_POLLS 1024

/* Brings the margins of nearly all decisions into 16 bits. */
#define MARGIN_SHIFT 4

bool
nd_parser_open(NdContext *context, const unsigned char *bytes, size_t length,
			   NdParser *parser)
{
	return nd_weights_open(context, bytes, length, ND_WEIGHTS_PARSER,
						   ND_PARSER_CLASSES, &parser->weights);
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

/* One decision by the weights; returns its margin. */
static uint16_t
step(const NdParser *parser, NdParseState *state)
{
	uint64_t	features[ND_PARSER_FEATURES];
	int32_t		scores[ND_PARSER_CLASSES] = {0};
	uint32_t	count = nd_parse_features(state, features);
	uint32_t	margin;
	uint32_t	decision;

	nd_weights_add(&parser->weights, features, count, scores);
	decision = nd_parse_best(state, scores, &margin);
	margin >>= MARGIN_SHIFT;
	if (margin > UINT16_MAX)
		margin = UINT16_MAX;
	nd_parse_apply(state, decision, (uint16_t) margin);
	return (uint16_t) margin;
}

bool
nd_parse(NdArena *scratch, const NdParser *parser, const NdWord *words,
		 const uint8_t *tags, uint32_t n, NdArc *arcs)
{
	NdParseState state;
	uint32_t	decisions = 0;
	uint16_t	margin = UINT16_MAX;

	if (parser->weights.rows == NULL)
	{
		chain(n, arcs);
		return true;
	}
	if (!nd_parse_begin(scratch, words, tags, n, &state))
		return false;
	while (nd_parse_allowed(&state) != 0)
	{
		uint32_t	forced;

		if (nd_parse_forced(&state, &forced))
			nd_parse_apply(&state, forced, margin);
		else
			margin = step(parser, &state);
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
