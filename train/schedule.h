/*
 * schedule.h
 *		The order of training that tagger and parser share: learn with all
 *		features, keep the largest weights that fit, learn these again a few
 *		times from the start in different orders, and average.
 */
#ifndef SCHEDULE_H
#define SCHEDULE_H

#include "options.h"
#include "perceptron.h"

typedef struct Schedule
{
	/* Learns lesson number `lesson` and returns the number of errors made. */
	uint32_t	(*learn) (void *owner, Perceptron *perceptron, uint32_t lesson, uint32_t pass);
	void	   *owner;
	uint32_t	lessons;
	WeightsPlan plan;
} Schedule;

/* Trains and writes options->output. */
extern void schedule_run(const Schedule *schedule, const Options *options);

#endif
