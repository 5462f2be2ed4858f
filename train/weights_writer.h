/*
 * weights_writer.h
 *		Writes a file of weights (src/core/language/weights.h).
 */
#ifndef WEIGHTS_WRITER_H
#define WEIGHTS_WRITER_H

#include "language/weights.h"

typedef struct WeightsEntry
{
	uint64_t	feature;
	double		weight;
	uint8_t		class;
} WeightsEntry;

typedef struct WeightsTable
{
	const char *name;			/* at most ND_WEIGHTS_NAME bytes */
	const int32_t *values;
	uint32_t	count;
} WeightsTable;

typedef struct WeightsPlan
{
	NdWeightsKind kind;
	uint32_t	classes;
	double		scale;			/* a weight of 1.0 becomes this integer */
	size_t		most_bytes;		/* the largest weights that fit are kept */
	const WeightsTable *tables;
	uint32_t	n_tables;
} WeightsPlan;

/*
 * Sorts the entries by size and returns how many of the largest fit into
 * plan->most_bytes.
 */
extern size_t weights_that_fit(const WeightsPlan *plan, WeightsEntry *entries, size_t count);

/*
 * Writes the entries (any order, which it changes; at most one for each pair
 * of feature and class) to `path` by rename. Ends the program on any error.
 * The same entries give the same bytes.
 */
extern void weights_write(const char *path, const WeightsPlan *plan,
						  WeightsEntry *entries, size_t count);

#endif
