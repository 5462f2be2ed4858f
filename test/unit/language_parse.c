/*
 * language_parse.c
 *		Tags and trees: right for plain sentences, well-formed for any.
 */
#include "unit.h"

#include "base/hash.h"
#include "engine.h"
#include "language/language.h"

#include <stdlib.h>
#include <string.h>

#define MOST_WORDS 3000

typedef struct Bench
{
	NdContext	context;
	NdArena		arena;
	NdTagger	tagger;
	NdParser	parser;
	NdWord		words[MOST_WORDS];
	uint8_t		tags[MOST_WORDS];
	NdArc		arcs[MOST_WORDS];
	uint32_t	n;
} Bench;

static void
bench_open(Bench *bench, bool with_weights)
{
	NdModelFiles files = nd_embedded_models();

	memset(bench, 0, sizeof(*bench));
	nd_context_init(&bench->context);
	nd_arena_init(&bench->arena, &bench->context);
	CHECK(nd_tagger_open(&bench->context, files.tagger.bytes,
						 with_weights ? files.tagger.length : 0, &bench->tagger));
	CHECK(nd_parser_open(&bench->context, files.parser.bytes,
						 with_weights ? files.parser.length : 0, &bench->parser));
}

static bool
run(Bench *bench)
{
	NdMark		mark = nd_arena_mark(&bench->arena);
	bool		done = nd_tag(&bench->context, &bench->tagger, bench->words, bench->n, bench->tags) &&
		nd_parse(&bench->arena, &bench->parser, bench->words, bench->tags, bench->n, bench->arcs);

	nd_arena_rewind(&bench->arena, mark);
	return done;
}

/* Words are separated by one space. */
static void
read_words(Bench *bench, const char *sentence)
{
	bench->n = 0;
	while (*sentence != '\0')
	{
		size_t		length = strcspn(sentence, " ");

		nd_word(sentence, (uint32_t) length, bench->words + bench->n++);
		sentence += length + (sentence[length] == ' ');
	}
	CHECK(run(bench));
}

/* The walk up ends at the root, and all words below an arc hang from its head. */
static bool
is_projective_tree(const Bench *bench)
{
	uint32_t	roots = 0;

	for (uint32_t i = 0; i < bench->n; i++)
	{
		uint32_t	head = bench->arcs[i].head;
		uint32_t	steps = 0;

		for (uint32_t at = i; at != ND_NONE; at = bench->arcs[at].head)
			if (++steps > bench->n || (bench->arcs[at].head >= bench->n &&
									   bench->arcs[at].head != ND_NONE))
				return false;
		if (head == ND_NONE)
			roots++;
		if ((head == ND_NONE) != (bench->arcs[i].relation == ND_REL_ROOT))
			return false;
		for (uint32_t k = (head < i ? head : i) + 1; head != ND_NONE && k < (head < i ? i : head); k++)
		{
			uint32_t	at = k;

			while (at != ND_NONE && at != head && at != i)
				at = bench->arcs[at].head;
			if (at == ND_NONE)
				return false;
		}
	}
	return bench->n == 0 || roots == 1;
}

static void
check_sentence(Bench *bench)
{
	read_words(bench, "The minister said that taxes will rise .");
	CHECK(bench->tags[1] == ND_TAG_NN && bench->tags[2] == ND_TAG_VBD);
	CHECK(bench->tags[4] == ND_TAG_NNS && bench->tags[6] == ND_TAG_VB);
	CHECK(bench->arcs[2].head == ND_NONE);
	CHECK(bench->arcs[1].head == 2 && bench->arcs[1].relation == ND_REL_NSUBJ);
	CHECK(bench->arcs[6].head == 2 && bench->arcs[6].relation == ND_REL_CCOMP);
	CHECK(bench->arcs[4].head == 6 && bench->arcs[4].relation == ND_REL_NSUBJ);
	CHECK(is_projective_tree(bench));
}

