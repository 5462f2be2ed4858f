/*
 * reading.h
 *		A text read by nd_read_text, for the tests of the text room.
 */
#ifndef ND_READING_H
#define ND_READING_H

#include <string.h>

#include "text/read.h"

typedef struct Reading
{
	NdContext	context;
	NdArena		arena;
	NdDocument	document;
	bool		read;
} Reading;

static inline void
reading_begin(Reading *reading, const char *bytes, size_t length)
{
	NdText		text = {bytes, (uint32_t) length};
	NdReadOptions options = {false};

	nd_context_init(&reading->context);
	nd_arena_init(&reading->arena, &reading->context);
	reading->read = nd_read_text(&reading->arena, text, options, &reading->document);
}

static inline void
reading_end(Reading *reading)
{
	nd_arena_free(&reading->arena);
}

/* Whether bytes start .. end - 1 of the text read are these. */
static inline bool
reading_is(const Reading *reading, uint32_t start, uint32_t end, const char *bytes)
{
	size_t		length = strlen(bytes);

	return end - start == length &&
		memcmp(reading->document.text.bytes + start, bytes, length) == 0;
}

/* Copies the text of spans with | between them, to compare with one string. */
static inline void
reading_join(const Reading *reading, NdSpan span, char *out, size_t size)
{
	size_t		used = strlen(out);
	size_t		length = span.end - span.start;

	if (used + length + 2 > size)
		return;
	memcpy(out + used, reading->document.text.bytes + span.start, length);
	out[used + length] = '|';
	out[used + length + 1] = '\0';
}

#endif
