/*
 * draft.h
 *		The numbers of a sentence on their way to tolls.
 */
#ifndef ND_TOLL_DRAFT_H
#define ND_TOLL_DRAFT_H

#include "toll/harm.h"

typedef struct NdTollDraft
{
	const NdNumber *number;
	NdVictims	victims;
	NdHarm		harm;
	bool		countable;		/* can be a number of people at all */
	bool		whole;			/* the 130 of "40 of the 130 hostages" */
	bool		subset;
	uint32_t	part_of;		/* draft of the same sentence, or ND_NONE */
	uint32_t	part_of_toll;	/* toll of an earlier sentence, or ND_NONE */
	uint32_t	toll;			/* the toll it became, or ND_NONE */
} NdTollDraft;

typedef struct NdTollDrafts
{
	const NdScene *scene;
	NdTollDraft *drafts;		/* one for each number of the scene */
	uint32_t	count;
	const NdTolls *before;		/* tolls of the sentences before */
	uint32_t	near_before;	/* the first of them that is near enough to be
								 * spoken of here */
} NdTollDrafts;

/* Fills the drafts of a scene: countable, victims, harm (draft.c). */
extern bool nd_toll_drafts(NdArena *arena, const NdScene *scene, const NdTolls *before,
						   uint32_t near_before, NdTollDrafts *drafts);

/* Completes them from the figures around: lists, parts, earlier figures (relate.c). */
extern void nd_relate_tolls(NdTollDrafts *drafts);

/* Incident, cumulative, planned or hypothetical (scope.c). */
extern NdScope nd_toll_scope(const NdScene *scene, const NdTollDraft *draft);

/* Whether the sentence says that the figure is not so (scope.c). */
extern bool nd_toll_is_denied(const NdScene *scene, const NdTollDraft *draft);

#endif
