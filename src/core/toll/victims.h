/*
 * victims.h
 *		The noun that a number counts.
 */
#ifndef ND_VICTIMS_H
#define ND_VICTIMS_H

#include "toll/scene.h"

/* Tokens of a scene; first = end where the noun is left out ("and five wounded"). */
typedef struct NdVictims
{
	uint32_t	first;
	uint32_t	end;			/* after the noun */
	uint32_t	head;			/* the noun, or ND_NONE */
	uint32_t	after;			/* the token after all that was read */
	bool		of_pronoun;		/* "three of them", "of whom" */
	bool		of_group;		/* "eight of the dead", "40 of the 130 hostages" */
	uint32_t	whole;			/* the number of that group, or ND_NONE */
	bool		more;			/* "three more" */
} NdVictims;

extern void nd_find_victims(const NdScene *scene, const NdNumber *number, NdVictims *victims);

/* Reads a noun phrase without article from `at` on; returns its end. */
extern uint32_t nd_noun_phrase_end(const NdScene *scene, uint32_t at);

/* Whether a word after a number cannot be for people. */
extern bool nd_is_thing(const NdScene *scene, const NdVictims *victims);

/*
 * Whether the noun is one for people: by the lists or by its ending; surely,
 * without the endings that things have too (cruiser).
 */
extern bool nd_is_people(const NdScene *scene, uint32_t head, bool surely);

#endif
