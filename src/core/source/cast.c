/*
 * cast.c
 *		Everybody and everything an article names.
 */
#include "source/cast.h"

#include "base/hash.h"
#include "language/lemma.h"
#include "language/tagset.h"
#include "language/word.h"

/* Figures looked at for one name, so that no text can make it slow. */
#define MOST_CANDIDATES	24

#define AGE	UINT64_C(0x4147450000000001)	/* tells ages from other traits */
#define LONGEST_OFFICE	10		/* tokens between "Secretary" and the name */

NdWordValue
nd_listed_name(const NdPage *page, NdRange name)
{
	const NdLexicon *lists[] = {
		&nd_lexicon_organisations, &nd_lexicon_countries, &nd_lexicon_capitals, &nd_lexicon_seats
	};

	for (size_t i = 0; i < sizeof(lists) / sizeof(lists[0]); i++)
	{
		uint32_t	entry = nd_page_find(page, lists[i], name);

		if (entry != UINT32_MAX)
			return nd_lexicon_value(lists[i], entry);
	}
	return (NdWordValue) {NULL, 0};
}

static uint64_t
listing_of(const NdPage *page, const NdPhrase *phrase)
{
	NdWordValue value = {NULL, 0};

	if (phrase->listed && phrase->form == ND_PHRASE_NAME)
		value = nd_listed_name(page, phrase->name);
	return value.length > 0 ? nd_hash_bytes(value.bytes, value.length) : 0;
}

/* Hash of the capitals that the words of a name begin with, in lower case. */
static uint64_t
initials_of(const NdPage *page, NdRange name)
{
	const NdDocument *document = page->document;
	char		initials[32 + ND_WORD_BYTES];
	uint32_t	length = 0;
	uint32_t	words = 0;

	for (uint32_t i = name.first; i < name.end && length < 32; i++)
		if (page->looks[i] & ND_WORD_CAPITALISED)
		{
			uint32_t	next;

			nd_decode(document->text, document->tokens[i].start, &next);
			length += nd_word_normalise(document->text.bytes + document->tokens[i].start,
										next - document->tokens[i].start, initials + length);
			words++;
		}
	return words > 1 ? nd_hash_bytes(initials, length) : 0;
}

/* Hash of all words run together: "@NorthernRail". */
static uint64_t
joined_of(const NdPage *page, NdRange name)
{
	const NdDocument *document = page->document;
	char		joined[64 + ND_WORD_BYTES];
	uint32_t	length = 0;

	for (uint32_t i = name.first; i < name.end && length < 64; i++)
		length += nd_word_normalise(document->text.bytes + document->tokens[i].start,
									document->tokens[i].end - document->tokens[i].start,
									joined + length);
	return nd_hash_bytes(joined, length);
}

void
nd_figure_trait(NdFigure *figure, uint64_t form)
{
	if (figure->n_traits < ND_MOST_TRAITS && !nd_figure_has_trait(figure, form))
		figure->traits[figure->n_traits++] = form;
}

bool
nd_figure_has_trait(const NdFigure *figure, uint64_t form)
{
	for (uint32_t i = 0; i < figure->n_traits; i++)
		if (figure->traits[i] == form)
			return true;
	return false;
}

uint64_t
nd_age_trait(const NdPage *page, uint32_t number)
{
	return page->forms[number] ^ AGE;
}

uint32_t
nd_age_number(const NdPage *page, uint32_t token)
{
	if (token < 4 || !nd_page_is(page, token, "old") || !nd_page_is(page, token - 1, "-") ||
		!nd_page_is(page, token - 2, "year") || !nd_page_is(page, token - 3, "-"))
		return ND_NONE;
	return token - 4;
}

/* "Jane Roe, 43," */
static void
note_age(const NdPage *page, NdFigure *figure, uint32_t name_end)
{
	const NdDocument *document = page->document;

	if (name_end + 2 < document->n_tokens && nd_page_is(page, name_end, ",") &&
		document->tokens[name_end + 1].tag == ND_TAG_CD &&
		(nd_page_is(page, name_end + 2, ",") || document->tokens[name_end + 2].tag == ND_TAG_STOP))
		nd_figure_trait(figure, nd_age_trait(page, name_end + 1));
}

