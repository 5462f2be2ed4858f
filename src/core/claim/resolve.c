/*
 * resolve.c
 *		From many drafts to the ones that stand.
 *
 * A draft is accepted or refused as a whole, the surest first: half a draft
 * that lost some tokens to another would be no one's claim.
 */
#include "claim/resolve.h"

#include <stdlib.h>

/* What a token already serves as. */
enum
{
	FREE,
	SOURCE,						/* may serve several claims as source */
	TAKEN
};

static int32_t
sureness(const NdDraft *draft)
{
	int32_t		claim = draft->evidence[ND_EVIDENCE_CLAIM];
	int32_t		content = draft->evidence[ND_EVIDENCE_CONTENT];

	return claim < content ? claim : content;
}

static int
surest_first(const void *a, const void *b)
{
	const NdDraft *x = a;
	const NdDraft *y = b;

	if (x->orphan != y->orphan)
		return x->orphan ? 1 : -1;
	if (sureness(x) != sureness(y))
		return sureness(x) > sureness(y) ? -1 : 1;
	return x->cue < y->cue ? -1 : x->cue > y->cue;
}

static int
by_cue(const void *a, const void *b)
{
	const NdDraft *x = a;
	const NdDraft *y = b;

	return x->cue < y->cue ? -1 : x->cue > y->cue;
}

static bool
is_free(const NdDraft *draft, const uint8_t *use)
{
	for (uint32_t i = 0; i < draft->count; i++)
	{
		uint8_t		used = use[draft->first + i];

		if (draft->roles[i] != ND_ROLE_NONE && used != FREE &&
			!(used == SOURCE && draft->roles[i] == ND_ROLE_SOURCE))
			return false;
	}
	return true;
}

static void
take(const NdDraft *draft, uint8_t *use)
{
	for (uint32_t i = 0; i < draft->count; i++)
		if (draft->roles[i] != ND_ROLE_NONE)
			use[draft->first + i] = draft->roles[i] == ND_ROLE_SOURCE ? SOURCE : TAKEN;
}

/* The end of the run of cue tokens that begins here. */
static uint32_t
run_end(const uint8_t *states, uint32_t token, uint32_t count)
{
	while (token + 1 < count && states[token + 1] == ND_STATE_IN_CUE)
		token++;
	return token + 1;
}

static uint32_t
next_cue(const uint8_t *states, uint32_t token, uint32_t count)
{
	while (token < count && states[token] != ND_STATE_BEGIN_CUE)
		token++;
	return token;
}

/* Left spans belong to the next cue, right spans to the one before. */
static NdRole
linked_role(unsigned state, bool before_cue)
{
	bool		left = state == ND_STATE_BEGIN_SOURCE_LEFT || state == ND_STATE_IN_SOURCE_LEFT ||
		state == ND_STATE_BEGIN_CONTENT_LEFT || state == ND_STATE_IN_CONTENT_LEFT;

	return left == before_cue ? nd_state_role(state) : ND_ROLE_NONE;
}

static bool
draft_orphan(NdArena *arena, const uint8_t *states, uint32_t from, uint32_t first,
			 uint32_t end, uint32_t to, NdDraft *draft)
{
	draft->first = from;
	draft->count = to - from;
	draft->cue = first;
	draft->orphan = true;
	draft->roles = nd_alloc_array(arena, draft->count, 1);
	if (draft->roles == NULL)
		return false;
	for (uint32_t i = from; i < to; i++)
		draft->roles[i - from] = (uint8_t)
			(i >= first && i < end ? ND_ROLE_CUE : linked_role(states[i], i < first));
	return true;
}

static bool
has_content(const NdDraft *draft)
{
	for (uint32_t i = 0; i < draft->count; i++)
		if (draft->roles[i] == ND_ROLE_CONTENT)
			return true;
	return false;
}

/* The proposer's own claims, after the decider's. */
static bool
add_orphans(NdArena *arena, const NdChunk *chunk, const NdProposal *proposal, NdDrafts *drafts)
{
	const uint8_t *states = proposal->states;
	uint32_t	count = chunk->count;
	uint32_t	candidate = 0;
	uint32_t	from = 0;
	uint32_t	first = next_cue(states, 0, count);

	while (first < count)
	{
		uint32_t	end = run_end(states, first, count);
		uint32_t	next = next_cue(states, end, count);
		NdDraft    *draft = &drafts->drafts[drafts->count];

		if (!draft_orphan(arena, states, from, first, end, next, draft))
			return false;
		while (candidate + 1 < proposal->n_candidates &&
			   proposal->candidates[candidate].first < first)
			candidate++;
		if (proposal->n_candidates > 0)
			draft->evidence[ND_EVIDENCE_PROPOSED] = proposal->candidates[candidate].margin;
		if (has_content(draft))
			drafts->count++;
		from = end;
		first = next;
	}
	return true;
}

bool
nd_resolve(NdArena *arena, const NdChunk *chunk, const NdProposal *proposal, NdDrafts *drafts)
{
	uint8_t    *use = nd_alloc_array(arena, chunk->count, 1);
	NdDrafts	all = {.count = drafts->count};
	uint32_t	accepted = 0;

	all.drafts = nd_alloc_array(arena, drafts->count + chunk->count / 2 + 1, sizeof(NdDraft));
	if (use == NULL || all.drafts == NULL)
		return false;
	for (uint32_t i = 0; i < drafts->count; i++)
		all.drafts[i] = drafts->drafts[i];
	if (!add_orphans(arena, chunk, proposal, &all))
		return false;
	qsort(all.drafts, all.count, sizeof(NdDraft), surest_first);
	for (uint32_t i = 0; i < all.count; i++)
	{
		if (!is_free(&all.drafts[i], use))
			continue;
		take(&all.drafts[i], use);
		all.drafts[accepted++] = all.drafts[i];
	}
	all.count = accepted;
	qsort(all.drafts, all.count, sizeof(NdDraft), by_cue);
	*drafts = all;
	return true;
}
