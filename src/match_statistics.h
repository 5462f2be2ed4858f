/*
 * match_statistics.h
 *		What ANALYZE keeps of a column of news_claim or news_digest: how often
 *		the keys of an index occur (query/key.h).
 *
 * It is one slot of pg_statistic. Its values are the most frequent keys, as
 * bytea in the order of their bytes; its numbers are the frequencies of these,
 * as fractions of the values that are not null, and then the summary.
 */
#ifndef ND_MATCH_STATISTICS_H
#define ND_MATCH_STATISTICS_H

#include "query/key.h"
#include "toll/compare.h"

/* Taken at random, as pg_statistic.h wants it. */
#define ND_KEY_STATISTICS	21817

#define ND_FIGURE_SIZES		26

/* Only float4: it is stored as numbers. */
typedef struct NdKeySummary
{
	float4		claims;			/* of a value, on average */
	float4		each[ND_KEY_TAGS];	/* frequency of a key of this tag that is not
									 * listed, on average */
	float4		rest[ND_KEY_TAGS];	/* and of all these together */
	float4		figures[2][ND_TOLL_KINDS][ND_FIGURE_SIZES];	/* values with a figure
															 * whose low, or high, is
															 * so large and not listed */
} NdKeySummary;

#define ND_SUMMARY_NUMBERS	((int) (sizeof(NdKeySummary) / sizeof(float4)))

/*
 * Sizes of figures: size n begins at 2^n, the first at 0, and ends before the
 * next; the last one has no end.
 */
static inline int
nd_figure_size(uint64_t number)
{
	int			size = 0;

	while (size + 1 < ND_FIGURE_SIZES && number >> (size + 1) > 0)
		size++;
	return size;
}

#endif
