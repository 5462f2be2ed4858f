/*
 * draft.c
 *		What can be said of a claim before it becomes one.
 */
#include "claim/draft.h"

static bool
is_word(const NdDocument *document, const NdToken *token)
{
	uint32_t	next;

	for (uint32_t at = token->start; at < token->end; at = next)
	{
		uint32_t	character = nd_decode(document->text, at, &next);

		if (nd_is_letter(character) || nd_is_digit(character))
			return true;
	}
	return false;
}

NdQuoteKind
nd_draft_quote(const NdChunk *chunk, const NdDraft *draft)
{
	const NdToken *tokens = chunk->document->tokens + chunk->first_token;
	uint32_t	inside = 0;
	uint32_t	outside = 0;

	if (draft->speech)
		return ND_DIRECT;
	for (uint32_t i = draft->first; i < draft->first + draft->count; i++)
	{
		if (nd_draft_role(draft, i) != ND_ROLE_CONTENT || !is_word(chunk->document, &tokens[i]))
			continue;
		if (chunk->views[i].quoted)
			inside++;
		else
			outside++;
	}
	if (inside == 0)
		return ND_INDIRECT;
	return outside == 0 ? ND_DIRECT : ND_MIXED;
}
