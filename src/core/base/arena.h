/*
 * arena.h
 *		Memory that is given back all at once, or back to a mark.
 */
#ifndef ND_ARENA_H
#define ND_ARENA_H

#include "base/context.h"

typedef struct NdBlock NdBlock;

typedef struct NdArena
{
	NdContext  *context;
	NdBlock    *newest;
} NdArena;

typedef struct NdMark
{
	NdBlock    *block;
	size_t		used;
} NdMark;

extern void nd_arena_init(NdArena *arena, NdContext *context);

/*
 * Returns zeroed memory aligned to 16 bytes, owned by the arena, or NULL with
 * ND_NO_MEMORY, ND_LIMIT or ND_CANCELLED recorded. Zero bytes give a valid
 * pointer.
 */
extern void *nd_alloc(NdArena *arena, size_t bytes);

/* The same for an array; a product that overflows is ND_NO_MEMORY. */
extern void *nd_alloc_array(NdArena *arena, size_t count, size_t size);

/*
 * Makes room for at least `needed` elements of `size` bytes in *array, which
 * has room for *capacity now: grows by half or more, in place when it is the
 * newest allocation. The elements are kept, new room is zero. False when
 * there is no memory.
 */
extern bool nd_reserve(NdArena *arena, void *array, uint32_t *capacity,
					   uint32_t needed, size_t size);

/* What is allocated after the mark is gone after the rewind. */
extern NdMark nd_arena_mark(const NdArena *arena);
extern void nd_arena_rewind(NdArena *arena, NdMark mark);

/* Gives everything back; the arena can be used again. */
extern void nd_arena_free(NdArena *arena);

#endif
