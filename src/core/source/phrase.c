/*
 * phrase.c
 *		What a noun phrase says about whom it speaks of.
 *
 * It is read from its words, with little help of the parser: "State Department
 * spokesman Matthew Miller", "Their chairman, Tobias Reeve", "the office of the
 * mayor". What stands before the first comma is one part, the first addition
 * another; the part that is a name names the source, the other tells its role.
 */
#include "source/part.h"

#include "language/tagset.h"

#define LONGEST_PHRASE	64

static uint8_t
tag_of(const NdPage *page, uint32_t token)
{
	return page->document->tokens[token].tag;
}

/* A word of time or manner that belongs to the verb: "the mayor also". */
static bool
is_adverbial(const NdPage *page, NdRange range)
{
	uint32_t	last = range.end - 1;

	return nd_page_has(page, &nd_lexicon_day_words, last) ||
		nd_page_has(page, &nd_lexicon_weekdays, last) ||
		(last > range.first && !(page->looks[last] & ND_WORD_CAPITALISED) &&
		 (tag_of(page, last) == ND_TAG_RB || tag_of(page, last) == ND_TAG_RBR) &&
		 (tag_of(page, last - 1) < ND_TAG_VB || tag_of(page, last - 1) > ND_TAG_VBZ));
}

/* "last night", "this week" */
static bool
is_time(const NdPage *page, NdRange range)
{
	return range.end - range.first > 2 && nd_page_has(page, &nd_lexicon_day_parts, range.end - 1) &&
		(nd_page_is(page, range.end - 2, "last") || nd_page_is(page, range.end - 2, "this"));
}

static NdRange
trim(const NdPage *page, NdRange range)
{
	if (range.end - range.first > LONGEST_PHRASE)
		range.end = range.first + LONGEST_PHRASE;
	while (!nd_range_empty(range) && !nd_part_has_text(page, range.first))
		range.first++;
	/* "Earlier the mayor" */
	while (range.first + 1 < range.end && tag_of(page, range.first + 1) == ND_TAG_DT &&
		   (tag_of(page, range.first) == ND_TAG_RB || tag_of(page, range.first) == ND_TAG_RBR))
		range.first++;
	while (!nd_range_empty(range))
		if (is_time(page, range))
			range.end -= 2;
		else if (!nd_part_has_text(page, range.end - 1) || nd_part_is_possessive(page, range.end - 1) ||
				 is_adverbial(page, range))
			range.end--;
		else
			break;
	return range;
}

/* A dash with space around it. */
static bool
is_dash(const NdPage *page, uint32_t token)
{
	const NdDocument *document = page->document;

	return document->tokens[token].space_before && token + 1 < document->n_tokens &&
		document->tokens[token + 1].space_before &&
		!(page->looks[token] & ND_WORD_LETTERS) && !nd_part_has_text(page, token) &&
		!nd_page_is(page, token, "&");
}

/* The end of the part that begins here: a comma, a bracket or a dash. */
static uint32_t
part_end(const NdPage *page, NdRange range)
{
	uint32_t	at = range.first;

	while (at < range.end && tag_of(page, at) != ND_TAG_COMMA && !nd_page_is(page, at, ",") &&
		   !nd_page_is(page, at, "(") && !nd_page_is(page, at, ":") && !is_dash(page, at))
		at++;
	return at;
}

/* "local radio station" */
static bool
has_media_word(const NdPage *page, NdRange base)
{
	for (uint32_t i = base.first; i + 1 < base.end; i++)
	{
		uint32_t	entry = nd_page_find(page, &nd_lexicon_body_nouns, (NdRange) {i, i + 1});

		if (entry != UINT32_MAX &&
			nd_value_is(nd_lexicon_value(&nd_lexicon_body_nouns, entry), "media"))
			return true;
	}
	return false;
}

