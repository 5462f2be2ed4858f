/*
 * hedge.h
 *		The words before and after a number that say how to read it.
 */
#ifndef ND_HEDGE_H
#define ND_HEDGE_H

#include "toll/atom.h"
#include "toll/number.h"

/* What stands before a number. */
typedef struct NdNumberPrefix
{
	uint32_t	end;
	NdHedge		hedge;
	bool		addition;
	bool		between;		/* two bounds follow */
	bool		from;
	bool		anywhere;
} NdNumberPrefix;

/*
 * Reads at least, another, between and the like from an atom on; prefix->end
 * is where the number must begin. An empty prefix ends at `at`.
 */
extern void nd_read_prefix(const NdAtoms *atoms, uint32_t at, NdNumberPrefix *prefix);

/*
 * Reads "or more", "-odd" and the like after a number. Returns the atom after
 * it, or `at` with *hedge untouched.
 */
extern uint32_t nd_read_after(const NdAtoms *atoms, uint32_t at, NdHedge *hedge);

#endif
