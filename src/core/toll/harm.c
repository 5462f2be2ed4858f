/*
 * harm.c
 *		What became of the people that a number counts.
 *
 * The ways to say it are tried in the order of how seldom they mislead: the
 * verb of the clause, a participle or state right after the people, the verb
 * before them, the noun itself, a toll named before. Trees are asked for
 * subject and object where words alone cannot tell; coordination goes by the
 * words, because trees are weak there.
 */
#include "toll/clause.h"

#define REACH_LEFT		9		/* tokens from a verb to the number */
#define REACH_BESIDE	24		/* the same, before "as well as" */
#define REACH_TOLL		22		/* from "death toll" to its number */

/* "... killed the mayor, as well as two peasants" */
static bool
is_beside(const NdScene *scene, uint32_t at)
{
	if (at < 3)
		return false;
	return (nd_scene_is(scene, at - 1, "as") && nd_scene_is(scene, at - 2, "well")) ||
		(nd_scene_is(scene, at - 1, "with") &&
		 (nd_scene_is(scene, at - 2, "along") || nd_scene_is(scene, at - 2, "together")));
}

/*
 * The verb before the number, with nothing but nouns' company between: "killing
 * at least 17 people".
 */
static bool
find_verb_before(const NdScene *scene, const NdNumber *number, const NdVictims *victims,
				 NdHarm *harm)
{
	uint32_t	start = number->first_token - scene->first;
	uint32_t	head = victims->head != ND_NONE ? victims->head : start;
	uint32_t	object_of = scene->tokens[head].relation == ND_REL_OBJ ?
		scene->tokens[head].head : ND_NONE;

	bool		beside = is_beside(scene, start);

	if (start > 0 && nd_scene_is(scene, start - 1, "by"))
		return false;
	for (uint32_t i = start; i > 0 && i + (beside ? REACH_BESIDE : REACH_LEFT) > start; i--)
	{
		const NdClue *clue = nd_clue(scene, i - 1);

		if (nd_ends_clause(scene, i - 1) || (clue->tag == ND_TAG_COMMA && !beside))
			break;
		if (clue->verb != ND_NO_KIND && clue->patient == ND_PATIENT_OBJECT &&
			(nd_is_verb_tag(clue->tag) || clue->tag == ND_TAG_NNS || clue->tag == ND_TAG_NNP ||
			 clue->tag == ND_TAG_NNPS || i == start || i - 1 == object_of ||
			 (i > 1 && nd_clue(scene, i - 2)->tag == ND_TAG_TO)))
		{
			if (i > 1 && nd_is_be(scene, i - 2) && object_of != i - 1 && i < start && !beside)
				return false;
			if (!nd_harm_fits(scene, clue, number, victims))
				return false;
			if (nd_clue(scene, i)->verb <= ND_WOUNDED && i < start && clue->verb <= ND_WOUNDED)
				return nd_harm_found(harm, ND_CASUALTIES, ND_FROM_VERB, i - 1);
			if (i > 3 && clue->verb == ND_WOUNDED && nd_clue(scene, i - 3)->verb == ND_KILLED &&
				(nd_scene_is(scene, i - 2, "or") || nd_scene_is(scene, i - 2, "and")))
				return nd_harm_found(harm, ND_CASUALTIES, ND_FROM_VERB, i - 1);
			return nd_harm_found(harm, clue->verb, ND_FROM_VERB, i - 1);
		}
		if (clue->event != ND_NO_KIND && (nd_scene_is(scene, i, "of") || nd_scene_is(scene, i, "to")))
			return !nd_is_thing(scene, victims) &&
				nd_harm_found(harm, clue->event, ND_FROM_EVENT, i - 1);
		if (clue->state != ND_NO_KIND && clue->state_end > i && clue->state_end <= start)
			return !nd_is_thing(scene, victims) &&
				nd_harm_found(harm, clue->state, ND_FROM_VERB, i - 1);
		if ((clue->tag == ND_TAG_VBG || clue->tag == ND_TAG_VBN) && i > 1 &&
			nd_clue(scene, i - 2)->tag == ND_TAG_DT)
			continue;
		if (nd_is_verb_tag(clue->tag) || clue->tag == ND_TAG_WP || clue->tag == ND_TAG_WDT)
			break;
	}
	if (object_of != ND_NONE && object_of < start)
	{
		const NdClue *clue = nd_clue(scene, object_of);

		if (clue->verb != ND_NO_KIND && clue->patient == ND_PATIENT_OBJECT &&
			nd_harm_fits(scene, clue, number, victims))
			return nd_harm_found(harm, clue->verb, ND_FROM_VERB, object_of);
	}
	return false;
}

/* "cost more than 4,300 lives", "claimed 55 lives" */
static bool
find_noun(const NdScene *scene, const NdNumber *number, const NdVictims *victims, NdHarm *harm)
{
	uint32_t	head = victims->head;
	const NdClue *clue;
	uint32_t	at = victims->first;

	if (head == ND_NONE)
		head = at;
	for (uint32_t i = at; i <= head; i++)
	{
		clue = nd_clue(scene, i);
		if (clue->noun == ND_NO_KIND || clue->noun_end <= head || clue->noun_use == ND_NOUN_WITH)
			continue;
		if (clue->noun_use == ND_NOUN_TOLL)
			return false;
		if (clue->noun_use == ND_NOUN_PEOPLE && (number->flags & ND_NUMBER_ARTICLE))
			return false;
		if (clue->noun_use == ND_NOUN_HARM && (number->flags & ND_NUMBER_ARTICLE))
			return false;
		return nd_harm_found(harm, clue->noun, ND_FROM_NOUN, i);
	}
	return false;
}