static void
check_marks(Bench *bench)
{
	NdArc		straight[16];

	read_words(bench, "\" We are n't leaving , \" she told reporters -- again .");
	memcpy(straight, bench->arcs, bench->n * sizeof(NdArc));
	read_words(bench, "\342\200\234 We are n\342\200\231t leaving , \342\200\235 she told reporters \342\200\224 again .");
	for (uint32_t i = 0; i < bench->n; i++)
		CHECK(straight[i].head == bench->arcs[i].head &&
			  straight[i].relation == bench->arcs[i].relation);
}

/* Words of a few letters and marks: trees hold whatever is said. */
static void
check_noise(Bench *bench)
{
	static const char *const vocabulary[] = {"the", "said", ",", "\"", "that", "of", "Mr", ".",
	"and", "\377\376", "is", "who", "(", "-", "not", "Paris"};
	uint64_t	state = 11;

	for (unsigned round = 0; round < 300; round++)
	{
		bench->n = round < 60 ? round : (uint32_t) ((state = nd_mix(state + 1)) % 120);
		for (uint32_t i = 0; i < bench->n; i++)
		{
			const char *word = vocabulary[(state = nd_mix(state + 1)) % 16];

			nd_word(word, (uint32_t) strlen(word), bench->words + i);
		}
		CHECK(run(bench));
		CHECK(is_projective_tree(bench));
	}
}

static bool
refuse(void *owner)
{
	(void) owner;
	return false;
}

static void
check_long_sentence(Bench *bench)
{
	bench->n = MOST_WORDS;
	for (uint32_t i = 0; i < bench->n; i++)
		nd_word(i % 2 ? "said" : "he", 2 + 2 * (i % 2), bench->words + i);
	CHECK(run(bench));
	CHECK(is_projective_tree(bench));
	bench->context.poll = refuse;
	CHECK(!run(bench) && bench->context.status == ND_CANCELLED);
	bench->context.poll = NULL;
	bench->context.status = ND_OK;
}

/* The same through a document, and out of memory in the midst of it. */
static void
check_document(Bench *bench)
{
	static const char text[] = "She said so. He agreed.";
	NdToken		tokens[] = {{.start = 0, .end = 3}, {.start = 4, .end = 8}, {.start = 9, .end = 11},
	{.start = 11, .end = 12}, {.start = 13, .end = 15}, {.start = 16, .end = 22}, {.start = 22, .end = 23}};
	NdSentence	sentences[] = {{.first_token = 0, .tokens = 4}, {.first_token = 4, .tokens = 3}};
	NdDocument	document = {.text = {text, sizeof(text) - 1}, .sentences = sentences,
		.tokens = tokens, .n_sentences = 2, .n_tokens = 7};
	NdEngine	engine = {.tagger = bench->tagger, .parser = bench->parser};

	CHECK(nd_analyse_language(&bench->arena, &engine, &document));
	CHECK(tokens[1].head == ND_NONE && tokens[0].head == 1);
	CHECK(tokens[5].head == ND_NONE && tokens[4].head == 1);
	CHECK(tokens[5].tag == ND_TAG_VBD && tokens[4].tag == ND_TAG_PRP);
	nd_arena_free(&bench->arena);
	bench->context.limits.memory_bytes = 1;
	CHECK(!nd_analyse_language(&bench->arena, &engine, &document));
	CHECK(bench->context.status == ND_LIMIT);
	CHECK(bench->context.held_bytes == 0);
}

int
main(void)
{
	Bench	   *bench = malloc(sizeof(Bench));

	if (bench == NULL)
		return 1;
	bench_open(bench, false);
	check_noise(bench);
	nd_arena_free(&bench->arena);
	bench_open(bench, true);
	check_sentence(bench);
	check_marks(bench);
	check_noise(bench);
	check_long_sentence(bench);
	check_document(bench);
	nd_arena_free(&bench->arena);
	free(bench);
	return unit_result();
}
