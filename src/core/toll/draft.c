/*
 * draft.c
 *		Which numbers of a sentence can be numbers of people.
 */
#include "toll/draft.h"

#include "toll/harm.h"

#define OLDEST	120

static const NdToken *
token_at(const NdScene *scene, uint32_t at)
{
	return &scene->tokens[at];
}

static bool
is_bare(const NdNumber *number)
{
	return number->hedge == ND_EXACT && (number->flags & ND_NUMBER_DIGITS) &&
		number->at.end - number->at.start <= 4;
}

/* Two numbers within bounds and no word but those that join them: 2003-2005 */
static bool
is_bare_range(const NdNumber *number, int64_t low, int64_t high)
{
	return number->hedge == ND_RANGE && (number->flags & ND_NUMBER_DIGITS) &&
		number->low >= low && number->high <= high;
}

/* "the 1980 murder": a count asks for a plural. */
static bool
is_singular(const NdScene *scene, uint32_t at)
{
	const NdClue *clue = nd_clue(scene, at);

	return clue->tag == ND_TAG_NN && !clue->people && clue->noun_use != ND_NOUN_TOLL;
}

/* 1996, in 1996 */
static bool
is_year(const NdScene *scene, const NdNumber *number, const NdVictims *victims)
{
	uint32_t	at = number->first_token - scene->first;

	if (is_bare_range(number, 1800, 2100) && victims->head == ND_NONE)
		return true;
	if (!is_bare(number) || number->low < 1800 || number->low > 2100 ||
		number->at.end - number->at.start != 4)
		return false;
	if (victims->head == ND_NONE)
		return true;
	if (is_singular(scene, victims->head) && !nd_scene_is(scene, victims->head, "dead"))
		return true;
	return at > 0 && nd_scene_in(scene, at - 1, &nd_lexicon_year_openers) &&
		!nd_clue(scene, victims->head)->people;
}

/* ", 41," after a name; "aged 29"; "nineties" are no number */
static bool
is_age(const NdScene *scene, const NdNumber *number, const NdVictims *victims)
{
	uint32_t	at = number->first_token - scene->first;
	uint32_t	next = number->end_token - scene->first;
	uint8_t		after = nd_clue(scene, next)->tag;

	if (at > 2 && victims->head == ND_NONE && nd_scene_is(scene, at - 1, "and") &&
		nd_clue(scene, at - 2)->number_of != ND_NONE && nd_scene_is(scene, at - 3, "aged"))
		return true;
	if (at > 0 && (nd_scene_is(scene, at - 1, "aged") || nd_scene_is(scene, at - 1, "age") ||
				   nd_scene_is(scene, at - 1, "ages") || nd_scene_is(scene, at - 1, "turned")))
		return true;
	if (number->low > OLDEST || victims->head != ND_NONE || number->hedge != ND_EXACT || at < 2)
		return false;
	if (nd_clue(scene, at - 1)->tag != ND_TAG_COMMA &&
		nd_clue(scene, at - 1)->tag != ND_TAG_OPEN_BRACKET)
		return nd_clue(scene, at - 1)->people && nd_scene_is(scene, at - 1, "boy");
	return (nd_clue(scene, at - 2)->tag == ND_TAG_NNP || nd_clue(scene, at - 2)->people) &&
		(number->flags & ND_NUMBER_DIGITS) &&
		(after == ND_TAG_COMMA || after == ND_TAG_STOP || after == ND_TAG_CLOSE_BRACKET ||
		 after == ND_TAG_CC);
}

static bool
is_capital(const NdScene *scene, uint32_t at)
{
	uint32_t	next;

	return nd_is_upper(nd_decode(scene->document->text, scene->tokens[at].start, &next));
}

