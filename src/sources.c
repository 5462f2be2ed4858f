/*
 * sources.c
 *		news_sources(body, title, published): who is spoken of as a source.
 */
#include "postgres.h"

#include "compat.h"
#include "input.h"
#include "published.h"
#include "rows.h"
#include "server_text.h"
#include "source.h"
#include "utils/builtins.h"

static void
add_text(NdRows *rows, NdText text)
{
	if (text.length == 0)
		nd_row_add_null(rows);
	else
		nd_row_add(rows, nd_server_text(text));
}

static bool
same(const NdIdentity *a, const NdIdentity *b)
{
	return a->kind == b->kind && a->key.length == b->key.length &&
		memcmp(a->key.bytes, b->key.bytes, a->key.length) == 0;
}

/* The number in `sources` of an identity, or ND_NONE. */
static uint32
find(const NdSources *sources, const NdIdentity *identity)
{
	for (uint32 i = 0; i < sources->count; i++)
		if (same(&sources->identities[i], identity))
			return i;
	return ND_NONE;
}

/* What the title says of a source of the body counts for it. */
static void
add_counts(NdSources *body, const NdSources *title)
{
	for (uint32 i = 0; i < title->count; i++)
	{
		uint32		number = find(body, &title->identities[i]);

		if (number == ND_NONE)
			continue;
		body->identities[number].mentions += title->identities[i].mentions;
		body->identities[number].claims += title->identities[i].claims;
		body->identities[number].denials += title->identities[i].denials;
	}
}

static void
return_identity(NdRows *rows, const NdInput *input, const NdIdentity *identity)
{
	nd_row_add(rows, nd_identity_datum(identity));
	nd_row_add_name(rows, nd_source_kind_name(identity->kind));
	nd_row_add(rows, nd_server_text(identity->key));
	nd_row_add(rows, nd_server_text(identity->name));
	add_text(rows, identity->role);
	if (input == NULL)
		nd_row_add_null(rows);
	else
		nd_row_add(rows, nd_input_range(input, identity->first_at));
	nd_row_add(rows, Int32GetDatum((int32) identity->mentions));
	nd_row_add(rows, Int32GetDatum((int32) identity->claims));
	nd_row_add(rows, Int32GetDatum((int32) identity->denials));
	nd_row_add(rows, BoolGetDatum(identity->kind == ND_SOURCE_ANONYMOUS));
	nd_row_end(rows);
}

static void
return_sources(NdRows *rows, const NdInput *body, NdArticle *article)
{
	NdSources  *in_body = &article->body_sources;
	NdSources  *in_title = &article->title_sources;

	add_counts(in_body, in_title);
	nd_rows_begin(rows);
	for (uint32 i = 0; i < in_title->count; i++)
		if (find(in_body, &in_title->identities[i]) == ND_NONE)
			return_identity(rows, NULL, &in_title->identities[i]);
	for (uint32 i = 0; i < in_body->count; i++)
		return_identity(rows, body, &in_body->identities[i]);
}

ND_FUNCTION(news_sources);

/* An article may lack a title, so the function is not STRICT. */
Datum
news_sources(PG_FUNCTION_ARGS)
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
		return_sources(&rows, &body, &article);
	else
		nd_reader_report(&reader);
	nd_reader_close(&reader);
	return (Datum) 0;
}
