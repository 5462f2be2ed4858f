/*
 * tolls.c
 *		Framed articles in, their tolls out, a JSON object a line, in the form
 *		that the scorers read. Offsets count characters, days from 1970-01-01. An id
 * that ends in "@" and a number says on which day its text was published.
 */
#include "article.h"
#include "claim/complete.h"
#include "framed.h"
#include "lexicon/lexicon.h"
#include "source/source.h"
#include "toll/toll.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct Printer
{
	const NdDocument *document;
	const NdCharacters *characters;
	const NdSources *sources;
} Printer;

static void
print_day(const char *name, int32_t day)
{
	if (day == ND_NO_DATE)
		printf("\"%s\": null, ", name);
	else
		printf("\"%s\": %d, ", name, day);
}

static void
print_text(const Printer *printer, const char *name, NdSpan at)
{
	printf("\"%s\": ", name);
	if (nd_span_empty(at))
		printf("null, ");
	else
	{
		print_json_string(printer->document->text.bytes + at.start, at.end - at.start);
		printf(", ");
	}
}

static void
print_source(const Printer *printer, const NdToll *toll)
{
	uint32_t	source = toll->claim == ND_NONE ? ND_NONE :
		printer->sources->voices[toll->claim].source;

	if (source == ND_NONE)
	{
		printf("\"source_key\": null, ");
		return;
	}
	printf("\"source_key\": ");
	print_json_string(printer->sources->identities[source].key.bytes,
					  printer->sources->identities[source].key.length);
	printf(", ");
}

/* The confidence, and the way in which the figure was found. */
static void
print_grounds(const NdToll *toll)
{
	NdWordValue entry = {"", 0};

	if (toll->grounds != UINT32_MAX)
		entry = nd_lexicon_entry(&nd_lexicon_toll_reliability, toll->grounds);
	printf("\"confidence\": %.3f, \"grounds\": ", toll->confidence / 1000.0);
	print_json_string(entry.bytes, entry.length);
	printf(", ");
}

static void
print_toll(const Printer *printer, const NdToll *toll)
{
	const char *group = nd_victim_group_name(toll->group);

	printf("{\"start\": %u, \"end\": %u, ",
		   nd_character_at(printer->characters, toll->at.start),
		   nd_character_at(printer->characters, toll->at.end));
	print_text(printer, "text", toll->at);
	printf("\"kind\": \"%s\", ", nd_toll_kind_name(toll->value.kind));
	print_bound("low", toll->value.low);
	print_bound("high", toll->value.high);
	printf("\"hedge\": \"%s\", ", nd_hedge_name(toll->value.hedge));
	print_text(printer, "victims", toll->victims);
	if (group)
		printf("\"victim_group\": \"%s\", ", group);
	else
		printf("\"victim_group\": null, ");
	printf("\"scope\": \"%s\", ", nd_scope_name(toll->scope));
	if (toll->part_of != ND_NONE)
		printf("\"part_of\": %u, ", toll->part_of);
	else
		printf("\"part_of\": null, ");
	print_source(printer, toll);
	print_day("happened_from", toll->happened_from);
	print_day("happened_until", toll->happened_until);
	print_grounds(toll);
	printf("\"negated\": %s}", toll->negated ? "true" : "false");
}

static int32_t
published(const char *id)
{
	const char *at = strrchr(id, '@');

	return at == NULL ? ND_NO_DATE : (int32_t) strtol(at + 1, NULL, 10);
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
		NdDocument	document;
		NdCharacters characters;
		NdClaims	claims;
		NdSources	sources;
		NdTolls		tolls;
		NdReadOptions options = {false};
		NdText		body = {record.bytes, (uint32_t) record.length};
		Printer		printer = {&document, &characters, &sources};

		nd_arena_init(&arena, &context);
		nd_read_sentences(&arena, &engine, body, options, &document);
		check_context(&context, record.id);
		nd_find_claims(&arena, &engine, &document, &claims);
		nd_complete_claims(&arena, &document, &claims);
		check_context(&context, record.id);
		nd_find_sources(&arena, &document, &claims, ND_NO_DATE, &sources);
		check_context(&context, record.id);
		nd_find_tolls(&arena, &document, &claims, published(record.id), &tolls);
		nd_characters_init(&arena, body, &characters);
		check_context(&context, record.id);
		printf("{\"id\": ");
		print_json_string(record.id, strlen(record.id));
		printf(", \"tolls\": [");
		for (uint32_t i = 0; i < tolls.count; i++)
		{
			printf("%s", i > 0 ? ", " : "");
			print_toll(&printer, &tolls.tolls[i]);
		}
		printf("]}\n");
		nd_arena_free(&arena);
	}
	return 0;
}
