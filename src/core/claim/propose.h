/*
 * propose.h
 *		The first model: proposes cues, and spans for all cues of a chunk at
 *		once.
 */
#ifndef ND_PROPOSE_H
#define ND_PROPOSE_H

#include "claim/cue_features.h"
#include "claim/lattice.h"

typedef struct NdProposal
{
	uint8_t    *states;			/* the best path: a state for each token */
	NdCandidate *candidates;	/* in text order, not overlapping */
	uint32_t	n_candidates;
} NdProposal;

/*
 * Reads a filled chunk; *proposal is allocated in `arena`. Candidates are the
 * cues of the best path, and those that score less by up to
 * ND_PARAMETER_CANDIDATE. False when there is no memory.
 */
extern bool nd_propose(NdArena *arena, const NdCrf *proposer, const NdChunk *chunk,
					   const NdNearby *nearby, NdProposal *proposal);

#endif
