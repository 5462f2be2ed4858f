/*
 * analyse.c
 *		Framed articles in, their claims out, a JSON object a line, in the form
 *		that the scorers read. Offsets count characters. "attributions" has what
 *		the trained models found, "claims" everything.
 */
#include "article.h"
#include "framed.h"
#include "print_claims.h"

#include <stdio.h>
#include <string.h>

static const char *const passage_names[] = {
	"headline", "headline", "dateline", "byline", "body", "caption", "related", "boilerplate"
};

static void
print_passages(const NdDocument *document, const NdCharacters *characters)
{
	for (uint32_t i = 0; i < document->n_passages; i++)
	{
		const NdPassage *passage = &document->passages[i];

		printf("%s{\"at\": [%u, %u], \"kind\": \"%s\"}", i > 0 ? ", " : "",
			   nd_character_at(characters, passage->at.start),
			   nd_character_at(characters, passage->at.end), passage_names[passage->kind]);
	}
}

static void
print_article(const char *id, const NdArticle *article, const NdCharacters *characters)
{
	printf("{\"id\": ");
	print_json_string(id, strlen(id));
	printf(", \"attributions\": ");
	print_attributions(&article->body, characters, &article->body_claims);
	printf(", \"claims\": ");
	print_claims(&article->body, characters, &article->body_claims, &article->body_sources);
	printf(", \"passages\": [");
	print_passages(&article->body, characters);
	printf("]}\n");
}

int
main(void)
{
	Record		record = {.bytes = NULL};
	NdContext	context;
	NdEngine	engine;

	nd_context_init(&context);
	nd_engine_open(&context, nd_embedded_models(), &engine);
	check_context(&context, "weights");
	while (read_record(&record))
	{
		NdArena		arena;
		NdArticle	article;
		NdCharacters characters;
		NdText		body = {record.bytes, (uint32_t) record.length};
		NdText		no_title = {NULL, 0};

		nd_arena_init(&arena, &context);
		nd_read_article(&arena, &engine, body, no_title, &article);
		nd_find_article_sources(&arena, ND_NO_DATE, &article);
		nd_characters_init(&arena, body, &characters);
		check_context(&context, record.id);
		print_article(record.id, &article, &characters);
		nd_arena_free(&arena);
	}
	return 0;
}
