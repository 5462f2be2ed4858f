/*
 * trailing_cues.c
 *		"At least nine died, the mayor told reporters, as rain fell": who said it
 *		stands between commas behind it. Trees often make the mayor's verb, or the
 *		clause after it, the main one, so this goes by the words.
 */
#include "claim/completion.h"

#define LONGEST_SOURCE		12	/* tokens of "the mayor of Marlow, Jane Roe" */
#define LONGEST_ADDRESSEE	8	/* tokens of "reporters in Marlow on Monday" */

static uint8_t
tag_of(const NdCompletion *completion, uint32_t token)
{
	return completion->document->tokens[token].tag;
}

static bool
is_finite(unsigned tag)
{
	return tag == ND_TAG_VBD || tag == ND_TAG_VBZ || tag == ND_TAG_VBP || tag == ND_TAG_MD;
}

static bool
is_closed(const NdCompletion *completion, uint32_t token)
{
	uint8_t		tag = tag_of(completion, token);

	return tag == ND_TAG_COMMA || tag == ND_TAG_STOP;
}

/* Words that can say something of somebody: a subject and its verb, no subordinate. */
static bool
is_statement(const NdCompletion *completion, NdRun run)
{
	bool		subject = false;
	bool		verb = false;
	bool		comma = false;
	uint8_t		first;

	if (run.first < run.end && tag_of(completion, run.first) == ND_TAG_CC)
		run.first++;
	if (run.first >= run.end)
		return false;
	first = tag_of(completion, run.first);
	for (uint32_t i = run.first; i < run.end; i++)
	{
		uint8_t		relation = completion->document->tokens[i].relation;

		subject = subject || relation == ND_REL_NSUBJ || relation == ND_REL_NSUBJ_PASS ||
			relation == ND_REL_EXPL;
		verb = verb || is_finite(tag_of(completion, i));
		comma = comma || (tag_of(completion, i) == ND_TAG_COMMA && i + 1 < run.end);
	}
	if ((first == ND_TAG_WRB ||
		 completion->document->tokens[run.first].relation == ND_REL_MARK) && !comma)
		return false;
	return subject && verb;
}

/* A noun phrase that begins behind a comma and ends right before the verb. */
static NdRun
source_before(const NdCompletion *completion, uint32_t first, uint32_t verb)
{
	uint32_t	at = verb;
	uint8_t		last;

	while (at > first && verb - at < LONGEST_SOURCE && !is_closed(completion, at - 1))
	{
		at--;
		if ((tag_of(completion, at) >= ND_TAG_VB && tag_of(completion, at) <= ND_TAG_VBZ &&
			 tag_of(completion, at) != ND_TAG_VBG) ||
			tag_of(completion, at) == ND_TAG_MD || completion->cue[at] ||
			completion->document->tokens[at].quotation != completion->document->tokens[verb].quotation)
			return (NdRun) {0, 0};
	}
	if (at == verb || at <= first || tag_of(completion, at - 1) != ND_TAG_COMMA ||
		tag_of(completion, at) == ND_TAG_IN || tag_of(completion, at) == ND_TAG_CC ||
		tag_of(completion, at) == ND_TAG_RB || tag_of(completion, at) == ND_TAG_WDT || tag_of(completion, at) == ND_TAG_WP)
		return (NdRun) {0, 0};
	last = tag_of(completion, verb - 1);
	if (last != ND_TAG_NN && last != ND_TAG_NNS && last != ND_TAG_NNP && last != ND_TAG_NNPS &&
		last != ND_TAG_PRP && !nd_token_in(completion, &nd_lexicon_person_nouns, verb - 1))
		return (NdRun) {0, 0};
	return (NdRun) {at, verb};
}

/* "told the committee", "told parliament" */
static bool
speaks_to(const NdCompletion *completion, uint32_t verb)
{
	uint8_t		tag = tag_of(completion, verb + 1);

	return (tag == ND_TAG_DT || tag == ND_TAG_PRPS || tag == ND_TAG_NN) &&
		nd_lemma_value(completion, &nd_lexicon_addressing_verbs, verb).bytes != NULL;
}

/* Whether nothing behind the verb, up to the next comma, could be what is said. */
static bool
is_done(const NdCompletion *completion, uint32_t verb, uint32_t end)
{
	uint32_t	at = verb + 1;

	for (; at < end && !is_closed(completion, at); at++)
		if (at - verb > LONGEST_ADDRESSEE || is_finite(tag_of(completion, at)) ||
			tag_of(completion, at) == ND_TAG_TO || nd_token_is(completion, at, "that") ||
			completion->cue[at] ||
			(completion->content[at] != ND_NONE && completion->content[at] != completion->content[verb]) ||
			completion->document->tokens[at].quotation != completion->document->tokens[verb].quotation)
			return false;
	return at == verb + 1 || nd_token_is(completion, verb + 1, "in") ||
		nd_token_is(completion, verb + 1, "on") || nd_token_is(completion, verb + 1, "at") ||
		nd_token_in(completion, &nd_lexicon_weekdays, verb + 1) ||
		nd_token_in(completion, &nd_lexicon_day_words, verb + 1) ||
		tag_of(completion, verb + 1) == ND_TAG_NNS || tag_of(completion, verb + 1) == ND_TAG_PRP ||
		tag_of(completion, verb + 1) == ND_TAG_NNP || tag_of(completion, verb + 1) == ND_TAG_RB ||
		tag_of(completion, verb + 1) == ND_TAG_JJ || speaks_to(completion, verb);
}

bool
nd_read_trailing(const NdCompletion *completion, uint32_t verb, NdRun *source, NdRun *content)
{
	const NdSentence *sentence = &completion->document->sentences[completion->sentences[verb]];
	uint32_t	first = sentence->first_token;

	*source = source_before(completion, first, verb);
	if (source->first >= source->end || !is_done(completion, verb, first + sentence->tokens))
		return false;
	*content = (NdRun) {first, source->first - 1};
	return is_statement(completion, *content);
}
