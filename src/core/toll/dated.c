/*
 * dated.c
 *		The dates of a sentence, and what they are the dates of.
 */
#include "toll/happened.h"

#include "language/lemma.h"
#include "toll/clause.h"

#define REACH_EVENT		6		/* tokens from a date to the event it belongs to */
#define REACH_RECORD	6		/* tokens from "deadliest" to "since" */
#define MOST_SKIPPED	4		/* words between a preposition and a date */
#define MOST_CLIMBED	4		/* from a date up the tree to a verb */

typedef struct Finder
{
	const NdTollDrafts *drafts;
	const NdScene *scene;
	int32_t		published;
} Finder;

static bool
read_date(const Finder *finder, uint32_t at, int32_t published, NdDate *date)
{
	const NdScene *scene = finder->scene;

	if (!nd_read_date(scene->document, scene->first + at, scene->first + scene->count,
					  published, date))
		return false;
	date->end -= scene->first;
	return true;
}

/* The value that a word of the list has that ends right before a token. */
static NdWordValue
preposition_before(const NdScene *scene, uint32_t at, uint32_t *start)
{
	const NdLexicon *list = &nd_lexicon_date_prepositions;
	NdWordValue none = {NULL, 0};

	for (uint32_t length = 3; length > 0; length--)
	{
		uint32_t	end;
		uint32_t	entry;

		if (length > at)
			continue;
		entry = nd_scene_phrase(scene, at - length, list, &end);
		if (entry != UINT32_MAX && end == at)
		{
			*start = at - length;
			return nd_lexicon_value(list, entry);
		}
	}
	return none;
}

/* "the deadliest attack since 2007": the year of another one. */
static bool
is_record(const NdScene *scene, uint32_t since)
{
	for (uint32_t i = since; i > 0 && since - i < REACH_RECORD; i--)
	{
		uint8_t		tag = nd_clue(scene, i - 1)->tag;

		if (tag == ND_TAG_JJS || tag == ND_TAG_RBS || nd_scene_is(scene, i - 1, "first"))
			return true;
		if (nd_is_finite_tag(tag))
			return false;
	}
	return false;
}

static bool
is_event(const NdScene *scene, uint32_t at)
{
	const NdClue *clue = nd_clue(scene, at);

	return (clue->tag == ND_TAG_NN || clue->tag == ND_TAG_NNS || clue->tag == ND_TAG_NNP) &&
		nd_lexicon_find(&nd_lexicon_toll_events, scene->lemmas + clue->lemma,
						clue->lemma_end - clue->lemma) != UINT32_MAX;
}

/* Whether a noun of the list is in the phrase that begins at a token. */
static bool
names_event(const NdScene *scene, uint32_t at)
{
	for (uint32_t i = at; i < scene->count && i < at + REACH_EVENT; i++)
	{
		const NdClue *clue = nd_clue(scene, i);

		if (clue->number_of != ND_NONE || clue->tag == ND_TAG_IN || nd_ends_clause(scene, i) ||
			clue->tag == ND_TAG_COMMA || nd_is_finite_tag(clue->tag) || clue->tag == ND_TAG_MD)
			return false;
		if (is_event(scene, i))
			return true;
	}
	return false;
}

static bool
is_noun_at(const NdScene *scene, uint32_t at)
{
	uint8_t		tag = nd_clue(scene, at)->tag;

	return tag == ND_TAG_NN || tag == ND_TAG_NNS || tag == ND_TAG_NNP || tag == ND_TAG_JJ;
}

/* Whether the words before it make "May" a month and "2010" a year. */
static bool
is_date_alone(const NdScene *scene, const NdDate *date, uint32_t first, NdWordValue before,
			  bool event)
{
	if (date->form == ND_DATE_MONTH && scene->tokens[first].tag != ND_TAG_NNP)
		return false;
	if (date->form != ND_DATE_MONTH && date->form != ND_DATE_YEAR)
		return true;
	return event || (before.length > 0 && !is_noun_at(scene, date->end));
}

static NdDateRole
role_of(const NdScene *scene, const NdDate *date, NdWordValue before, uint32_t preposition,
		bool event)
{
	if (event)
		return ND_DATED_EVENT;
	if (nd_clue(scene, date->end)->tag == ND_TAG_POS || nd_value_is(before, "never"))
		return ND_DATED_NEVER;
	if (nd_value_is(before, "since"))
		return is_record(scene, preposition) ? ND_DATED_NEVER : ND_DATED_SINCE;
	return ND_DATED_HARM;
}

/* What a word on which a date hangs makes of its day. */
static void
know_word(const NdScene *scene, uint32_t at, NdDateMention *mention)
{
	const NdClue *clue = nd_clue(scene, at);
	char		lemma[ND_LEMMA_BYTES];
	uint32_t	length = nd_lemma(scene->words + clue->lower, clue->lower_end - clue->lower,
								  clue->tag, lemma);
	uint32_t	entry = nd_lexicon_find(&nd_lexicon_toll_day_words, lemma, length);
	NdWordValue value = {NULL, 0};

	if (entry != UINT32_MAX)
		value = nd_lexicon_value(&nd_lexicon_toll_day_words, entry);
	mention->counted |= nd_value_is(value, "count");
	mention->of_event |= nd_value_is(value, "event");
	mention->reported |= nd_value_is(value, "report") ||
		(entry == UINT32_MAX && clue->verb == ND_NO_KIND && nd_is_verb_tag(clue->tag) &&
		 nd_lexicon_find(&nd_lexicon_reporting_verbs, lemma, length) != UINT32_MAX);
}

