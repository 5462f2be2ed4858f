/*
 * place.c
 *		Where the harm was done: "in the northern city of Darqan".
 */
#include "toll/place.h"

#define REACH_PLACE		24		/* tokens from the figure to the place */
#define LONGEST_WAY		5		/* tokens from the preposition to the name */
#define LONGEST_NAME	6

static bool
is_name(const NdScene *scene, uint32_t at)
{
	uint8_t		tag = nd_clue(scene, at)->tag;

	/* names of months and days are in the list of things */
	return at < scene->count && (tag == ND_TAG_NNP || tag == ND_TAG_NNPS) &&
		!nd_clue(scene, at)->people && !nd_clue(scene, at)->thing;
}

/* The words between a preposition and the name: the, northern, city, of. */
static bool
leads_to_name(const NdScene *scene, uint32_t at)
{
	uint8_t		tag = nd_clue(scene, at)->tag;

	return tag == ND_TAG_DT || tag == ND_TAG_JJ || tag == ND_TAG_NN ||
		nd_scene_is(scene, at, "of");
}

/* The name after a preposition, or an empty span. */
static NdSpan
place_after(const NdScene *scene, uint32_t preposition)
{
	uint32_t	at = preposition + 1;
	uint32_t	end;

	while (at < preposition + LONGEST_WAY && leads_to_name(scene, at))
		at++;
	end = at;
	while (end < at + LONGEST_NAME && is_name(scene, end))
		end++;
	if (end == at)
		return (NdSpan) {0, 0};
	return (NdSpan) {scene->tokens[at].start, scene->tokens[end - 1].end};
}

static NdSpan
place_between(const NdScene *scene, uint32_t from, uint32_t to)
{
	for (uint32_t i = from; i < to; i++)
	{
		NdSpan		place;

		if (!nd_scene_in(scene, i, &nd_lexicon_place_prepositions))
			continue;
		place = place_after(scene, i);
		if (!nd_span_empty(place))
			return place;
	}
	return (NdSpan) {0, 0};
}

NdSpan
nd_toll_place(const NdScene *scene, const NdTollDraft *draft)
{
	uint32_t	at = draft->number->first_token - scene->first;
	uint32_t	end = draft->victims.after + REACH_PLACE;
	NdSpan		place = place_between(scene, draft->victims.after,
									  end < scene->count ? end : scene->count);

	if (!nd_span_empty(place))
		return place;
	return place_between(scene, at > REACH_PLACE ? at - REACH_PLACE : 0, at);
}
