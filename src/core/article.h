/*
 * article.h
 *		An article goes in, claims come out. The way through the core:
 *
 *		text/		bytes -> passages, paragraphs, quotations, sentences, tokens
 *		language/	tokens -> parts of speech, dependency trees
 *		claim/		trees -> claims: source, cue, content
 */
#ifndef ND_ARTICLE_H
#define ND_ARTICLE_H

#include "claim/claim.h"
#include "engine.h"
#include "text/read.h"

typedef struct NdArticle
{
	NdDocument	body;
	NdDocument	title;			/* no passages when there is none, or when the
								 * body repeats it as its first line */
	NdClaims	body_claims;
	NdClaims	title_claims;
} NdArticle;

/*
 * Reads an article. Everything is allocated in `arena`; the texts must live
 * as long as the article. title.bytes may be NULL. Time and memory are linear
 * in the text. False with an error in the arena's context.
 */
extern bool nd_read_article(NdArena *arena, const NdEngine *engine,
							NdText body, NdText title, NdArticle *article);

/* Text and language only: tokens with tags and trees, no claims. */
extern bool nd_read_sentences(NdArena *arena, const NdEngine *engine, NdText text,
							  NdReadOptions options, NdDocument *document);

#endif
