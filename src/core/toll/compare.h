/*
 * compare.h
 *		Which numbers a toll allows, and what follows when two are compared.
 *
 * A toll stands for the whole numbers that its words leave open:
 *
 *		40					40
 *		at least 7			7 and up
 *		more than 13,000	13,001 and up
 *		at most 500			0 to 500
 *		less than 500		0 to 499
 *		10 to 15			10 to 15
 *		dozens				24 to 99: the bounds of its word
 *		about 300			270 to 330
 *		almost 1,200		1,080 to 1,200
 *
 * "About" and "almost" reach ND_ABOUT_PERCENT of the number, rounded up: news
 * rounds to one or two digits, and a tenth is what that can hide. "Almost" goes
 * up to its number, because what was rounded up to it may be it.
 *
 * Tolls of different kinds have nothing in common: they neither overlap nor
 * contain each other, and none is certainly less.
 */
#ifndef ND_TOLL_COMPARE_H
#define ND_TOLL_COMPARE_H

#include "toll/value.h"

#define ND_ABOUT_PERCENT	10

/*
 * The numbers of all kinds on one line, kind by kind, so that an interval on
 * it says which kind and which numbers: kind * ND_KIND_STEP + number. Intervals
 * without an upper bound end at the last point of their kind.
 */
#define ND_KIND_STEP	(UINT64_C(1) << 56)
#define ND_UNBOUNDED	(ND_KIND_STEP - 1)

typedef struct NdTollReach
{
	uint64_t	low;			/* points of the line, both inclusive */
	uint64_t	high;
} NdTollReach;

/* The numbers a toll allows. The value must be without fault. */
extern NdTollReach nd_toll_reach(const NdTollValue *value);

/* The toll that allows these numbers, of one kind; low <= high. */
extern NdTollValue nd_toll_of_reach(NdTollReach reach);

static inline unsigned
nd_reach_kind(uint64_t point)
{
	return (unsigned) (point / ND_KIND_STEP);
}

static inline uint64_t
nd_reach_number(uint64_t point)
{
	return point % ND_KIND_STEP;
}

static inline bool
nd_reach_overlaps(NdTollReach a, NdTollReach b)
{
	return a.low <= b.high && b.low <= a.high;
}

static inline bool
nd_reach_contains(NdTollReach outer, NdTollReach inner)
{
	return outer.low <= inner.low && inner.high <= outer.high;
}

/* Whether every number of a is less than every number of b, kinds the same. */
static inline bool
nd_reach_before(NdTollReach a, NdTollReach b)
{
	return a.high < b.low && nd_reach_kind(a.high) == nd_reach_kind(b.low);
}

/*
 * A total order: by kind, then by the numbers allowed, then by hedge and
 * stated bounds. Zero exactly when all bytes of the values are equal.
 */
extern int	nd_toll_compare(const NdTollValue *a, const NdTollValue *b);

/* The one number nearest to what was said; the middle of two bounds. */
extern int64_t nd_toll_best(const NdTollValue *value);

#endif
