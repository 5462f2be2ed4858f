/*
 * chunk.c
 *		Cuts a document into chunks and looks at their tokens.
 */
#include "claim/chunk.h"

#include "base/hash.h"
#include "language/lemma.h"
#include "language/tagset.h"
#include "language/word.h"
#include "lexicon/lexicon.h"

static bool
ends_with_colon(const NdDocument *document, const NdParagraph *paragraph)
{
	return paragraph->at.end > paragraph->at.start &&
		document->text.bytes[paragraph->at.end - 1] == ':';
}

/*
 * A paragraph that ends with a colon announces the next one, so they stay
 * together even where the chunk is long enough.
 */
static bool
ends_before(const NdDocument *document, const NdChunk *chunk, uint32_t paragraph)
{
	const NdParagraph *before = &document->paragraphs[paragraph - 1];
	const NdParagraph *after = &document->paragraphs[paragraph];

	if (before->passage != after->passage &&
		document->passages[before->passage].kind != document->passages[after->passage].kind)
		return true;
	return chunk->count >= ND_CHUNK_LIMIT ||
		(chunk->count >= ND_CHUNK_WISH && !ends_with_colon(document, before));
}

uint32_t
nd_chunk_bounds(const NdDocument *document, uint32_t sentence, NdChunk *chunk)
{
	const NdSentence *sentences = document->sentences;
	uint32_t	next = sentence;

	chunk->document = document;
	chunk->first_sentence = sentence;
	chunk->first_token = sentences[sentence].first_token;
	chunk->first_paragraph = sentences[sentence].paragraph;
	chunk->count = 0;
	do
	{
		uint32_t	paragraph = sentences[next].paragraph;

		if (next > sentence && paragraph != sentences[next - 1].paragraph &&
			ends_before(document, chunk, paragraph))
			break;
		chunk->count += sentences[next].tokens;
		chunk->paragraphs = paragraph - chunk->first_paragraph + 1;
		next++;
	} while (next < document->n_sentences &&
			 chunk->count + sentences[next].tokens <= ND_CHUNK_LIMIT);
	chunk->sentences = next - sentence;
	return next;
}

/* The class of a word in a list, counted from 1; 0 when it is not in it. */
static uint8_t
class_in(const NdLexicon *lexicon, const char *word, uint32_t length)
{
	uint32_t	entry = nd_lexicon_find(lexicon, word, length);
	uint32_t	class;

	if (entry == UINT32_MAX)
		return 0;
	class = nd_lexicon_find(&nd_lexicon_stances, nd_lexicon_value(lexicon, entry).bytes,
							nd_lexicon_value(lexicon, entry).length);
	return (uint8_t) (class == UINT32_MAX ? 1 : class + 2);
}

static bool
is_verb(unsigned tag)
{
	return tag >= ND_TAG_VB && tag <= ND_TAG_VBZ;
}

static bool
is_common_noun(unsigned tag)
{
	return tag == ND_TAG_NN || tag == ND_TAG_NNS;
}

static void
look_at_word(const NdDocument *document, const NdToken *token, NdView *view)
{
	const char *bytes = document->text.bytes + token->start;
	char		lemma[ND_LEMMA_BYTES];
	uint32_t	length;
	NdWord		word;

	nd_word(bytes, token->end - token->start, &word);
	length = nd_lemma(bytes, token->end - token->start, (NdTag) token->tag, lemma);
	view->form = word.form;
	view->lemma = nd_hash_bytes(lemma, length);
	view->suffix2 = word.suffix[1];
	view->suffix3 = word.suffix[2];
	view->shape = word.shape;
	view->tag = token->tag;
	view->relation = token->relation;
	if (is_verb(token->tag))
		view->reporting = class_in(&nd_lexicon_reporting_verbs, lemma, length);
	else if (is_common_noun(token->tag))
		view->noun = class_in(&nd_lexicon_reporting_nouns, lemma, length);
	else if (token->tag == ND_TAG_JJ)
		view->noun = class_in(&nd_lexicon_reporting_adjectives, lemma, length);
}

static void
look_at_sentence(const NdChunk *chunk, uint32_t number)
{
	const NdDocument *document = chunk->document;
	const NdSentence *sentence = &document->sentences[number];
	uint32_t	first = sentence->first_token - chunk->first_token;

	for (uint32_t i = 0; i < sentence->tokens; i++)
	{
		const NdToken *token = &document->tokens[sentence->first_token + i];
		NdView	   *view = &chunk->views[first + i];

		look_at_word(document, token, view);
		view->sentence = number;
		view->sentence_first = first;
		view->sentence_end = first + sentence->tokens;
		view->head = token->head < sentence->tokens ? first + token->head : ND_NONE;
	}
}

static void
look_at_quotations(const NdChunk *chunk)
{
	const NdDocument *document = chunk->document;
	const NdToken *tokens = document->tokens + chunk->first_token;
	uint32_t	end;

	for (uint32_t first = 0; first < chunk->count; first = end)
	{
		uint32_t	quotation = tokens[first].quotation;

		end = first + 1;
		while (end < chunk->count && tokens[end].quotation == quotation)
			end++;
		for (uint32_t i = first; i < end; i++)
		{
			chunk->views[i].quoted = quotation != ND_NONE;
			chunk->views[i].quote_closed = quotation != ND_NONE &&
				document->quotations[quotation].closed;
			chunk->views[i].quote_first = first;
			chunk->views[i].quote_end = end;
		}
	}
}

bool
nd_chunk_fill(NdArena *arena, NdChunk *chunk)
{
	chunk->views = nd_alloc_array(arena, chunk->count, sizeof(NdView));
	chunk->order = nd_alloc_array(arena, chunk->count, sizeof(uint32_t));
	if (chunk->views == NULL || chunk->order == NULL)
		return false;
	for (uint32_t i = 0; i < chunk->sentences; i++)
		look_at_sentence(chunk, chunk->first_sentence + i);
	look_at_quotations(chunk);
	return nd_chunk_trees(arena, chunk);
}