/* "one dead man", "1,200 evacuated persons", and "4,300 lives" */
static bool
find_adjective(const NdScene *scene, const NdNumber *number, const NdVictims *victims,
			   NdHarm *harm)
{
	if (victims->head == ND_NONE)
		return false;
	for (uint32_t i = victims->first; i < victims->head; i++)
	{
		const NdClue *clue = nd_clue(scene, i);

		if (clue->state != ND_NO_KIND && clue->state_end == i + 1 &&
			nd_state_fits(scene, clue->state, victims))
			return nd_harm_found(harm, clue->state, ND_FROM_NOUN, i);
		if (clue->verb != ND_NO_KIND && clue->participle && nd_harm_fits(scene, clue, number, victims))
			return nd_harm_found(harm, clue->verb, ND_FROM_NOUN, i);
	}
	if (nd_clue(scene, victims->head)->noun_use == ND_NOUN_WITH &&
		!(number->flags & ND_NUMBER_ARTICLE))
		return nd_harm_found(harm, nd_clue(scene, victims->head)->noun, ND_FROM_NOUN, victims->head);
	return false;
}

/* "the death toll passes 600", "the number of injured at more than 100" */
static bool
find_toll_before(const NdScene *scene, const NdNumber *number, const NdVictims *victims,
				 NdHarm *harm)
{
	uint32_t	start = number->first_token - scene->first;
	uint32_t	low = start > REACH_TOLL ? start - REACH_TOLL : 0;

	if (victims->head != ND_NONE && !nd_is_people(scene, victims->head, false))
		return false;
	for (uint32_t i = start; i > low; i--)
	{
		const NdClue *clue = nd_clue(scene, i - 1);

		if (nd_ends_clause(scene, i - 1) || (clue->number_of != ND_NONE && victims->head != ND_NONE))
			return false;
		if (clue->noun_use == ND_NOUN_TOLL)
		{
			/* the longest way to say it begins furthest left */
			while (i > 1 && nd_clue(scene, i - 2)->noun_use == ND_NOUN_TOLL &&
				   nd_clue(scene, i - 2)->noun_end >= i)
				i--;
			return nd_harm_found(harm, nd_clue(scene, i - 1)->noun, ND_FROM_TOLL, i - 1);
		}
		if (clue->noun_use == ND_NOUN_HARM && clue->noun_end < start && i == start)
			return nd_harm_found(harm, clue->noun, ND_FROM_TOLL, i - 1);
	}
	return false;
}

/* "deaths near 300", "the dead are eleven" */
static bool
find_noun_before(const NdScene *scene, const NdNumber *number, const NdVictims *victims,
				 NdHarm *harm)
{
	uint32_t	start = number->first_token - scene->first;
	uint32_t	at = start;

	if (victims->head != ND_NONE || start == 0 ||
		(number->flags & (ND_NUMBER_ARTICLE | ND_NUMBER_ZERO)))
		return false;
	while (at > 0 && start - at < 3 && (nd_is_auxiliary(scene, at - 1) ||
										nd_clue(scene, at - 1)->tag == ND_TAG_RB ||
										nd_scene_is(scene, at - 1, "at") ||
										nd_scene_is(scene, at - 1, "to")))
		at--;
	if (at == 0)
		return false;
	for (uint32_t i = at; i > 0 && i + 2 > at; i--)
		if (nd_clue(scene, i - 1)->noun_use == ND_NOUN_HARM &&
			nd_clue(scene, i - 1)->noun_end == at)
			return nd_harm_found(harm, nd_clue(scene, i - 1)->noun, ND_FROM_TOLL, i - 1);
	return false;
}

void
nd_find_harm(const NdScene *scene, const NdNumber *number, const NdVictims *victims,
			 NdHarm *harm)
{
	NdHarm		state = {.kind = ND_NO_KIND, .word = ND_NONE, .noun = ND_NONE};
	NdHarm		noun = state;
	bool		has_noun;
	uint32_t	next = nd_skip_fillers(scene, victims->after);

	*harm = state;
	has_noun = find_noun(scene, number, victims, &noun);
	if (has_noun && nd_clue(scene, noun.word)->noun_use == ND_NOUN_HARM)
	{
		*harm = noun;
		return;
	}
	nd_read_state(scene, next, false, number, victims, ND_FROM_STATE, &state);
	if (nd_find_predicate(scene, number, victims, harm))
		return;
	if (state.kind != ND_NO_KIND)
	{
		*harm = state;
		return;
	}
	if (find_verb_before(scene, number, victims, harm))
		return;
	if (has_noun && nd_clue(scene, noun.word)->noun_use == ND_NOUN_PEOPLE)
	{
		*harm = noun;
		return;
	}
	if (find_adjective(scene, number, victims, harm))
		return;
	if (find_noun_before(scene, number, victims, harm))
		return;
	find_toll_before(scene, number, victims, harm);
}
