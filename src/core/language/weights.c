/*
 * weights.c
 *		Checks a file of weights and looks features up in it.
 *
 * The header: 8 bytes of magic, then uint32: version, kind, classes, bits,
 * tables, bytes of tables, bytes of index and rows, zero; then uint64: hash
 * of the tag set, length of the file, checksum of all that is not itself.
 */
#include "language/weights.h"

#include "base/hash.h"
#include "language/tagset.h"

#include <string.h>

#define MAGIC			"NDWEIGHT"
#define VERSION			1
#define CODEBOOK_BYTES	(256 * 4)
#define TABLE_HEADER	(ND_WEIGHTS_NAME + 4)
#define CHECKSUM_AT		56

/* Buckets are short, so those that cross a cache line end in the next one. */
#define HALF_LINE		32

static uint32_t
read_u16(const unsigned char *p)
{
	return (uint32_t) p[0] | (uint32_t) p[1] << 8;
}

static uint32_t
read_u32(const unsigned char *p)
{
	return read_u16(p) | read_u16(p + 2) << 16;
}

static uint64_t
read_u64(const unsigned char *p)
{
	return read_u32(p) | (uint64_t) read_u32(p + 4) << 32;
}

/* Four lanes, so that the multiplications do not wait for each other. */
uint64_t
nd_weights_checksum(const unsigned char *bytes, size_t length)
{
	uint64_t	lane[4] = {1, 2, 3, 4};
	unsigned char rest[32] = {0};
	size_t		whole = length - length % 32;

	for (size_t i = 0; i < whole; i += 32)
		for (unsigned k = 0; k < 4; k++)
		{
			lane[k] = (lane[k] ^ read_u64(bytes + i + 8 * k)) * UINT64_C(0x9e3779b97f4a7c15);
			lane[k] ^= lane[k] >> 29;
		}
	if (whole < length)
		memcpy(rest, bytes + whole, length - whole);
	for (unsigned k = 0; k < 4; k++)
		lane[k] = nd_mix(lane[k] ^ read_u64(rest + 8 * k));
	return nd_hash_join(nd_hash_join(lane[0], lane[1]), nd_hash_join(lane[2], lane[3])) ^ length;
}

uint64_t
nd_tagset_hash(void)
{
	uint64_t	h = 0;

	for (unsigned i = 0; i < ND_N_TAGS; i++)
		h = nd_hash_join(h, nd_hash_bytes(nd_tag_name(i), strlen(nd_tag_name(i))));
	for (unsigned i = 0; i < ND_N_RELATIONS; i++)
		h = nd_hash_join(h, nd_hash_bytes(nd_relation_name(i), strlen(nd_relation_name(i))));
	return h;
}

/* Entries of one row: classes that exist, each once, in ascending order. */
static bool
row_is_sound(const unsigned char *entry, uint32_t entries, uint32_t classes)
{
	for (uint32_t i = 0; i < entries; i++)
		if (entry[2 * i] >= classes || (i > 0 && entry[2 * i] <= entry[2 * i - 2]))
			return false;
	return true;
}

/* One bucket: its counts fit and its rows fill it exactly. */
static bool
bucket_is_sound(const unsigned char *bucket, uint32_t bytes, uint32_t classes)
{
	uint32_t	count;
	uint32_t	at;

	if (bytes < 1)
		return false;
	count = bucket[0];
	at = 1 + 3 * count;
	if (bytes < at)
		return false;
	for (uint32_t i = 0; i < count; i++)
	{
		uint32_t	entries = bucket[1 + 2 * count + i];

		if (bytes - at < 2 * entries || !row_is_sound(bucket + at, entries, classes))
			return false;
		at += 2 * entries;
	}
	return at == bytes;
}

static bool
buckets_are_sound(const NdWeights *weights, uint32_t row_bytes)
{
	uint32_t	buckets = UINT32_C(1) << weights->bits;
	uint32_t	at = read_u32(weights->index);

	if (at != 0)
		return false;
	for (uint32_t i = 1; i <= buckets; i++)
	{
		uint32_t	end = read_u32(weights->index + (size_t) i * 4);

		if (end > row_bytes || end < at ||
			!bucket_is_sound(weights->rows + at, end - at, weights->classes))
			return false;
		at = end;
	}
	return at == row_bytes;
}

static bool
tables_are_sound(const NdWeights *weights, uint32_t bytes)
{
	uint32_t	at = 0;

	for (uint32_t i = 0; i < weights->n_tables; i++)
	{
		uint32_t	count;

		if (bytes - at < TABLE_HEADER)
			return false;
		count = read_u32(weights->tables + at + ND_WEIGHTS_NAME);
		at += TABLE_HEADER;
		if (count > (bytes - at) / 4)
			return false;
		at += count * 4;
	}
	return at == bytes;
}

/*
 * A feature has at most one weight for a class, so scores cannot overflow even
 * where four calls of nd_weights_add fill one array.
 */
static bool
codebook_is_sound(const NdWeights *weights)
{
	const int32_t largest = INT32_MAX / (4 * ND_MAX_FEATURES);

	for (unsigned i = 0; i < 256; i++)
		if (weights->codebook[i] > largest || weights->codebook[i] < -largest)
			return false;
	return true;
}

