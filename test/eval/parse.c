/*
 * parse.c
 *		How well tagger and parser do on a treebank: its tokens and sentences,
 *		predicted tags and trees.
 *
 * Usage: parse TAGGER.bin PARSER.bin TREEBANK ... | -s | -p
 *
 * Prints for each treebank the share of right tags (XPOS), of right heads
 * (UAS) and of right heads with relation (LAS, subtypes such as ":pass" not
 * counted, as in the CoNLL 2018 shared task), the last two also without
 * punctuation; then speed. -s does so for standard input, -p prints standard
 * input with predicted tags, heads, relations and margins.
 */
#define _POSIX_C_SOURCE 200809L

#include "conllu.h"
#include "language/parser.h"
#include "language/tagger.h"
#include "must.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

typedef struct Counts
{
	uint64_t	tokens;
	uint64_t	tags;
	uint64_t	heads;
	uint64_t	labelled;
	uint64_t	words;			/* tokens that are not punctuation */
	uint64_t	word_heads;
	uint64_t	word_labelled;
	double		tag_seconds;
	double		parse_seconds;
} Counts;

typedef struct Engine
{
	NdContext	context;
	NdArena		arena;
	NdTagger	tagger;
	NdParser	parser;
} Engine;

static double
seconds(void)
{
	struct timespec now;

	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
	return (double) now.tv_sec + 1e-9 * (double) now.tv_nsec;
}

static bool
same_relation(const char *a, const char *b)
{
	size_t		length = strcspn(a, ":");

	return length == strcspn(b, ":") && memcmp(a, b, length) == 0;
}

static void
count_token(Counts *counts, const TreebankToken *gold, unsigned tag, const NdArc *arc)
{
	bool		head = arc->head == gold->head;
	bool		labelled = head && same_relation(nd_relation_name(arc->relation), gold->relation_name);

	counts->tokens++;
	counts->tags += strcmp(nd_tag_name(tag), gold->tag_name) == 0;
	counts->heads += head;
	counts->labelled += labelled;
	if (strcmp(gold->relation_name, "punct") == 0)
		return;
	counts->words++;
	counts->word_heads += head;
	counts->word_labelled += labelled;
}

static void
print_token(uint32_t number, const TreebankToken *gold, unsigned tag, const NdArc *arc)
{
	printf("%u\t%s\t%s\t_\t%s\t_\t%u\t%s\t_\tMargin=%u\n", number, gold->form, gold->lemma,
		   nd_tag_name(tag), arc->head == ND_NONE ? 0 : arc->head + 1,
		   nd_relation_name(arc->relation), arc->margin);
}

static void
do_sentence(Engine *engine, const TreebankSentence *sentence, bool print, Counts *counts)
{
	NdMark		mark = nd_arena_mark(&engine->arena);
	uint8_t    *tags = nd_alloc(&engine->arena, sentence->n);
	NdArc	   *arcs = nd_alloc_array(&engine->arena, sentence->n, sizeof(NdArc));
	double		start = seconds();
	double		middle;

	if (tags == NULL || arcs == NULL)
		exit(1);
	nd_tag(&engine->context, &engine->tagger, sentence->words, sentence->n, tags);
	middle = seconds();
	if (!nd_parse(&engine->arena, &engine->parser, sentence->words, tags, sentence->n, arcs))
		exit(1);
	counts->tag_seconds += middle - start;
	counts->parse_seconds += seconds() - middle;
	for (uint32_t i = 0; i < sentence->n; i++)
	{
		count_token(counts, sentence->tokens + i, tags[i], arcs + i);
		if (print)
			print_token(i + 1, sentence->tokens + i, tags[i], arcs + i);
	}
	if (print)
		putchar('\n');
	nd_arena_rewind(&engine->arena, mark);
}

static void
report(const char *name, const Counts *counts)
{
	double		tokens = (double) counts->tokens;
	double		words = (double) counts->words;
	const char *slash = strrchr(name, '/');

	printf("%s tokens %.0f xpos %.4f uas %.4f las %.4f | without punctuation uas %.4f las %.4f"
		   " | tokens/s tag %.0f tag+parse %.0f\n", slash ? slash + 1 : name, tokens,
		   (double) counts->tags / tokens, (double) counts->heads / tokens,
		   (double) counts->labelled / tokens, (double) counts->word_heads / words,
		   (double) counts->word_labelled / words, tokens / counts->tag_seconds,
		   tokens / (counts->tag_seconds + counts->parse_seconds));
}

static void
open_engine(Engine *engine, const char *tagger, const char *parser)
{
	size_t		tagger_length;
	size_t		parser_length;
	unsigned char *tagger_bytes = must_read(tagger, &tagger_length);
	unsigned char *parser_bytes = must_read(parser, &parser_length);

	nd_context_init(&engine->context);
	nd_arena_init(&engine->arena, &engine->context);
	if (!nd_tagger_open(&engine->context, tagger_bytes, tagger_length, &engine->tagger) ||
		!nd_parser_open(&engine->context, parser_bytes, parser_length, &engine->parser))
	{
		fprintf(stderr, "%s\n", engine->context.message);
		exit(1);
	}
}

int
main(int argc, char **argv)
{
	Engine		engine;

	if (argc < 4)
	{
		fprintf(stderr, "usage: parse TAGGER.bin PARSER.bin TREEBANK ... | -s | -p\n");
		return 1;
	}
	open_engine(&engine, argv[1], argv[2]);
	for (int i = 3; i < argc; i++)
	{
		Treebank	treebank = {0};
		Counts		counts = {0};
		bool		print = strcmp(argv[i], "-p") == 0;
		bool		input = print || strcmp(argv[i], "-s") == 0;

		treebank_read(&treebank, input ? "-" : argv[i], NULL, 0);
		for (size_t k = 0; k < treebank.n_sentences; k++)
			do_sentence(&engine, treebank.sentences + k, print, &counts);
		if (!print)
			report(input ? "" : argv[i], &counts);
	}
	nd_arena_free(&engine.arena);
	return 0;
}
