/*
 * name.c
 *		Names: where they end, what in front of them is a title, and whose
 *		they are.
 */
#include "source/phrase.h"

#include "language/tagset.h"
#include "language/word.h"

/* A name of more words than this is a heading. */
#define LONGEST_NAME	10

static bool
is_proper(const NdPage *page, uint32_t token)
{
	uint8_t		tag = page->document->tokens[token].tag;

	return tag == ND_TAG_NNP || tag == ND_TAG_NNPS;
}

/* "March", but not the May of "Theresa May". */
static bool
is_date_word(const NdPage *page, uint32_t token)
{
	if (nd_page_has(page, &nd_lexicon_weekdays, token))
		return true;
	return nd_page_has(page, &nd_lexicon_months, token) &&
		!(token > 0 && (page->looks[token - 1] & ND_WORD_CAPITALISED) &&
		  nd_page_has(page, &nd_lexicon_given_names, token - 1));
}

/* A noun that opens a sentence is a name when a name goes on with it. */
static bool
leads_name(const NdPage *page, uint32_t token)
{
	uint8_t		tag = page->document->tokens[token].tag;

	return (tag == ND_TAG_NN || tag == ND_TAG_NNS) &&
		token + 1 < page->document->n_tokens &&
		page->sentences[token + 1] == page->sentences[token] &&
		(page->looks[token + 1] & ND_WORD_CAPITALISED) &&
		!nd_page_has(page, &nd_lexicon_person_nouns, token);
}

bool
nd_is_name_word(const NdPage *page, uint32_t token)
{
	uint8_t		look = page->looks[token];
	uint8_t		tag = page->document->tokens[token].tag;

	if (!(look & ND_WORD_CAPITALISED) || tag == ND_TAG_PRP || tag == ND_TAG_PRPS ||
		is_date_word(page, token))
		return false;
	if (look & ND_WORD_TITLE_CASE)
		return nd_page_names(page, token) ||
			nd_page_has(page, &nd_lexicon_given_names, token) ||
			nd_page_has(page, &nd_lexicon_countries, token) ||
			nd_page_has(page, &nd_lexicon_organisations, token) ||
			(is_proper(page, token) && (look & ND_WORD_SHOUTED));
	if (look & ND_WORD_OPENS)
		return is_proper(page, token) || leads_name(page, token) ||
			(tag != ND_TAG_DT && tag != ND_TAG_IN && nd_page_names(page, token)) ||
			nd_page_surname(page, token) ||
			nd_page_has(page, &nd_lexicon_given_names, token) ||
			nd_page_has(page, &nd_lexicon_countries, token) ||
			nd_page_has(page, &nd_lexicon_capitals, token) ||
			nd_page_has(page, &nd_lexicon_organisations, token);
	return tag != ND_TAG_DT && tag != ND_TAG_IN && tag != ND_TAG_MD && tag != ND_TAG_CC &&
		tag != ND_TAG_WP && tag != ND_TAG_WDT && tag != ND_TAG_WRB && tag != ND_TAG_VBZ;
}

/* What joins the words of a name: "&", "-", "." after an initial. */
static bool
joins_names(const NdPage *page, uint32_t token)
{
	return nd_page_is(page, token, "&") || nd_page_is(page, token, "-") ||
		nd_page_has(page, &nd_lexicon_name_particles, token);
}

uint32_t
nd_name_end(const NdPage *page, uint32_t first, uint32_t limit)
{
	uint32_t	end = first;

	while (end < limit && end - first < LONGEST_NAME)
	{
		uint32_t	next = end;

		while (next < limit && next > first && next - end < 4 && joins_names(page, next))
			next++;
		if (next >= limit)
			break;
		if (!nd_is_name_word(page, next))
		{
			/* "Doctors Without Borders" */
			if (next > end || next == first || next + 1 >= limit ||
				!(page->looks[next] & ND_WORD_CAPITALISED) ||
				!nd_is_name_word(page, next + 1))
				break;
			next++;
		}
		end = next + 1;
	}
	return end;
}

static bool
is_title(const NdPage *page, uint32_t token)
{
	return nd_page_abbreviation(page, &nd_lexicon_titles, token) != UINT32_MAX ||
		nd_page_has(page, &nd_lexicon_person_nouns, token);
}

static bool
is_body_word(const NdPage *page, uint32_t token)
{
	bool		plural;

	return nd_page_noun(page, &nd_lexicon_body_nouns, token, &plural) != UINT32_MAX ||
		nd_page_has(page, &nd_lexicon_organisation_words, token) ||
		nd_page_has(page, &nd_lexicon_media_words, token);
}

static NdGender
gender_of(NdWordValue value)
{
	if (value.length == 0 || value.bytes[0] == 'u')
		return ND_EITHER;
	return value.bytes[0] == 'm' ? ND_MALE : ND_FEMALE;
}

static NdGender
listed_gender(const NdPage *page, const NdLexicon *lexicon, uint32_t token)
{
	uint32_t	entry = nd_page_abbreviation(page, lexicon, token);

	return entry == UINT32_MAX ? ND_EITHER : gender_of(nd_lexicon_value(lexicon, entry));
}

