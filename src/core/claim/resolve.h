/*
 * resolve.h
 *		From many drafts that may contradict each other to the ones that stand.
 */
#ifndef ND_RESOLVE_H
#define ND_RESOLVE_H

#include "claim/decide.h"

/*
 * Adds to *drafts (the decider's) what the proposer alone found where the
 * decider found nothing, and of drafts that claim the same tokens keeps the
 * surer ones, in text order of their cues. All in `arena`. False when there
 * is no memory.
 */
extern bool nd_resolve(NdArena *arena, const NdChunk *chunk,
					   const NdProposal *proposal, NdDrafts *drafts);

#endif
