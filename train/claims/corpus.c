/*
 * corpus.c
 *		Reads annotated articles.
 */
#include "claims/corpus.h"

#include "claims/memory.h"

#include <string.h>

unsigned char *
file_read(const char *path, size_t *length)
{
	FILE	   *file = fopen(path, "rb");
	unsigned char *bytes = NULL;
	size_t		room = 0;
	size_t		got;

	if (file == NULL)
	{
		perror(path);
		exit(1);
	}
	*length = 0;
	do
	{
		if (*length == room)
			bytes = must_grow(bytes, room = room * 2 + 65536, 1);
		got = fread(bytes + *length, 1, room - *length, file);
		*length += got;
	} while (got > 0);
	fclose(file);
	return bytes;
}

static NdBlob
read_model(const char *folder, const char *name)
{
	char		path[1024];
	NdBlob		blob;

	snprintf(path, sizeof(path), "%s/%s", folder, name);
	blob.bytes = file_read(path, &blob.length);
	return blob;
}

/* The first token that ends after a byte. */
static uint32_t
token_after(const NdDocument *document, uint32_t byte)
{
	uint32_t	low = 0;
	uint32_t	high = document->n_tokens;

	while (low < high)
	{
		uint32_t	middle = low + (high - low) / 2;

		if (document->tokens[middle].end <= byte)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

static uint32_t
next_number(char **at)
{
	return (uint32_t) strtoul(*at, at, 10);
}

/* Pieces that begin or end within a token take the whole token. */
static TokenSet
read_role(const NdDocument *document, char **at)
{
	TokenSet	set = {0};

	for (uint32_t pieces = next_number(at); pieces > 0; pieces--)
	{
		uint32_t	start = next_number(at);
		uint32_t	end = next_number(at);

		for (uint32_t i = token_after(document, start);
			 i < document->n_tokens && document->tokens[i].start < end; i++)
		{
			if (set.count > 0 && set.tokens[set.count - 1] >= i)
				continue;
			set.tokens = must_grow(set.tokens, set.count + 1, sizeof(uint32_t));
			set.tokens[set.count++] = i;
		}
	}
	return set;
}

static char *
read_claims(GoldArticle *article, char *at)
{
	article->claims = must_clear(article->n_claims, sizeof(GoldClaim));
	for (uint32_t i = 0; i < article->n_claims; i++)
	{
		GoldClaim  *claim = &article->claims[i];

		at += strlen("claim");
		for (unsigned role = ND_ROLE_SOURCE; role < ND_N_ROLES; role++)
			claim->roles[role] = read_role(&article->document, &at);
		claim->cue = claim->roles[ND_ROLE_CUE].count > 0 ?
			claim->roles[ND_ROLE_CUE].tokens[0] : ND_NONE;
		at++;
	}
	return at;
}

/* Returns what follows the article. */
static char *
read_article(Corpus *corpus, GoldArticle *article, char *at)
{
	unsigned	bytes;
	unsigned	claims;
	int			header;

	if (sscanf(at, "article %127s %u %u", article->id, &bytes, &claims) != 3)
	{
		fprintf(stderr, "not an article: %.60s\n", at);
		exit(1);
	}
	header = (int) (strchr(at, '\n') - at) + 1;
	article->text = (NdText)
	{
		at + header, bytes
	};
	article->n_claims = claims;
	article->fold = corpus->count % FOLDS;
	if (!nd_read_sentences(&corpus->arena, &corpus->engine, article->text,
						   (NdReadOptions) {false}, &article->document))
	{
		fprintf(stderr, "%s: %s\n", article->id, corpus->context.message);
		exit(1);
	}
	return read_claims(article, at + header + bytes + 1);
}

void
corpus_read(Corpus *corpus, const char *path, const char *models)
{
	NdModelFiles files = {
		.tagger = read_model(models, "tagger.bin"), .parser = read_model(models, "parser.bin")
	};
	size_t		length;
	char	   *bytes = (char *) file_read(path, &length);

	memset(corpus, 0, sizeof(*corpus));
	nd_context_init(&corpus->context);
	nd_arena_init(&corpus->arena, &corpus->context);
	if (!nd_engine_open(&corpus->context, files, &corpus->engine))
	{
		fprintf(stderr, "%s: %s\n", models, corpus->context.message);
		exit(1);
	}
	bytes = must_grow(bytes, length + 1, 1);
	bytes[length] = '\0';
	for (char *at = bytes; *at != '\0'; corpus->count++)
	{
		corpus->articles = must_grow(corpus->articles, corpus->count + 1, sizeof(GoldArticle));
		memset(&corpus->articles[corpus->count], 0, sizeof(GoldArticle));
		at = read_article(corpus, &corpus->articles[corpus->count], at);
	}
}

bool
token_set_has(const TokenSet *set, uint32_t token)
{
	for (uint32_t i = 0; i < set->count && set->tokens[i] <= token; i++)
		if (set->tokens[i] == token)
			return true;
	return false;
}

uint32_t
token_set_common(const TokenSet *a, const TokenSet *b)
{
	uint32_t	i = 0;
	uint32_t	j = 0;
	uint32_t	common = 0;

	while (i < a->count && j < b->count)
	{
		if (a->tokens[i] == b->tokens[j])
			common++;
		if (a->tokens[i] <= b->tokens[j])
			i++;
		else
			j++;
	}
	return common;
}
