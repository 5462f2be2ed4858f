/*
 * enclose.c
 *		"Russia accused Ukraine of shelling the plant, the agency said": who
 *		stands behind a sentence says all of it, the claims in it too. The
 *		models see one claim at a time, and let the inner one take the words of
 *		the outer one, or leave the outer one out.
 */
#include "claim/completion.h"

#define SENTENCES_BETWEEN_POLLS 256

/* What a verb behind a sentence attributes, and the comma that ends it. */
typedef struct Enclosure
{
	uint32_t	verb;
	uint32_t	owner;			/* claim whose cue has the verb, or ND_NONE */
	NdRun		source;
	NdRun		content;
} Enclosure;

/* The claims of a sentence: those of the models, and those added here. */
typedef struct Present
{
	uint32_t	first;
	uint32_t	end;
	uint32_t	added;			/* from this one on */
} Present;

static uint32_t
first_of(const Present *present)
{
	return present->first < present->end ? present->first : present->added;
}

static uint32_t
next_of(const Present *present, uint32_t claim)
{
	return claim + 1 == present->end ? present->added : claim + 1;
}

static bool
is_verb(unsigned tag)
{
	return tag == ND_TAG_VBD || tag == ND_TAG_VBZ || tag == ND_TAG_VBP || tag == ND_TAG_VBN;
}

static bool
begins_in(const NdCompletion *completion, const NdPieces *pieces, NdRun run)
{
	uint32_t	first;

	if (pieces->count == 0)
		return false;
	first = nd_run_of(completion, pieces->spans[0]).first;
	return run.first <= first && first < run.end;
}

/* The claim of the sentence whose cue has a token, or ND_NONE. */
static uint32_t
owner_of(const NdCompletion *completion, const Present *present, uint32_t token)
{
	NdSpan		at = nd_token_span(&completion->document->tokens[token]);

	for (uint32_t i = first_of(present); i < completion->count; i = next_of(present, i))
		for (uint32_t p = 0; p < completion->claims[i].cue.count; p++)
			if (nd_span_contains(completion->claims[i].cue.spans[p], at))
				return i;
	return ND_NONE;
}

static void
mark_cue(NdCompletion *completion, uint32_t claim, bool marked)
{
	if (claim == ND_NONE)
		return;
	for (uint32_t p = 0; p < completion->claims[claim].cue.count; p++)
	{
		NdRun		run = nd_run_of(completion, completion->claims[claim].cue.spans[p]);

		for (uint32_t i = run.first; i < run.end; i++)
			completion->cue[i] = marked;
	}
}

static bool
find_enclosure(NdCompletion *completion, const Present *present, uint32_t verb, Enclosure *found)
{
	bool		done;

	if (!is_verb(completion->document->tokens[verb].tag) ||
		nd_lemma_value(completion, &nd_lexicon_inner_verbs, verb).bytes == NULL)
		return false;
	found->verb = verb;
	found->owner = owner_of(completion, present, verb);
	if (found->owner == ND_NONE && completion->cue[verb])
		return false;
	mark_cue(completion, found->owner, false);
	done = nd_read_trailing(completion, verb, &found->source, &found->content);
	mark_cue(completion, found->owner, true);
	return done;
}

/* Whether a claim is made in the words that the verb attributes. */
static bool
has_claim_inside(const NdCompletion *completion, const Present *present, const Enclosure *enclosure)
{
	for (uint32_t i = first_of(present); i < completion->count; i = next_of(present, i))
		if (i != enclosure->owner &&
			begins_in(completion, &completion->claims[i].cue, enclosure->content))
			return true;
	return false;
}

