/*
 * cursor.h
 *		Going through the bytes of a digest, of which nothing is believed.
 *
 * The first fault is recorded in the context of the arena; what is read after it
 * is zero or empty, so that readers need not ask after each step.
 */
#ifndef ND_CURSOR_H
#define ND_CURSOR_H

#include "digest/format.h"

typedef struct NdCursor
{
	NdArena    *arena;
	const unsigned char *bytes;
	uint32_t	length;
	uint32_t	at;
	bool		failed;
} NdCursor;

/* Records ND_DAMAGED at the byte reached. */
extern void nd_damaged(NdCursor *in, const char *message);

/* Memory of the arena; NULL fails. */
extern void *nd_cursor_room(NdCursor *in, uint32_t count, size_t size);

/* What write.c calls byte, number, way, text; a number is at most `most`. */
extern unsigned nd_get_byte(NdCursor *in);
extern uint64_t nd_get_number(NdCursor *in, uint64_t most);
extern uint32_t nd_get_small(NdCursor *in, uint32_t most);
extern int64_t nd_get_way(NdCursor *in, int64_t from, int64_t least, int64_t most);
extern NdText nd_get_text(NdCursor *in);

/* A text that must not be empty. */
extern NdText nd_get_words(NdCursor *in);

/* A number of records, of which each takes so many bytes at least. */
extern uint32_t nd_get_count(NdCursor *in, uint32_t least_bytes);

#endif
