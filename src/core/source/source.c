/*
 * source.c
 *		Who stands behind each claim of an article.
 */
#include "source/source.h"

#include "claim/said_on.h"
#include "source/chain.h"

#define MOST_NEIGHBOURS	40		/* claims looked at for a parent, either side */
#define MOST_NESTING	16

typedef struct Finder
{
	NdArena    *arena;
	NdPage		page;
	NdCast		cast;
	NdReferrer	referrer;
	uint32_t   *parents;
	NdSources  *sources;
	uint32_t   *identities;		/* of each figure; ND_NONE */
} Finder;

/* What decides whose content a claim stands in. */
static NdSpan
anchor_of(const NdClaim *claim)
{
	const NdPieces *pieces = claim->cue.count > 0 ? &claim->cue : &claim->content;

	if (pieces->count == 0)
		return (NdSpan) {0, 0};
	return (NdSpan) {pieces->spans[0].start, pieces->spans[pieces->count - 1].end};
}

static uint32_t
content_length(const NdClaim *claim)
{
	uint32_t	length = 0;

	for (uint32_t i = 0; i < claim->content.count; i++)
		length += claim->content.spans[i].end - claim->content.spans[i].start;
	return length;
}

static bool
holds(const NdClaim *outer, NdSpan anchor)
{
	for (uint32_t i = 0; i < outer->content.count; i++)
		if (nd_span_contains(outer->content.spans[i], anchor))
			return true;
	return false;
}

static uint32_t
parent_of(const NdClaims *claims, uint32_t number)
{
	NdSpan		anchor = anchor_of(&claims->claims[number]);
	uint32_t	first = number > MOST_NEIGHBOURS ? number - MOST_NEIGHBOURS : 0;
	uint32_t	end = claims->count - number > MOST_NEIGHBOURS ? number + MOST_NEIGHBOURS : claims->count;
	uint32_t	own = content_length(&claims->claims[number]);
	uint32_t	parent = ND_NONE;
	uint32_t	smallest = UINT32_MAX;

	if (nd_span_empty(anchor))
		return ND_NONE;
	for (uint32_t i = first; i < end; i++)
	{
		uint32_t	length = content_length(&claims->claims[i]);

		if (i == number || length >= smallest || !holds(&claims->claims[i], anchor) ||
			(claims->claims[number].cue.count == 0 && length <= own))
			continue;
		/* of two that hold each other the first one is the outer one */
		if (holds(&claims->claims[number], anchor_of(&claims->claims[i])) &&
			(length < own || (length == own && i > number)))
			continue;
		parent = i;
		smallest = length;
	}
	return parent;
}

/* Parents before their children, whichever stands first in the text. */
static bool
refer_with_parents(Finder *finder, uint32_t claim)
{
	uint32_t	path[MOST_NESTING];
	uint32_t	depth = 0;

	for (uint32_t at = claim; at != ND_NONE && depth < MOST_NESTING &&
		 !finder->referrer.resolved[at]; at = finder->parents[at])
		path[depth++] = at;
	while (depth > 0)
	{
		uint32_t	at = path[--depth];

		if (!finder->referrer.resolved[at] && !nd_refer_claim(&finder->referrer, at))
			return false;
	}
	return true;
}

static NdText
role_text(const NdPage *page, NdRange role)
{
	const NdDocument *document = page->document;
	NdText		text = {document->text.bytes, 0};

	if (!nd_range_empty(role))
	{
		uint32_t	start = document->tokens[role.first].start;

		text.bytes = document->text.bytes + start;
		text.length = document->tokens[role.end - 1].end - start;
	}
	return text;
}

/* The identity of a figure, made when it is first asked for. */
static bool
identity_of(Finder *finder, uint32_t figure, uint32_t *identity)
{
	NdSources  *sources = finder->sources;
	const NdFigure *of;
	NdIdentity *new;
	NdText		key;
	NdText		name;

	*identity = ND_NONE;
	if (figure == ND_NONE)
		return true;
	if (finder->identities[figure] != ND_NONE)
	{
		*identity = finder->identities[figure];
		return true;
	}
	if (!nd_figure_texts(&finder->cast, figure, &key, &name))
		return false;
	/* marks alone name nobody */
	if (key.length == 0 || name.length == 0)
		return true;
	of = &finder->cast.figures[figure];
	new = &sources->identities[sources->count];
	new->key = key;
	new->name = name;
	new->kind = of->listing != 0 && of->kind == ND_SOURCE_COUNTRY ? ND_SOURCE_COUNTRY : of->kind;
	new->role = role_text(&finder->page, of->role);
	new->first_at.start = finder->page.document->tokens[of->first].start;
	new->first_at.end = finder->page.document->tokens[of->first_end - 1].end;
	new->mentions = of->mentions;
	finder->identities[figure] = *identity = sources->count++;
	return true;
}

