/*
 * perceptron.c
 *		Averaged perceptron.
 */
#include "perceptron.h"

#include "language/weights.h"
#include "must.h"

#include <stdlib.h>
#include <string.h>

#define LOOK_AHEAD ND_MAX_FEATURES

typedef struct Weight
{
	int64_t		sum;			/* of the value over time, up to `changed` */
	int32_t		value;
	uint32_t	changed;
	uint32_t	updates;
	uint32_t	class;
} Weight;

/* A slot of the table: open addressing, empty while room is 0. */
typedef struct Row
{
	uint64_t	feature;
	Weight	   *weights;
	uint32_t	n;
	uint32_t	room;
} Row;

struct Perceptron
{
	Row		   *rows;
	size_t		mask;
	size_t		used;
	uint32_t	now;
	bool		closed;			/* no rows and weights are added any more */
};

Perceptron *
perceptron_new(void)
{
	Perceptron *perceptron = must_alloc(sizeof(Perceptron));

	perceptron->mask = ((size_t) 1 << 20) - 1;
	perceptron->rows = must_alloc((perceptron->mask + 1) * sizeof(Row));
	perceptron->now = 1;
	return perceptron;
}

void
perceptron_free(Perceptron *perceptron)
{
	for (size_t i = 0; i <= perceptron->mask; i++)
		free(perceptron->rows[i].weights);
	free(perceptron->rows);
	free(perceptron);
}

static Row *
find(const Perceptron *perceptron, uint64_t feature)
{
	size_t		slot = (size_t) feature & perceptron->mask;

	while (perceptron->rows[slot].room != 0 && perceptron->rows[slot].feature != feature)
		slot = (slot + 1) & perceptron->mask;
	return perceptron->rows + slot;
}

static void
grow(Perceptron *perceptron)
{
	Row		   *old = perceptron->rows;
	size_t		old_mask = perceptron->mask;

	perceptron->mask = 2 * old_mask + 1;
	perceptron->rows = must_alloc((perceptron->mask + 1) * sizeof(Row));
	for (size_t i = 0; i <= old_mask; i++)
		if (old[i].room != 0)
			*find(perceptron, old[i].feature) = old[i];
	free(old);
}

void
perceptron_score(const Perceptron *perceptron, const uint64_t *features, uint32_t n,
				 int32_t *scores)
{
	const Row  *rows[LOOK_AHEAD];

	for (uint32_t i = 0; i < n; i++)
		__builtin_prefetch(perceptron->rows + ((size_t) features[i] & perceptron->mask));
	for (uint32_t i = 0; i < n; i++)
	{
		rows[i] = find(perceptron, features[i]);
		__builtin_prefetch(rows[i]->weights);
	}
	for (uint32_t i = 0; i < n; i++)
		for (uint32_t k = 0; k < rows[i]->n; k++)
			scores[rows[i]->weights[k].class] += rows[i]->weights[k].value;
}

static Weight *
find_weight(Row *row, uint32_t class)
{
	for (uint32_t i = 0; i < row->n; i++)
		if (row->weights[i].class == class)
			return row->weights + i;
	return NULL;
}

static Weight *
add_weight(Row *row, uint32_t class)
{
	if (row->n == row->room)
	{
		row->room = row->room ? 2 * row->room : 2;
		row->weights = must_realloc(row->weights, row->room * sizeof(Weight));
	}
	row->weights[row->n] = (Weight)
	{
		.class = class
	};
	return row->weights + row->n++;
}

static Row *
add_row(Perceptron *perceptron, uint64_t feature)
{
	Row		   *row;

	if (++perceptron->used * 2 > perceptron->mask)
		grow(perceptron);
	row = find(perceptron, feature);
	row->feature = feature;
	return row;
}

static void
change(Weight *weight, int32_t by, uint32_t now)
{
	weight->sum += (int64_t) weight->value * (now - weight->changed);
	weight->changed = now;
	weight->value += by;
	weight->updates++;
}

static void
change_class(Perceptron *perceptron, Row *row, uint32_t class, int32_t by)
{
	Weight	   *weight = find_weight(row, class);

	if (weight == NULL && !perceptron->closed)
		weight = add_weight(row, class);
	if (weight != NULL)
		change(weight, by, perceptron->now);
}

void
perceptron_update(Perceptron *perceptron, const uint64_t *features, uint32_t n,
				  uint32_t towards, uint32_t away)
{
	for (uint32_t i = 0; i < n; i++)
	{
		Row		   *row = find(perceptron, features[i]);

		if (row->room == 0 && perceptron->closed)
			continue;
		if (row->room == 0)
			row = add_row(perceptron, features[i]);
		change_class(perceptron, row, towards, 1);
		change_class(perceptron, row, away, -1);
	}
}

Perceptron *
perceptron_closed(const WeightsEntry *entries, size_t count)
{
	Perceptron *perceptron = perceptron_new();

	for (size_t i = 0; i < count; i++)
	{
		Row		   *row = find(perceptron, entries[i].feature);

		if (row->room == 0)
			row = add_row(perceptron, entries[i].feature);
		add_weight(row, entries[i].class);
	}
	perceptron->closed = true;
	return perceptron;
}

void
perceptron_restart(Perceptron *perceptron)
{
	for (size_t i = 0; i <= perceptron->mask; i++)
		for (uint32_t k = 0; k < perceptron->rows[i].n; k++)
		{
			Weight	   *weight = perceptron->rows[i].weights + k;

			change(weight, -weight->value, perceptron->now);
		}
}

void
perceptron_tick(Perceptron *perceptron)
{
	perceptron->now++;
}

WeightsEntry *
perceptron_average(const Perceptron *perceptron, uint32_t least_updates, size_t *count)
{
	size_t		room = 0;
	WeightsEntry *entries = NULL;

	*count = 0;
	for (size_t i = 0; i <= perceptron->mask; i++)
	{
		const Row  *row = perceptron->rows + i;

		for (uint32_t k = 0; k < row->n; k++)
		{
			Weight		weight = row->weights[k];
			double		sum;

			change(&weight, 0, perceptron->now);
			sum = (double) weight.sum;
			if (weight.sum == 0 || row->weights[k].updates < least_updates)
				continue;
			if (*count == room)
				entries = must_realloc(entries, (room = room ? 2 * room : 4096) * sizeof(*entries));
			entries[*count].feature = row->feature;
			entries[*count].class = (uint8_t) weight.class;
			entries[*count].weight = sum / perceptron->now;
			++*count;
		}
	}
	return entries;
}
