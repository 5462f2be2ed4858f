/*
 * sought.h
 *		Where the terms of each field are sought in findings: the same words and
 *		values for matching and for index keys.
 */
#ifndef ND_QUERY_SOUGHT_H
#define ND_QUERY_SOUGHT_H

#include "query/query.h"
#include "query/words.h"

/* How words are equal, besides as they stand. */
typedef enum NdStemming
{
	ND_AS_THEY_STAND,
	ND_BY_STEM_BUT_NAMES,		/* the words tagged as names only as they stand */
	ND_BY_STEM
} NdStemming;

/*
 * Gets all words of one place, to be read from the beginning; the whole value
 * is all of them, and words in a row are sought within it. True ends the visit.
 */
typedef bool (*NdVisitWords) (void *owner, NdWordReader *words, NdStemming stemming);

/*
 * Visits the places of content, source, via, cue or victims, each of its own:
 * of a claim without its figures, and of a figure. True when a visit was ended.
 */
extern bool nd_visit_claim(const NdFindings *findings, const NdFoundClaim *claim, NdField field,
						   NdVisitWords visit, void *owner);
extern bool nd_visit_toll(const NdFindings *findings, const NdFoundToll *toll, NdField field,
						  NdVisitWords visit, void *owner);

/* The value of kind, stance, quote, certainty or passage, see nd_value_name. */
extern unsigned nd_value_of_field(const NdFindings *findings, const NdFoundClaim *claim, NdField field);

#endif
