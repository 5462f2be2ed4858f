/*
 * confidence.h
 *		The chance that a claim is right.
 *
 * A logistic function of what the decider knows (NdEvidence), fitted to
 * articles that the models had not seen. "Right" means what the scorer of
 * test/eval calls a full match: cue and source touch those of a person's
 * annotation, the contents have half their words or more in common.
 */
#ifndef ND_CONFIDENCE_H
#define ND_CONFIDENCE_H

#include "claim/claim.h"
#include "claim/draft.h"
#include "claim/model.h"

/* What the logistic function adds up, each with a weight of the decider. */
extern void nd_confidence_inputs(const NdClaimModel *model, const NdDraft *draft,
								 NdQuoteKind quote, int32_t inputs[ND_N_LOGITS]);

/* The chance in thousandths, 1 .. 999. */
extern uint16_t nd_confidence(const NdClaimModel *model, const int32_t inputs[ND_N_LOGITS]);

#define ND_LOGIT_ONE	(16 * 1024)	/* weight times input that is a log-odds of one */

#endif
