/*
 * clause.c
 *		What the words of a clause do: verbs, auxiliaries, states, objects.
 */
#include "toll/clause.h"

bool
nd_is_finite_tag(uint8_t tag)
{
	return tag == ND_TAG_VBD || tag == ND_TAG_VBZ || tag == ND_TAG_VBP || tag == ND_TAG_MD;
}

bool
nd_is_verb_tag(uint8_t tag)
{
	return nd_is_finite_tag(tag) || tag == ND_TAG_VB || tag == ND_TAG_VBG || tag == ND_TAG_VBN;
}

bool
nd_ends_clause(const NdScene *scene, uint32_t at)
{
	uint8_t		tag = nd_clue(scene, at)->tag;

	return at >= scene->count || tag == ND_TAG_STOP || tag == ND_TAG_COLON ||
		nd_scene_is(scene, at, ";");
}

bool
nd_is_auxiliary(const NdScene *scene, uint32_t at)
{
	return nd_is_be(scene, at) || nd_scene_in(scene, at, &nd_lexicon_harm_auxiliaries);
}

bool
nd_is_be(const NdScene *scene, uint32_t at)
{
	return nd_scene_in(scene, at, &nd_lexicon_be_forms);
}

/* Whether an object follows, so that a verb form is active: "killed five". */
bool
nd_object_follows(const NdScene *scene, uint32_t at)
{
	const NdClue *clue = nd_clue(scene, at);

	if (at >= scene->count)
		return false;
	if (clue->number != ND_NONE)
		return !nd_clue(scene, scene->numbers.numbers[clue->number].end_token - scene->first)->thing;
	switch (clue->tag)
	{
		case ND_TAG_PRP:
		case ND_TAG_PRPS:
			return true;
		case ND_TAG_DT:
			return true;
		case ND_TAG_NNS:
			return clue->state == ND_NO_KIND;
		case ND_TAG_NN:
		case ND_TAG_NNP:
		case ND_TAG_JJ:
			return !clue->thing && clue->state == ND_NO_KIND &&
				(clue->people || clue->tag != ND_TAG_NNP);
		default:
			return false;
	}
}

/* Whether a verb that is used of things too speaks of people here. */
bool
nd_harm_fits(const NdScene *scene, const NdClue *verb, const NdNumber *number,
			const NdVictims *victims)
{
	if (nd_is_thing(scene, victims))
		return false;
	if (!verb->verb_of_people)
		return true;
	if (victims->head == ND_NONE)
		return !(number->flags & ND_NUMBER_ARTICLE);
	return nd_is_people(scene, victims->head, false) ||
		nd_clue(scene, victims->head)->noun_use == ND_NOUN_PEOPLE ||
		nd_clue(scene, victims->head)->noun_use == ND_NOUN_WITH;
}

bool
nd_state_fits(const NdScene *scene, uint8_t kind, const NdVictims *victims)
{
	if (kind <= ND_CASUALTIES || victims->head == ND_NONE)
		return !nd_is_thing(scene, victims);
	return nd_is_people(scene, victims->head, false) ||
		nd_clue(scene, victims->head)->noun != ND_NO_KIND;
}

bool
nd_harm_found(NdHarm *harm, uint8_t kind, NdHarmFrom from, uint32_t word)
{
	harm->kind = kind;
	harm->from = from;
	harm->word = word;
	return true;
}

uint32_t
nd_skip_fillers(const NdScene *scene, uint32_t at)
{
	for (int i = 0; i < 7; i++)
	{
		const NdClue *clue = nd_clue(scene, at);

		if (at >= scene->count || clue->state != ND_NO_KIND)
			break;
		if (!nd_scene_in(scene, at, &nd_lexicon_toll_fillers) && clue->tag != ND_TAG_RB &&
			clue->tag != ND_TAG_OPEN_QUOTE && clue->tag != ND_TAG_CLOSE_QUOTE)
			break;
		at++;
	}
	return at;
}

/*
 * A state or passive participle at a token, for people that stand before it.
 */
bool
nd_read_state(const NdScene *scene, uint32_t at, bool passive, const NdNumber *number,
		   const NdVictims *victims, NdHarmFrom from, NdHarm *harm)
{
	const NdClue *clue = nd_clue(scene, at);
	uint8_t		second;

	if (clue->state != ND_NO_KIND && nd_state_fits(scene, clue->state, victims) &&
		(passive || !clue->participle || !nd_object_follows(scene, clue->state_end)))
	{
		/* killed or wounded, dead and injured under one number */
		second = nd_clue(scene, at + 2)->state != ND_NO_KIND ? nd_clue(scene, at + 2)->state :
			nd_clue(scene, at + 2)->verb;
		if ((nd_scene_is(scene, at + 1, "or") || nd_scene_is(scene, at + 1, "and")) &&
			nd_clue(scene, at + 2)->number == ND_NONE && second + clue->state == 1)
			return nd_harm_found(harm, ND_CASUALTIES, from, at);
		return nd_harm_found(harm, clue->state, from, at);
	}
	if (clue->verb == ND_NO_KIND || !clue->participle || clue->state_end > at + 1 ||
		!nd_harm_fits(scene, clue, number, victims))
		return false;
	if (clue->patient == ND_PATIENT_OBJECT && !passive && nd_object_follows(scene, at + 1))
		return false;
	second = nd_clue(scene, at + 2)->state != ND_NO_KIND ? nd_clue(scene, at + 2)->state :
		nd_clue(scene, at + 2)->verb;
	if ((nd_scene_is(scene, at + 1, "or") || nd_scene_is(scene, at + 1, "and")) &&
		clue->verb <= ND_WOUNDED && second <= ND_WOUNDED && second != clue->verb)
		return nd_harm_found(harm, ND_CASUALTIES, from, at);
	return nd_harm_found(harm, clue->verb, from, at);
}
