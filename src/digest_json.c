/*
 * digest_json.c
 *		Findings as JSON, the text form of news_digest and news_claim.
 */
#include "postgres.h"

#include "utils/datetime.h"
#include "utils/json.h"

#include "digest_json.h"
#include "findings.h"
#include "published.h"
#include "server_text.h"
#include "source.h"
#include "toll.h"

/* A value never ends with an opening bracket, so what is last tells. */
static void
separate(StringInfo out)
{
	char		last = out->data[out->len - 1];

	if (last != '{' && last != '[')
		appendStringInfoString(out, ", ");
}

static void
put_key(StringInfo out, const char *key)
{
	separate(out);
	appendStringInfo(out, "\"%s\": ", key);
}

static void
put_name(StringInfo out, const char *key, const char *name)
{
	put_key(out, key);
	escape_json(out, name);
}

static void
put_flag(StringInfo out, const char *key, bool value)
{
	put_key(out, key);
	appendStringInfoString(out, value ? "true" : "false");
}

static void
put_number(StringInfo out, const char *key, uint32 number)
{
	put_key(out, key);
	appendStringInfo(out, "%u", number);
}

/* One that counts from 1, where 0 is none. */
static void
put_reference(StringInfo out, const char *key, uint32 number)
{
	if (number > 0)
		put_number(out, key, number);
}

static void
put_confidence(StringInfo out, uint16 thousandths)
{
	put_key(out, "confidence");
	appendStringInfo(out, "%d.%03d", thousandths / 1000, thousandths % 1000);
}

static void
put_text(StringInfo out, const char *key, NdText text)
{
	StringInfoData words;

	if (text.length == 0)
		return;
	initStringInfo(&words);
	nd_append_server_text(&words, text);
	put_name(out, key, words.data);
	pfree(words.data);
}

/* As ISO 8601 has it, whatever the session's DateStyle is. */
static void
put_day(StringInfo out, const char *key, int32_t days)
{
	int			year;
	int			month;
	int			day;

	if (days == ND_NO_DATE)
		return;
	j2date(days + UNIX_EPOCH_JDATE, &year, &month, &day);
	put_key(out, key);
	appendStringInfo(out, "\"%04d-%02d-%02d\"", year, month, day);
}

static void
append_span(StringInfo out, NdSpan places)
{
	appendStringInfo(out, "[%u, %u]", places.start, places.end);
}

static void
put_pieces(StringInfo out, const char *key, const char *at_key, const NdKept *kept,
		   NdPieces pieces)
{
	StringInfoData words;
	NdSpan	   *places;

	if (pieces.count == 0)
		return;
	places = nd_places_of_pieces(kept, pieces);
	initStringInfo(&words);
	nd_append_pieces(&words, kept, pieces, places);
	put_name(out, key, words.data);
	put_key(out, at_key);
	appendStringInfoChar(out, '[');
	for (uint32 i = 0; i < pieces.count; i++)
	{
		separate(out);
		append_span(out, places[i]);
	}
	appendStringInfoChar(out, ']');
	pfree(words.data);
	pfree(places);
}

static void
put_words(StringInfo out, const char *key, const char *at_key, const NdKept *kept, NdSpan at)
{
	if (nd_span_empty(at))
		return;
	put_text(out, key, nd_kept_words(kept, at));
	put_key(out, at_key);
	append_span(out, nd_kept_place(kept, at));
}

static void
put_excerpts(StringInfo out, const NdKept *kept)
{
	put_key(out, "excerpts");
	appendStringInfoChar(out, '[');
	for (uint32 i = 0; i < kept->n_excerpts; i++)
	{
		uint32		start = kept->excerpts[i].start;
		uint32		end = i + 1 < kept->n_excerpts ? kept->excerpts[i + 1].start :
			kept->text.length;
		NdSpan		at = {start, end};

		separate(out);
		appendStringInfoChar(out, '{');
		put_number(out, "at", kept->excerpts[i].place);
		put_text(out, "text", nd_kept_words(kept, at));
		appendStringInfoChar(out, '}');
	}
	appendStringInfoChar(out, ']');
}

static void
put_kept(StringInfo out, const char *key, const NdKept *kept)
{
	if (kept->n_excerpts == 0)
		return;
	put_key(out, key);
	appendStringInfoChar(out, '{');
	put_excerpts(out, kept);
	put_key(out, "names");
	appendStringInfoChar(out, '[');
	for (uint32 i = 0; i < kept->n_names; i++)
	{
		separate(out);
		append_span(out, nd_kept_place(kept, kept->names[i]));
	}
	appendStringInfoString(out, "]}");
}

static void
put_source(StringInfo out, const NdFoundSource *source)
{
	separate(out);
	appendStringInfoChar(out, '{');
	put_name(out, "kind", nd_source_kind_name(source->kind));
	put_text(out, "key", source->key);
	put_text(out, "name", source->name);
	put_text(out, "role", source->role);
	if (!nd_span_empty(source->first_at))
	{
		put_key(out, "first_at");
		append_span(out, source->first_at);
	}
	put_number(out, "mentions", source->mentions);
	put_number(out, "claims", source->claims);
	put_number(out, "denials", source->denials);
	appendStringInfoChar(out, '}');
}

