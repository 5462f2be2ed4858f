/*
 * chain.c
 *		Where a source has it from.
 *
 * The words stand beside the source or the cue, in the same sentence and
 * outside of what is said.
 */
#include "source/chain.h"

#include "language/tagset.h"

#define MOST_LINKS		4		/* of one chain */
#define FARTHEST_TOKENS	40		/* from the cue */
#define LONGEST_WORDS	4		/* of an entry of chain_words.txt */

/* The tokens after words that make a chain, or `token` when none begin here. */
static uint32_t
chain_words_end(const NdPage *page, uint32_t token, uint32_t limit)
{
	for (uint32_t n = LONGEST_WORDS; n > 0; n--)
		if (token + n <= limit &&
			nd_page_find(page, &nd_lexicon_chain_words, (NdRange) {token, token + n}) != UINT32_MAX)
			return token + n;
	return token;
}

static bool
is_inside(const NdPieces *pieces, const NdToken *token)
{
	for (uint32_t i = 0; i < pieces->count; i++)
		if (nd_span_overlaps(pieces->spans[i], (NdSpan) {token->start, token->end}))
			return true;
	return false;
}

/* The source's source ends with its noun phrase. */
static uint32_t
link_end(const NdPage *page, const NdClaim *claim, uint32_t first, uint32_t limit)
{
	const NdDocument *document = page->document;
	uint32_t	at = first;

	while (at < limit && !nd_page_is(page, at, ",") && !nd_page_is(page, at, "that") &&
		   document->tokens[at].tag != ND_TAG_STOP &&
		   !is_inside(&claim->content, &document->tokens[at]) &&
		   !is_inside(&claim->cue, &document->tokens[at]))
		at++;
	return at;
}

/* A name of no known kind that cites others is a paper's. */
static void
settle_paper(NdReferrer *referrer, uint32_t claim)
{
	uint32_t	source = referrer->figures[claim];
	NdFigure   *figure;

	if (source == ND_NONE)
		return;
	figure = &referrer->cast->figures[source];
	if (figure->guessed && figure->gender == ND_EITHER)
		figure->kind = ND_SOURCE_MEDIA;
}

/* Whether another claim's cue stands between this one's and the words. */
static bool
is_anothers(const NdReferrer *referrer, uint32_t number, uint32_t words)
{
	const NdDocument *document = referrer->page->document;
	const NdClaims *claims = referrer->claims;
	uint32_t	own = claims->claims[number].cue.spans[0].start;
	uint32_t	at = document->tokens[words].start;
	uint32_t	first = number > 3 ? number - 3 : 0;
	uint32_t	parent = referrer->parents[number];

	if (parent != ND_NONE && !is_inside(&claims->claims[parent].content, &document->tokens[words]))
		return true;
	for (uint32_t i = first; i < claims->count && i < number + 4; i++)
	{
		const NdClaim *other = &claims->claims[i];

		if (i == number || other->cue.count == 0)
			continue;
		if ((own < other->cue.spans[0].start && other->cue.spans[0].start < at) ||
			(at < other->cue.spans[0].start && other->cue.spans[0].start < own))
			return true;
	}
	return false;
}

bool
nd_find_chain(NdReferrer *referrer, uint32_t number, NdVoice *voice)
{
	const NdPage *page = referrer->page;
	const NdDocument *document = page->document;
	const NdClaim *claim = &referrer->claims->claims[number];
	const NdSentence *sentence = &document->sentences[claim->sentence];
	uint32_t	first = sentence->first_token;
	uint32_t	end = first + sentence->tokens;
	uint32_t	cue;

	if (claim->cue.count == 0)
		return true;
	cue = nd_token_after(document, claim->cue.spans[0].start);
	if (cue - first > FARTHEST_TOKENS && cue > first)
		first = cue - FARTHEST_TOKENS;
	if (end > cue + FARTHEST_TOKENS)
		end = cue + FARTHEST_TOKENS;
	for (uint32_t at = first; at < end && voice->n_via < MOST_LINKS; at++)
	{
		uint32_t	words = chain_words_end(page, at, end);
		NdPhrase	phrase;
		uint32_t	figure;

		if (words == at || is_inside(&claim->content, &document->tokens[at]) ||
			is_inside(&claim->cue, &document->tokens[at]) ||
			is_anothers(referrer, number, at))
			continue;
		nd_read_phrase(page, (NdRange) {words, link_end(page, claim, words, end)}, &phrase);
		if (phrase.form == ND_PHRASE_NOTHING)
			continue;
		figure = nd_refer_phrase(referrer, number, &phrase);
		if (figure == ND_NONE)
			return false;
		if (voice->via == NULL)
			voice->via = nd_alloc_array(referrer->cast->arena, MOST_LINKS, sizeof(uint32_t));
		if (voice->via == NULL)
			return false;
		voice->via[voice->n_via++] = figure;
		settle_paper(referrer, number);
		at = phrase.all.end;
	}
	return true;
}
