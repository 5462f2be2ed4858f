/*
 * arena.c
 *		Memory of the core: marks, growth, limits, lack of it.
 */
#include "unit.h"

#include "base/arena.h"

#include <stdlib.h>
#include <string.h>

typedef struct Heap
{
	unsigned	blocks;			/* allocated and not released */
	unsigned	allowed;		/* allocations that succeed yet */
} Heap;

static void *
heap_alloc(void *owner, size_t bytes)
{
	Heap	   *heap = owner;

	if (heap->allowed == 0)
		return NULL;
	heap->allowed--;
	heap->blocks++;
	return malloc(bytes);
}

static void
heap_release(void *owner, void *memory)
{
	Heap	   *heap = owner;

	heap->blocks--;
	free(memory);
}

static void
heap_init(NdContext *context, Heap *heap, unsigned allowed)
{
	heap->blocks = 0;
	heap->allowed = allowed;
	nd_context_init(context);
	context->allocator.alloc = heap_alloc;
	context->allocator.release = heap_release;
	context->allocator.owner = heap;
}

static bool
all_zero(const unsigned char *bytes, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (bytes[i] != 0)
			return false;
	return true;
}

static void
test_alloc(void)
{
	NdContext	context;
	NdArena		arena;
	Heap		heap;
	unsigned char *memory;

	heap_init(&context, &heap, 1000);
	nd_arena_init(&arena, &context);
	CHECK(nd_alloc(&arena, 0) != NULL);
	for (size_t bytes = 1; bytes < 3000000; bytes = bytes * 3 + 1)
	{
		memory = nd_alloc(&arena, bytes);
		CHECK(memory != NULL && ((uintptr_t) memory & 15) == 0);
		CHECK(all_zero(memory, bytes));
		memset(memory, 0xAA, bytes);
	}
	CHECK(heap.blocks > 1);
	nd_arena_free(&arena);
	CHECK(heap.blocks == 0 && context.held_bytes == 0);
	CHECK(context.status == ND_OK);
}

static void
test_marks(void)
{
	NdContext	context;
	NdArena		arena;
	Heap		heap;
	NdMark		empty;
	NdMark		mark;
	unsigned char *kept;
	unsigned char *again;
	unsigned	blocks;

	heap_init(&context, &heap, 1000);
	nd_arena_init(&arena, &context);
	empty = nd_arena_mark(&arena);
	kept = nd_alloc(&arena, 100);
	memset(kept, 7, 100);
	blocks = heap.blocks;
	mark = nd_arena_mark(&arena);
	for (int i = 0; i < 50; i++)
		memset(nd_alloc(&arena, 10000), 9, 10000);
	CHECK(heap.blocks > blocks);
	nd_arena_rewind(&arena, mark);
	CHECK(heap.blocks == blocks);
	again = nd_alloc(&arena, 1000);
	CHECK(all_zero(again, 1000));
	CHECK(kept[0] == 7 && kept[99] == 7);
	nd_arena_rewind(&arena, empty);
	CHECK(heap.blocks == 0);
	nd_arena_free(&arena);
}

static void
test_reserve(void)
{
	NdContext	context;
	NdArena		arena;
	Heap		heap;
	uint32_t   *numbers = NULL;
	uint32_t	capacity = 0;
	bool		kept = true;

	heap_init(&context, &heap, 1000);
	nd_arena_init(&arena, &context);
	for (uint32_t i = 0; i < 100000; i++)
	{
		if (!nd_reserve(&arena, &numbers, &capacity, i + 1, sizeof(uint32_t)))
			break;
		kept = kept && numbers[i] == 0;
		numbers[i] = i;
		if (i % 1000 == 0)
			nd_alloc(&arena, 10);	/* in the way of growing in place */
	}
	CHECK(capacity >= 100000 && kept);
	for (uint32_t i = 0; i < 100000; i++)
		kept = kept && numbers[i] == i;
	CHECK(kept);
	nd_arena_free(&arena);
}

static void
test_lack(void)
{
	NdContext	context;
	NdArena		arena;
	Heap		heap;
	void	   *array = NULL;
	uint32_t	capacity = 0;

	heap_init(&context, &heap, 2);
	nd_arena_init(&arena, &context);
	CHECK(nd_alloc(&arena, 10000000) != NULL);
	CHECK(nd_alloc(&arena, 10000000) != NULL);
	CHECK(nd_alloc(&arena, 10000000) == NULL);
	CHECK(context.status == ND_NO_MEMORY);
	CHECK(!nd_reserve(&arena, &array, &capacity, 10000000, 8));
	nd_arena_free(&arena);
	CHECK(heap.blocks == 0);

	heap_init(&context, &heap, 100);
	nd_arena_init(&arena, &context);
	CHECK(nd_alloc_array(&arena, SIZE_MAX / 2, 3) == NULL);
	CHECK(context.status == ND_NO_MEMORY);
	CHECK(nd_alloc(&arena, SIZE_MAX) == NULL);
	nd_arena_free(&arena);

	heap_init(&context, &heap, 100);
	context.limits.memory_bytes = 1000000;
	nd_arena_init(&arena, &context);
	CHECK(nd_alloc(&arena, 900000) != NULL);
	CHECK(nd_alloc(&arena, 900000) == NULL);
	CHECK(context.status == ND_LIMIT);
	nd_arena_free(&arena);
}

static bool
stop(void *owner)
{
	++*(int *) owner;
	return false;
}

static void
test_errors(void)
{
	NdContext	context;
	char		longer[500];
	int			asked = 0;

	nd_context_init(&context);
	CHECK(nd_poll(&context));
	context.poll = stop;
	context.poll_owner = &asked;
	CHECK(!nd_poll(&context) && context.status == ND_CANCELLED && asked == 1);

	/* the first error stays, and nobody is asked any more */
	CHECK(!nd_fail(&context, ND_LIMIT, 5, "later"));
	CHECK(context.status == ND_CANCELLED);
	CHECK(!nd_poll(&context) && asked == 1);

	nd_context_init(&context);
	memset(longer, 'x', sizeof(longer) - 1);
	longer[sizeof(longer) - 1] = '\0';
	nd_fail(&context, ND_DAMAGED, 7, longer);
	CHECK(context.status == ND_DAMAGED && context.offset == 7);
	CHECK(strlen(context.message) == sizeof(context.message) - 1);
}

int
main(void)
{
	test_alloc();
	test_marks();
	test_reserve();
	test_lack();
	test_errors();
	return unit_result();
}
