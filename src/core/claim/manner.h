/*
 * manner.h
 *		How a claim is made: what its cue does, whether the attribution or the
 *		content is denied, how sure it sounds.
 */
#ifndef ND_MANNER_H
#define ND_MANNER_H

#include "claim/claim.h"

/* The values are on disk later: append only. */
typedef enum NdStance
{
	ND_STATE,
	ND_AFFIRM,
	ND_DENY,
	ND_CONCEDE,
	ND_ACCUSE,
	ND_DEMAND,
	ND_PROMISE,
	ND_WARN,
	ND_BELIEVE,
	ND_QUESTION,
	ND_SUPPORT,
	ND_N_STANCES
} NdStance;

typedef struct NdManner
{
	NdStance	stance;			/* of the cue without its "not" */
	bool		negated;		/* the attribution is: "did not confirm" */
	bool		denies;			/* the source holds the content untrue, or refuses it */
	bool		hedged;			/* said with reserve, or only hearsay */
} NdManner;

/* Reads the cue, and the content's main clause, of one claim. Cannot fail. */
extern NdManner nd_claim_manner(const NdDocument *document, const NdClaim *claim);

/* "state", "affirm", ...; "state" for a number that is none. */
extern const char *nd_stance_name(unsigned stance);

/* "certain" for 0, else "hedged". */
extern const char *nd_certainty_name(unsigned hedged);

#endif
