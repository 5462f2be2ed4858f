/*
 * article.c
 *		The way of an article through the core.
 */
#include "article.h"

#include "claim/complete.h"
#include "language/language.h"

#include <string.h>

bool
nd_read_sentences(NdArena *arena, const NdEngine *engine, NdText text,
				  NdReadOptions options, NdDocument *document)
{
	return nd_read_text(arena, text, options, document) &&
		nd_analyse_language(arena, engine, document);
}

static bool
read_claims(NdArena *arena, const NdEngine *engine, NdText text,
			NdReadOptions options, NdDocument *document, NdClaims *claims)
{
	return nd_read_sentences(arena, engine, text, options, document) &&
		nd_find_claims(arena, engine, document, claims) &&
		nd_complete_claims(arena, document, claims);
}

/* The first line that is not blank, without white space at its edges. */
static NdSpan
first_line(NdText text)
{
	NdSpan		line = {0, 0};
	uint32_t	next;

	while (line.start < text.length && nd_is_space(nd_decode(text, line.start, &next)))
		line.start = next;
	line.end = line.start;
	while (line.end < text.length && text.bytes[line.end] != '\n')
		line.end++;
	while (line.end > line.start)
	{
		uint32_t	previous;

		if (!nd_is_space(nd_decode_before(text, line.end, &previous)))
			break;
		line.end = previous;
	}
	return line;
}

/*
 * Whether the body begins with the title, so that reading both would report
 * what it claims twice. A full stop more or less makes no difference.
 */
static bool
begins_with_title(NdText body, NdText title)
{
	NdSpan		body_line = first_line(body);
	NdSpan		title_line = first_line(title);
	uint32_t	body_length;
	uint32_t	title_length;

	if (body_line.end > body_line.start && body.bytes[body_line.end - 1] == '.')
		body_line.end--;
	if (title_line.end > title_line.start && title.bytes[title_line.end - 1] == '.')
		title_line.end--;
	body_length = body_line.end - body_line.start;
	title_length = title_line.end - title_line.start;
	return body_length == title_length && title_length > 0 &&
		memcmp(body.bytes + body_line.start, title.bytes + title_line.start,
			   title_length) == 0;
}

bool
nd_read_article(NdArena *arena, const NdEngine *engine, NdText body, NdText title,
				NdArticle *article)
{
	NdReadOptions as_body = {false};
	NdReadOptions as_title = {true};

	memset(article, 0, sizeof(*article));
	if (title.bytes != NULL && title.length > 0 && !begins_with_title(body, title) &&
		!read_claims(arena, engine, title, as_title, &article->title,
					 &article->title_claims))
		return false;
	return read_claims(arena, engine, body, as_body, &article->body,
					   &article->body_claims);
}

bool
nd_find_article_sources(NdArena *arena, int32_t published, NdArticle *article)
{
	if (!nd_find_sources(arena, &article->body, &article->body_claims, published,
						 &article->body_sources) ||
		!nd_find_sources(arena, &article->title, &article->title_claims, published,
						 &article->title_sources))
		return false;
	nd_adopt_identities(&article->body_sources, &article->title_sources);
	return true;
}
