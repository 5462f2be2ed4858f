/*
 * complete.c
 *		Claims that the trained models leave out.
 */
#include "claim/complete.h"

#include "claim/completion.h"
#include "claim/quote.h"

#include <stdlib.h>
#include <string.h>

#define LEAST_CONFIDENCE 1		/* of a rule that nobody has measured */
#define FARTHEST_CHILD	60		/* tokens between a head and its child */
#define DEEPEST_TREE	64		/* heads above a token that are told of it */

uint32_t
nd_head_of(const NdCompletion *completion, uint32_t token)
{
	const NdDocument *document = completion->document;
	const NdSentence *sentence = &document->sentences[completion->sentences[token]];
	uint32_t	head = document->tokens[token].head;

	return head < sentence->tokens ? sentence->first_token + head : ND_NONE;
}

uint32_t
nd_child_of(const NdCompletion *completion, uint32_t token, unsigned relation)
{
	NdRun		subtree = completion->subtrees[token];
	uint32_t	first = token - subtree.first > FARTHEST_CHILD ? token - FARTHEST_CHILD : subtree.first;
	uint32_t	end = subtree.end - token > FARTHEST_CHILD ? token + FARTHEST_CHILD : subtree.end;

	for (uint32_t i = first; i < end; i++)
		if (completion->document->tokens[i].relation == relation &&
			nd_head_of(completion, i) == token)
			return i;
	return ND_NONE;
}

static uint32_t
form_of(const NdCompletion *completion, uint32_t token, char form[ND_WORD_BYTES])
{
	const NdToken *word = &completion->document->tokens[token];

	return nd_word_normalise(completion->document->text.bytes + word->start,
							 word->end - word->start, form);
}

bool
nd_token_is(const NdCompletion *completion, uint32_t token, const char *word)
{
	char		form[ND_WORD_BYTES];
	uint32_t	length;

	if (token >= completion->document->n_tokens)
		return false;
	length = form_of(completion, token, form);
	return length == strlen(word) && memcmp(form, word, length) == 0;
}

bool
nd_token_in(const NdCompletion *completion, const NdLexicon *lexicon, uint32_t token)
{
	char		form[ND_WORD_BYTES];

	return nd_lexicon_find(lexicon, form, form_of(completion, token, form)) != UINT32_MAX;
}

NdWordValue
nd_lemma_value(const NdCompletion *completion, const NdLexicon *lexicon, uint32_t token)
{
	const NdToken *word = &completion->document->tokens[token];
	char		lemma[ND_LEMMA_BYTES];
	uint32_t	length = nd_lemma(completion->document->text.bytes + word->start,
								  word->end - word->start, (NdTag) word->tag, lemma);
	uint32_t	entry = nd_lexicon_find(lexicon, lemma, length);

	if (entry == UINT32_MAX)
		return (NdWordValue) {NULL, 0};
	return nd_lexicon_value(lexicon, entry);
}

static bool
is_mark(const NdCompletion *completion, uint32_t token)
{
	switch (completion->document->tokens[token].tag)
	{
		case ND_TAG_COMMA:
		case ND_TAG_STOP:
		case ND_TAG_OPEN_QUOTE:
		case ND_TAG_CLOSE_QUOTE:
			return true;
		case ND_TAG_COLON:
			return !nd_token_is(completion, token, ":");
		default:
			return false;
	}
}

NdRun
nd_trim_run(const NdCompletion *completion, NdRun run)
{
	while (run.first < run.end && is_mark(completion, run.first))
		run.first++;
	while (run.end > run.first && is_mark(completion, run.end - 1))
		run.end--;
	return run;
}

NdRun
nd_trim_content(const NdCompletion *completion, NdRun run)
{
	while (run.first < run.end && completion->document->tokens[run.first].tag == ND_TAG_COMMA)
		run.first++;
	while (run.end > run.first &&
		   (completion->document->tokens[run.end - 1].tag == ND_TAG_COMMA ||
			completion->document->tokens[run.end - 1].tag == ND_TAG_STOP))
		run.end--;
	return run;
}

