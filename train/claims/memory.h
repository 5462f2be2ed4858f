/*
 * memory.h
 *		Memory of the training programs: they end when there is none.
 */
#ifndef TRAIN_MEMORY_H
#define TRAIN_MEMORY_H

#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>

static inline void *
must_grow(void *memory, size_t count, size_t size)
{
	memory = realloc(memory, count * size + 1);
	if (memory == NULL)
	{
		perror("realloc");
		exit(1);
	}
	return memory;
}

static inline void *
must_clear(size_t count, size_t size)
{
	void	   *memory = calloc(count + 1, size);

	if (memory == NULL)
	{
		perror("calloc");
		exit(1);
	}
	return memory;
}

#endif
