/*
 * draft.c
 *		What can be said of a claim before it becomes one.
 */
#include "claim/draft.h"

bool
nd_draft_has_role(const NdDraft *draft, NdRole role)
{
	for (uint32_t i = 0; i < draft->count; i++)
		if (draft->roles[i] == role)
			return true;
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
		if (nd_draft_role(draft, i) != ND_ROLE_CONTENT || !nd_token_is_word(chunk->document, &tokens[i]))
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