/* Of a nominal: kind and number by its noun. */
static void
judge_noun(const NdPage *page, const NdPart *part, NdPhrase *phrase)
{
	bool		plural = false;
	uint32_t	entry = nd_page_noun(page, &nd_lexicon_person_nouns, phrase->head, &plural);
	NdWordValue value;

	if (entry != UINT32_MAX)
	{
		value = nd_lexicon_value(&nd_lexicon_person_nouns, entry);
		phrase->listed = true;
		phrase->plural = plural || (value.length > 4 && value.bytes[value.length - 1] == 'd');
		phrase->office = value.length > 2 && value.bytes[value.length - 1] == 'e' && !phrase->plural;
		phrase->gender = value.bytes[0] == 'm' ? ND_MALE : value.bytes[0] == 'f' ? ND_FEMALE : ND_EITHER;
		phrase->kind = phrase->office && phrase->definite ? ND_SOURCE_PERSON : ND_SOURCE_ANONYMOUS;
		return;
	}
	entry = nd_page_noun(page, &nd_lexicon_body_nouns, phrase->head, &plural);
	if (entry != UINT32_MAX)
	{
		value = nd_lexicon_value(&nd_lexicon_body_nouns, entry);
		phrase->listed = true;
		phrase->plural = plural;
		phrase->kind = nd_value_is(value, "media") || has_media_word(page, part->base) ?
			ND_SOURCE_MEDIA :
			nd_value_is(value, "document") ? ND_SOURCE_DOCUMENT : ND_SOURCE_ORGANISATION;
		if (!nd_value_is(value, "country"))
			return;
		for (uint32_t i = part->base.first; i < phrase->head; i++)
			if (nd_page_has(page, &nd_lexicon_demonyms, i) || nd_page_has(page, &nd_lexicon_countries, i))
				phrase->owner = (NdRange) {i, i + 1};
		phrase->kind = ND_SOURCE_COUNTRY;
		return;
	}
	phrase->plural = tag_of(page, phrase->head) == ND_TAG_NNS || tag_of(page, phrase->head) == ND_TAG_NNPS;
	phrase->kind = ND_SOURCE_ANONYMOUS;
}

/* Whether what follows the noun is no part of how the source is listed. */
static bool
follows_loosely(const NdPage *page, const NdPart *part, NdSourceKind kind)
{
	uint32_t	next = part->base.end;
	uint8_t		tag = tag_of(page, next);

	if (kind == ND_SOURCE_ANONYMOUS)
		return nd_page_is(page, next, "on") || nd_page_is(page, next, "in") ||
			nd_page_is(page, next, "at");
	return tag == ND_TAG_VBN || tag == ND_TAG_VBG || tag == ND_TAG_WDT || tag == ND_TAG_WP;
}

/* "the office of Prime Minister Jane Roe" */
static void
find_owner_after(const NdPage *page, const NdPart *part, NdPhrase *phrase)
{
	uint32_t	first = part->base.end + 1;
	uint32_t	end = first;
	NdPhrase	owner;

	if (first >= part->all.end || !nd_page_is(page, first - 1, "of"))
		return;
	while (end < part->all.end && end - first < 10 && tag_of(page, end) != ND_TAG_IN)
		end++;
	while (first + 1 < end && nd_page_has(page, &nd_lexicon_demonyms, first))
		first++;
	if (nd_read_name(page, (NdRange) {first, nd_name_end(page, first, end)}, false, &owner) &&
		owner.kind == ND_SOURCE_PERSON)
		phrase->owner = (NdRange) {first, owner.name.end};
}

static void
set_nominal(const NdPage *page, const NdPart *part, NdPhrase *phrase)
{
	phrase->form = ND_PHRASE_NOMINAL;
	phrase->definite = part->definite;
	phrase->reach = part->possessor;
	phrase->owner = part->owner;
	phrase->head = part->base.end > part->base.first ? part->base.end - 1 : part->all.end - 1;
	while (phrase->head > part->base.first && !nd_part_has_text(page, phrase->head))
		phrase->head--;
	judge_noun(page, part, phrase);
	phrase->words = (NdRange) {part->base.first, part->all.end};
	if (!nd_range_empty(part->owner))
		phrase->words.first = part->owner.first;
	phrase->noun = part->base;
	if (part->base.end < part->all.end && follows_loosely(page, part, phrase->kind))
		phrase->words.end = part->base.end;
	if (phrase->kind == ND_SOURCE_ORGANISATION && nd_range_empty(phrase->owner))
		find_owner_after(page, part, phrase);
}

/* "Dr", which says less than what follows the name. */
static bool
is_only_title(const NdPage *page, NdRange role)
{
	for (uint32_t i = role.first; i < role.end; i++)
		if (nd_page_abbreviation(page, &nd_lexicon_titles, i) == UINT32_MAX)
			return false;
	return true;
}

static void
set_name(const NdPage *page, const NdPart *named, const NdPart *other, NdPhrase *phrase)
{
	NdRange		all = phrase->all;

	*phrase = named->name;
	phrase->all = all;
	phrase->definite = true;
	phrase->reach = named->possessor;
	if (other && is_only_title(page, phrase->role))
	{
		phrase->role = other->all;
		phrase->role.first = other->possessor != ND_REACH_NOBODY || nd_range_empty(other->owner) ?
			other->base.first : other->owner.first;
		if (other->possessor != ND_REACH_NOBODY)
			phrase->reach = other->possessor;
	}
}

