/*
 * findings.h
 *		Everything found in one article, as flat records that need neither the
 *		article nor the engine: what a digest holds and rows are made of.
 *
 * Of title and body the words are kept that some record points to. Records
 * count bytes of these kept texts; nd_kept_place tells where they stood.
 */
#ifndef ND_FINDINGS_H
#define ND_FINDINGS_H

#include "article.h"
#include "toll/toll.h"

/* Days that the type date of SQL has: of said_on and happened. */
#define ND_FIRST_DAY	(-2440588)
#define ND_LAST_DAY		2145042905

/* A run of kept words. It ends where the next one starts in the kept text. */
typedef struct NdExcerpt
{
	uint32_t	start;			/* byte of the kept text */
	uint32_t	place;			/* where it stood in the title or body, in
								 * characters, or in bytes if so counted */
} NdExcerpt;

/*
 * What is kept of a title or a body. Excerpts are in text order, neither
 * overlap nor touch, and every span of a record lies within one. Neither
 * excerpts nor spans begin or end within a character.
 */
typedef struct NdKept
{
	NdText		text;			/* the excerpts, one after another; UTF-8 as the
								 * article had it, ill-formed bytes too */
	NdExcerpt  *excerpts;
	uint32_t	n_excerpts;
	NdSpan	   *names;			/* the words tagged as names, in text order: of
								 * those nd_next_capital finds in the excerpts */
	uint32_t	n_names;
	bool		counts_bytes;	/* places count bytes, as SQL_ASCII servers do */
	NdCharacters characters;	/* of the text, to find places */
} NdKept;

typedef struct NdFoundSource
{
	NdSourceKind kind;
	NdText		key;			/* as in NdIdentity */
	NdText		name;
	NdText		role;
	NdSpan		first_at;		/* places in the body; empty where only the title
								 * names the source */
	uint32_t	mentions;		/* in the article */
	uint32_t	claims;			/* of the claims here */
	uint32_t	denials;		/* how many of these deny */
} NdFoundSource;

typedef struct NdFoundClaim
{
	uint32_t	number;			/* of an article 1, 2, 3 ..., the title's first */
	uint32_t	parent;			/* number of the claim around it, or 0 */
	bool		in_title;		/* the pieces are bytes of the title's kept text */
	uint32_t	source;			/* index into sources, or ND_NONE */
	uint32_t   *via;			/* indexes into sources, nearest first */
	uint32_t	n_via;
	NdPieces	source_at;
	NdPieces	cue;
	NdPieces	content;
	NdManner	manner;
	NdQuoteKind quote;
	uint32_t	sentence;		/* from 1 */
	NdPassageKind passage;
	int32_t		said_on;		/* days since 1970-01-01, or ND_NO_DATE */
	uint16_t	confidence;		/* thousandths */
} NdFoundClaim;

typedef struct NdFoundToll
{
	uint32_t	number;			/* as of claims */
	bool		in_title;
	NdTollValue value;
	NdSpan		at;				/* in the order of their starts */
	NdSpan		victims;		/* may be empty, as may place */
	NdSpan		place;
	NdVictimGroup group;
	NdScope		scope;
	uint32_t	part_of;		/* number of a toll, or 0 */
	bool		negated;
	uint32_t	claim;			/* number of the claim that reports it, or 0: the toll
								 * begins within its content or, if it has none,
								 * stands in its sentence */
	uint32_t	sentence;		/* from 1; never less than that of the toll before */
	NdPassageKind passage;
	int32_t		happened_from;	/* days since 1970-01-01, both inclusive, or */
	int32_t		happened_until; /* ND_NO_DATE */
	uint16_t	confidence;		/* thousandths */
} NdFoundToll;

typedef struct NdFindings
{
	NdText		fault;			/* why the article was not analysed; length 0 when
								 * it was. Then nothing else is set. */
	NdKept		title;
	NdKept		body;
	NdFoundSource *sources;		/* those only the title has first, then in the
								 * order of their first mention */
	uint32_t	n_sources;
	NdFoundClaim *claims;		/* numbers rise */
	uint32_t	n_claims;
	NdFoundToll *tolls;			/* numbers rise */
	uint32_t	n_tolls;
} NdFindings;

/*
 * Reads an article and collects what is found: claims, who stands behind them,
 * tolls. `title.bytes` may be NULL; `published` counts days since 1970-01-01,
 * or is ND_NO_DATE; `counts_bytes` says how places are counted. All memory is
 * of `arena`; the texts must live as long as the findings. An article beyond
 * the limits gives findings with a fault. False, with an error in the arena's
 * context, for want of memory, damaged weights, or when cancelled.
 */
extern bool nd_analyse_article(NdArena *arena, const NdEngine *engine,
							   NdText body, NdText title, int32_t published,
							   bool counts_bytes, NdFindings *findings);

/*
 * The findings that belong to one claim (an index into claims): the claim, its
 * source and chain, the tolls it reports, and only the words these need.
 * Numbers stay as they are, so parent and part_of may name what is not here.
 * Shares no memory with `findings`. False without memory.
 */
extern bool nd_findings_of_claim(NdArena *arena, const NdFindings *findings,
								 uint32_t claim, NdFindings *one);

/* The claim with a number, or NULL. Logarithmic in the number of claims. */
extern const NdFoundClaim *nd_find_claim(const NdFindings *findings, uint32_t number);

/* Which of both texts the bytes of a claim or toll count. */
static inline const NdKept *
nd_kept_of(const NdFindings *findings, bool in_title)
{
	return in_title ? &findings->title : &findings->body;
}

/* The words of a span. */
static inline NdText
nd_kept_words(const NdKept *kept, NdSpan at)
{
	return (NdText)
	{
		kept->text.bytes + at.start, at.end - at.start
	};
}

/* Where a span stood in the title or body: characters, or bytes if so counted. */
extern NdSpan nd_kept_place(const NdKept *kept, NdSpan at);

#endif