/* Leaves what follows the last title of a run; a body keeps its words. */
static NdRange
take_titles(const NdPage *page, NdRange run, NdGender *gender, bool *titled)
{
	NdRange		name = run;

	if (is_body_word(page, run.end - 1) && run.end - run.first > 1 &&
		!nd_page_has(page, &nd_lexicon_given_names, run.end - 2) &&
		nd_page_abbreviation(page, &nd_lexicon_titles, run.first) == UINT32_MAX)
		return name;
	for (uint32_t i = run.first; i + 1 < run.end; i++)
	{
		if (!is_title(page, i))
			continue;
		if (listed_gender(page, &nd_lexicon_titles, i) != ND_EITHER)
			*gender = listed_gender(page, &nd_lexicon_titles, i);
		else if (listed_gender(page, &nd_lexicon_person_nouns, i) != ND_EITHER)
			*gender = listed_gender(page, &nd_lexicon_person_nouns, i);
		*titled = true;
		name.first = i + 1;
		while (name.first + 1 < run.end && nd_page_is(page, name.first, "."))
			name.first++;
	}
	return name;
}

static NdSourceKind
kind_of_words(const NdPage *page, NdRange name)
{
	bool		body = false;

	for (uint32_t i = name.first; i < name.end; i++)
	{
		bool		plural;
		uint32_t	entry = nd_page_noun(page, &nd_lexicon_body_nouns, i, &plural);

		if (nd_page_has(page, &nd_lexicon_media_words, i) ||
			(entry != UINT32_MAX &&
			 nd_value_is(nd_lexicon_value(&nd_lexicon_body_nouns, entry), "media")))
			return ND_SOURCE_MEDIA;
		/* "Relief Without Borders" */
		body = body || entry != UINT32_MAX || page->document->tokens[i].tag == ND_TAG_IN ||
			nd_page_has(page, &nd_lexicon_organisation_words, i);
	}
	return body ? ND_SOURCE_ORGANISATION : ND_SOURCE_UNKNOWN;
}

/* "Brussels" stands for a body: its list's name is in organisations.txt. */
static bool
is_union(NdWordValue value)
{
	char		lower[2 * ND_WORD_BYTES];
	uint32_t	length = 0;

	if (value.length > ND_WORD_BYTES)
		return false;
	for (uint32_t i = 0; i < value.length; i++)
		lower[length++] = (char) (value.bytes[i] >= 'A' && value.bytes[i] <= 'Z' ?
								  value.bytes[i] + 32 : value.bytes[i]);
	return nd_lexicon_find(&nd_lexicon_organisations, lower, length) != UINT32_MAX;
}

/* Sets the kind where a list knows the whole name. */
static bool
is_listed(const NdPage *page, NdRange name, NdPhrase *phrase)
{
	static const struct
	{
		const NdLexicon *lexicon;
		NdSourceKind kind;
	}			lists[] = {
		{&nd_lexicon_organisations, ND_SOURCE_ORGANISATION},
		{&nd_lexicon_countries, ND_SOURCE_COUNTRY},
		{&nd_lexicon_capitals, ND_SOURCE_COUNTRY},
		{&nd_lexicon_seats, ND_SOURCE_COUNTRY},
		{&nd_lexicon_media_names, ND_SOURCE_MEDIA}
	};

	for (size_t i = 0; i < sizeof(lists) / sizeof(lists[0]); i++)
	{
		uint32_t	entry = nd_page_find(page, lists[i].lexicon, name);

		if (entry == UINT32_MAX)
			continue;
		phrase->kind = lists[i].kind;
		phrase->listed = true;
		if (phrase->kind == ND_SOURCE_COUNTRY &&
			is_union(nd_lexicon_value(lists[i].lexicon, entry)))
			phrase->kind = ND_SOURCE_ORGANISATION;
		return true;
	}
	return false;
}

static NdSourceKind
judge(const NdPage *page, NdRange name, bool titled, bool marked)
{
	uint32_t	count = name.end - name.first;
	bool		given = nd_page_has(page, &nd_lexicon_given_names, name.first);
	NdSourceKind words = kind_of_words(page, name);

	if (titled && count < 5)
		return ND_SOURCE_PERSON;
	if (given && !marked && count > 1 && count < 6 &&
		!(words != ND_SOURCE_UNKNOWN && count > 2))
		return ND_SOURCE_PERSON;
	if (words != ND_SOURCE_UNKNOWN)
		return words;
	if (given && !marked)
		return ND_SOURCE_PERSON;
	if (marked)
		return ND_SOURCE_ORGANISATION;
	return ND_SOURCE_UNKNOWN;
}

/* "FURIOUS Terry Nugent": a shouted word before words that are not. */
static NdRange
without_shouting(const NdPage *page, NdRange run)
{
	while (run.end - run.first > 1 && (page->looks[run.first] & ND_WORD_SHOUTED) &&
		   !(page->looks[run.first + 1] & ND_WORD_SHOUTED) &&
		   page->document->tokens[run.first].end - page->document->tokens[run.first].start > 5)
		run.first++;
	return run;
}

bool
nd_read_name(const NdPage *page, NdRange run, bool marked, NdPhrase *phrase)
{
	bool		titled = false;
	NdRange		name;

	*phrase = (NdPhrase) {.form = ND_PHRASE_NAME, .all = run};
	run = without_shouting(page, run);
	if (is_listed(page, run, phrase))
	{
		phrase->name = run;
		return true;
	}
	name = take_titles(page, run, &phrase->gender, &titled);
	if (nd_range_empty(name))
		return false;
	phrase->name = name;
	phrase->role = (NdRange) {run.first, name.first};
	if (!titled && is_listed(page, name, phrase))
		return true;
	phrase->kind = judge(page, name, titled, marked);
	phrase->marked = marked && kind_of_words(page, name) == ND_SOURCE_UNKNOWN;
	/* "Graham" alone may be a surname */
	if (phrase->gender == ND_EITHER && phrase->kind == ND_SOURCE_PERSON &&
		name.end - name.first > 1)
		phrase->gender = listed_gender(page, &nd_lexicon_given_names, name.first);
	return true;
}
