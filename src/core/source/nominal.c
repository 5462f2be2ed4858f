/*
 * nominal.c
 *		Whom "the spokesman", "the company" or "a former adviser" is.
 */
#include "source/refer.h"

#include "base/hash.h"
#include "language/tagset.h"

#define MOST_FIGURES	400		/* looked through for one nominal */

/* Nouns by which news comes back to somebody it has named. */
static bool
comes_back(const NdPage *page, const NdPhrase *phrase)
{
	bool		plural;

	return nd_page_noun(page, &nd_lexicon_returning_nouns, phrase->head, &plural) != UINT32_MAX &&
		!plural;
}

static bool
is_age(const NdPage *page, uint32_t token)
{
	return nd_age_number(page, token) != ND_NONE;
}

typedef struct Wanted
{
	const NdPage *page;
	const NdPhrase *phrase;
	bool		by_noun;		/* a noun of the name or role must agree */
	uint64_t	kindred;		/* or be of this class; 0: of none */
	uint64_t	age;			/* or have this age; 0: any */
} Wanted;

static bool
genders_agree(NdGender a, NdGender b)
{
	return a == b || a == ND_EITHER || b == ND_EITHER;
}

static bool
is_person_phrase(const NdPage *page, const NdPhrase *phrase)
{
	bool		plural;

	return nd_page_noun(page, &nd_lexicon_person_nouns, phrase->head, &plural) != UINT32_MAX ||
		is_age(page, phrase->head);
}

/* "Tunisia's coach" is nobody else's coach. */
static bool
is_role_of(const Wanted *wanted, const NdFigure *figure)
{
	const NdPage *page = wanted->page;
	NdRange		role = nd_range_empty(figure->role) ? figure->phrase.all : figure->role;

	for (uint32_t i = role.first; i < role.end; i++)
		if (page->forms[i] == page->forms[wanted->phrase->owner.end - 1])
			return true;
	return false;
}

static bool
kind_fits(const NdFigure *figure, const Wanted *wanted)
{
	NdSourceKind kind = wanted->phrase->kind;

	if (figure->partner != ND_NONE)
		return false;
	if (!nd_range_empty(wanted->phrase->owner) && !is_role_of(wanted, figure))
		return false;
	if (is_person_phrase(wanted->page, wanted->phrase))
		return !wanted->phrase->plural && !figure->phrase.plural &&
			genders_agree(figure->gender, wanted->phrase->gender) &&
			(figure->kind == ND_SOURCE_PERSON ||
			 (!figure->named && figure->kind == ND_SOURCE_ANONYMOUS));
	if (kind == ND_SOURCE_DOCUMENT || kind == ND_SOURCE_MEDIA)
		return figure->kind == ND_SOURCE_DOCUMENT || figure->kind == ND_SOURCE_MEDIA ||
			(kind == ND_SOURCE_MEDIA && (figure->guessed || figure->phrase.marked) &&
			 figure->kind == ND_SOURCE_ORGANISATION);
	if (kind == ND_SOURCE_ANONYMOUS)
		return !figure->named && figure->kind == kind &&
			figure->phrase.plural == wanted->phrase->plural;
	/* a state is no group, agency or company */
	if (figure->kind == ND_SOURCE_COUNTRY)
		return kind != ND_SOURCE_ORGANISATION;
	return figure->kind == ND_SOURCE_ORGANISATION ||
		(figure->kind == ND_SOURCE_UNKNOWN && figure->named);
}

/* A name that never speaks and that nothing tells to be a body. */
static bool
is_place(const NdFigure *figure)
{
	return figure->kind == ND_SOURCE_UNKNOWN && !figure->spoke && figure->n_traits == 0 &&
		figure->mentions < 2;
}

/* "the council" is Marlford Borough Council, "the channel" Channel Six. */
static bool
is_called(const NdPage *page, const NdFigure *figure, uint64_t noun)
{
	NdRange		name = figure->phrase.name;
	uint32_t	end = name.first;
	bool		plural;

	while (end < name.end && (page->looks[end] & ND_WORD_CAPITALISED))
		end++;
	if (end == name.first)
		return false;
	if (page->forms[end - 1] == noun)
		return true;
	return page->forms[name.first] == noun &&
		nd_page_noun(page, &nd_lexicon_body_nouns, end - 1, &plural) == UINT32_MAX;
}

