/*
 * settle.c
 *		Brings the models' claims to the habits of the product: coordinated
 *		cues share their source, the subject of "is believed to" is content,
 *		and what a source cites is its chain and no claim.
 */
#include "claim/completion.h"

#include "claim/quote.h"

static bool
is_verb(unsigned tag)
{
	return tag >= ND_TAG_VB && tag <= ND_TAG_VBZ;
}

/* The verb that heads a cue, or ND_NONE; *passive: "is believed". */
static uint32_t
verb_of(const NdCompletion *completion, NdRun cue, bool *passive)
{
	uint32_t	verb = ND_NONE;

	*passive = false;
	for (uint32_t i = cue.first; i < cue.end; i++)
	{
		const NdToken *token = &completion->document->tokens[i];

		if (token->relation == ND_REL_AUX_PASS)
			*passive = true;
		else if (is_verb(token->tag) && token->relation != ND_REL_AUX && verb == ND_NONE)
			verb = i;
	}
	return verb;
}

static bool
set_source(NdCompletion *completion, NdRun run, NdPieces *source)
{
	const NdDocument *document = completion->document;

	source->spans = nd_alloc_array(completion->arena, 1, sizeof(NdSpan));
	if (source->spans == NULL)
		return false;
	source->count = 1;
	source->spans[0] = (NdSpan) {document->tokens[run.first].start, document->tokens[run.end - 1].end};
	return true;
}

static bool
is_content(const NdClaim *claim, NdSpan span)
{
	for (uint32_t i = 0; i < claim->content.count; i++)
		if (nd_span_overlaps(claim->content.spans[i], span))
			return true;
	return false;
}

/* "described as a farce by the council" */
static bool
find_agent(NdCompletion *completion, NdClaim *claim, uint32_t verb)
{
	uint32_t	agent = nd_child_of(completion, verb, ND_REL_OBL_AGENT);
	NdRun		run;

	if (agent == ND_NONE || agent < verb || !nd_may_be_source(completion, agent))
		return true;
	run = completion->subtrees[agent];
	if (nd_token_is(completion, run.first, "by"))
		run.first++;
	run = nd_trim_run(completion, run);
	for (uint32_t i = run.first; i < run.end; i++)
		if (is_content(claim, nd_token_span(&completion->document->tokens[i])))
			return true;
	return run.first >= run.end || set_source(completion, run, &claim->source);
}

static uint32_t
last_byte(const NdClaim *claim)
{
	uint32_t	last = claim->cue.spans[claim->cue.count - 1].end;

	if (claim->content.count > 0 && claim->content.spans[claim->content.count - 1].end > last)
		last = claim->content.spans[claim->content.count - 1].end;
	return last;
}

/* "admitted it, but denied that": nothing but a conjunction between them. */
static bool
share_source(NdCompletion *completion, NdClaim *claim, const NdClaim *before)
{
	const NdDocument *document = completion->document;
	uint32_t	from;
	uint32_t	to = nd_token_after(document, claim->cue.spans[0].start);

	if (before == NULL || before->source.count != 1 || before->cue.count == 0 ||
		before->sentence != claim->sentence || last_byte(before) > claim->cue.spans[0].start)
		return true;
	from = nd_token_after(document, last_byte(before));
	for (uint32_t i = from; i < to; i++)
	{
		unsigned	tag = document->tokens[i].tag;

		if (tag != ND_TAG_CC && tag != ND_TAG_COMMA && tag != ND_TAG_RB)
			return true;
	}
	claim->source = before->source;
	return true;
}

/* "Falk did not confirm it, but did not deny it either": the same Falk. */
static bool
find_source(NdCompletion *completion, NdClaim *claim, const NdClaim *before)
{
	const NdDocument *document = completion->document;
	bool		passive;
	uint32_t	verb = verb_of(completion, nd_run_of(completion, claim->cue.spans[0]), &passive);
	uint32_t	subject;
	NdRun		run;

	if (verb == ND_NONE)
		return true;
	if (passive)
		return find_agent(completion, claim, verb);
	subject = nd_subject_of(completion, verb, &passive);
	if (subject == ND_NONE || passive || !nd_may_be_source(completion, subject))
		return share_source(completion, claim, before);
	run = nd_trim_run(completion, completion->subtrees[subject]);
	if (run.first >= run.end || is_content(claim, nd_token_span(&document->tokens[subject])) ||
		nd_span_overlaps(nd_token_span(&document->tokens[subject]), claim->cue.spans[0]))
		return true;
	for (uint32_t i = run.first; i < run.end; i++)
		if (is_content(claim, nd_token_span(&document->tokens[i])) || completion->cue[i])
		{
			run = (NdRun) {subject, subject + 1};
			break;
		}
	return set_source(completion, run, &claim->source);
}

/* "They are believed to have fled": they are no source. */
static bool
drop_passive_subject(NdCompletion *completion, NdClaim *claim)
{
	bool		passive;
	uint32_t	verb = verb_of(completion, nd_run_of(completion, claim->cue.spans[0]), &passive);
	NdSpan	   *spans;

	if (verb == ND_NONE || !passive || !nd_token_in(completion, &nd_lexicon_hearsay_participles, verb) ||
		claim->source.spans[0].start > claim->cue.spans[0].start || claim->content.count == 0 ||
		claim->content.spans[0].start < claim->cue.spans[0].start)
		return true;
	spans = nd_alloc_array(completion->arena, claim->content.count + 1, sizeof(NdSpan));
	if (spans == NULL)
		return false;
	spans[0] = claim->source.spans[0];
	for (uint32_t i = 0; i < claim->content.count; i++)
		spans[i + 1] = claim->content.spans[i];
	claim->content.spans = spans;
	claim->content.count++;
	claim->source.count = 0;
	return true;
}

