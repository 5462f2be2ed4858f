/*
 * source_ops.c
 *		Chains of news_source. Order and hashes are in bytes_ops.c.
 */
#include "postgres.h"

#include "compat.h"
#include "source.h"

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
