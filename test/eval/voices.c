/*
 * voices.c
 *		Sources, stances and parents of claims whose spans are given: framed
 *		records in pairs, an article and its claims. A line of the second one
 *		has, for source, cue and content in turn, the number of pieces and the
 *		first byte and end of each. With the argument "complete", the claims that
 *		the rules add are found too.
 */
#include "engine.h"
#include "framed.h"
#include "language/language.h"
#include "print_claims.h"
#include "claim/complete.h"
#include "claim/quote.h"
#include "text/read.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static char *
read_pieces(NdArena *arena, char *line, NdPieces *pieces)
{
	pieces->count = (uint32_t) strtoul(line, &line, 10);
	pieces->spans = nd_alloc_array(arena, pieces->count, sizeof(NdSpan));
	for (uint32_t i = 0; i < pieces->count; i++)
	{
		pieces->spans[i].start = (uint32_t) strtoul(line, &line, 10);
		pieces->spans[i].end = (uint32_t) strtoul(line, &line, 10);
	}
	return line;
}

static uint32_t
sentence_at(const NdDocument *document, uint32_t byte)
{
	uint32_t	sentence = 0;

	while (sentence + 1 < document->n_sentences &&
		   document->sentences[sentence + 1].at.start <= byte)
		sentence++;
	return sentence;
}

static void
read_claims(NdArena *arena, const NdDocument *document, Record *record, NdClaims *claims)
{
	char	   *line = record->bytes;

	claims->count = (uint32_t) strtoul(line, &line, 10);
	claims->claims = nd_alloc_array(arena, claims->count, sizeof(NdClaim));
	for (uint32_t i = 0; i < claims->count; i++)
	{
		NdClaim    *claim = &claims->claims[i];

		line = read_pieces(arena, line, &claim->source);
		line = read_pieces(arena, line, &claim->cue);
		line = read_pieces(arena, line, &claim->content);
		claim->sentence = sentence_at(document, claim->cue.count > 0 ?
									  claim->cue.spans[0].start : claim->content.spans[0].start);
		claim->quote = nd_quote_kind(document, claim);
	}
}

int
main(int argc, char **argv)
{
	Record		text = {.bytes = NULL};
	Record		spans = {.bytes = NULL};
	NdContext	context;
	NdEngine	engine;

	nd_context_init(&context);
	nd_engine_open(&context, nd_embedded_models(), &engine);
	check_context(&context, "weights");
	while (read_record(&text) && read_record(&spans))
	{
		NdArena		arena;
		NdDocument	document;
		NdClaims	claims;
		NdSources	sources;
		NdCharacters characters;
		NdReadOptions options = {false};
		NdText		body = {text.bytes, (uint32_t) text.length};

		nd_arena_init(&arena, &context);
		nd_read_text(&arena, body, options, &document);
		check_context(&context, text.id);
		nd_analyse_language(&arena, &engine, &document);
		check_context(&context, text.id);
		spans.bytes[spans.length] = '\0';
		read_claims(&arena, &document, &spans, &claims);
		if (argc > 1 && strcmp(argv[1], "complete") == 0)
			nd_complete_claims(&arena, &document, &claims);
		nd_find_sources(&arena, &document, &claims, ND_NO_DATE, &sources);
		nd_characters_init(&arena, body, &characters);
		check_context(&context, text.id);
		printf("{\"id\": ");
		print_json_string(text.id, strlen(text.id));
		printf(", \"claims\": ");
		print_claims(&document, &characters, &claims, &sources);
		printf("}\n");
		nd_arena_free(&arena);
	}
	return 0;
}