static bool
parts_are_sound(const unsigned char *bytes, size_t length, NdWeights *out)
{
	uint32_t	table_bytes = read_u32(bytes + 28);
	uint32_t	data_bytes = read_u32(bytes + 32);
	uint64_t	index_bytes;
	const unsigned char *codebook = bytes + ND_WEIGHTS_HEADER;

	out->bits = read_u32(bytes + 20);
	out->n_tables = read_u32(bytes + 24);
	if (out->bits < 1 || out->bits > ND_WEIGHTS_MAX_BITS)
		return false;
	index_bytes = ((UINT64_C(1) << out->bits) + 1) * 4;
	if (index_bytes > data_bytes ||
		length != (uint64_t) ND_WEIGHTS_HEADER + CODEBOOK_BYTES + table_bytes + data_bytes)
		return false;
	for (unsigned i = 0; i < 256; i++)
		out->codebook[i] = (int32_t) read_u32(codebook + 4 * i);
	out->tables = codebook + CODEBOOK_BYTES;
	out->index = out->tables + table_bytes;
	out->rows = out->index + index_bytes;
	return codebook_is_sound(out) && tables_are_sound(out, table_bytes) &&
		buckets_are_sound(out, data_bytes - (uint32_t) index_bytes);
}

static bool
checksum_is_right(const unsigned char *bytes, size_t length)
{
	uint64_t	sum = nd_hash_join(nd_weights_checksum(bytes, CHECKSUM_AT),
								   nd_weights_checksum(bytes + ND_WEIGHTS_HEADER,
													   length - ND_WEIGHTS_HEADER));

	return sum == read_u64(bytes + CHECKSUM_AT);
}

bool
nd_weights_open(NdContext *context, const unsigned char *bytes, size_t length,
				NdWeightsKind kind, uint32_t classes, NdWeights *out)
{
	memset(out, 0, sizeof(*out));
	out->classes = classes;
	if (length == 0)
		return true;
	if (length < ND_WEIGHTS_HEADER + CODEBOOK_BYTES || memcmp(bytes, MAGIC, 8) != 0)
		return nd_fail(context, ND_DAMAGED, 0, "not a file of weights");
	if (read_u32(bytes + 8) != VERSION || read_u32(bytes + 12) != (uint32_t) kind ||
		read_u32(bytes + 16) != classes || classes > ND_WEIGHTS_MAX_CLASSES ||
		read_u64(bytes + 40) != nd_tagset_hash())
		return nd_fail(context, ND_DAMAGED, 8, "weights were made for something else");
	if (read_u64(bytes + 48) != length || !checksum_is_right(bytes, length))
		return nd_fail(context, ND_DAMAGED, 48, "weights fail their checksum");
	if (!parts_are_sound(bytes, length, out))
	{
		out->rows = NULL;
		return nd_fail(context, ND_DAMAGED, ND_WEIGHTS_HEADER, "weights are damaged");
	}
	return true;
}

static void
add_row(const NdWeights *weights, const unsigned char *bucket, uint32_t fingerprint,
		int32_t *scores)
{
	uint32_t	count = bucket[0];
	const unsigned char *sizes = bucket + 1 + 2 * count;
	const unsigned char *entry = sizes + count;
	uint32_t	row = 0;

	while (row < count && read_u16(bucket + 1 + 2 * row) != fingerprint)
		row++;
	if (row == count)
		return;
	for (uint32_t i = 0; i < row; i++)
		entry += 2 * (size_t) sizes[i];
	for (uint32_t i = sizes[row]; i > 0; i--, entry += 2)
		scores[entry[0]] += weights->codebook[entry[1]];
}

uint32_t
nd_weights_seek(const NdWeights *weights, const uint64_t *features, uint32_t n,
				NdSought sought[ND_MAX_FEATURES])
{
	if (weights->rows == NULL || n > ND_MAX_FEATURES)
		return 0;
	for (uint32_t i = 0; i < n; i++)
	{
		sought[i].bucket = weights->index + 4 * (size_t) nd_weights_bucket(features[i], weights->bits);
		sought[i].fingerprint = nd_weights_fingerprint(features[i]);
		__builtin_prefetch(sought[i].bucket);
	}
	for (uint32_t i = 0; i < n; i++)
	{
		sought[i].bucket = weights->rows + read_u32(sought[i].bucket);
		__builtin_prefetch(sought[i].bucket);
		__builtin_prefetch(sought[i].bucket + HALF_LINE);
	}
	return n;
}

void
nd_weights_add_sought(const NdWeights *weights, const NdSought *sought, uint32_t n,
					  int32_t *scores)
{
	for (uint32_t i = 0; i < n; i++)
		add_row(weights, sought[i].bucket, sought[i].fingerprint, scores);
}

void
nd_weights_add(const NdWeights *weights, const uint64_t *features, uint32_t n,
			   int32_t *scores)
{
	NdSought	sought[ND_MAX_FEATURES];

	n = nd_weights_seek(weights, features, n, sought);
	nd_weights_add_sought(weights, sought, n, scores);
}

bool
nd_weights_table(const NdWeights *weights, const char *name, int32_t *values,
				 uint32_t count)
{
	char		padded[ND_WEIGHTS_NAME] = {0};
	const unsigned char *at = weights->tables;
	size_t		length = strlen(name);

	memcpy(padded, name, length < sizeof(padded) ? length : sizeof(padded));
	for (uint32_t i = 0; i < weights->n_tables; i++)
	{
		uint32_t	held = read_u32(at + ND_WEIGHTS_NAME);

		if (held == count && memcmp(at, padded, sizeof(padded)) == 0)
		{
			for (uint32_t k = 0; k < count; k++)
				values[k] = (int32_t) read_u32(at + TABLE_HEADER + 4 * (size_t) k);
			return true;
		}
		at += TABLE_HEADER + 4 * (size_t) held;
	}
	return false;
}
