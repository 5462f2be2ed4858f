/*
 * model_writer.c
 *		Writes trained weights.
 */
#include "claims/model_writer.h"

#include "base/hash.h"
#include "claims/memory.h"

#include <math.h>
#include <string.h>

#define HEADER_BYTES 32
#define BUCKETS (UINT32_C(1) << BUCKET_BITS)

typedef struct Output
{
	unsigned char *bytes;
	size_t		length;
	size_t		room;
} Output;

static void
put(Output *out, const void *bytes, size_t length)
{
	if (out->length + length > out->room)
		out->bytes = must_grow(out->bytes, out->room = (out->length + length) * 2, 1);
	memcpy(out->bytes + out->length, bytes, length);
	out->length += length;
}

static void
put_number(Output *out, uint64_t number, unsigned bytes)
{
	for (unsigned i = 0; i < bytes; i++)
	{
		unsigned char byte = (unsigned char) (number >> 8 * i);

		put(out, &byte, 1);
	}
}

static void
write_file(const char *path, NdClaimModelKind kind, const Output *body)
{
	char		temporary[1024];
	Output		header = {0};
	FILE	   *file;

	put(&header, "NDCLAIM2", 8);
	put_number(&header, (uint64_t) kind, 4);
	put_number(&header, ND_N_STATES, 4);
	put_number(&header, BUCKET_BITS, 4);
	put_number(&header, ND_N_PARAMETERS, 4);
	put_number(&header, nd_hash_bytes((const char *) body->bytes, body->length), 8);
	snprintf(temporary, sizeof(temporary), "%s.new", path);
	file = fopen(temporary, "wb");
	if (file == NULL || fwrite(header.bytes, 1, header.length, file) != header.length ||
		fwrite(body->bytes, 1, body->length, file) != body->length ||
		fclose(file) != 0 || rename(temporary, path) != 0)
	{
		perror(path);
		exit(1);
	}
	fprintf(stderr, "%s: %zu bytes\n", path, header.length + body->length);
	free(header.bytes);
}

static int32_t
rounded(double weight, int32_t limit)
{
	double		value = weight * SCORE_UNIT;

	value = value < 0 ? value - 0.5 : value + 0.5;
	return value < -limit ? -limit : value > limit ? limit : (int32_t) value;
}

typedef struct Candidate
{
	NdFeature	feature;
	uint32_t	number;
	float		size;			/* largest weight */
} Candidate;

/* By bucket, the largest first. */
static int
by_bucket(const void *a, const void *b)
{
	const Candidate *x = a;
	const Candidate *y = b;
	uint32_t	x_bucket = x->feature >> (32 - BUCKET_BITS);
	uint32_t	y_bucket = y->feature >> (32 - BUCKET_BITS);

	if (x_bucket != y_bucket)
		return x_bucket < y_bucket ? -1 : 1;
	if (x->size != y->size)
		return x->size > y->size ? -1 : 1;
	return x->feature < y->feature ? -1 : x->feature > y->feature;
}

static float
largest_weight(const CrfRow *row)
{
	float		largest = 0;

	for (unsigned s = 0; s < ND_N_STATES; s++)
		if (fabsf(row->weight[s]) > largest)
			largest = fabsf(row->weight[s]);
	return largest;
}

void
model_choose(const CrfTrainer *trainer, const FeatureTable *table, bool *keep)
{
	Candidate  *all = must_clear(trainer->n_rows, sizeof(Candidate));
	uint32_t	in_bucket = 0;

	for (uint32_t i = 0; i < trainer->n_rows; i++)
		all[i] = (Candidate)
		{
			table->features[i], i, largest_weight(&trainer->rows[i])
		};
	qsort(all, trainer->n_rows, sizeof(Candidate), by_bucket);
	for (uint32_t i = 0; i < trainer->n_rows; i++)
	{
		if (i > 0 && (all[i].feature ^ all[i - 1].feature) >> (32 - BUCKET_BITS) != 0)
			in_bucket = 0;
		keep[all[i].number] = in_bucket++ < ND_BUCKET_ROWS;
	}
	free(all);
}

static void
put_padding(Output *out)
{
	while ((HEADER_BYTES + out->length) % 64 != 0)
		put_number(out, 0, 1);
}

/* Rows in the order of their buckets; weights beyond a byte are cut off. */
static void
put_rows(Output *out, const CrfTrainer *trainer, const FeatureTable *table)
{
	size_t		length = (size_t) BUCKETS * ND_BUCKET_ROWS * ND_ROW_BYTES;
	unsigned char *rows = must_clear(length, 1);
	uint8_t    *used = must_clear(BUCKETS, 1);
	uint32_t	cut = 0;

	for (uint32_t i = 0; i < trainer->n_rows; i++)
	{
		NdFeature	feature = table->features[i];
		uint32_t	bucket = feature >> (32 - BUCKET_BITS);
		unsigned char *row = rows + ND_ROW_BYTES * ((size_t) bucket * ND_BUCKET_ROWS + used[bucket]++);

		for (unsigned s = 0; s < ND_N_STATES; s++)
			row[s] = (unsigned char) rounded((double) trainer->rows[i].weight[s], 127);
		for (unsigned k = 0; k < 4; k++)
			row[ND_N_STATES + k] = (unsigned char) (feature >> 8 * k);
		cut += largest_weight(&trainer->rows[i]) * SCORE_UNIT > 127.5f;
	}
	fprintf(stderr, "%u rows, %u cut off at 127\n", trainer->n_rows, cut);
	put(out, rows, length);
	free(used);
	free(rows);
}

void
model_write(const char *path, NdClaimModelKind kind, const CrfTrainer *trainer,
			const FeatureTable *table, const int32_t parameters[ND_N_PARAMETERS])
{
	Output		out = {0};

	for (unsigned p = 0; p <= ND_N_STATES; p++)
		for (unsigned s = 0; s < ND_N_STATES; s++)
			put_number(&out, (uint64_t) (int64_t)
					   rounded((double) trainer->transitions[p].weight[s], 32000), 4);
	for (unsigned i = 0; i < ND_N_PARAMETERS; i++)
		put_number(&out, (uint64_t) (int64_t) parameters[i], 4);
	put_padding(&out);
	put_rows(&out, trainer, table);
	write_file(path, kind, &out);
	free(out.bytes);
}

void
model_copy(const char *path, NdClaimModelKind kind, const NdCrf *model,
		   const int32_t parameters[ND_N_PARAMETERS])
{
	Output		out = {0};

	for (unsigned p = 0; p <= ND_N_STATES; p++)
		for (unsigned s = 0; s < ND_N_STATES; s++)
			put_number(&out, (uint64_t) (int64_t)
					   (model->transitions[p][s] == ND_FORBIDDEN ? 0 : model->transitions[p][s]), 4);
	for (unsigned i = 0; i < ND_N_PARAMETERS; i++)
		put_number(&out, (uint64_t) (int64_t) parameters[i], 4);
	put_padding(&out);
	put(&out, model->buckets, (size_t) BUCKETS * ND_BUCKET_ROWS * ND_ROW_BYTES);
	write_file(path, kind, &out);
	free(out.bytes);
}
