/*
 * part.c
 *		One part of a noun phrase: where its noun group begins and ends, whose
 *		it is, and the name in it.
 */
#include "source/part.h"

#include "language/tagset.h"

static uint8_t
tag_of(const NdPage *page, uint32_t token)
{
	return page->document->tokens[token].tag;
}

bool
nd_part_has_text(const NdPage *page, uint32_t token)
{
	NdText		text = page->document->text;
	const NdToken *word = &page->document->tokens[token];
	uint32_t	next;

	for (uint32_t at = word->start; at < word->end; at = next)
	{
		uint32_t	c = nd_decode(text, at, &next);

		if (nd_is_letter(c) || nd_is_digit(c))
			return true;
	}
	return false;
}

bool
nd_part_is_possessive(const NdPage *page, uint32_t token)
{
	return tag_of(page, token) == ND_TAG_POS || nd_page_is(page, token, "'s");
}

NdReach
nd_reach_of(const NdPage *page, NdRange words)
{
	static const struct
	{
		const char *word;
		NdReach		reach;
	}			reaches[] = {
		{"m", ND_REACH_MAN}, {"f", ND_REACH_WOMAN}, {"thing", ND_REACH_THING},
		{"many", ND_REACH_MANY}, {"self", ND_REACH_SELF}, {"us", ND_REACH_US},
		{"you", ND_REACH_YOU}, {"who", ND_REACH_BEFORE},
		{"one", ND_REACH_ONE}
	};
	uint32_t	entry = nd_page_find(page, &nd_lexicon_pronouns, words);
	uint32_t	token = words.first;

	/* the World Health Organization */
	if ((page->looks[token] & (ND_WORD_SHOUTED | ND_WORD_OPENS)) == ND_WORD_SHOUTED &&
		tag_of(page, token) == ND_TAG_NNP)
		return ND_REACH_NOBODY;
	for (size_t i = 0; entry != UINT32_MAX && i < sizeof(reaches) / sizeof(reaches[0]); i++)
		if (nd_value_is(nd_lexicon_value(&nd_lexicon_pronouns, entry), reaches[i].word))
			return reaches[i].reach;
	return ND_REACH_NOBODY;
}

/* Takes article, numbers and a possessive pronoun off the front of a part. */
static void
read_front(const NdPage *page, NdPart *part)
{
	uint32_t	at = part->all.first;

	for (; at + 1 < part->all.end; at++)
	{
		uint32_t	entry = nd_page_find(page, &nd_lexicon_determiners, (NdRange) {at, at + 1});

		/* "one of them" */
		if (nd_page_is(page, at + 1, "of"))
			break;
		part->article = false;
		if (tag_of(page, at) == ND_TAG_PRPS && part->possessor == ND_REACH_NOBODY)
		{
			part->possessor = nd_reach_of(page, (NdRange) {at, at + 1});
			part->definite = true;
		}
		else if (entry != UINT32_MAX)
		{
			part->article = nd_page_is(page, at, "the");
			part->definite = part->definite ||
				nd_value_is(nd_lexicon_value(&nd_lexicon_determiners, entry), "definite");
		}
		else if (nd_page_is(page, at + 1, "-") ||
				 (!(tag_of(page, at) == ND_TAG_CD && !(page->looks[at] & ND_WORD_LETTERS)) &&
				  nd_part_has_text(page, at)))
			break;
	}
	part->base.first = at;
}

/* Words that begin what follows a noun group. */
static bool
ends_base(const NdPage *page, uint32_t token)
{
	switch (tag_of(page, token))
	{
		case ND_TAG_IN:
			/* "Relief Without Borders" */
			return !(page->looks[token] & ND_WORD_CAPITALISED) ||
				(page->looks[token] & ND_WORD_TITLE_CASE);
		case ND_TAG_TO:
		case ND_TAG_WDT:
		case ND_TAG_WP:
		case ND_TAG_WPS:
		case ND_TAG_WRB:
		case ND_TAG_VBD:
		case ND_TAG_VBZ:
		case ND_TAG_VBP:
		case ND_TAG_MD:
		case ND_TAG_OPEN_BRACKET:
			return true;
		case ND_TAG_VBN:
		case ND_TAG_VBG:
			return !(page->looks[token] & ND_WORD_CAPITALISED);
		default:
			return false;
	}
}

/* "calling itself Nightjar": the name that a group gives itself. */
static NdRange
own_name(const NdPage *page, NdRange rest)
{
	for (uint32_t i = rest.first; i + 1 < rest.end && i < rest.first + 4; i++)
		if (nd_page_is(page, i, "itself") || nd_page_is(page, i, "himself") ||
			nd_page_is(page, i, "herself") || nd_page_is(page, i, "themselves") ||
			nd_page_is(page, i, "called") || nd_page_is(page, i, "named"))
			return (NdRange) {i + 1, nd_name_end(page, i + 1, rest.end)};
	return (NdRange) {0, 0};
}

