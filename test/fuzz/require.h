/*
 * require.h
 *		What must hold for every input: a fuzz target ends where it does not.
 */
#ifndef ND_REQUIRE_H
#define ND_REQUIRE_H

#include <stdio.h>
#include <stdlib.h>

#define REQUIRE(condition) \
	do { \
		if (!(condition)) \
		{ \
			fprintf(stderr, "%s:%d: %s\n", __FILE__, __LINE__, #condition); \
			abort(); \
		} \
	} while (0)

extern int	LLVMFuzzerTestOneInput(const unsigned char *data, size_t size);

#endif
