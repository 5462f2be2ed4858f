/*
 * harm.h
 *		What became of the people that a number counts.
 */
#ifndef ND_HARM_H
#define ND_HARM_H

#include "toll/victims.h"

/* How a kind was found. */
typedef enum NdHarmFrom
{
	ND_FROM_NOTHING,
	ND_FROM_STATE,				/* right after the people: "9 dead" */
	ND_FROM_PREDICATE,			/* "... were killed", "... died" */
	ND_FROM_VERB,				/* before: "killing 9" */
	ND_FROM_NOUN,				/* "9 deaths" */
	ND_FROM_EVENT,				/* "the release of 33 hostages" */
	ND_FROM_TOLL,				/* "the death toll rose to 9" */
	ND_FROM_NEIGHBOUR			/* from the figure it is joined to */
} NdHarmFrom;

typedef struct NdHarm
{
	uint8_t		kind;			/* ND_NO_KIND where none was found */
	NdHarmFrom	from;
	uint32_t	word;			/* token of the scene that says it, or ND_NONE */
	uint32_t	noun;			/* of a predicate noun ("were fighters"), or ND_NONE */
} NdHarm;

/* Decides from the sentence alone, without the figures around. */
extern void nd_find_harm(const NdScene *scene, const NdNumber *number,
						 const NdVictims *victims, NdHarm *harm);

#endif