/* Nouns of a role: all of them, since any may come back alone. */
static void
add_role(const NdPage *page, NdFigure *figure, const NdPhrase *phrase)
{
	NdRange		role = phrase->role;

	if (nd_range_empty(role))
		return;
	if (nd_range_empty(figure->role))
		figure->role = role;
	for (uint32_t i = role.first; i < role.end; i++)
	{
		bool		plural;

		if (nd_age_number(page, i) != ND_NONE)
			nd_figure_trait(figure, nd_age_trait(page, nd_age_number(page, i)));
		if (page->document->tokens[i].tag == ND_TAG_IN && figure->n_traits > 0)
			break;
		if (nd_page_noun(page, &nd_lexicon_person_nouns, i, &plural) != UINT32_MAX ||
			nd_page_noun(page, &nd_lexicon_body_nouns, i, &plural) != UINT32_MAX)
			nd_figure_trait(figure, page->forms[i]);
	}
}

static bool
grow_links(NdCast *cast)
{
	uint32_t	room = cast->link_room ? cast->link_room * 2 : 256;
	NdNameLink *links = nd_alloc_array(cast->arena, room, sizeof(NdNameLink));

	if (links == NULL)
		return false;
	for (uint32_t i = 0; i < cast->link_room; i++)
	{
		uint32_t	slot = (uint32_t) cast->links[i].word & (room - 1);

		if (cast->links[i].word == 0)
			continue;
		while (links[slot].word != 0)
			slot = (slot + 1) & (room - 1);
		links[slot] = cast->links[i];
	}
	cast->links = links;
	cast->link_room = room;
	return true;
}

/* A word that very many names share is no use for finding them. */
static bool
link_word(NdCast *cast, uint64_t word, uint32_t figure)
{
	uint32_t	seen = 0;
	uint32_t	slot;

	if (2 * (cast->n_links + 1) > cast->link_room && !grow_links(cast))
		return false;
	word |= 1;
	slot = (uint32_t) word & (cast->link_room - 1);
	while (cast->links[slot].word != 0)
	{
		if (cast->links[slot].word == word &&
			(cast->links[slot].figure == figure || ++seen == MOST_CANDIDATES))
			return true;
		slot = (slot + 1) & (cast->link_room - 1);
	}
	cast->links[slot] = (NdNameLink) {word, figure};
	cast->n_links++;
	return true;
}

static bool
link_name(NdCast *cast, uint32_t number)
{
	const NdFigure *figure = &cast->figures[number];

	for (uint32_t i = figure->phrase.name.first; i < figure->phrase.name.end; i++)
		if ((cast->page->looks[i] & ND_WORD_CAPITALISED) &&
			!link_word(cast, cast->page->forms[i], number))
			return false;
	return (figure->initials == 0 || link_word(cast, figure->initials, number)) &&
		(figure->joined == 0 || link_word(cast, figure->joined, number)) &&
		(figure->listing == 0 || link_word(cast, figure->listing, number));
}

static bool
is_part_of(const NdPage *page, NdRange part, NdRange whole)
{
	for (uint32_t i = part.first; i < part.end; i++)
	{
		bool		found = false;

		if (!(page->looks[i] & ND_WORD_LETTERS))
			continue;
		for (uint32_t k = whole.first; k < whole.end && !found; k++)
			found = page->forms[k] == page->forms[i];
		if (!found)
			return false;
	}
	return true;
}

static bool
kinds_agree(const NdFigure *figure, const NdPhrase *phrase)
{
	return figure->kind == phrase->kind || figure->kind == ND_SOURCE_UNKNOWN ||
		phrase->kind == ND_SOURCE_UNKNOWN ||
		(figure->kind != ND_SOURCE_PERSON && phrase->kind != ND_SOURCE_PERSON &&
		 figure->kind != ND_SOURCE_COUNTRY && phrase->kind != ND_SOURCE_COUNTRY);
}

static bool
genders_agree(NdGender a, NdGender b)
{
	return a == b || a == ND_EITHER || b == ND_EITHER;
}

