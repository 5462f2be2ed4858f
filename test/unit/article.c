/*
 * article.c
 *		The whole way of an article: titles, errors, cancelling, memory.
 */
#include "unit.h"

#include "article.h"

#include <stdlib.h>
#include <string.h>

static const char body_text[] =
	"Ferry strike ends after nine days\n"
	"\n"
	"Dock workers said on Friday that they had accepted the offer.\n"
	"\n"
	"\"We got what we asked for,\" Ilse Brandt, their spokeswoman, told Radio Harbour. "
	"The port authority denied that it had given in.\n";

static NdText
text_of(const char *string)
{
	return (NdText)
	{
		string, (uint32_t) strlen(string)
	};
}

static bool
read_with(NdContext *context, NdEngine *engine, NdArena *arena, const char *title, NdArticle *article)
{
	NdText		no_title = {NULL, 0};

	nd_arena_init(arena, context);
	return nd_engine_open(context, nd_embedded_models(), engine) &&
		nd_read_article(arena, engine, text_of(body_text), title ? text_of(title) : no_title, article);
}

/* Whether a claim's only piece of a role is this text. */
static bool
piece_is(const NdDocument *document, NdPieces pieces, const char *string)
{
	return pieces.count == 1 &&
		pieces.spans[0].end - pieces.spans[0].start == strlen(string) &&
		memcmp(document->text.bytes + pieces.spans[0].start, string, strlen(string)) == 0;
}

static void
test_claims(void)
{
	NdContext	context;
	NdEngine	engine;
	NdArena		arena;
	NdArticle	article;
	bool		said = false;
	bool		denied = false;

	nd_context_init(&context);
	CHECK(read_with(&context, &engine, &arena, NULL, &article));
	CHECK(article.title.n_passages == 0 && article.title_claims.count == 0);
	for (uint32_t i = 0; i < article.body_claims.count; i++)
	{
		const NdClaim *claim = &article.body_claims.claims[i];

		said |= piece_is(&article.body, claim->source, "Dock workers") &&
			piece_is(&article.body, claim->cue, "said");
		denied |= piece_is(&article.body, claim->source, "The port authority") &&
			piece_is(&article.body, claim->cue, "denied");
	}
	CHECK(said);
	CHECK(denied);
	nd_arena_free(&arena);
	CHECK(context.held_bytes == 0);
}

static uint32_t
title_passages(const char *title)
{
	NdContext	context;
	NdEngine	engine;
	NdArena		arena;
	NdArticle	article;
	uint32_t	passages;

	nd_context_init(&context);
	CHECK(read_with(&context, &engine, &arena, title, &article));
	passages = article.title.n_passages;
	CHECK(passages == 0 || article.title.passages[0].kind == ND_TITLE);
	nd_arena_free(&arena);
	return passages;
}

static void
test_titles(void)
{
	CHECK(title_passages("Minister says ferries will run again") == 1);
	CHECK(title_passages("") == 0);
	/* what the body repeats is read once, whatever its edges */
	CHECK(title_passages("Ferry strike ends after nine days") == 0);
	CHECK(title_passages("  Ferry strike ends after nine days.\n") == 0);
	CHECK(title_passages("Ferry strike ends after nine") == 1);
}

typedef struct Countdown
{
	uint32_t	calls;			/* polls to let pass */
	uint32_t	asked;
} Countdown;

static bool
count_down(void *owner)
{
	Countdown  *countdown = owner;

	return countdown->asked++ < countdown->calls;
}

/* Stops at every poll there is, once. */
static void
test_cancel(void)
{
	Countdown	whole = {UINT32_MAX, 0};

	for (uint32_t i = 0; i <= whole.asked && i < 10000; i++)
	{
		Countdown	countdown = {i, 0};
		NdContext	context;
		NdEngine	engine;
		NdArena		arena;
		NdArticle	article;
		bool		done;

		nd_context_init(&context);
		context.poll = count_down;
		context.poll_owner = i == 0 ? &whole : &countdown;
		done = read_with(&context, &engine, &arena, "Another title", &article);
		CHECK(done == (i == 0 || i == whole.asked));
		CHECK(context.status == (done ? ND_OK : ND_CANCELLED));
		nd_arena_free(&arena);
		CHECK(context.held_bytes == 0);
	}
	CHECK(whole.asked > 3);
}

static void
test_limits(void)
{
	static const size_t memory[] = {1, 20000, 40000};
	NdContext	context;
	NdEngine	engine;
	NdArena		arena;
	NdArticle	article;

	for (size_t i = 0; i < sizeof(memory) / sizeof(memory[0]); i++)
	{
		nd_context_init(&context);
		context.limits.memory_bytes = memory[i];
		CHECK(!read_with(&context, &engine, &arena, NULL, &article));
		CHECK(context.status == ND_LIMIT);
		nd_arena_free(&arena);
		CHECK(context.held_bytes == 0);
	}
	nd_context_init(&context);
	context.limits.text_bytes = sizeof(body_text) - 2;
	CHECK(!read_with(&context, &engine, &arena, NULL, &article));
	CHECK(context.status == ND_LIMIT);
	nd_arena_free(&arena);
}

/* A byte changed anywhere, or a file cut off, is an error. */
static void
test_damage(void)
{
	NdModelFiles files = nd_embedded_models();
	NdBlob	   *blobs[] = {&files.tagger, &files.parser, &files.proposer, &files.decider};

	for (size_t i = 0; i < 4; i++)
	{
		NdBlob		whole = *blobs[i];
		unsigned char *copy = malloc(whole.length);
		NdContext	context;
		NdEngine	engine;

		memcpy(copy, whole.bytes, whole.length);
		blobs[i]->bytes = copy;
		for (size_t at = 0; at < whole.length; at += whole.length / 7)
		{
			copy[at] ^= 0x10;
			nd_context_init(&context);
			CHECK(!nd_engine_open(&context, files, &engine));
			CHECK(context.status == ND_DAMAGED);
			copy[at] ^= 0x10;
		}
		blobs[i]->length--;
		nd_context_init(&context);
		CHECK(!nd_engine_open(&context, files, &engine));
		blobs[i]->length++;
		nd_context_init(&context);
		CHECK(nd_engine_open(&context, files, &engine));
		*blobs[i] = whole;
		free(copy);
	}
}

int
main(void)
{
	test_claims();
	test_titles();
	test_cancel();
	test_limits();
	test_damage();
	return unit_result();
}
