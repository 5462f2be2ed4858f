/*
 * victims.c
 *		The noun that a number counts.
 */
#include "toll/victims.h"

#include <string.h>

#define LONGEST_NOUN_PHRASE	8	/* tokens */

static bool
is_noun_tag(uint8_t tag)
{
	return tag == ND_TAG_NN || tag == ND_TAG_NNS || tag == ND_TAG_NNP || tag == ND_TAG_NNPS;
}

static bool
is_plural_tag(uint8_t tag)
{
	return tag == ND_TAG_NNS || tag == ND_TAG_NNPS;
}

static bool
is_adjective_tag(uint8_t tag)
{
	return tag == ND_TAG_JJ || tag == ND_TAG_JJR || tag == ND_TAG_JJS || tag == ND_TAG_HYPH ||
		tag == ND_TAG_AFX || tag == ND_TAG_VBN || tag == ND_TAG_VBG;
}

static bool
is_quote(const NdScene *scene, uint32_t at)
{
	uint8_t		tag = nd_clue(scene, at)->tag;

	return tag == ND_TAG_OPEN_QUOTE || tag == ND_TAG_CLOSE_QUOTE;
}

/* A hyphen within a word, whatever the tagger thinks. */
static bool
is_hyphen(const NdScene *scene, uint32_t at)
{
	return at + 1 < scene->count && scene->tokens[at].space_before == 0 &&
		scene->tokens[at + 1].space_before == 0 && nd_scene_is(scene, at, "-");
}

/* A part of a word with hyphens, but for its last: 19-year-old, passers-by. */
static bool
is_compound_part(const NdScene *scene, uint32_t at)
{
	return is_hyphen(scene, at) || is_hyphen(scene, at + 1);
}

/* A noun, or what the lists know as one whatever the tagger thinks. */
static bool
is_noun(const NdScene *scene, uint32_t at)
{
	const NdClue *clue = nd_clue(scene, at);

	if (at >= scene->count || clue->number_of != ND_NONE || is_compound_part(scene, at))
		return false;
	if (clue->verb != ND_NO_KIND && clue->participle && !clue->people)
		return false;
	if (at > 0 && is_hyphen(scene, at - 1) && !is_adjective_tag(clue->tag) &&
		!is_noun_tag(nd_clue(scene, at + 1)->tag))
		return true;
	return is_noun_tag(clue->tag) || clue->people ||
		(clue->thing && (clue->tag == ND_TAG_CD || clue->tag == ND_TAG_FW ||
						 clue->tag == ND_TAG_SYM));
}

/* "a lad of nine called Milo": the participle is no adjective of the name. */
static bool
names_somebody(const NdScene *scene, uint32_t at)
{
	return nd_clue(scene, at)->tag == ND_TAG_VBN && nd_clue(scene, at)->state == ND_NO_KIND &&
		nd_clue(scene, at + 1)->tag == ND_TAG_NNP && !nd_clue(scene, at + 1)->people &&
		!is_noun_tag(nd_clue(scene, at + 2)->tag);
}

/*
 * Whether an adjective or participle at `at` stands before a noun of the same
 * phrase: "two wounded soldiers", not "two wounded on Monday".
 */
static bool
leads_to_noun(const NdScene *scene, uint32_t at, uint32_t limit)
{
	if (names_somebody(scene, at))
		return false;
	while (at < limit && !nd_clue(scene, at)->people &&
		   (is_adjective_tag(nd_clue(scene, at)->tag) || is_quote(scene, at) ||
			is_compound_part(scene, at)))
		at++;
	return at < limit && is_noun(scene, at);
}

/*
 * Plural nouns end a phrase ("two soldiers Friday"), singular ones may stand
 * before another noun ("two police officers").
 */
static bool
goes_on(const NdScene *scene, uint32_t noun)
{
	const NdClue *clue = nd_clue(scene, noun);
	const NdClue *next = nd_clue(scene, noun + 1);

	if (next->tag == ND_TAG_POS)
		return is_noun(scene, noun + 2) || is_adjective_tag(nd_clue(scene, noun + 2)->tag);
	if (!is_noun(scene, noun + 1) || next->state != ND_NO_KIND)
		return false;
	if (next->thing && !clue->thing && clue->people)
		return false;
	if (clue->tag == ND_TAG_NNPS && is_noun_tag(next->tag))
		return true;
	if (is_plural_tag(clue->tag) || (clue->people && !next->people && next->tag != ND_TAG_NN &&
									 next->tag != ND_TAG_NNS))
		return next->people && clue->tag != ND_TAG_NNS;
	return true;
}

