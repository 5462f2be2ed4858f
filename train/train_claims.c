/*
 * train_claims.c
 *		Makes the weights of attribution.
 *
 *		train_claims proposer  CORPUS MODELS OUT [FOLD]
 *		train_claims decider   CORPUS MODELS PREFIX OUT [FOLD]
 *		train_claims calibrate CORPUS MODELS PREFIX DECIDER OUT
 *		train_claims predict   CORPUS MODELS PROPOSER DECIDER [FOLD]
 *
 * CORPUS is what attribution.py writes, MODELS the folder of tagger.bin and
 * parser.bin. With FOLD (0 .. 3) a model learns from the articles of the other
 * folds only, and predict reads that fold only. PREFIX-proposer-K.bin and
 * PREFIX-decider-K.bin are the models that have not seen fold K.
 */
#include "claims/calibrate.h"
#include "claims/corpus.h"
#include "claims/examples.h"
#include "claims/memory.h"
#include "claims/model_writer.h"

#include "claim/claim.h"

#include <string.h>

#define SEED				20161107
#define LEAST_SEEN			3	/* rarer features are not worth a row */
#define TRIAL_PASSES		3
#define ROUNDS				3	/* trainings that the final decider is the mean of */

static const CrfOptions proposer_options = {.passes = 8, .rate = 0.025f, .decay = 1e-6f, .seed = SEED};
static const CrfOptions decider_options = {.passes = 10, .rate = 0.025f, .decay = 1e-6f, .seed = SEED};

static const int32_t first_parameters[ND_N_PARAMETERS] = {
	[ND_PARAMETER_UNIT] = SCORE_UNIT,
	[ND_PARAMETER_CANDIDATE] = SCORE_UNIT * 14 / 10,
	[ND_PARAMETER_CUE_BIAS] = 0
};

/* Opens the models of a fold; an absent decider is left out. */
static NdClaimModel
open_models(Corpus *corpus, const char *proposer, const char *decider)
{
	NdClaimModel model;
	NdBlob		files[2] = {{NULL, 0}, {NULL, 0}};

	files[0].bytes = file_read(proposer, &files[0].length);
	if (decider)
		files[1].bytes = file_read(decider, &files[1].length);
	if (!nd_claim_model_open(&corpus->context, files[0].bytes, files[0].length,
							 files[1].bytes, files[1].length, &model))
	{
		fprintf(stderr, "%s, %s: %s\n", proposer, decider ? decider : "-", corpus->context.message);
		exit(1);
	}
	return model;
}

static NdClaimModel
open_fold(Corpus *corpus, const char *prefix, uint32_t fold, bool decider)
{
	char		proposer_path[1024];
	char		decider_path[1024];

	snprintf(proposer_path, sizeof(proposer_path), "%s-proposer-%u.bin", prefix, fold);
	snprintf(decider_path, sizeof(decider_path), "%s-decider-%u.bin", prefix, fold);
	return open_models(corpus, proposer_path, decider ? decider_path : NULL);
}

/*
 * A short training finds out which features matter; the real one has only
 * these, so that nothing it learns is thrown away afterwards.
 */
static void
train(Examples *examples, NdClaimModelKind kind, CrfOptions options, uint32_t rounds,
	  const char *out)
{
	CrfOptions	trial = options;
	FeatureTable table;
	CrfTrainer	trainer;
	bool	   *keep;

	examples_number(examples, LEAST_SEEN, &table);
	fprintf(stderr, "%u sequences, %u tokens, %u features (%u seen less than %u times)\n",
			examples->n_sequences, examples->n_positions, table.count,
			table.used - table.count, LEAST_SEEN);
	trial.passes = TRIAL_PASSES;
	crf_train(&trainer, examples, table.count, trial);
	keep = must_clear(table.count, sizeof(bool));
	model_choose(&trainer, &table, keep);
	crf_free(&trainer);
	examples_restrict(examples, keep, &table);
	free(keep);
	crf_train_mean(&trainer, examples, table.count, options, rounds);
	model_write(out, kind, &trainer, &table, first_parameters);
}

static uint32_t
fold_argument(int argc, char **argv, int at)
{
	return argc > at ? (uint32_t) strtoul(argv[at], NULL, 10) : ALL_FOLDS;
}

