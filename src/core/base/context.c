/*
 * context.c
 *		Errors, limits and interruption of one call of the core.
 */
#include "base/context.h"

#include <stdlib.h>
#include <string.h>

static void *
heap_alloc(void *owner, size_t bytes)
{
	(void) owner;
	return malloc(bytes);
}

static void
heap_release(void *owner, void *memory)
{
	(void) owner;
	free(memory);
}

void
nd_context_init(NdContext *context)
{
	memset(context, 0, sizeof(*context));
	context->allocator.alloc = heap_alloc;
	context->allocator.release = heap_release;
}

bool
nd_fail(NdContext *context, NdStatus status, size_t offset, const char *message)
{
	if (context->status == ND_OK)
	{
		size_t		length = strlen(message);

		if (length >= sizeof(context->message))
			length = sizeof(context->message) - 1;
		context->status = status;
		context->offset = offset;
		memcpy(context->message, message, length);
		context->message[length] = '\0';
	}
	return false;
}

bool
nd_poll(NdContext *context)
{
	if (context->status != ND_OK)
		return false;
	if (context->poll != NULL && !context->poll(context->poll_owner))
		return nd_fail(context, ND_CANCELLED, 0, "analysis was cancelled");
	return true;
}
