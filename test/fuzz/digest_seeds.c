/*
 * digest_seeds.c
 *		Digests of articles, and of the claims in them, for the corpus of the
 *		target `digest`: usage: digest-seeds FOLDER ARTICLE...
 */
#include "digest/digest.h"

#include <stdio.h>
#include <stdlib.h>

#define PUBLISHED	19800
#define LONGEST		2048		/* bytes that the fuzzer tries */

static const char title[] = "Mayor says 12 people were killed, police confirm 40 wounded";

static void
write_seed(NdArena *arena, const NdFindings *findings, NdDigestForm form, const char *folder,
		   unsigned article, unsigned number)
{
	unsigned char *bytes;
	uint32_t	length;
	char		path[512];
	FILE	   *file;

	if (!nd_digest_write(arena, findings, form, 0, &bytes, &length) || length > LONGEST)
		return;
	snprintf(path, sizeof(path), "%s/%02u-%03u", folder, article, number);
	file = fopen(path, "wb");
	if (file == NULL || fwrite(bytes, 1, length, file) != length)
	{
		perror(path);
		exit(1);
	}
	fclose(file);
}

static uint32_t
read_article(const char *path, char *text, uint32_t size)
{
	FILE	   *file = fopen(path, "rb");
	size_t		length;

	if (file == NULL)
	{
		perror(path);
		exit(1);
	}
	length = fread(text, 1, size, file);
	fclose(file);
	return (uint32_t) length;
}

int
main(int argc, char **argv)
{
	static char text[65536];
	NdContext	context;
	NdEngine	engine;

	nd_context_init(&context);
	if (argc < 3 || !nd_engine_open(&context, nd_embedded_models(), &engine))
		return 1;
	for (int i = 2; i < argc; i++)
	{
		NdText		body = {text, read_article(argv[i], text, sizeof(text))};
		NdText		no_title = {NULL, 0};
		NdText		with_title = {title, sizeof(title) - 1};
		NdArena		arena;
		NdFindings	findings;

		nd_arena_init(&arena, &context);
		if (!nd_analyse_article(&arena, &engine, body, i % 2 ? with_title : no_title,
								PUBLISHED, i % 3 == 0, &findings))
			return 1;
		write_seed(&arena, &findings, ND_WHOLE_ARTICLE, argv[1], (unsigned) i, 0);
		for (uint32_t claim = 0; claim < findings.n_claims; claim++)
		{
			NdFindings	one;

			if (!nd_findings_of_claim(&arena, &findings, claim, &one))
				return 1;
			write_seed(&arena, &one, ND_ONE_CLAIM, argv[1], (unsigned) i, claim + 1);
		}
		nd_arena_free(&arena);
	}
	return 0;
}
