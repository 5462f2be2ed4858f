/*
 * page.c
 *		A document with what the search for sources asks of its words.
 */
#include "source/page.h"

#include "base/hash.h"
#include "language/lemma.h"
#include "language/tagset.h"
#include "language/word.h"

#include <string.h>

#define SURNAME	UINT64_C(0x5355524e414d4500)	/* tells surnames from other forms */

static uint8_t
look_of(NdText text, const NdToken *token, bool opens)
{
	uint32_t	letters = 0;
	uint32_t	lower = 0;
	uint8_t		look = opens ? ND_WORD_OPENS : 0;
	uint32_t	next;

	for (uint32_t at = token->start; at < token->end; at = next)
	{
		uint32_t	c = nd_decode(text, at, &next);

		if (!nd_is_letter(c))
			continue;
		if (letters++ == 0 && nd_is_upper(c))
			look |= ND_WORD_CAPITALISED;
		lower += nd_is_lower(c);
	}
	if (letters > 0)
		look |= ND_WORD_LETTERS;
	if (letters > 1 && lower == 0 && (look & ND_WORD_CAPITALISED))
		look |= ND_WORD_SHOUTED;
	return look;
}

/* Whether only marks stand before the token in its sentence. */
static bool
opens_sentence(const NdPage *page, const NdSentence *sentence, uint32_t token)
{
	uint32_t	before = token;

	while (before > sentence->first_token && token - before < 3)
		if (page->looks[--before] & ND_WORD_LETTERS)
			return false;
	return before == sentence->first_token;
}

/* "Mayor Says New Bridge Will Open in May": capitals that tell nothing. */
static void
find_title_case(const NdPage *page, const NdSentence *sentence)
{
	uint32_t	first = sentence->first_token;
	uint32_t	end = first + sentence->tokens;
	uint32_t	words = 0;
	uint32_t	capitals = 0;

	for (uint32_t i = first; i < end; i++)
	{
		words += (page->looks[i] & ND_WORD_LETTERS) != 0;
		capitals += (page->looks[i] & ND_WORD_CAPITALISED) != 0;
	}
	if (words < 6 || 4 * capitals < 3 * words)
		return;
	for (uint32_t i = first; i < end; i++)
		page->looks[i] |= ND_WORD_TITLE_CASE;
}

/* The slot of a form in the set of names: its own, or a free one. */
static uint32_t
slot_of(const NdPage *page, uint64_t form)
{
	uint32_t	slot = (uint32_t) form & (page->n_names - 1);

	while (page->names[slot] != 0 && page->names[slot] != form)
		slot = (slot + 1) & (page->n_names - 1);
	return slot;
}

/* What a form is kept as where it stands behind a given name. */
static uint64_t
as_surname(uint64_t form)
{
	return (form ^ SURNAME) | 1;
}

/* "Jane Hunter": the end of a name that a given name begins. */
static bool
ends_person(const NdPage *page, uint32_t token)
{
	return token > 0 && (page->looks[token - 1] & ND_WORD_CAPITALISED) &&
		page->sentences[token] == page->sentences[token - 1] &&
		(token + 1 == page->document->n_tokens || !(page->looks[token + 1] & ND_WORD_CAPITALISED)) &&
		nd_page_has(page, &nd_lexicon_given_names, token - 1);
}

/* Capitals in the middle of a sentence tell which words are names. */
static bool
gather_names(NdArena *arena, NdPage *page)
{
	const NdDocument *document = page->document;
	uint32_t	count = 0;

	for (uint32_t i = 0; i < document->n_tokens; i++)
		count += (page->looks[i] & (ND_WORD_CAPITALISED | ND_WORD_OPENS)) == ND_WORD_CAPITALISED;
	page->n_names = 16;
	while (page->n_names < 4 * count)
		page->n_names *= 2;
	page->names = nd_alloc_array(arena, page->n_names, sizeof(uint64_t));
	if (page->names == NULL)
		return false;
	for (uint32_t i = 0; i < document->n_tokens; i++)
	{
		uint64_t	form = page->forms[i] | 1;

		if ((page->looks[i] & (ND_WORD_CAPITALISED | ND_WORD_OPENS | ND_WORD_TITLE_CASE)) !=
			ND_WORD_CAPITALISED)
			continue;
		if (ends_person(page, i))
			page->names[slot_of(page, as_surname(form))] = as_surname(form);
		if (document->tokens[i].tag == ND_TAG_NNP || document->tokens[i].tag == ND_TAG_NNPS)
			page->names[slot_of(page, form)] = form;
	}
	return true;
}

