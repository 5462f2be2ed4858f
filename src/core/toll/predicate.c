/*
 * predicate.c
 *		The verb after the people: steps over what may stand between, such as
 *		prepositions with their nouns, asides and relative clauses.
 */
#include "toll/clause.h"

#define REACH_RIGHT		28		/* tokens from the people to their verb */
#define REACH_ASIDE		12		/* tokens of an aside between commas or brackets */
#define REACH_LATE		7		/* from a verb to the state after it */

/*
 * The mark that closes the aside opened at a token: "(five of them women)",
 * ", a woman of 70,", "-- ... --". The token itself when none is opened, or
 * when what follows is no aside.
 */
static uint32_t
aside_end(const NdScene *scene, uint32_t at)
{
	uint8_t		tag = nd_clue(scene, at)->tag;
	uint8_t		close = tag == ND_TAG_OPEN_BRACKET ? ND_TAG_CLOSE_BRACKET : tag;

	if (tag != ND_TAG_OPEN_BRACKET && tag != ND_TAG_COMMA && tag != ND_TAG_COLON)
		return at;
	if (nd_scene_is(scene, at, ":") || nd_scene_is(scene, at, ";"))
		return at;
	for (uint32_t i = at + 1; i < scene->count && i < at + REACH_ASIDE; i++)
	{
		if (nd_clue(scene, i)->tag == close)
			return i;
		if (nd_is_finite_tag(nd_clue(scene, i)->tag) && close != ND_TAG_CLOSE_BRACKET)
			return at;
	}
	return at;
}

/*
 * The end of a list of people that begins with the noun before `at`: "seven
 * soldiers, two police and a journalist". `at` itself when none is.
 */
static uint32_t
list_end(const NdScene *scene, uint32_t at)
{
	uint32_t	end = at;
	uint32_t	i = at;

	for (int items = 0; items < 8; items++)
	{
		bool		last = false;
		const NdClue *clue;

		if (nd_clue(scene, i)->tag == ND_TAG_OPEN_BRACKET && aside_end(scene, i) > i)
			i = aside_end(scene, i) + 1;
		if (nd_scene_is(scene, i, ","))
			i++;
		if (nd_scene_is(scene, i, "and") || nd_scene_is(scene, i, "or") ||
			nd_scene_is(scene, i, "&"))
		{
			last = true;
			i++;
		}
		clue = nd_clue(scene, i);
		if (clue->number != ND_NONE)
			i = scene->numbers.numbers[clue->number].end_token - scene->first;
		else if ((clue->tag == ND_TAG_DT && !nd_scene_is(scene, i, "that")) ||
				 clue->tag == ND_TAG_PRPS)
			i++;
		else if (!last)
			return end;
		while (nd_clue(scene, i)->number_of != ND_NONE && i < scene->count)
			i++;
		if (nd_noun_phrase_end(scene, i) == i)
			return end;
		i = nd_noun_phrase_end(scene, i);
		if (last)
			end = i;
	}
	return end;
}

/* The verb that the tree gives the people as subject, or ND_NONE. */
static uint32_t
subject_of(const NdScene *scene, const NdNumber *number, const NdVictims *victims)
{
	uint32_t	at = victims->head != ND_NONE ? victims->head :
		number->end_token - 1 - scene->first;

	for (int steps = 0; steps < 3; steps++)
	{
		const NdToken *token = &scene->tokens[at];

		if (token->head == ND_NONE || token->head >= scene->count)
			return ND_NONE;
		if (token->relation == ND_REL_NSUBJ || token->relation == ND_REL_NSUBJ_PASS ||
			token->relation == ND_REL_NSUBJ_OUTER)
			return token->head > at ? token->head : ND_NONE;
		if (token->relation != ND_REL_NUMMOD && token->relation != ND_REL_CONJ &&
			token->relation != ND_REL_NMOD && token->relation != ND_REL_COMPOUND)
			return ND_NONE;
		at = token->head;
	}
	return ND_NONE;
}

/*
 * A state of several words after a verb that says no harm: "spent the night in
 * the open", "have moved to higher ground".
 */
