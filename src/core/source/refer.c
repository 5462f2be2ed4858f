/*
 * refer.c
 *		Whom the sources of claims refer to.
 *
 * Names of the whole text are known already (cast.c). Claims come in text
 * order, so that who spoke last is known where a pronoun asks for it.
 */
#include "source/refer.h"

#include "language/tagset.h"

/* How far back is looked, in mentions and in sentences. */
#define FARTHEST_MENTIONS	30
#define FARTHEST_SENTENCES	8
#define MOST_MENTIONS		2000
#define MOST_FIGURES		400		/* looked through for "both sides" */

static bool
is_subject(const NdPage *page, NdRange range)
{
	for (uint32_t i = range.first; i < range.end; i++)
	{
		uint8_t		relation = page->document->tokens[i].relation;

		if (relation == ND_REL_NSUBJ || relation == ND_REL_NSUBJ_PASS)
			return true;
	}
	return false;
}

typedef struct Best
{
	uint32_t	figure;
	uint32_t	cost;
} Best;

static void
consider(const NdReferrer *referrer, const NdMention *mention, bool spoken,
		 uint32_t token, Best *best)
{
	const NdPage *page = referrer->page;
	const NdFigure *figure = &referrer->cast->figures[mention->figure];
	uint32_t	back = page->sentences[token] - page->sentences[mention->token];
	uint32_t	cost = 20 * back;

	if (!spoken)
	{
		bool		subject = is_subject(page, (NdRange) {mention->token, mention->end});

		if (!subject && figure->kind == ND_SOURCE_UNKNOWN)
			return;
		cost += subject ? 5 : 12;
	}
	if (figure->kind == ND_SOURCE_UNKNOWN || figure->guessed)
		cost += 30;
	if (figure->gender == ND_EITHER)
		cost += 4;
	if (cost < best->cost || (cost == best->cost && best->figure == ND_NONE))
		*best = (Best) {mention->figure, cost};
}

uint32_t
nd_mentions_before(const NdMention *mentions, uint32_t count, uint32_t token)
{
	uint32_t	low = 0;

	while (low < count)
	{
		uint32_t	middle = low + (count - low) / 2;

		if (mentions[middle].token < token)
			low = middle + 1;
		else
			count = middle;
	}
	return low;
}

uint32_t
nd_refer_back(const NdReferrer *referrer, uint32_t token, uint32_t not_figure,
			  bool (*allows) (const NdFigure *figure, const void *what), const void *what)
{
	const NdCast *cast = referrer->cast;
	uint32_t	sentence = referrer->page->sentences[token];
	uint32_t	named = nd_mentions_before(cast->mentions, cast->n_mentions, token);
	Best		best = {ND_NONE, UINT32_MAX};

	for (uint32_t i = 0; i < FARTHEST_MENTIONS && i < referrer->n_spoken; i++)
	{
		const NdMention *mention = &referrer->spoken[referrer->n_spoken - 1 - i];

		if (mention->token < token && mention->figure != not_figure &&
			referrer->page->sentences[mention->token] + FARTHEST_SENTENCES >= sentence &&
			allows(&cast->figures[mention->figure], what))
			consider(referrer, mention, true, token, &best);
	}
	for (uint32_t i = 0; i < FARTHEST_MENTIONS && i < named; i++)
	{
		const NdMention *mention = &cast->mentions[named - 1 - i];

		if (referrer->page->sentences[mention->token] + FARTHEST_SENTENCES < sentence)
			break;
		if (mention->figure != not_figure && allows(&cast->figures[mention->figure], what))
			consider(referrer, mention, false, token, &best);
	}
	return best.figure;
}

/* "Iran and Hezbollah": two names, both known as such. */
static bool
split_joint(const NdPage *page, const NdPhrase *phrase, NdPhrase *left, NdPhrase *right)
{
	for (uint32_t i = phrase->all.first + 1; i + 1 < phrase->all.end; i++)
	{
		if (!nd_page_is(page, i, "and"))
			continue;
		nd_read_phrase(page, (NdRange) {phrase->all.first, i}, left);
		nd_read_phrase(page, (NdRange) {i + 1, phrase->all.end}, right);
		return left->form == ND_PHRASE_NAME && right->form == ND_PHRASE_NAME &&
			left->name.end == i && right->name.end == phrase->all.end &&
			left->kind != ND_SOURCE_UNKNOWN && right->kind != ND_SOURCE_UNKNOWN &&
			(left->listed || left->kind == right->kind);
	}
	return false;
}

static uint32_t
joint_figure(NdReferrer *referrer, const NdPhrase *phrase, uint32_t left, uint32_t right)
{
	uint32_t	joint;

	if (left == ND_NONE || right == ND_NONE)
		return ND_NONE;
	joint = nd_cast_nominal(referrer->cast, phrase);
	if (joint != ND_NONE)
	{
		NdFigure   *figures = referrer->cast->figures;
		NdFigure	mention = figures[joint];

		figures[joint] = figures[left];
		figures[joint].first = mention.first;
		figures[joint].first_end = mention.first_end;
		figures[joint].partner = right;
		figures[joint].mentions = 0;
	}
	return joint;
}

