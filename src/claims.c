/*
 * claims.c
 *		news_claims(body, title, published): who says what.
 */
#include "postgres.h"

#include "catalog/pg_type.h"
#include "utils/array.h"

#include "compat.h"
#include "input.h"
#include "published.h"
#include "rows.h"
#include "server_text.h"
#include "source.h"

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
add_text(NdRows *rows, NdText text)
{
	if (text.length == 0)
		nd_row_add_null(rows);
	else
		nd_row_add(rows, nd_server_text(text));
}

/* The keys of the chain, nearest first. */
static Datum
via_of(const NdSources *sources, const NdVoice *voice)
{
	Datum	   *keys = palloc(Max(voice->n_via, 1) * sizeof(Datum));

	for (uint32 i = 0; i < voice->n_via; i++)
		keys[i] = nd_server_text(sources->identities[voice->via[i]].key);
	return PointerGetDatum(construct_array(keys, (int) voice->n_via, TEXTOID, -1, false,
										   TYPALIGN_INT));
}

/* Columns from source to source_role. */
static void
add_source(NdRows *rows, const NdSources *sources, const NdVoice *voice)
{
	const NdIdentity *identity;

	if (voice->source == ND_NONE)
	{
		nd_row_add_null(rows);
		nd_row_add_name(rows, nd_source_kind_name(ND_SOURCE_UNKNOWN));
		nd_row_add_null(rows);
		nd_row_add_null(rows);
		nd_row_add_null(rows);
		return;
	}
	identity = &sources->identities[voice->source];
	nd_row_add(rows, nd_source_datum(sources, voice));
	nd_row_add_name(rows, nd_source_kind_name(identity->kind));
	nd_row_add(rows, nd_server_text(identity->key));
	nd_row_add(rows, nd_server_text(identity->name));
	add_text(rows, identity->role);
}

static void
add_manner(NdRows *rows, const NdManner *manner)
{
	nd_row_add_name(rows, nd_stance_name(manner->stance));
	nd_row_add(rows, BoolGetDatum(manner->negated));
	nd_row_add(rows, BoolGetDatum(manner->denies));
	nd_row_add_name(rows, manner->hedged ? "hedged" : "certain");
}

/* `before` claims have been returned already: those of the title. */
static void
return_claims(NdRows *rows, const NdInput *input, const NdDocument *document,
			  const NdClaims *claims, const NdSources *sources, uint32 before)
{
	for (uint32 i = 0; i < claims->count; i++)
	{
		const NdClaim *claim = &claims->claims[i];
		const NdVoice *voice = &sources->voices[i];

		nd_row_add(rows, Int32GetDatum((int32) (before + i + 1)));
		if (voice->parent == ND_NONE)
			nd_row_add_null(rows);
		else
			nd_row_add(rows, Int32GetDatum((int32) (before + voice->parent + 1)));
		add_source(rows, sources, voice);
		add_pieces(rows, input, claim->source);
		nd_row_add(rows, via_of(sources, voice));
		add_pieces(rows, input, claim->cue);
		add_manner(rows, &voice->manner);
		nd_row_add_name(rows, nd_quote_kind_name(claim->quote));
		add_pieces(rows, input, claim->content);
		nd_row_add(rows, Int32GetDatum(claim->sentence + 1));
		nd_row_add_name(rows, passage_kind_of(document, claim));
		if (voice->said_on == ND_NO_DATE)
			nd_row_add_null(rows);
		else
			nd_row_add(rows, nd_date_datum(voice->said_on));
		nd_row_add(rows, Float4GetDatum((float4) claim->confidence / 1000));
		nd_row_end(rows);
	}
}

/* What the title claims comes first. */
static void
return_article(NdRows *rows, const NdInput *body, const NdInput *title,
			   const NdArticle *article)
{
	nd_rows_begin(rows);
	return_claims(rows, title, &article->title, &article->title_claims,
				  &article->title_sources, 0);
	return_claims(rows, body, &article->body, &article->body_claims,
				  &article->body_sources, article->title_claims.count);
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
						body.text, title.text, &article) &&
		nd_find_article_sources(&reader.arena, nd_published(fcinfo, 2), &article))
		return_article(&rows, &body, &title, &article);
	else
		nd_reader_report(&reader);
	nd_reader_close(&reader);
	return (Datum) 0;
}
