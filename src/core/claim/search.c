/*
 * search.c
 *		Both models, one after the other, over one chunk.
 */
#include "claim/search.h"

#include "claim/quoting.h"
#include "claim/speaker.h"

bool
nd_search_chunk(NdArena *arena, const NdClaimModel *model, const uint8_t *labels,
				bool spoken, NdChunk *chunk, NdDrafts *drafts)
{
	NdProposal	proposal;
	NdNearby   *nearby;

	drafts->drafts = NULL;
	drafts->count = 0;
	if (chunk->count == 0 || model->proposer.buckets == NULL)
		return true;
	if (!nd_chunk_fill(arena, chunk))
		return false;
	nearby = nd_nearby(arena, chunk);
	if (nearby == NULL || !nd_propose(arena, &model->proposer, chunk, nearby, &proposal))
		return false;
	if (model->decider.buckets != NULL &&
		!nd_decide(arena, &model->decider, model->proposer.parameters[ND_PARAMETER_UNIT],
				   chunk, nearby, &proposal, drafts))
		return false;
	nd_complete_quotations(chunk, drafts);
	return nd_resolve(arena, chunk, &proposal, drafts) &&
		nd_speaker_drafts(arena, chunk, labels, drafts) &&
		nd_follow_quotations(arena, chunk, spoken, drafts);
}
