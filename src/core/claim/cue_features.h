/*
 * cue_features.h
 *		The features of a token as seen from a proposed cue.
 */
#ifndef ND_CUE_FEATURES_H
#define ND_CUE_FEATURES_H

#include "claim/features.h"

/* A run of tokens of a chunk that may be a cue. */
typedef struct NdCandidate
{
	uint32_t	first;
	uint32_t	end;
	int32_t		margin;			/* score of its best path above the best one
								 * without it; negative: below */
} NdCandidate;

/* A token as seen from the cue. */
typedef struct NdOutlook
{
	uint64_t	up;				/* relations from the token to where the ways */
	uint64_t	down;			/* meet, and from there to the cue */
	uint32_t	steps;			/* on the way up; ND_NONE: in another tree */
	uint32_t	branch;			/* last token of the way up, or ND_NONE */
	uint8_t		commas;			/* between token and cue, */
	uint8_t		cues;			/* each counted to 3 */
	uint8_t		turns;			/* places where a quotation begins or ends */
	bool		other_cue;		/* part of another candidate */
} NdOutlook;

/* The tokens that are searched for the spans of a cue, and the view of them. */
typedef struct NdCueScene
{
	const NdChunk *chunk;
	const NdCandidate *candidates;	/* all of the chunk, in their order */
	uint32_t	n_candidates;
	const NdCandidate *cue;
	uint32_t	from;			/* window: tokens of the chunk */
	uint32_t	to;
	uint32_t	head;			/* token of the cue that the others hang from */
	uint32_t	subject;		/* of the cue, or of the nearest verb above it that
								 * has one; ND_NONE */
	uint32_t	subject_steps;	/* up to that verb, capped */
	uint64_t	string;			/* hash of its words */
	uint32_t	strength;		/* its margin on a scale of eight */
	bool		cue_before;		/* other cues in its sentence */
	bool		cue_after;
	NdOutlook  *outlook;		/* of every token of the chunk; set in window
								 * and sentence of the cue */
} NdCueScene;

#define ND_WINDOW		120		/* tokens on each side of a cue, at most */

/*
 * Sets up *scene, whose chunk, candidates, n_candidates and outlook
 * (chunk->count of them) the caller has filled, for one candidate. `unit` is
 * the proposer's ND_PARAMETER_UNIT.
 */
extern void nd_cue_scene(NdCueScene *scene, uint32_t candidate, int32_t unit);

/*
 * Writes the features that a token of the window has besides those of
 * nd_token_features to out[ND_MOST_FEATURES]; returns how many.
 */
extern uint32_t nd_cue_features(const NdCueScene *scene, uint32_t token, NdFeature *out);

#endif
