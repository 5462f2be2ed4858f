/*
 * page.h
 *		A document with what the search for sources asks of its words.
 */
#ifndef ND_PAGE_H
#define ND_PAGE_H

#include "lexicon/lexicon.h"
#include "text/locate.h"

/* Tokens first .. end - 1 of a document. */
typedef struct NdRange
{
	uint32_t	first;
	uint32_t	end;
} NdRange;

#define ND_WORD_CAPITALISED	0x01
#define ND_WORD_LETTERS		0x02	/* has a letter */
#define ND_WORD_SHOUTED		0x04	/* two letters or more, all capital */
#define ND_WORD_OPENS		0x08	/* first word of its sentence */
#define ND_WORD_TITLE_CASE	0x10	/* in a headline Where All Words Are So */
#define ND_WORD_BEGINS_SOURCE	0x20	/* first word of the source of a claim */

typedef struct NdPage
{
	const NdDocument *document;
	uint64_t   *forms;			/* of each token: hash of its normalised form */
	uint8_t    *looks;			/* of each token: ND_WORD_... */
	uint32_t   *sentences;		/* of each token */
	uint64_t   *names;			/* set of the forms that are capitalised within a
								 * sentence, and of surnames; 0 is free */
	uint32_t	n_names;		/* a power of two */
} NdPage;

/* Allocated in `arena`; the document must live as long. */
extern bool nd_page_open(NdArena *arena, const NdDocument *document, NdPage *page);

/* The tokens that a span touches. */
extern NdRange nd_tokens_of(const NdDocument *document, NdSpan span);

/*
 * The entry of a list that the tokens make up when they are joined as the
 * text joins them, in lower case and with straight marks; UINT32_MAX.
 */
extern uint32_t nd_page_find(const NdPage *page, const NdLexicon *lexicon, NdRange range);

/* The same for one token without a full stop at its end: "Mr.", "Sen." */
extern uint32_t nd_page_abbreviation(const NdPage *page, const NdLexicon *lexicon, uint32_t token);

/* The same for a noun in the singular or plural; *plural is set when found. */
extern uint32_t nd_page_noun(const NdPage *page, const NdLexicon *lexicon,
							 uint32_t token, bool *plural);

/* Whether a token is this word, given in lower case. */
extern bool nd_page_is(const NdPage *page, uint32_t token, const char *word);

/* Whether the text has the token's form capitalised within a sentence. */
extern bool nd_page_names(const NdPage *page, uint32_t token);

/* Whether the text has the token's form behind a given name: "Jane Hunter". */
extern bool nd_page_surname(const NdPage *page, uint32_t token);

/* Whether a list has the token. */
static inline bool
nd_page_has(const NdPage *page, const NdLexicon *lexicon, uint32_t token)
{
	return nd_page_find(page, lexicon, (NdRange) {token, token + 1}) != UINT32_MAX;
}

static inline bool
nd_range_empty(NdRange range)
{
	return range.first >= range.end;
}

#endif
