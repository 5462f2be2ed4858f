/*
 * bytes_ops.c
 *		Equality, order and hashes of types whose equal values have equal bytes:
 *		news_source, news_digest, news_claim, news_query.
 *
 * The order is that of the bytes, the same in any locale. Values may be large,
 * and sorting compares many in one memory context, so copies are freed.
 */
#include "postgres.h"

#include "access/detoast.h"
#include "common/hashfn.h"

#include "compat.h"

static int
compare(FunctionCallInfo fcinfo)
{
	struct varlena *a = PG_GETARG_VARLENA_PP(0);
	struct varlena *b = PG_GETARG_VARLENA_PP(1);
	Size		length_a = VARSIZE_ANY_EXHDR(a);
	Size		length_b = VARSIZE_ANY_EXHDR(b);
	int			order = memcmp(VARDATA_ANY(a), VARDATA_ANY(b), Min(length_a, length_b));

	PG_FREE_IF_COPY(a, 0);
	PG_FREE_IF_COPY(b, 1);
	if (order != 0)
		return order < 0 ? -1 : 1;
	return (length_a > length_b) - (length_a < length_b);
}

/* Values of different lengths differ, which shows before they are fetched. */
static bool
same_bytes(FunctionCallInfo fcinfo)
{
	return toast_raw_datum_size(PG_GETARG_DATUM(0)) == toast_raw_datum_size(PG_GETARG_DATUM(1)) &&
		compare(fcinfo) == 0;
}

ND_FUNCTION(news_bytes_eq);

Datum
news_bytes_eq(PG_FUNCTION_ARGS)
{
	PG_RETURN_BOOL(same_bytes(fcinfo));
}

ND_FUNCTION(news_bytes_ne);

Datum
news_bytes_ne(PG_FUNCTION_ARGS)
{
	PG_RETURN_BOOL(!same_bytes(fcinfo));
}

ND_FUNCTION(news_bytes_lt);

Datum
news_bytes_lt(PG_FUNCTION_ARGS)
{
	PG_RETURN_BOOL(compare(fcinfo) < 0);
}

ND_FUNCTION(news_bytes_le);

Datum
news_bytes_le(PG_FUNCTION_ARGS)
{
	PG_RETURN_BOOL(compare(fcinfo) <= 0);
}

ND_FUNCTION(news_bytes_gt);

Datum
news_bytes_gt(PG_FUNCTION_ARGS)
{
	PG_RETURN_BOOL(compare(fcinfo) > 0);
}

ND_FUNCTION(news_bytes_ge);

Datum
news_bytes_ge(PG_FUNCTION_ARGS)
{
	PG_RETURN_BOOL(compare(fcinfo) >= 0);
}

ND_FUNCTION(news_bytes_cmp);

Datum
news_bytes_cmp(PG_FUNCTION_ARGS)
{
	PG_RETURN_INT32(compare(fcinfo));
}

ND_FUNCTION(news_bytes_hash);

Datum
news_bytes_hash(PG_FUNCTION_ARGS)
{
	struct varlena *value = PG_GETARG_VARLENA_PP(0);
	Datum		hash = hash_any((unsigned char *) VARDATA_ANY(value),
								(int) VARSIZE_ANY_EXHDR(value));

	PG_FREE_IF_COPY(value, 0);
	return hash;
}

ND_FUNCTION(news_bytes_hash_extended);

Datum
news_bytes_hash_extended(PG_FUNCTION_ARGS)
{
	struct varlena *value = PG_GETARG_VARLENA_PP(0);
	Datum		hash = hash_any_extended((unsigned char *) VARDATA_ANY(value),
										 (int) VARSIZE_ANY_EXHDR(value), PG_GETARG_INT64(1));

	PG_FREE_IF_COPY(value, 0);
	return hash;
}
