/*
 * document.h
 *		A text as the core has read it: passages, paragraphs, quotations,
 *		sentences, tokens, in text order, each an array that owns nothing but
 *		places in the text.
 */
#ifndef ND_DOCUMENT_H
#define ND_DOCUMENT_H

#include "text/text.h"

/* The values are on disk later: append only. */
typedef enum NdPassageKind
{
	ND_TITLE,
	ND_HEADLINE,				/* also subheadings */
	ND_DATELINE,				/* on a line of its own */
	ND_BYLINE,
	ND_BODY,
	ND_CAPTION,
	ND_RELATED,					/* teasers of other articles */
	ND_BOILERPLATE
} NdPassageKind;

/* "title", "headline", ...; "body" for a number that is none. */
extern const char *nd_passage_kind_name(unsigned kind);

/* A run of whole lines of one kind; blank lines at the edges left out. */
typedef struct NdPassage
{
	NdSpan		at;
	NdPassageKind kind;
} NdPassage;

/*
 * What an author would call a paragraph: one line, or several where the text
 * is hard-wrapped. Quotations are paired within it.
 */
typedef struct NdParagraph
{
	NdSpan		at;
	uint32_t	passage;
	uint32_t	first_sentence;
	uint32_t	sentences;
	uint32_t	first_quotation;
	uint32_t	quotations;
} NdParagraph;

typedef enum NdQuoteMark
{
	ND_DOUBLE,
	ND_SINGLE,
	ND_GUILLEMET
} NdQuoteMark;

/*
 * A quotation within one paragraph. Without a closing mark it runs to where
 * quotation.c says, never past its paragraph.
 */
typedef struct NdQuotation
{
	NdSpan		at;				/* with its marks */
	NdSpan		inside;			/* without them */
	NdQuoteMark mark;
	bool		closed;			/* has a closing mark of its own */
	bool		continues;		/* left open because the next paragraph reopens it */
	bool		continued;		/* opens such a next paragraph */
	uint32_t	outer;			/* the quotation around it, or ND_NONE */
} NdQuotation;

typedef struct NdSentence
{
	NdSpan		at;				/* no white space at its edges */
	uint32_t	paragraph;
	uint32_t	first_token;
	uint32_t	tokens;
} NdSentence;

typedef struct NdToken
{
	uint32_t	start;			/* bytes */
	uint32_t	end;
	uint32_t	quotation;		/* outermost one it stands in, marks included; or ND_NONE */
	uint32_t	head;			/* token of the same sentence, counted from 0
								 * within the sentence; ND_NONE for the root */
	uint8_t		tag;			/* NdTag */
	uint8_t		relation;		/* NdRelation to the head */
	uint16_t	space_before;	/* 0, or 1 where white space stands before it */
	uint16_t	margin;			/* how sure the parser is of head and relation */
} NdToken;

typedef struct NdDocument
{
	NdText		text;
	NdPassage  *passages;
	NdParagraph *paragraphs;
	NdQuotation *quotations;
	NdSentence *sentences;
	NdToken    *tokens;
	uint32_t	n_passages;
	uint32_t	n_paragraphs;
	uint32_t	n_quotations;
	uint32_t	n_sentences;
	uint32_t	n_tokens;
} NdDocument;

static inline NdSpan
nd_token_span(const NdToken *token)
{
	return (NdSpan)
	{
		token->start, token->end
	};
}

/* Whether a token has a letter or a digit. */
extern bool nd_token_is_word(const NdDocument *document, const NdToken *token);

#endif
