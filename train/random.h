/*
 * random.h
 *		Numbers that are the same on every machine for the same seed:
 *		SplitMix64 (Steele, Lea and Flood, "Fast splittable pseudorandom
 *		number generators", 2014).
 */
#ifndef TRAIN_RANDOM_H
#define TRAIN_RANDOM_H

#include "base/hash.h"

typedef struct Random
{
	uint64_t	state;
} Random;

static inline uint64_t
random_next(Random *random)
{
	random->state += UINT64_C(0x9e3779b97f4a7c15);
	return nd_mix(random->state);
}

/* 0 .. limit - 1; the bias is below 1e-12 for the limits used here. */
static inline uint32_t
random_below(Random *random, uint32_t limit)
{
	return (uint32_t) ((random_next(random) >> 32) * limit >> 32);
}

static inline void
random_shuffle(Random *random, uint32_t *numbers, uint32_t n)
{
	for (uint32_t i = n; i > 1; i--)
	{
		uint32_t	other = random_below(random, i);
		uint32_t	kept = numbers[i - 1];

		numbers[i - 1] = numbers[other];
		numbers[other] = kept;
	}
}

#endif
