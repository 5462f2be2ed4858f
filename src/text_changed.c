/*
 * text_changed.c
 *		Whether an UPDATE changed a text.
 *
 * The bodies of articles are mostly stored out of line, and an UPDATE of other
 * columns copies only the pointer. So pointers are compared before texts: an
 * unchanged article is not read.
 */
#include "postgres.h"

#include "access/detoast.h"

#include "compat.h"

static bool
same_pointer(struct varlena *before, struct varlena *after)
{
	return VARATT_IS_EXTERNAL_ONDISK(before) && VARATT_IS_EXTERNAL_ONDISK(after) &&
		memcmp(before, after, VARSIZE_EXTERNAL(before)) == 0;
}

static bool
same_text(Datum before, Datum after)
{
	text	   *old;
	text	   *new;

	if (toast_raw_datum_size(before) != toast_raw_datum_size(after))
		return false;
	old = DatumGetTextPP(before);
	new = DatumGetTextPP(after);
	return VARSIZE_ANY_EXHDR(old) == VARSIZE_ANY_EXHDR(new) &&
		memcmp(VARDATA_ANY(old), VARDATA_ANY(new), VARSIZE_ANY_EXHDR(old)) == 0;
}

ND_FUNCTION(news_text_changed);

/* Two NULLs are the same. */
Datum
news_text_changed(PG_FUNCTION_ARGS)
{
	Datum		before = PG_GETARG_DATUM(0);
	Datum		after = PG_GETARG_DATUM(1);

	if (PG_ARGISNULL(0) || PG_ARGISNULL(1))
		PG_RETURN_BOOL(PG_ARGISNULL(0) != PG_ARGISNULL(1));
	if (same_pointer((struct varlena *) DatumGetPointer(before),
					 (struct varlena *) DatumGetPointer(after)))
		PG_RETURN_BOOL(false);
	PG_RETURN_BOOL(!same_text(before, after));
}
