/*
 * read.c
 *		From bytes to passages, paragraphs, quotations, sentences and tokens.
 */
#include "text/read.h"

#include <string.h>

#define LONGEST_TEXT	((size_t) 1 << 30)

bool
nd_read_text(NdArena *arena, NdText text, NdReadOptions options, NdDocument *document)
{
	size_t		limit = arena->context->limits.text_bytes;

	memset(document, 0, sizeof(*document));
	document->text = text;
	if (text.length > (limit ? limit : LONGEST_TEXT))
		return nd_fail(arena->context, ND_LIMIT, text.length, "text is longer than its limit");
	return nd_find_passages(arena, options, document) &&
		nd_find_quotations(arena, document) &&
		nd_find_sentences(arena, document) &&
		nd_find_tokens(arena, document);
}