/* The class of a noun in kindred_nouns.txt, or 0. */
static uint64_t
class_of(const NdPage *page, uint32_t token)
{
	uint32_t	entry = nd_page_find(page, &nd_lexicon_kindred_nouns, (NdRange) {token, token + 1});
	NdWordValue value;

	if (entry == UINT32_MAX)
		return 0;
	value = nd_lexicon_value(&nd_lexicon_kindred_nouns, entry);
	return nd_hash_bytes(value.bytes, value.length) | 1;
}

/* "the military" is the army, "the force" the police. */
static bool
is_kindred(const Wanted *wanted, const NdFigure *figure)
{
	const NdPage *page = wanted->page;
	NdRange		words = figure->named ? figure->phrase.name : figure->phrase.noun;

	if (!nd_range_empty(words) && figure->kind != ND_SOURCE_PERSON &&
		class_of(page, words.end - 1) == wanted->kindred)
		return true;
	for (uint32_t i = figure->role.first; i < figure->role.end; i++)
		if (class_of(page, i) == wanted->kindred)
			return true;
	return false;
}

static bool
has_form(const NdPage *page, NdRange words, uint64_t form)
{
	for (uint32_t i = words.first; i < words.end; i++)
		if (page->forms[i] == form)
			return true;
	return false;
}

/* "the health ministry" is no Ministry of Transport. */
static bool
has_nouns_of(const Wanted *wanted, const NdFigure *figure)
{
	const NdPage *page = wanted->page;
	const NdPhrase *phrase = wanted->phrase;

	if (phrase->kind != ND_SOURCE_ORGANISATION || figure->kind != ND_SOURCE_ORGANISATION)
		return true;
	for (uint32_t i = phrase->noun.first; i < phrase->head; i++)
		if (page->document->tokens[i].tag == ND_TAG_NN &&
			!has_form(page, figure->phrase.all, page->forms[i]) &&
			!has_form(page, figure->role, page->forms[i]))
			return false;
	return true;
}

static bool
fits(const NdFigure *figure, const void *what)
{
	const Wanted *wanted = what;
	uint64_t	noun = wanted->page->forms[wanted->phrase->head];

	if (!kind_fits(figure, wanted))
		return false;
	if (wanted->age != 0)
		return nd_figure_has_trait(figure, wanted->age);
	if (!wanted->by_noun)
		return (figure->named && !is_place(figure)) || figure->kind == ND_SOURCE_DOCUMENT ||
			figure->kind == ND_SOURCE_MEDIA;
	if (wanted->kindred != 0)
		return is_kindred(wanted, figure);
	if (!has_nouns_of(wanted, figure))
		return false;
	return nd_figure_has_trait(figure, noun) ||
		(figure->named && figure->kind != ND_SOURCE_PERSON &&
		 is_called(wanted->page, figure, noun));
}

/* The nearest figure before the phrase, else the first one after it. */
static uint32_t
find_by_noun(const NdReferrer *referrer, const NdPhrase *phrase)
{
	const NdCast *cast = referrer->cast;
	Wanted		wanted = {referrer->page, phrase, true, 0, 0};
	uint32_t	found = nd_refer_back(referrer, phrase->all.first, ND_NONE, fits, &wanted);
	uint32_t	before = ND_NONE;

	if (found != ND_NONE)
		return found;
	for (uint32_t i = 0; i < cast->count && i < MOST_FIGURES; i++)
	{
		const NdFigure *figure = &cast->figures[i];

		if (!fits(figure, &wanted))
			continue;
		if (figure->first < phrase->all.first)
			before = i;
		else if (found == ND_NONE)
			found = i;
	}
	return before != ND_NONE ? before : found;
}

