/*
 * quoting.c
 *		What follows from quotation marks alone.
 */
#include "claim/quoting.h"

#include <stdlib.h>

#define NEAR			3		/* tokens between a cue and its quotation */
#define LEAST_SPEECH	6		/* tokens, marks included */

/* A quotation of the chunk: tokens first .. end - 1, marks included. */
typedef struct Quote
{
	uint32_t	first;
	uint32_t	end;
} Quote;

static Quote
quote_at(const NdChunk *chunk, uint32_t token)
{
	return (Quote)
	{
		chunk->views[token].quote_first, chunk->views[token].quote_end
	};
}

/* Counts the tokens of a draft's role within a quotation. */
static uint32_t
count_role(const NdDraft *draft, Quote quote, NdRole role)
{
	uint32_t	n = 0;

	for (uint32_t i = quote.first; i < quote.end; i++)
		n += nd_draft_role(draft, i) == role;
	return n;
}

static bool
in_window(const NdDraft *draft, Quote quote)
{
	return quote.first >= draft->first && quote.end <= draft->first + draft->count;
}

static void
take_quote(NdDraft *draft, Quote quote)
{
	for (uint32_t i = quote.first; i < quote.end; i++)
		draft->roles[i - draft->first] = ND_ROLE_CONTENT;
}

/*
 * A third is enough: what a cue says of a part of a quotation it says of all
 * of it. A quotation without an end may be a slip of the author's.
 */
static void
complete(const NdChunk *chunk, NdDraft *draft)
{
	uint32_t	end = draft->first + draft->count;
	uint32_t	next;

	for (uint32_t i = draft->first; i < end; i = next)
	{
		Quote		quote = quote_at(chunk, i);
		uint32_t	content;

		next = quote.end;
		if (!chunk->views[i].quoted || !chunk->views[i].quote_closed || !in_window(draft, quote))
			continue;
		content = count_role(draft, quote, ND_ROLE_CONTENT);
		if (content * 3 >= quote.end - quote.first &&
			content + count_role(draft, quote, ND_ROLE_NONE) == quote.end - quote.first)
			take_quote(draft, quote);
	}
}

/* The first or the last token that has a role at all. */
static uint32_t
outermost(const NdDraft *draft, bool last)
{
	for (uint32_t k = 0; k < draft->count; k++)
	{
		uint32_t	i = last ? draft->count - 1 - k : k;

		if (draft->roles[i] != ND_ROLE_NONE)
			return draft->first + i;
	}
	return draft->first;
}

/* The quotation that begins up to NEAR tokens on, then one that ended before. */
static void
find_content(const NdChunk *chunk, NdDraft *draft)
{
	uint32_t	first = outermost(draft, false);
	uint32_t	last = outermost(draft, true);

	for (uint32_t i = last; i <= last + NEAR && i < draft->first + draft->count; i++)
		if (chunk->views[i].quoted && chunk->views[i].quote_first > last &&
			in_window(draft, quote_at(chunk, i)))
		{
			take_quote(draft, quote_at(chunk, i));
			return;
		}
	for (uint32_t i = first; i + NEAR >= first && i > draft->first; i--)
		if (chunk->views[i - 1].quoted && chunk->views[i - 1].quote_end <= first &&
			in_window(draft, quote_at(chunk, i - 1)))
		{
			take_quote(draft, quote_at(chunk, i - 1));
			return;
		}
}

void
nd_complete_quotations(const NdChunk *chunk, NdDrafts *drafts)
{
	for (uint32_t i = 0; i < drafts->count; i++)
	{
		if (!nd_draft_has_role(&drafts->drafts[i], ND_ROLE_CONTENT))
			find_content(chunk, &drafts->drafts[i]);
		complete(chunk, &drafts->drafts[i]);
	}
}

/* Makes the window of a draft reach to a token. */
static bool
stretch(NdArena *arena, NdDraft *draft, uint32_t end)
{
	uint8_t    *roles;

	if (end <= draft->first + draft->count)
		return true;
	roles = nd_alloc_array(arena, end - draft->first, 1);
	if (roles == NULL)
		return false;
	for (uint32_t i = 0; i < draft->count; i++)
		roles[i] = draft->roles[i];
	draft->roles = roles;
	draft->count = end - draft->first;
	return true;
}

static void
mark_used(const NdDraft *draft, bool *used)
{
	for (uint32_t i = 0; i < draft->count; i++)
		if (draft->roles[i] != ND_ROLE_NONE)
			used[draft->first + i] = true;
}

static bool
is_unused(const bool *used, Quote quote)
{
	for (uint32_t i = quote.first; i < quote.end; i++)
		if (used[i])
			return false;
	return true;
}

/* The last token of content that is quoted, or ND_NONE. */
static uint32_t
last_quoted(const NdChunk *chunk, const NdDraft *draft)
{
	for (uint32_t i = draft->first + draft->count; i-- > draft->first;)
		if (nd_draft_role(draft, i) == ND_ROLE_CONTENT && chunk->views[i].quoted)
			return i;
	return ND_NONE;
}

static bool
same_paragraph(const NdChunk *chunk, uint32_t a, uint32_t b)
{
	return nd_chunk_paragraph(chunk, a) == nd_chunk_paragraph(chunk, b);
}

