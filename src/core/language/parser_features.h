/*
 * parser_features.h
 *		What the parser looks at. Shared by the parser and its training.
 *
 * After Zhang and Nivre, "Transition-based dependency parsing with rich
 * non-local features", 2011.
 */
#ifndef ND_PARSER_FEATURES_H
#define ND_PARSER_FEATURES_H

#include "language/parser_state.h"

#define ND_PARSER_FEATURES 114

/*
 * Features in groups by the part of the state they read, with the transitions
 * that change it. Only features in ND_GROUP_BOTH change with every one.
 */
typedef enum NdParseGroup
{
	ND_GROUP_FRONT,				/* words of the buffer: shift */
	ND_GROUP_NEXT,				/* its first with its children: shift, left */
	ND_GROUP_UNDER,				/* second and third of the stack: see below */
	ND_GROUP_TOP,				/* the stack's top with these: see below */
	ND_GROUP_BOTH,				/* stack and buffer together: all */
	ND_PARSER_GROUPS
} NdParseGroup;

#define ND_ALL_GROUPS ((1u << ND_PARSER_GROUPS) - 1)

/*
 * The groups that read something else after a decision than when the stack
 * was last as deep as it is now: a pop brings back what was there before a
 * shift, but right has given the top another child.
 */
static inline unsigned
nd_parse_changed(uint32_t decision)
{
	if (decision == ND_SHIFT)
		return ND_ALL_GROUPS;
	return 1u << ND_GROUP_BOTH |
		(decision < ND_RIGHT ? 1u << ND_GROUP_NEXT : 1u << ND_GROUP_TOP);
}

/*
 * The features of the groups (1 << NdParseGroup, added up) in the order of the
 * groups; those of group i end before ends[i]. Most places for children are
 * empty, and their features, which have many weights, are then always the
 * same: they are left out, and starts[i] names the set left out of group i.
 */
extern void nd_parse_feature_groups(const NdParseState *state, unsigned groups,
									uint64_t features[ND_PARSER_FEATURES],
									uint32_t ends[ND_PARSER_GROUPS],
									unsigned starts[ND_PARSER_GROUPS]);

/*
 * The features of such a set; returns their number. The state is that of a
 * sentence without words.
 */
#define ND_PARSER_STARTS 23
extern uint32_t nd_parse_start_features(const NdParseState *empty, unsigned start,
										uint64_t features[ND_PARSER_FEATURES]);

/* The features of all groups; returns their number, ND_PARSER_FEATURES. */
extern uint32_t nd_parse_features(const NdParseState *state,
								  uint64_t features[ND_PARSER_FEATURES]);

#endif
