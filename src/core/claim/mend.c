/*
 * mend.c
 *		Claims of the models that fell short: without content, with a content cut
 *		off at a comma, with words in the source that belong to no name.
 */
#include "claim/completion.h"

#define LONGEST_ADDRESSEE	8	/* tokens between a verb and its colon */

static uint8_t
tag_of(const NdCompletion *completion, uint32_t token)
{
	return completion->document->tokens[token].tag;
}

static bool
set_content(NdCompletion *completion, NdClaim *claim, NdRun before, NdRun after)
{
	const NdToken *tokens = completion->document->tokens;
	NdRun		runs[2] = {nd_trim_content(completion, before), nd_trim_content(completion, after)};

	claim->content.count = 0;
	claim->content.spans = nd_alloc_array(completion->arena, 2, sizeof(NdSpan));
	if (claim->content.spans == NULL)
		return false;
	for (unsigned i = 0; i < 2; i++)
		if (runs[i].first < runs[i].end)
			claim->content.spans[claim->content.count++] =
				(NdSpan) {tokens[runs[i].first].start, tokens[runs[i].end - 1].end};
	return true;
}

static bool
has_finite_verb(const NdCompletion *completion, NdRun run)
{
	for (uint32_t i = run.first; i < run.end; i++)
	{
		uint8_t		tag = tag_of(completion, i);

		if (tag == ND_TAG_VBD || tag == ND_TAG_VBZ || tag == ND_TAG_VBP || tag == ND_TAG_MD)
			return true;
	}
	return false;
}

static bool
contents_have_verb(const NdCompletion *completion, const NdClaim *claim)
{
	for (uint32_t i = 0; i < claim->content.count; i++)
		if (has_finite_verb(completion, nd_run_of(completion, claim->content.spans[i])))
			return true;
	return false;
}

/* "According to Roe, the director said so": the source ends at the comma. */
static void
cut_source(const NdCompletion *completion, NdClaim *claim, NdRun *source)
{
	NdSpan	   *span = &claim->source.spans[0];

	for (uint32_t i = source->first + 1; i < source->end; i++)
		if (tag_of(completion, i) == ND_TAG_COMMA)
		{
			if (!has_finite_verb(completion, (NdRun) {i, source->end}))
				return;
			source->end = i;
			span->end = completion->document->tokens[i - 1].end;
			return;
		}
}

/* "Nine people, according to the police, died": all of the sentence is what they say. */
static bool
fill_according(NdCompletion *completion, NdClaim *claim, NdRun cue)
{
	const NdSentence *sentence = &completion->document->sentences[completion->sentences[cue.first]];
	NdRun		source = nd_run_of(completion, claim->source.spans[0]);
	NdRun		before = {sentence->first_token, cue.first};
	NdRun		after = {0, sentence->first_token + sentence->tokens};

	if (claim->source.count != 1 || source.first < cue.end || contents_have_verb(completion, claim))
		return true;
	cut_source(completion, claim, &source);
	after.first = source.end;
	if (after.first >= after.end || tag_of(completion, after.first) != ND_TAG_COMMA ||
		!has_finite_verb(completion, after))
		after.end = after.first;
	if (!has_finite_verb(completion, before) && after.first >= after.end)
		return true;
	for (uint32_t i = before.first; i < after.end; i++)
		if (completion->cue[i] && (i < cue.first || i >= cue.end))
			return true;
	return set_content(completion, claim, before, after);
}

/* The verb of a cue that names nothing it governs, or ND_NONE. */
static uint32_t
last_verb(const NdCompletion *completion, NdRun cue)
{
	for (uint32_t i = cue.end; i-- > cue.first;)
		if (tag_of(completion, i) >= ND_TAG_VB && tag_of(completion, i) <= ND_TAG_VBZ)
			return i;
	return ND_NONE;
}

/* Whether a run holds words of a source. */
static bool
meets_source(const NdCompletion *completion, const NdClaim *claim, NdRun run)
{
	for (uint32_t i = 0; i < claim->source.count; i++)
	{
		NdRun		source = nd_run_of(completion, claim->source.spans[i]);

		if (source.first < run.end && run.first < source.end)
			return true;
	}
	return false;
}

/* "The phone may come in March, claims analyst Jane Roe", taken for two sources. */
static bool
fill_inverted(NdCompletion *completion, NdClaim *claim, NdRun cue)
{
	uint32_t	first = completion->document->sentences[completion->sentences[cue.first]].first_token;
	NdRun		before = {first, cue.first};

	if (claim->source.count != 2 || nd_run_of(completion, claim->source.spans[0]).first != first ||
		nd_run_of(completion, claim->source.spans[1]).first != cue.end ||
		!has_finite_verb(completion, before))
		return true;
	claim->source.spans++;
	claim->source.count = 1;
	return set_content(completion, claim, before, (NdRun) {0, 0});
}

/* "She says when she found a doctor she had to sign": the rest of the sentence. */
static bool
fill_rest(NdCompletion *completion, NdClaim *claim, NdRun cue)
{
	const NdSentence *sentence = &completion->document->sentences[completion->sentences[cue.first]];
	uint32_t	verb = last_verb(completion, cue);
	NdRun		rest = {cue.end, sentence->first_token + sentence->tokens};

	if (verb == ND_NONE || nd_lemma_value(completion, &nd_lexicon_inner_verbs, verb).bytes == NULL)
		return true;
	for (uint32_t i = rest.first; i < rest.end && i < cue.end + LONGEST_ADDRESSEE; i++)
		if (nd_token_is(completion, i, ":"))
			rest.first = i + 1;
	for (uint32_t i = rest.first; i < rest.end; i++)
		if (completion->document->tokens[i].quotation != completion->document->tokens[verb].quotation &&
			completion->document->tokens[verb].quotation != ND_NONE)
			rest.end = i;
	if (!has_finite_verb(completion, rest) || meets_source(completion, claim, rest))
		return true;
	return set_content(completion, claim, rest, (NdRun) {0, 0});
}

/* A claim of which only cue and source were seen. */
static bool
fill_content(NdCompletion *completion, NdClaim *claim, NdRun cue)
{
	if (!fill_inverted(completion, claim, cue))
		return false;
	return claim->content.count > 0 || fill_rest(completion, claim, cue);
}

bool
nd_mend_claims(NdCompletion *completion)
{
	uint32_t	kept = 0;

	for (uint32_t i = 0; i < completion->count; i++)
	{
		NdClaim    *claim = &completion->claims[i];
		bool		filled = claim->content.count == 0;
		NdRun		cue;

		if (claim->cue.count > 0)
		{
			cue = nd_run_of(completion, claim->cue.spans[0]);
			if (nd_token_is(completion, cue.first, "according") && claim->source.count > 0)
			{
				if (!fill_according(completion, claim, cue))
					return false;
			}
			else if (claim->content.count == 0 && !fill_content(completion, claim, cue))
				return false;
		}
		if (filled)
			claim->confidence = nd_rule_confidence("filled");
		if (claim->content.count > 0)
			completion->claims[kept++] = *claim;
	}
	completion->count = kept;
	return true;
}
