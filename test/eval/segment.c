/*
 * segment.c
 *		Reads framed texts and prints what the text room makes of them, for
 *		measuring: a line of JSON for each, with passages, quotations,
 *		sentences and tokens as offsets of characters, end exclusive.
 */
#include <stdio.h>
#include <string.h>

#include "framed.h"
#include "text/read.h"

static const char *const kind_names[] = {
	"title", "headline", "dateline", "byline", "body", "caption", "related", "boilerplate"
};

static void
print_span(const NdCharacters *characters, const char *comma, NdSpan span)
{
	printf("%s[%u, %u]", comma, nd_character_at(characters, span.start),
		   nd_character_at(characters, span.end));
}

static void
print_document(const Record *record, const NdCharacters *characters, const NdDocument *document)
{
	fputs("{\"id\": ", stdout);
	print_json_string(record->id, strlen(record->id));
	fputs(", \"passages\": [", stdout);
	for (uint32_t i = 0; i < document->n_passages; i++)
	{
		printf("%s{\"kind\": \"%s\", \"at\": ", i ? ", " : "",
			   kind_names[document->passages[i].kind]);
		print_span(characters, "", document->passages[i].at);
		putchar('}');
	}
	fputs("], \"quotations\": [", stdout);
	for (uint32_t i = 0; i < document->n_quotations; i++)
		print_span(characters, i ? ", " : "", document->quotations[i].at);
	fputs("], \"sentences\": [", stdout);
	for (uint32_t i = 0; i < document->n_sentences; i++)
		print_span(characters, i ? ", " : "", document->sentences[i].at);
	fputs("], \"tokens\": [", stdout);
	for (uint32_t i = 0; i < document->n_tokens; i++)
		print_span(characters, i ? ", " : "", nd_token_span(&document->tokens[i]));
	puts("]}");
}

int
main(void)
{
	Record		record = {0};

	while (read_record(&record))
	{
		NdText		text = {record.bytes, (uint32_t) record.length};
		NdReadOptions options = {false};
		NdContext	context;
		NdArena		arena;
		NdDocument	document;
		NdCharacters characters;

		nd_context_init(&context);
		nd_arena_init(&arena, &context);
		if (nd_read_text(&arena, text, options, &document) &&
			nd_characters_init(&arena, text, &characters))
			print_document(&record, &characters, &document);
		check_context(&context, record.id);
		nd_arena_free(&arena);
	}
	return 0;
}
