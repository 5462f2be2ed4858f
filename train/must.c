/*
 * must.c
 *		Memory and files for programs that end when something is wrong.
 */
#include "must.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void *
must_realloc(void *memory, size_t bytes)
{
	memory = realloc(memory, bytes > 0 ? bytes : 1);
	if (memory == NULL)
	{
		fprintf(stderr, "out of memory\n");
		exit(1);
	}
	return memory;
}

void *
must_alloc(size_t bytes)
{
	return memset(must_realloc(NULL, bytes), 0, bytes > 0 ? bytes : 1);
}

unsigned char *
must_read(const char *path, size_t *length)
{
	FILE	   *file = fopen(path, "rb");
	unsigned char *bytes = NULL;
	size_t		room = 0;

	*length = 0;
	while (file != NULL && !feof(file) && !ferror(file))
	{
		if (*length == room)
			bytes = must_realloc(bytes, room = 2 * room + 65536);
		*length += fread(bytes + *length, 1, room - *length, file);
	}
	if (file == NULL || ferror(file))
	{
		perror(path);
		exit(1);
	}
	fclose(file);
	return bytes;
}
