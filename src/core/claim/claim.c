/*
 * claim.c
 *		From tokens with tags and trees to claims.
 */
#include "claim/claim.h"

#include "claim/confidence.h"
#include "claim/search.h"
#include "claim/speaker.h"
#include "engine.h"

typedef struct Claims
{
	NdArena    *arena;
	const NdClaimModel *model;
	NdClaim    *claims;
	uint32_t	count;
	uint32_t	room;
	bool		spoken;			/* a source was named */
} Claims;

/* A piece ends with its paragraph. */
static bool
goes_on(const NdChunk *chunk, const NdDraft *draft, uint32_t token, NdRole role)
{
	return nd_draft_role(draft, token) == role &&
		nd_draft_role(draft, token - 1) == role &&
		nd_chunk_paragraph(chunk, token) == nd_chunk_paragraph(chunk, token - 1);
}

static bool
set_pieces(NdArena *arena, const NdChunk *chunk, const NdDraft *draft, NdRole role,
		   NdPieces *pieces)
{
	const NdToken *tokens = chunk->document->tokens + chunk->first_token;
	uint32_t	end = draft->first + draft->count;
	uint32_t	count = 0;

	for (uint32_t i = draft->first; i < end; i++)
		if (nd_draft_role(draft, i) == role && !(i > draft->first && goes_on(chunk, draft, i, role)))
			count++;
	pieces->count = 0;
	pieces->spans = nd_alloc_array(arena, count, sizeof(NdSpan));
	if (pieces->spans == NULL)
		return false;
	for (uint32_t i = draft->first; i < end; i++)
	{
		if (nd_draft_role(draft, i) != role)
			continue;
		if (!(i > draft->first && goes_on(chunk, draft, i, role)))
			pieces->spans[pieces->count++].start = tokens[i].start;
		pieces->spans[pieces->count - 1].end = tokens[i].end;
	}
	return true;
}

static bool
add_claim(Claims *claims, const NdChunk *chunk, const NdDraft *draft)
{
	int32_t		inputs[ND_N_LOGITS];
	NdClaim    *claim;

	if (!nd_reserve(claims->arena, &claims->claims, &claims->room, claims->count + 1, sizeof(NdClaim)))
		return false;
	claim = &claims->claims[claims->count++];
	claim->sentence = chunk->views[draft->cue].sentence;
	claim->quote = nd_draft_quote(chunk, draft);
	nd_confidence_inputs(claims->model, draft, claim->quote, inputs);
	claim->confidence = nd_confidence(claims->model, inputs);
	if (!set_pieces(claims->arena, chunk, draft, ND_ROLE_SOURCE, &claim->source))
		return false;
	claims->spoken |= claim->source.count > 0;
	return set_pieces(claims->arena, chunk, draft, ND_ROLE_CUE, &claim->cue) &&
		set_pieces(claims->arena, chunk, draft, ND_ROLE_CONTENT, &claim->content);
}

/* Chunk by chunk; what a chunk needs is given back before the next. */
static bool
search_document(NdArena *scratch, const NdDocument *document, Claims *claims)
{
	uint8_t    *labels = nd_find_speakers(scratch, document);
	uint32_t	sentence = 0;

	while (labels && sentence < document->n_sentences)
	{
		NdMark		mark = nd_arena_mark(scratch);
		NdChunk		chunk;
		NdDrafts	drafts;

		sentence = nd_chunk_bounds(document, sentence, &chunk);
		if (!nd_poll(scratch->context) ||
			!nd_search_chunk(scratch, claims->model, labels, claims->spoken, &chunk, &drafts))
			return false;
		for (uint32_t i = 0; i < drafts.count; i++)
			if (!add_claim(claims, &chunk, &drafts.drafts[i]))
				return false;
		nd_arena_rewind(scratch, mark);
	}
	return labels != NULL;
}

bool
nd_find_claims(NdArena *arena, const struct NdEngine *engine,
			   const NdDocument *document, NdClaims *claims)
{
	Claims		found = {.arena = arena, .model = &engine->claims};
	NdArena		scratch;
	bool		done;

	nd_arena_init(&scratch, arena->context);
	done = search_document(&scratch, document, &found);
	nd_arena_free(&scratch);
	claims->claims = found.claims;
	claims->count = found.count;
	return done;
}
