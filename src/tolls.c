/*
 * tolls.c
 *		news_tolls(body, title, published): how many, of whom, as reported by
 *		whom.
 */
#include "postgres.h"

#include "article.h"
#include "compat.h"
#include "input.h"
#include "published.h"
#include "rows.h"
#include "server_text.h"
#include "toll.h"
#include "toll/toll.h"

/* A title or a body, and what was found in it. */
typedef struct Part
{
	NdInput		input;
	const NdDocument *document;
	const NdSources *sources;
	NdTolls		tolls;
	int32		tolls_before;	/* of the title, which comes first */
	int32		claims_before;
} Part;

static void
add_span(NdRows *rows, const NdInput *input, NdSpan at)
{
	if (nd_span_empty(at))
		nd_row_add_null(rows);
	else
		nd_row_add(rows, nd_input_text(input, at));
}

static void
add_bound(NdRows *rows, int64 bound)
{
	if (bound == ND_NO_BOUND)
		nd_row_add_null(rows);
	else
		nd_row_add(rows, Int64GetDatum(bound));
}

static void
add_number(NdRows *rows, uint32 number, int32 before)
{
	if (number == ND_NONE)
		nd_row_add_null(rows);
	else
		nd_row_add(rows, Int32GetDatum((int32) number + before + 1));
}

static const char *
passage_kind_of(const NdDocument *document, uint32 sentence)
{
	uint32		paragraph = document->sentences[sentence].paragraph;

	return nd_passage_kind_name(document->passages[document->paragraphs[paragraph].passage].kind);
}

static void
add_value(NdRows *rows, const NdTollValue *value)
{
	nd_row_add(rows, nd_toll_datum(*value));
	nd_row_add_name(rows, nd_toll_kind_name(value->kind));
	add_bound(rows, value->low);
	add_bound(rows, value->high);
	nd_row_add_name(rows, nd_hedge_name(value->hedge));
}

static void
add_victims(NdRows *rows, const NdInput *input, const NdToll *toll)
{
	const char *group = nd_victim_group_name(toll->group);

	add_span(rows, input, toll->victims);
	if (group)
		nd_row_add_name(rows, group);
	else
		nd_row_add_null(rows);
	add_span(rows, input, toll->place);
	nd_row_add_null(rows);		/* happened */
}

/* The claim that reports a toll, and the key of its source. */
static void
add_reporter(NdRows *rows, const Part *part, const NdToll *toll)
{
	uint32		source = toll->claim == ND_NONE ? ND_NONE :
		part->sources->voices[toll->claim].source;

	add_number(rows, toll->claim, part->claims_before);
	if (source == ND_NONE)
		nd_row_add_null(rows);
	else
		nd_row_add(rows, nd_server_text(part->sources->identities[source].key));
}

static void
return_tolls(NdRows *rows, const Part *part)
{
	for (uint32 i = 0; i < part->tolls.count; i++)
	{
		const NdToll *toll = &part->tolls.tolls[i];

		nd_row_add(rows, Int32GetDatum(part->tolls_before + (int32) i + 1));
		add_value(rows, &toll->value);
		nd_row_add(rows, nd_input_text(&part->input, toll->at));
		add_victims(rows, &part->input, toll);
		nd_row_add_name(rows, nd_scope_name(toll->scope));
		add_number(rows, toll->part_of, part->tolls_before);
		nd_row_add(rows, BoolGetDatum(toll->negated));
		add_reporter(rows, part, toll);
		nd_row_add(rows, Int32GetDatum(toll->sentence + 1));
		nd_row_add_name(rows, passage_kind_of(part->document, toll->sentence));
		nd_row_add(rows, nd_input_range(&part->input, toll->at));
		nd_row_add(rows, Float4GetDatum((float4) toll->confidence / 1000));
		nd_row_end(rows);
	}
}

static bool
read_parts(NdReader *reader, FunctionCallInfo fcinfo, NdArticle *article, Part *title,
		   Part *body)
{
	NdArena    *arena = &reader->arena;

	if (!nd_input_open(reader, PG_GETARG_TEXT_PP(0), &body->input) ||
		(!PG_ARGISNULL(1) && !nd_input_open(reader, PG_GETARG_TEXT_PP(1), &title->input)) ||
		!nd_read_article(arena, nd_reader_engine(reader), body->input.text,
						 title->input.text, article) ||
		!nd_find_article_sources(arena, nd_published(fcinfo, 2), article) ||
		!nd_find_tolls(arena, &article->title, &article->title_claims, nd_published(fcinfo, 2),
					   &title->tolls) ||
		!nd_find_tolls(arena, &article->body, &article->body_claims, nd_published(fcinfo, 2),
					   &body->tolls))
		return false;
	title->document = &article->title;
	title->sources = &article->title_sources;
	body->document = &article->body;
	body->sources = &article->body_sources;
	body->tolls_before = (int32) title->tolls.count;
	body->claims_before = (int32) article->title_claims.count;
	return true;
}

ND_FUNCTION(news_tolls);

/* An article may lack a title, so the function is not STRICT. */
Datum
news_tolls(PG_FUNCTION_ARGS)
{
	NdReader	reader;
	NdArticle	article;
	Part		title = {{{0}}};
	Part		body = {{{0}}};
	NdRows		rows;

	nd_rows_open(&rows, fcinfo);
	if (PG_ARGISNULL(0))
		return (Datum) 0;
	nd_reader_open(&reader);
	if (read_parts(&reader, fcinfo, &article, &title, &body))
	{
		nd_rows_begin(&rows);
		return_tolls(&rows, &title);
		return_tolls(&rows, &body);
	}
	else
		nd_reader_report(&reader);
	nd_reader_close(&reader);
	return (Datum) 0;
}
