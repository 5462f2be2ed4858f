/*
 * source_ops.c
 *		Order, hashes and chains of news_source.
 *
 * The order is that of the bytes: kind, then key, the same in any locale.
 */
#include "postgres.h"

#include "common/hashfn.h"

#include "compat.h"
#include "source.h"

static int
compare(text *a, text *b)
{
	int			length_a = VARSIZE_ANY_EXHDR(a);
	int			length_b = VARSIZE_ANY_EXHDR(b);
	int			order = memcmp(VARDATA_ANY(a), VARDATA_ANY(b), Min(length_a, length_b));

	return order != 0 ? order : length_a - length_b;
}

#define COMPARISON(name, operator) \
ND_FUNCTION(name); \
\
Datum \
name(PG_FUNCTION_ARGS) \
{ \
	PG_RETURN_BOOL(compare(PG_GETARG_TEXT_PP(0), PG_GETARG_TEXT_PP(1)) operator 0); \
}

COMPARISON(news_source_eq, ==)
COMPARISON(news_source_ne, !=)
COMPARISON(news_source_lt, <)
COMPARISON(news_source_le, <=)
COMPARISON(news_source_gt, >)
COMPARISON(news_source_ge, >=)

ND_FUNCTION(news_source_cmp);

Datum
news_source_cmp(PG_FUNCTION_ARGS)
{
	PG_RETURN_INT32(compare(PG_GETARG_TEXT_PP(0), PG_GETARG_TEXT_PP(1)));
}

ND_FUNCTION(news_source_hash);

Datum
news_source_hash(PG_FUNCTION_ARGS)
{
	text	   *source = PG_GETARG_TEXT_PP(0);

	return hash_any((unsigned char *) VARDATA_ANY(source), VARSIZE_ANY_EXHDR(source));
}

ND_FUNCTION(news_source_hash_extended);

Datum
news_source_hash_extended(PG_FUNCTION_ARGS)
{
	text	   *source = PG_GETARG_TEXT_PP(0);

	return hash_any_extended((unsigned char *) VARDATA_ANY(source), VARSIZE_ANY_EXHDR(source),
							 PG_GETARG_INT64(1));
}

/* The end of the link that begins here; a quoted key may hold anything. */
static int
link_end(const char *chain, int at, int length)
{
	bool		quoted = false;

	for (; at < length; at++)
	{
		if (quoted && chain[at] == '\\')
			at++;
		else if (chain[at] == '"')
			quoted = !quoted;
		else if (!quoted && chain[at] == '<')
			return at - 1;
	}
	return length;
}

/* Whether the links of `part` stand in `whole`, next to each other. */
static bool
contains(text *whole, text *part)
{
	const char *chain = VARDATA_ANY(whole);
	int			length = VARSIZE_ANY_EXHDR(whole);
	int			wanted = VARSIZE_ANY_EXHDR(part);

	for (int at = 0; at + wanted <= length;)
	{
		int			end = link_end(chain, at, length);

		if (memcmp(chain + at, VARDATA_ANY(part), wanted) == 0)
		{
			int			after = end;

			while (after < at + wanted)
				after = link_end(chain, after + 3, length);
			if (after == at + wanted)
				return true;
		}
		at = end + 3;
	}
	return false;
}

ND_FUNCTION(news_source_contains);

Datum
news_source_contains(PG_FUNCTION_ARGS)
{
	PG_RETURN_BOOL(contains(PG_GETARG_TEXT_PP(0), PG_GETARG_TEXT_PP(1)));
}

ND_FUNCTION(news_source_contained);

Datum
news_source_contained(PG_FUNCTION_ARGS)
{
	PG_RETURN_BOOL(contains(PG_GETARG_TEXT_PP(1), PG_GETARG_TEXT_PP(0)));
}
