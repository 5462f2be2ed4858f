/*
 * cue_scene.c
 *		The window around a proposed cue and how its tokens lie to it.
 */
#include "claim/cue_features.h"

#define FARTHEST	4			/* longest way in a tree that is told apart */

static bool
announces_next(const NdChunk *chunk, uint32_t paragraph)
{
	NdSpan		at = chunk->document->paragraphs[paragraph].at;

	return at.end > at.start && chunk->document->text.bytes[at.end - 1] == ':';
}

/*
 * The paragraph of the cue, and the next one where a colon announces it,
 * within reach.
 */
static void
set_window(NdCueScene *scene)
{
	const NdChunk *chunk = scene->chunk;
	uint32_t	paragraph = nd_chunk_paragraph(chunk, scene->cue->first);
	uint32_t	last = announces_next(chunk, paragraph) ? paragraph + 1 : paragraph;

	scene->from = scene->cue->first;
	while (scene->from > 0 && scene->cue->first - scene->from < ND_WINDOW &&
		   nd_chunk_paragraph(chunk, scene->from - 1) == paragraph)
		scene->from--;
	scene->to = scene->cue->end;
	while (scene->to < chunk->count && scene->to - scene->cue->end < ND_WINDOW &&
		   nd_chunk_paragraph(chunk, scene->to) <= last)
		scene->to++;
}

/* The token whose head is outside the cue; the first reporting verb of such. */
static void
set_head(NdCueScene *scene)
{
	const NdView *views = scene->chunk->views;
	const NdCandidate *cue = scene->cue;
	bool		found = false;

	scene->head = cue->first;
	scene->string = 0;
	for (uint32_t i = cue->first; i < cue->end; i++)
	{
		bool		top = views[i].head < cue->first || views[i].head >= cue->end;

		scene->string = nd_hash_join(scene->string, views[i].form);
		if (top && (!found || (views[i].reporting && !views[scene->head].reporting)))
		{
			scene->head = i;
			found = true;
		}
	}
}

/* Who does it: "Clinton, hoping to ..., " has no subject of its own. */
static void
set_subject(NdCueScene *scene)
{
	const NdView *views = scene->chunk->views;

	scene->subject = ND_NONE;
	scene->subject_steps = 0;
	for (uint32_t i = scene->head; i != ND_NONE; i = views[i].head)
	{
		if (views[i].subject != ND_NONE)
		{
			scene->subject = views[i].subject;
			return;
		}
		if (scene->subject_steps < FARTHEST)
			scene->subject_steps++;
	}
}

static void
set_strength(NdCueScene *scene, int32_t unit)
{
	int32_t		half_units = scene->cue->margin / (unit / 2 > 0 ? unit / 2 : 1);

	if (half_units < 0)
		scene->strength = half_units < -2 ? 0 : 1;
	else
		scene->strength = 2 + nd_step((uint32_t) half_units / 2);
}

static void
clear(NdOutlook *outlook)
{
	*outlook = (NdOutlook)
	{
		.steps = ND_NONE, .branch = ND_NONE
	};
}

/* The way from each token of the sentence to the head of the cue. */
static void
look_along_tree(NdCueScene *scene)
{
	const NdChunk *chunk = scene->chunk;
	const NdView *views = chunk->views;
	NdOutlook  *outlook = scene->outlook;
	uint64_t	down = 0;
	uint32_t	steps = 0;

	for (uint32_t i = scene->head; i != ND_NONE; i = views[i].head)
	{
		outlook[i].steps = 0;
		outlook[i].down = down;
		if (++steps <= FARTHEST)
			down = nd_hash_join(down, views[i].relation);
	}
	for (uint32_t k = views[scene->head].sentence_first; k < views[scene->head].sentence_end; k++)
	{
		uint32_t	i = chunk->order[k];
		uint32_t	head = views[i].head;

		if (outlook[i].steps == 0 || head == ND_NONE || outlook[head].steps == ND_NONE)
			continue;
		outlook[i].steps = outlook[head].steps + 1;
		outlook[i].down = outlook[head].down;
		outlook[i].up = outlook[head].up;
		if (outlook[i].steps <= FARTHEST)
			outlook[i].up = nd_hash_join(outlook[i].up, views[i].relation);
		outlook[i].branch = outlook[head].steps == 0 ? i : outlook[head].branch;
	}
}

static uint8_t
up_to_three(uint32_t n)
{
	return (uint8_t) (n < 3 ? n : 3);
}

/* Counts outwards from the cue, step +1 or -1. */
static void
count_between(NdCueScene *scene, uint32_t start, uint32_t stop, int32_t step)
{
	const NdView *views = scene->chunk->views;
	uint32_t	commas = 0;
	uint32_t	cues = 0;
	uint32_t	turns = 0;
	bool		in_cue = false;
	bool		quoted = views[step > 0 ? scene->cue->end - 1 : scene->cue->first].quoted;

	for (uint32_t i = start; i != stop; i += (uint32_t) step)
	{
		NdOutlook  *outlook = &scene->outlook[i];

		if (outlook->other_cue && !in_cue)
			cues++;
		in_cue = outlook->other_cue;
		if (views[i].quoted != quoted)
			turns++;
		quoted = views[i].quoted;
		outlook->commas = up_to_three(commas);
		outlook->cues = up_to_three(cues);
		outlook->turns = up_to_three(turns);
		if (views[i].tag == ND_TAG_COMMA)
			commas++;
	}
}

static bool
in_scene(const NdCueScene *scene, uint32_t token)
{
	return token >= scene->from && token < scene->to;
}

/* Candidates lie in text order, so only the near ones are looked at. */
static void
mark_other_cues(NdCueScene *scene)
{
	const NdView *head = &scene->chunk->views[scene->head];
	const NdCandidate *all = scene->candidates;
	uint32_t	number = (uint32_t) (scene->cue - all);

	scene->cue_before = number > 0 && all[number - 1].first >= head->sentence_first;
	scene->cue_after = number + 1 < scene->n_candidates &&
		all[number + 1].first < head->sentence_end;
	for (uint32_t i = number; i-- > 0 && all[i].end > scene->from;)
		for (uint32_t token = all[i].first; token < all[i].end; token++)
			if (in_scene(scene, token))
				scene->outlook[token].other_cue = true;
	for (uint32_t i = number + 1; i < scene->n_candidates && all[i].first < scene->to; i++)
		for (uint32_t token = all[i].first; token < all[i].end; token++)
			if (in_scene(scene, token))
				scene->outlook[token].other_cue = true;
}

void
nd_cue_scene(NdCueScene *scene, uint32_t candidate, int32_t unit)
{
	const NdView *views = scene->chunk->views;

	scene->cue = &scene->candidates[candidate];
	set_window(scene);
	set_head(scene);
	set_subject(scene);
	set_strength(scene, unit);
	for (uint32_t i = views[scene->head].sentence_first; i < views[scene->head].sentence_end; i++)
		clear(&scene->outlook[i]);
	for (uint32_t i = scene->from; i < scene->to; i++)
		clear(&scene->outlook[i]);
	look_along_tree(scene);
	mark_other_cues(scene);
	count_between(scene, scene->cue->end, scene->to, 1);
	count_between(scene, scene->cue->first - 1, scene->from - 1, -1);
}