NdRun
nd_run_of(const NdCompletion *completion, NdSpan span)
{
	const NdDocument *document = completion->document;
	NdRun		run = {nd_token_after(document, span.start), 0};

	run.end = run.first;
	while (run.end < document->n_tokens && document->tokens[run.end].start < span.end)
		run.end++;
	return run;
}

static bool
set_pieces(NdCompletion *completion, const NdRun *runs, uint32_t count, NdPieces *pieces)
{
	const NdToken *tokens = completion->document->tokens;

	pieces->count = 0;
	pieces->spans = nd_alloc_array(completion->arena, count, sizeof(NdSpan));
	if (pieces->spans == NULL)
		return false;
	for (uint32_t i = 0; i < count; i++)
		if (runs[i].first < runs[i].end)
			pieces->spans[pieces->count++] = (NdSpan) {
				tokens[runs[i].first].start, tokens[runs[i].end - 1].end
			};
	return true;
}

static void
note_roles(NdCompletion *completion, uint32_t number)
{
	const NdClaim *claim = &completion->claims[number];
	const NdDocument *document = completion->document;

	for (unsigned role = 0; role < 2; role++)
	{
		const NdPieces *pieces = role == 0 ? &claim->cue : &claim->content;

		for (uint32_t p = 0; p < pieces->count; p++)
		{
			uint32_t	low = nd_token_after(document, pieces->spans[p].start);

			for (; low < document->n_tokens && document->tokens[low].start < pieces->spans[p].end; low++)
				if (role == 0)
					completion->cue[low] = true;
				else
					completion->content[low] = number;
		}
	}
}

uint16_t
nd_rule_confidence(const char *rule)
{
	uint32_t	entry = nd_lexicon_find(&nd_lexicon_rule_confidences, rule, (uint32_t) strlen(rule));
	NdWordValue value;
	uint32_t	confidence = 0;

	if (entry == UINT32_MAX)
		return LEAST_CONFIDENCE;
	value = nd_lexicon_value(&nd_lexicon_rule_confidences, entry);
	for (uint32_t i = 0; i < value.length && i < 3; i++)
		confidence = 10 * confidence + (uint32_t) (value.bytes[i] - '0');
	return (uint16_t) confidence;
}

/* A claim within the content of another one ends where that ends. */
static void
keep_within(const NdCompletion *completion, uint32_t cue, NdRun *content)
{
	const NdPieces *outer;

	if (completion->content[cue] == ND_NONE)
		return;
	outer = &completion->claims[completion->content[cue]].content;
	for (uint32_t i = 0; i < outer->count; i++)
	{
		NdRun		run = nd_run_of(completion, outer->spans[i]);

		if (run.first <= cue && cue < run.end && content->first > cue && content->first < run.end &&
			content->end > run.end)
			content->end = run.end;
	}
}

bool
nd_add_claim(NdCompletion *completion, const char *rule, NdRun source, const NdRun cue[2],
			 const NdRun content[2])
{
	NdRun		cues[2] = {nd_trim_run(completion, cue[0]), nd_trim_run(completion, cue[1])};
	NdRun		contents[2] = {content[0], content[1]};
	uint32_t	anchor;
	NdClaim    *claim;

	for (unsigned i = 0; i < 2; i++)
	{
		if (cues[0].first < cues[0].end)
			keep_within(completion, cues[0].first, &contents[i]);
		contents[i] = nd_trim_content(completion, contents[i]);
	}
	anchor = cues[0].first < cues[0].end ? cues[0].first : contents[0].first;

	if (contents[0].first >= contents[0].end)
	{
		contents[0] = contents[1];
		contents[1].end = contents[1].first;
	}
	if (contents[0].first >= contents[0].end)
		return true;
	source = nd_trim_run(completion, source);
	if (!nd_reserve(completion->arena, &completion->claims, &completion->room,
					completion->count + 1, sizeof(NdClaim)))
		return false;
	claim = &completion->claims[completion->count];
	if (!set_pieces(completion, &source, 1, &claim->source) ||
		!set_pieces(completion, cues, 2, &claim->cue) ||
		!set_pieces(completion, contents, 2, &claim->content))
		return false;
	claim->sentence = completion->sentences[anchor];
	claim->quote = nd_quote_kind(completion->document, claim);
	claim->added = true;
	claim->confidence = nd_rule_confidence(rule);
	note_roles(completion, completion->count++);
	return true;
}

