/*
 * print.c
 *		The canonical text of a query.
 */
#include "query/field.h"

#include <string.h>

#include "toll/compare.h"

typedef struct Printer
{
	NdArena    *arena;
	char	   *bytes;
	uint32_t	used;
	uint32_t	room;
	bool		failed;
} Printer;

static void
put(Printer *printer, const char *bytes, size_t length)
{
	if (printer->failed || !nd_reserve(printer->arena, &printer->bytes, &printer->room,
									   printer->used + (uint32_t) length, 1))
	{
		printer->failed = true;
		return;
	}
	memcpy(printer->bytes + printer->used, bytes, length);
	printer->used += (uint32_t) length;
}

static void
put_string(Printer *printer, const char *string)
{
	put(printer, string, strlen(string));
}

static void
put_number(Printer *printer, uint64_t number)
{
	char		digits[20];
	size_t		first = sizeof(digits);

	do
	{
		digits[--first] = (char) ('0' + number % 10);
		number /= 10;
	} while (number > 0);
	put(printer, digits + first, sizeof(digits) - first);
}

/*
 * Folded words have no marks of the language, so only several words need help:
 * quotation marks, or hyphens where these would ask for the whole value.
 */
static void
print_words(Printer *printer, const NdTerm *term)
{
	bool		quoted = term->match == ND_MATCH_WHOLE ||
		(term->n_words > 1 && term->field == ND_FIELD_CONTENT);
	const char *between = quoted ? " " : "-";

	if (term->field != ND_FIELD_CONTENT)
	{
		put_string(printer, nd_field_name(term->field));
		put(printer, ":", 1);
	}
	if (quoted)
		put(printer, "\"", 1);
	for (uint32_t i = 0; i < term->n_words; i++)
	{
		if (i > 0)
			put(printer, between, 1);
		put(printer, term->words[i].bytes, term->words[i].length);
	}
	if (quoted)
		put(printer, "\"", 1);
	if (term->match == ND_MATCH_PREFIX)
		put(printer, "*", 1);
}

static void
print_figure(Printer *printer, const NdTerm *term)
{
	static const char signs[][4] = {
		[ND_EQUAL] = "=", [ND_LESS] = "<", [ND_LESS_EQUAL] = "<=", [ND_GREATER] = ">",
		[ND_GREATER_EQUAL] = ">=", [ND_BETWEEN] = "="
	};
	NdComparison comparison = term->comparison;

	put_string(printer, nd_toll_kind_name(term->toll));
	put(printer, " ", 1);
	if (comparison != ND_BETWEEN || term->possibly)
	{
		put_string(printer, signs[comparison]);
		put_string(printer, term->possibly ? "? " : " ");
	}
	if (comparison == ND_LESS)
		put_number(printer, term->high + 1);
	else if (comparison == ND_LESS_EQUAL)
		put_number(printer, term->high);
	else
		put_number(printer, comparison == ND_GREATER ? term->low - 1 : term->low);
	if (comparison == ND_BETWEEN)
	{
		put(printer, "..", 2);
		put_number(printer, term->high);
	}
}

/* Goes no deeper than the query, which has a limit. */
static void
print_node(Printer *printer, const NdQuery *query, uint32_t at, NdQueryOp above)
{
	const NdQueryNode *node = &query->nodes[at];
	bool		parentheses = (node->op == ND_QUERY_OR && (above == ND_QUERY_AND || above == ND_QUERY_NOT)) ||
		(node->op == ND_QUERY_AND && above == ND_QUERY_NOT);

	if (node->op == ND_QUERY_TERM)
	{
		const NdTerm *term = &query->terms[node->term];

		if (term->field == ND_FIELD_FIGURE)
			print_figure(printer, term);
		else
			print_words(printer, term);
		return;
	}
	if (node->op == ND_QUERY_NOT)
		put(printer, "!", 1);
	if (parentheses || node->op == ND_QUERY_SAME)
		put(printer, parentheses ? "(" : "[", 1);
	for (uint32_t i = at + 1; i < at + node->size; i += query->nodes[i].size)
	{
		if (i > at + 1)
			put_string(printer, node->op == ND_QUERY_AND ? " & " : " | ");
		print_node(printer, query, i, node->op);
	}
	if (parentheses || node->op == ND_QUERY_SAME)
		put(printer, parentheses ? ")" : "]", 1);
}

bool
nd_query_print(NdArena *arena, const NdQuery *query, NdText *text)
{
	Printer		printer = {.arena = arena};

	if (query->n_nodes > 0)
		print_node(&printer, query, 0, ND_QUERY_SAME);
	*text = (NdText) {printer.used > 0 ? printer.bytes : "", printer.used};
	return !printer.failed;
}
