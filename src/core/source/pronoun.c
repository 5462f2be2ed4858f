/*
 * pronoun.c
 *		Whom a pronoun stands for.
 */
#include "source/refer.h"

#include "base/hash.h"
#include "language/tagset.h"

#define MOST_FIGURES		400		/* looked through for one state */

#define LONGEST_QUESTION	9	/* tokens of "Chair: And the council?" */

static bool
is_single_person(const NdFigure *figure)
{
	return figure->partner == ND_NONE && !figure->phrase.plural &&
		(figure->kind == ND_SOURCE_PERSON || figure->kind == ND_SOURCE_ANONYMOUS ||
		 (figure->kind == ND_SOURCE_UNKNOWN && figure->named) ||
		 (figure->guessed && figure->named)) &&
		(figure->kind != ND_SOURCE_ANONYMOUS || figure->phrase.listed);
}

bool
nd_reach_allows(const NdFigure *figure, NdReach reach)
{
	switch (reach)
	{
		case ND_REACH_MAN:
			return is_single_person(figure) && figure->gender != ND_FEMALE;
		case ND_REACH_WOMAN:
			return is_single_person(figure) && figure->gender != ND_MALE;
		case ND_REACH_THING:
			return figure->partner == ND_NONE && figure->kind != ND_SOURCE_PERSON &&
				figure->kind != ND_SOURCE_ANONYMOUS &&
				!(figure->kind == ND_SOURCE_UNKNOWN && !figure->named);
		case ND_REACH_MANY:
			return figure->partner != ND_NONE ||
				(figure->phrase.plural && figure->kind != ND_SOURCE_DOCUMENT) ||
				figure->kind == ND_SOURCE_ORGANISATION || figure->kind == ND_SOURCE_COUNTRY;
		case ND_REACH_ONE:
			return nd_reach_allows(figure, ND_REACH_MAN) ||
				nd_reach_allows(figure, ND_REACH_WOMAN) ||
				nd_reach_allows(figure, ND_REACH_THING);
		default:
			return false;
	}
}

static bool
allows(const NdFigure *figure, const void *what)
{
	return nd_reach_allows(figure, *(const NdReach *) what);
}

/* The claim around this one whose words these are: it is the speaker's "I". */
static uint32_t
speaker_around(const NdReferrer *referrer, uint32_t claim)
{
	uint32_t	parent = referrer->parents[claim];

	return parent == ND_NONE ? ND_NONE : referrer->figures[parent];
}

static bool
is_spoken_directly(const NdReferrer *referrer, uint32_t claim)
{
	uint32_t	parent = referrer->parents[claim];

	return parent != ND_NONE && referrer->claims->claims[parent].quote == ND_DIRECT;
}

static bool
is_body(const NdFigure *figure)
{
	return figure->kind == ND_SOURCE_ORGANISATION || figure->kind == ND_SOURCE_COUNTRY ||
		figure->kind == ND_SOURCE_MEDIA;
}

/* The state that a body speaks for, where the text names it. */
static uint32_t
state_of(const NdReferrer *referrer, uint32_t body)
{
	const NdCast *cast = referrer->cast;
	uint32_t	entry = nd_page_find(referrer->page, &nd_lexicon_state_bodies,
									 cast->figures[body].phrase.name);
	NdWordValue state;

	if (entry == UINT32_MAX)
		return body;
	state = nd_lexicon_value(&nd_lexicon_state_bodies, entry);
	for (uint32_t i = 0; i < cast->count && i < MOST_FIGURES; i++)
		if (cast->figures[i].kind == ND_SOURCE_COUNTRY && cast->figures[i].partner == ND_NONE &&
			cast->figures[i].listing == nd_hash_bytes(state.bytes, state.length))
			return i;
	return body;
}

