/*
 * toll.h
 *		Casualty figures of a document: how many, of whom, what became of them,
 *		as reported by whom.
 */
#ifndef ND_TOLL_H
#define ND_TOLL_H

#include "claim/claim.h"
#include "language/date.h"
#include "toll/value.h"

/* The values are on disk later: append only. */
typedef enum NdScope
{
	ND_INCIDENT,				/* one event, however long its count goes on */
	ND_CUMULATIVE,				/* a period, a war, an epidemic as a whole */
	ND_SUBSET,					/* a part of another figure */
	ND_PLANNED,
	ND_HYPOTHETICAL
} NdScope;

typedef enum NdVictimGroup
{
	ND_NO_GROUP,
	ND_CIVILIANS,
	ND_COMBATANTS,
	ND_CHILDREN,
	ND_WOMEN,
	ND_MEDICS,
	ND_JOURNALISTS,
	ND_AID_WORKERS,
	ND_POLICE,
	ND_HOSTAGES,
	ND_PRISONERS
} NdVictimGroup;

#define ND_VICTIM_GROUPS	(ND_PRISONERS + 1)

typedef struct NdToll
{
	NdTollValue value;
	NdSpan		at;				/* number, hedge, "another" */
	NdSpan		victims;		/* the noun with its adjectives; may be empty */
	NdSpan		place;			/* where the sentence says; may be empty */
	int32_t		happened_from;	/* days since 1970-01-01, both of them included; */
	int32_t		happened_until;	/* ND_NO_DATE where that end is not known */
	NdVictimGroup group;
	NdScope		scope;
	uint32_t	part_of;		/* toll of the same list, or ND_NONE */
	bool		negated;		/* the text says that it is not so */
	uint32_t	claim;			/* that reports it, or ND_NONE */
	uint32_t	sentence;
	uint16_t	confidence;		/* chance that the figure is right, in thousandths */
	uint32_t	grounds;		/* entry of toll_reliability.txt that it comes from,
								 * or UINT32_MAX */
} NdToll;

/* In text order. */
typedef struct NdTolls
{
	NdToll	   *tolls;
	uint32_t	count;
} NdTolls;

/*
 * Finds the tolls of a document whose tokens have tags and heads. `claims` are
 * those of the document, for who reports and who denies; NULL where nobody
 * asks. `published` counts days since 1970-01-01, or is ND_NO_DATE: "on Tuesday"
 * is a day only for those who know it. Allocated in `arena`. Time is linear in the text. False with an error
 * in the arena's context.
 */
extern bool nd_find_tolls(NdArena *arena, const NdDocument *document,
						  const NdClaims *claims, int32_t published, NdTolls *tolls);

/* NUL-terminated, "?" for a number that is none; NULL for ND_NO_GROUP. */
extern const char *nd_scope_name(unsigned scope);
extern const char *nd_victim_group_name(unsigned group);

#endif
