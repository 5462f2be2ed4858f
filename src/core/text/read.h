/*
 * read.h
 *		From bytes to passages, paragraphs, quotations, sentences and tokens.
 */
#ifndef ND_READ_H
#define ND_READ_H

#include "text/document.h"

typedef struct NdReadOptions
{
	bool		is_title;		/* the text is a title: one passage of that kind */
} NdReadOptions;

/*
 * Fills *document from a text; everything is allocated in `arena` and lives
 * as long as it. Time is linear in the text. Tokens have no tag and no head
 * yet. False with an error in the arena's context: ND_LIMIT (text too long),
 * ND_NO_MEMORY, ND_CANCELLED.
 */
extern bool nd_read_text(NdArena *arena, NdText text, NdReadOptions options,
						 NdDocument *document);

/* The stages of nd_read_text in their order, for tests and training. */
extern bool nd_find_passages(NdArena *arena, NdReadOptions options, NdDocument *document);
extern bool nd_find_quotations(NdArena *arena, NdDocument *document);
extern bool nd_find_sentences(NdArena *arena, NdDocument *document);
extern bool nd_find_tokens(NdArena *arena, NdDocument *document);

#endif
