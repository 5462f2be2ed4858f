/*
 * conllu.c
 *		Reads treebanks in CoNLL-U.
 */
#define _POSIX_C_SOURCE 200809L

#include "conllu.h"

#include "language/tagset.h"
#include "must.h"

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define COLUMNS		10

typedef struct Reader
{
	Treebank   *treebank;
	const char *const *left_out;
	size_t		n_left_out;
	bool		skipping;		/* inside a document that is left out */
	TreebankToken tokens[MOST_TOKENS];
	uint32_t	n;
} Reader;

static char *
copy(const char *string)
{
	size_t		bytes = strlen(string) + 1;

	return memcpy(must_realloc(NULL, bytes), string, bytes);
}

static uint8_t
relation_of(const char *name)
{
	unsigned	relation = nd_relation_number(name, strlen(name));

	if (relation == ND_N_RELATIONS)
		relation = nd_relation_number(name, strcspn(name, ":"));
	return (uint8_t) (relation == ND_N_RELATIONS ? ND_REL_DEP : relation);
}

static void
read_document_id(Reader *reader, const char *id)
{
	reader->skipping = false;
	for (size_t i = 0; i < reader->n_left_out; i++)
		if (strncmp(id, reader->left_out[i], strlen(reader->left_out[i])) == 0)
			reader->skipping = true;
	if (!reader->skipping)
		reader->treebank->documents++;
}

static void
read_token(Reader *reader, char *line)
{
	char	   *columns[COLUMNS];
	TreebankToken *token = reader->tokens + reader->n;

	for (unsigned i = 0; i < COLUMNS; i++)
	{
		columns[i] = line;
		line += strcspn(line, "\t");
		if (*line == '\t')
			*line++ = '\0';
	}
	if (strpbrk(columns[0], "-.") != NULL)
		return;
	if (reader->n == MOST_TOKENS)
	{
		fprintf(stderr, "sentence of more than %d tokens\n", MOST_TOKENS);
		exit(1);
	}
	token->form = copy(columns[1]);
	token->lemma = copy(columns[2]);
	token->tag_name = copy(columns[4]);
	token->relation_name = copy(columns[7]);
	token->head = (uint32_t) strtoul(columns[6], NULL, 10) - 1;
	token->tag = (uint8_t) nd_tag_number(columns[4], strlen(columns[4]));
	token->relation = relation_of(columns[7]);
	reader->n++;
}

static void
end_sentence(Reader *reader)
{
	Treebank   *treebank = reader->treebank;
	TreebankSentence *sentence;

	if (reader->n == 0)
		return;
	if (treebank->n_sentences == treebank->room)
	{
		treebank->room = treebank->room ? 2 * treebank->room : 1024;
		treebank->sentences = must_realloc(treebank->sentences,
										   treebank->room * sizeof(TreebankSentence));
	}
	sentence = treebank->sentences + treebank->n_sentences++;
	sentence->n = reader->n;
	sentence->document = treebank->documents;
	sentence->tokens = must_alloc(reader->n * sizeof(TreebankToken));
	memcpy(sentence->tokens, reader->tokens, reader->n * sizeof(TreebankToken));
	sentence->words = must_alloc(reader->n * sizeof(NdWord));
	for (uint32_t i = 0; i < reader->n; i++)
		nd_word(sentence->tokens[i].form, (uint32_t) strlen(sentence->tokens[i].form),
				sentence->words + i);
	treebank->n_tokens += reader->n;
	reader->n = 0;
}

static void
read_line(Reader *reader, char *line)
{
	static const char new_document[] = "# newdoc id = ";

	line[strcspn(line, "\r\n")] = '\0';
	if (strncmp(line, new_document, sizeof(new_document) - 1) == 0)
		read_document_id(reader, line + sizeof(new_document) - 1);
	else if (line[0] == '\0')
		end_sentence(reader);
	else if (line[0] != '#' && !reader->skipping)
		read_token(reader, line);
}

/* gzip also passes plain text through. */
static FILE *
open_file(const char *path)
{
	static const char command[] = "exec gzip -cdf -- '%s'";
	char	   *line;
	FILE	   *file;

	if (strcmp(path, "-") == 0)
		return stdin;
	if (strchr(path, '\'') != NULL)
	{
		fprintf(stderr, "%s: a quotation mark in a file name\n", path);
		exit(1);
	}
	line = must_alloc(sizeof(command) + strlen(path));
	sprintf(line, command, path);
	file = popen(line, "r");
	free(line);
	if (file == NULL)
	{
		perror(path);
		exit(1);
	}
	return file;
}

void
treebank_read(Treebank *treebank, const char *path, const char *const *left_out,
			  size_t n_left_out)
{
	Reader	   *reader = must_alloc(sizeof(Reader));
	FILE	   *file = open_file(path);
	char	   *line = NULL;
	size_t		room = 0;
	size_t		before = treebank->n_sentences;

	reader->treebank = treebank;
	reader->left_out = left_out;
	reader->n_left_out = n_left_out;
	while (getline(&line, &room, file) >= 0)
		read_line(reader, line);
	end_sentence(reader);
	free(line);
	free(reader);
	if (file != stdin && pclose(file) != 0)
		exit(1);
	if (treebank->n_sentences == before)
	{
		fprintf(stderr, "%s: no sentences\n", path);
		exit(1);
	}
}
