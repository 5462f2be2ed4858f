/*
 * crf.h
 *		Trains a linear-chain conditional random field (Lafferty, McCallum and
 *		Pereira, 2001) over the states of claim/states.h.
 *
 * Stochastic gradient steps scaled by AdaGrad (Duchi, Hazan and Singer,
 * 2011), one sequence at a time. At each step every feature of a token is left
 * out with a chance of one half (Srivastava et al., "Dropout", 2014): many
 * features say nearly the same, and without this the model learns the
 * articles by heart.
 */
#ifndef TRAIN_CRF_H
#define TRAIN_CRF_H

#include "claims/feature_table.h"

/* A token: two lists of feature numbers, since most lists are shared. */
typedef struct Position
{
	const uint32_t *features[2];
	uint16_t	counts[2];
	uint8_t		state;			/* NdState */
} Position;

typedef struct Sequence
{
	uint32_t	first;			/* position */
	uint32_t	count;
} Sequence;

typedef struct Examples
{
	Position   *positions;
	Sequence   *sequences;
	uint32_t	n_positions;
	uint32_t	n_sequences;
	uint32_t	position_room;
	uint32_t	sequence_room;
} Examples;

/* The weights of a feature and the squares of its gradients so far. */
typedef struct CrfRow
{
	float		weight[ND_N_STATES];
	float		square[ND_N_STATES];
	float		drift[ND_N_STATES];	/* changes times their step; for the mean */
} CrfRow;

typedef struct CrfTrainer
{
	CrfRow	   *rows;			/* by number of the feature */
	CrfRow		transitions[1 + ND_N_STATES];
	uint32_t	n_rows;
} CrfTrainer;

typedef struct CrfOptions
{
	uint32_t	passes;
	float		rate;			/* falls to a tenth of it */
	float		decay;			/* L2 */
	uint64_t	seed;
} CrfOptions;

/*
 * The trained weights are means over the second half of the training (Polyak
 * and Juditsky, 1992), for all features present: already halved.
 */
extern void crf_train(CrfTrainer *trainer, const Examples *examples,
					  uint32_t n_features, CrfOptions options);

/*
 * The mean of `rounds` trainings with seeds that follow each other: what they
 * disagree on is chance.
 */
extern void crf_train_mean(CrfTrainer *trainer, const Examples *examples,
						   uint32_t n_features, CrfOptions options, uint32_t rounds);

extern void crf_free(CrfTrainer *trainer);

#endif
