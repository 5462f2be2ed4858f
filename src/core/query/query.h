/*
 * query.h
 *		Conditions on claims and figures: the inside of the type news_query.
 *
 * doc/query-language.md has the grammar. A query is kept as its canonical
 * text; this is its form in memory.
 */
#ifndef ND_QUERY_H
#define ND_QUERY_H

#include "digest/findings.h"
#include "language/stem.h"

#define ND_QUERY_MOST_BYTES	65536	/* of the text, as written and as printed */
#define ND_QUERY_MOST_TERMS	1024
#define ND_QUERY_MOST_WORDS	64		/* of a term */
#define ND_QUERY_MOST_DEPTH	64		/* of parentheses, brackets and negations */

/* What a term looks at. The numbers are not stored. */
typedef enum NdField
{
	ND_FIELD_CONTENT,			/* a word without a field */
	ND_FIELD_SOURCE,
	ND_FIELD_VIA,
	ND_FIELD_KIND,				/* of the source */
	ND_FIELD_STANCE,
	ND_FIELD_QUOTE,
	ND_FIELD_CERTAINTY,
	ND_FIELD_CUE,
	ND_FIELD_VICTIMS,
	ND_FIELD_PASSAGE,
	ND_FIELD_FIGURE				/* killed > 100 */
} NdField;

/* Words are compared as query/words.h says. */
typedef enum NdMatch
{
	ND_MATCH_WORDS,				/* a word, or several in a row: by stem in content
								 * (names as they stand), cue and victims; as they
								 * stand in source and via; the name of a value in
								 * kind, stance, quote, certainty, passage */
	ND_MATCH_PREFIX,			/* word* : one word, or the name of a value, that
								 * begins so */
	ND_MATCH_WHOLE				/* field:"exact value" of source, via, cue and
								 * victims: these words as they stand, no others */
} NdMatch;

/* How a figure's condition was written; low and high say what it means. */
typedef enum NdComparison
{
	ND_EQUAL,
	ND_LESS,
	ND_LESS_EQUAL,
	ND_GREATER,
	ND_GREATER_EQUAL,
	ND_BETWEEN
} NdComparison;

typedef struct NdTerm
{
	NdField		field;
	NdMatch		match;

	/* of words: folded (lower case, straight marks); at least one word */
	NdText		text;			/* the words with one space between */
	NdText	   *words;
	NdText	   *stems;			/* beside them; NULL before nd_query_stem */
	uint32_t	n_words;

	/* of kind, stance, quote, certainty, passage: bit n for the value n */
	uint32_t	values;

	/* of a figure: the numbers low .. high, both inclusive */
	NdTollKind	toll;
	NdComparison comparison;
	bool		possibly;		/* some number the toll allows lies between them;
								 * otherwise all do */
	uint64_t	low;
	uint64_t	high;			/* ND_UNBOUNDED: no upper bound (compare.h) */
} NdTerm;

typedef enum NdQueryOp
{
	ND_QUERY_TERM,
	ND_QUERY_NOT,				/* one operand */
	ND_QUERY_AND,				/* two or more, none of them AND */
	ND_QUERY_OR,				/* two or more, none of them OR */
	ND_QUERY_SAME				/* [ ]: one operand, all of it in one claim; not
								 * one within another */
} NdQueryOp;

/* Nodes are in prefix order: an operator, then its operands. */
typedef struct NdQueryNode
{
	NdQueryOp	op;
	uint32_t	size;			/* nodes of this subtree, itself included */
	uint32_t	term;			/* index, of ND_QUERY_TERM */
} NdQueryNode;

typedef struct NdQuery
{
	NdQueryNode *nodes;			/* none: the empty query, which nothing meets */
	uint32_t	n_nodes;
	NdTerm	   *terms;			/* in text order */
	uint32_t	n_terms;
} NdQuery;

/* What is wrong with a query text. */
typedef struct NdQueryFault
{
	const char *what;			/* a sentence, NUL-terminated; NULL: nothing */
	const char *hint;			/* a sentence, or NULL */
	uint32_t	at;				/* byte of the text */
	bool		limit;			/* too long, too deep or too many terms */
} NdQueryFault;

/*
 * Reads a query in strict syntax; memory is of `arena`, and the query does not
 * point into `text`. Blank text is the empty query. False with *fault set for
 * bad syntax, or with fault->what NULL and an error in the arena's context.
 */
extern bool nd_query_parse(NdArena *arena, NdText text, NdQuery *query, NdQueryFault *fault);

/*
 * Makes the most of any text: strict syntax where it is, else its terms, words
 * and quoted phrases, all of them asked for; "or" between two joins them so, a
 * minus before one negates it. Cuts at the limits. False for an error in the
 * arena's context only.
 */
extern bool nd_query_forgive(NdArena *arena, NdText text, NdQuery *query);

/* The canonical text, in `arena`: parsing it gives the same query. */
extern bool nd_query_print(NdArena *arena, const NdQuery *query, NdText *text);

/* Fills the stems of all terms; to be done before matching and planning. */
extern bool nd_query_stem(NdArena *arena, NdStemmer *stemmer, NdQuery *query);

/* The name of a value of kind, stance, quote, certainty or passage; else NULL. */
extern const char *nd_value_name(NdField field, unsigned value);

/* Logic of what is known in part, as a GIN index does. */
typedef enum NdTernary
{
	ND_NO,
	ND_YES,
	ND_MAYBE
} NdTernary;

/* What is known of a node that is a term or brackets; `node` is its index. */
typedef struct NdLeaves
{
	NdTernary	(*leaf) (void *owner, const NdQuery *query, uint32_t node);
	void	   *owner;
} NdLeaves;

/*
 * What follows from the leaves for a node. Inside brackets there are terms
 * only, so a leaf that is brackets may evaluate the node after it with other
 * leaves. Leaves are asked only while they matter, cheap ones first. The empty
 * query is ND_NO at node 0.
 */
extern NdTernary nd_query_evaluate(const NdQuery *query, uint32_t node, const NdLeaves *leaves);

/*
 * Sets *met to whether findings meet a query, stems filled. With `one_claim`
 * they are those of one claim and everything speaks of it. Otherwise a term
 * outside brackets is met by any claim, or, if it looks at figures, victims or
 * passages, by a figure that no claim reports; brackets are met by one claim
 * with its figures. Content is also sought in the words of the figures that
 * the claim reports: number, victims, place. A negated figure counts as
 * absent. The empty query is never met. False with an error in the arena's
 * context, without memory or when cancelled.
 */
extern bool nd_query_matches(NdArena *arena, NdStemmer *stemmer, const NdQuery *query,
							 const NdFindings *findings, bool one_claim, bool *met);

#endif
