/*
 * weights_writer.c
 *		Prunes, compands and lays out weights.
 */
#include "weights_writer.h"

#include "must.h"

#include "base/hash.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define ROWS_PER_BUCKET 4
#define CHECKSUM_AT		56
#define CODEBOOK_BYTES	1024

typedef struct Output
{
	unsigned char *bytes;
	size_t		length;
	size_t		room;
} Output;

static void
put(Output *out, uint64_t value, unsigned bytes)
{
	if (out->room - out->length < 8)
		out->bytes = must_realloc(out->bytes, out->room = 2 * out->room + 4096);
	for (unsigned i = 0; i < bytes; i++)
		out->bytes[out->length++] = (unsigned char) (value >> 8 * i);
}

static int
by_place(const void *a, const void *b)
{
	const WeightsEntry *x = a;
	const WeightsEntry *y = b;

	if (x->feature != y->feature)
		return x->feature < y->feature ? -1 : 1;
	return (int) x->class - (int) y->class;
}

static int
by_size(const void *a, const void *b)
{
	const WeightsEntry *x = a;
	const WeightsEntry *y = b;

	if (fabs(x->weight) != fabs(y->weight))
		return fabs(x->weight) > fabs(y->weight) ? -1 : 1;
	return by_place(a, b);
}

static uint32_t
bits_for(size_t rows)
{
	uint32_t	bits = 1;

	while (bits < ND_WEIGHTS_MAX_BITS && ((size_t) ROWS_PER_BUCKET << bits) < rows)
		bits++;
	return bits;
}

/* A set of features that have a row already. */
typedef struct Seen
{
	uint64_t   *features;
	size_t		mask;
} Seen;

static bool
add_new(Seen *seen, uint64_t feature)
{
	size_t		slot = (size_t) feature & seen->mask;

	feature |= 1;
	while (seen->features[slot] != 0)
	{
		if (seen->features[slot] == feature)
			return false;
		slot = (slot + 1) & seen->mask;
	}
	seen->features[slot] = feature;
	return true;
}

size_t
weights_that_fit(const WeightsPlan *plan, WeightsEntry *entries, size_t count)
{
	Seen		seen = {NULL, 1023};
	size_t		bytes = ND_WEIGHTS_HEADER + CODEBOOK_BYTES + 1024;
	size_t		rows = 0;
	size_t		kept = 0;

	qsort(entries, count, sizeof(*entries), by_size);
	while (seen.mask < 2 * count)
		seen.mask = 2 * seen.mask + 1;
	seen.features = must_alloc((seen.mask + 1) * sizeof(uint64_t));
	for (uint32_t i = 0; i < plan->n_tables; i++)
		bytes += 20 + 4 * (size_t) plan->tables[i].count;
	for (; kept < count; kept++)
	{
		if (add_new(&seen, entries[kept].feature))
			rows++;
		if (bytes + 2 * (kept + 1) + 3 * rows + (5 << bits_for(rows)) > plan->most_bytes)
			break;
	}
	free(seen.features);
	return kept;
}

/* The byte for a weight: its root as a share of the largest one's. */
static int
compand(double weight, double largest)
{
	int			code = (int) lround(127 * sqrt(fabs(weight) / largest));

	return weight < 0 ? -code : code;
}

static void
put_codebook(Output *out, double largest, double scale)
{
	for (int i = 0; i < 256; i++)
	{
		int			code = i < 128 ? i : i - 256;
		double		root = (code < -127 ? -127 : code) / 127.0;

		put(out, (uint64_t) (int64_t) lround(root * fabs(root) * largest * scale), 4);
	}
}

static void
put_tables(Output *out, const WeightsPlan *plan)
{
	for (uint32_t i = 0; i < plan->n_tables; i++)
	{
		const WeightsTable *table = plan->tables + i;
		size_t		length = strlen(table->name);

		for (size_t k = 0; k < ND_WEIGHTS_NAME; k++)
			put(out, k < length ? (unsigned char) table->name[k] : 0, 1);
		put(out, table->count, 4);
		for (uint32_t k = 0; k < table->count; k++)
			put(out, (uint32_t) table->values[k], 4);
	}
}

static size_t
row_end(const WeightsEntry *entries, size_t at, size_t end)
{
	size_t		i = at;

	while (i < end && entries[i].feature == entries[at].feature)
		i++;
	return i;
}