/* "CNN, citing diplomats, said": no claim where another verb says it. */
static bool
is_only_chain(const NdCompletion *completion, const NdClaim *claims, uint32_t count, uint32_t number)
{
	const NdDocument *document = completion->document;
	const NdClaim *claim = &claims[number];
	NdRun		cue;

	if (claim->cue.count == 0)
		return false;
	cue = nd_run_of(completion, claim->cue.spans[0]);
	if (cue.end - cue.first != 1 || document->tokens[cue.first].tag != ND_TAG_VBG ||
		!nd_token_in(completion, &nd_lexicon_chain_words, cue.first))
		return false;
	for (uint32_t i = number > 2 ? number - 2 : 0; i < count && i < number + 3; i++)
		if (i != number && claims[i].sentence == claim->sentence && claims[i].cue.count > 0)
			return true;
	return nd_child_of(completion, cue.first, ND_REL_CCOMP) == ND_NONE;
}

/* The "nor" of a claim whose cue begins with "neither", or ND_NONE. */
static uint32_t
find_nor(const NdCompletion *completion, const NdClaim *claim)
{
	const NdDocument *document = completion->document;
	NdRun		cue;
	bool		neither = false;

	if (claim->cue.count == 0 || claim->content.count == 0)
		return ND_NONE;
	cue = nd_run_of(completion, claim->cue.spans[0]);
	if (cue.first > 0 && nd_token_is(completion, cue.first - 1, "neither"))
		neither = true;
	for (uint32_t i = cue.first; i <= cue.end && i + 2 < document->n_tokens; i++)
	{
		if (neither && nd_token_is(completion, i, "nor") && is_verb(document->tokens[i + 1].tag))
			return i;
		neither = neither || nd_token_is(completion, i, "neither");
	}
	return ND_NONE;
}

/* "The army neither": a source ends before what belongs to its cue. */
static void
give_to_cue(const NdDocument *document, NdClaim *claim, uint32_t start)
{
	NdSpan	   *last;
	uint32_t	token = nd_token_after(document, start);

	if (claim->source.count == 0 || token == 0)
		return;
	last = &claim->source.spans[claim->source.count - 1];
	if (last->start < start && last->end > start)
		last->end = document->tokens[token - 1].end;
}

/* "neither confirmed nor denied it": two claims with one content. */
static bool
split_at_nor(NdCompletion *completion, uint32_t number)
{
	const NdDocument *document = completion->document;
	uint32_t	nor = find_nor(completion, &completion->claims[number]);
	NdSpan		second;
	NdSpan	   *spans;
	NdClaim    *claim;
	uint32_t	first;
	uint32_t	after;

	if (nor == ND_NONE)
		return true;
	after = nor + 2;
	if (after + 1 < document->n_tokens && document->tokens[after].relation == ND_REL_COMPOUND_PRT)
		after++;
	second = (NdSpan) {document->tokens[nor].start, document->tokens[after - 1].end};
	spans = nd_alloc_array(completion->arena, 2, sizeof(NdSpan));
	if (spans == NULL || !nd_reserve(completion->arena, &completion->claims, &completion->room,
									 completion->count + 1, sizeof(NdClaim)))
		return false;
	claim = &completion->claims[number];
	first = nd_token_after(document, claim->cue.spans[0].start);
	if (first > 0 && nd_token_is(completion, first - 1, "neither"))
		give_to_cue(document, claim, document->tokens[--first].start);
	spans[0] = (NdSpan) {document->tokens[first].start, document->tokens[nor - 1].end};
	spans[1] = second;
	claim->cue = (NdPieces) {spans, 1};
	if (claim->content.spans[0].start < second.end && claim->content.spans[0].end > second.end)
		claim->content.spans[0].start = document->tokens[after].start;
	completion->claims[completion->count] = *claim;
	completion->claims[completion->count++].cue = (NdPieces) {spans + 1, 1};
	return true;
}

bool
nd_settle_claims(NdCompletion *completion)
{
	uint32_t	count = completion->count;
	uint32_t	kept = 0;

	for (uint32_t i = 0; i < count; i++)
		if (!split_at_nor(completion, i))
			return false;
	for (uint32_t i = 0; i < completion->count; i++)
	{
		NdClaim    *claim = &completion->claims[i];

		if (claim->cue.count > 0 &&
			((claim->source.count == 0 && !find_source(completion, claim, i > 0 ? claim - 1 : NULL)) ||
			 (claim->source.count == 1 && !drop_passive_subject(completion, claim))))
			return false;
		claim->quote = nd_quote_kind(completion->document, claim);
	}
	for (uint32_t i = 0; i < completion->count; i++)
		if (!is_only_chain(completion, completion->claims, completion->count, i))
			completion->claims[kept++] = completion->claims[i];
	completion->count = kept;
	return true;
}
