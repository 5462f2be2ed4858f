/*
 * perceptron.h
 *		An averaged perceptron over hashed features, one weight for each pair
 *		of feature and class that was ever updated.
 *
 * The average over all updates is worked out lazily, as usual: each weight
 * keeps its sum up to the last time it changed.
 */
#ifndef PERCEPTRON_H
#define PERCEPTRON_H

#include "weights_writer.h"

typedef struct Perceptron Perceptron;

extern Perceptron *perceptron_new(void);

/*
 * One that has weights for these pairs only, 0 at first, and never gets
 * others. Training again what is left after pruning makes up for most of what
 * pruning loses.
 */
extern Perceptron *perceptron_closed(const WeightsEntry *entries, size_t count);

extern void perceptron_free(Perceptron *perceptron);

/* Adds the current weights of the features to scores[classes]. */
extern void perceptron_score(const Perceptron *perceptron, const uint64_t *features,
							 uint32_t n, int32_t *scores);

/* Takes the features towards one class and away from the other. */
extern void perceptron_update(Perceptron *perceptron, const uint64_t *features,
							  uint32_t n, uint32_t towards, uint32_t away);

/* One more example was seen: time for the average. */
extern void perceptron_tick(Perceptron *perceptron);

/*
 * Sets all weights to 0 but keeps what goes into the average: after n starts
 * in different order it is the average of n perceptrons, steadier than one.
 */
extern void perceptron_restart(Perceptron *perceptron);

/*
 * The averaged weights that are not 0 and were updated at least so often, for
 * the caller to free.
 */
extern WeightsEntry *perceptron_average(const Perceptron *perceptron,
										uint32_t least_updates, size_t *count);

#endif
