/*
 * model.h
 *		The weights of the two models of attribution.
 *
 * A model is a linear-chain CRF over the states of states.h: a row of one
 * weight per state for each feature, and a weight for each transition. A file
 * holds, little-endian:
 *
 *		header		magic "NDCLAIM2", u32 kind, u32 states, u32 bits,
 *					u32 parameters, u64 checksum of all that follows
 *		i32			transitions[1 + states][states], row 0 from the start
 *		i32			parameters (meaning: NdClaimParameter)
 *		padding		to a multiple of 64
 *		rows		buckets[2^bits][4]: i8 weight[states], u32 feature
 *
 * The upper bits of a feature choose its bucket of four rows, which fills a
 * line of the cache: one look into memory tells whether there is a row. The
 * training program keeps the four features of each bucket that matter most.
 * The file is read in place, byte by byte, so neither the alignment nor the
 * byte order of the machine matters.
 */
#ifndef ND_CLAIM_MODEL_H
#define ND_CLAIM_MODEL_H

#include "base/context.h"
#include "claim/states.h"

typedef uint32_t NdFeature;		/* a hash of a template and what it saw */

#define ND_ROW_BYTES	16
#define ND_BUCKET_ROWS	4

#define ND_FORBIDDEN	(-100000000)	/* score of what may not be */

typedef enum NdClaimModelKind
{
	ND_PROPOSER = 1,			/* proposes cues, and spans for all at once */
	ND_DECIDER = 2				/* finds the spans of one proposed cue */
} NdClaimModelKind;

typedef enum NdClaimParameter
{
	ND_PARAMETER_UNIT,			/* score that stands for a log-odds of one */
	ND_PARAMETER_CANDIDATE,		/* proposer: a cue may score so much less than
								 * the best path and still be a candidate */
	ND_PARAMETER_CUE_BIAS,		/* added to the score of the beginning of a cue */
	ND_PARAMETER_LOGIT,			/* first of ND_N_LOGITS: how sure a claim is
								 * (confidence.c) */
	ND_N_LOGITS = 16,
	ND_N_PARAMETERS = ND_PARAMETER_LOGIT + ND_N_LOGITS
} NdClaimParameter;

typedef struct NdCrf
{
	const unsigned char *buckets;	/* NULL: there is no such model */
	uint32_t	bits;
	int32_t		transitions[1 + ND_N_STATES][ND_N_STATES];
	int32_t		parameters[ND_N_PARAMETERS];
} NdCrf;

typedef struct NdClaimModel
{
	NdCrf		proposer;
	NdCrf		decider;
} NdClaimModel;

/*
 * Checks both files (either may be absent: length 0) and points *model into
 * them; they must outlive it. False with ND_DAMAGED when a check fails.
 */
extern bool nd_claim_model_open(NdContext *context,
								const unsigned char *proposer, size_t proposer_length,
								const unsigned char *decider, size_t decider_length,
								NdClaimModel *model);

/* Adds the weights of features to the score of each state. */
extern void nd_crf_add(const NdCrf *crf, const NdFeature *features, uint32_t count,
					   int32_t scores[ND_N_STATES]);

#endif
