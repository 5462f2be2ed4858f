/*
 * forgive.c
 *		Makes the most of what somebody typed.
 *
 * What does not go as a term is left out mark by mark, so that the words in it
 * are found. Each byte is looked at a few times at most.
 */
#include "query/scan.h"
#include "query/tree.h"

#include <string.h>

#define PRINTED_AROUND	16		/* bytes that printing adds to the words of a term:
								 * operator, field, marks */

typedef struct Forgiver
{
	NdScanner	scanner;
	NdQueryFault ignored;
	NdQueryBuilder builder;
	NdQueryTree *all;			/* what is done with, joined by & */
	NdQueryTree *any;			/* the last term, or several joined by | */
	bool		negate;			/* the next term */
	bool		alternative;	/* the next term is joined to `any` */
	uint32_t	printed;		/* at least the bytes of the canonical text */
} Forgiver;

static bool
is_word(const NdTerm *term, const char *word)
{
	return term->field == ND_FIELD_CONTENT && term->match == ND_MATCH_WORDS &&
		term->text.length == strlen(word) && memcmp(term->text.bytes, word, term->text.length) == 0;
}

/* Joins `any` to `all`. */
static bool
settle(Forgiver *forgiver)
{
	if (forgiver->any == NULL)
		return true;
	forgiver->all = forgiver->all == NULL ? forgiver->any :
		nd_tree_join(&forgiver->builder, ND_QUERY_AND, forgiver->all, forgiver->any);
	forgiver->any = NULL;
	return forgiver->all != NULL;
}

static bool
add(Forgiver *forgiver, const NdTerm *term)
{
	NdQueryBuilder *builder = &forgiver->builder;
	NdQueryTree *tree = nd_tree_term(builder, term);

	if (forgiver->negate)
		tree = nd_tree_negate(builder, tree);
	if (forgiver->alternative)
		tree = nd_tree_join(builder, ND_QUERY_OR, forgiver->any, tree);
	else if (!settle(forgiver))
		return false;
	forgiver->any = tree;
	forgiver->negate = false;
	forgiver->alternative = false;
	return tree != NULL;
}

/*
 * Reads a term, or the words up to the next mark, or passes one mark, which
 * leaves term->n_words and term->field 0. False without memory.
 */
static bool
read_term(Forgiver *forgiver, NdTerm *term)
{
	NdScanner  *scanner = &forgiver->scanner;
	NdSpan		plain = {scanner->at, nd_scan_plain_end(scanner)};

	*scanner->fault = (NdQueryFault) {.what = NULL};
	if (nd_scan_term(scanner, term))
		return true;
	if (scanner->fault->what == NULL)
		return false;
	scanner->at = plain.start;
	if (nd_span_empty(plain))
		nd_decode(scanner->text, plain.start, &scanner->at);
	else
		scanner->at = plain.end;
	return nd_scan_words(scanner, plain, term);
}

/* Takes a minus or exclamation mark in front of something. */
static bool
take_negation(Forgiver *forgiver)
{
	NdScanner  *scanner = &forgiver->scanner;
	char		mark = nd_scan_peek(scanner);
	uint32_t	next;

	if ((mark != '-' && mark != '!') || scanner->at + 1 == scanner->text.length ||
		nd_is_space(nd_decode(scanner->text, scanner->at + 1, &next)))
		return false;
	scanner->at++;
	forgiver->negate = true;
	return true;
}

static bool
read_next(Forgiver *forgiver)
{
	NdTerm		term;
	bool		between = forgiver->any != NULL;

	if (nd_scan_peek(&forgiver->scanner) == '|' && between)
		forgiver->alternative = true;
	if (take_negation(forgiver))
		return true;
	if (!read_term(forgiver, &term))
		return false;
	if (between && !forgiver->negate && is_word(&term, "or"))
	{
		forgiver->alternative = true;
		return true;
	}
	if (between && !forgiver->negate && is_word(&term, "and"))
		return true;
	if (term.n_words == 0 && term.field == ND_FIELD_CONTENT)
	{
		forgiver->negate = false;
		return true;
	}
	forgiver->printed += term.text.length + PRINTED_AROUND + (term.field == ND_FIELD_FIGURE ? 48 : 0);
	if (forgiver->printed > ND_QUERY_MOST_BYTES)
	{
		forgiver->scanner.at = forgiver->scanner.text.length;
		return true;
	}
	return add(forgiver, &term);
}

static bool
read_loosely(NdArena *arena, NdText text, NdQuery *query)
{
	Forgiver	forgiver = {
		.scanner = {.arena = arena, .text = text}, .builder = {.arena = arena}
	};
	NdScanner  *scanner = &forgiver.scanner;

	scanner->fault = &forgiver.ignored;
	nd_scan_blanks(scanner);
	while (scanner->at < text.length && forgiver.builder.n_terms < ND_QUERY_MOST_TERMS)
	{
		if (!read_next(&forgiver))
			return false;
		nd_scan_blanks(scanner);
	}
	return settle(&forgiver) && nd_tree_finish(&forgiver.builder, forgiver.all, query);
}

bool
nd_query_forgive(NdArena *arena, NdText text, NdQuery *query)
{
	NdQueryFault fault;

	if (text.length > ND_QUERY_MOST_BYTES)
		text.length = ND_QUERY_MOST_BYTES;
	if (nd_query_parse(arena, text, query, &fault))
		return true;
	return fault.what != NULL && read_loosely(arena, text, query);
}
