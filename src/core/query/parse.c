/*
 * parse.c
 *		Strict syntax: doc/query-language.md has the grammar.
 *
 * Recursive descent; each parenthesis, bracket and negation is one level.
 */
#include "query/scan.h"
#include "query/tree.h"

typedef struct Parser
{
	NdScanner	scanner;
	NdQueryBuilder builder;
	uint32_t	depth;
	bool		in_brackets;
} Parser;

static NdQueryTree *parse_operands(Parser *parser, NdQueryOp op);

/* Takes a mark, after blanks, if it stands here. */
static bool
take(Parser *parser, char mark)
{
	nd_scan_blanks(&parser->scanner);
	if (nd_scan_peek(&parser->scanner) != mark)
		return false;
	parser->scanner.at++;
	return true;
}

static bool
enter(Parser *parser)
{
	if (parser->depth == ND_QUERY_MOST_DEPTH)
		return nd_scan_fail_limit(&parser->scanner, parser->scanner.at - 1,
								  "Parentheses, brackets and negations can be 64 deep.");
	parser->depth++;
	return true;
}

static NdQueryTree *
parse_term(Parser *parser)
{
	NdTerm		term;

	if (parser->builder.n_terms == ND_QUERY_MOST_TERMS)
	{
		nd_scan_fail_limit(&parser->scanner, parser->scanner.at, "A query can have 1024 terms.");
		return NULL;
	}
	if (!nd_scan_term(&parser->scanner, &term))
		return NULL;
	return nd_tree_term(&parser->builder, &term);
}

/* What is wrong where an operator, a closing mark or the end was expected. */
static void
fail_after_term(Parser *parser, char closing)
{
	NdScanner  *scanner = &parser->scanner;

	if (scanner->at == scanner->text.length)
		nd_scan_fail(scanner, scanner->at, closing == ')' ? "A closing parenthesis is missing." :
					 "A closing bracket is missing.", NULL);
	else if (nd_scan_peek(scanner) == ')' || nd_scan_peek(scanner) == ']')
		nd_scan_fail(scanner, scanner->at, "This closes nothing that is open here.", NULL);
	else
		nd_scan_fail(scanner, scanner->at, "An operator is missing before this.",
					 "Write & or | between two terms, quotation marks around a phrase, "
					 "and killed = 40 for a figure.");
}

/* What stands in parentheses or brackets, up to the closing mark. */
static NdQueryTree *
parse_inside(Parser *parser, char closing)
{
	NdQueryTree *tree = enter(parser) ? parse_operands(parser, ND_QUERY_OR) : NULL;

	parser->depth--;
	if (tree == NULL || take(parser, closing))
		return tree;
	fail_after_term(parser, closing);
	return NULL;
}

/* Inside brackets everything speaks of one claim, so more of them say nothing. */
static NdQueryTree *
parse_brackets(Parser *parser)
{
	NdQueryTree *tree;

	if (parser->in_brackets)
		return parse_inside(parser, ']');
	parser->in_brackets = true;
	tree = parse_inside(parser, ']');
	parser->in_brackets = false;
	return nd_tree_same(&parser->builder, tree);
}

static NdQueryTree *
parse_operand(Parser *parser)
{
	NdQueryTree *tree;

	if (take(parser, '!'))
	{
		tree = enter(parser) ? parse_operand(parser) : NULL;
		parser->depth--;
		return nd_tree_negate(&parser->builder, tree);
	}
	if (take(parser, '('))
		return parse_inside(parser, ')');
	if (take(parser, '['))
		return parse_brackets(parser);
	return parse_term(parser);
}

/* What | joins, each of it what & joins. */
static NdQueryTree *
parse_operands(Parser *parser, NdQueryOp op)
{
	NdQueryTree *tree = NULL;
	char		sign = op == ND_QUERY_OR ? '|' : '&';

	do
	{
		NdQueryTree *operand = op == ND_QUERY_OR ? parse_operands(parser, ND_QUERY_AND) :
			parse_operand(parser);

		if (operand == NULL)
			return NULL;
		tree = tree ? nd_tree_join(&parser->builder, op, tree, operand) : operand;
	} while (tree && take(parser, sign));
	return tree;
}

/* Printing adds blanks and marks; what comes out must go in again. */
static bool
check_printed_length(Parser *parser, const NdQuery *query)
{
	NdMark		mark = nd_arena_mark(parser->scanner.arena);
	NdText		printed;
	bool		fits;

	if (!nd_query_print(parser->scanner.arena, query, &printed))
		return false;
	fits = printed.length <= ND_QUERY_MOST_BYTES;
	nd_arena_rewind(parser->scanner.arena, mark);
	return fits || nd_scan_fail_limit(&parser->scanner, parser->scanner.text.length,
									  "The query is longer than 65536 bytes.");
}

bool
nd_query_parse(NdArena *arena, NdText text, NdQuery *query, NdQueryFault *fault)
{
	Parser		parser = {
		.scanner = {.arena = arena, .text = text, .fault = fault},
		.builder = {.arena = arena}
	};
	NdQueryTree *tree = NULL;

	*fault = (NdQueryFault) {.what = NULL};
	if (text.length > ND_QUERY_MOST_BYTES)
		return nd_scan_fail_limit(&parser.scanner, ND_QUERY_MOST_BYTES,
								  "The query is longer than 65536 bytes.");
	nd_scan_blanks(&parser.scanner);
	if (parser.scanner.at < text.length)
	{
		tree = parse_operands(&parser, ND_QUERY_OR);
		if (tree == NULL)
			return false;
		if (parser.scanner.at < text.length)
		{
			fail_after_term(&parser, '\0');
			return false;
		}
	}
	return nd_tree_finish(&parser.builder, tree, query) && check_printed_length(&parser, query);
}
