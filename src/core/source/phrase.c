/*
 * phrase.c
 *		What a noun phrase says about whom it speaks of.
 *
 * It is read from its words, with little help of the parser: "State Department
 * spokesman Matthew Miller", "Their chairman, Tobias Reeve", "the office of the
 * mayor". What stands before the first comma is one part, the first addition
 * another; the part that is a name names the source, the other tells its role.
 */
#include "source/phrase.h"

#include "language/tagset.h"

#define LONGEST_PHRASE	64

/* A part of a phrase: article, noun group, what follows it. */
typedef struct Part
{
	NdRange		all;
	NdRange		base;			/* the noun group without article and number */
	bool		definite;
	bool		article;		/* "the" stands right before the base */
	NdReach		possessor;		/* "his", "their"; ND_REACH_NOBODY */
	NdRange		owner;			/* "Netanyahu" of "Netanyahu's office" */
	NdPhrase	name;			/* form NOTHING when the base is no name */
} Part;

static uint8_t
tag_of(const NdPage *page, uint32_t token)
{
	return page->document->tokens[token].tag;
}

static bool
has_text(const NdPage *page, uint32_t token)
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

static bool
is_possessive(const NdPage *page, uint32_t token)
{
	return tag_of(page, token) == ND_TAG_POS || nd_page_is(page, token, "'s");
}

static NdRange
trim(const NdPage *page, NdRange range)
{
	if (range.end - range.first > LONGEST_PHRASE)
		range.end = range.first + LONGEST_PHRASE;
	while (!nd_range_empty(range) && !has_text(page, range.first))
		range.first++;
	while (!nd_range_empty(range) &&
		   (!has_text(page, range.end - 1) || is_possessive(page, range.end - 1) ||
			nd_page_has(page, &nd_lexicon_day_words, range.end - 1) ||
			nd_page_has(page, &nd_lexicon_weekdays, range.end - 1)))
		range.end--;
	return range;
}

static NdReach
reach_of(const NdPage *page, uint32_t token)
{
	static const struct
	{
		const char *word;
		NdReach		reach;
	}			reaches[] = {
		{"m", ND_REACH_MAN}, {"f", ND_REACH_WOMAN}, {"thing", ND_REACH_THING},
		{"many", ND_REACH_MANY}, {"self", ND_REACH_SELF}, {"us", ND_REACH_US},
		{"you", ND_REACH_YOU}, {"who", ND_REACH_BEFORE}
	};
	uint32_t	entry = nd_page_find(page, &nd_lexicon_pronouns, (NdRange) {token, token + 1});

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
read_front(const NdPage *page, Part *part)
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
			part->possessor = reach_of(page, at);
			part->definite = true;
		}
		else if (entry != UINT32_MAX)
		{
			part->article = nd_page_is(page, at, "the");
			part->definite = part->definite ||
				nd_value_is(nd_lexicon_value(&nd_lexicon_determiners, entry), "definite");
		}
		else if (!(tag_of(page, at) == ND_TAG_CD && !(page->looks[at] & ND_WORD_LETTERS)) &&
				 has_text(page, at))
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

static bool
is_body_noun(const NdPage *page, uint32_t token)
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
		!(is_body_noun(page, run.end - 1) || (count == 1 && article)))
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
heed_word_before(const NdPage *page, const Part *part, uint32_t name, NdPhrase *phrase)
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

static bool
is_person_noun(const NdPage *page, uint32_t token)
{
	return nd_page_has(page, &nd_lexicon_person_nouns, token) ||
		nd_page_has(page, &nd_lexicon_titles, token);
}

/* "The President", "Hamas Officials": capitals, but no name. */
static bool
calls_by_noun(const NdPage *page, NdRange run)
{
	bool		plural;

	if (nd_page_noun(page, &nd_lexicon_person_nouns, run.end - 1, &plural) == UINT32_MAX &&
		!is_person_noun(page, run.end - 1))
		return false;
	return plural || run.end - run.first == 1 ||
		!nd_page_has(page, &nd_lexicon_given_names, run.end - 2);
}

