/*
 * toll.c
 *		The type news_toll: input, output, its parts.
 */
#include "postgres.h"

#include "lib/stringinfo.h"
#include "libpq/pqformat.h"
#include "mb/pg_wchar.h"
#include "utils/builtins.h"
#include "utils/rangetypes.h"
#include "utils/typcache.h"
#include "catalog/pg_type.h"

#include "compat.h"
#include "reader.h"
#include "toll.h"
#include "toll/words.h"

#define SHOWN_INPUT	40			/* bytes of a bad input that an error repeats */

StaticAssertDecl(sizeof(NdTollValue) == 24, "news_toll is declared with 24 bytes");
StaticAssertDecl(sizeof(NdTollReach) == 16, "news_toll_reach is declared with 16 bytes");

Datum
nd_toll_datum(NdTollValue value)
{
	NdTollValue *copy = palloc(sizeof(*copy));

	*copy = value;
	return PointerGetDatum(copy);
}

Datum
nd_reach_datum(NdTollReach reach)
{
	NdTollReach *copy = palloc(sizeof(*copy));

	*copy = reach;
	return PointerGetDatum(copy);
}

/*
 * Reads words, in UTF-8 whatever the server's encoding is: the words of the
 * lists are ASCII, so the bytes of other characters never match.
 */
static NdTollFault
read_words(const char *text, size_t length, NdTollValue *value)
{
	NdReader	reader;
	NdText		words = {text, (uint32_t) length};
	NdTollFault fault = {0};

	nd_reader_open(&reader);
	if (!nd_toll_of_words(&reader.arena, words, value, &fault))
		nd_reader_report(&reader);
	nd_reader_close(&reader);
	return fault;
}

ND_FUNCTION(news_toll_in);

/*
 * The text form first; what does not begin like it is read as words. Words
 * can be many, so their length is bounded to keep this cheap.
 */
Datum
news_toll_in(PG_FUNCTION_ARGS)
{
	char	   *text = PG_GETARG_CSTRING(0);
	size_t		length = strlen(text);
	NdTollValue value;
	NdTollFault fault = nd_toll_parse(text, length, &value);

	if (fault.what && fault.at == strspn(text, " \t\n\r\f\v") && length <= ND_TOLL_WORDS)
		fault = read_words(text, length, &value);
	if (fault.what)
		ereturn(fcinfo->context, (Datum) 0,
				(errcode(ERRCODE_INVALID_TEXT_REPRESENTATION),
				 errmsg("invalid input syntax for type news_toll: \"%.*s\"",
						pg_mbcliplen(text, length, SHOWN_INPUT), text),
				 errdetail("%s The fault is at character %d.", fault.what,
						   pg_mbstrlen_with_len(text, (int) fault.at) + 1),
				 errhint("Write \"killed 40\", \"killed >=7\", \"wounded 10..15\", "
						 "or words as in \"at least seven dead\".")));
	return nd_toll_datum(value);
}

ND_FUNCTION(news_toll_out);

Datum
news_toll_out(PG_FUNCTION_ARGS)
{
	char	   *text = palloc(ND_TOLL_TEXT);

	nd_toll_print(PG_GETARG_TOLL(0), text);
	PG_RETURN_CSTRING(text);
}

ND_FUNCTION(news_toll_recv);

Datum
news_toll_recv(PG_FUNCTION_ARGS)
{
	StringInfo	buffer = (StringInfo) PG_GETARG_POINTER(0);
	unsigned	kind = pq_getmsgbyte(buffer);
	unsigned	hedge = pq_getmsgbyte(buffer);
	int64		low = pq_getmsgint64(buffer);
	int64		high = pq_getmsgint64(buffer);
	NdTollValue value = {.low = low, .high = high, .kind = (uint8) kind, .hedge = (uint8) hedge};
	const char *fault = nd_toll_fault(&value);

	if (fault)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_BINARY_REPRESENTATION),
				 errmsg("invalid binary value of type news_toll"),
				 errdetail("%s", fault)));
	return nd_toll_datum(value);
}

ND_FUNCTION(news_toll_send);

