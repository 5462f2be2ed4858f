/*
 * digest_io.c
 *		Input and output of news_digest and news_claim: as JSON, as bytes.
 */
#include "postgres.h"

#include "libpq/pqformat.h"
#include "mb/pg_wchar.h"
#include "utils/builtins.h"
#include "utils/fmgrprotos.h"
#include "utils/jsonb.h"

#include "compat.h"
#include "digest.h"
#include "digest_fit.h"
#include "digest_json.h"
#include "findings.h"

#define SHOWN_INPUT	40			/* bytes of a bad input that an error repeats */

const char *
nd_form_type(NdDigestForm form)
{
	return form == ND_WHOLE_ARTICLE ? "news_digest" : "news_claim";
}

/*
 * JSON
 */

static char *
json_of_findings(const NdFindings *findings, NdDigestForm form)
{
	StringInfoData json;

	initStringInfo(&json);
	nd_append_json(&json, findings, form);
	return json.data;
}

/* In the memory of the caller. */
static char *
json_of_argument(FunctionCallInfo fcinfo, NdDigestForm form)
{
	NdReader	reader;
	NdFindings	findings;
	char	   *json;

	nd_reader_open(&reader);
	nd_findings_of_value(&reader, PG_GETARG_DATUM(0), form, &findings);
	MemoryContextSwitchTo(reader.caller);
	json = json_of_findings(&findings, form);
	nd_reader_close(&reader);
	return json;
}

/*
 * What was read from JSON is written as a value, read and written as JSON
 * again, and compared: so all that it says agrees.
 */
static Datum
value_of_json(NdReader *reader, Jsonb *json, NdDigestForm form, NdJsonFault *fault)
{
	NdFindings	findings;
	NdFindings	stored;
	Datum		value;
	Datum		again;

	if (!nd_findings_of_json(reader, json, form, &findings, fault))
		return (Datum) 0;
	value = nd_value_of_findings(reader, &findings, form);
	if (!nd_read_value(reader, value, form, &stored))
	{
		fault->what = psprintf("The value contradicts itself: %s.", reader->context.message);
		return (Datum) 0;
	}
	again = DirectFunctionCall1(jsonb_in, CStringGetDatum(json_of_findings(&stored, form)));
	nd_json_agrees(json, DatumGetJsonbP(again), fault);
	return value;
}

/*
 * A soft error is recorded in the memory that is current, so this returns to
 * the caller's first.
 */
static Datum
of_json(Jsonb *json, NdDigestForm form, struct Node *escontext)
{
	NdReader	reader;
	NdJsonFault fault = {NULL, NULL};
	Datum		value;

	nd_reader_open(&reader);
	value = value_of_json(&reader, json, form, &fault);
	if (fault.what == NULL)
		value = nd_reader_result(&reader, value);
	else
	{
		if (fault.path)
			fault.what = psprintf("At %s: %s", fault.path, fault.what);
		fault.what = MemoryContextStrdup(reader.caller, fault.what);
	}
	nd_reader_close(&reader);
	if (fault.what)
		ereturn(escontext, (Datum) 0,
				(errcode(ERRCODE_INVALID_TEXT_REPRESENTATION),
				 errmsg("invalid JSON for type %s", nd_form_type(form)),
				 errdetail("%s", fault.what)));
	return value;
}

/*
 * A text that is no JSON object is likely an article: a function call with one
 * literal is a cast where a type has the function's name.
 */
Datum
nd_form_in(FunctionCallInfo fcinfo, NdDigestForm form)
{
	char	   *text = PG_GETARG_CSTRING(0);
	Datum		json;

	if (text[strspn(text, " \t\n\r")] != '{')
		ereturn(fcinfo->context, (Datum) 0,
				(errcode(ERRCODE_INVALID_TEXT_REPRESENTATION),
				 errmsg("invalid input syntax for type %s: \"%.*s\"", nd_form_type(form),
						pg_mbcliplen(text, (int) strlen(text), SHOWN_INPUT), text),
				 errdetail("A JSON object must stand here."),
				 errhint("An article is read by news_digest(body::text, title).")));
	if (!nd_jsonb_of_text(text, fcinfo->context, &json))
		return (Datum) 0;
	return of_json(DatumGetJsonbP(json), form, fcinfo->context);
}

Datum
nd_form_out(FunctionCallInfo fcinfo, NdDigestForm form)
{
	PG_RETURN_CSTRING(json_of_argument(fcinfo, form));
}

Datum
nd_form_to_jsonb(FunctionCallInfo fcinfo, NdDigestForm form)
{
	return DirectFunctionCall1(jsonb_in, CStringGetDatum(json_of_argument(fcinfo, form)));
}

Datum
nd_form_of_jsonb(FunctionCallInfo fcinfo, NdDigestForm form)
{
	return of_json(PG_GETARG_JSONB_P(0), form, NULL);
}

/*
 * Bytes
 */

/* Says what is wrong with bytes; NULL: nothing. */
static const char *
fault_of_bytes(NdReader *reader, Datum value, NdDigestForm form)
{
	struct varlena *bytes = (struct varlena *) DatumGetPointer(value);
	NdFindings	findings;

	if (nd_read_value(reader, value, form, &findings) &&
		nd_digest_check(&reader->arena, &findings, form, (unsigned char *) VARDATA_ANY(bytes),
						(uint32_t) VARSIZE_ANY_EXHDR(bytes)))
		return nd_findings_misfit(&findings);
	if (reader->context.status != ND_DAMAGED)
		nd_reader_report(reader);
	return psprintf("At byte %zu: %s.", reader->context.offset, reader->context.message);
}

Datum
nd_form_recv(FunctionCallInfo fcinfo, NdDigestForm form)
{
	StringInfo	buffer = (StringInfo) PG_GETARG_POINTER(0);
	int			length = buffer->len - buffer->cursor;
	struct varlena *value = palloc((Size) length + VARHDRSZ);
	const char *fault;
	NdReader	reader;

	SET_VARSIZE(value, length + VARHDRSZ);
	memcpy(VARDATA(value), pq_getmsgbytes(buffer, length), length);
	nd_reader_open(&reader);
	fault = fault_of_bytes(&reader, PointerGetDatum(value), form);
	if (fault)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_BINARY_REPRESENTATION),
				 errmsg("invalid binary value of type %s", nd_form_type(form)),
				 errdetail("%s", fault)));
	nd_reader_close(&reader);
	return PointerGetDatum(value);
}

Datum
nd_form_send(FunctionCallInfo fcinfo)
{
	struct varlena *value = PG_GETARG_VARLENA_PP(0);
	StringInfoData buffer;

	pq_begintypsend(&buffer);
	pq_sendbytes(&buffer, VARDATA_ANY(value), VARSIZE_ANY_EXHDR(value));
	PG_RETURN_BYTEA_P(pq_endtypsend(&buffer));
}
