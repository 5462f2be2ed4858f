/*
 * arena.c
 *		Memory that is given back all at once, or back to a mark.
 *
 * Blocks double in size up to a megabyte, so that a short article costs one
 * or two calls of the allocator and a long one few.
 */
#include "base/arena.h"

#include <string.h>

#define ALIGNMENT		16
#define FIRST_BLOCK		((size_t) 16 * 1024)
#define LARGEST_BLOCK	((size_t) 1024 * 1024)
#define POLLED_BYTES	((size_t) 4 * 1024 * 1024)

struct NdBlock
{
	NdBlock    *older;
	size_t		size;			/* bytes of data */
	size_t		used;
	size_t		unused;			/* keeps the data aligned */
	unsigned char data[];
};

void
nd_arena_init(NdArena *arena, NdContext *context)
{
	arena->context = context;
	arena->newest = NULL;
}

static NdBlock *
add_block(NdArena *arena, size_t bytes)
{
	NdContext  *context = arena->context;
	size_t		size = arena->newest ? arena->newest->size * 2 : FIRST_BLOCK;
	NdBlock    *block;

	if (size > LARGEST_BLOCK)
		size = LARGEST_BLOCK;
	if (size < bytes)
		size = bytes;
	if (context->limits.memory_bytes != 0 &&
		size > context->limits.memory_bytes - context->held_bytes)
	{
		nd_fail(context, ND_LIMIT, 0, "analysis needs more memory than its limit");
		return NULL;
	}
	block = context->allocator.alloc(context->allocator.owner, sizeof(NdBlock) + size);
	if (block == NULL)
	{
		nd_fail(context, ND_NO_MEMORY, 0, "out of memory");
		return NULL;
	}
	block->older = arena->newest;
	block->size = size;
	block->used = 0;
	context->held_bytes += size;
	arena->newest = block;
	return block;
}

/*
 * Copies, or clears where `from` is NULL. Touching hundreds of megabytes for
 * the first time takes longer than a cancel may wait, so it is done in steps.
 */
static bool
fill(NdArena *arena, unsigned char *to, const unsigned char *from, size_t bytes)
{
	for (size_t done = 0; done < bytes; done += POLLED_BYTES)
	{
		size_t		step = bytes - done < POLLED_BYTES ? bytes - done : POLLED_BYTES;

		if (done > 0 && !nd_poll(arena->context))
			return false;
		if (from)
			memcpy(to + done, from + done, step);
		else
			memset(to + done, 0, step);
	}
	return true;
}

void *
nd_alloc(NdArena *arena, size_t bytes)
{
	NdBlock    *block = arena->newest;
	unsigned char *memory;

	if (bytes > SIZE_MAX / 2)
	{
		nd_fail(arena->context, ND_NO_MEMORY, 0, "out of memory");
		return NULL;
	}
	bytes = (bytes + ALIGNMENT - 1) & ~(size_t) (ALIGNMENT - 1);
	if (block == NULL || bytes > block->size - block->used)
	{
		block = add_block(arena, bytes);
		if (block == NULL)
			return NULL;
	}
	memory = block->data + block->used;
	block->used += bytes;
	return fill(arena, memory, NULL, bytes) ? memory : NULL;
}

void *
nd_alloc_array(NdArena *arena, size_t count, size_t size)
{
	if (size != 0 && count > SIZE_MAX / size)
	{
		nd_fail(arena->context, ND_NO_MEMORY, 0, "out of memory");
		return NULL;
	}
	return nd_alloc(arena, count * size);
}

/* Lengthens the newest allocation where it stands; the new room is not clear. */
static bool
extend(NdArena *arena, const void *memory, size_t old_bytes, size_t new_bytes)
{
	NdBlock    *block = arena->newest;
	const unsigned char *start = memory;

	old_bytes = (old_bytes + ALIGNMENT - 1) & ~(size_t) (ALIGNMENT - 1);
	new_bytes = (new_bytes + ALIGNMENT - 1) & ~(size_t) (ALIGNMENT - 1);
	if (block == NULL || start == NULL || old_bytes > block->used ||
		start != block->data + (block->used - old_bytes) ||
		new_bytes - old_bytes > block->size - block->used)
		return false;
	block->used += new_bytes - old_bytes;
	return true;
}

bool
nd_reserve(NdArena *arena, void *array, uint32_t *capacity, uint32_t needed,
		   size_t size)
{
	void	  **place = array;
	uint32_t	wanted;
	size_t		old_bytes;
	void	   *grown;

	if (needed <= *capacity)
		return true;
	wanted = *capacity + *capacity / 2;
	if (wanted < *capacity)
		wanted = UINT32_MAX;
	if (wanted < needed)
		wanted = needed < 16 ? 16 : needed;
	if (wanted > SIZE_MAX / size)
		return nd_fail(arena->context, ND_NO_MEMORY, 0, "out of memory");
	old_bytes = *capacity * size;
	if (extend(arena, *place, old_bytes, wanted * size))
	{
		if (!fill(arena, (unsigned char *) *place + old_bytes, NULL, wanted * size - old_bytes))
			return false;
	}
	else
	{
		grown = nd_alloc(arena, wanted * size);
		if (grown == NULL || !fill(arena, grown, *place, old_bytes))
			return false;
		*place = grown;
	}
	*capacity = wanted;
	return true;
}

NdMark
nd_arena_mark(const NdArena *arena)
{
	NdMark		mark;

	mark.block = arena->newest;
	mark.used = arena->newest ? arena->newest->used : 0;
	return mark;
}

static void
drop_newest(NdArena *arena)
{
	NdContext  *context = arena->context;
	NdBlock    *block = arena->newest;

	arena->newest = block->older;
	context->held_bytes -= block->size;
	context->allocator.release(context->allocator.owner, block);
}

void
nd_arena_rewind(NdArena *arena, NdMark mark)
{
	while (arena->newest != mark.block)
		drop_newest(arena);
	if (arena->newest)
		arena->newest->used = mark.used;
}

void
nd_arena_free(NdArena *arena)
{
	while (arena->newest)
		drop_newest(arena);
}