static bool
voice_claim(Finder *finder, const NdClaims *claims, uint32_t number)
{
	NdVoice    *voice = &finder->sources->voices[number];
	uint32_t	named = 0;

	if (!identity_of(finder, finder->referrer.figures[number], &voice->source))
		return false;
	for (uint32_t i = 0; i < voice->n_via; i++)
	{
		uint32_t	identity;

		if (!identity_of(finder, voice->via[i], &identity))
			return false;
		if (identity != ND_NONE)
			voice->via[named++] = identity;
	}
	voice->n_via = named;
	voice->parent = finder->parents[number];
	voice->manner = nd_claim_manner(finder->page.document, &claims->claims[number]);
	if (voice->source != ND_NONE)
	{
		finder->sources->identities[voice->source].claims++;
		finder->sources->identities[voice->source].denials += voice->manner.denies;
	}
	return true;
}

/* Figures that serve as sources become identities. */
static bool
make_voices(Finder *finder, const NdClaims *claims, int32_t published)
{
	const NdDocument *document = finder->page.document;

	finder->identities = nd_alloc_array(finder->arena, finder->cast.count, sizeof(uint32_t));
	finder->sources->identities = nd_alloc_array(finder->arena, finder->cast.count, sizeof(NdIdentity));
	if (finder->identities == NULL || finder->sources->identities == NULL)
		return false;
	for (uint32_t i = 0; i < finder->cast.count; i++)
		finder->identities[i] = ND_NONE;
	for (uint32_t i = 0; i < claims->count; i++)
	{
		uint32_t	parent = finder->parents[i];

		if (!voice_claim(finder, claims, i))
			return false;
		finder->sources->voices[i].said_on =
			nd_said_on(document, &claims->claims[i],
					   parent == ND_NONE ? NULL : &claims->claims[parent], published);
	}
	return true;
}

static void
mark_sources(NdPage *page, const NdClaims *claims)
{
	for (uint32_t i = 0; i < claims->count; i++)
	{
		NdPieces	source = claims->claims[i].source;

		if (source.count > 0)
			page->looks[nd_tokens_of(page->document, source.spans[0]).first] |= ND_WORD_BEGINS_SOURCE;
	}
}

static bool
refer_all(Finder *finder, const NdDocument *document, const NdClaims *claims)
{
	NdReferrer *referrer = &finder->referrer;

	finder->parents = nd_alloc_array(finder->arena, claims->count, sizeof(uint32_t));
	referrer->figures = nd_alloc_array(finder->arena, claims->count, sizeof(uint32_t));
	referrer->resolved = nd_alloc_array(finder->arena, claims->count, sizeof(bool));
	finder->sources->voices = nd_alloc_array(finder->arena, claims->count, sizeof(NdVoice));
	if (finder->parents == NULL || referrer->figures == NULL || referrer->resolved == NULL ||
		finder->sources->voices == NULL)
		return false;
	if (!nd_page_open(finder->arena, document, &finder->page))
		return false;
	mark_sources(&finder->page, claims);
	if (!nd_cast_open(finder->arena, &finder->page, &finder->cast))
		return false;
	referrer->cast = &finder->cast;
	referrer->page = &finder->page;
	referrer->claims = claims;
	referrer->parents = finder->parents;
	for (uint32_t i = 0; i < claims->count; i++)
	{
		finder->parents[i] = parent_of(claims, i);
		referrer->figures[i] = ND_NONE;
	}
	if (!nd_refer_names(referrer))
		return false;
	for (uint32_t i = 0; i < claims->count; i++)
		if (!nd_poll(finder->arena->context) || !refer_with_parents(finder, i) ||
			!nd_find_chain(referrer, i, &finder->sources->voices[i]))
			return false;
	return true;
}

bool
nd_find_sources(NdArena *arena, const NdDocument *document, const NdClaims *claims,
				int32_t published, NdSources *sources)
{
	Finder		finder = {.arena = arena, .sources = sources};

	*sources = (NdSources) {.count = 0};
	if (claims->count == 0)
		return true;
	return refer_all(&finder, document, claims) && make_voices(&finder, claims, published);
}

const char *
nd_source_kind_name(unsigned kind)
{
	static const char *const names[] = {
		"unknown", "person", "country", "organisation", "media", "anonymous", "document"
	};

	return names[kind < sizeof(names) / sizeof(names[0]) ? kind : 0];
}