/* An inner claim ends where the words end that are attributed. */
static void
cut_content(const NdCompletion *completion, NdClaim *claim, NdRun enclosed)
{
	NdPieces   *content = &claim->content;
	uint32_t	end = completion->document->tokens[enclosed.end - 1].end;
	uint32_t	kept = 0;

	for (uint32_t i = 0; i < content->count; i++)
	{
		if (content->spans[i].start >= end)
			continue;
		content->spans[kept] = content->spans[i];
		if (content->spans[kept].end > end)
			content->spans[kept].end = end;
		kept++;
	}
	content->count = kept;
}

static bool
set_run(NdCompletion *completion, NdRun run, NdPieces *pieces)
{
	pieces->spans = nd_alloc_array(completion->arena, 1, sizeof(NdSpan));
	if (pieces->spans == NULL)
		return false;
	pieces->spans[0] = (NdSpan) {
		completion->document->tokens[run.first].start, completion->document->tokens[run.end - 1].end
	};
	pieces->count = 1;
	return true;
}

/* "Shares fell, the bank said, adding that ...": the addition is a claim of its own. */
static bool
is_addition(const NdCompletion *completion, const NdClaim *claim)
{
	uint32_t	first;

	if (claim->content.count == 0)
		return true;
	first = nd_run_of(completion, claim->content.spans[0]).first;
	return completion->document->tokens[first].tag == ND_TAG_VBG &&
		nd_lemma_value(completion, &nd_lexicon_inner_verbs, first).bytes != NULL;
}

/* "Roe denied it, "a lie," he said": quotation marks say what he said. */
static bool
is_quoted(const NdCompletion *completion, const NdClaim *claim)
{
	return claim->content.count > 0 &&
		completion->document->tokens[nd_run_of(completion, claim->content.spans[0]).first].quotation != ND_NONE;
}

static bool
enclose(NdCompletion *completion, const Present *present, const Enclosure *enclosure)
{
	NdRun		none = {0, 0};
	bool		inside = has_claim_inside(completion, present, enclosure);
	uint32_t	count = completion->count;
	NdClaim    *owner;

	if (enclosure->owner != ND_NONE && is_quoted(completion, &completion->claims[enclosure->owner]))
		return true;
	if (inside)
		for (uint32_t i = first_of(present); i < count; i = next_of(present, i))
			if (i != enclosure->owner &&
				begins_in(completion, &completion->claims[i].cue, enclosure->content))
				cut_content(completion, &completion->claims[i], enclosure->content);
	if (enclosure->owner == ND_NONE)
		return nd_add_claim(completion, "trailing", enclosure->source,
							(NdRun[2]) {{enclosure->verb, enclosure->verb + 1}, none},
							(NdRun[2]) {enclosure->content, none});
	owner = &completion->claims[enclosure->owner];
	if (!is_addition(completion, owner) &&
		(!inside || begins_in(completion, &owner->content,
							  (NdRun) {enclosure->content.first, enclosure->content.first + 1})))
		return true;
	if (owner->source.count == 0 && !set_run(completion, enclosure->source, &owner->source))
		return false;
	return set_run(completion, nd_trim_content(completion, enclosure->content), &owner->content);
}

bool
nd_enclose_claims(NdCompletion *completion)
{
	const NdDocument *document = completion->document;
	uint32_t	models = completion->count;
	Present		present = {0, 0, 0};

	for (uint32_t s = 0; s < document->n_sentences; s++)
	{
		uint32_t	first = document->sentences[s].first_token;

		present.first = present.end;
		while (present.first < models && completion->claims[present.first].sentence < s)
			present.first++;
		present.end = present.first;
		while (present.end < models && completion->claims[present.end].sentence == s)
			present.end++;
		present.added = completion->count;
		for (uint32_t i = first; i < first + document->sentences[s].tokens; i++)
		{
			Enclosure	enclosure;

			if (find_enclosure(completion, &present, i, &enclosure) &&
				!enclose(completion, &present, &enclosure))
				return false;
		}
		if (s % SENTENCES_BETWEEN_POLLS == 0 && !nd_poll(completion->arena->context))
			return false;
	}
	return true;
}
