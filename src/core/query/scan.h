/*
 * scan.h
 *		The terms of a query text: words, fields, figures.
 */
#ifndef ND_QUERY_SCAN_H
#define ND_QUERY_SCAN_H

#include "query/query.h"

typedef struct NdScanner
{
	NdArena    *arena;
	NdText		text;
	uint32_t	at;
	NdQueryFault *fault;
} NdScanner;

/* The byte here, or NUL at the end. */
static inline char
nd_scan_peek(const NdScanner *scanner)
{
	return scanner->at < scanner->text.length ? scanner->text.bytes[scanner->at] : '\0';
}

/* Skips blanks; bytes that are no characters are blanks too. */
extern void nd_scan_blanks(NdScanner *scanner);

/* Records a fault at a byte unless one is known; false always. */
extern bool nd_scan_fail(NdScanner *scanner, uint32_t at, const char *what, const char *hint);
extern bool nd_scan_fail_limit(NdScanner *scanner, uint32_t at, const char *what);

/* Where what is written without a blank or a mark of the language ends. */
extern uint32_t nd_scan_plain_end(const NdScanner *scanner);

/* Whether a quotation mark stands here; typographic ones will do. */
extern bool nd_scan_is_quote(const NdScanner *scanner);

/*
 * Reads the term that begins here. False with a fault, or with none and an
 * error in the arena's context; `at` may then be anywhere behind.
 */
extern bool nd_scan_term(NdScanner *scanner, NdTerm *term);

/*
 * Makes a term of content of the first ND_QUERY_MOST_WORDS words of a span.
 * Without any, n_words is 0. False without memory.
 */
extern bool nd_scan_words(NdScanner *scanner, NdSpan span, NdTerm *term);

#endif