/* Nothing of the sentences that the quotation begins and ends in is outside it. */
static bool
fills_sentences(const NdChunk *chunk, Quote quote)
{
	return chunk->views[quote.first].sentence_first == quote.first &&
		chunk->views[quote.end - 1].sentence_end <= quote.end + 1;
}

/* "A," she said. "B.": the quotation that is the next sentence. */
static bool
opens_next_sentence(const NdChunk *chunk, uint32_t last, uint32_t *start)
{
	*start = chunk->views[last].sentence_end;
	return *start < chunk->count && same_paragraph(chunk, last, *start) &&
		chunk->views[*start].quoted && fills_sentences(chunk, quote_at(chunk, *start));
}

/* The quotation at the start of the next paragraph, which goes on with it. */
static bool
reopens(const NdChunk *chunk, uint32_t last, uint32_t *start)
{
	const NdToken *tokens = chunk->document->tokens + chunk->first_token;
	const NdQuotation *quotations = chunk->document->quotations;

	if (last == ND_NONE || !quotations[tokens[last].quotation].continues)
		return false;
	*start = chunk->views[last].quote_end;
	return *start < chunk->count && !same_paragraph(chunk, last, *start) &&
		chunk->views[*start].quoted && quotations[tokens[*start].quotation].continued;
}

static bool
follow(NdArena *arena, const NdChunk *chunk, NdDraft *draft, bool *used)
{
	uint32_t	start;

	while (last_quoted(chunk, draft) != ND_NONE &&
		   (opens_next_sentence(chunk, outermost(draft, true), &start) ||
			reopens(chunk, last_quoted(chunk, draft), &start)))
	{
		Quote		quote = quote_at(chunk, start);

		if (!is_unused(used, quote))
			return true;
		if (!stretch(arena, draft, quote.end))
			return false;
		take_quote(draft, quote);
		mark_used(draft, used);
	}
	return true;
}

/*
 * A quotation that is a paragraph of its own, in the body, long enough to be
 * speech and not the title of something.
 */
static bool
is_speech(const NdChunk *chunk, Quote quote)
{
	const NdDocument *document = chunk->document;
	uint32_t	paragraph = nd_chunk_paragraph(chunk, quote.first);
	uint32_t	passage = document->paragraphs[paragraph].passage;

	return document->passages[passage].kind == ND_BODY && fills_sentences(chunk, quote) &&
		(quote.first == 0 || nd_chunk_paragraph(chunk, quote.first - 1) != paragraph) &&
		(quote.end >= chunk->count || nd_chunk_paragraph(chunk, quote.end) != paragraph) &&
		quote.end - quote.first >= LEAST_SPEECH;
}

/* A claim without cue and source: whoever spoke last goes on. */
static bool
add_floating(NdArena *arena, Quote quote, NdDrafts *drafts, uint32_t *room)
{
	NdDraft    *draft;

	if (!nd_reserve(arena, &drafts->drafts, room, drafts->count + 1, sizeof(NdDraft)))
		return false;
	draft = &drafts->drafts[drafts->count++];
	*draft = (NdDraft)
	{
		.first = quote.first, .count = quote.end - quote.first,
		.cue = quote.first, .floating = true
	};
	draft->roles = nd_alloc_array(arena, draft->count, 1);
	if (draft->roles == NULL)
		return false;
	take_quote(draft, quote);
	return true;
}

/* `since`: the first token after which somebody has spoken. */
static bool
find_floating(NdArena *arena, const NdChunk *chunk, uint32_t since, bool *used,
			  NdDrafts *drafts)
{
	uint32_t	room = drafts->count;
	uint32_t	next;

	for (uint32_t i = since; i < chunk->count; i = next)
	{
		Quote		quote = quote_at(chunk, i);

		next = quote.end;
		if (chunk->views[i].quoted && quote.first >= since && is_unused(used, quote) &&
			is_speech(chunk, quote) &&
			(!add_floating(arena, quote, drafts, &room) ||
			 !follow(arena, chunk, &drafts->drafts[drafts->count - 1], used)))
			return false;
	}
	return true;
}

static int
by_cue(const void *a, const void *b)
{
	const NdDraft *x = a;
	const NdDraft *y = b;

	return x->cue < y->cue ? -1 : x->cue > y->cue;
}

bool
nd_follow_quotations(NdArena *arena, const NdChunk *chunk, bool spoken, NdDrafts *drafts)
{
	bool	   *used = nd_alloc_array(arena, chunk->count, sizeof(bool));
	uint32_t	since = spoken ? 0 : chunk->count;

	if (used == NULL)
		return false;
	for (uint32_t i = 0; i < drafts->count; i++)
		mark_used(&drafts->drafts[i], used);
	for (uint32_t i = 0; i < drafts->count; i++)
	{
		NdDraft    *draft = &drafts->drafts[i];

		if (!follow(arena, chunk, draft, used))
			return false;
		if (nd_draft_has_role(draft, ND_ROLE_SOURCE) && outermost(draft, true) < since)
			since = outermost(draft, true);
	}
	if (!find_floating(arena, chunk, since, used, drafts))
		return false;
	if (drafts->count > 0)
		qsort(drafts->drafts, drafts->count, sizeof(NdDraft), by_cue);
	return true;
}