static bool
find_late_state(const NdScene *scene, uint32_t verb, const NdVictims *victims, NdHarm *harm)
{
	for (uint32_t i = verb; i < scene->count && i < verb + REACH_LATE; i++)
	{
		const NdClue *clue = nd_clue(scene, i);

		if (clue->tag == ND_TAG_COMMA || clue->tag == ND_TAG_CC || nd_ends_clause(scene, i) ||
			(clue->number != ND_NONE &&
			 !(scene->numbers.numbers[clue->number].flags &
			   (ND_NUMBER_ARTICLE | ND_NUMBER_ORDINAL))))
			return false;
		if (clue->state != ND_NO_KIND && clue->state_end > i + 1)
			return !nd_is_thing(scene, victims) &&
				nd_harm_found(harm, clue->state, ND_FROM_PREDICATE, i);
		if (clue->event == ND_WOUNDED && verb > 0 &&
			nd_scene_in(scene, verb - 1, &nd_lexicon_harm_carriers))
			return nd_harm_found(harm, ND_WOUNDED, ND_FROM_PREDICATE, i);
	}
	return false;
}

/* "in which their sons died": somebody else is the subject. */
static bool
has_own_subject(const NdScene *scene, uint32_t pronoun)
{
	uint8_t		tag = nd_clue(scene, pronoun + 1)->tag;

	return tag == ND_TAG_DT || tag == ND_TAG_PRP || tag == ND_TAG_PRPS || tag == ND_TAG_NN ||
		tag == ND_TAG_NNS || tag == ND_TAG_NNP || tag == ND_TAG_NNPS;
}

/* "... and that a boy had been killed" */
static bool
is_new_clause(const NdScene *scene, uint32_t at)
{
	uint8_t		tag = nd_clue(scene, at)->tag;

	return tag == ND_TAG_IN || tag == ND_TAG_PRP || tag == ND_TAG_WDT || tag == ND_TAG_EX ||
		nd_scene_is(scene, at, "that");
}

/*
 * The way from the people to their verb.
 */
typedef struct Walk
{
	const NdScene *scene;
	const NdNumber *number;
	const NdVictims *victims;
	NdHarm	   *harm;
	uint32_t	subject_verb;	/* verb of the people by the tree, or ND_NONE */
	uint32_t	start;
	bool		relative;		/* in a relative clause: its verb is not the last word */
	bool		foreign;		/* ... that has a subject of its own */
	bool		comma;
} Walk;

typedef enum Step
{
	STEP_ON,
	STEP_DONE					/* the clause's verb was met, or its end */
} Step;

/* The end of an aside at a token that may be stepped over, or the token. */
static uint32_t
after_aside(const Walk *walk, uint32_t at)
{
	const NdScene *scene = walk->scene;
	bool		bracket = nd_clue(scene, at)->tag == ND_TAG_OPEN_BRACKET;
	uint32_t	close = bracket || at == walk->start ? aside_end(scene, at) : at;

	if (close > at && (bracket || nd_is_auxiliary(scene, close + 1) ||
					   nd_clue(scene, close + 1)->verb != ND_NO_KIND))
		return close;
	return at;
}

/* Whether the clause of the people is over at a token. */
static bool
is_over(const Walk *walk, uint32_t at)
{
	const NdScene *scene = walk->scene;
	const NdClue *clue = nd_clue(scene, at);

	if (nd_ends_clause(scene, at))
		return true;
	if (clue->tag == ND_TAG_COMMA)
		return walk->subject_verb == ND_NONE || walk->subject_verb < at;
	return clue->tag == ND_TAG_CC &&
		(is_new_clause(scene, at + 1) ||
		 (nd_clue(scene, at + 1)->number != ND_NONE && !walk->comma));
}

/* A verb that says no harm by itself ends the clause, or the relative one. */
static Step
pass_verb(Walk *walk, uint32_t after)
{
	if (walk->relative)
	{
		walk->relative = false;
		return STEP_ON;
	}
	if (walk->harm->kind == ND_NO_KIND)
		find_late_state(walk->scene, after, walk->victims, walk->harm);
	return STEP_DONE;
}

