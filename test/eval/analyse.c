/*
 * analyse.c
 *		Framed articles in, their claims out, a JSON object a line, in the form
 *		that the scorers read. Offsets count characters.
 */
#include "article.h"
#include "framed.h"

#include <stdio.h>
#include <string.h>

static const char *const quote_names[] = {"direct", "mixed", "indirect"};
static const char *const passage_names[] = {
	"title", "headline", "dateline", "byline", "body", "caption", "related", "boilerplate"
};

static void
print_claim(const NdDocument *document, const NdCharacters *characters, const NdClaim *claim)
{
	const NdSentence *sentence = &document->sentences[claim->sentence];
	uint32_t	passage = document->paragraphs[sentence->paragraph].passage;

	printf("{\"source\": ");
	print_spans(characters, claim->source.spans, claim->source.count);
	printf(", \"cue\": ");
	print_spans(characters, claim->cue.spans, claim->cue.count);
	printf(", \"content\": ");
	print_spans(characters, claim->content.spans, claim->content.count);
	printf(", \"quote\": \"%s\", \"passage\": \"%s\", \"confidence\": %.3f}",
		   quote_names[claim->quote], passage_names[document->passages[passage].kind],
		   claim->confidence / 1000.0);
}

static void
print_article(const char *id, const NdArticle *article, const NdCharacters *characters)
{
	printf("{\"id\": ");
	print_json_string(id, strlen(id));
	printf(", \"attributions\": [");
	for (uint32_t i = 0; i < article->body_claims.count; i++)
	{
		if (i > 0)
			printf(", ");
		print_claim(&article->body, characters, &article->body_claims.claims[i]);
	}
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
		nd_characters_init(&arena, body, &characters);
		check_context(&context, record.id);
		print_article(record.id, &article, &characters);
		nd_arena_free(&arena);
	}
	return 0;
}