/* Flight 702, Article 5, a boy of 14, a mother of three */
static bool
is_name(const NdScene *scene, const NdNumber *number, const NdVictims *victims)
{
	uint32_t	at = number->first_token - scene->first;
	uint8_t		before;

	if (at == 0 || victims->head != ND_NONE || number->hedge != ND_EXACT)
		return false;
	before = nd_clue(scene, at - 1)->tag;
	if (nd_scene_is(scene, at - 1, "of") && at > 1 && number->low <= OLDEST &&
		nd_clue(scene, at - 2)->people && nd_clue(scene, at - 2)->tag == ND_TAG_NN &&
		!nd_scene_is(scene, at - 2, "family"))
		return true;
	return (number->flags & ND_NUMBER_DIGITS) &&
		(before == ND_TAG_NNP || (before == ND_TAG_NN && at > 1 && is_capital(scene, at - 1))) &&
		!nd_clue(scene, at - 1)->people && nd_clue(scene, at - 1)->verb == ND_NO_KIND &&
		nd_clue(scene, victims->after)->state == ND_NO_KIND;
}

/* 0830, 1200 GMT */
static bool
is_time(const NdScene *scene, const NdNumber *number, const NdVictims *victims)
{
	uint32_t	next = number->end_token - scene->first;

	if (!is_bare(number) || number->at.end - number->at.start != 4 || number->low >= 2400 ||
		number->low % 100 >= 60)
		return false;
	return nd_scene_in(scene, next, &nd_lexicon_clock_words) ||
		(scene->document->text.bytes[number->at.start] == '0' && victims->head == ND_NONE);
}

/* "at 7801 East State St.", "the 55 Freeway": part of a name. */
static bool
is_in_name(const NdScene *scene, const NdNumber *number, const NdVictims *victims)
{
	return number->hedge == ND_EXACT && (number->flags & ND_NUMBER_DIGITS) &&
		victims->head != ND_NONE && nd_clue(scene, victims->head)->tag == ND_TAG_NNP &&
		!nd_is_people(scene, victims->head, false) && victims->whole == ND_NONE && !victims->of_group &&
		nd_clue(scene, victims->head)->noun == ND_NO_KIND;
}

static bool
is_month(const NdScene *scene, uint32_t at)
{
	return token_at(scene, at)->tag == ND_TAG_NNP &&
		(nd_clue(scene, at)->thing || nd_scene_in(scene, at, &nd_lexicon_months));
}

/* October 7, 7 October, 5 p.m. */
static bool
is_date(const NdScene *scene, const NdNumber *number, const NdVictims *victims)
{
	uint32_t	at = number->first_token - scene->first;
	uint32_t	next = number->end_token - scene->first;

	if (!is_bare_range(number, 1, 31) && (!is_bare(number) || number->low > 31))
		return false;
	if (at > 0 && is_month(scene, at - 1) && victims->head == ND_NONE &&
		nd_clue(scene, victims->after)->state == ND_NO_KIND &&
		nd_clue(scene, victims->after)->verb == ND_NO_KIND)
		return true;
	return next < scene->count && is_month(scene, next);
}

/* one in 30, 4 per 100,000, for every one */
static bool
is_ratio(const NdScene *scene, const NdNumber *number, const NdVictims *victims)
{
	uint32_t	at = number->first_token - scene->first;
	uint32_t	after = victims->after;

	if (at > 0 && (nd_scene_is(scene, at - 1, "per") || nd_scene_is(scene, at - 1, "every")))
		return true;
	if (nd_scene_is(scene, after, "per") || nd_scene_is(scene, after, "times") ||
		nd_scene_is(scene, after, "out") ||
		(nd_scene_is(scene, after + 1, "for") && nd_scene_is(scene, after + 2, "every")))
		return true;
	if (victims->head == ND_NONE && nd_scene_is(scene, after, "in") &&
		nd_clue(scene, after + 1)->number != ND_NONE && number->low <= 10)
		return true;
	return at > 1 && victims->head == ND_NONE && nd_scene_is(scene, at - 1, "in") &&
		nd_clue(scene, at - 2)->number_of != ND_NONE;
}

