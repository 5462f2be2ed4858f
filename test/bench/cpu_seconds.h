/*
 * cpu_seconds.h
 *		Processor time of this process so far.
 */
#ifndef CPU_SECONDS_H
#define CPU_SECONDS_H

#include <time.h>

static inline double
cpu_seconds(void)
{
	struct timespec now;

	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
	return (double) now.tv_sec + (double) now.tv_nsec * 1e-9;
}

#endif