/* Whether a part can tell the role of a name: "the chief negotiator". */
static bool
tells_role(const NdPage *page, const NdPart *part)
{
	uint8_t		tag = tag_of(page, part->all.first);
	bool		plural;

	if (nd_range_empty(part->base) || !nd_part_has_text(page, part->base.first))
		return false;
	if (tag == ND_TAG_WP || tag == ND_TAG_WDT || tag == ND_TAG_CD || tag == ND_TAG_IN ||
		tag == ND_TAG_VBG || tag == ND_TAG_VBD || tag == ND_TAG_VBN || tag == ND_TAG_CC)
		return false;
	if (part->name.form != ND_PHRASE_NOTHING)
		return tag == ND_TAG_DT || tag == ND_TAG_PRPS;
	return nd_page_noun(page, &nd_lexicon_person_nouns, part->base.end - 1, &plural) == UINT32_MAX ?
		nd_is_person_noun(page, part->base.end - 1) || nd_is_body_noun(page, part->base.end - 1) : !plural;
}

/* A bare name that a role before the comma belongs to. */
static bool
is_bare_name(const NdPart *part)
{
	return part->name.form == ND_PHRASE_NAME && part->possessor == ND_REACH_NOBODY &&
		(part->name.role.first >= part->name.role.end || part->name.kind == ND_SOURCE_PERSON);
}

static void
read_words(const NdPage *page, NdRange range, NdPhrase *phrase)
{
	NdPart		first;
	NdPart		second = {.name = {.form = ND_PHRASE_NOTHING}};
	uint32_t	end = part_end(page, range);
	bool		addition = end + 1 < range.end;
	bool		plural;

	nd_read_part(page, (NdRange) {range.first, end}, &first);
	if (addition)
	{
		NdRange		rest = {end + 1, range.end};

		rest.end = part_end(page, rest);
		if (nd_range_empty(rest))
			addition = false;
		else
			nd_read_part(page, rest, &second);
	}
	if (first.name.form == ND_PHRASE_NAME)
	{
		bool		role = addition && tells_role(page, &second) &&
			!(first.name.kind != ND_SOURCE_UNKNOWN && first.name.kind != ND_SOURCE_PERSON &&
			  nd_is_person_noun(page, second.base.end - 1));

		set_name(page, &first, role ? &second : NULL, phrase);
		if (role && !phrase->listed && second.base.end > second.base.first &&
			(nd_is_person_noun(page, second.base.end - 1)))
			phrase->kind = ND_SOURCE_PERSON;
		return;
	}
	set_nominal(page, &first, phrase);
	if (!addition || !is_bare_name(&second) || phrase->plural)
		return;
	if (nd_page_noun(page, &nd_lexicon_person_nouns, phrase->head, &plural) != UINT32_MAX)
	{
		NdGender	gender = phrase->gender;

		set_name(page, &second, &first, phrase);
		phrase->kind = ND_SOURCE_PERSON;
		if (gender != ND_EITHER)
			phrase->gender = gender;
	}
	else if (second.name.kind == ND_SOURCE_PERSON && second.name.name.end - second.name.name.first > 1 &&
			 (tag_of(page, phrase->head) == ND_TAG_NN || nd_page_is(page, phrase->words.first, "one")) &&
			 nd_page_noun(page, &nd_lexicon_body_nouns, phrase->head, &plural) == UINT32_MAX)
		set_name(page, &second, &first, phrase);
	else if (nd_page_noun(page, &nd_lexicon_body_nouns, phrase->head, &plural) != UINT32_MAX)
	{
		NdSourceKind kind = phrase->kind;

		set_name(page, &second, &first, phrase);
		if (!phrase->listed)
			phrase->kind = kind;
	}
}

void
nd_read_phrase(const NdPage *page, NdRange range, NdPhrase *phrase)
{
	*phrase = (NdPhrase) {.form = ND_PHRASE_NOTHING};
	range = trim(page, range);
	phrase->all = range;
	if (nd_range_empty(range))
		return;
	phrase->reach = nd_reach_of(page, range);
	if (phrase->reach != ND_REACH_NOBODY)
	{
		phrase->form = ND_PHRASE_PRONOUN;
		phrase->plural = phrase->reach == ND_REACH_MANY;
		return;
	}
	read_words(page, range, phrase);
}
