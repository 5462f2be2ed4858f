/*
 * reader.h
 *		One call of the core: its engine, its memory, interrupts, errors.
 */
#ifndef ND_READER_H
#define ND_READER_H

#include "fmgr.h"
#include "utils/palloc.h"

#include "article.h"

/*
 * Everything the call allocates, in the core and here, lives in `memory`. Do
 * not copy: the arena points at the context beside it.
 */
typedef struct NdReader
{
	MemoryContext memory;
	MemoryContext caller;		/* current when the call began */
	NdContext	context;
	NdArena		arena;
} NdReader;

/* Makes the memory of the call and switches to it. */
extern void nd_reader_open(NdReader *reader);

/* Gives the memory back and switches to the caller's. */
extern void nd_reader_close(NdReader *reader);

/*
 * The engine of this backend, checked on first use. Raises an error when the
 * weights in the library are damaged.
 */
extern const NdEngine *nd_reader_engine(NdReader *reader);

/*
 * To be called when a function of the core gave false. An article is never an
 * error: one beyond the limits is a warning, and the caller returns no rows.
 * Lack of memory and damaged weights are errors.
 */
extern void nd_reader_report(NdReader *reader);

#endif
