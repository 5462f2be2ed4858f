/*
 * must.h
 *		Memory and files for programs that end when something is wrong.
 */
#ifndef MUST_H
#define MUST_H

#include <stddef.h>

/* Zeroed memory. */
extern void *must_alloc(size_t bytes);
extern void *must_realloc(void *memory, size_t bytes);

/* The bytes of a file, for the caller to free. */
extern unsigned char *must_read(const char *path, size_t *length);

#endif