static bool
is_party(const NdFigure *figure)
{
	return figure->named && figure->partner == ND_NONE &&
		(figure->kind == ND_SOURCE_COUNTRY || figure->kind == ND_SOURCE_ORGANISATION);
}

/* "Israel and Hamas": parties that the text itself names together. */
static uint32_t
named_together(NdReferrer *referrer, const NdPhrase *phrase)
{
	const NdCast *cast = referrer->cast;
	uint32_t	best = ND_NONE;
	uint32_t	most = 0;

	for (uint32_t i = 0; i + 1 < cast->n_mentions && i < MOST_MENTIONS; i++)
	{
		const NdMention *left = &cast->mentions[i];
		const NdMention *right = &cast->mentions[i + 1];
		uint32_t	mentions = cast->figures[left->figure].mentions + cast->figures[right->figure].mentions;

		if (mentions > most && left->end + 1 == right->token &&
			nd_page_is(referrer->page, left->end, "and") && left->figure != right->figure &&
			is_party(&cast->figures[left->figure]) && is_party(&cast->figures[right->figure]))
		{
			best = i;
			most = mentions;
		}
	}
	if (best == ND_NONE)
		return ND_NONE;
	return joint_figure(referrer, phrase, cast->mentions[best].figure, cast->mentions[best + 1].figure);
}

/* "Both sides": the two parties that are named together, or most. */
static uint32_t
both_parties(NdReferrer *referrer, const NdPhrase *phrase)
{
	const NdCast *cast = referrer->cast;
	uint32_t	most[2] = {ND_NONE, ND_NONE};
	uint32_t	together = named_together(referrer, phrase);

	if (together != ND_NONE)
		return together;

	for (uint32_t i = 0; i < cast->count && i < MOST_FIGURES; i++)
	{
		const NdFigure *figure = &cast->figures[i];

		if (!is_party(figure))
			continue;
		if (most[0] == ND_NONE || figure->mentions > cast->figures[most[0]].mentions)
		{
			most[1] = most[0];
			most[0] = i;
		}
		else if (most[1] == ND_NONE || figure->mentions > cast->figures[most[1]].mentions)
			most[1] = i;
	}
	if (most[1] == ND_NONE || cast->figures[most[1]].mentions < 2)
		return ND_NONE;
	if (most[0] > most[1])
		return joint_figure(referrer, phrase, most[1], most[0]);
	return joint_figure(referrer, phrase, most[0], most[1]);
}

static bool
speaks_of_both(const NdPage *page, const NdPhrase *phrase)
{
	uint32_t	last = phrase->all.end - 1;

	if (!nd_page_is(page, last, "sides") && !nd_page_is(page, last, "parties"))
		return false;
	for (uint32_t i = phrase->all.first; i < last; i++)
		if (nd_page_is(page, i, "both") || nd_page_is(page, i, "two"))
			return true;
	return false;
}

/*
 * A name of no known kind that speaks: two or three words are a person's
 * more often than not, one is a firm's.
 */
static void
settle_kind(const NdPage *page, NdFigure *figure, bool labels)
{
	uint32_t	first = figure->phrase.name.first;
	uint32_t	words = figure->phrase.name.end - first;
	bool		place = nd_page_has(page, &nd_lexicon_countries, first) ||
		nd_page_has(page, &nd_lexicon_capitals, first);

	if (figure->kind != ND_SOURCE_UNKNOWN)
		return;
	figure->kind = (words > 1 && words < 5 && !place) || labels ? ND_SOURCE_PERSON : ND_SOURCE_ORGANISATION;
	figure->guessed = true;
}

/* "RIVAS: ..." at the beginning of a line. */
static bool
is_label(const NdReferrer *referrer, uint32_t claim, const NdPhrase *phrase)
{
	const NdClaim *this = &referrer->claims->claims[claim];

	return this->cue.count == 1 && this->cue.spans[0].end - this->cue.spans[0].start == 1 &&
		(referrer->page->looks[phrase->all.first] & ND_WORD_SHOUTED);
}

/* The figure of a longer name that a source is cut out of. */
static uint32_t
longer_name(const NdReferrer *referrer, const NdPhrase *phrase)
{
	const NdCast *cast = referrer->cast;
	uint32_t	before = nd_mentions_before(cast->mentions, cast->n_mentions, phrase->all.first);
	const NdMention *mention;

	if (before == 0)
		return ND_NONE;
	mention = &cast->mentions[before - 1];
	return mention->end >= phrase->all.end && mention->end > phrase->all.first ?
		mention->figure : ND_NONE;
}

