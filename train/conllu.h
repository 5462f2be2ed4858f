/*
 * conllu.h
 *		Treebanks in CoNLL-U, in memory, for training and measuring.
 *
 * Errors end the program: nothing here runs in a server.
 */
#ifndef CONLLU_H
#define CONLLU_H

#include "language/word.h"

#include <stddef.h>
#include <stdint.h>

#define HEAD_OF_ROOT UINT32_MAX
#define MOST_TOKENS 4096			/* in a sentence; more end the program */

typedef struct TreebankToken
{
	const char *form;			/* NUL-terminated, as are the others */
	const char *lemma;
	const char *tag_name;
	const char *relation_name;
	uint32_t	head;			/* within the sentence, from 0; HEAD_OF_ROOT */
	uint8_t		tag;			/* NdTag; ND_N_TAGS for a name unknown */
	uint8_t		relation;		/* NdRelation; subtypes unknown are dropped */
} TreebankToken;

typedef struct TreebankSentence
{
	TreebankToken *tokens;
	NdWord	   *words;
	uint32_t	n;
	uint32_t	document;		/* counted over all files read */
} TreebankSentence;

typedef struct Treebank
{
	TreebankSentence *sentences;
	size_t		n_sentences;
	size_t		room;
	size_t		n_tokens;
	uint32_t	documents;
} Treebank;

/*
 * Adds the sentences of a file (plain or gzip, "-" for standard input) whose
 * document id begins with none of the n_left_out prefixes. Multiword lines
 * and empty nodes are passed over.
 */
extern void treebank_read(Treebank *treebank, const char *path,
						  const char *const *left_out, size_t n_left_out);

#endif
