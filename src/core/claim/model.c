/*
 * model.c
 *		Opens and reads the weights of attribution.
 */
#include "claim/model.h"

#include "base/hash.h"

#include <stddef.h>
#include <string.h>

#define MAGIC			"NDCLAIM2"
#define HEADER_BYTES	32
#define MOST_BITS		20
#define BUCKET_BYTES	(ND_BUCKET_ROWS * ND_ROW_BYTES)
#define TRANSITIONS		((1 + ND_N_STATES) * ND_N_STATES)

/* Header and tables, filled up to a multiple of 64. */
#define FIXED_BYTES \
	((HEADER_BYTES + 4 * (size_t) (TRANSITIONS + ND_N_PARAMETERS) + 63) / 64 * 64)

static inline uint32_t
read_u32(const unsigned char *bytes)
{
	return (uint32_t) bytes[0] | (uint32_t) bytes[1] << 8 |
		(uint32_t) bytes[2] << 16 | (uint32_t) bytes[3] << 24;
}

static uint64_t
read_u64(const unsigned char *bytes)
{
	return (uint64_t) read_u32(bytes) | (uint64_t) read_u32(bytes + 4) << 32;
}

static const unsigned char *
read_table(const unsigned char *bytes, int32_t *table, size_t count)
{
	for (size_t i = 0; i < count; i++)
		table[i] = (int32_t) read_u32(bytes + 4 * i);
	return bytes + 4 * count;
}

/* Scores stay far from overflow: at most 2^12 tokens are added up. */
static bool
in_range(const int32_t *table, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (table[i] < -100000 || table[i] > 100000)
			return false;
	return true;
}

static void
forbid(NdCrf *crf)
{
	for (unsigned before = 0; before <= ND_N_STATES; before++)
		for (unsigned after = 0; after < ND_N_STATES; after++)
			if (before == 0 ? nd_state_continues(after) : !nd_state_follows(before - 1, after))
				crf->transitions[before][after] = ND_FORBIDDEN;
}

static bool
open_crf(NdContext *context, const unsigned char *bytes, size_t length,
		 NdClaimModelKind kind, NdCrf *crf)
{
	const unsigned char *at = bytes + HEADER_BYTES;

	if (length < FIXED_BYTES || memcmp(bytes, MAGIC, 8) != 0 ||
		read_u32(bytes + 8) != (uint32_t) kind ||
		read_u32(bytes + 12) != ND_N_STATES ||
		read_u32(bytes + 20) != ND_N_PARAMETERS)
		return nd_fail(context, ND_DAMAGED, 0, "weights of attribution are of another kind or version");
	crf->bits = read_u32(bytes + 16);
	if (crf->bits == 0 || crf->bits > MOST_BITS ||
		length - FIXED_BYTES != (size_t) BUCKET_BYTES << crf->bits)
		return nd_fail(context, ND_DAMAGED, 0, "weights of attribution are cut");
	if (nd_hash_bytes((const char *) at, length - HEADER_BYTES) != read_u64(bytes + 24))
		return nd_fail(context, ND_DAMAGED, 0, "weights of attribution fail their checksum");
	at = read_table(at, &crf->transitions[0][0], TRANSITIONS);
	read_table(at, crf->parameters, ND_N_PARAMETERS);
	if (!in_range(&crf->transitions[0][0], TRANSITIONS) ||
		!in_range(crf->parameters, ND_N_PARAMETERS) ||
		crf->parameters[ND_PARAMETER_UNIT] <= 0)
		return nd_fail(context, ND_DAMAGED, 0, "weights of attribution are out of range");
	forbid(crf);
	crf->buckets = bytes + FIXED_BYTES;
	return true;
}

bool
nd_claim_model_open(NdContext *context,
					const unsigned char *proposer, size_t proposer_length,
					const unsigned char *decider, size_t decider_length,
					NdClaimModel *model)
{
	memset(model, 0, sizeof(*model));
	return (proposer_length == 0 ||
			open_crf(context, proposer, proposer_length, ND_PROPOSER, &model->proposer)) &&
		(decider_length == 0 ||
		 open_crf(context, decider, decider_length, ND_DECIDER, &model->decider));
}

/* The row of a feature, or one of zeros: choosing costs less than jumping. */
static inline const signed char *
find_row(const NdCrf *crf, NdFeature feature)
{
	static const unsigned char zeros[ND_ROW_BYTES];
	const unsigned char *bucket = crf->buckets + BUCKET_BYTES * (size_t) (feature >> (32 - crf->bits));
	const unsigned char *row = zeros;

	for (unsigned i = 0; i < ND_BUCKET_ROWS; i++)
	{
		const unsigned char *next = bucket + ND_ROW_BYTES * i;

		row = read_u32(next + ND_N_STATES) == feature ? next : row;
	}
	return (const signed char *) row;
}

/*
 * Sums are short integers, which hold those of BATCH rows, and run over the
 * whole row, feature included: that fits the machine's vectors.
 */
void
nd_crf_add(const NdCrf *crf, const NdFeature *features, uint32_t count,
		   int32_t scores[ND_N_STATES])
{
	enum {BATCH = 128};

	while (count > 0)
	{
		uint32_t	batch = count < BATCH ? count : BATCH;
		int16_t		sums[ND_ROW_BYTES] = {0};

		for (uint32_t i = 0; i < batch; i++)
		{
			const signed char *row = find_row(crf, features[i]);

			for (unsigned s = 0; s < ND_ROW_BYTES; s++)
				sums[s] = (int16_t) (sums[s] + row[s]);
		}
		for (unsigned s = 0; s < ND_N_STATES; s++)
			scores[s] += sums[s];
		features += batch;
		count -= batch;
	}
}
