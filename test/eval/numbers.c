/*
 * numbers.c
 *		Framed texts in, the numbers in them out, in the form that the scorers
 *		read. Offsets count characters.
 */
#include "framed.h"
#include "text/read.h"
#include "toll/number.h"

#include <stdio.h>
#include <string.h>

#define NOT_WRITTEN \
	(ND_NUMBER_ARTICLE | ND_NUMBER_ORDINAL | ND_NUMBER_ZERO | ND_NUMBER_NOBODY | \
	 ND_NUMBER_BOTH | ND_NUMBER_FRACTION)

static void
print_numbers(const NdDocument *document, const NdCharacters *characters, NdArena *arena)
{
	const char *separator = "";

	for (uint32_t s = 0; s < document->n_sentences; s++)
	{
		const NdSentence *sentence = &document->sentences[s];
		NdNumbers	numbers;

		nd_find_numbers(arena, document, sentence->first_token,
						sentence->first_token + sentence->tokens, &numbers);
		for (uint32_t i = 0; i < numbers.count; i++)
		{
			const NdNumber *number = &numbers.numbers[i];

			if ((number->flags & NOT_WRITTEN) ||
				((number->flags & ND_NUMBER_UNIT) && number->hedge == ND_EXACT))
				continue;
			printf("%s{", separator);
			print_bound("low", number->low);
			print_bound("high", number->high);
			printf("\"start\": %u, \"end\": %u}", nd_character_at(characters, number->at.start),
				   nd_character_at(characters, number->at.end));
			separator = ", ";
		}
	}
}

int
main(void)
{
	Record		record = {.bytes = NULL};
	NdContext	context;

	nd_context_init(&context);
	while (read_record(&record))
	{
		NdArena		arena;
		NdDocument	document;
		NdCharacters characters;
		NdReadOptions options = {false};
		NdText		text = {record.bytes, (uint32_t) record.length};

		nd_arena_init(&arena, &context);
		nd_read_text(&arena, text, options, &document);
		nd_characters_init(&arena, text, &characters);
		printf("{\"id\": ");
		print_json_string(record.id, strlen(record.id));
		printf(", \"pred\": [");
		print_numbers(&document, &characters, &arena);
		printf("]}\n");
		check_context(&context, record.id);
		nd_arena_free(&arena);
	}
	return 0;
}