/* How well a name fits a figure; 0: not at all. */
static unsigned
fit(const NdCast *cast, const NdFigure *figure, const NdPhrase *phrase, uint64_t listing)
{
	const NdPage *page = cast->page;
	NdRange		old = figure->phrase.name;
	NdRange		new = phrase->name;
	bool		shorter;
	bool		longer;

	if (listing != 0 || figure->listing != 0)
		return listing == figure->listing ? 4 : 0;
	if (new.end - new.first == 1 && figure->initials != 0 &&
		figure->initials == page->forms[new.first] && (page->looks[new.first] & ND_WORD_SHOUTED))
		return 3;
	if (new.end - new.first == 1 && figure->joined == page->forms[new.first])
		return 4;
	shorter = is_part_of(page, new, old);
	longer = is_part_of(page, old, new);
	if (shorter && longer)
		return kinds_agree(figure, phrase) ? 4 : 1;
	if (!genders_agree(figure->gender, phrase->gender))
		return 0;
	if (!kinds_agree(figure, phrase) || (!shorter && !longer))
		return 0;
	if (shorter && page->forms[new.end - 1] == page->forms[old.end - 1])
		return 3;
	if (longer && page->forms[new.end - 1] == page->forms[old.end - 1])
		return 3;
	if (page->forms[new.first] == page->forms[old.first])
		return 2;
	return 0;
}

/* "Roe" alone is the Roe that the text speaks of most, then the last one. */
static bool
is_better_known(const NdCast *cast, uint32_t a, uint32_t b)
{
	uint32_t	mentions_a = cast->figures[a].mentions;
	uint32_t	mentions_b = cast->figures[b].mentions;

	return mentions_a > mentions_b || (mentions_a == mentions_b && a > b);
}

static uint32_t
find_name(const NdCast *cast, const NdPhrase *phrase, uint64_t listing)
{
	uint32_t	best = ND_NONE;
	unsigned	best_fit = 0;
	uint64_t	words[3];

	if (cast->link_room == 0)
		return ND_NONE;
	words[0] = cast->page->forms[phrase->name.end - 1];
	words[1] = cast->page->forms[phrase->name.first];
	words[2] = listing != 0 ? listing : words[0];
	for (unsigned w = 0; w < 3; w++)
	{
		uint64_t	word = words[w] | 1;
		uint32_t	slot = (uint32_t) word & (cast->link_room - 1);

		for (; cast->links[slot].word != 0; slot = (slot + 1) & (cast->link_room - 1))
		{
			uint32_t	number = cast->links[slot].figure;
			unsigned	this_fit;

			if (cast->links[slot].word != word)
				continue;
			this_fit = fit(cast, &cast->figures[number], phrase, listing);
			if (this_fit > best_fit ||
				(this_fit == best_fit && this_fit > 0 && is_better_known(cast, number, best)))
			{
				best = number;
				best_fit = this_fit;
			}
		}
	}
	return best;
}

/* What of a mention is shown as one. */
static NdRange
shown_words(const NdPhrase *phrase)
{
	return phrase->form == ND_PHRASE_NAME ? phrase->name : phrase->all;
}

static uint32_t
add_figure(NdCast *cast, const NdPhrase *phrase, bool named)
{
	NdFigure   *figure;

	if (!nd_reserve(cast->arena, &cast->figures, &cast->room, cast->count + 1, sizeof(NdFigure)))
		return ND_NONE;
	figure = &cast->figures[cast->count];
	*figure = (NdFigure) {
		.phrase = *phrase, .kind = phrase->kind, .gender = phrase->gender, .named = named,
		.partner = ND_NONE, .owner = ND_NONE, .first = shown_words(phrase).first,
		.first_end = shown_words(phrase).end
	};
	return cast->count++;
}

/* The same words, of which the source's phrase shows that some are an office's. */
static bool
cuts_name(const NdFigure *figure, const NdPhrase *phrase)
{
	return phrase->kind == ND_SOURCE_PERSON && phrase->role.end == phrase->name.first &&
		phrase->role.first < figure->phrase.name.first &&
		figure->phrase.name.first < phrase->name.first &&
		figure->phrase.name.end == phrase->name.end;
}

