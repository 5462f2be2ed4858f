/*
 * cardinal.h
 *		The grammar of whole numbers: "2 million 300 thousand", "half a dozen",
 *		"one and a half million".
 */
#ifndef ND_CARDINAL_H
#define ND_CARDINAL_H

#include "toll/atom.h"

typedef struct NdCardinal
{
	int64_t		value;			/* rounded down when it is a fraction */
	int64_t		multiplier;		/* the last hundred, scale or group in it, or 1 */
	bool		fraction;
	bool		digits;
	bool		unit;			/* other letters are glued to the digits */
} NdCardinal;

/*
 * Reads the longest number that begins at an atom. Returns the atom after it,
 * or `at` when no number begins there or it is too great.
 */
extern uint32_t nd_read_cardinal(const NdAtoms *atoms, uint32_t at, NdCardinal *cardinal);

#endif
