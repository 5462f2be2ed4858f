/*
 * lattice.c
 *		Best paths through the states of a row of tokens.
 */
#include "claim/lattice.h"

static inline int32_t
greater(int32_t a, int32_t b)
{
	return a > b ? a : b;
}

static void
step_forward(const NdCrf *crf, const int32_t *before, const int32_t *emission, int32_t *after)
{
	for (unsigned s = 0; s < ND_N_STATES; s++)
		after[s] = before[0] + crf->transitions[1][s];
	for (unsigned p = 1; p < ND_N_STATES; p++)
		for (unsigned s = 0; s < ND_N_STATES; s++)
			after[s] = greater(after[s], before[p] + crf->transitions[1 + p][s]);
	for (unsigned s = 0; s < ND_N_STATES; s++)
		after[s] += emission[s];
}

static void
step_backward(const NdCrf *crf, const int32_t *after, const int32_t *emission, int32_t *before)
{
	NdScores	rest;

	for (unsigned s = 0; s < ND_N_STATES; s++)
		rest[s] = after[s] + emission[s];
	for (unsigned p = 0; p < ND_N_STATES; p++)
	{
		int32_t		best = INT32_MIN;

		for (unsigned s = 0; s < ND_N_STATES; s++)
			best = greater(best, crf->transitions[1 + p][s] + rest[s]);
		before[p] = best;
	}
}

bool
nd_lattice_fill(NdArena *arena, const NdCrf *crf, const NdScores *emissions,
				uint32_t count, NdLattice *lattice)
{
	lattice->crf = crf;
	lattice->emissions = emissions;
	lattice->count = count;
	lattice->forward = nd_alloc_array(arena, count, sizeof(NdScores));
	lattice->backward = nd_alloc_array(arena, count, sizeof(NdScores));
	if (lattice->forward == NULL || lattice->backward == NULL)
		return false;
	for (unsigned s = 0; s < ND_N_STATES; s++)
		lattice->forward[0][s] = crf->transitions[0][s] + emissions[0][s];
	for (uint32_t i = 1; i < count; i++)
		step_forward(crf, lattice->forward[i - 1], emissions[i], lattice->forward[i]);
	for (uint32_t i = count - 1; i > 0; i--)
		step_backward(crf, lattice->backward[i], emissions[i], lattice->backward[i - 1]);
	lattice->best = INT32_MIN;
	for (unsigned s = 0; s < ND_N_STATES; s++)
		lattice->best = greater(lattice->best, lattice->forward[count - 1][s]);
	return true;
}

unsigned
nd_lattice_first(const NdLattice *lattice)
{
	unsigned	best = 0;

	for (unsigned s = 1; s < ND_N_STATES; s++)
		if (nd_lattice_through(lattice, 0, s) > nd_lattice_through(lattice, 0, best))
			best = s;
	return best;
}

unsigned
nd_lattice_next(const NdLattice *lattice, uint32_t token, unsigned state)
{
	const int32_t *transition = lattice->crf->transitions[1 + state];
	const int32_t *emission = lattice->emissions[token + 1];
	const int32_t *backward = lattice->backward[token + 1];
	unsigned	best = 0;

	for (unsigned s = 1; s < ND_N_STATES; s++)
		if (transition[s] + emission[s] + backward[s] >
			transition[best] + emission[best] + backward[best])
			best = s;
	return best;
}

void
nd_lattice_path(const NdLattice *lattice, uint8_t *states)
{
	states[0] = (uint8_t) nd_lattice_first(lattice);
	for (uint32_t i = 1; i < lattice->count; i++)
		states[i] = (uint8_t) nd_lattice_next(lattice, i - 1, states[i - 1]);
}

int32_t
nd_lattice_outside(const NdLattice *lattice)
{
	const NdCrf *crf = lattice->crf;
	int32_t		score = crf->transitions[0][ND_STATE_OUTSIDE];

	for (uint32_t i = 0; i < lattice->count; i++)
		score += lattice->emissions[i][ND_STATE_OUTSIDE];
	return score + (int32_t) (lattice->count - 1) *
		crf->transitions[1 + ND_STATE_OUTSIDE][ND_STATE_OUTSIDE];
}

void
nd_lattice_roles(const NdLattice *lattice, uint32_t token, int32_t roles[ND_N_ROLES])
{
	for (unsigned role = 0; role < ND_N_ROLES; role++)
		roles[role] = INT32_MIN;
	for (unsigned s = 0; s < ND_N_STATES; s++)
	{
		NdRole		role = nd_state_role(s);

		roles[role] = greater(roles[role], nd_lattice_through(lattice, token, s));
	}
}
