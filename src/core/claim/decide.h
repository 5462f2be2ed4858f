/*
 * decide.h
 *		The second model: finds the spans of one proposed cue, or refuses it.
 */
#ifndef ND_DECIDE_H
#define ND_DECIDE_H

#include "claim/draft.h"
#include "claim/propose.h"

typedef struct NdDrafts
{
	NdDraft    *drafts;
	uint32_t	count;
} NdDrafts;

/*
 * Drafts for the candidates of a proposal, in text order of their cues, in
 * `arena`. `unit` is the proposer's ND_PARAMETER_UNIT. False when there is no
 * memory or the poll callback says stop.
 */
extern bool nd_decide(NdArena *arena, const NdCrf *decider, int32_t unit,
					  const NdChunk *chunk, const NdNearby *nearby,
					  const NdProposal *proposal, NdDrafts *drafts);

#endif
