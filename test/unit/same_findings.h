/*
 * same_findings.h
 *		Whether two findings say the same.
 */
#ifndef ND_SAME_FINDINGS_H
#define ND_SAME_FINDINGS_H

#include "digest/findings.h"

#include <string.h>

static inline bool
same_text(NdText a, NdText b)
{
	return a.length == b.length && (a.length == 0 || memcmp(a.bytes, b.bytes, a.length) == 0);
}

static inline bool
same_span(NdSpan a, NdSpan b)
{
	return a.start == b.start && a.end == b.end;
}

static inline bool
same_pieces(NdPieces a, NdPieces b)
{
	bool		same = a.count == b.count;

	for (uint32_t i = 0; i < a.count && same; i++)
		same = same_span(a.spans[i], b.spans[i]);
	return same;
}

static inline bool
same_kept(const NdKept *a, const NdKept *b)
{
	bool		same = same_text(a->text, b->text) && a->n_excerpts == b->n_excerpts &&
		a->n_names == b->n_names && a->counts_bytes == b->counts_bytes;

	for (uint32_t i = 0; i < a->n_excerpts && same; i++)
		same = a->excerpts[i].start == b->excerpts[i].start &&
			a->excerpts[i].place == b->excerpts[i].place;
	for (uint32_t i = 0; i < a->n_names && same; i++)
		same = same_span(a->names[i], b->names[i]);
	return same;
}

static inline bool
same_source(const NdFoundSource *a, const NdFoundSource *b)
{
	return a->kind == b->kind && same_text(a->key, b->key) && same_text(a->name, b->name) &&
		same_text(a->role, b->role) && same_span(a->first_at, b->first_at) &&
		a->mentions == b->mentions && a->claims == b->claims && a->denials == b->denials;
}

static inline bool
same_manner(NdManner a, NdManner b)
{
	return a.stance == b.stance && a.negated == b.negated && a.denies == b.denies &&
		a.hedged == b.hedged;
}

static inline bool
same_claim(const NdFoundClaim *a, const NdFoundClaim *b)
{
	return a->number == b->number && a->parent == b->parent && a->in_title == b->in_title &&
		a->source == b->source && a->n_via == b->n_via &&
		(a->n_via == 0 || memcmp(a->via, b->via, a->n_via * sizeof(uint32_t)) == 0) &&
		same_pieces(a->source_at, b->source_at) && same_pieces(a->cue, b->cue) &&
		same_pieces(a->content, b->content) && same_manner(a->manner, b->manner) &&
		a->quote == b->quote && a->sentence == b->sentence && a->passage == b->passage &&
		a->said_on == b->said_on && a->confidence == b->confidence;
}

static inline bool
same_toll(const NdFoundToll *a, const NdFoundToll *b)
{
	return a->number == b->number && a->in_title == b->in_title &&
		memcmp(&a->value, &b->value, sizeof(a->value)) == 0 && same_span(a->at, b->at) &&
		same_span(a->victims, b->victims) && same_span(a->place, b->place) &&
		a->group == b->group && a->scope == b->scope && a->part_of == b->part_of &&
		a->negated == b->negated && a->claim == b->claim && a->sentence == b->sentence &&
		a->passage == b->passage && a->happened_from == b->happened_from &&
		a->happened_until == b->happened_until && a->confidence == b->confidence;
}

static inline bool
same_findings(const NdFindings *a, const NdFindings *b)
{
	bool		same = same_text(a->fault, b->fault) && same_kept(&a->title, &b->title) &&
		same_kept(&a->body, &b->body) && a->n_sources == b->n_sources &&
		a->n_claims == b->n_claims && a->n_tolls == b->n_tolls;

	for (uint32_t i = 0; i < a->n_sources && same; i++)
		same = same_source(&a->sources[i], &b->sources[i]);
	for (uint32_t i = 0; i < a->n_claims && same; i++)
		same = same_claim(&a->claims[i], &b->claims[i]);
	for (uint32_t i = 0; i < a->n_tolls && same; i++)
		same = same_toll(&a->tolls[i], &b->tolls[i]);
	return same;
}

#endif