/*
 * Delayed naming: "The mayor asked for patience. 'We are close,' said Jane
 * Roe." The next speaker with a bare new name is the one.
 */
/* "Jane Roe" or "Dr Jane Roe": a name without a role, first met here. */
static uint32_t
bare_new_name(const NdReferrer *referrer, const NdPhrase *name, const NdPhrase *phrase)
{
	const NdCast *cast = referrer->cast;
	uint32_t	figure;

	if (name->form != ND_PHRASE_NAME || name->all.first < phrase->all.end ||
		name->name.end - name->name.first < 2 || name->listed ||
		name->kind == ND_SOURCE_ORGANISATION || name->kind == ND_SOURCE_MEDIA ||
		!genders_agree(name->gender, phrase->gender))
		return ND_NONE;
	for (uint32_t i = name->role.first; i < name->role.end; i++)
		if (!nd_page_has(referrer->page, &nd_lexicon_titles, i))
			return ND_NONE;
	figure = nd_cast_name(referrer->cast, name);
	if (figure == ND_NONE || cast->figures[figure].first < phrase->all.end ||
		cast->figures[figure].n_traits > 0 || cast->figures[figure].kind == ND_SOURCE_ORGANISATION)
		return ND_NONE;
	return figure;
}

static uint32_t
find_named_later(const NdReferrer *referrer, uint32_t claim, const NdPhrase *phrase)
{
	const NdPage *page = referrer->page;
	const NdClaims *claims = referrer->claims;
	uint32_t	paragraph = page->document->sentences[claims->claims[claim].sentence].paragraph;

	for (uint32_t i = claim + 1; i < claims->count && i < claim + 9; i++)
	{
		const NdClaim *next = &claims->claims[i];
		NdPhrase	name;
		uint32_t	figure;

		if (page->document->sentences[next->sentence].paragraph > paragraph + 1)
			break;
		if (next->source.count == 0 || referrer->parents[i] != ND_NONE)
			continue;
		nd_read_phrase(page, nd_tokens_of(page->document, next->source.spans[0]), &name);
		figure = next->quote == ND_DIRECT ||
			(phrase->office && page->document->sentences[next->sentence].paragraph == paragraph) ? bare_new_name(referrer, &name, phrase) : ND_NONE;
		if (figure != ND_NONE)
			referrer->cast->figures[figure].kind = ND_SOURCE_PERSON;
		return figure;
	}
	return ND_NONE;
}

static bool
in_headline(const NdReferrer *referrer, uint32_t claim)
{
	const NdDocument *document = referrer->page->document;
	const NdSentence *sentence = &document->sentences[referrer->claims->claims[claim].sentence];
	NdPassageKind kind = document->passages[document->paragraphs[sentence->paragraph].passage].kind;

	return kind == ND_HEADLINE || kind == ND_TITLE;
}

/* A headline's "Airline: ..." is the first firm that the article names. */
static uint32_t
find_first(const NdReferrer *referrer, const NdPhrase *phrase)
{
	const NdCast *cast = referrer->cast;
	Wanted		wanted = {referrer->page, phrase, false, 0, 0};
	uint32_t	best = ND_NONE;

	for (uint32_t i = 0; i < cast->count && i < MOST_FIGURES; i++)
		if (fits(&cast->figures[i], &wanted) && cast->figures[i].first >= phrase->all.end &&
			(best == ND_NONE || cast->figures[i].mentions > cast->figures[best].mentions))
			best = i;
	return best;
}

/* Whose it is, "Roe's office" or "her office"; only a named one tells. */
static uint32_t
find_owner(NdReferrer *referrer, uint32_t claim, const NdPhrase *phrase)
{
	NdPhrase	owner;
	uint32_t	figure;

	if (phrase->reach != ND_REACH_NOBODY)
	{
		figure = nd_refer_pronoun(referrer, claim, phrase->reach, phrase->all.first);
		return figure != ND_NONE && referrer->cast->figures[figure].named &&
			referrer->cast->figures[figure].partner == ND_NONE ? figure : ND_NONE;
	}
	nd_read_phrase(referrer->page, phrase->owner, &owner);
	if (owner.form != ND_PHRASE_NAME)
		return ND_NONE;
	return nd_refer_phrase(referrer, claim, &owner);
}