static void
read_name_part(const NdPage *page, Part *part)
{
	NdRange		run = trailing_name(page, part->base);
	bool		marked;

	if (nd_page_find(page, &nd_lexicon_seats, part->base) != UINT32_MAX)
		run = part->base;
	if (nd_range_empty(run) || calls_by_noun(page, run))
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

/* "Secretary of State Antony Blinken": the name follows a title with "of". */
static void
read_name_after_title(const NdPage *page, Part *part)
{
	uint32_t	first = part->base.end + 1;
	uint32_t	end;

	if (part->name.form != ND_PHRASE_NOTHING || nd_range_empty(part->base) ||
		first >= part->all.end || !nd_page_is(page, first - 1, "of") ||
		!is_person_noun(page, part->base.end - 1))
		return;
	end = nd_name_end(page, first, part->all.end);
	for (uint32_t i = first + 1; i + 1 < end; i++)
		if (nd_page_has(page, &nd_lexicon_given_names, i) &&
			nd_read_name(page, (NdRange) {i, end}, false, &part->name))
		{
			part->name.kind = ND_SOURCE_PERSON;
			part->name.role = (NdRange) {part->base.first, i};
			return;
		}
}

static void
read_part(const NdPage *page, NdRange range, Part *part)
{
	uint32_t	at;
	uint32_t	possessive = UINT32_MAX;

	*part = (Part) {.all = range};
	read_front(page, part);
	for (at = part->base.first; at < range.end; at++)
	{
		if (at > part->base.first && ends_base(page, at) && !nd_page_is(page, at, "-"))
			break;
		if (is_possessive(page, at) && at + 1 < range.end)
			possessive = at;
	}
	part->base.end = at;
	if (possessive != UINT32_MAX && possessive > part->base.first && possessive + 1 < part->base.end)
	{
		bool		name = nd_is_name_word(page, part->base.end - 1) &&
			is_body_noun(page, part->base.end - 1);

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

/* A dash with space around it. */
static bool
is_dash(const NdPage *page, uint32_t token)
{
	const NdDocument *document = page->document;

	return document->tokens[token].space_before && token + 1 < document->n_tokens &&
		document->tokens[token + 1].space_before &&
		!(page->looks[token] & ND_WORD_LETTERS) && !has_text(page, token) &&
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
judge_noun(const NdPage *page, const Part *part, NdPhrase *phrase)
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
follows_loosely(const NdPage *page, const Part *part, NdSourceKind kind)
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
find_owner_after(const NdPage *page, const Part *part, NdPhrase *phrase)
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
set_nominal(const NdPage *page, const Part *part, NdPhrase *phrase)
{
	phrase->form = ND_PHRASE_NOMINAL;
	phrase->definite = part->definite;
	phrase->reach = part->possessor;
	phrase->owner = part->owner;
	phrase->head = part->base.end > part->base.first ? part->base.end - 1 : part->all.end - 1;
	while (phrase->head > part->base.first && !has_text(page, phrase->head))
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
set_name(const NdPage *page, const Part *named, const Part *other, NdPhrase *phrase)
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
tells_role(const NdPage *page, const Part *part)
{
	uint8_t		tag = tag_of(page, part->all.first);
	bool		plural;

	if (nd_range_empty(part->base) || !has_text(page, part->base.first))
		return false;
	if (tag == ND_TAG_WP || tag == ND_TAG_WDT || tag == ND_TAG_CD || tag == ND_TAG_IN ||
		tag == ND_TAG_VBG || tag == ND_TAG_VBD || tag == ND_TAG_VBN || tag == ND_TAG_CC)
		return false;
	if (part->name.form != ND_PHRASE_NOTHING)
		return tag == ND_TAG_DT || tag == ND_TAG_PRPS;
	return nd_page_noun(page, &nd_lexicon_person_nouns, part->base.end - 1, &plural) == UINT32_MAX ?
		is_person_noun(page, part->base.end - 1) || is_body_noun(page, part->base.end - 1) : !plural;
}

/* A bare name that a role before the comma belongs to. */
static bool
is_bare_name(const Part *part)
{
	return part->name.form == ND_PHRASE_NAME && part->possessor == ND_REACH_NOBODY &&
		(part->name.role.first >= part->name.role.end || part->name.kind == ND_SOURCE_PERSON);
}

static void
read_words(const NdPage *page, NdRange range, NdPhrase *phrase)
{
	Part		first;
	Part		second = {.name = {.form = ND_PHRASE_NOTHING}};
	uint32_t	end = part_end(page, range);
	bool		addition = end + 1 < range.end;
	bool		plural;

	read_part(page, (NdRange) {range.first, end}, &first);
	if (addition)
	{
		NdRange		rest = {end + 1, range.end};

		rest.end = part_end(page, rest);
		if (nd_range_empty(rest))
			addition = false;
		else
			read_part(page, rest, &second);
	}
	if (first.name.form == ND_PHRASE_NAME)
	{
		bool		role = addition && tells_role(page, &second) &&
			!(first.name.kind != ND_SOURCE_UNKNOWN && first.name.kind != ND_SOURCE_PERSON &&
			  is_person_noun(page, second.base.end - 1));

		set_name(page, &first, role ? &second : NULL, phrase);
		if (role && !phrase->listed && second.base.end > second.base.first &&
			(is_person_noun(page, second.base.end - 1)))
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
	if (range.end - range.first == 1)
		phrase->reach = reach_of(page, range.first);
	if (phrase->reach != ND_REACH_NOBODY)
	{
		phrase->form = ND_PHRASE_PRONOUN;
		phrase->plural = phrase->reach == ND_REACH_MANY;
		return;
	}
	read_words(page, range, phrase);
}