/* "millions in losses": what is counted is the noun behind. */
static bool
is_amount(const NdScene *scene, const NdNumber *number, const NdVictims *victims)
{
	uint32_t	at = number->end_token - scene->first;

	return number->hedge == ND_VAGUE && victims->head == ND_NONE &&
		nd_scene_is(scene, at, "in") && nd_clue(scene, at + 1)->thing;
}

static bool
is_countable(const NdScene *scene, const NdNumber *number, const NdVictims *victims)
{
	if (number->flags & ND_NUMBER_NO_COUNT)
		return false;
	if ((number->flags & ND_NUMBER_BOTH) && victims->head == ND_NONE &&
		nd_clue(scene, victims->after)->tag == ND_TAG_DT)
		return false;
	if ((number->flags & ND_NUMBER_ZERO) && victims->head != ND_NONE &&
		!nd_is_people(scene, victims->head, false) &&
		nd_clue(scene, victims->head)->noun == ND_NO_KIND)
		return false;
	if ((number->flags & ND_NUMBER_ARTICLE) && nd_clue(scene, victims->after)->thing &&
		nd_clue(scene, victims->after)->tag == ND_TAG_NN)
		return false;			/* "an Israeli airstrike" */
	if ((number->flags & ND_NUMBER_ZERO) && nd_scene_is(scene, victims->after, "longer"))
		return false;
	if (number->flags & ND_NUMBER_ARTICLE)
		return victims->head != ND_NONE && nd_is_people(scene, victims->head, true) &&
			(!nd_scene_is(scene, victims->after, "of") ||
			 (nd_clue(scene, victims->after + 1)->number_of != ND_NONE &&
			  !nd_scene_is(scene, victims->head, "family")));
	if ((number->flags & ND_NUMBER_ORDINAL) && victims->head == ND_NONE)
		return !nd_scene_is(scene, victims->after, "of") &&
			!nd_scene_is(scene, victims->after, "fewer") &&
			!nd_scene_is(scene, victims->after, "less");
	return !is_year(scene, number, victims) && !is_age(scene, number, victims) &&
		!is_name(scene, number, victims) && !is_date(scene, number, victims) && !is_time(scene, number, victims) &&
		!is_amount(scene, number, victims) && !is_in_name(scene, number, victims) &&
		!is_ratio(scene, number, victims);
}

/* "a family of four": the noun stands before its number. */
static void
look_before(const NdScene *scene, const NdNumber *number, NdVictims *victims)
{
	uint32_t	at = number->first_token - scene->first;

	if (victims->head != ND_NONE || at < 2 || !nd_scene_is(scene, at - 1, "of") ||
		!nd_scene_is(scene, at - 2, "family"))
		return;
	victims->head = at - 2;
}

bool
nd_toll_drafts(NdArena *arena, const NdScene *scene, const NdTolls *before,
			   uint32_t near_before, NdTollDrafts *drafts)
{
	drafts->scene = scene;
	drafts->count = scene->numbers.count;
	drafts->before = before;
	drafts->near_before = near_before;
	drafts->drafts = nd_alloc_array(arena, drafts->count, sizeof(NdTollDraft));
	if (drafts->drafts == NULL)
		return false;
	for (uint32_t i = 0; i < drafts->count; i++)
	{
		NdTollDraft *draft = &drafts->drafts[i];

		draft->number = &scene->numbers.numbers[i];
		draft->part_of = draft->part_of_toll = draft->toll = ND_NONE;
		draft->harm.kind = ND_NO_KIND;
		nd_find_victims(scene, draft->number, &draft->victims);
		draft->countable = is_countable(scene, draft->number, &draft->victims);
		look_before(scene, draft->number, &draft->victims);
		if (draft->victims.whole != ND_NONE && draft->victims.whole < drafts->count)
			drafts->drafts[draft->victims.whole].whole = true;
		if (draft->countable)
			nd_find_harm(scene, draft->number, &draft->victims, &draft->harm);
	}
	return true;
}
