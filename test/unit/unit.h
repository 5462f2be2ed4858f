/*
 * unit.h
 *		Checks of the core without PostgreSQL: main() calls functions that
 *		CHECK, and returns unit_result().
 */
#ifndef ND_UNIT_H
#define ND_UNIT_H

#include <stdbool.h>
#include <stdio.h>
#include <string.h>

static unsigned unit_passed;
static unsigned unit_failed;

/* Counts a condition; says which one failed and goes on. */
#define CHECK(condition) \
	do { \
		if (condition) \
			unit_passed++; \
		else \
		{ \
			unit_failed++; \
			printf("%s:%d: failed: %s\n", __FILE__, __LINE__, #condition); \
		} \
	} while (0)

/* Whether what was found in a text is what was expected; says what it was if not. */
static inline bool
unit_same(const char *text, const char *found, const char *expected)
{
	bool		same = strcmp(found, expected) == 0;

	if (!same)
		printf("%s\n  expected %s\n  found    %s\n", text, expected, found);
	return same;
}

/* Prints the counts; the exit status of the program. */
static inline int
unit_result(void)
{
	printf("%u passed, %u failed\n", unit_passed, unit_failed);
	return unit_failed > 0 || unit_passed == 0;
}

#endif