uint32_t
nd_noun_phrase_end(const NdScene *scene, uint32_t at)
{
	uint32_t	limit = at + LONGEST_NOUN_PHRASE < scene->count ?
		at + LONGEST_NOUN_PHRASE : scene->count;
	uint32_t	end = at;

	if (nd_scene_is(scene, at, "last") || nd_scene_is(scene, at, "next"))
		return at;
	for (uint32_t i = at; i < limit; i++)
	{
		if (is_noun(scene, i))
		{
			end = i + 1;
			if (!goes_on(scene, i))
				break;
			continue;
		}
		if ((is_quote(scene, i) && i == at) || nd_clue(scene, i)->tag == ND_TAG_POS)
			continue;
		if (nd_clue(scene, i)->state_end > i + 1)
			break;
		if (is_compound_part(scene, i) && leads_to_noun(scene, i, limit))
			continue;
		if (!is_adjective_tag(nd_clue(scene, i)->tag) || !leads_to_noun(scene, i, limit))
			break;
	}
	/* passengers and crew: one number for two bare nouns */
	if (end > at && nd_clue(scene, end - 1)->people && nd_scene_is(scene, end, "and") &&
		nd_clue(scene, end + 1)->people && is_noun(scene, end + 1) &&
		(nd_clue(scene, end + 1)->tag == ND_TAG_NNS || nd_scene_is(scene, end + 1, "crew") ||
		 nd_scene_is(scene, end + 1, "staff")))
		end += 2;
	return end;
}

static bool
is_determiner(const NdScene *scene, uint32_t at)
{
	uint8_t		tag = nd_clue(scene, at)->tag;

	return tag == ND_TAG_DT || tag == ND_TAG_PRPS || tag == ND_TAG_PDT;
}

static bool
is_pronoun_of_group(const NdScene *scene, uint32_t at)
{
	uint32_t	end;
	uint32_t	entry = nd_scene_phrase(scene, at, &nd_lexicon_group_pronouns, &end);

	return entry != UINT32_MAX &&
		(nd_lexicon_value(&nd_lexicon_group_pronouns, entry).length == 0 || !is_noun(scene, at + 1));
}

/* "of" and a group: a pronoun, or a noun phrase that may have its number. */
static void
read_group(const NdScene *scene, uint32_t of, NdVictims *victims)
{
	uint32_t	at = of + 1;

	if (is_pronoun_of_group(scene, at))
	{
		victims->of_pronoun = true;
		victims->first = at + 1;
		victims->end = nd_noun_phrase_end(scene, at + 1);
		victims->after = victims->end;
		if (victims->end == at + 1 && nd_scene_is(scene, at, "those"))
			victims->of_group = true;
		return;
	}
	while (is_determiner(scene, at) || nd_scene_is(scene, at, "all"))
		at++;
	victims->of_group = at > of + 1 || nd_clue(scene, at)->number_of != ND_NONE;
	victims->whole = nd_clue(scene, at)->number;
	while (at < scene->count && nd_clue(scene, at)->number_of != ND_NONE)
		at++;
	victims->first = at;
	victims->end = nd_noun_phrase_end(scene, at);
	if (victims->end == at && !victims->of_group && nd_clue(scene, at)->noun == ND_NO_KIND)
	{
		victims->first = victims->end = of;
		return;
	}
	if (victims->end == at && nd_clue(scene, at)->noun != ND_NO_KIND)
		victims->end = nd_clue(scene, at)->noun_end;
	victims->after = victims->end;
}

void
nd_find_victims(const NdScene *scene, const NdNumber *number, NdVictims *victims)
{
	uint32_t	at = number->end_token - scene->first;

	memset(victims, 0, sizeof(*victims));
	victims->whole = ND_NONE;
	while (is_quote(scene, at))
		at++;
	if (nd_scene_is(scene, at, "more") || nd_scene_is(scene, at, "additional") ||
		nd_scene_is(scene, at, "further") || nd_scene_is(scene, at, "such"))
	{
		victims->more = true;
		at++;
	}
	if (nd_scene_is(scene, at, "other") && is_noun(scene, at + 1))
		at++;
	victims->first = at;
	victims->end = nd_noun_phrase_end(scene, at);
	victims->after = victims->end;
	if (victims->end == at && nd_scene_is(scene, at, "of"))
		read_group(scene, at, victims);
	else if (victims->end > at && nd_scene_is(scene, victims->end, "of") &&
			 is_pronoun_of_group(scene, victims->end + 1))
		victims->after = victims->end;
	victims->head = victims->end > victims->first ? victims->end - 1 : ND_NONE;
}

bool
nd_is_people(const NdScene *scene, uint32_t head, bool surely)
{
	const NdClue *clue;
	uint32_t	length;

	if (head == ND_NONE)
		return false;
	clue = nd_clue(scene, head);
	if (clue->people || clue->thing)
		return clue->people;
	length = clue->lower_end - clue->lower;
	for (uint32_t take = surely ? 3 : 2; take <= 6 && take + 2 < length; take++)
		if (nd_lexicon_find(&nd_lexicon_people_endings,
							scene->words + clue->lower_end - take, take) != UINT32_MAX)
			return true;
	return false;
}

bool
nd_is_thing(const NdScene *scene, const NdVictims *victims)
{
	return victims->head != ND_NONE && nd_clue(scene, victims->head)->thing;
}
