/*
 * digest_fuzzer.c
 *		The reader of digests under libFuzzer: any bytes are a value.
 *
 * What is read keeps all promises of findings.h; what is written of it is read
 * as the same, and is the same bytes where they were said to be in order.
 */
#include "digest/digest.h"

#include "promises.h"
#include "require.h"
#include "same_findings.h"

#include <string.h>

static void
check_promises(const NdFindings *findings, NdDigestForm form)
{
	const char *broken = broken_promise(findings, form == ND_ONE_CLAIM);

	if (broken)
		fprintf(stderr, "%s\n", broken);
	REQUIRE(broken == NULL);
}

/* Writes findings and reads them again. Returns whether the bytes are `data`. */
static bool
check_round_trip(NdArena *arena, const NdFindings *findings, NdDigestForm form,
				 const unsigned char *data, size_t size)
{
	NdFindings	again;
	unsigned char *bytes;
	uint32_t	length;

	REQUIRE(nd_digest_write(arena, findings, form, 0, &bytes, &length));
	REQUIRE(nd_digest_read(arena, bytes, length, form, &again));
	REQUIRE(same_findings(findings, &again));
	REQUIRE(nd_digest_check(arena, &again, form, bytes, length));
	return length == size && memcmp(bytes, data, size) == 0;
}

static void
check_claims(NdArena *arena, const NdFindings *findings)
{
	for (uint32_t i = 0; i < findings->n_claims; i++)
	{
		NdMark		mark = nd_arena_mark(arena);
		NdFindings	one;

		REQUIRE(nd_findings_of_claim(arena, findings, i, &one));
		check_promises(&one, ND_ONE_CLAIM);
		(void) check_round_trip(arena, &one, ND_ONE_CLAIM, NULL, 0);
		nd_arena_rewind(arena, mark);
	}
}

int
LLVMFuzzerTestOneInput(const unsigned char *data, size_t size)
{
	NdDigestForm form = size > 1 && data[1] == ND_ONE_CLAIM ? ND_ONE_CLAIM : ND_WHOLE_ARTICLE;
	NdContext	context;
	NdArena		arena;
	NdFindings	findings;

	nd_context_init(&context);
	nd_arena_init(&arena, &context);
	if (nd_digest_read(&arena, data, (uint32_t) size, form, &findings))
	{
		bool		same;

		check_promises(&findings, form);
		same = check_round_trip(&arena, &findings, form, data, size);
		REQUIRE(nd_digest_check(&arena, &findings, form, data, (uint32_t) size) == same);
		context.status = ND_OK;
		check_claims(&arena, &findings);
	}
	else
		REQUIRE(context.status == ND_DAMAGED && context.offset <= size);
	nd_arena_free(&arena);
	REQUIRE(context.held_bytes == 0);
	return 0;
}
