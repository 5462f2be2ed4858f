/*
 * cursor.c
 *		Going through the bytes of a digest, of which nothing is believed.
 */
#include "digest/cursor.h"

#include "digest/pack.h"

void
nd_damaged(NdCursor *in, const char *message)
{
	if (!in->failed)
		(void) nd_fail(in->arena->context, ND_DAMAGED, in->at, message);
	in->failed = true;
}

void *
nd_cursor_room(NdCursor *in, uint32_t count, size_t size)
{
	void	   *room = nd_alloc_array(in->arena, count, size);

	in->failed |= room == NULL;
	return room;
}

unsigned
nd_get_byte(NdCursor *in)
{
	if (in->failed || in->at == in->length)
	{
		nd_damaged(in, "it ends too early");
		return 0;
	}
	return in->bytes[in->at++];
}

/* A number of up to 56 bits, not greater than `most`. */
uint64_t
nd_get_number(NdCursor *in, uint64_t most)
{
	uint64_t	number = 0;
	unsigned	byte = 0x80;

	for (unsigned shift = 0; byte & 0x80 && shift < 56; shift += 7)
	{
		byte = nd_get_byte(in);
		number |= (uint64_t) (byte & 0x7F) << shift;
	}
	if (byte & 0x80 || number > most)
		nd_damaged(in, "a number is too large");
	return in->failed ? 0 : number;
}

uint32_t
nd_get_small(NdCursor *in, uint32_t most)
{
	return (uint32_t) nd_get_number(in, most);
}

/* Adds a way to where it begins; the sum lies between two numbers. */
int64_t
nd_get_way(NdCursor *in, int64_t from, int64_t least, int64_t most)
{
	int64_t		to = from + nd_unfold_sign(nd_get_number(in, UINT64_C(1) << 40));

	if (to < least || to > most)
		nd_damaged(in, "a number is out of its range");
	return in->failed ? least : to;
}

/* A number of records, each of which takes so many bytes at least. */
uint32_t
nd_get_count(NdCursor *in, uint32_t least_bytes)
{
	uint32_t	count = nd_get_small(in, UINT32_MAX);

	if (count > (in->length - in->at) / least_bytes)
		nd_damaged(in, "there are more records than bytes");
	return in->failed ? 0 : count;
}

NdText
nd_get_text(NdCursor *in)
{
	uint32_t	packed = nd_get_count(in, 1);
	uint32_t	fault = 0;
	uint32_t	length = in->failed ? 0 :
		nd_unpacked_length(in->bytes + in->at, packed, &fault);
	char	   *text;

	if (length == ND_NONE)
	{
		in->at += fault;
		nd_damaged(in, "a text is cut off or too long");
	}
	if (in->failed)
		return (NdText) {NULL, 0};
	text = nd_cursor_room(in, length, 1);
	if (text == NULL)
		return (NdText) {NULL, 0};
	nd_unpack(in->bytes + in->at, packed, text);
	in->at += packed;
	return (NdText) {text, length};
}

NdText
nd_get_words(NdCursor *in)
{
	NdText		text = nd_get_text(in);

	if (text.length == 0)
		nd_damaged(in, "a text is missing");
	return text;
}
