/*
 * digests.c
 *		How many bytes the digests of framed articles take, and how long they
 *		take to make, write and read, one core.
 */
#include "digest/digest.h"
#include "cpu_seconds.h"
#include "framed.h"

#include <stdio.h>
#include <stdlib.h>

#define READINGS	20			/* of each digest, because one is too short to time */

typedef struct Totals
{
	double		analyse;		/* seconds */
	double		write;
	double		read;
	uint64_t	body_bytes;
	uint64_t	kept_bytes;
	uint64_t	digest_bytes;
	uint64_t	claims;
	uint64_t	tolls;
	uint64_t	sources;
	uint32_t	articles;
} Totals;

static double
time_reading(NdContext *context, const unsigned char *bytes, uint32_t length)
{
	double		start = cpu_seconds();

	for (unsigned i = 0; i < READINGS; i++)
	{
		NdArena		arena;
		NdFindings	findings;

		nd_arena_init(&arena, context);
		nd_digest_read(&arena, bytes, length, ND_WHOLE_ARTICLE, &findings);
		check_context(context, "reading");
		nd_arena_free(&arena);
	}
	return (cpu_seconds() - start) / READINGS;
}

static void
digest_article(NdContext *context, const NdEngine *engine, NdText body, Totals *totals)
{
	NdText		no_title = {NULL, 0};
	NdArena		arena;
	NdFindings	findings;
	unsigned char *bytes;
	uint32_t	length;
	double		start = cpu_seconds();
	double		analysed;

	nd_arena_init(&arena, context);
	nd_analyse_article(&arena, engine, body, no_title, ND_NO_DATE, false, &findings);
	check_context(context, "analysing");
	analysed = cpu_seconds();
	nd_digest_write(&arena, &findings, ND_WHOLE_ARTICLE, 0, &bytes, &length);
	check_context(context, "writing");
	totals->write += cpu_seconds() - analysed;
	totals->analyse += analysed - start;
	totals->read += time_reading(context, bytes, length);
	totals->body_bytes += body.length;
	totals->kept_bytes += findings.body.text.length;
	totals->digest_bytes += length;
	totals->claims += findings.n_claims;
	totals->tolls += findings.n_tolls;
	totals->sources += findings.n_sources;
	totals->articles++;
	nd_arena_free(&arena);
}

int
main(int argc, char **argv)
{
	Record		record = {.bytes = NULL};
	NdContext	context;
	NdEngine	engine;
	Totals		totals = {.articles = 0};

	nd_context_init(&context);
	nd_engine_open(&context, nd_embedded_models(), &engine);
	check_context(&context, "weights");
	while (read_record(&record))
		digest_article(&context, &engine, (NdText)
					   {
						   record.bytes, (uint32_t) record.length
					   }, &totals);
	if (totals.articles == 0)
		return 1;
	printf("digests of %s\n", argc > 1 ? argv[1] : "articles");
	printf("  articles   %u, %llu sources, %llu claims, %llu tolls\n", totals.articles,
		   (unsigned long long) totals.sources, (unsigned long long) totals.claims,
		   (unsigned long long) totals.tolls);
	printf("  digest bytes / body bytes  %.3f  (%llu / %llu; words kept %.3f)\n",
		   (double) totals.digest_bytes / (double) totals.body_bytes,
		   (unsigned long long) totals.digest_bytes, (unsigned long long) totals.body_bytes,
		   (double) totals.kept_bytes / (double) totals.body_bytes);
	printf("  analysed %.3f ms, written %.1f us, read %.1f us an article (%.2f us a claim)\n\n",
		   totals.analyse / totals.articles * 1e3, totals.write / totals.articles * 1e6,
		   totals.read / totals.articles * 1e6,
		   totals.claims ? totals.read / (double) totals.claims * 1e6 : 0.0);
	free(record.bytes);
	return 0;
}