/* "We" of a spokesman is the body in his role. */
static uint32_t
body_of(const NdReferrer *referrer, uint32_t speaker)
{
	const NdCast *cast = referrer->cast;
	NdRange		role;

	if (speaker == ND_NONE)
		return ND_NONE;
	role = cast->figures[speaker].role;
	if (nd_range_empty(role))
		return speaker;
	for (uint32_t i = nd_mentions_before(cast->mentions, cast->n_mentions, role.first);
		 i < cast->n_mentions; i++)
	{
		const NdMention *mention = &cast->mentions[i];

		if (mention->token >= role.first && mention->end <= role.end &&
			mention->figure != speaker && is_body(&cast->figures[mention->figure]))
			return state_of(referrer, mention->figure);
		if (mention->token >= role.end)
			break;
	}
	return speaker;
}

/* An "I" in no claim: whoever is quoted beside it, or spoke last. */
static uint32_t
speaker_near(const NdReferrer *referrer, uint32_t claim)
{
	const NdClaims *claims = referrer->claims;
	const NdDocument *document = referrer->page->document;
	uint32_t	paragraph = document->sentences[claims->claims[claim].sentence].paragraph;

	for (uint32_t i = claim; i-- > 0 && claim - i < 6;)
		if (referrer->figures[i] != ND_NONE && claims->claims[i].quote != ND_INDIRECT &&
			referrer->cast->figures[referrer->figures[i]].kind == ND_SOURCE_PERSON &&
			document->sentences[claims->claims[i].sentence].paragraph + 1 >= paragraph)
			return referrer->figures[i];
	return ND_NONE;
}

/* Whose label stood before the last one: "you" in an interview. */
static uint32_t
other_speaker(const NdReferrer *referrer, uint32_t claim)
{
	uint32_t	speaker = speaker_around(referrer, claim);

	for (uint32_t i = claim; i-- > 0 && claim - i < 8;)
		if (referrer->parents[i] == ND_NONE && referrer->figures[i] != ND_NONE &&
			referrer->figures[i] != speaker)
			return referrer->figures[i];
	return ND_NONE;
}

/* The noun that a relative clause hangs from. */
static uint32_t
antecedent(const NdPage *page, uint32_t token)
{
	const NdDocument *document = page->document;
	uint32_t	first = document->sentences[page->sentences[token]].first_token;
	uint32_t	at = token;

	for (unsigned steps = 0; steps < 3; steps++)
	{
		const NdToken *word = &document->tokens[at];

		if (word->head == ND_NONE)
			return ND_NONE;
		at = first + word->head;
		if (word->relation == ND_REL_ACL_RELCL)
			return at < token ? at : ND_NONE;
	}
	return ND_NONE;
}

/* The mention that covers a token, or ends right before it. */
static uint32_t
mention_at(const NdMention *mentions, uint32_t count, uint32_t noun, uint32_t pronoun)
{
	uint32_t	nearest = ND_NONE;

	for (uint32_t i = count; i-- > 0 && count - i < 40;)
	{
		const NdMention *mention = &mentions[i];

		if (noun != ND_NONE && mention->token <= noun && noun < mention->end)
			return mention->figure;
		if (mention->end <= pronoun && pronoun - mention->end < 3)
			nearest = mention->figure;
	}
	return nearest;
}

static uint32_t
refer_before(NdReferrer *referrer, uint32_t claim, uint32_t token)
{
	const NdPage *page = referrer->page;
	const NdCast *cast = referrer->cast;
	uint32_t	noun = antecedent(page, token);
	uint32_t	sentence_first = page->document->sentences[page->sentences[token]].first_token;
	uint32_t	figure = mention_at(referrer->spoken, referrer->n_spoken, noun, token);
	uint32_t	named = nd_mentions_before(cast->mentions, cast->n_mentions, token);
	uint32_t	first;
	NdPhrase	phrase;

	if (figure != ND_NONE)
		return figure;
	figure = mention_at(cast->mentions, named, noun, token);
	if (figure != ND_NONE)
		return figure;
	if (noun == ND_NONE && token > sentence_first)
	{
		noun = token - 1;
		if (noun > sentence_first && nd_page_is(page, noun, ","))
			noun--;
	}
	if (noun == ND_NONE || page->document->tokens[noun].tag < ND_TAG_NN ||
		page->document->tokens[noun].tag > ND_TAG_NNS)
		return ND_NONE;
	for (first = noun; first > sentence_first && noun - first < 6; first--)
	{
		uint8_t		tag = page->document->tokens[first - 1].tag;

		if (tag != ND_TAG_DT && tag != ND_TAG_JJ && tag != ND_TAG_NN && tag != ND_TAG_NNS &&
			tag != ND_TAG_NNP && tag != ND_TAG_PRPS && tag != ND_TAG_CD)
			break;
	}
	nd_read_phrase(page, (NdRange) {first, noun + 1}, &phrase);
	if (phrase.form == ND_PHRASE_PRONOUN && phrase.reach == ND_REACH_BEFORE)
		return ND_NONE;
	return nd_refer_phrase(referrer, claim, &phrase);
}