/* The capitalised words at the end of a noun group. */
static NdRange
trailing_name(const NdPage *page, NdRange base)
{
	NdRange		run = {base.end, base.end};

	while (run.first > base.first && nd_is_name_word(page, run.first - 1))
	{
		run.first--;
		for (uint32_t back = 2; back < 5 && run.first >= base.first + back &&
			 !nd_is_name_word(page, run.first - 1); back++)
			if (nd_is_name_word(page, run.first - back) &&
				nd_name_end(page, run.first - back, run.end) == run.end)
				run.first -= back;
	}
	return run;
}

bool
nd_is_body_noun(const NdPage *page, uint32_t token)
{
	bool		plural;

	return nd_page_noun(page, &nd_lexicon_body_nouns, token, &plural) != UINT32_MAX ||
		nd_page_has(page, &nd_lexicon_organisation_words, token);
}

/* "Front for the Liberation of the Plateau": a body's name goes on. */
static NdRange
extend_body(const NdPage *page, NdRange run, uint32_t limit, bool article)
{
	uint32_t	count = run.end - run.first;

	if (nd_page_has(page, &nd_lexicon_given_names, run.first) ||
		!(nd_is_body_noun(page, run.end - 1) || (count == 1 && article)))
		return run;
	while (run.end + 1 < limit && run.end - run.first < 12)
	{
		uint32_t	next = run.end;

		if (!nd_page_is(page, next, "of") && !nd_page_is(page, next, "for") &&
			!nd_page_is(page, next, "and") && !nd_page_is(page, next, "on"))
			break;
		next++;
		if (next < limit && nd_page_is(page, next, "the"))
			next++;
		if (next >= limit || !(page->looks[next] & ND_WORD_CAPITALISED))
			break;
		run.end = nd_name_end(page, next, limit);
		if (run.end <= next)
		{
			run.end = next + 1;
			break;
		}
	}
	return run;
}

/* Whether the word before a name tells whose it is: "spokesman", "newspaper". */
static void
heed_word_before(const NdPage *page, const NdPart *part, uint32_t name, NdPhrase *phrase)
{
	uint32_t	entry;

	if (name <= part->base.first || phrase->listed)
		return;
	entry = nd_page_find(page, &nd_lexicon_person_nouns, (NdRange) {name - 1, name});
	if (entry != UINT32_MAX)
	{
		NdWordValue value = nd_lexicon_value(&nd_lexicon_person_nouns, entry);

		/* "the rebel Highland Front" */
		if (phrase->kind == ND_SOURCE_ORGANISATION || phrase->kind == ND_SOURCE_MEDIA)
			return;
		phrase->kind = ND_SOURCE_PERSON;
		if (value.bytes[0] != 'u')
			phrase->gender = value.bytes[0] == 'm' ? ND_MALE : ND_FEMALE;
		return;
	}
	entry = nd_page_find(page, &nd_lexicon_body_nouns, (NdRange) {name - 1, name});
	if (entry != UINT32_MAX)
		phrase->kind = nd_value_is(nd_lexicon_value(&nd_lexicon_body_nouns, entry), "media") ||
			nd_page_is(page, name - 1, "daily") || nd_page_is(page, name - 1, "weekly") ?
			ND_SOURCE_MEDIA : ND_SOURCE_ORGANISATION;
}

bool
nd_is_person_noun(const NdPage *page, uint32_t token)
{
	return nd_page_has(page, &nd_lexicon_person_nouns, token) ||
		nd_page_has(page, &nd_lexicon_titles, token);
}

/* "The President", "Hamas Officials": capitals, but no name. */
static bool
calls_by_noun(const NdPage *page, NdRange run, uint32_t limit)
{
	bool		plural;

	if (nd_page_noun(page, &nd_lexicon_person_nouns, run.end - 1, &plural) == UINT32_MAX &&
		!nd_is_person_noun(page, run.end - 1))
		return false;
	/* "the Friends of Marlow Library" */
	if (plural && run.end + 1 < limit && !(page->looks[run.first] & ND_WORD_TITLE_CASE) &&
		(nd_page_is(page, run.end, "of") || nd_page_is(page, run.end, "for")) &&
		nd_is_name_word(page, run.end + 1))
		return false;
	return plural || run.end - run.first == 1 ||
		!nd_page_has(page, &nd_lexicon_given_names, run.end - 2);
}

