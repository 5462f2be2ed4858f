/*
 * propose.c
 *		The first model: proposes cues.
 */
#include "claim/propose.h"

static NdScores *
score_tokens(NdArena *arena, const NdCrf *crf, const NdChunk *chunk, const NdNearby *nearby)
{
	NdScores   *emissions = nd_alloc_array(arena, chunk->count, sizeof(NdScores));
	NdFeature	features[ND_MOST_FEATURES];

	for (uint32_t i = 0; emissions && i < chunk->count; i++)
	{
		uint32_t	count = nd_token_features(chunk, nearby, i, features);

		nd_crf_add(crf, features, count, emissions[i]);
		emissions[i][ND_STATE_BEGIN_CUE] += crf->parameters[ND_PARAMETER_CUE_BIAS];
	}
	return emissions;
}

/* How much better the best path is with a cue that begins here than without. */
static int32_t
cue_margin(const NdLattice *lattice, uint32_t token)
{
	int32_t		with = nd_lattice_through(lattice, token, ND_STATE_BEGIN_CUE);
	int32_t		without = INT32_MIN;

	for (unsigned s = 0; s < ND_N_STATES; s++)
		if (s != ND_STATE_BEGIN_CUE && nd_lattice_through(lattice, token, s) > without)
			without = nd_lattice_through(lattice, token, s);
	return with - without;
}

static uint32_t
cue_end(const NdLattice *lattice, uint32_t token)
{
	unsigned	state = ND_STATE_BEGIN_CUE;

	while (token + 1 < lattice->count)
	{
		state = nd_lattice_next(lattice, token, state);
		token++;
		if (state != ND_STATE_IN_CUE)
			return token;
	}
	return lattice->count;
}

/*
 * Of two candidates that overlap the better one stays. A text may not make
 * more than one candidate for every four tokens: the second model looks at
 * a whole window for each.
 */
static bool
find_candidates(NdArena *arena, const NdLattice *lattice, int32_t threshold, NdProposal *proposal)
{
	uint32_t	most = lattice->count / 4 + 4;
	NdCandidate *found = nd_alloc_array(arena, most, sizeof(NdCandidate));
	uint32_t	n = 0;

	if (found == NULL)
		return false;
	for (uint32_t i = 0; i < lattice->count; i++)
	{
		NdCandidate candidate = {.first = i, .margin = cue_margin(lattice, i)};

		if (candidate.margin < -threshold)
			continue;
		candidate.end = cue_end(lattice, i);
		if (n > 0 && found[n - 1].end > candidate.first)
		{
			if (candidate.margin > found[n - 1].margin)
				found[n - 1] = candidate;
		}
		else if (n < most)
			found[n++] = candidate;
	}
	proposal->candidates = found;
	proposal->n_candidates = n;
	return true;
}

bool
nd_propose(NdArena *arena, const NdCrf *proposer, const NdChunk *chunk,
		   const NdNearby *nearby, NdProposal *proposal)
{
	NdScores   *emissions = score_tokens(arena, proposer, chunk, nearby);
	NdLattice	lattice;

	proposal->states = nd_alloc_array(arena, chunk->count, 1);
	if (emissions == NULL || proposal->states == NULL ||
		!nd_lattice_fill(arena, proposer, (const NdScores *) emissions, chunk->count, &lattice))
		return false;
	nd_lattice_path(&lattice, proposal->states);
	return find_candidates(arena, &lattice, proposer->parameters[ND_PARAMETER_CANDIDATE], proposal);
}
