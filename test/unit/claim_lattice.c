/*
 * claim_lattice.c
 *		Best paths, against trying all of them.
 */
#include "unit.h"

#include "base/hash.h"
#include "claim/lattice.h"

#include <string.h>

#define TOKENS 4

static int32_t
some_number(uint64_t *state, int32_t below)
{
	*state = nd_mix(*state + 0x9e3779b97f4a7c15);
	return (int32_t) (*state % (uint64_t) (2 * below)) - below;
}

static void
make_crf(NdCrf *crf, uint64_t *state)
{
	memset(crf, 0, sizeof(*crf));
	for (unsigned p = 0; p <= ND_N_STATES; p++)
		for (unsigned s = 0; s < ND_N_STATES; s++)
			crf->transitions[p][s] =
				(p == 0 ? nd_state_continues(s) : !nd_state_follows(p - 1, s)) ?
				ND_FORBIDDEN : some_number(state, 100);
}

static int32_t
score_path(const NdCrf *crf, const NdScores *emissions, const uint8_t *path)
{
	int32_t		score = crf->transitions[0][path[0]] + emissions[0][path[0]];

	for (int i = 1; i < TOKENS; i++)
		score += crf->transitions[1 + path[i - 1]][path[i]] + emissions[i][path[i]];
	return score;
}

/* The best score of all paths, and of those through each token and state. */
static int32_t
try_all(const NdCrf *crf, const NdScores *emissions, NdScores *through)
{
	uint8_t		path[TOKENS] = {0};
	int32_t		best = INT32_MIN;
	uint32_t	paths = ND_N_STATES * ND_N_STATES * ND_N_STATES * ND_N_STATES;

	for (int i = 0; i < TOKENS; i++)
		for (unsigned s = 0; s < ND_N_STATES; s++)
			through[i][s] = INT32_MIN;
	for (uint32_t n = 0; n < paths; n++)
	{
		uint32_t	rest = n;
		int32_t		score;

		for (int i = 0; i < TOKENS; i++, rest /= ND_N_STATES)
			path[i] = (uint8_t) (rest % ND_N_STATES);
		score = score_path(crf, emissions, path);
		if (score > best)
			best = score;
		for (int i = 0; i < TOKENS; i++)
			if (score > through[i][path[i]])
				through[i][path[i]] = score;
	}
	return best;
}

static void
test_against_all(uint64_t seed)
{
	NdContext	context;
	NdArena		arena;
	NdCrf		crf;
	NdScores	emissions[TOKENS];
	NdScores	through[TOKENS];
	NdLattice	lattice;
	uint8_t		path[TOKENS];
	bool		equal = true;

	nd_context_init(&context);
	nd_arena_init(&arena, &context);
	make_crf(&crf, &seed);
	for (int i = 0; i < TOKENS; i++)
		for (unsigned s = 0; s < ND_N_STATES; s++)
			emissions[i][s] = some_number(&seed, 200);
	CHECK(nd_lattice_fill(&arena, &crf, (const NdScores *) emissions, TOKENS, &lattice));
	CHECK(lattice.best == try_all(&crf, (const NdScores *) emissions, through));
	for (uint32_t i = 0; i < TOKENS; i++)
		for (unsigned s = 0; s < ND_N_STATES; s++)
			if (through[i][s] > ND_FORBIDDEN / 2 &&
				through[i][s] != nd_lattice_through(&lattice, i, s))
				equal = false;
	CHECK(equal);
	nd_lattice_path(&lattice, path);
	CHECK(score_path(&crf, (const NdScores *) emissions, path) == lattice.best);
	CHECK(nd_lattice_outside(&lattice) ==
		  score_path(&crf, (const NdScores *) emissions, (const uint8_t[TOKENS]) {0}));
	nd_arena_free(&arena);
}

int
main(void)
{
	for (uint64_t seed = 1; seed <= 20; seed++)
		test_against_all(seed);
	return unit_result();
}
