/*
 * promises.h
 *		Whether findings keep what findings.h promises: for tests and fuzzing.
 */
#ifndef ND_PROMISES_H
#define ND_PROMISES_H

#include "digest/findings.h"
#include "digest/kept.h"

#include <string.h>

/* The promise that is broken, or NULL: a condition as text. */
#define PROMISED(condition) \
	do { \
		if (!(condition)) \
			return #condition; \
	} while (0)

static inline bool
in_one_excerpt(const NdKept *kept, NdSpan at)
{
	if (nd_span_empty(at) || at.end > kept->text.length ||
		!nd_begins_character(kept->text, at.start) || nd_parts_character(kept->text, at.end))
		return false;
	return nd_span_contains(nd_excerpt_span(kept, nd_excerpt_at(kept, at.start)), at);
}

static inline bool
is_day(int32_t day)
{
	return day == ND_NO_DATE || (day >= ND_FIRST_DAY && day <= ND_LAST_DAY);
}

static inline const char *
broken_in_kept(const NdKept *kept)
{
	PROMISED((kept->n_excerpts == 0) == (kept->text.length == 0));
	for (uint32_t i = 0; i < kept->n_excerpts; i++)
	{
		NdSpan		at = nd_excerpt_span(kept, i);
		NdSpan		place;

		PROMISED(i > 0 || at.start == 0);
		PROMISED(at.start < at.end && at.end <= kept->text.length);
		PROMISED(nd_begins_character(kept->text, at.start));
		place = nd_kept_place(kept, at);
		PROMISED(place.start == kept->excerpts[i].place && place.end <= INT32_MAX);
		PROMISED(place.start <= place.end);
		PROMISED(i == 0 ||
				 nd_kept_place(kept, nd_excerpt_span(kept, i - 1)).end < place.start);
	}
	for (uint32_t i = 0; i < kept->n_names; i++)
	{
		PROMISED(kept->names[i].start < kept->names[i].end &&
				 nd_span_contains(nd_excerpt_span(kept, nd_excerpt_at(kept, kept->names[i].start)),
								  kept->names[i]));
		PROMISED(i == 0 || kept->names[i - 1].end <= kept->names[i].start);
	}
	return NULL;
}

static inline const char *
broken_in_source(const NdFoundSource *source)
{
	PROMISED(source->kind <= ND_SOURCE_DOCUMENT);
	PROMISED(source->key.length > 0 && source->name.length > 0);
	PROMISED(source->first_at.start < source->first_at.end ||
			 (source->first_at.start == 0 && source->first_at.end == 0));
	PROMISED(source->first_at.end <= INT32_MAX && source->mentions <= INT32_MAX);
	PROMISED(source->denials <= source->claims);
	return NULL;
}

static inline const char *
broken_in_pieces(const NdKept *kept, NdPieces pieces)
{
	for (uint32_t i = 0; i < pieces.count; i++)
	{
		PROMISED(in_one_excerpt(kept, pieces.spans[i]));
		PROMISED(i == 0 || pieces.spans[i - 1].end <= pieces.spans[i].start);
	}
	return NULL;
}

static inline const char *
broken_in_claim(const NdFindings *findings, const NdFoundClaim *claim)
{
	const NdKept *kept = nd_kept_of(findings, claim->in_title);
	const char *broken;

	PROMISED(claim->number > 0 && claim->number <= INT32_MAX);
	PROMISED(nd_find_claim(findings, claim->number) == claim);
	PROMISED(claim->parent != claim->number && claim->parent <= INT32_MAX);
	PROMISED(claim->source == ND_NONE || claim->source < findings->n_sources);
	for (uint32_t i = 0; i < claim->n_via; i++)
		PROMISED(claim->via[i] < findings->n_sources);
	PROMISED(claim->manner.stance < ND_N_STANCES && claim->quote <= ND_INDIRECT);
	PROMISED(claim->sentence > 0 && claim->sentence <= INT32_MAX);
	PROMISED(claim->passage <= ND_BOILERPLATE && claim->confidence <= 1000);
	PROMISED(is_day(claim->said_on));
	if ((broken = broken_in_pieces(kept, claim->source_at)) == NULL &&
		(broken = broken_in_pieces(kept, claim->cue)) == NULL)
		broken = broken_in_pieces(kept, claim->content);
	return broken;
}

