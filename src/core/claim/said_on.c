/*
 * said_on.c
 *		The day on which something was said.
 */
#include "claim/said_on.h"

static bool
is_content(const NdClaim *claim, const NdToken *token)
{
	for (uint32_t i = 0; i < claim->content.count; i++)
		if (nd_span_overlaps(claim->content.spans[i], nd_token_span(token)))
			return true;
	return false;
}

int32_t
nd_said_on(const NdDocument *document, const NdClaim *claim, const NdClaim *parent,
		   int32_t published)
{
	const NdSentence *sentence = &document->sentences[claim->sentence];
	uint32_t	end = sentence->first_token + sentence->tokens;

	if (claim->cue.count == 0)
		return ND_NO_DATE;
	for (uint32_t i = sentence->first_token; i < end; i++)
	{
		NdDate		date;

		if (is_content(claim, &document->tokens[i]) ||
			(parent && !is_content(parent, &document->tokens[i])))
			continue;
		if (!nd_read_date(document, i, end, published, &date))
			continue;
		if (date.days.from != ND_NO_DATE && date.days.from == date.days.until)
			return date.days.from;
		i = date.end - 1;
	}
	return ND_NO_DATE;
}
