/*
 * chain_cues.c
 *		"The paper, citing two officials, said that ...": a claim whose source,
 *		verb and content a chain keeps apart. Trees are seldom right there, so it is
 *		found from its words, and what the models made of them goes.
 */
#include "claim/completion.h"

#define LONGEST_SOURCE	12		/* tokens before the chain */
#define LONGEST_CHAIN	24		/* tokens of the chain */

/* The idiom, once it is found. */
typedef struct Idiom
{
	NdRun		source;
	uint32_t	verb;
	NdRun		content;
} Idiom;

static bool
is_comma(const NdCompletion *completion, uint32_t token)
{
	return completion->document->tokens[token].tag == ND_TAG_COMMA ||
		nd_token_is(completion, token, ",");
}

/* Whether a word is a verb of saying by its form, whatever its tag. */
static bool
is_saying(const NdCompletion *completion, uint32_t token)
{
	static const NdTag tags[] = {ND_TAG_VBD, ND_TAG_VBZ, ND_TAG_VB};
	const NdToken *word = &completion->document->tokens[token];
	char		lemma[ND_LEMMA_BYTES];

	for (size_t i = 0; i < sizeof(tags) / sizeof(tags[0]); i++)
	{
		uint32_t	length = nd_lemma(completion->document->text.bytes + word->start,
									  word->end - word->start, tags[i], lemma);

		if (nd_lexicon_find(&nd_lexicon_inner_verbs, lemma, length) != UINT32_MAX)
			return true;
	}
	return false;
}

/* The source stands between the sentence's start, or a comma, and the chain. */
static NdRun
source_before(const NdCompletion *completion, uint32_t comma)
{
	uint32_t	first = completion->document->sentences[completion->sentences[comma]].first_token;
	uint32_t	at = comma;

	while (at > first && comma - at < LONGEST_SOURCE && !is_comma(completion, at - 1) &&
		   completion->document->tokens[at - 1].tag != ND_TAG_CC)
		at--;
	return nd_trim_run(completion, (NdRun) {at, comma});
}

/* What is said begins after "on Tuesday". */
static uint32_t
after_day(const NdCompletion *completion, uint32_t token, uint32_t end)
{
	if (token + 1 < end && completion->document->tokens[token].tag == ND_TAG_IN &&
		nd_token_in(completion, &nd_lexicon_weekdays, token + 1))
		return token + 2;
	if (token < end && nd_token_in(completion, &nd_lexicon_weekdays, token))
		return token + 1;
	return token;
}

/* Reads the idiom whose chain begins at a token behind a comma. */
static bool
read_idiom(const NdCompletion *completion, uint32_t chain, Idiom *idiom)
{
	const NdSentence *sentence = &completion->document->sentences[completion->sentences[chain]];
	uint32_t	end = sentence->first_token + sentence->tokens;
	uint32_t	comma = chain + 2;

	idiom->source = source_before(completion, chain - 1);
	while (comma < end && comma - chain < LONGEST_CHAIN && !is_comma(completion, comma))
		comma++;
	if (comma + 2 >= end || !is_comma(completion, comma) ||
		idiom->source.first >= idiom->source.end)
		return false;
	idiom->verb = comma + 1;
	if (completion->document->tokens[idiom->verb].relation == ND_REL_AUX)
		idiom->verb++;
	idiom->content = (NdRun) {after_day(completion, idiom->verb + 1, end), end};
	return idiom->content.first < end && is_saying(completion, idiom->verb);
}

/* "The paper said, citing two officials, that ...": the verb stands first. */
static bool
read_verb_first(const NdCompletion *completion, uint32_t chain, Idiom *idiom)
{
	const NdSentence *sentence = &completion->document->sentences[completion->sentences[chain]];
	uint32_t	end = sentence->first_token + sentence->tokens;
	uint32_t	comma = chain + 2;

	idiom->verb = chain - 2;
	idiom->source = source_before(completion, idiom->verb);
	while (comma < end && comma - chain < LONGEST_CHAIN && !is_comma(completion, comma))
		comma++;
	if (comma + 2 >= end || !nd_token_is(completion, comma + 1, "that") ||
		idiom->source.first >= idiom->source.end || !is_saying(completion, idiom->verb))
		return false;
	for (uint32_t i = idiom->source.first; i < idiom->source.end; i++)
		if (completion->document->tokens[i].tag >= ND_TAG_VB &&
			completion->document->tokens[i].tag <= ND_TAG_VBZ)
			return false;
	idiom->content = (NdRun) {comma + 1, end};
	return true;
}

/* Takes out the models' claims whose cue begins in an idiom. */
static void
drop_claims(NdCompletion *completion, const bool *idioms, uint32_t given)
{
	uint32_t	kept = 0;

	for (uint32_t i = 0; i < completion->count; i++)
	{
		const NdClaim *claim = &completion->claims[i];

		if (i < given && claim->cue.count > 0 &&
			idioms[nd_token_after(completion->document, claim->cue.spans[0].start)])
			continue;
		completion->claims[kept++] = *claim;
	}
	completion->count = kept;
}

bool
nd_add_by_chains(NdCompletion *completion)
{
	const NdDocument *document = completion->document;
	uint32_t	given = completion->count;
	bool	   *idioms = nd_alloc_array(completion->arena, document->n_tokens + 1, sizeof(bool));
	NdRun		none = {0, 0};

	if (idioms == NULL)
		return false;
	for (uint32_t i = 2; i < document->n_tokens; i++)
	{
		Idiom		idiom;

		if (!nd_token_in(completion, &nd_lexicon_chain_words, i) || !is_comma(completion, i - 1) ||
			completion->sentences[i - 2] != completion->sentences[i] ||
			(!read_idiom(completion, i, &idiom) && !read_verb_first(completion, i, &idiom)))
			continue;
		for (uint32_t k = idiom.source.first; k <= idiom.verb || k <= i; k++)
			idioms[k] = true;
		if (!nd_add_claim(completion, "chain", idiom.source,
						  (NdRun[2]) {{idiom.verb, idiom.verb + 1}, none},
						  (NdRun[2]) {idiom.content, none}))
			return false;
	}
	drop_claims(completion, idioms, given);
	return true;
}
