/*
 * names.c
 *		How the enumerations of the core are called in SQL.
 *
 * The switches have no default, so that the compiler names a forgotten value.
 */
#include "postgres.h"

#include "names.h"

const char *
nd_passage_kind_name(NdPassageKind kind)
{
	switch (kind)
	{
		case ND_TITLE:
			return "title";
		case ND_HEADLINE:
			return "headline";
		case ND_DATELINE:
			return "dateline";
		case ND_BYLINE:
			return "byline";
		case ND_BODY:
			return "body";
		case ND_CAPTION:
			return "caption";
		case ND_RELATED:
			return "related";
		case ND_BOILERPLATE:
			return "boilerplate";
	}
	elog(ERROR, "unknown kind of passage: %d", (int) kind);
}

const char *
nd_quote_kind_name(NdQuoteKind kind)
{
	switch (kind)
	{
		case ND_DIRECT:
			return "direct";
		case ND_MIXED:
			return "mixed";
		case ND_INDIRECT:
			return "indirect";
	}
	elog(ERROR, "unknown kind of quotation: %d", (int) kind);
}
