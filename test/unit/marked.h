/*
 * marked.h
 *		A text whose claims are marked in it, read by the whole language room:
 *		"[1Jane Roe] {1said} <1that [2she] {2agreed}>" has two claims, whose
 *		sources, cues and contents are in [ ], { } and < >, each with the number
 *		of its claim.
 */
#ifndef ND_MARKED_H
#define ND_MARKED_H

#include <stdlib.h>
#include <string.h>

#include "claim/quote.h"
#include "engine.h"
#include "language/language.h"
#include "source/source.h"
#include "text/read.h"

#define MOST_MARKED	10
#define MOST_PIECES	4

typedef struct Marked
{
	NdContext	context;
	NdArena		arena;
	NdEngine	engine;
	char		text[2048];
	NdDocument	document;
	NdClaim		list[MOST_MARKED];
	NdSpan		spans[MOST_MARKED][3][MOST_PIECES];
	NdClaims	claims;
	NdSources	sources;
} Marked;

static inline NdPieces *
marked_role(NdClaim *claim, int role)
{
	return role == 0 ? &claim->source : role == 1 ? &claim->cue : &claim->content;
}

/* Takes the marks out and notes where they stood. */
static inline void
marked_read_marks(Marked *marked, const char *form)
{
	static const char open[] = "[{<";
	static const char close[] = "]}>";
	struct
	{
		int			role;
		int			claim;
		uint32_t	start;
	}			stack[16];
	int			depth = 0;
	uint32_t	length = 0;

	for (const char *c = form; *c; c++)
	{
		const char *mark;

		if ((mark = strchr(open, *c)) != NULL && c[1] >= '1' && c[1] <= '9')
		{
			stack[depth].role = (int) (mark - open);
			stack[depth].claim = *++c - '1';
			stack[depth++].start = length;
		}
		else if (depth > 0 && *c == close[stack[depth - 1].role])
		{
			NdPieces   *pieces;

			depth--;
			pieces = marked_role(&marked->list[stack[depth].claim], stack[depth].role);
			pieces->spans = marked->spans[stack[depth].claim][stack[depth].role];
			pieces->spans[pieces->count++] = (NdSpan) {stack[depth].start, length};
			if (marked->claims.count < (uint32_t) stack[depth].claim + 1)
				marked->claims.count = (uint32_t) stack[depth].claim + 1;
		}
		else
			marked->text[length++] = *c;
	}
	marked->text[length] = '\0';
}

static inline uint32_t
marked_sentence(const NdDocument *document, uint32_t byte)
{
	uint32_t	sentence = 0;

	while (sentence + 1 < document->n_sentences && document->sentences[sentence + 1].at.start <= byte)
		sentence++;
	return sentence;
}

/* Reads the text, and who stands behind the marked claims. */
static inline bool
marked_begin(Marked *marked, const char *form, int32_t published)
{
	NdReadOptions options = {false};
	NdText		text = {marked->text, 0};

	memset(marked, 0, sizeof(*marked));
	marked_read_marks(marked, form);
	text.length = (uint32_t) strlen(marked->text);
	marked->claims.claims = marked->list;
	nd_context_init(&marked->context);
	nd_arena_init(&marked->arena, &marked->context);
	if (!nd_engine_open(&marked->context, nd_embedded_models(), &marked->engine) ||
		!nd_read_text(&marked->arena, text, options, &marked->document) ||
		!nd_analyse_language(&marked->arena, &marked->engine, &marked->document))
		return false;
	for (uint32_t i = 0; i < marked->claims.count; i++)
	{
		NdClaim    *claim = &marked->list[i];

		claim->sentence = marked_sentence(&marked->document, claim->cue.count > 0 ?
										  claim->cue.spans[0].start : claim->content.spans[0].start);
		claim->quote = nd_quote_kind(&marked->document, claim);
	}
	return nd_find_sources(&marked->arena, &marked->document, &marked->claims, published,
						   &marked->sources);
}

static inline void
marked_end(Marked *marked)
{
	nd_arena_free(&marked->arena);
}

/* "person:jane roe < anonymous:aides", or "none", of a claim counted from 1. */
static inline const char *
marked_source(const Marked *marked, unsigned claim, char *out, size_t size)
{
	const NdVoice *voice = &marked->sources.voices[claim - 1];

	strcpy(out, voice->source == ND_NONE ? "none" : "");
	for (uint32_t i = 0; voice->source != ND_NONE && i <= voice->n_via; i++)
	{
		const NdIdentity *identity =
			&marked->sources.identities[i == 0 ? voice->source : voice->via[i - 1]];
		size_t		used = strlen(out);

		snprintf(out + used, size - used, "%s%s:%.*s", i > 0 ? " < " : "",
				 nd_source_kind_name(identity->kind), (int) identity->key.length, identity->key.bytes);
	}
	return out;
}

#endif
