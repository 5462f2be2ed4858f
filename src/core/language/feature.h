/*
 * feature.h
 *		From the parts of a feature to its hash.
 */
#ifndef ND_FEATURE_H
#define ND_FEATURE_H

#include "base/hash.h"

/*
 * A feature is a template's number and up to three values, in order. One
 * final mix is enough: the multipliers are odd, so each part spreads over all
 * higher bits before.
 */
static inline uint64_t
nd_feature(uint32_t template, uint64_t a, uint64_t b, uint64_t c)
{
	return nd_mix(a * UINT64_C(0x9e3779b97f4a7c15) +
				  b * UINT64_C(0xc2b2ae3d27d4eb4f) +
				  c * UINT64_C(0xd6e8feb86659fd93) +
				  template * UINT64_C(0xa0761d6478bd642f) + 1);
}

#endif