static inline const char *
broken_in_toll(const NdFindings *findings, const NdFoundToll *toll)
{
	const NdKept *kept = nd_kept_of(findings, toll->in_title);
	const NdFoundClaim *claim = nd_find_claim(findings, toll->claim);

	PROMISED(toll->number > 0 && toll->number <= INT32_MAX);
	PROMISED(nd_toll_fault(&toll->value) == NULL);
	PROMISED(in_one_excerpt(kept, toll->at));
	PROMISED(nd_span_empty(toll->victims) || in_one_excerpt(kept, toll->victims));
	PROMISED(nd_span_empty(toll->place) || in_one_excerpt(kept, toll->place));
	PROMISED(toll->group < ND_VICTIM_GROUPS && toll->scope <= ND_HYPOTHETICAL);
	PROMISED(toll->part_of != toll->number && toll->part_of <= INT32_MAX);
	PROMISED((toll->claim == 0) == (claim == NULL));
	PROMISED(claim == NULL || claim->in_title == toll->in_title);
	PROMISED(claim == NULL || claim->content.count > 0 || claim->sentence == toll->sentence);
	PROMISED(claim == NULL || claim->content.count == 0 ||
			 (toll->at.start >= claim->content.spans[0].start &&
			  toll->at.start < claim->content.spans[claim->content.count - 1].end));
	PROMISED(toll->sentence > 0 && toll->sentence <= INT32_MAX);
	PROMISED(toll->passage <= ND_BOILERPLATE && toll->confidence <= 1000);
	PROMISED(is_day(toll->happened_from) && is_day(toll->happened_until));
	return NULL;
}

/* Whether claims and tolls are in order, and of an article numbered without gaps. */
static inline const char *
broken_in_order(const NdFindings *findings, bool one_claim)
{
	for (uint32_t i = 0; i < findings->n_claims; i++)
	{
		PROMISED(one_claim || findings->claims[i].number == i + 1);
		PROMISED(one_claim || findings->claims[i].parent <= findings->n_claims);
		PROMISED(i == 0 || findings->claims[i - 1].in_title || !findings->claims[i].in_title);
	}
	for (uint32_t i = 0; i < findings->n_tolls; i++)
	{
		const NdFoundToll *toll = &findings->tolls[i];

		PROMISED(one_claim || toll->number == i + 1);
		PROMISED(one_claim || toll->part_of <= findings->n_tolls);
		PROMISED(i == 0 || toll[-1].number < toll->number);
		PROMISED(i == 0 || toll[-1].in_title || !toll->in_title);
		PROMISED(i == 0 || toll[-1].in_title != toll->in_title ||
				 (toll[-1].at.start <= toll->at.start && toll[-1].sentence <= toll->sentence));
	}
	return NULL;
}

static inline const char *
broken_promise(const NdFindings *findings, bool one_claim)
{
	const char *broken = NULL;

	if (findings->fault.length > 0)
	{
		PROMISED(findings->n_sources + findings->n_claims + findings->n_tolls == 0);
		PROMISED(findings->title.text.length + findings->body.text.length == 0);
		return NULL;
	}
	PROMISED(!one_claim || findings->n_claims == 1);
	if ((broken = broken_in_kept(&findings->title)) == NULL &&
		(broken = broken_in_kept(&findings->body)) == NULL)
		broken = broken_in_order(findings, one_claim);
	for (uint32_t i = 0; i < findings->n_sources && broken == NULL; i++)
		broken = broken_in_source(&findings->sources[i]);
	for (uint32_t i = 0; i < findings->n_claims && broken == NULL; i++)
		broken = broken_in_claim(findings, &findings->claims[i]);
	for (uint32_t i = 0; i < findings->n_tolls && broken == NULL; i++)
		broken = broken_in_toll(findings, &findings->tolls[i]);
	return broken;
}

#endif