uint32_t
nd_refer_phrase(NdReferrer *referrer, uint32_t claim, NdPhrase *phrase)
{
	NdPhrase	left;
	NdPhrase	right;
	uint32_t	figure;

	switch (phrase->form)
	{
		case ND_PHRASE_NOTHING:
			return ND_NONE;
		case ND_PHRASE_PRONOUN:
			figure = nd_refer_pronoun(referrer, claim, phrase->reach, phrase->all.first);
			if (figure != ND_NONE)
				return figure;
			phrase->words = phrase->all;
			phrase->head = phrase->all.first;
			phrase->kind = ND_SOURCE_UNKNOWN;
			return nd_cast_nominal(referrer->cast, phrase);
		case ND_PHRASE_NAME:
			figure = longer_name(referrer, phrase);
			if (figure != ND_NONE)
			{
				settle_kind(referrer->page, &referrer->cast->figures[figure], false);
				return figure;
			}
			if (split_joint(referrer->page, phrase, &left, &right))
				return joint_figure(referrer, phrase, nd_cast_name(referrer->cast, &left),
									nd_cast_name(referrer->cast, &right));
			figure = nd_cast_name(referrer->cast, phrase);
			if (figure != ND_NONE)
				settle_kind(referrer->page, &referrer->cast->figures[figure], is_label(referrer, claim, phrase));
			return figure;
		case ND_PHRASE_NOMINAL:
			if (speaks_of_both(referrer->page, phrase))
			{
				figure = both_parties(referrer, phrase);
				if (figure != ND_NONE)
					return figure;
			}
			return nd_refer_nominal(referrer, claim, phrase);
	}
	return ND_NONE;
}

/* Who spoke last before a claim, not counting claims inside claims. */
static uint32_t
last_speaker(const NdReferrer *referrer, uint32_t claim)
{
	for (uint32_t i = claim; i-- > 0 && claim - i < 12;)
		if (referrer->parents[i] == ND_NONE && referrer->figures[i] != ND_NONE)
			return referrer->figures[i];
	return ND_NONE;
}

static bool
remember(NdReferrer *referrer, NdRange range, uint32_t number)
{
	NdFigure   *figure = &referrer->cast->figures[number];

	if (!nd_reserve(referrer->cast->arena, &referrer->spoken, &referrer->spoken_room,
					referrer->n_spoken + 1, sizeof(NdMention)))
		return false;
	referrer->spoken[referrer->n_spoken++] = (NdMention) {range.first, range.end, number};
	figure->spoke = true;
	if (!figure->named)
		figure->mentions++;
	return true;
}

/* A name among the pieces of a source, else the first piece. */
static void
read_source(const NdPage *page, const NdPieces *source, NdPhrase *phrase)
{
	NdPhrase	other;

	phrase->form = ND_PHRASE_NOTHING;
	for (uint32_t i = 0; i < source->count && i < 4; i++)
	{
		nd_read_phrase(page, nd_tokens_of(page->document, source->spans[i]), &other);
		if (phrase->form == ND_PHRASE_NOTHING ||
			(phrase->form == ND_PHRASE_PRONOUN && other.form == ND_PHRASE_NAME))
			*phrase = other;
	}
}

bool
nd_refer_names(NdReferrer *referrer)
{
	for (uint32_t i = 0; i < referrer->claims->count; i++)
	{
		NdPhrase	phrase;

		read_source(referrer->page, &referrer->claims->claims[i].source, &phrase);
		if (phrase.form == ND_PHRASE_NAME && nd_cast_name(referrer->cast, &phrase) == ND_NONE)
			return false;
	}
	return true;
}

/* "Jane Roe, the agency's director": whose director, and what it is called. */
static void
heed_owner(NdReferrer *referrer, uint32_t claim, const NdPhrase *phrase)
{
	const NdPage *page = referrer->page;

	for (uint32_t i = phrase->role.first; i < phrase->role.end; i++)
		if (page->document->tokens[i].tag == ND_TAG_POS && phrase->role.first > 0 &&
			nd_page_is(page, phrase->role.first - 1, "the"))
		{
			NdPhrase	owner;

			nd_read_phrase(page, (NdRange) {phrase->role.first - 1, i}, &owner);
			if (owner.form == ND_PHRASE_NOMINAL && owner.kind == ND_SOURCE_ORGANISATION &&
				nd_refer_nominal(referrer, claim, &owner) == ND_NONE)
				referrer->failed = true;
			return;
		}
}

bool
nd_refer_claim(NdReferrer *referrer, uint32_t claim)
{
	const NdClaim *this = &referrer->claims->claims[claim];
	NdPhrase	phrase;
	uint32_t	figure;

	referrer->resolved[claim] = true;
	read_source(referrer->page, &this->source, &phrase);
	if (phrase.form == ND_PHRASE_NOTHING)
	{
		if (this->cue.count == 0)
			referrer->figures[claim] = last_speaker(referrer, claim);
		return true;
	}
	if (phrase.form == ND_PHRASE_NAME)
		heed_owner(referrer, claim, &phrase);
	figure = nd_refer_phrase(referrer, claim, &phrase);
	referrer->figures[claim] = figure;
	return figure != ND_NONE && !referrer->failed && remember(referrer, phrase.all, figure);
}
