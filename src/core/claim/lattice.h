/*
 * lattice.h
 *		Best paths through the states of a row of tokens.
 *
 * Both directions of the Viterbi algorithm (Forney, "The Viterbi algorithm",
 * 1973), in integers. From them comes, for each token and state, the score of
 * the best path through it (max-marginal), which serves in place of a
 * probability: what the second-best answer would cost.
 */
#ifndef ND_LATTICE_H
#define ND_LATTICE_H

#include "base/arena.h"
#include "claim/model.h"

typedef int32_t NdScores[ND_N_STATES];

typedef struct NdLattice
{
	const NdCrf *crf;
	const NdScores *emissions;	/* not owned */
	uint32_t	count;
	NdScores   *forward;		/* best path up to a token, its score included */
	NdScores   *backward;		/* best path after a token */
	int32_t		best;
} NdLattice;

/*
 * Fills *lattice in `arena` for `count` tokens (more than 0). False when there
 * is no memory.
 */
extern bool nd_lattice_fill(NdArena *arena, const NdCrf *crf, const NdScores *emissions,
							uint32_t count, NdLattice *lattice);

/* The score of the best path that has this state at this token. */
static inline int32_t
nd_lattice_through(const NdLattice *lattice, uint32_t token, unsigned state)
{
	return lattice->forward[token][state] + lattice->backward[token][state];
}

/* The best state of the first token. */
extern unsigned nd_lattice_first(const NdLattice *lattice);

/* The best state of token + 1 when `token` has this state. */
extern unsigned nd_lattice_next(const NdLattice *lattice, uint32_t token, unsigned state);

/* The best path; states[count]. */
extern void nd_lattice_path(const NdLattice *lattice, uint8_t *states);

/* The score of the path that is OUTSIDE throughout. */
extern int32_t nd_lattice_outside(const NdLattice *lattice);

/*
 * The best score of a path on which the token has the role, for each role
 * (ND_ROLE_NONE: OUTSIDE or AMID).
 */
extern void nd_lattice_roles(const NdLattice *lattice, uint32_t token,
							 int32_t roles[ND_N_ROLES]);

#endif
