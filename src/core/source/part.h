/*
 * part.h
 *		One part of a noun phrase: an article, a noun group or a name, and what
 *		follows it.
 */
#ifndef ND_PART_H
#define ND_PART_H

#include "source/phrase.h"

/* A part of a phrase: article, noun group, what follows it. */
typedef struct NdPart
{
	NdRange		all;
	NdRange		base;			/* the noun group without article and number */
	bool		definite;
	bool		article;		/* "the" stands right before the base */
	NdReach		possessor;		/* "his", "their"; ND_REACH_NOBODY */
	NdRange		owner;			/* "Netanyahu" of "Netanyahu's office" */
	NdPhrase	name;			/* form NOTHING when the base is no name */
} NdPart;

/* Reads the tokens of a part, without comma or bracket. */
extern void nd_read_part(const NdPage *page, NdRange range, NdPart *part);

/* Whether a token has a letter or a digit. */
extern bool nd_part_has_text(const NdPage *page, uint32_t token);

/* Whether a token is the 's of a possessive. */
extern bool nd_part_is_possessive(const NdPage *page, uint32_t token);

/* Whom the words may stand for, if they are a pronoun; else ND_REACH_NOBODY. */
extern NdReach nd_reach_of(const NdPage *page, NdRange words);

/* Whether a word is a noun for persons or a title. */
extern bool nd_is_person_noun(const NdPage *page, uint32_t token);

/* Whether a word is a noun for bodies, or marks a name as one's. */
extern bool nd_is_body_noun(const NdPage *page, uint32_t token);

#endif