/* "Netanyahu's office", as a body of its own */
static uint32_t
refer_owned(NdReferrer *referrer, uint32_t claim, NdPhrase *phrase)
{
	uint32_t	figure = find_owner(referrer, claim, phrase);
	uint32_t	owned;

	if (figure == ND_NONE)
		return ND_NONE;
	for (uint32_t i = 0; i < referrer->cast->count && i < MOST_FIGURES; i++)
		if (referrer->cast->figures[i].owner == figure &&
			nd_figure_has_trait(&referrer->cast->figures[i], referrer->page->forms[phrase->head]))
			return i;
	owned = nd_cast_nominal(referrer->cast, phrase);
	if (owned != ND_NONE)
		referrer->cast->figures[owned].owner = figure;
	return owned;
}

static bool
is_reporting_noun(const NdPage *page, uint32_t token)
{
	bool		plural;

	return nd_page_noun(page, &nd_lexicon_reporting_nouns, token, &plural) != UINT32_MAX;
}

/* "the road company" is a new one, "the militant group" an old one. */
static bool
has_noun_before(const NdPage *page, const NdPhrase *phrase)
{
	for (uint32_t i = phrase->noun.first; i < phrase->head; i++)
		if (page->document->tokens[i].tag == ND_TAG_NN || page->document->tokens[i].tag == ND_TAG_NNS)
			return true;
	return false;
}

/* The words before a noun that is met again are words it had before. */
static bool
modifiers_agree(const NdPage *page, NdRange old, NdRange new)
{
	for (uint32_t i = new.first; i + 1 < new.end && old.end - old.first > 1; i++)
	{
		bool		found = false;

		for (uint32_t k = old.first; k < old.end && !found; k++)
			found = page->forms[k] == page->forms[i];
		if (!found)
			return false;
	}
	return true;
}

/* A body of the same noun that only a headline has spoken of. */
static uint32_t
find_in_headline(const NdReferrer *referrer, const NdPhrase *phrase)
{
	const NdCast *cast = referrer->cast;

	for (uint32_t i = 0; i < cast->count && i < MOST_FIGURES; i++)
	{
		const NdFigure *figure = &cast->figures[i];

		if (figure->headline && !figure->named && figure->mentions < 2 &&
			figure->phrase.plural == phrase->plural &&
			modifiers_agree(referrer->page, figure->phrase.noun, phrase->noun) &&
			nd_figure_has_trait(figure, referrer->page->forms[phrase->head]))
			return i;
	}
	return ND_NONE;
}

static uint32_t
refer_definite(NdReferrer *referrer, uint32_t claim, NdPhrase *phrase)
{
	const NdPage *page = referrer->page;
	Wanted		any = {page, phrase, false, 0, 0};
	Wanted		kindred = {page, phrase, true, class_of(page, phrase->head), 0};
	Wanted		aged = {page, phrase, false, 0, 0};
	uint32_t	figure;

	if (phrase->kind == ND_SOURCE_ORGANISATION &&
		(!nd_range_empty(phrase->owner) || phrase->reach != ND_REACH_NOBODY))
		return refer_owned(referrer, claim, phrase);
	if (is_age(page, phrase->head))
	{
		aged.age = nd_age_trait(page, nd_age_number(page, phrase->head));
		figure = nd_refer_back(referrer, phrase->all.first, ND_NONE, fits, &aged);
		if (figure != ND_NONE)
			return figure;
	}
	figure = find_by_noun(referrer, phrase);
	if (figure != ND_NONE)
		return figure;
	if (phrase->reach != ND_REACH_NOBODY)
		return ND_NONE;
	if (kindred.kindred != 0)
	{
		figure = nd_refer_back(referrer, phrase->all.first, ND_NONE, fits, &kindred);
		if (figure != ND_NONE)
			return figure;
	}
	if ((comes_back(page, phrase) && !has_noun_before(page, phrase)) || is_age(page, phrase->head))
		return nd_refer_back(referrer, phrase->all.first, ND_NONE, fits, &any);
	return ND_NONE;
}

