/*
 * claim_tree.c
 *		What is read off the trees of a chunk: edges, children, what is above.
 */
#include "unit.h"

#include "claim/chunk.h"
#include "language/tagset.h"

#include <string.h>

#define TOKENS 6

typedef struct Fixture
{
	NdContext	context;
	NdArena		arena;
	NdView		views[TOKENS];
	uint32_t	order[TOKENS];
	NdChunk		chunk;
} Fixture;

/* The mayor said taxes fell . */
static void
fixture_init(Fixture *fixture)
{
	static const uint32_t heads[TOKENS] = {1, 2, ND_NONE, 4, 2, 2};
	static const uint8_t relations[TOKENS] = {
		ND_REL_DET, ND_REL_NSUBJ, ND_REL_ROOT, ND_REL_NSUBJ, ND_REL_CCOMP, ND_REL_PUNCT
	};

	memset(fixture, 0, sizeof(*fixture));
	nd_context_init(&fixture->context);
	nd_arena_init(&fixture->arena, &fixture->context);
	for (uint32_t i = 0; i < TOKENS; i++)
	{
		fixture->views[i].head = heads[i];
		fixture->views[i].relation = relations[i];
		fixture->views[i].tag = ND_TAG_NN;
		fixture->views[i].sentence_end = TOKENS;
	}
	fixture->views[2].reporting = 1;
	fixture->chunk.views = fixture->views;
	fixture->chunk.order = fixture->order;
	fixture->chunk.count = TOKENS;
}

static void
test_tree(void)
{
	Fixture		fixture;
	const NdView *v = fixture.views;

	fixture_init(&fixture);
	CHECK(nd_chunk_trees(&fixture.arena, &fixture.chunk));
	CHECK(fixture.order[0] == 2);
	CHECK(v[2].left == 0 && v[2].right == 5 && v[1].left == 0 && v[4].left == 3);
	CHECK(v[2].subject == 1 && v[4].subject == 3 && v[2].object == ND_NONE);
	CHECK(v[2].depth == 0 && v[3].depth == 2);
	CHECK(v[3].reporter == 2 && v[3].branch == 4 && v[2].reporter == ND_NONE);
	CHECK(v[3].clause == 4 && v[0].clause == 2 && v[3].root_branch == 4);
	CHECK((v[2].children >> ND_REL_CCOMP & 1) == 1 && (v[4].children >> ND_REL_CCOMP & 1) == 0);
	nd_arena_free(&fixture.arena);
}

/* No parser makes circles; if one did, its words would be roots. */
static void
test_circle(void)
{
	Fixture		fixture;
	bool		seen[TOKENS] = {false};

	fixture_init(&fixture);
	fixture.views[3].head = 4;
	fixture.views[4].head = 3;
	CHECK(nd_chunk_trees(&fixture.arena, &fixture.chunk));
	CHECK(fixture.views[3].head == ND_NONE && fixture.views[4].head == ND_NONE);
	for (uint32_t i = 0; i < TOKENS; i++)
		seen[fixture.order[i]] = true;
	for (uint32_t i = 0; i < TOKENS; i++)
		CHECK(seen[i]);
	nd_arena_free(&fixture.arena);
}

int
main(void)
{
	test_tree();
	test_circle();
	return unit_result();
}
