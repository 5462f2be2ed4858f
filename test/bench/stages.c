/*
 * stages.c
 *		How long each stage of the core takes on framed articles, one core.
 */
#include "article.h"
#include "claim/complete.h"
#include "language/language.h"
#include "cpu_seconds.h"
#include "framed.h"
#include "toll/toll.h"

#include <stdio.h>

typedef struct Totals
{
	double		text;			/* seconds */
	double		language;
	double		claims;
	double		sources;		/* with the claims that rules add */
	double		tolls;
	uint64_t	words;
	uint64_t	tokens;
	uint64_t	bytes;
	uint64_t	found;
	uint64_t	found_tolls;
	uint32_t	articles;
	size_t		most_memory;
} Totals;

static uint64_t
count_words(NdText text)
{
	uint64_t	words = 0;
	bool		in_word = false;

	for (uint32_t i = 0; i < text.length; i++)
	{
		bool		space = text.bytes[i] == ' ' || text.bytes[i] == '\n';

		words += in_word && space;
		in_word = !space;
	}
	return words + in_word;
}

static void
read_article(NdContext *context, const NdEngine *engine, NdText text, Totals *totals)
{
	NdArena		arena;
	NdDocument	document;
	NdClaims	claims;
	NdSources	sources;
	NdTolls		tolls;
	NdReadOptions as_body = {false};
	double		start = cpu_seconds();
	double		text_done;
	double		language_done;
	double		claims_done;
	double		sources_done;

	nd_arena_init(&arena, context);
	nd_read_text(&arena, text, as_body, &document);
	text_done = cpu_seconds();
	nd_analyse_language(&arena, engine, &document);
	language_done = cpu_seconds();
	nd_find_claims(&arena, engine, &document, &claims);
	claims_done = cpu_seconds();
	nd_complete_claims(&arena, &document, &claims);
	nd_find_sources(&arena, &document, &claims, ND_NO_DATE, &sources);
	sources_done = cpu_seconds();
	nd_find_tolls(&arena, &document, &claims, ND_NO_DATE, &tolls);
	check_context(context, "bench");
	totals->tolls += cpu_seconds() - sources_done;
	totals->sources += sources_done - claims_done;
	totals->claims += claims_done - language_done;
	totals->language += language_done - text_done;
	totals->text += text_done - start;
	totals->words += count_words(text);
	totals->tokens += document.n_tokens;
	totals->bytes += text.length;
	totals->found += claims.count;
	totals->found_tolls += tolls.count;
	totals->articles++;
	if (context->held_bytes > totals->most_memory)
		totals->most_memory = context->held_bytes;
	nd_arena_free(&arena);
}

static void
print_stage(const char *name, double seconds, double all, const Totals *totals)
{
	printf("  %-10s %7.3f ms an article of 800 words  %5.1f %%\n", name,
		   seconds / (double) totals->words * 800.0 * 1000.0, 100.0 * seconds / all);
}

int
main(void)
{
	Record		record = {.bytes = NULL};
	NdContext	context;
	NdEngine	engine;
	NdModelFiles files = nd_embedded_models();
	Totals		totals = {.articles = 0};
	double		start = cpu_seconds();
	double		all;

	nd_context_init(&context);
	nd_engine_open(&context, files, &engine);
	check_context(&context, "weights");
	printf("core\n  weights    %.2f MB (tagger %.2f, parser %.2f, proposer %.2f, decider %.2f), checked in %.1f ms\n",
		   (double) (files.tagger.length + files.parser.length +
					 files.proposer.length + files.decider.length) / 1e6,
		   (double) files.tagger.length / 1e6, (double) files.parser.length / 1e6,
		   (double) files.proposer.length / 1e6, (double) files.decider.length / 1e6,
		   (cpu_seconds() - start) * 1000.0);
	while (read_record(&record))
		read_article(&context, &engine, (NdText)
					 {
						 record.bytes, (uint32_t) record.length
					 }, &totals);
	all = totals.text + totals.language + totals.claims + totals.sources;
	if (totals.words == 0)
		return 1;
	printf("  articles   %u, %llu words, %llu tokens, %llu bytes, %llu claims, %llu tolls\n", totals.articles,
		   (unsigned long long) totals.words, (unsigned long long) totals.tokens,
		   (unsigned long long) totals.bytes, (unsigned long long) totals.found,
		   (unsigned long long) totals.found_tolls);
	print_stage("text", totals.text, all, &totals);
	print_stage("language", totals.language, all, &totals);
	print_stage("claims", totals.claims, all, &totals);
	print_stage("sources", totals.sources, all, &totals);
	print_stage("together", all, all, &totals);
	print_stage("and tolls", totals.tolls, all, &totals);
	printf("  %.0f articles of 800 words a second, %.0f words a second; at most %.2f MB for one article\n\n",
		   (double) totals.words / 800.0 / all, (double) totals.words / all,
		   (double) totals.most_memory / 1e6);
	return 0;
}
