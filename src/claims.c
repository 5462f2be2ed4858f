/*
 * claims.c
 *		news_claims(body, title, published): who says what.
 */
#include "postgres.h"

#include "compat.h"
#include "input.h"
#include "names.h"
#include "rows.h"

/* Text and place of a role, NULL where it has no words. */
static void
add_pieces(NdRows *rows, const NdInput *input, NdPieces pieces)
{
	if (pieces.count == 0)
	{
		nd_row_add_null(rows);
		nd_row_add_null(rows);
		return;
	}
	nd_row_add(rows, nd_input_pieces(input, pieces));
	nd_row_add(rows, nd_input_multirange(input, pieces));
}

static const char *
passage_kind_of(const NdDocument *document, const NdClaim *claim)
{
	uint32		paragraph = document->sentences[claim->sentence].paragraph;
	uint32		passage = document->paragraphs[paragraph].passage;

	return nd_passage_kind_name(document->passages[passage].kind);
}

static void
return_claims(NdRows *rows, const NdInput *input, const NdDocument *document,
			  const NdClaims *claims, int32 *claim_no)
{
	for (uint32 i = 0; i < claims->count; i++)
	{
		const NdClaim *claim = &claims->claims[i];

		nd_row_add(rows, Int32GetDatum(++*claim_no));
		add_pieces(rows, input, claim->source);
		add_pieces(rows, input, claim->cue);
		nd_row_add_name(rows, nd_quote_kind_name(claim->quote));
		add_pieces(rows, input, claim->content);
		nd_row_add(rows, Int32GetDatum(claim->sentence + 1));
		nd_row_add_name(rows, passage_kind_of(document, claim));
		nd_row_add(rows, Float4GetDatum((float4) claim->confidence / 1000));
		nd_row_end(rows);
	}
}

/* What the title claims comes first. */
static void
return_article(NdRows *rows, const NdInput *body, const NdInput *title,
			   const NdArticle *article)
{
	int32		claim_no = 0;

	nd_rows_begin(rows);
	return_claims(rows, title, &article->title, &article->title_claims, &claim_no);
	return_claims(rows, body, &article->body, &article->body_claims, &claim_no);
}

ND_FUNCTION(news_claims);

/* An article may lack a title, so the function is not STRICT. */
Datum
news_claims(PG_FUNCTION_ARGS)
{
	NdReader	reader;
	NdInput		body;
	NdInput		title = {0};
	NdArticle	article;
	NdRows		rows;

	nd_rows_open(&rows, fcinfo);
	if (PG_ARGISNULL(0))
		return (Datum) 0;
	nd_reader_open(&reader);
	if (nd_input_open(&reader, PG_GETARG_TEXT_PP(0), &body) &&
		(PG_ARGISNULL(1) || nd_input_open(&reader, PG_GETARG_TEXT_PP(1), &title)) &&
		nd_read_article(&reader.arena, nd_reader_engine(&reader),
						body.text, title.text, &article))
		return_article(&rows, &body, &title, &article);
	else
		nd_reader_report(&reader);
	nd_reader_close(&reader);
	return (Datum) 0;
}
