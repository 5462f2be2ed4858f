/*
 * tokens.c
 *		news_tokens(body): words as the analysis sees them.
 */
#include "postgres.h"

#include "compat.h"
#include "language/tagset.h"
#include "stemmer.h"
#include "text_rows.h"

static void
add_stem(NdRows *rows, const NdInput *input, NdSpan at)
{
	NdText		word = {input->text.bytes + at.start, at.end - at.start};
	text	   *stem = nd_stem_word(word);

	if (stem)
		nd_row_add(rows, PointerGetDatum(stem));
	else
		nd_row_add(rows, nd_input_text(input, at));
}

/*
 * Numbers count from one, and the head of a root is 0, as in treebanks.
 */
static void
add_sentence(NdRows *rows, const NdInput *input, const NdDocument *document,
				uint32 number)
{
	const NdSentence *sentence = &document->sentences[number];

	for (uint32 i = 0; i < sentence->tokens; i++)
	{
		const NdToken *token = &document->tokens[sentence->first_token + i];
		NdSpan		at = nd_token_span(token);
		int32		head = token->head == ND_NONE ? 0 : (int32) token->head + 1;

		nd_row_add(rows, Int32GetDatum(number + 1));
		nd_row_add(rows, Int32GetDatum(i + 1));
		nd_row_add(rows, nd_input_range(input, at));
		nd_row_add(rows, nd_input_text(input, at));
		add_stem(rows, input, at);
		nd_row_add_name(rows, nd_tag_name(token->tag));
		nd_row_add(rows, Int32GetDatum(head));
		nd_row_add_name(rows, nd_relation_name(token->relation));
		nd_row_end(rows);
	}
}

static void
add_tokens(NdRows *rows, const NdInput *input, const NdDocument *document)
{
	for (uint32 i = 0; i < document->n_sentences; i++)
		add_sentence(rows, input, document, i);
}

ND_FUNCTION(news_tokens);

Datum
news_tokens(PG_FUNCTION_ARGS)
{
	return nd_rows_of_text(fcinfo, true, add_tokens);
}
