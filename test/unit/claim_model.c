/*
 * claim_model.c
 *		Weights of attribution: a whole file is read, a damaged one refused.
 */
#include "unit.h"

#include "base/hash.h"
#include "claim/model.h"

#include <stdlib.h>
#include <string.h>

#define BITS	2
#define TABLES	(4 * ((1 + ND_N_STATES) * ND_N_STATES + ND_N_PARAMETERS))
#define HEADER	32
#define ROWS	((HEADER + TABLES + 63) / 64 * 64)
#define LENGTH	(ROWS + ((size_t) ND_BUCKET_ROWS * ND_ROW_BYTES << BITS))

static const NdFeature features[2] = {0x00030007, 0xffff0001};

static void
put(unsigned char *bytes, uint64_t number, unsigned width)
{
	for (unsigned i = 0; i < width; i++)
		bytes[i] = (unsigned char) (number >> 8 * i);
}

static void
seal(unsigned char *file)
{
	put(file + 24, nd_hash_bytes((const char *) file + HEADER, LENGTH - HEADER), 8);
}

/* A proposer of two features; the caller frees it. */
static unsigned char *
make_file(void)
{
	unsigned char *file = calloc(LENGTH, 1);

	memcpy(file, "NDCLAIM2", 8);
	put(file + 8, ND_PROPOSER, 4);
	put(file + 12, ND_N_STATES, 4);
	put(file + 16, BITS, 4);
	put(file + 20, ND_N_PARAMETERS, 4);
	put(file + HEADER + TABLES - 4 * ND_N_PARAMETERS, 40, 4);
	for (unsigned i = 0; i < 2; i++)
	{
		unsigned char *row = file + ROWS + ND_ROW_BYTES *
			(ND_BUCKET_ROWS * (features[i] >> (32 - BITS)) + i);

		for (unsigned s = 0; s < ND_N_STATES; s++)
			row[s] = (unsigned char) (i == 0 ? s : 256 - s);
		put(row + ND_N_STATES, features[i], 4);
	}
	seal(file);
	return file;
}

static NdStatus
open_file(const unsigned char *file, size_t length, NdClaimModel *model)
{
	NdContext	context;

	nd_context_init(&context);
	if (!nd_claim_model_open(&context, file, length, NULL, 0, model))
		return context.status;
	return ND_OK;
}

static void
test_whole(void)
{
	unsigned char *file = make_file();
	NdClaimModel model;
	int32_t		scores[ND_N_STATES] = {0};
	NdFeature	list[3] = {features[0], 12345, features[1]};

	CHECK(open_file(file, LENGTH, &model) == ND_OK);
	CHECK(model.proposer.buckets != NULL && model.decider.buckets == NULL);
	nd_crf_add(&model.proposer, list, 1, scores);
	CHECK(scores[0] == 0 && scores[5] == 5 && scores[11] == 11);
	nd_crf_add(&model.proposer, list + 1, 1, scores);
	CHECK(scores[5] == 5);
	nd_crf_add(&model.proposer, list, 3, scores);
	CHECK(scores[5] == 5 && scores[11] == 11);
	CHECK(model.proposer.transitions[0][ND_STATE_IN_CUE] == ND_FORBIDDEN);
	CHECK(model.proposer.transitions[1 + ND_STATE_BEGIN_CUE][ND_STATE_IN_CUE] == 0);
	free(file);
}

static void
test_damaged(void)
{
	NdClaimModel model;

	CHECK(open_file(NULL, 0, &model) == ND_OK && model.proposer.buckets == NULL);
	for (size_t length = 1; length < LENGTH; length += 7)
	{
		unsigned char *file = make_file();
		unsigned char *cut = malloc(length);

		memcpy(cut, file, length);
		CHECK(open_file(cut, length, &model) == ND_DAMAGED);
		free(cut);
		free(file);
	}
	for (size_t at = 0; at < LENGTH; at += at < 300 ? 1 : 17)
	{
		unsigned char *file = make_file();

		file[at] ^= 0x41;
		CHECK(open_file(file, LENGTH, &model) == ND_DAMAGED);
		free(file);
	}
}

/* Wrong numbers under a right checksum. */
static void
test_wrong(void)
{
	static const struct
	{
		size_t		at;
		uint32_t	value;
	}			wrong[] = {
		{HEADER, 2000000000},						/* a transition out of range */
		{HEADER + TABLES - 4 * ND_N_PARAMETERS, 0}, /* no unit */
		{HEADER + TABLES - 4, 0x80000000}			/* a parameter out of range */
	};

	NdClaimModel model;
	unsigned char *file = make_file();

	put(file + 16, 30, 4);
	CHECK(open_file(file, LENGTH, &model) == ND_DAMAGED);
	free(file);
	for (size_t i = 0; i < sizeof(wrong) / sizeof(wrong[0]); i++)
	{
		file = make_file();
		put(file + wrong[i].at, wrong[i].value, 4);
		seal(file);
		CHECK(open_file(file, LENGTH, &model) == ND_DAMAGED);
		free(file);
	}
}

int
main(void)
{
	test_whole();
	test_damaged();
	test_wrong();
	return unit_result();
}
