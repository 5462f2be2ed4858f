/*
 * scope.c
 *		Whether a figure is of one event, of a period, meant or feared, and
 *		whether the text says that it is not so.
 */
#include "toll/clause.h"
#include "toll/draft.h"

#define REACH_MODAL		6		/* tokens from "could" to its verb */
#define REACH_CUE		80		/* tokens from a cue of scope to the number */
#define REACH_DENIAL	14		/* tokens from "denied" to the number */

static bool
is_modal(const NdScene *scene, uint32_t at)
{
	return nd_scene_in(scene, at, &nd_lexicon_modals);
}

/*
 * Whether the verb that says the harm is not said to have happened: after a
 * modal without "have", or an infinitive.
 */
static bool
is_unreal(const NdScene *scene, uint32_t verb)
{
	bool		have = false;

	for (uint32_t i = verb; i > 0 && verb - i < REACH_MODAL; i--)
	{
		const NdClue *clue = nd_clue(scene, i - 1);

		if (nd_scene_is(scene, i - 1, "have"))
			have = true;
		if (is_modal(scene, i - 1))
			return !have;
		if (clue->tag == ND_TAG_TO && i == verb)
			return i > 1 && nd_scene_in(scene, i - 2, &nd_lexicon_unreal_cues);
		if (clue->tag == ND_TAG_TO && nd_scene_is(scene, i, "be"))
			return true;
		if (clue->tag == ND_TAG_VBD || clue->tag == ND_TAG_VBZ || clue->tag == ND_TAG_COMMA ||
			clue->tag == ND_TAG_STOP)
			return false;
	}
	return false;
}

/* "had since been freed": no period. */
static bool
is_adverb(const NdScene *scene, uint32_t at, uint32_t end)
{
	uint8_t		next = nd_clue(scene, end)->tag;

	return nd_scene_is(scene, at, "since") && end == at + 1 &&
		(next == ND_TAG_VBN || next == ND_TAG_VBD || next == ND_TAG_VBP);
}

/* "the worst since 2007, when 199 people died": the cue is not of the number. */
static bool
is_left_behind(const NdScene *scene, uint32_t end, uint32_t number)
{
	for (uint32_t i = end; i < number; i++)
		if (nd_scene_is(scene, i, "when") || nd_scene_is(scene, i, ";"))
			return true;
	return false;
}

/* Whether words of the sentence ask for a scope for the number at a token. */
static bool
has_cue(const NdScene *scene, const char *scope, uint32_t number)
{
	for (uint32_t i = number > REACH_CUE ? number - REACH_CUE : 0;
		 i < scene->count && i < number + REACH_CUE; i++)
	{
		uint32_t	end;
		uint32_t	entry = nd_scene_phrase(scene, i, &nd_lexicon_scope_cues, &end);

		if (entry != UINT32_MAX &&
			nd_value_is(nd_lexicon_value(&nd_lexicon_scope_cues, entry), scope) &&
			!is_adverb(scene, i, end) && !is_left_behind(scene, end, number))
			return true;
	}
	return false;
}

static bool
can_be_planned(const NdScene *scene, const NdTollDraft *draft)
{
	uint32_t	word = draft->harm.word;

	if (draft->harm.kind == ND_RELEASED || draft->harm.kind == ND_RESCUED)
		return true;
	return draft->harm.kind == ND_DISPLACED && word != ND_NONE &&
		nd_clue(scene, word)->verb == ND_DISPLACED &&
		nd_clue(scene, word)->patient == ND_PATIENT_OBJECT;
}

static bool
is_standing_number(const NdTollDraft *draft)
{
	return draft->harm.from == ND_FROM_NOUN &&
		(draft->harm.kind == ND_CAPTURED || draft->harm.kind == ND_DISPLACED ||
		 draft->harm.kind == ND_DETAINED);
}