static void
put_bucket(Output *out, const WeightsEntry *entries, size_t from, size_t end,
		   double largest)
{
	size_t		rows = 0;

	for (size_t i = from; i < end; i = row_end(entries, i, end))
		rows++;
	if (rows > 255)
	{
		fprintf(stderr, "a bucket of %zu rows\n", rows);
		exit(1);
	}
	put(out, rows, 1);
	for (size_t i = from; i < end; i = row_end(entries, i, end))
		put(out, nd_weights_fingerprint(entries[i].feature), 2);
	for (size_t i = from; i < end; i = row_end(entries, i, end))
		put(out, row_end(entries, i, end) - i, 1);
	for (size_t i = from; i < end; i++)
	{
		put(out, entries[i].class, 1);
		put(out, (uint8_t) compand(entries[i].weight, largest), 1);
	}
}

/* Index and rows; the entries are sorted by place. */
static void
put_buckets(Output *out, const WeightsEntry *entries, size_t count, uint32_t bits,
			double largest)
{
	Output		rows = {NULL, 0, 0};
	size_t		at = 0;

	for (uint32_t bucket = 0; bucket < UINT32_C(1) << bits; bucket++)
	{
		size_t		end = at;

		put(out, rows.length, 4);
		while (end < count && nd_weights_bucket(entries[end].feature, bits) == bucket)
			end++;
		put_bucket(&rows, entries, at, end, largest);
		at = end;
	}
	put(out, rows.length, 4);
	for (size_t i = 0; i < rows.length; i++)
		put(out, rows.bytes[i], 1);
	free(rows.bytes);
}

static void
put_header(Output *out, const WeightsPlan *plan, uint32_t bits, size_t table_bytes,
		   size_t body_bytes)
{
	for (unsigned i = 0; i < 8; i++)
		put(out, (unsigned char) "NDWEIGHT"[i], 1);
	put(out, 1, 4);
	put(out, (uint32_t) plan->kind, 4);
	put(out, plan->classes, 4);
	put(out, bits, 4);
	put(out, plan->n_tables, 4);
	put(out, table_bytes, 4);
	put(out, body_bytes - table_bytes - CODEBOOK_BYTES, 4);
	put(out, 0, 4);
	put(out, nd_tagset_hash(), 8);
	put(out, body_bytes + ND_WEIGHTS_HEADER, 8);
}

static void
save(const char *path, const Output *header, const Output *body)
{
	char		draft[4096];
	FILE	   *file;

	snprintf(draft, sizeof(draft), "%s.new", path);
	file = fopen(draft, "wb");
	if (file == NULL ||
		fwrite(header->bytes, 1, header->length, file) != header->length ||
		fwrite(body->bytes, 1, body->length, file) != body->length ||
		fclose(file) != 0 || rename(draft, path) != 0)
	{
		perror(path);
		exit(1);
	}
}

void
weights_write(const char *path, const WeightsPlan *plan, WeightsEntry *entries,
			  size_t count)
{
	Output		header = {NULL, 0, 0};
	Output		body = {NULL, 0, 0};
	size_t		given = count;
	size_t		rows = 0;
	size_t		table_bytes;
	uint32_t	bits;
	double		largest;

	count = weights_that_fit(plan, entries, count);
	largest = count > 0 ? fabs(entries[0].weight) : 1;
	qsort(entries, count, sizeof(*entries), by_place);
	for (size_t i = 0; i < count; i = row_end(entries, i, count))
		rows++;
	bits = bits_for(rows);
	put_codebook(&body, largest, plan->scale);
	put_tables(&body, plan);
	table_bytes = body.length - CODEBOOK_BYTES;
	put_buckets(&body, entries, count, bits, largest);
	put_header(&header, plan, bits, table_bytes, body.length);
	put(&header, nd_hash_join(nd_weights_checksum(header.bytes, CHECKSUM_AT),
							  nd_weights_checksum(body.bytes, body.length)), 8);
	save(path, &header, &body);
	printf("%s: %zu of %zu weights in %zu rows, largest %.3f, %zu bytes\n", path, count,
		   given, rows, largest, header.length + body.length);
	free(header.bytes);
	free(body.bytes);
}
