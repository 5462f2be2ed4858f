/*
 * context.h
 *		What one call of the core runs in: where memory comes from, how much
 *		may be used, how the caller is asked whether to go on, and the first
 *		error met.
 *
 * The core keeps no global state and no memory outside the allocator of the
 * context, so a caller may abandon a call in the poll callback (PostgreSQL
 * does, by longjmp) as long as it then frees everything the allocator gave.
 */
#ifndef ND_CONTEXT_H
#define ND_CONTEXT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef enum NdStatus
{
	ND_OK,
	ND_NO_MEMORY,				/* the allocator gave NULL */
	ND_LIMIT,					/* a limit of NdLimits was met */
	ND_CANCELLED,				/* the poll callback said stop */
	ND_DAMAGED					/* weights or tables fail their checks */
} NdStatus;

typedef struct NdAllocator
{
	/* returns memory aligned for any type, or NULL */
	void	   *(*alloc) (void *owner, size_t bytes);
	void		(*release) (void *owner, void *memory);
	void	   *owner;
} NdAllocator;

typedef struct NdLimits
{
	size_t		text_bytes;		/* longest text accepted; 0: 1 GB */
	size_t		memory_bytes;	/* most memory held at a time; 0: no limit */
} NdLimits;

typedef struct NdContext
{
	NdAllocator allocator;
	NdLimits	limits;
	bool		(*poll) (void *owner);	/* false: stop; NULL: never stop */
	void	   *poll_owner;
	size_t		held_bytes;		/* memory the arenas hold at present */

	/* the first error; later ones do not replace it */
	NdStatus	status;
	size_t		offset;			/* byte of the input it is about */
	char		message[128];	/* lower case, no full stop, NUL-terminated */
} NdContext;

/* A context on malloc and free, without limits and poll. */
extern void nd_context_init(NdContext *context);

/*
 * Records an error unless one is recorded already. Returns false always, so
 * that "return nd_fail(...)" reads well. The message is copied and cut.
 */
extern bool nd_fail(NdContext *context, NdStatus status, size_t offset,
					const char *message);

/* Asks the caller whether to go on; false (and ND_CANCELLED) when not. */
extern bool nd_poll(NdContext *context);

#endif
