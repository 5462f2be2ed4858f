/*
 * calibrate.h
 *		Fits the confidence of claims.
 */
#ifndef TRAIN_CLAIM_CALIBRATE_H
#define TRAIN_CLAIM_CALIBRATE_H

#include "claims/corpus.h"

/*
 * Finds claims in every article with the models of its fold, which have not
 * seen it, and fits the weights of confidence.c to which of them are right.
 * Writes them to parameters[ND_PARAMETER_LOGIT ...]. A fold without models is
 * left out.
 */
extern void calibrate(Corpus *corpus, const NdClaimModel models[FOLDS],
					  int32_t parameters[ND_N_PARAMETERS]);

#endif
