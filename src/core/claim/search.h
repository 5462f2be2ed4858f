/*
 * search.h
 *		Both models, one after the other, over one chunk.
 */
#ifndef ND_SEARCH_H
#define ND_SEARCH_H

#include "claim/resolve.h"

/*
 * Fills the chunk, whose bounds are set, and the drafts that stand, all in
 * `arena`. Without a decider the proposer's own claims stand. `labels`:
 * as nd_find_speakers gives them; `spoken`: whether a source was named before
 * the chunk. False when
 * there is no memory or the poll callback says stop.
 */
extern bool nd_search_chunk(NdArena *arena, const NdClaimModel *model,
							const uint8_t *labels, bool spoken,
							NdChunk *chunk, NdDrafts *drafts);

#endif
