/*
 * reader.c
 *		One call of the core: its engine, its memory, interrupts, errors.
 */
#include "postgres.h"

#include "miscadmin.h"
#include "utils/memutils.h"

#include "reader.h"

/*
 * The longest text that is read, in bytes of UTF-8. News articles have some
 * thousands; reading needs up to some hundred bytes of memory for each.
 */
#define LONGEST_TEXT	((size_t) 32 * 1024 * 1024)

/*
 * The core learns of a lack of memory by NULL. Single arrays of a long text
 * pass the gigabyte that palloc would allow.
 */
static void *
allocate(void *owner, size_t bytes)
{
	return MemoryContextAllocExtended((MemoryContext) owner, bytes,
									  MCXT_ALLOC_HUGE | MCXT_ALLOC_NO_OOM);
}

static void
release(void *owner, void *memory)
{
	pfree(memory);
}

/* Leaves by longjmp when the query is cancelled: the core allows that here. */
static bool
poll_interrupts(void *owner)
{
	CHECK_FOR_INTERRUPTS();
	return true;
}

void
nd_reader_open(NdReader *reader)
{
	reader->memory = AllocSetContextCreate(CurrentMemoryContext, "newsdesk",
										   ALLOCSET_DEFAULT_SIZES);
	reader->caller = MemoryContextSwitchTo(reader->memory);
	nd_context_init(&reader->context);
	reader->context.allocator.alloc = allocate;
	reader->context.allocator.release = release;
	reader->context.allocator.owner = reader->memory;
	reader->context.limits.text_bytes = LONGEST_TEXT;
	reader->context.poll = poll_interrupts;
	nd_arena_init(&reader->arena, &reader->context);
}

void
nd_reader_close(NdReader *reader)
{
	MemoryContextSwitchTo(reader->caller);
	MemoryContextDelete(reader->memory);
}

const NdEngine *
nd_reader_engine(NdReader *reader)
{
	static NdEngine engine;
	static bool checked = false;

	if (!checked)
	{
		if (!nd_engine_open(&reader->context, nd_embedded_models(), &engine))
			nd_reader_report(reader);
		checked = true;
	}
	return &engine;
}

void
nd_reader_report(NdReader *reader)
{
	const char *message = reader->context.message;

	switch (reader->context.status)
	{
		case ND_LIMIT:
			ereport(WARNING,
					(errcode(ERRCODE_PROGRAM_LIMIT_EXCEEDED),
					 errmsg("article was not analysed: %s", message)));
			break;
		case ND_NO_MEMORY:
			ereport(ERROR,
					(errcode(ERRCODE_OUT_OF_MEMORY),
					 errmsg("out of memory"),
					 errdetail("Failed while an article was analysed.")));
			break;
		case ND_DAMAGED:
			ereport(ERROR,
					(errcode(ERRCODE_DATA_CORRUPTED),
					 errmsg("weights of newsdesk are damaged: %s", message),
					 errhint("Install the extension again.")));
			break;
		case ND_OK:
		case ND_CANCELLED:
			elog(ERROR, "unexpected status of the analysis: %d",
				 (int) reader->context.status);
	}
}
