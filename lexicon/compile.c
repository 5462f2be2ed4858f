/*
 * compile.c
 *		Turns the word lists of this folder into C tables.
 *
 * Usage: compile OUT.c OUT.h LIST.txt ...
 *
 * A line of a list is an entry, or an entry, a tab and its value; lines that
 * begin with # and empty lines are comments. A list's table is called
 * nd_lexicon_ and the name of its file. A repeated entry, a space at an edge,
 * or a tab too many is an error: a list that says two things helps nobody.
 */
#include "base/hash.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct Entry
{
	char	   *word;
	char	   *value;
} Entry;

static void
refuse(const char *list, unsigned line, const char *why)
{
	fprintf(stderr, "%s:%u: %s\n", list, line, why);
	exit(1);
}

static int
by_word(const void *a, const void *b)
{
	return strcmp(((const Entry *) a)->word, ((const Entry *) b)->word);
}

static void *
grow(void *memory, size_t bytes)
{
	memory = realloc(memory, bytes);
	if (memory == NULL)
	{
		perror("compile");
		exit(1);
	}
	return memory;
}

static int
space_at_edge(const char *word)
{
	size_t		length = strlen(word);

	return word[0] == ' ' || (length > 0 && word[length - 1] == ' ');
}

static Entry *
read_list(const char *path, size_t *count)
{
	FILE	   *file = fopen(path, "r");
	char		line[4096];
	unsigned	number = 0;
	size_t		room = 0;
	Entry	   *entries = NULL;

	if (file == NULL)
	{
		perror(path);
		exit(1);
	}
	*count = 0;
	while (fgets(line, sizeof(line), file))
	{
		char	   *tab;

		number++;
		line[strcspn(line, "\n")] = '\0';
		if (line[0] == '\0' || line[0] == '#')
			continue;
		tab = strchr(line, '\t');
		if (tab)
			*tab++ = '\0';
		if (tab && strchr(tab, '\t'))
			refuse(path, number, "more than one tab");
		if (line[0] == '\0' || space_at_edge(line) || (tab && space_at_edge(tab)))
			refuse(path, number, "empty entry, or a space at an edge");
		if (*count == room)
			entries = grow(entries, (room = room ? room * 2 : 64) * sizeof(Entry));
		entries[*count].word = strcpy(grow(NULL, strlen(line) + 1), line);
		entries[*count].value = strcpy(grow(NULL, strlen(tab ? tab : "") + 1), tab ? tab : "");
		++*count;
	}
	fclose(file);
	if (*count > 0)
		qsort(entries, *count, sizeof(Entry), by_word);
	for (size_t i = 1; i < *count; i++)
		if (strcmp(entries[i - 1].word, entries[i].word) == 0)
		{
			fprintf(stderr, "%s: \"%s\" stands twice\n", path, entries[i].word);
			exit(1);
		}
	return entries;
}

/* The file's name without folder and ending. */
static void
list_name(const char *path, char *name, size_t size)
{
	const char *slash = strrchr(path, '/');
	const char *base = slash ? slash + 1 : path;

	snprintf(name, size, "%.*s", (int) strcspn(base, "."), base);
	for (char *c = name; *c; c++)
		if (*c == '-')
			*c = '_';
}

static void
print_string(FILE *out, const char *string)
{
	fputs("\t\"", out);
	for (const unsigned char *c = (const unsigned char *) string; *c; c++)
	{
		if (*c == '"' || *c == '\\')
			fprintf(out, "\\%c", *c);
		else if (*c < 32 || *c > 126)
			fprintf(out, "\\%03o", *c);
		else
			fputc(*c, out);
	}
	fputs("\"\n", out);
}

/*
 * Open addressing, at most half full: what is not in a list is found out by
 * the first or second slot. Slots hold numbers from 1 on, 0 is free.
 */
static size_t
print_slots(FILE *out, const char *name, const Entry *entries, size_t count)
{
	size_t		slots = 2;
	size_t	   *number;

	while (slots < 2 * count)
		slots *= 2;
	number = grow(NULL, slots * sizeof(size_t));
	memset(number, 0, slots * sizeof(size_t));
	for (size_t i = 0; i < count; i++)
	{
		size_t		slot = nd_hash_bytes(entries[i].word, strlen(entries[i].word)) & (slots - 1);

		while (number[slot] != 0)
			slot = (slot + 1) & (slots - 1);
		number[slot] = i + 1;
	}
	fprintf(out, "\nstatic const uint32_t %s_slots[] = {", name);
	for (size_t i = 0; i < slots; i++)
		fprintf(out, "%s%zu, ", i % 12 == 0 ? "\n\t" : "", number[i]);
	fprintf(out, "\n};\n");
	free(number);
	return slots;
}

static void
print_list(FILE *out, const char *name, const Entry *entries, size_t count)
{
	size_t		offset = 0;
	size_t		longest = 0;
	size_t		slots = print_slots(out, name, entries, count);

	fprintf(out, "\nstatic const char %s_characters[] =\n", name);
	for (size_t i = 0; i < count; i++)
	{
		print_string(out, entries[i].word);
		print_string(out, entries[i].value);
	}
	fprintf(out, "\t\"\";\n\nstatic const uint32_t %s_offsets[] = {", name);
	for (size_t i = 0; i < count; i++)
	{
		fprintf(out, "%s%zu, ", i % 6 == 0 ? "\n\t" : "", offset);
		offset += strlen(entries[i].word);
		fprintf(out, "%zu, ", offset);
		offset += strlen(entries[i].value);
		if (strlen(entries[i].word) > longest)
			longest = strlen(entries[i].word);
	}
	fprintf(out, "\n\t%zu\n};\n\nconst NdLexicon nd_lexicon_%s = {\n", offset, name);
	fprintf(out, "\t%s_characters, %s_offsets, %s_slots, %zu, %zu, %zu\n};\n",
			name, name, name, slots - 1, count, longest);
}

int
main(int argc, char **argv)
{
	FILE	   *source;
	FILE	   *header;

	if (argc < 3)
	{
		fprintf(stderr, "usage: compile OUT.c OUT.h LIST.txt ...\n");
		return 1;
	}
	source = fopen(argv[1], "w");
	header = fopen(argv[2], "w");
	if (source == NULL || header == NULL)
	{
		perror("compile");
		return 1;
	}
	fputs("/* made by lexicon/compile.c from the lists of lexicon/ */\n"
		  "#include \"lexicon/lexicon.h\"\n", source);
	fputs("/* made by lexicon/compile.c from the lists of lexicon/ */\n", header);
	for (int i = 3; i < argc; i++)
	{
		char		name[256];
		size_t		count;
		Entry	   *entries = read_list(argv[i], &count);

		list_name(argv[i], name, sizeof(name));
		print_list(source, name, entries, count);
		fprintf(header, "extern const NdLexicon nd_lexicon_%s;\n", name);
	}
	return fclose(source) != 0 || fclose(header) != 0;
}
