/*
 * speaker.c
 *		Speakers named at the start of a line.
 */
#include "claim/speaker.h"

#include "base/hash.h"
#include "language/tagset.h"
#include "language/word.h"
#include "lexicon/lexicon.h"

#include <stdlib.h>
#include <string.h>

#define LONGEST_NAME	4		/* words */

static bool
is_colon(const NdDocument *document, const NdToken *token)
{
	return token->end - token->start == 1 && document->text.bytes[token->start] == ':';
}

/* The last word of a name in lower case, as bytes of `out`; 0: no such name. */
static uint32_t
name_word(const NdDocument *document, const NdToken *token, char out[ND_WORD_BYTES])
{
	const char *bytes = document->text.bytes + token->start;
	uint32_t	length = token->end - token->start;
	NdWord		word;

	nd_word(bytes, length, &word);
	if ((word.flags & ND_WORD_CAPITAL) == 0 || (word.flags & ND_WORD_DIGIT) != 0)
		return 0;
	length = nd_word_normalise(bytes, length, out);
	return nd_lexicon_find(&nd_lexicon_no_speakers, out, length) == UINT32_MAX ? length : 0;
}

/*
 * The hash of the last word of a name that, with a colon, opens the paragraph
 * and does not fill it; 0 when there is none. *tokens: name and colon.
 */
static uint64_t
read_label(const NdDocument *document, const NdParagraph *paragraph, uint8_t *tokens)
{
	const NdSentence *sentence;
	const NdToken *token;
	char		word[ND_WORD_BYTES];
	uint32_t	length = 0;

	*tokens = 0;
	if (paragraph->sentences == 0 ||
		document->passages[paragraph->passage].kind != ND_BODY)
		return 0;
	sentence = &document->sentences[paragraph->first_sentence];
	token = &document->tokens[sentence->first_token];
	for (uint32_t i = 0; i <= LONGEST_NAME && i < sentence->tokens; i++)
	{
		if (length > 0 && is_colon(document, &token[i]))
		{
			*tokens = (uint8_t) (i + 1);
			return token[i].end < paragraph->at.end ? nd_hash_bytes(word, length) | 1 : 0;
		}
		length = name_word(document, &token[i], word);
		if (length == 0)
			return 0;
	}
	return 0;
}

static int
by_value(const void *a, const void *b)
{
	uint64_t	x = *(const uint64_t *) a;
	uint64_t	y = *(const uint64_t *) b;

	return x < y ? -1 : x > y;
}

/* Whether the sorted numbers hold this one twice. */
static bool
stands_twice(const uint64_t *sorted, uint32_t count, uint64_t number)
{
	uint32_t	low = 0;
	uint32_t	high = count;

	while (low < high)
	{
		uint32_t	middle = low + (high - low) / 2;

		if (sorted[middle] < number)
			low = middle + 1;
		else
			high = middle;
	}
	return low + 1 < count && sorted[low + 1] == number;
}

uint8_t *
nd_find_speakers(NdArena *arena, const NdDocument *document)
{
	uint8_t    *labels = nd_alloc_array(arena, document->n_paragraphs, 1);
	uint64_t   *names = nd_alloc_array(arena, document->n_paragraphs, sizeof(uint64_t));
	uint64_t   *sorted = nd_alloc_array(arena, document->n_paragraphs, sizeof(uint64_t));
	uint32_t	count = 0;

	if (labels == NULL || names == NULL || sorted == NULL)
		return NULL;
	for (uint32_t i = 0; i < document->n_paragraphs; i++)
	{
		names[i] = read_label(document, &document->paragraphs[i], &labels[i]);
		if (names[i] != 0)
			sorted[count++] = names[i];
	}
	qsort(sorted, count, sizeof(uint64_t), by_value);
	for (uint32_t i = 0; i < document->n_paragraphs; i++)
		if (names[i] == 0 || !stands_twice(sorted, count, names[i]))
			labels[i] = 0;
	return labels;
}

/* The end of the paragraph that a token begins. */
static uint32_t
paragraph_end(const NdChunk *chunk, uint32_t token)
{
	uint32_t	end = token + 1;

	while (end < chunk->count && nd_chunk_paragraph(chunk, end) == nd_chunk_paragraph(chunk, token))
		end++;
	return end;
}

static bool
draft_speech(NdArena *arena, const NdChunk *chunk, uint32_t first, uint32_t end,
			 uint32_t label, NdDraft *draft)
{
	*draft = (NdDraft)
	{
		.first = first, .count = end - first, .cue = first + label - 1, .speech = true
	};
	draft->roles = nd_alloc_array(arena, draft->count, 1);
	if (draft->roles == NULL)
		return false;
	memset(draft->roles, ND_ROLE_SOURCE, label - 1);
	draft->roles[label - 1] = ND_ROLE_CUE;
	memset(draft->roles + label, ND_ROLE_CONTENT, draft->count - label);
	if (draft->count > label + 1 && chunk->views[end - 1].tag == ND_TAG_STOP)
		draft->roles[draft->count - 1] = ND_ROLE_NONE;
	return true;
}

bool
nd_speaker_drafts(NdArena *arena, const NdChunk *chunk, const uint8_t *labels, NdDrafts *drafts)
{
	NdDrafts	all = {.count = 0};
	uint32_t	next = 0;
	uint32_t	end;

	all.drafts = nd_alloc_array(arena, drafts->count + chunk->paragraphs, sizeof(NdDraft));
	if (all.drafts == NULL)
		return false;
	for (uint32_t first = 0; first < chunk->count; first = end)
	{
		uint32_t	label = labels[nd_chunk_paragraph(chunk, first)];
		bool		opens = chunk->document->paragraphs[nd_chunk_paragraph(chunk, first)].first_sentence ==
			chunk->views[first].sentence;

		end = paragraph_end(chunk, first);
		if (label != 0 && opens && first + label < end &&
			!draft_speech(arena, chunk, first, end, label, &all.drafts[all.count++]))
			return false;
		for (; next < drafts->count && drafts->drafts[next].cue < end; next++)
			if (label == 0)
				all.drafts[all.count++] = drafts->drafts[next];
	}
	*drafts = all;
	return true;
}
