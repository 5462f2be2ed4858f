/*
 * findings.c
 *		Findings between the core and the server: where they come from, values
 *		that hold them, rows made of them.
 */
#include "postgres.h"

#include "mb/pg_wchar.h"

#include "digest.h"
#include "findings.h"
#include "input.h"
#include "published.h"
#include "server_text.h"

/* A fault is told in the log, too, where somebody may see it at once. */
static void
warn(const NdFindings *findings)
{
	if (findings->fault.length > 0)
		ereport(WARNING,
				(errcode(ERRCODE_PROGRAM_LIMIT_EXCEEDED),
				 errmsg("article was not analysed: %.*s", (int) findings->fault.length,
						findings->fault.bytes)));
}

/* False with an error in the reader's context. */
static bool
open_article(NdReader *reader, FunctionCallInfo fcinfo, NdInput *body, NdInput *title)
{
	return nd_input_open(reader, PG_GETARG_TEXT_PP(0), body) &&
		(PG_ARGISNULL(1) || nd_input_open(reader, PG_GETARG_TEXT_PP(1), title));
}

void
nd_findings_of_article(NdReader *reader, FunctionCallInfo fcinfo, NdFindings *findings)
{
	NdContext  *context = &reader->context;
	NdInput		body;
	NdInput		title = {0};

	memset(findings, 0, sizeof(*findings));
	if (open_article(reader, fcinfo, &body, &title))
	{
		if (!nd_analyse_article(&reader->arena, nd_reader_engine(reader), body.text,
								title.text, nd_published(fcinfo, 2),
								body.bytes_are_characters, findings))
			nd_reader_report(reader);
	}
	else if (context->status == ND_LIMIT)
	{
		findings->fault.bytes = pstrdup(context->message);
		findings->fault.length = (uint32_t) strlen(context->message);
		context->status = ND_OK;
	}
	else
		nd_reader_report(reader);
	warn(findings);
}

bool
nd_read_value(NdReader *reader, Datum value, NdDigestForm form, NdFindings *findings)
{
	struct varlena *bytes = PG_DETOAST_DATUM_PACKED(value);

	if (nd_digest_read(&reader->arena, (unsigned char *) VARDATA_ANY(bytes),
					   (uint32_t) VARSIZE_ANY_EXHDR(bytes), form, findings))
		return true;
	if (reader->context.status != ND_DAMAGED)
		nd_reader_report(reader);
	return false;
}

void
nd_findings_of_value(NdReader *reader, Datum value, NdDigestForm form, NdFindings *findings)
{
	if (!nd_read_value(reader, value, form, findings))
		ereport(ERROR,
				(errcode(ERRCODE_DATA_CORRUPTED),
				 errmsg("stored value of type %s is damaged", nd_form_type(form)),
				 errdetail("At byte %zu: %s.", reader->context.offset,
						   reader->context.message)));
}

Datum
nd_value_of_findings(NdReader *reader, const NdFindings *findings, NdDigestForm form)
{
	unsigned char *bytes;
	uint32_t	length;

	StaticAssertStmt(ND_DIGEST_HEADROOM == VARHDRSZ, "the headroom takes a varlena header");
	if (!nd_digest_write(&reader->arena, findings, form, ND_DIGEST_HEADROOM, &bytes, &length))
	{
		if (reader->context.status != ND_LIMIT)
			nd_reader_report(reader);
		ereport(ERROR,
				(errcode(ERRCODE_PROGRAM_LIMIT_EXCEEDED),
				 errmsg("findings are too large for one value")));
	}
	SET_VARSIZE(bytes, length);
	return PointerGetDatum(bytes);
}

Datum
nd_reader_result(NdReader *reader, Datum value)
{
	Size		size = VARSIZE_ANY(DatumGetPointer(value));
	void	   *copy = MemoryContextAlloc(reader->caller, size);

	memcpy(copy, DatumGetPointer(value), size);
	return PointerGetDatum(copy);
}

Datum
nd_rows_of_article(FunctionCallInfo fcinfo, NdAddRows add_rows)
{
	NdReader	reader;
	NdFindings	findings;
	NdRows		rows;

	nd_rows_open(&rows, fcinfo);
	if (PG_ARGISNULL(0))
		return (Datum) 0;
	nd_reader_open(&reader);
	nd_findings_of_article(&reader, fcinfo, &findings);
	nd_rows_begin(&rows);
	add_rows(&rows, &reader, &findings);
	nd_reader_close(&reader);
	return (Datum) 0;
}

Datum
nd_rows_of_digest(FunctionCallInfo fcinfo, NdAddRows add_rows)
{
	NdReader	reader;
	NdFindings	findings;
	NdRows		rows;

	nd_rows_open(&rows, fcinfo);
	nd_reader_open(&reader);
	nd_findings_of_value(&reader, PG_GETARG_DATUM(0), ND_WHOLE_ARTICLE, &findings);
	nd_rows_begin(&rows);
	add_rows(&rows, &reader, &findings);
	nd_reader_close(&reader);
	return (Datum) 0;
}

/* The columns that several functions return */

void
nd_row_add_text(NdRows *rows, NdText text)
{
	if (text.length == 0)
		nd_row_add_null(rows);
	else
		nd_row_add(rows, nd_server_text(text));
}

void
nd_row_add_number(NdRows *rows, uint32 number)
{
	if (number == 0)
		nd_row_add_null(rows);
	else
		nd_row_add(rows, Int32GetDatum((int32) number));
}

void
nd_row_add_confidence(NdRows *rows, uint16 confidence)
{
	nd_row_add(rows, Float4GetDatum((float4) confidence / 1000));
}

NdSpan *
nd_places_of_pieces(const NdKept *kept, NdPieces pieces)
{
	NdSpan	   *places = palloc(Max(pieces.count, 1) * sizeof(NdSpan));

	for (uint32 i = 0; i < pieces.count; i++)
		places[i] = nd_kept_place(kept, pieces.spans[i]);
	return places;
}

void
nd_append_pieces(StringInfo out, const NdKept *kept, NdPieces pieces, const NdSpan *places)
{
	for (uint32 i = 0; i < pieces.count; i++)
	{
		if (i > 0 && places[i].start > places[i - 1].end)
			appendStringInfoChar(out, ' ');
		nd_append_server_text(out, nd_kept_words(kept, pieces.spans[i]));
	}
}