static void
read_name_part(const NdPage *page, NdPart *part)
{
	NdRange		run = trailing_name(page, part->base);
	bool		marked;

	if (nd_page_find(page, &nd_lexicon_seats, part->base) != UINT32_MAX)
		run = part->base;
	if (nd_range_empty(run) ||
		((part->article || part->definite || !nd_page_surname(page, run.first)) &&
		 calls_by_noun(page, run, part->all.end)))
		return;
	marked = part->article && run.first == part->base.first;
	run = extend_body(page, run, part->all.end, part->article);
	if (!nd_read_name(page, run, marked, &part->name))
	{
		part->name.form = ND_PHRASE_NOTHING;
		return;
	}
	heed_word_before(page, part, part->name.name.first, &part->name);
	part->name.role = (NdRange) {part->base.first, part->name.name.first};
	if (marked && part->name.kind == ND_SOURCE_PERSON && part->name.name.first == run.first)
		part->name.kind = ND_SOURCE_ORGANISATION;
}

/* The words right before a name that is what a preposition governs. */
static bool
is_governed(const NdPage *page, uint32_t name)
{
	bool		plural;

	return tag_of(page, name - 1) == ND_TAG_IN || tag_of(page, name - 1) == ND_TAG_TO ||
		tag_of(page, name - 1) == ND_TAG_DT || tag_of(page, name - 1) == ND_TAG_CC ||
		nd_part_is_possessive(page, name - 1) ||
		(nd_is_person_noun(page, name - 1) && !nd_page_is(page, name - 1, "general")) ||
		nd_page_noun(page, &nd_lexicon_person_nouns, name - 1, &plural) != UINT32_MAX ||
		nd_page_abbreviation(page, &nd_lexicon_titles, name - 1) != UINT32_MAX;
}

/*
 * "Secretary of State Jane Roe", "the coordinator for health of the Northern
 * Region Jane Roe": the name ends what a preposition begins, but is no part of it.
 */
static void
read_name_after_title(const NdPage *page, NdPart *part)
{
	uint32_t	first = part->base.end;
	bool		plural;

	if (part->name.form != ND_PHRASE_NOTHING || nd_range_empty(part->base) ||
		first + 2 >= part->all.end || tag_of(page, first) != ND_TAG_IN ||
		!nd_is_person_noun(page, part->base.end - 1) ||
		(nd_page_noun(page, &nd_lexicon_person_nouns, part->base.end - 1, &plural) != UINT32_MAX && plural))
		return;
	for (uint32_t i = first + 2; i + 1 < part->all.end; i++)
	{
		NdRange		name = {i, i};

		if (!nd_page_has(page, &nd_lexicon_given_names, i) || !nd_is_name_word(page, i) ||
			is_governed(page, i))
			continue;
		name.end = nd_name_end(page, i, part->all.end);
		if (name.end < i + 2 || nd_is_body_noun(page, name.end - 1) ||
			!nd_read_name(page, name, false, &part->name))
			return;
		part->name.kind = ND_SOURCE_PERSON;
		part->name.role = (NdRange) {part->base.first, i};
		return;
	}
}

void
nd_read_part(const NdPage *page, NdRange range, NdPart *part)
{
	uint32_t	at;
	uint32_t	possessive = UINT32_MAX;

	*part = (NdPart) {.all = range};
	read_front(page, part);
	for (at = part->base.first; at < range.end; at++)
	{
		if (at > part->base.first && ends_base(page, at) && !nd_page_is(page, at, "-") &&
			!nd_page_is(page, at - 1, "-"))
			break;
		if (nd_part_is_possessive(page, at) && at + 1 < range.end)
			possessive = at;
	}
	part->base.end = at;
	if (possessive != UINT32_MAX && possessive > part->base.first && possessive + 1 < part->base.end)
	{
		bool		name = nd_is_name_word(page, part->base.end - 1) &&
			nd_is_body_noun(page, part->base.end - 1);

		if (!name)
		{
			part->owner = (NdRange) {part->base.first, possessive};
			part->definite = true;
			part->base.first = possessive + 1;
		}
		else if (nd_is_name_word(page, part->base.first))
		{
			nd_read_name(page, part->base, true, &part->name);
			part->name.name = part->base;
			part->name.role = (NdRange) {0, 0};
			part->name.kind = ND_SOURCE_ORGANISATION;
			return;
		}
	}
	read_name_part(page, part);
	read_name_after_title(page, part);
	if (part->name.form == ND_PHRASE_NOTHING)
	{
		NdRange		own = own_name(page, (NdRange) {part->base.end, range.end});

		if (!nd_range_empty(own) && nd_read_name(page, own, true, &part->name))
			part->name.role = part->base;
	}
}