/* From every token its ancestors learn how far their subtrees reach. */
static void
find_subtrees(NdCompletion *completion)
{
	for (uint32_t i = 0; i < completion->document->n_tokens; i++)
		completion->subtrees[i] = (NdRun) {i, i + 1};
	for (uint32_t i = 0; i < completion->document->n_tokens; i++)
	{
		uint32_t	above = nd_head_of(completion, i);

		for (unsigned depth = 0; above != ND_NONE && depth < DEEPEST_TREE; depth++)
		{
			NdRun	   *run = &completion->subtrees[above];

			if (i < run->first)
				run->first = i;
			if (i + 1 > run->end)
				run->end = i + 1;
			above = nd_head_of(completion, above);
		}
	}
}

static bool
open_completion(NdCompletion *completion, const NdClaims *claims)
{
	const NdDocument *document = completion->document;
	uint32_t	n = document->n_tokens;

	completion->cue = nd_alloc_array(completion->arena, n, sizeof(bool));
	completion->content = nd_alloc_array(completion->arena, n, sizeof(uint32_t));
	completion->subtrees = nd_alloc_array(completion->arena, n, sizeof(NdRun));
	completion->sentences = nd_alloc_array(completion->arena, n, sizeof(uint32_t));
	if (completion->cue == NULL || completion->content == NULL || completion->subtrees == NULL ||
		completion->sentences == NULL ||
		!nd_reserve(completion->arena, &completion->claims, &completion->room, claims->count + 1,
					sizeof(NdClaim)))
		return false;
	for (uint32_t s = 0; s < document->n_sentences; s++)
		for (uint32_t i = 0; i < document->sentences[s].tokens; i++)
			completion->sentences[document->sentences[s].first_token + i] = s;
	for (uint32_t i = 0; i < n; i++)
		completion->content[i] = ND_NONE;
	find_subtrees(completion);
	for (uint32_t i = 0; i < claims->count; i++)
	{
		completion->claims[completion->count] = claims->claims[i];
		note_roles(completion, completion->count++);
	}
	if (!nd_enclose_claims(completion) || !nd_add_by_chains(completion) || !nd_mend_claims(completion) || !nd_settle_claims(completion))
		return false;
	for (uint32_t i = 0; i < n; i++)
	{
		completion->content[i] = ND_NONE;
		completion->cue[i] = false;
	}
	for (uint32_t i = 0; i < completion->count; i++)
		note_roles(completion, i);
	return true;
}

static uint32_t
place_of(const NdClaim *claim)
{
	return claim->cue.count > 0 ? claim->cue.spans[0].start :
		claim->content.count > 0 ? claim->content.spans[0].start : 0;
}

static int
by_place(const void *a, const void *b)
{
	uint32_t	x = place_of(a);
	uint32_t	y = place_of(b);

	return x < y ? -1 : x > y;
}

bool
nd_complete_claims(NdArena *arena, const NdDocument *document, NdClaims *claims)
{
	NdCompletion completion = {.arena = arena, .document = document};

	if (!open_completion(&completion, claims) || !nd_poll(arena->context) ||
		!nd_add_by_layout(&completion) || !nd_add_by_words(&completion) ||
		!nd_add_by_verbs(&completion))
		return false;
	if (completion.count > 0)
		qsort(completion.claims, completion.count, sizeof(NdClaim), by_place);
	claims->claims = completion.claims;
	claims->count = completion.count;
	return true;
}
