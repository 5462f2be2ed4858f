/*
 * article.h
 *		An article goes in, claims come out. The way through the core:
 *
 *		text/		bytes -> passages, paragraphs, quotations, sentences, tokens
 *		language/	tokens -> parts of speech, dependency trees
 *		claim/		trees -> claims: source, cue, content
 *		source/		claims -> who stands behind them, how they are said
 */
#ifndef ND_ARTICLE_H
#define ND_ARTICLE_H

#include "claim/claim.h"
#include "engine.h"
#include "source/source.h"
#include "text/read.h"

typedef struct NdArticle
{
	NdDocument	body;
	NdDocument	title;			/* no passages when there is none, or when the
								 * body repeats it as its first line */
	NdClaims	body_claims;
	NdClaims	title_claims;
	NdSources	body_sources;	/* empty before nd_find_article_sources */
	NdSources	title_sources;	/* with the keys of the body's, where they agree */
} NdArticle;

/*
 * Reads an article. Everything is allocated in `arena`; the texts must live
 * as long as the article. title.bytes may be NULL. Time and memory are linear
 * in the text. False with an error in the arena's context.
 */
extern bool nd_read_article(NdArena *arena, const NdEngine *engine,
							NdText body, NdText title, NdArticle *article);

/*
 * Finds who stands behind the claims of an article that has been read.
 * `published` counts days since 1970-01-01, or is ND_NO_DATE. Allocated in
 * `arena`; time is linear. False with an error in the arena's context.
 */
extern bool nd_find_article_sources(NdArena *arena, int32_t published, NdArticle *article);

/* Text and language only: tokens with tags and trees, no claims. */
extern bool nd_read_sentences(NdArena *arena, const NdEngine *engine, NdText text,
							  NdReadOptions options, NdDocument *document);

#endif
