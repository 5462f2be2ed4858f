/*
 * feature_table.c
 *		Numbers for the features of a training set.
 */
#include "claims/feature_table.h"

#include "claims/memory.h"

static uint32_t
slot_of(const FeatureTable *table, NdFeature feature)
{
	uint32_t	slot = (feature * UINT32_C(0x9e3779b1)) & table->mask;

	while (table->keys[slot] != 0 && table->keys[slot] != feature)
		slot = (slot + 1) & table->mask;
	return slot;
}

static void
set_size(FeatureTable *table, uint32_t slots)
{
	FeatureTable old = *table;

	table->mask = slots - 1;
	table->keys = must_clear(slots, sizeof(NdFeature));
	table->values = must_clear(slots, sizeof(uint32_t));
	for (uint32_t i = 0; old.keys && i <= old.mask; i++)
	{
		uint32_t	slot;

		if (old.keys[i] == 0)
			continue;
		slot = slot_of(table, old.keys[i]);
		table->keys[slot] = old.keys[i];
		table->values[slot] = old.values[i];
	}
	free(old.keys);
	free(old.values);
}

void
feature_table_init(FeatureTable *table)
{
	*table = (FeatureTable)
	{
		0
	};
	set_size(table, UINT32_C(1) << 22);
}

void
feature_table_count(FeatureTable *table, NdFeature feature)
{
	uint32_t	slot;

	if (feature == 0)
		return;
	if (table->used > table->mask / 4 * 3)
		set_size(table, (table->mask + 1) * 2);
	slot = slot_of(table, feature);
	if (table->keys[slot] == 0)
	{
		table->keys[slot] = feature;
		table->used++;
	}
	table->values[slot]++;
}

typedef struct Counted
{
	NdFeature	feature;
	uint32_t	count;
} Counted;

static int
frequent_first(const void *a, const void *b)
{
	const Counted *x = a;
	const Counted *y = b;

	if (x->count != y->count)
		return x->count > y->count ? -1 : 1;
	return x->feature < y->feature ? -1 : x->feature > y->feature;
}

void
feature_table_number(FeatureTable *table, uint32_t least)
{
	Counted    *all = must_grow(NULL, table->used, sizeof(Counted));
	uint32_t	n = 0;

	for (uint32_t i = 0; i <= table->mask; i++)
	{
		if (table->keys[i] != 0 && table->values[i] >= least)
			all[n++] = (Counted)
			{
				table->keys[i], table->values[i]
			};
		table->values[i] = NO_FEATURE;
	}
	qsort(all, n, sizeof(Counted), frequent_first);
	table->count = n;
	table->features = must_grow(NULL, n, sizeof(NdFeature));
	for (uint32_t i = 0; i < n; i++)
	{
		table->features[i] = all[i].feature;
		table->values[slot_of(table, all[i].feature)] = i;
	}
	free(all);
}

uint32_t
feature_table_replace(const FeatureTable *table, uint32_t *features, uint32_t count)
{
	uint32_t	kept = 0;

	for (uint32_t i = 0; i < count; i++)
	{
		uint32_t	slot = slot_of(table, features[i]);

		if (table->keys[slot] != 0 && table->values[slot] != NO_FEATURE)
			features[kept++] = table->values[slot];
	}
	return kept;
}
