/*
 * schedule.c
 *		The order of training.
 */
#include "schedule.h"

#include "must.h"
#include "random.h"

#include <stdio.h>
#include <stdlib.h>

static void
learn(const Schedule *schedule, Perceptron *perceptron, uint32_t passes, Random *random)
{
	uint32_t   *order = must_alloc(schedule->lessons * sizeof(uint32_t));

	for (uint32_t i = 0; i < schedule->lessons; i++)
		order[i] = i;
	for (uint32_t pass = 0; pass < passes; pass++)
	{
		uint64_t	errors = 0;

		random_shuffle(random, order, schedule->lessons);
		for (uint32_t i = 0; i < schedule->lessons; i++)
			errors += schedule->learn(schedule->owner, perceptron, order[i], pass);
		printf("pass %u: %llu errors\n", pass + 1, (unsigned long long) errors);
		fflush(stdout);
	}
	free(order);
}

/* What is left of a perceptron after pruning, with all weights 0 again. */
static Perceptron *
prune(const Schedule *schedule, Perceptron *perceptron, uint32_t least_updates)
{
	size_t		count;
	WeightsEntry *entries = perceptron_average(perceptron, least_updates, &count);
	Perceptron *pruned;

	perceptron_free(perceptron);
	pruned = perceptron_closed(entries, weights_that_fit(&schedule->plan, entries, count));
	free(entries);
	return pruned;
}

void
schedule_run(const Schedule *schedule, const Options *options)
{
	Random		random = {options->seed};
	Perceptron *perceptron = perceptron_new();
	uint32_t	least_updates = options->least_updates;
	WeightsEntry *entries;
	size_t		count;

	learn(schedule, perceptron, options->passes, &random);
	if (options->rounds > 0)
	{
		perceptron = prune(schedule, perceptron, least_updates);
		least_updates = 0;
	}
	for (uint32_t round = 0; round < options->rounds; round++)
	{
		printf("round %u\n", round + 1);
		learn(schedule, perceptron, options->passes, &random);
		perceptron_restart(perceptron);
	}
	entries = perceptron_average(perceptron, least_updates, &count);
	weights_write(options->output, &schedule->plan, entries, count);
	free(entries);
	perceptron_free(perceptron);
}
