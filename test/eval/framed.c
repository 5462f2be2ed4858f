/*
 * framed.c
 *		Framed texts in, JSON out.
 */
#include "framed.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void
quit(const char *why)
{
	fprintf(stderr, "framed input: %s\n", why);
	exit(1);
}

int
read_record(Record *record)
{
	char		line[sizeof(record->id) + 32];
	char	   *tab;
	size_t		id_length;

	if (fgets(line, sizeof(line), stdin) == NULL)
		return 0;
	tab = strrchr(line, '\t');
	if (tab == NULL)
		quit("no tab in the head of a record");
	id_length = (size_t) (tab - line);
	if (id_length >= sizeof(record->id))
		quit("an id is too long");
	memcpy(record->id, line, id_length);
	record->id[id_length] = '\0';
	record->length = strtoul(tab + 1, NULL, 10);
	if (record->length + 1 > record->room)
	{
		record->room = record->length + 1;
		record->bytes = realloc(record->bytes, record->room);
		if (record->bytes == NULL)
			quit("out of memory");
	}
	if (fread(record->bytes, 1, record->length + 1, stdin) != record->length + 1)
		quit("a record is cut off");
	return 1;
}

void
print_json_string(const char *bytes, size_t length)
{
	putchar('"');
	for (size_t i = 0; i < length; i++)
	{
		unsigned char c = (unsigned char) bytes[i];

		if (c == '"' || c == '\\')
			printf("\\%c", c);
		else if (c < 32)
			printf("\\u%04x", c);
		else
			putchar(c);
	}
	putchar('"');
}

void
print_spans(const NdCharacters *characters, const NdSpan *spans, uint32_t count)
{
	putchar('[');
	for (uint32_t i = 0; i < count; i++)
		printf("%s[%u, %u]", i ? ", " : "",
			   nd_character_at(characters, spans[i].start),
			   nd_character_at(characters, spans[i].end));
	putchar(']');
}

void
check_context(const NdContext *context, const char *id)
{
	if (context->status != ND_OK)
	{
		fprintf(stderr, "%s: %s\n", id, context->message);
		exit(1);
	}
}

void
print_bound(const char *name, int64_t bound)
{
	if (bound == ND_NO_BOUND)
		printf("\"%s\": null, ", name);
	else
		printf("\"%s\": %lld, ", name, (long long) bound);
}