static bool
is_colon(const NdReferrer *referrer, uint32_t claim)
{
	const NdClaim *this = &referrer->claims->claims[claim];

	return this->cue.count == 1 &&
		referrer->page->document->text.bytes[this->cue.spans[0].start] == ':';
}

/* A name that was of no known kind is of the kind of its noun. */
static void
settle(NdFigure *figure, const NdPhrase *phrase)
{
	if ((figure->kind == ND_SOURCE_UNKNOWN || figure->guessed || figure->phrase.marked) &&
		figure->named && phrase->listed && phrase->kind != ND_SOURCE_ANONYMOUS)
	{
		figure->kind = phrase->kind;
		figure->guessed = false;
	}
}

/* "The government": the only state that the text names. */
static uint32_t
find_state(const NdReferrer *referrer, const NdPhrase *phrase)
{
	const NdCast *cast = referrer->cast;
	uint32_t	found = ND_NONE;

	if (!phrase->definite || phrase->noun.end != phrase->words.end || phrase->plural)
		return ND_NONE;
	for (uint32_t i = 0; i < cast->count && i < MOST_FIGURES; i++)
	{
		const NdFigure *figure = &cast->figures[i];

		if (figure->kind != ND_SOURCE_COUNTRY || !figure->named || figure->partner != ND_NONE)
			continue;
		if (found != ND_NONE)
			return ND_NONE;
		found = i;
	}
	return found;
}

uint32_t
nd_refer_nominal(NdReferrer *referrer, uint32_t claim, NdPhrase *phrase)
{
	const NdPage *page = referrer->page;
	bool		person = is_person_phrase(page, phrase) && !phrase->plural;
	bool		headline = in_headline(referrer, claim);
	uint32_t	figure = ND_NONE;

	if (phrase->reach != ND_REACH_NOBODY &&
		(phrase->kind == ND_SOURCE_DOCUMENT || is_reporting_noun(page, phrase->head)))
	{
		figure = nd_refer_pronoun(referrer, claim, phrase->reach, phrase->all.first);
		if (figure != ND_NONE)
			return figure;
	}
	if (phrase->kind == ND_SOURCE_COUNTRY && !nd_range_empty(phrase->owner))
	{
		NdPhrase	country;

		nd_read_phrase(page, phrase->owner, &country);
		if (country.form == ND_PHRASE_NAME && country.listed)
			return nd_cast_name(referrer->cast, &country);
		return nd_cast_nominal(referrer->cast, phrase);
	}
	if (phrase->kind == ND_SOURCE_COUNTRY)
	{
		figure = phrase->definite ? find_by_noun(referrer, phrase) : ND_NONE;
		if (figure == ND_NONE)
			figure = find_state(referrer, phrase);
		if (figure != ND_NONE)
			return figure;
	}
	if (phrase->office && (headline || is_colon(referrer, claim)))
		phrase->kind = ND_SOURCE_PERSON;
	if (phrase->definite || headline)
		figure = refer_definite(referrer, claim, phrase);
	if (figure == ND_NONE && headline && (phrase->office || comes_back(page, phrase)))
		figure = find_first(referrer, phrase);
	if (figure == ND_NONE && person && referrer->parents[claim] == ND_NONE &&
		(phrase->definite || page->sentences[phrase->all.first] < 2) &&
		phrase->reach == ND_REACH_NOBODY)
		figure = find_named_later(referrer, claim, phrase);
	if (figure == ND_NONE && !headline)
		figure = find_in_headline(referrer, phrase);
	if (figure == ND_NONE)
	{
		figure = nd_cast_nominal(referrer->cast, phrase);
		if (figure != ND_NONE)
			referrer->cast->figures[figure].headline = headline;
		return figure;
	}
	settle(&referrer->cast->figures[figure], phrase);
	nd_figure_trait(&referrer->cast->figures[figure], page->forms[phrase->head]);
	return figure;
}