/* The claim's source and chain as news_source, and as numbers from 1. */
static void
put_voice(StringInfo out, const NdFindings *findings, const NdFoundClaim *claim)
{
	if (claim->source != ND_NONE)
	{
		StringInfoData source;

		initStringInfo(&source);
		nd_append_source(&source, findings, claim);
		put_name(out, "source", source.data);
		put_number(out, "source_no", claim->source + 1);
		pfree(source.data);
	}
	if (claim->n_via > 0)
	{
		put_key(out, "via_no");
		appendStringInfoChar(out, '[');
		for (uint32 i = 0; i < claim->n_via; i++)
		{
			separate(out);
			appendStringInfo(out, "%u", claim->via[i] + 1);
		}
		appendStringInfoChar(out, ']');
	}
}

static void
put_claim(StringInfo out, const NdFindings *findings, const NdFoundClaim *claim)
{
	const NdKept *kept = nd_kept_of(findings, claim->in_title);

	put_number(out, "claim_no", claim->number);
	put_reference(out, "parent_no", claim->parent);
	put_voice(out, findings, claim);
	put_pieces(out, "source_text", "source_at", kept, claim->source_at);
	put_pieces(out, "cue", "cue_at", kept, claim->cue);
	put_name(out, "stance", nd_stance_name(claim->manner.stance));
	put_flag(out, "negated", claim->manner.negated);
	put_flag(out, "denies", claim->manner.denies);
	put_name(out, "certainty", nd_certainty_name(claim->manner.hedged));
	put_name(out, "quote", nd_quote_kind_name(claim->quote));
	put_pieces(out, "content", "content_at", kept, claim->content);
	put_number(out, "sentence_no", claim->sentence);
	put_name(out, "passage_kind", nd_passage_kind_name(claim->passage));
	put_day(out, "said_on", claim->said_on);
	put_confidence(out, claim->confidence);
}

static void
put_reporter(StringInfo out, const NdFindings *findings, uint32 number)
{
	const NdFoundClaim *claim = nd_find_claim(findings, number);

	put_reference(out, "claim_no", number);
	if (claim && claim->source != ND_NONE)
		put_text(out, "source_key", findings->sources[claim->source].key);
}

static void
put_toll(StringInfo out, const NdFindings *findings, const NdFoundToll *toll)
{
	const NdKept *kept = nd_kept_of(findings, toll->in_title);
	const char *group = nd_victim_group_name(toll->group);
	char		value[ND_TOLL_TEXT];

	separate(out);
	appendStringInfoChar(out, '{');
	put_number(out, "toll_no", toll->number);
	nd_toll_print(&toll->value, value);
	put_name(out, "toll", value);
	put_words(out, "figure_text", "toll_at", kept, toll->at);
	put_words(out, "victims", "victims_at", kept, toll->victims);
	if (group)
		put_name(out, "victim_group", group);
	put_words(out, "place", "place_at", kept, toll->place);
	put_day(out, "happened_from", toll->happened_from);
	put_day(out, "happened_until", toll->happened_until);
	put_name(out, "scope", nd_scope_name(toll->scope));
	put_reference(out, "part_of", toll->part_of);
	put_flag(out, "negated", toll->negated);
	put_reporter(out, findings, toll->claim);
	put_number(out, "sentence_no", toll->sentence);
	put_name(out, "passage_kind", nd_passage_kind_name(toll->passage));
	put_confidence(out, toll->confidence);
	appendStringInfoChar(out, '}');
}

static void
put_claims(StringInfo out, const NdFindings *findings)
{
	put_key(out, "claims");
	appendStringInfoChar(out, '[');
	for (uint32 i = 0; i < findings->n_claims; i++)
	{
		separate(out);
		appendStringInfoChar(out, '{');
		put_claim(out, findings, &findings->claims[i]);
		appendStringInfoChar(out, '}');
	}
	appendStringInfoChar(out, ']');
}

static void
put_sources_and_tolls(StringInfo out, const NdFindings *findings)
{
	put_key(out, "sources");
	appendStringInfoChar(out, '[');
	for (uint32 i = 0; i < findings->n_sources; i++)
		put_source(out, &findings->sources[i]);
	appendStringInfoChar(out, ']');
	put_key(out, "tolls");
	appendStringInfoChar(out, '[');
	for (uint32 i = 0; i < findings->n_tolls; i++)
		put_toll(out, findings, &findings->tolls[i]);
	appendStringInfoChar(out, ']');
}

/* What the reader of a value wants first stands first. */
void
nd_append_json(StringInfo out, const NdFindings *findings, NdDigestForm form)
{
	appendStringInfo(out, "{\"version\": %d", ND_DIGEST_VERSION);
	if (findings->fault.length > 0)
		put_text(out, "error", findings->fault);
	else
	{
		if (form == ND_ONE_CLAIM)
			put_claim(out, findings, &findings->claims[0]);
		else
			put_claims(out, findings);
		put_sources_and_tolls(out, findings);
		if (findings->body.counts_bytes)
			put_name(out, "counts", "bytes");
		put_kept(out, "title", &findings->title);
		put_kept(out, "body", &findings->body);
	}
	appendStringInfoChar(out, '}');
}