static void
train_proposer(Corpus *corpus, const char *out, uint32_t left_out)
{
	Examples	examples;

	proposer_examples(corpus, left_out, &examples);
	train(&examples, ND_PROPOSER, proposer_options, 1, out);
}

static void
train_decider(Corpus *corpus, const char *prefix, const char *out, uint32_t left_out)
{
	Examples	examples;
	NdCrf		proposers[FOLDS];

	for (uint32_t fold = 0; fold < FOLDS; fold++)
		proposers[fold] = open_fold(corpus, prefix, fold, false).proposer;
	decider_examples(corpus, proposers, left_out, &examples);
	train(&examples, ND_DECIDER, decider_options,
		  left_out == ALL_FOLDS ? ROUNDS : 1, out);
}

static void
calibrate_decider(Corpus *corpus, const char *prefix, const char *decider, const char *out)
{
	NdClaimModel folds[FOLDS];
	NdClaimModel model;
	char		any[1024];

	for (uint32_t fold = 0; fold < FOLDS; fold++)
		folds[fold] = open_fold(corpus, prefix, fold, true);
	snprintf(any, sizeof(any), "%s-proposer-0.bin", prefix);
	model = open_models(corpus, any, decider);
	calibrate(corpus, folds, model.decider.parameters);
	model_copy(out, ND_DECIDER, &model.decider, model.decider.parameters);
}

static void
print_pieces(const NdCharacters *characters, const char *name, const NdPieces *pieces)
{
	printf("\"%s\": [", name);
	for (uint32_t i = 0; i < pieces->count; i++)
		printf("%s[%u, %u]", i > 0 ? ", " : "",
			   nd_character_at(characters, pieces->spans[i].start),
			   nd_character_at(characters, pieces->spans[i].end));
	printf("]");
}

static void
predict_article(Corpus *corpus, const GoldArticle *article)
{
	NdCharacters characters;
	NdClaims	claims;

	if (!nd_characters_init(&corpus->arena, article->text, &characters) ||
		!nd_find_claims(&corpus->arena, &corpus->engine, &article->document, &claims))
	{
		fprintf(stderr, "%s: %s\n", article->id, corpus->context.message);
		exit(1);
	}
	printf("{\"id\": \"%s\", \"attributions\": [", article->id);
	for (uint32_t i = 0; i < claims.count; i++)
	{
		const NdClaim *claim = &claims.claims[i];

		printf("%s{", i > 0 ? ", " : "");
		print_pieces(&characters, "source", &claim->source);
		printf(", ");
		print_pieces(&characters, "cue", &claim->cue);
		printf(", ");
		print_pieces(&characters, "content", &claim->content);
		printf(", \"quote\": %d, \"confidence\": %u}", (int) claim->quote, claim->confidence);
	}
	printf("]}\n");
}

static void
predict(Corpus *corpus, uint32_t only)
{
	for (uint32_t i = 0; i < corpus->count; i++)
		if (only == ALL_FOLDS || corpus->articles[i].fold == only)
			predict_article(corpus, &corpus->articles[i]);
}

int
main(int argc, char **argv)
{
	Corpus		corpus;

	if (argc < 5)
	{
		fprintf(stderr, "usage: see the head of train_claims.c\n");
		return 1;
	}
	corpus_read(&corpus, argv[2], argv[3]);
	fprintf(stderr, "%u articles\n", corpus.count);
	if (strcmp(argv[1], "proposer") == 0)
		train_proposer(&corpus, argv[4], fold_argument(argc, argv, 5));
	else if (strcmp(argv[1], "decider") == 0 && argc > 5)
		train_decider(&corpus, argv[4], argv[5], fold_argument(argc, argv, 6));
	else if (strcmp(argv[1], "calibrate") == 0 && argc > 6)
		calibrate_decider(&corpus, argv[4], argv[5], argv[6]);
	else if (strcmp(argv[1], "predict") == 0 && argc > 5)
	{
		corpus.engine.claims = open_models(&corpus, argv[4], argv[5]);
		predict(&corpus, fold_argument(argc, argv, 6));
	}
	return fflush(stdout) != 0;
}
