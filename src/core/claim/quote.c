/*
 * quote.c
 *		How much of a claim's content is in quotation marks.
 */
#include "claim/quote.h"

#include "text/locate.h"

#define LONGEST_LABEL	40		/* bytes of "CHAIR:" */
#define NEAR_LINES		8		/* lines looked at for another label, either side */

/* Whether a paragraph begins with a short label and a colon. */
static bool
has_label(const NdDocument *document, uint32_t paragraph)
{
	NdSpan		at = document->paragraphs[paragraph].at;

	for (uint32_t i = at.start; i < at.end && i < at.start + LONGEST_LABEL; i++)
		if (document->text.bytes[i] == ':')
			return i > at.start && i + 1 < at.end && document->text.bytes[i + 1] == ' ';
		else if (document->text.bytes[i] == '.' || document->text.bytes[i] == ',')
			return false;
	return false;
}

static bool
is_body(const NdDocument *document, uint32_t paragraph)
{
	NdPassageKind kind = document->passages[document->paragraphs[paragraph].passage].kind;

	return kind == ND_BODY || kind == ND_CAPTION;
}

/* One label may be a headline's; a conversation has more of them. */
static bool
in_conversation(const NdDocument *document, uint32_t paragraph)
{
	uint32_t	first = paragraph > NEAR_LINES ? paragraph - NEAR_LINES : 0;
	uint32_t	labels = 0;

	for (uint32_t i = first; i < document->n_paragraphs && i <= paragraph + NEAR_LINES; i++)
		labels += i != paragraph && is_body(document, i) && has_label(document, i);
	return labels > 1;
}

static bool
is_speaker_line(const NdDocument *document, const NdClaim *claim)
{
	uint32_t	paragraph = document->sentences[claim->sentence].paragraph;
	NdSpan		at = document->paragraphs[paragraph].at;

	if (claim->cue.count != 1 || document->text.bytes[claim->cue.spans[0].start] != ':' ||
		claim->source.count == 0 || claim->source.spans[0].start != at.start)
		return false;
	return document->text.bytes[at.start] == '@' ||
		(is_body(document, paragraph) && in_conversation(document, paragraph));
}

NdQuoteKind
nd_quote_kind(const NdDocument *document, const NdClaim *claim)
{
	uint32_t	inside = 0;
	uint32_t	outside = 0;

	if (is_speaker_line(document, claim))
		return ND_DIRECT;
	for (uint32_t p = 0; p < claim->content.count; p++)
	{
		NdSpan		span = claim->content.spans[p];

		for (uint32_t i = nd_token_after(document, span.start);
			 i < document->n_tokens && document->tokens[i].start < span.end; i++)
		{
			if (!nd_token_is_word(document, &document->tokens[i]))
				continue;
			if (document->tokens[i].quotation != ND_NONE)
				inside++;
			else
				outside++;
		}
	}
	if (inside == 0)
		return ND_INDIRECT;
	return outside == 0 ? ND_DIRECT : ND_MIXED;
}

const char *
nd_quote_kind_name(unsigned kind)
{
	static const char *const names[] = {"direct", "mixed", "indirect"};

	return names[kind < sizeof(names) / sizeof(names[0]) ? kind : ND_INDIRECT];
}
