/*
 * feature_table.h
 *		Numbers for the features of a training set, the frequent ones first.
 */
#ifndef TRAIN_FEATURE_TABLE_H
#define TRAIN_FEATURE_TABLE_H

#include "claim/model.h"

#include <stddef.h>

typedef struct FeatureTable
{
	NdFeature  *keys;			/* open addressing; 0 stands for an empty slot */
	uint32_t   *values;			/* counts, later numbers */
	uint32_t	mask;
	uint32_t	used;
	NdFeature  *features;		/* by number */
	uint32_t	count;
} FeatureTable;

#define NO_FEATURE UINT32_MAX

extern void feature_table_init(FeatureTable *table);
extern void feature_table_count(FeatureTable *table, NdFeature feature);

/* Numbers the features seen `least` times or more; the others are forgotten. */
extern void feature_table_number(FeatureTable *table, uint32_t least);

/* Replaces features by their numbers, leaves out the others; returns how many. */
extern uint32_t feature_table_replace(const FeatureTable *table, uint32_t *features, uint32_t count);

#endif