/* The verb of "would drive 300 people from their homes", or the state itself. */
static uint32_t
verb_before(const NdScene *scene, const NdTollDraft *draft)
{
	uint32_t	at = draft->number->first_token - scene->first;

	for (uint32_t i = at; i > 0 && at - i < 3; i--)
	{
		uint8_t		tag = nd_clue(scene, i - 1)->tag;

		if (tag == ND_TAG_VB || tag == ND_TAG_VBG)
			return i - 1;
	}
	return draft->harm.word;
}

/* A noun for people in a state says nothing of what may come: "60 hostages". */
static bool
says_what_happens(const NdScene *scene, const NdTollDraft *draft)
{
	return draft->harm.from != ND_FROM_TOLL &&
		(draft->harm.from != ND_FROM_NOUN ||
		 nd_clue(scene, draft->harm.word)->noun_use == ND_NOUN_HARM);
}

NdScope
nd_toll_scope(const NdScene *scene, const NdTollDraft *draft)
{
	uint32_t	word = draft->harm.word;
	uint32_t	at = draft->number->first_token - scene->first;
	bool		planned = can_be_planned(scene, draft);

	if (has_cue(scene, "played", at))
		return ND_HYPOTHETICAL;

	if (draft->harm.from == ND_FROM_STATE)
		word = verb_before(scene, draft);
	if (word != ND_NONE && says_what_happens(scene, draft) && is_unreal(scene, word))
		return planned ? ND_PLANNED : ND_HYPOTHETICAL;
	if (planned && (draft->harm.from == ND_FROM_EVENT || draft->harm.from == ND_FROM_NEIGHBOUR) &&
		has_cue(scene, "planned", at))
		return ND_PLANNED;
	if (draft->subset)
		return ND_SUBSET;
	if (has_cue(scene, "cumulative", at) ||
		(is_standing_number(draft) && nd_clue(scene, draft->harm.word)->noun_use == ND_NOUN_PEOPLE))
		return ND_CUMULATIVE;
	return ND_INCIDENT;
}

static bool
denies(const NdScene *scene, uint32_t at, const char *side)
{
	uint32_t	end;
	uint32_t	entry = nd_scene_phrase(scene, at, &nd_lexicon_denial_cues, &end);

	return entry != UINT32_MAX &&
		nd_value_is(nd_lexicon_value(&nd_lexicon_denial_cues, entry), side);
}

/* A verb that can stand beside the one of denying: "rejected it and put". */
static bool
is_past(const NdScene *scene, uint32_t at)
{
	uint8_t		tag = nd_clue(scene, at)->tag;

	return nd_is_finite_tag(tag) || tag == ND_TAG_VBN || tag == ND_TAG_VB;
}

bool
nd_toll_is_denied(const NdScene *scene, const NdTollDraft *draft)
{
	uint32_t	at = draft->number->first_token - scene->first;
	uint32_t	end = draft->victims.after;
	bool		other_verb = false;

	if (draft->number->flags & (ND_NUMBER_ZERO | ND_NUMBER_NOBODY))
		return false;
	if (at > 0 && nd_scene_is(scene, at - 1, "the"))
		at--;
	for (uint32_t i = at; i > 0 && at - i < REACH_DENIAL; i--)
	{
		uint32_t	word;

		if (nd_scene_is(scene, i - 1, "not"))
		{
			if (i == at)
				return true;
			continue;
		}
		if (nd_clue(scene, i - 1)->tag == ND_TAG_CC && is_past(scene, i))
			other_verb = true;
		if (nd_scene_is(scene, i - 1, "that"))
			other_verb = false;
		if (nd_scene_phrase(scene, i - 1, &nd_lexicon_denial_breaks, &word) != UINT32_MAX ||
			nd_clue(scene, i - 1)->number_of != ND_NONE)
			break;
		if (denies(scene, i - 1, "before"))
			return !other_verb;
	}
	for (uint32_t i = end; i < scene->count && i < end + REACH_DENIAL; i++)
	{
		if (nd_clue(scene, i)->number_of != ND_NONE &&
			!(scene->numbers.numbers[nd_clue(scene, i)->number_of].flags & ND_NUMBER_ARTICLE))
			break;
		if (denies(scene, i, "after"))
			return true;
	}
	return false;
}