/* The verb that a date hangs on by the tree, and the word right before it. */
static void
find_verbs(const NdScene *scene, uint32_t preposition, NdDateMention *mention)
{
	uint32_t	at = mention->first;

	mention->verb = ND_NONE;
	for (int steps = 0; steps < MOST_CLIMBED; steps++)
	{
		at = scene->tokens[at].head;
		if (at == ND_NONE || at >= scene->count)
			break;
		if (nd_is_verb_tag(nd_clue(scene, at)->tag))
		{
			mention->verb = at;
			know_word(scene, at, mention);
			break;
		}
	}
	if (preposition > 0)
		know_word(scene, preposition - 1, mention);
}

/* The other end of "from Monday to Wednesday", "between 2003 and 2011". */
static void
read_until(const Finder *finder, const NdDate *first, NdDateMention *mention)
{
	const NdScene *scene = finder->scene;
	uint32_t	at = mention->end;
	NdDate		last;

	if (mention->role != ND_DATED_HARM ||
		(!nd_scene_is(scene, at, "and") && !nd_scene_is(scene, at, "to") &&
		 !nd_scene_is(scene, at, "until") && !nd_scene_is(scene, at, "through") &&
		 !nd_scene_is(scene, at, "-")) ||
		!read_date(finder, at + 1, finder->published, &last) || last.days.from == ND_NO_DATE)
		return;
	if (!first->has_year && last.has_year)
	{
		NdDate		again;

		if (read_date(finder, mention->first, last.days.until, &again))
			mention->days = again.days;
	}
	if (mention->days.from == ND_NO_DATE || last.days.until < mention->days.from)
		return;
	mention->days.until = last.days.until;
	mention->end = last.end;
}

/* "the attack on Tuesday", "a shooting Monday night" */
static bool
follows_event(const NdScene *scene, uint32_t preposition)
{
	return preposition > 0 && is_event(scene, preposition - 1);
}

/* Makes a mention of a date; false when it is none. */
static bool
make_mention(const Finder *finder, uint32_t at, NdDate *date, NdDateMention *mention)
{
	const NdScene *scene = finder->scene;
	uint32_t	start = at;
	uint32_t	next;
	NdWordValue before = preposition_before(scene, at, &start);
	bool		between;
	bool		event;

	for (int i = 0; i < MOST_SKIPPED && nd_value_is(before, "skip"); i++)
		before = preposition_before(scene, start, &start);
	if (nd_value_is(before, "skip"))
		before.length = 0;
	while (nd_scene_in(scene, date->end, &nd_lexicon_day_parts))
		date->end++;
	next = nd_clue(scene, date->end)->tag == ND_TAG_POS ? date->end + 1 : date->end;
	event = (next > date->end || is_noun_at(scene, next)) && names_event(scene, next);
	if (!is_date_alone(scene, date, at, before, event))
		return false;
	*mention = (NdDateMention) {.days = date->days, .first = at, .end = date->end};
	mention->role = role_of(scene, date, before, start, event);
	next = nd_scene_is(scene, date->end, ",") ? date->end + 1 : date->end;
	mention->opens = nd_scene_is(scene, next, "when");
	between = nd_scene_is(scene, start, "between") || nd_scene_is(scene, start, "from") ||
		nd_scene_is(scene, mention->end, "-");
	if (between)
		read_until(finder, date, mention);
	find_verbs(scene, start, mention);
	if (follows_event(scene, start) && mention->role == ND_DATED_HARM)
		mention->role = ND_DATED_EVENT;
	return true;
}

bool
nd_find_dates(NdArena *arena, const NdTollDrafts *drafts, int32_t published,
			  NdDateMentions *dates)
{
	const NdScene *scene = drafts->scene;
	Finder		finder = {drafts, scene, published};
	uint32_t	room = 0;

	dates->mentions = NULL;
	dates->count = 0;
	for (uint32_t i = 0; i < scene->count; i++)
	{
		uint32_t	number = nd_clue(scene, i)->number_of;
		NdDate		date;
		NdDateMention mention;

		if (number != ND_NONE && drafts->drafts[number].toll != ND_NONE)
			continue;
		if (!read_date(&finder, i, published, &date))
			continue;
		if (make_mention(&finder, i, &date, &mention))
		{
			if (!nd_reserve(arena, &dates->mentions, &room, dates->count + 1,
							sizeof(NdDateMention)))
				return false;
			dates->mentions[dates->count++] = mention;
			i = mention.end - 1;
		}
		else
			i = date.end - 1;
	}
	return true;
}
