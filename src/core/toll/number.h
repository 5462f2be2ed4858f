/*
 * number.h
 *		Numbers in a sentence, in digits and in words, with what is said about
 *		how to read them: at least, about, between.
 */
#ifndef ND_NUMBER_H
#define ND_NUMBER_H

#include "text/document.h"

/* How low and high are to be read. The values are on disk: append only. */
typedef enum NdHedge
{
	ND_EXACT,					/* low = high */
	ND_AT_LEAST,				/* low; no high */
	ND_MORE_THAN,				/* low; no high */
	ND_AT_MOST,					/* high; no low */
	ND_LESS_THAN,				/* high; no low */
	ND_ALMOST,					/* low = high */
	ND_ABOUT,					/* low = high */
	ND_RANGE,					/* low < high */
	ND_VAGUE					/* low <= high, by a table of words */
} NdHedge;

#define ND_HEDGES		(ND_VAGUE + 1)

#define ND_NO_BOUND		INT64_C(-1)
#define ND_MOST_PEOPLE	INT64_C(999999999999999)	/* greatest number there is */

/* What else is known of a number. */
#define ND_NUMBER_ARTICLE	0x0001	/* a, an: one, if a singular noun follows */
#define ND_NUMBER_ORDINAL	0x0002	/* "a sixth": one more */
#define ND_NUMBER_ZERO		0x0004	/* "no", "not a single": a noun belongs to it */
#define ND_NUMBER_NOBODY	0x0008	/* "nobody", "none": stands for the noun too */
#define ND_NUMBER_BOTH		0x0010
#define ND_NUMBER_ADDITION	0x0020	/* "another 250" */
#define ND_NUMBER_FRACTION	0x0040	/* no whole number */
#define ND_NUMBER_JOINED	0x0080	/* part of a longer word: 12-hour, 9/11, 4-0 */
#define ND_NUMBER_MONEY		0x0100	/* a sign of currency stands before it */
#define ND_NUMBER_PERCENT	0x0200
#define ND_NUMBER_UNIT		0x0400	/* letters are glued to it: 180ml */
#define ND_NUMBER_DIGITS	0x0800	/* written in digits, at least in part */
#define ND_NUMBER_CHANGED	0x1000	/* the new or the old one of a figure that
									 * "rose from 12 to 18" */

/* What no count of people can be. */
#define ND_NUMBER_NO_COUNT \
	(ND_NUMBER_FRACTION | ND_NUMBER_JOINED | ND_NUMBER_MONEY | ND_NUMBER_PERCENT | ND_NUMBER_UNIT)

typedef struct NdNumber
{
	NdSpan		at;				/* with hedge and "another" */
	NdSpan		figure;			/* without them */
	uint32_t	first_token;	/* of the document, of `at` */
	uint32_t	end_token;		/* the one after the last */
	int64_t		low;			/* as stated, or ND_NO_BOUND */
	int64_t		high;
	NdHedge		hedge;
	uint16_t	flags;
} NdNumber;

/* In text order, not overlapping. */
typedef struct NdNumbers
{
	NdNumber   *numbers;
	uint32_t	count;
} NdNumbers;

/*
 * Finds the numbers among tokens first .. end - 1 of a document, which are one
 * sentence. Tags and trees are not asked for. Allocated in `arena`. Time is
 * linear. False with ND_NO_MEMORY or ND_LIMIT.
 */
extern bool nd_find_numbers(NdArena *arena, const NdDocument *document,
							uint32_t first, uint32_t end, NdNumbers *numbers);

#endif