uint32_t
nd_cast_name(NdCast *cast, const NdPhrase *phrase)
{
	uint64_t	listing = listing_of(cast->page, phrase);
	uint32_t	number = find_name(cast, phrase, listing);
	bool		renamed = false;
	bool		cut;
	NdFigure   *figure;

	if (number == ND_NONE)
	{
		number = add_figure(cast, phrase, true);
		if (number == ND_NONE)
			return ND_NONE;
		cast->figures[number].listing = listing;
		renamed = true;
	}
	figure = &cast->figures[number];
	cut = cuts_name(figure, phrase);
	if (cut)
		figure->role = (NdRange) {0, 0};
	if (cut || phrase->name.end - phrase->name.first >
		figure->phrase.name.end - figure->phrase.name.first)
	{
		figure->phrase = *phrase;
		renamed = true;
	}
	if (figure->kind == ND_SOURCE_UNKNOWN || cut)
		figure->kind = phrase->kind;
	if (figure->gender == ND_EITHER)
		figure->gender = phrase->gender;
	if (phrase->name.first < figure->first || cut)
	{
		figure->first = phrase->name.first;
		figure->first_end = phrase->name.end;
	}
	add_role(cast->page, figure, phrase);
	if (renamed)
	{
		if (figure->phrase.name.end - figure->phrase.name.first > 1)
		{
			figure->initials = initials_of(cast->page, figure->phrase.name);
			figure->joined = joined_of(cast->page, figure->phrase.name);
		}
		if (!link_name(cast, number))
			return ND_NONE;
	}
	return number;
}

uint32_t
nd_cast_nominal(NdCast *cast, const NdPhrase *phrase)
{
	uint32_t	number = add_figure(cast, phrase, false);

	if (number != ND_NONE)
		nd_figure_trait(&cast->figures[number], cast->page->forms[phrase->head]);
	return number;
}

/* Where the noun group of a name begins: adjectives and nouns before it. */
static uint32_t
group_start(const NdPage *page, uint32_t name, uint32_t sentence_first)
{
	uint32_t	at = name;

	while (at > sentence_first && name - at < 6)
	{
		uint8_t		tag = page->document->tokens[at - 1].tag;

		if (tag == ND_TAG_DT || tag == ND_TAG_PRPS)
			return at - 1;
		if (tag != ND_TAG_JJ && tag != ND_TAG_NN && tag != ND_TAG_JJS && tag != ND_TAG_HYPH &&
			tag != ND_TAG_NNP && !(tag == ND_TAG_CD && nd_page_is(page, at, "-")))
			break;
		at--;
	}
	return at;
}

/*
 * "the spokesman of the movement Jane Roe", "his wife, Jo": a noun for persons
 * before the group, whose apposition the name is.
 */
static uint32_t
apposition_start(const NdPage *page, uint32_t group, uint32_t name, uint32_t sentence_first)
{
	uint32_t	noun;
	bool		comma = group == name && group > sentence_first && nd_page_is(page, group - 1, ",");
	bool		plural;

	if (group < sentence_first + 2 ||
		(!comma && (group == name || page->document->tokens[group - 1].tag != ND_TAG_IN)))
		return group;
	noun = group - 2;
	if (nd_page_noun(page, &nd_lexicon_person_nouns, noun, &plural) == UINT32_MAX || plural ||
		(page->looks[noun] & ND_WORD_CAPITALISED))
		return group;
	return group_start(page, noun, sentence_first);
}

/* How far an addition after a comma goes. */
static uint32_t
group_end(const NdPage *page, uint32_t name_end, uint32_t sentence_end)
{
	uint32_t	at = name_end;

	if (at + 1 >= sentence_end || !nd_page_is(page, at, ","))
		return name_end;
	for (at++; at < sentence_end && at - name_end < 16; at++)
		if (nd_page_is(page, at, ",") || page->document->tokens[at].tag == ND_TAG_STOP ||
			page->document->tokens[at].tag == ND_TAG_VBD || page->document->tokens[at].tag == ND_TAG_VBZ)
			break;
	return at;
}

static bool
is_only_adjective(const NdPage *page, NdRange run)
{
	return nd_page_find(page, &nd_lexicon_demonyms, run) != UINT32_MAX;
}

/* "Secretary of State Jane Roe": the name begins after the title's end. */
static uint32_t
after_title_of(const NdPage *page, uint32_t token, uint32_t end)
{
	if (token < 2 || !nd_page_is(page, token - 1, "of") ||
		!nd_page_has(page, &nd_lexicon_person_nouns, token - 2))
		return token;
	for (uint32_t i = token + 1; i + 1 < end; i++)
		if (nd_page_has(page, &nd_lexicon_given_names, i))
			return i;
	return token;
}

/* "the Biden administration": the name belongs to a noun after it. */
static bool
is_modifier(const NdPage *page, uint32_t end, uint32_t sentence_end)
{
	return end < sentence_end && !(page->looks[end] & ND_WORD_CAPITALISED) &&
		(page->document->tokens[end].tag == ND_TAG_NN || page->document->tokens[end].tag == ND_TAG_NNS);
}