/* "were killed", "have been taken hostage", "will die" */
static Step
step_auxiliary(Walk *walk, uint32_t *at)
{
	const NdScene *scene = walk->scene;
	uint32_t	next = nd_skip_fillers(scene, *at);
	const NdClue *verb = nd_clue(scene, next);
	bool		harm = nd_read_state(scene, next, true, walk->number, walk->victims,
									 ND_FROM_PREDICATE, walk->harm);

	if (!harm && verb->verb != ND_NO_KIND && verb->patient == ND_PATIENT_SUBJECT &&
		nd_harm_fits(scene, verb, walk->number, walk->victims))
		harm = nd_harm_found(walk->harm, verb->verb, ND_FROM_PREDICATE, next);
	*at = next > *at ? next : *at;
	if (harm && !walk->relative)
		return STEP_DONE;
	return pass_verb(walk, next);
}

/* "died", "went missing" */
static Step
step_verb(Walk *walk, uint32_t at)
{
	const NdScene *scene = walk->scene;
	const NdClue *clue = nd_clue(scene, at);

	if (walk->relative && walk->foreign)
		return nd_is_finite_tag(clue->tag) ? pass_verb(walk, at + 1) : STEP_ON;
	if (clue->verb != ND_NO_KIND && clue->patient == ND_PATIENT_SUBJECT &&
		nd_is_verb_tag(clue->tag) && nd_harm_fits(scene, clue, walk->number, walk->victims))
	{
		nd_harm_found(walk->harm, clue->verb, ND_FROM_PREDICATE, at);
		if (!walk->relative)
			return STEP_DONE;
	}
	if (clue->state != ND_NO_KIND && clue->tag != ND_TAG_JJ && clue->state_end > at + 1 &&
		!walk->relative && !nd_object_follows(scene, clue->state_end))
	{
		nd_harm_found(walk->harm, clue->state, ND_FROM_PREDICATE, at);
		return STEP_DONE;
	}
	return nd_is_finite_tag(clue->tag) ? pass_verb(walk, at + 1) : STEP_ON;
}

/* "a man with two handguns": what the tree gives to another verb as object. */
static bool
is_object(const NdScene *scene, const NdVictims *victims)
{
	const NdToken *token;

	if (victims->head == ND_NONE || nd_clue(scene, victims->head)->people)
		return false;
	token = &scene->tokens[victims->head];
	return token->relation == ND_REL_OBJ && token->head < victims->head;
}

bool
nd_find_predicate(const NdScene *scene, const NdNumber *number, const NdVictims *victims,
				  NdHarm *harm)
{
	Walk		walk = {
		.scene = scene, .number = number, .victims = victims, .harm = harm,
		.subject_verb = subject_of(scene, number, victims),
		.start = list_end(scene, victims->after)
	};
	uint32_t	limit = walk.start + REACH_RIGHT < scene->count ?
		walk.start + REACH_RIGHT : scene->count;

	if (is_object(scene, victims))
		return false;

	for (uint32_t i = walk.start; i < limit; i++)
	{
		uint8_t		tag = nd_clue(scene, i)->tag;
		Step		step = STEP_ON;

		if (after_aside(&walk, i) > i)
		{
			i = after_aside(&walk, i);
			continue;
		}
		if (is_over(&walk, i))
			return false;
		walk.comma |= tag == ND_TAG_COMMA;
		if (tag == ND_TAG_WP || tag == ND_TAG_WDT)
		{
			walk.relative = true;
			walk.foreign = has_own_subject(scene, i);
		}
		if (nd_is_auxiliary(scene, i) || tag == ND_TAG_MD)
			step = step_auxiliary(&walk, &i);
		else if (tag != ND_TAG_COMMA && tag != ND_TAG_WP && tag != ND_TAG_WDT)
			step = step_verb(&walk, i);
		if (step == STEP_DONE)
			break;
	}
	return harm->kind != ND_NO_KIND;
}