bool
nd_page_names(const NdPage *page, uint32_t token)
{
	return page->names[slot_of(page, page->forms[token] | 1)] != 0;
}

bool
nd_page_surname(const NdPage *page, uint32_t token)
{
	return page->names[slot_of(page, as_surname(page->forms[token] | 1))] != 0;
}

bool
nd_page_open(NdArena *arena, const NdDocument *document, NdPage *page)
{
	page->document = document;
	page->forms = nd_alloc_array(arena, document->n_tokens, sizeof(uint64_t));
	page->looks = nd_alloc_array(arena, document->n_tokens, 1);
	page->sentences = nd_alloc_array(arena, document->n_tokens, sizeof(uint32_t));
	if (page->forms == NULL || page->looks == NULL || page->sentences == NULL)
		return false;
	for (uint32_t s = 0; s < document->n_sentences; s++)
	{
		const NdSentence *sentence = &document->sentences[s];

		for (uint32_t i = sentence->first_token; i < sentence->first_token + sentence->tokens; i++)
		{
			const NdToken *token = &document->tokens[i];
			char		form[ND_WORD_BYTES];
			uint32_t	length = nd_word_normalise(document->text.bytes + token->start,
												   token->end - token->start, form);

			page->forms[i] = length > 1 && form[0] == '@' ?
				nd_hash_bytes(form + 1, length - 1) : nd_hash_bytes(form, length);
			page->sentences[i] = s;
			page->looks[i] = look_of(document->text, token, opens_sentence(page, sentence, i));
		}
		find_title_case(page, sentence);
	}
	return gather_names(arena, page);
}

NdRange
nd_tokens_of(const NdDocument *document, NdSpan span)
{
	NdRange		range;

	range.first = nd_token_after(document, span.start);
	range.end = range.first;
	if (!nd_span_empty(span))
	{
		range.end = nd_token_after(document, span.end - 1);
		if (range.end < document->n_tokens && document->tokens[range.end].start < span.end)
			range.end++;
	}
	return range;
}

uint32_t
nd_page_find(const NdPage *page, const NdLexicon *lexicon, NdRange range)
{
	const NdDocument *document = page->document;
	char		joined[2 * ND_WORD_BYTES];
	uint32_t	length = 0;

	for (uint32_t i = range.first; i < range.end; i++)
	{
		const NdToken *token = &document->tokens[i];

		if (i > range.first && token->space_before)
			joined[length++] = ' ';
		length += nd_word_normalise(document->text.bytes + token->start,
									token->end - token->start, joined + length);
		if (length > lexicon->longest || length > ND_WORD_BYTES - 1)
			return UINT32_MAX;
	}
	return nd_lexicon_find(lexicon, joined, length);
}

uint32_t
nd_page_abbreviation(const NdPage *page, const NdLexicon *lexicon, uint32_t token)
{
	const NdToken *word = &page->document->tokens[token];
	char		form[ND_WORD_BYTES];
	uint32_t	length = nd_word_normalise(page->document->text.bytes + word->start,
										   word->end - word->start, form);

	if (length > 1 && form[length - 1] == '.')
		length--;
	return nd_lexicon_find(lexicon, form, length);
}

uint32_t
nd_page_noun(const NdPage *page, const NdLexicon *lexicon, uint32_t token, bool *plural)
{
	const NdToken *word = &page->document->tokens[token];
	uint32_t	entry = nd_page_find(page, lexicon, (NdRange) {token, token + 1});
	char		form[ND_WORD_BYTES];
	char		lemma[ND_LEMMA_BYTES];
	uint32_t	length;

	*plural = false;
	if (entry != UINT32_MAX)
		return entry;
	length = nd_word_normalise(page->document->text.bytes + word->start,
							   word->end - word->start, form);
	length = nd_lemma(form, length, ND_TAG_NNS, lemma);
	entry = nd_lexicon_find(lexicon, lemma, length);
	*plural = entry != UINT32_MAX;
	return entry;
}

bool
nd_page_is(const NdPage *page, uint32_t token, const char *word)
{
	return token < page->document->n_tokens &&
		page->forms[token] == nd_hash_bytes(word, strlen(word));
}