/* A people's or a state's adjective counts for the state. */
static void
count_demonym(NdCast *cast, NdRange run)
{
	uint32_t	entry = nd_page_find(cast->page, &nd_lexicon_demonyms, run);
	NdWordValue value = nd_lexicon_value(&nd_lexicon_demonyms, entry);
	uint64_t	word = nd_hash_bytes(value.bytes, value.length) | 1;

	if (cast->link_room == 0)
		return;
	for (uint32_t slot = (uint32_t) word & (cast->link_room - 1); cast->links[slot].word != 0;
		 slot = (slot + 1) & (cast->link_room - 1))
		if (cast->links[slot].word == word)
		{
			cast->figures[cast->links[slot].figure].mentions++;
			return;
		}
}

/* "Secretary of State Jane Roe", met at "Secretary" */
static bool
names_after_title(const NdPage *page, const NdPhrase *phrase, uint32_t token, uint32_t end)
{
	return end < page->document->n_tokens && page->document->tokens[end].tag == ND_TAG_IN && phrase->role.first <= token &&
		phrase->role.end == phrase->name.first && phrase->name.first < end + LONGEST_OFFICE;
}

/* "in Norvik, the police said": what begins a source is no apposition. */
static uint32_t
before_source(const NdPage *page, NdRange range)
{
	while (range.first < range.end && !(page->looks[range.first] & ND_WORD_BEGINS_SOURCE))
		range.first++;
	return range.first;
}

/* Reads the name that begins at a token, with its role; returns its end. */
static uint32_t
scan_name(NdCast *cast, const NdSentence *sentence, uint32_t token, bool *done)
{
	const NdPage *page = cast->page;
	uint32_t	sentence_end = sentence->first_token + sentence->tokens;
	uint32_t	end = nd_name_end(page, token, sentence_end);
	NdRange		group;
	NdPhrase	phrase;
	uint32_t	figure;

	*done = true;
	if (end == token)
		return token + 1;
	token = after_title_of(page, token, end);
	group.first = group_start(page, token, sentence->first_token);
	group.first = apposition_start(page, group.first, token, sentence->first_token);
	group.end = group_end(page, end, sentence_end);
	if (group.end == end)
		group.end = sentence_end < end + LONGEST_OFFICE + 2 ? sentence_end : end + LONGEST_OFFICE + 2;
	group.end = before_source(page, (NdRange) {end, group.end});
	if (is_only_adjective(page, (NdRange) {token, end}))
	{
		count_demonym(cast, (NdRange) {token, end});
		return end;
	}
	nd_read_phrase(page, group, &phrase);
	if (phrase.form == ND_PHRASE_NOMINAL && phrase.head < end && phrase.head >= token &&
		nd_page_has(page, &nd_lexicon_person_nouns, phrase.head))
		return end;
	if (phrase.form != ND_PHRASE_NAME || phrase.name.first < token ||
		(phrase.name.first >= end && !names_after_title(page, &phrase, token, end)))
	{
		bool		marked = token > 0 && nd_page_is(page, token - 1, "the") &&
			!is_modifier(page, end, sentence_end);

		if (!nd_read_name(page, (NdRange) {token, end}, marked, &phrase))
			return end;
	}
	if (phrase.name.end > end)
		end = phrase.name.end;
	figure = nd_cast_name(cast, &phrase);
	*done = figure != ND_NONE &&
		nd_reserve(cast->arena, &cast->mentions, &cast->mention_room, cast->n_mentions + 1,
				   sizeof(NdMention));
	if (*done)
	{
		cast->figures[figure].mentions++;
		note_age(page, &cast->figures[figure], end);
		cast->mentions[cast->n_mentions++] = (NdMention) {phrase.name.first, end, figure};
	}
	return end;
}

bool
nd_cast_open(NdArena *arena, const NdPage *page, NdCast *cast)
{
	const NdDocument *document = page->document;

	*cast = (NdCast) {.arena = arena, .page = page};
	for (uint32_t s = 0; s < document->n_sentences; s++)
	{
		const NdSentence *sentence = &document->sentences[s];
		uint32_t	end = sentence->first_token + sentence->tokens;

		if (!nd_poll(arena->context))
			return false;
		for (uint32_t i = sentence->first_token; i < end;)
		{
			bool		done = true;

			if (nd_is_name_word(page, i))
				i = scan_name(cast, sentence, i, &done);
			else
				i++;
			if (!done)
				return false;
		}
	}
	return true;
}