Datum
news_toll_send(PG_FUNCTION_ARGS)
{
	const NdTollValue *value = PG_GETARG_TOLL(0);
	StringInfoData buffer;

	pq_begintypsend(&buffer);
	pq_sendbyte(&buffer, value->kind);
	pq_sendbyte(&buffer, value->hedge);
	pq_sendint64(&buffer, value->low);
	pq_sendint64(&buffer, value->high);
	PG_RETURN_BYTEA_P(pq_endtypsend(&buffer));
}

/*
 * Parts
 */

ND_FUNCTION(news_toll_make);

/* news_toll(kind, low, high, hedge): a bound that is NULL is none. */
Datum
news_toll_make(PG_FUNCTION_ARGS)
{
	text	   *kind;
	text	   *hedge;
	NdTollValue value;
	const char *fault;

	if (PG_ARGISNULL(0) || PG_ARGISNULL(3))
		PG_RETURN_NULL();
	kind = PG_GETARG_TEXT_PP(0);
	hedge = PG_GETARG_TEXT_PP(3);
	value = nd_toll_value(nd_toll_kind_number(VARDATA_ANY(kind), VARSIZE_ANY_EXHDR(kind)),
						  PG_ARGISNULL(1) ? ND_NO_BOUND : PG_GETARG_INT64(1),
						  PG_ARGISNULL(2) ? ND_NO_BOUND : PG_GETARG_INT64(2),
						  nd_hedge_number(VARDATA_ANY(hedge), VARSIZE_ANY_EXHDR(hedge)));
	fault = nd_toll_fault(&value);
	if (fault == NULL && ((!PG_ARGISNULL(1) && PG_GETARG_INT64(1) < 0) ||
						  (!PG_ARGISNULL(2) && PG_GETARG_INT64(2) < 0)))
		fault = "A number of people must lie between 0 and 999999999999999.";
	if (fault)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("these parts make no toll"),
				 errdetail("%s", fault)));
	return nd_toll_datum(value);
}

ND_FUNCTION(news_toll_low);

Datum
news_toll_low(PG_FUNCTION_ARGS)
{
	int64		low = PG_GETARG_TOLL(0)->low;

	if (low == ND_NO_BOUND)
		PG_RETURN_NULL();
	PG_RETURN_INT64(low);
}

ND_FUNCTION(news_toll_high);

Datum
news_toll_high(PG_FUNCTION_ARGS)
{
	int64		high = PG_GETARG_TOLL(0)->high;

	if (high == ND_NO_BOUND)
		PG_RETURN_NULL();
	PG_RETURN_INT64(high);
}

ND_FUNCTION(news_toll_best);

Datum
news_toll_best(PG_FUNCTION_ARGS)
{
	PG_RETURN_INT64(nd_toll_best(PG_GETARG_TOLL(0)));
}

ND_FUNCTION(news_toll_kind);

Datum
news_toll_kind(PG_FUNCTION_ARGS)
{
	PG_RETURN_TEXT_P(cstring_to_text(nd_toll_kind_name(PG_GETARG_TOLL(0)->kind)));
}

ND_FUNCTION(news_toll_hedge);

Datum
news_toll_hedge(PG_FUNCTION_ARGS)
{
	PG_RETURN_TEXT_P(cstring_to_text(nd_hedge_name(PG_GETARG_TOLL(0)->hedge)));
}

ND_FUNCTION(news_toll_int8range);

/* The numbers a toll allows, which is wider than what it states. */
Datum
news_toll_int8range(PG_FUNCTION_ARGS)
{
	NdTollReach reach = nd_toll_reach(PG_GETARG_TOLL(0));
	TypeCacheEntry *type = lookup_type_cache(INT8RANGEOID, TYPECACHE_RANGE_INFO);
	RangeBound	lower = {0};
	RangeBound	upper = {0};

	lower.val = Int64GetDatum((int64) nd_reach_number(reach.low));
	lower.inclusive = true;
	lower.lower = true;
	upper.infinite = nd_reach_number(reach.high) == ND_UNBOUNDED;
	upper.val = Int64GetDatum((int64) nd_reach_number(reach.high) + 1);
	return RangeTypePGetDatum(nd_make_range(type, &lower, &upper));
}
