/*
 * states.h
 *		The states of a token for both models of attribution.
 *
 * Source and content know on which side of their cue they stand, so that a
 * row of states says which cue a span belongs to. ND_STATE_AMID is a token
 * of no role between the first and the last token of an attribution.
 *
 * The numbers stand in the weights.
 */
#ifndef ND_STATES_H
#define ND_STATES_H

#include <stdbool.h>
#include <stdint.h>

typedef enum NdState
{
	ND_STATE_OUTSIDE,
	ND_STATE_AMID,
	ND_STATE_BEGIN_SOURCE_LEFT,
	ND_STATE_IN_SOURCE_LEFT,
	ND_STATE_BEGIN_SOURCE_RIGHT,
	ND_STATE_IN_SOURCE_RIGHT,
	ND_STATE_BEGIN_CUE,
	ND_STATE_IN_CUE,
	ND_STATE_BEGIN_CONTENT_LEFT,
	ND_STATE_IN_CONTENT_LEFT,
	ND_STATE_BEGIN_CONTENT_RIGHT,
	ND_STATE_IN_CONTENT_RIGHT,
	ND_N_STATES
} NdState;

typedef enum NdRole
{
	ND_ROLE_NONE,
	ND_ROLE_SOURCE,
	ND_ROLE_CUE,
	ND_ROLE_CONTENT,
	ND_N_ROLES
} NdRole;

static inline NdRole
nd_state_role(unsigned state)
{
	if (state < ND_STATE_BEGIN_SOURCE_LEFT)
		return ND_ROLE_NONE;
	if (state < ND_STATE_BEGIN_CUE)
		return ND_ROLE_SOURCE;
	return state < ND_STATE_BEGIN_CONTENT_LEFT ? ND_ROLE_CUE : ND_ROLE_CONTENT;
}

/* A state that goes on with the span of the state before it. */
static inline bool
nd_state_continues(unsigned state)
{
	return state >= ND_STATE_BEGIN_SOURCE_LEFT && (state & 1) != 0;
}

/* Whether `after` may follow `before`: spans go on only from themselves. */
static inline bool
nd_state_follows(unsigned before, unsigned after)
{
	return !nd_state_continues(after) || before == after || before + 1 == after;
}

#endif
