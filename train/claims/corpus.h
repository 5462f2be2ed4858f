/*
 * corpus.h
 *		Articles with the claims that people marked, read by the core's own
 *		text and language rooms.
 */
#ifndef TRAIN_CLAIM_CORPUS_H
#define TRAIN_CLAIM_CORPUS_H

#include "article.h"
#include "claim/states.h"

#define FOLDS 4

/* Tokens of an article in rising order. */
typedef struct TokenSet
{
	uint32_t   *tokens;
	uint32_t	count;
} TokenSet;

typedef struct GoldClaim
{
	TokenSet	roles[ND_N_ROLES];
	uint32_t	cue;			/* first token of the cue; ND_NONE */
} GoldClaim;

typedef struct GoldArticle
{
	char		id[128];
	NdText		text;
	NdDocument	document;
	GoldClaim  *claims;
	uint32_t	n_claims;
	uint32_t	fold;
} GoldArticle;

typedef struct Corpus
{
	NdContext	context;
	NdArena		arena;
	NdEngine	engine;			/* tagger and parser */
	GoldArticle *articles;
	uint32_t	count;
} Corpus;

/*
 * Reads what attribution.py wrote and analyses it with model/tagger.bin and
 * model/parser.bin of the folder `models`. Ends the program on errors.
 */
extern void corpus_read(Corpus *corpus, const char *path, const char *models);

/* The bytes of a file, in memory of malloc; ends the program on errors. */
extern unsigned char *file_read(const char *path, size_t *length);

extern bool token_set_has(const TokenSet *set, uint32_t token);
extern uint32_t token_set_common(const TokenSet *a, const TokenSet *b);

#endif
