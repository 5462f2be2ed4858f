/*
 * decide.c
 *		The second model: finds the spans of one proposed cue, or refuses it.
 *
 * What a token scores whatever the cue is added up once and kept, since most
 * tokens stand in the windows of several cues.
 */
#include "claim/decide.h"

#include <string.h>

typedef struct Decider
{
	NdArena    *arena;
	const NdCrf *crf;
	const NdNearby *nearby;
	NdScores   *base;			/* by token of the chunk */
	bool	   *known;			/* base is filled */
	NdScores   *emissions;		/* of the window at hand */
} Decider;

static bool
decider_init(Decider *decider, uint32_t count)
{
	decider->base = nd_alloc_array(decider->arena, count, sizeof(NdScores));
	decider->known = nd_alloc_array(decider->arena, count, sizeof(bool));
	decider->emissions = nd_alloc_array(decider->arena, count, sizeof(NdScores));
	return decider->base && decider->known && decider->emissions;
}

static void
score_window(Decider *decider, const NdCueScene *scene)
{
	NdFeature	features[ND_MOST_FEATURES];

	for (uint32_t i = scene->from; i < scene->to; i++)
	{
		int32_t    *emission = decider->emissions[i - scene->from];
		uint32_t	count;

		if (!decider->known[i])
		{
			count = nd_token_features(scene->chunk, decider->nearby, i, features);
			nd_crf_add(decider->crf, features, count, decider->base[i]);
			decider->known[i] = true;
		}
		memcpy(emission, decider->base[i], sizeof(NdScores));
		count = nd_cue_features(scene, i, features);
		nd_crf_add(decider->crf, features, count, emission);
		emission[ND_STATE_BEGIN_CUE] += decider->crf->parameters[ND_PARAMETER_CUE_BIAS];
	}
}

static int32_t
smaller(int32_t a, int32_t b)
{
	return a < b ? a : b;
}

static int32_t
greater(int32_t a, int32_t b)
{
	return a > b ? a : b;
}

/* How much the best path loses when the token has, or lacks, the role. */
static int32_t
sureness(const int32_t roles[ND_N_ROLES], NdRole role)
{
	int32_t		others = INT32_MIN;

	for (unsigned r = 0; r < ND_N_ROLES; r++)
		if (r != (unsigned) role)
			others = greater(others, roles[r]);
	return roles[role] - others;
}

static void
gather_evidence(const NdLattice *lattice, NdDraft *draft)
{
	int32_t		surest[ND_N_ROLES] = {INT32_MIN, INT32_MIN, INT32_MIN, INT32_MIN};
	int32_t		edge = INT32_MAX;
	int64_t		content = 0;
	int32_t		n_content = 0;

	for (uint32_t i = 0; i < draft->count; i++)
	{
		int32_t		roles[ND_N_ROLES];
		int32_t		of_content;

		nd_lattice_roles(lattice, i, roles);
		of_content = sureness(roles, ND_ROLE_CONTENT);
		surest[ND_ROLE_SOURCE] = greater(surest[ND_ROLE_SOURCE], sureness(roles, ND_ROLE_SOURCE));
		surest[ND_ROLE_CUE] = greater(surest[ND_ROLE_CUE], sureness(roles, ND_ROLE_CUE));
		edge = smaller(edge, of_content < 0 ? -of_content : of_content);
		if (draft->roles[i] == ND_ROLE_CONTENT)
		{
			content += of_content;
			n_content++;
		}
	}
	draft->evidence[ND_EVIDENCE_CLAIM] = lattice->best - nd_lattice_outside(lattice);
	draft->evidence[ND_EVIDENCE_CUE] = surest[ND_ROLE_CUE];
	draft->evidence[ND_EVIDENCE_SOURCE] = surest[ND_ROLE_SOURCE] < 0 ?
		-surest[ND_ROLE_SOURCE] : surest[ND_ROLE_SOURCE];
	draft->evidence[ND_EVIDENCE_CONTENT] = n_content > 0 ? (int32_t) (content / n_content) : 0;
	draft->evidence[ND_EVIDENCE_CONTENT_EDGE] = edge;
}

/* Sets *found when the cue is accepted. */
static bool
decide_one(Decider *decider, const NdCueScene *scene, NdDraft *draft, bool *found)
{
	NdLattice	lattice;
	NdMark		mark;

	draft->first = scene->from;
	draft->count = scene->to - scene->from;
	draft->roles = nd_alloc_array(decider->arena, draft->count, 1);
	mark = nd_arena_mark(decider->arena);
	score_window(decider, scene);
	if (draft->roles == NULL ||
		!nd_lattice_fill(decider->arena, decider->crf, (const NdScores *) decider->emissions,
						 draft->count, &lattice))
		return false;
	nd_lattice_path(&lattice, draft->roles);
	*found = false;
	for (uint32_t i = draft->count; i-- > 0;)
	{
		draft->roles[i] = (uint8_t) nd_state_role(draft->roles[i]);
		if (draft->roles[i] == ND_ROLE_CUE)
		{
			draft->cue = scene->from + i;
			*found = true;
		}
	}
	if (*found)
	{
		gather_evidence(&lattice, draft);
		draft->evidence[ND_EVIDENCE_PROPOSED] = scene->cue->margin;
	}
	nd_arena_rewind(decider->arena, mark);
	return true;
}

bool
nd_decide(NdArena *arena, const NdCrf *crf, int32_t unit, const NdChunk *chunk,
		  const NdNearby *nearby, const NdProposal *proposal, NdDrafts *drafts)
{
	Decider		decider = {.arena = arena, .crf = crf, .nearby = nearby};
	NdCueScene	scene = {
		.chunk = chunk, .candidates = proposal->candidates,
		.n_candidates = proposal->n_candidates
	};

	scene.outlook = nd_alloc_array(arena, chunk->count, sizeof(NdOutlook));
	drafts->drafts = nd_alloc_array(arena, proposal->n_candidates, sizeof(NdDraft));
	drafts->count = 0;
	if (scene.outlook == NULL || drafts->drafts == NULL || !decider_init(&decider, chunk->count))
		return false;
	for (uint32_t i = 0; i < proposal->n_candidates; i++)
	{
		bool		found;

		if (!nd_poll(arena->context))
			return false;
		nd_cue_scene(&scene, i, unit);
		if (!decide_one(&decider, &scene, &drafts->drafts[drafts->count], &found))
			return false;
		if (found)
			drafts->count++;
	}
	return true;
}