/* What a resolved pronoun tells of a person. */
static uint32_t
learn(NdReferrer *referrer, uint32_t number, NdReach reach)
{
	NdFigure   *figure;

	if (number == ND_NONE || (reach != ND_REACH_MAN && reach != ND_REACH_WOMAN))
		return number;
	figure = &referrer->cast->figures[number];
	figure->gender = reach == ND_REACH_MAN ? ND_MALE : ND_FEMALE;
	if ((figure->kind == ND_SOURCE_UNKNOWN || figure->guessed) && figure->named)
		figure->kind = ND_SOURCE_PERSON;
	return number;
}

/* "And the operator?" "They said ...": the one that a short question asks for. */
static uint32_t
asked_for(NdReferrer *referrer, uint32_t claim, NdReach reach, uint32_t token)
{
	const NdPage *page = referrer->page;
	uint32_t	sentence = page->sentences[token];
	const NdSentence *question;
	NdRange		words;
	NdPhrase	phrase;
	uint32_t	figure;

	if (sentence == 0)
		return ND_NONE;
	question = &page->document->sentences[sentence - 1];
	words = (NdRange) {question->first_token, question->first_token + question->tokens};
	if (question->tokens < 3 || question->tokens > LONGEST_QUESTION ||
		!nd_page_is(page, words.end - 1, "?"))
		return ND_NONE;
	words.end--;
	for (uint32_t i = words.first; i + 1 < words.end; i++)
		if (nd_page_is(page, i, "and") || nd_page_is(page, i, "but") || nd_page_is(page, i, "about") ||
			nd_page_is(page, i, ":"))
			words.first = i + 1;
	if (words.first == question->first_token)
		return ND_NONE;
	nd_read_phrase(page, words, &phrase);
	if (!phrase.definite || phrase.reach != ND_REACH_NOBODY ||
		(phrase.form != ND_PHRASE_NAME && phrase.words.end != words.end))
		return ND_NONE;
	figure = nd_refer_phrase(referrer, claim, &phrase);
	return figure != ND_NONE && nd_reach_allows(&referrer->cast->figures[figure], reach) ?
		figure : ND_NONE;
}

uint32_t
nd_refer_pronoun(NdReferrer *referrer, uint32_t claim, NdReach reach, uint32_t token)
{
	uint32_t	parent = referrer->parents[claim];
	uint32_t	around = speaker_around(referrer, claim);
	bool		directly = is_spoken_directly(referrer, claim);
	uint32_t	figure;

	switch (reach)
	{
		case ND_REACH_SELF:
			return around != ND_NONE ? around : speaker_near(referrer, claim);
		case ND_REACH_US:
			return body_of(referrer, around != ND_NONE ? around : speaker_near(referrer, claim));
		case ND_REACH_YOU:
			return other_speaker(referrer, claim);
		case ND_REACH_BEFORE:
			return refer_before(referrer, claim, token);
		default:
			break;
	}
	figure = asked_for(referrer, claim, reach, token);
	if (figure != ND_NONE)
		return learn(referrer, figure, reach);
	/* "He said he agreed": the same person, unless the words are quoted */
	if (parent != ND_NONE && !directly && around != ND_NONE && reach != ND_REACH_MANY &&
		referrer->claims->claims[parent].source.count > 0 &&
		nd_reach_allows(&referrer->cast->figures[around], reach))
		return learn(referrer, around, reach);
	return learn(referrer, nd_refer_back(referrer, token, directly ? around : ND_NONE, allows, &reach),
				 reach);
}
