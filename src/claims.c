/*
 * claims.c
 *		news_claims(body, title, published), news_claims(digest): who says what.
 */
#include "postgres.h"

#include "catalog/pg_type.h"
#include "utils/array.h"
#include "utils/builtins.h"

#include "claim.h"
#include "compat.h"
#include "findings.h"
#include "published.h"
#include "ranges.h"
#include "server_text.h"
#include "source.h"

/* Text and place of a role, NULL where it has no words. */
static void
add_pieces(NdRows *rows, const NdKept *kept, NdPieces pieces)
{
	NdSpan	   *places;
	StringInfoData words;

	if (pieces.count == 0)
	{
		nd_row_add_null(rows);
		nd_row_add_null(rows);
		return;
	}
	places = nd_places_of_pieces(kept, pieces);
	initStringInfo(&words);
	nd_append_pieces(&words, kept, pieces, places);
	nd_row_add(rows, PointerGetDatum(cstring_to_text_with_len(words.data, words.len)));
	nd_row_add(rows, nd_multirange_datum(places, pieces.count));
}

/* The keys of the chain, nearest first. */
static Datum
via_of(const NdFindings *findings, const NdFoundClaim *claim)
{
	Datum	   *keys = palloc(Max(claim->n_via, 1) * sizeof(Datum));

	for (uint32 i = 0; i < claim->n_via; i++)
		keys[i] = nd_server_text(findings->sources[claim->via[i]].key);
	return PointerGetDatum(construct_array(keys, (int) claim->n_via, TEXTOID, -1, false,
										   TYPALIGN_INT));
}

/* Columns from source to source_role. */
static void
add_source(NdRows *rows, const NdFindings *findings, const NdFoundClaim *claim)
{
	const NdFoundSource *source;

	if (claim->source == ND_NONE)
	{
		nd_row_add_null(rows);
		nd_row_add_name(rows, nd_source_kind_name(ND_SOURCE_UNKNOWN));
		nd_row_add_null(rows);
		nd_row_add_null(rows);
		nd_row_add_null(rows);
		return;
	}
	source = &findings->sources[claim->source];
	nd_row_add(rows, nd_source_of_claim(findings, claim));
	nd_row_add_name(rows, nd_source_kind_name(source->kind));
	nd_row_add(rows, nd_server_text(source->key));
	nd_row_add(rows, nd_server_text(source->name));
	nd_row_add_text(rows, source->role);
}

static void
add_manner(NdRows *rows, const NdManner *manner)
{
	nd_row_add_name(rows, nd_stance_name(manner->stance));
	nd_row_add(rows, BoolGetDatum(manner->negated));
	nd_row_add(rows, BoolGetDatum(manner->denies));
	nd_row_add_name(rows, nd_certainty_name(manner->hedged));
}

static void
add_claims(NdRows *rows, NdReader *reader, const NdFindings *findings)
{
	for (uint32 i = 0; i < findings->n_claims; i++)
	{
		const NdFoundClaim *claim = &findings->claims[i];
		const NdKept *kept = nd_kept_of(findings, claim->in_title);
		NdMark		mark = nd_arena_mark(&reader->arena);

		nd_row_add_number(rows, claim->number);
		nd_row_add_number(rows, claim->parent);
		add_source(rows, findings, claim);
		add_pieces(rows, kept, claim->source_at);
		nd_row_add(rows, via_of(findings, claim));
		add_pieces(rows, kept, claim->cue);
		add_manner(rows, &claim->manner);
		nd_row_add_name(rows, nd_quote_kind_name(claim->quote));
		add_pieces(rows, kept, claim->content);
		nd_row_add_number(rows, claim->sentence);
		nd_row_add_name(rows, nd_passage_kind_name(claim->passage));
		if (claim->said_on == ND_NO_DATE)
			nd_row_add_null(rows);
		else
			nd_row_add(rows, nd_date_datum(claim->said_on));
		nd_row_add_confidence(rows, claim->confidence);
		nd_row_add(rows, nd_claim_datum(reader, findings, i));
		nd_row_end(rows);
		nd_arena_rewind(&reader->arena, mark);
	}
}

ND_FUNCTION(news_claims);

/* An article may lack a title, so the function is not STRICT. */
Datum
news_claims(PG_FUNCTION_ARGS)
{
	return nd_rows_of_article(fcinfo, add_claims);
}

ND_FUNCTION(news_claims_of_digest);

Datum
news_claims_of_digest(PG_FUNCTION_ARGS)
{
	return nd_rows_of_digest(fcinfo, add_claims);
}
