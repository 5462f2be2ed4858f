/*
 * model_writer.h
 *		Writes trained weights in the form that claim/model.c reads.
 */
#ifndef TRAIN_MODEL_WRITER_H
#define TRAIN_MODEL_WRITER_H

#include "claim/model.h"
#include "claims/crf.h"

#define SCORE_UNIT	40			/* score that a weight of one becomes */
#define BUCKET_BITS	15

/* Sets keep[number] for the features with the largest weights in each bucket. */
extern void model_choose(const CrfTrainer *trainer, const FeatureTable *table, bool *keep);

/*
 * Writes all rows, at most as many to a bucket as model_choose leaves there.
 * The file is written whole or not at all (under another name first).
 */
extern void model_write(const char *path, NdClaimModelKind kind, const CrfTrainer *trainer,
						const FeatureTable *table, const int32_t parameters[ND_N_PARAMETERS]);

/* Writes a copy of an open model with other parameters. */
extern void model_copy(const char *path, NdClaimModelKind kind, const NdCrf *model,
					   const int32_t parameters[ND_N_PARAMETERS]);

#endif
