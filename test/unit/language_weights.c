/*
 * language_weights.c
 *		Damaged files of weights are refused, and even those that are not
 *		lead to no read outside.
 */
#include "unit.h"

#include "base/hash.h"
#include "engine.h"
#include "language/weights.h"

#include <stdlib.h>
#include <string.h>

#define CHECKSUM_AT 56

/* A copy of exactly its size, so that a sanitizer sees what is read beyond. */
static unsigned char *
copy(NdBlob blob, size_t length)
{
	unsigned char *bytes = malloc(length > 0 ? length : 1);

	if (bytes == NULL)
		exit(1);
	return memcpy(bytes, blob.bytes, length);
}

static bool
opens(const unsigned char *bytes, size_t length, NdWeights *weights)
{
	NdContext	context;
	bool		opened;

	nd_context_init(&context);
	opened = nd_weights_open(&context, bytes, length, ND_WEIGHTS_TAGGER, ND_N_TAGS, weights);
	CHECK(opened || context.status == ND_DAMAGED);
	return opened;
}

static void
write_u64(unsigned char *bytes, uint64_t value)
{
	for (unsigned i = 0; i < 8; i++)
		bytes[i] = (unsigned char) (value >> 8 * i);
}

/* Makes the checksum right again, as somebody who means harm would. */
static void
sign(unsigned char *bytes, size_t length)
{
	write_u64(bytes + CHECKSUM_AT,
			  nd_hash_join(nd_weights_checksum(bytes, CHECKSUM_AT),
						   nd_weights_checksum(bytes + ND_WEIGHTS_HEADER,
											   length - ND_WEIGHTS_HEADER)));
}

static void
look_up_everywhere(const NdWeights *weights)
{
	int32_t		scores[ND_N_TAGS] = {0};
	uint64_t	features[ND_MAX_FEATURES];
	uint64_t	state = 7;

	for (unsigned round = 0; round < 40; round++)
	{
		for (unsigned i = 0; i < ND_MAX_FEATURES; i++)
			features[i] = state = nd_mix(state + 1);
		memset(scores, 0, sizeof(scores));
		nd_weights_add(weights, features, ND_MAX_FEATURES, scores);
	}
}

static void
check_refusals(NdBlob blob)
{
	unsigned char *bytes = copy(blob, blob.length);
	NdWeights	weights;
	uint64_t	state = 1;

	CHECK(opens(bytes, blob.length, &weights));
	look_up_everywhere(&weights);
	for (unsigned i = 0; i < 64; i++)
	{
		size_t		at = (size_t) ((state = nd_mix(state + 1)) % blob.length);

		bytes[at] ^= 0x10;
		CHECK(!opens(bytes, blob.length, &weights));
		bytes[at] ^= 0x10;
	}
	free(bytes);
}

static void
check_lengths(NdBlob blob)
{
	static const size_t lengths[] = {1, 8, 63, 64, 1087, 1088, 5000};
	NdWeights	weights;

	for (unsigned i = 0; i < sizeof(lengths) / sizeof(lengths[0]); i++)
	{
		unsigned char *bytes = copy(blob, lengths[i]);

		if (lengths[i] > ND_WEIGHTS_HEADER)
		{
			write_u64(bytes + 48, lengths[i]);
			sign(bytes, lengths[i]);
		}
		CHECK(!opens(bytes, lengths[i], &weights));
		free(bytes);
	}
	CHECK(opens(NULL, 0, &weights));
	look_up_everywhere(&weights);
}

static void
check_signed_damage(NdBlob blob)
{
	unsigned char *bytes = copy(blob, blob.length);
	uint64_t	state = 3;
	unsigned	refused = 0;

	for (unsigned i = 0; i < 120; i++)
	{
		uint64_t	luck = state = nd_mix(state + 1);
		size_t		limit = i % 3 == 0 ? ND_WEIGHTS_HEADER : i % 3 == 1 ? 4096 : blob.length;
		size_t		at = (size_t) (luck % limit);
		unsigned char kept = bytes[at];
		NdWeights	weights;

		bytes[at] = (unsigned char) (luck >> 40);
		sign(bytes, blob.length);
		if (opens(bytes, blob.length, &weights))
			look_up_everywhere(&weights);
		else
			refused++;
		bytes[at] = kept;
	}
	CHECK(refused > 20);
	free(bytes);
}

int
main(void)
{
	NdBlob		tagger = nd_embedded_models().tagger;

	check_refusals(tagger);
	check_lengths(tagger);
	check_signed_damage(tagger);
	return unit_result();
}
