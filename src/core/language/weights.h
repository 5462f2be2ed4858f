/*
 * weights.h
 *		A file of weights: a map from the hash of a feature to a short list of
 *		(class, weight), and small named tables. Read where it lies; nothing is
 *		unpacked.
 *
 * Layout, all numbers little-endian (they are read byte by byte, so the file
 * serves every machine):
 *
 *		header		 64 bytes	see weights.c
 *		codebook	256 int32	what each weight byte stands for
 *		tables		per table: 16 bytes of name, uint32 count, int32 values
 *		index		uint32[2^bits + 1]: where each bucket begins in the rows
 *		rows		per bucket: uint8 rows, uint16 fingerprint[rows],
 *					uint8 entries[rows], then (uint8 class, uint8 code),
 *					classes of a row ascending
 *
 * The first bits of a hash choose the bucket, 16 others are the fingerprint:
 * an unknown feature is taken for a known one about four times in 65536.
 * Weights are bytes companded by a square root (the codebook undoes it):
 * with linear bytes the few large weights would drown the many small ones.
 */
#ifndef ND_WEIGHTS_H
#define ND_WEIGHTS_H

#include "base/context.h"

/* What a file is for; the values stand in the files. */
typedef enum NdWeightsKind
{
	ND_WEIGHTS_TAGGER = 1,
	ND_WEIGHTS_PARSER,
	ND_WEIGHTS_PROPOSER,
	ND_WEIGHTS_DECIDER
} NdWeightsKind;

#define ND_WEIGHTS_HEADER		64
#define ND_WEIGHTS_MAX_CLASSES	256
#define ND_WEIGHTS_MAX_BITS		24
#define ND_WEIGHTS_NAME			16	/* bytes of a table's name, zero-padded */

typedef struct NdWeights
{
	const unsigned char *tables;
	const unsigned char *index;
	const unsigned char *rows;	/* NULL: no weights */
	uint32_t	n_tables;
	uint32_t	bits;
	uint32_t	classes;
	int32_t		codebook[256];
} NdWeights;

/*
 * Points *out into the file at `bytes` (8-byte aligned), which must outlive
 * it, after checking all that a look-up relies on: checksum, kind, number of
 * classes, that the file was made with these parts of speech and relations,
 * every bucket's bounds and every class. Even a wrong file with a right
 * checksum can then give wrong scores only. A file of length 0 gives weights
 * without features. False with ND_DAMAGED. Takes about 2 ms per megabyte.
 */
extern bool nd_weights_open(NdContext *context, const unsigned char *bytes,
							size_t length, NdWeightsKind kind,
							uint32_t classes, NdWeights *out);

#define ND_MAX_FEATURES 256

/* A feature on its way to its weights; points into the file. */
typedef struct NdSought
{
	const unsigned char *bucket;
	uint32_t	fingerprint;
} NdSought;

/*
 * Finds where n (at most ND_MAX_FEATURES) features are and asks for that
 * memory, all of it ahead, which makes this several times faster than one
 * look-up after the other. Returns how many are to be added: n, or 0 when
 * there are no weights.
 */
extern uint32_t nd_weights_seek(const NdWeights *weights, const uint64_t *features,
								uint32_t n, NdSought sought[ND_MAX_FEATURES]);

/*
 * Adds the weights of n such features to scores[classes]; their order does not
 * matter. Not more than four times ND_MAX_FEATURES for one array of scores:
 * weights are small enough that so many cannot overflow.
 */
extern void nd_weights_add_sought(const NdWeights *weights, const NdSought *sought,
								  uint32_t n, int32_t *scores);

/* Both at once. */
extern void nd_weights_add(const NdWeights *weights, const uint64_t *features,
						   uint32_t n, int32_t *scores);

/*
 * Copies the table of this name; false when there is none with exactly
 * `count` values.
 */
extern bool nd_weights_table(const NdWeights *weights, const char *name,
							 int32_t *values, uint32_t count);

/* The checksum that stands in the header; for the program that writes files. */
extern uint64_t nd_weights_checksum(const unsigned char *bytes, size_t length);

/* Stands for the names of tagset.h and their order. */
extern uint64_t nd_tagset_hash(void);

static inline uint32_t
nd_weights_bucket(uint64_t feature, uint32_t bits)
{
	return (uint32_t) (feature >> (64 - bits));
}

static inline uint32_t
nd_weights_fingerprint(uint64_t feature)
{
	return (uint32_t) (feature & 0xFFFF);
}

#endif
