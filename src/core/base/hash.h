/*
 * hash.h
 *		The hash under every feature and table. Its values stand in the
 *		weights: a change here asks for new weights.
 */
#ifndef ND_HASH_H
#define ND_HASH_H

#include <stddef.h>
#include <stdint.h>

/* The finaliser of MurmurHash3 (Austin Appleby, public domain). */
static inline uint64_t
nd_mix(uint64_t h)
{
	h ^= h >> 33;
	h *= UINT64_C(0xff51afd7ed558ccd);
	h ^= h >> 33;
	h *= UINT64_C(0xc4ceb9fe1a85ec53);
	h ^= h >> 33;
	return h;
}

/* FNV-1a over bytes, then mixed. */
static inline uint64_t
nd_hash_bytes(const char *bytes, size_t length)
{
	uint64_t	h = UINT64_C(0xcbf29ce484222325);

	for (size_t i = 0; i < length; i++)
		h = (h ^ (unsigned char) bytes[i]) * UINT64_C(0x100000001b3);
	return nd_mix(h);
}

/* Order matters: nd_hash_join(a, b) differs from nd_hash_join(b, a). */
static inline uint64_t
nd_hash_join(uint64_t a, uint64_t b)
{
	return nd_mix(a * UINT64_C(0x9e3779b97f4a7c15) + b + UINT64_C(0x632be59bd9b4e019));
}

#endif
