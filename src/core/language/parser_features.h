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

/* The features of a state; returns their number, ND_PARSER_FEATURES. */
extern uint32_t nd_parse_features(const NdParseState *state,
								  uint64_t features[ND_PARSER_FEATURES]);

#endif
