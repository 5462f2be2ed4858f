/*
 * line.h
 *		The lines of a text, put together where they were hard-wrapped, with
 *		what can be seen of each: the features passage.c weighs.
 */
#ifndef ND_LINE_H
#define ND_LINE_H

#include "text/text.h"

/* What a line is can be seen from its beginning; some have no end. */
#define ND_LINE_MOST_READ	8192u	/* bytes */

/* What can be seen of a line. Shapes first: each line has one of them. */
#define ND_LINE_FEATURES(X) \
	X(EMPTY)			/* no letter or digit */ \
	X(PROSE)			/* 20 words or several sentences, with a full stop */ \
	X(LONG_SENTENCE)	/* 10 words or more, with a full stop */ \
	X(SENTENCE)			/* fewer, with a full stop */ \
	X(LONG_OPEN)		/* 14 words or more without a full stop */ \
	X(TITLE)			/* 3 words or more without a full stop */ \
	X(SHORT)			/* one or two words */ \
	X(CUT)				/* ends in an ellipsis */ \
	X(COLON)			/* ends in a colon */ \
	X(ITEM)				/* begins with a bullet, a number or Q: */ \
	X(QUOTED)			/* begins with a quotation mark */ \
	X(LOWER)			/* begins with a small letter */ \
	X(DATE)				/* a date or a time and little else */ \
	X(STAMPS)			/* several dates with times */ \
	X(PRICE)			/* a sum of money and little else */ \
	X(MENU)				/* the rest: phrases of lexicon/boilerplate.txt */ \
	X(LINE) \
	X(INSIDE) \
	X(INSIDE_TWICE) \
	X(HEADING) \
	X(RELATED) \
	X(CAPTION) \
	X(CREDIT) \
	X(BYLINE) \
	X(PUBLISHED) \
	X(CRUMBS)			/* ends with the whole of a line that follows */ \
	X(PROSE_BEFORE)		/* prose within three lines before */ \
	X(PROSE_AFTER)		/* prose within three lines after */ \
	X(NO_PROSE_NEAR)	/* none within six lines, in a text with menus */ \
	X(BEFORE_PROSE)		/* stands before all prose */ \
	X(AFTER_PROSE)		/* stands after all prose */ \
	X(SUBHEADING)		/* no full stop, one before it and one in the next line */ \
	X(UNDER_HEADING)	/* a HEADING before it, and no prose since */ \
	X(BETWEEN_PROSE)	/* stands somewhere between two lines of prose */ \
	X(CLEAN)			/* the text has hardly any line of a menu */ \
	X(FIRST)			/* of the text */ \
	X(ALWAYS)

typedef enum NdLineFeature
{
#define X(name) ND_LINE_##name,
	ND_LINE_FEATURES(X)
#undef X
	ND_N_LINE_FEATURES
} NdLineFeature;

#define ND_LINE_BIT(name)	(UINT64_C(1) << ND_LINE_##name)

typedef struct NdLine
{
	NdSpan		at;				/* no white space at its edges; never empty */
	uint64_t	features;		/* bits 1 << NdLineFeature */
} NdLine;

/*
 * Reads the lines of a text that are not blank. Hard-wrapped ones are one
 * line together. *lines is allocated in `arena`. Linear in the text.
 */
extern bool nd_read_lines(NdArena *arena, NdText text, NdLine **lines, uint32_t *n_lines);

#endif
