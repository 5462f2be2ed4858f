/*
 * calibrate.c
 *		Fits the confidence of claims: logistic regression by gradient steps.
 */
#include "claims/calibrate.h"

#include "claim/confidence.h"
#include "claim/search.h"
#include "claim/speaker.h"
#include "claims/memory.h"

#include <math.h>

typedef struct Trial
{
	int32_t		inputs[ND_N_LOGITS];
	bool		right;
} Trial;

typedef struct Trials
{
	Trial	   *trials;
	uint32_t	count;
} Trials;

static uint32_t
common_tokens(const NdChunk *chunk, const NdDraft *draft, NdRole role, const TokenSet *set)
{
	uint32_t	common = 0;

	for (uint32_t i = 0; i < set->count; i++)
		if (set->tokens[i] >= chunk->first_token &&
			nd_draft_role(draft, set->tokens[i] - chunk->first_token) == role)
			common++;
	return common;
}

static uint32_t
role_tokens(const NdDraft *draft, NdRole role)
{
	uint32_t	n = 0;

	for (uint32_t i = 0; i < draft->count; i++)
		n += draft->roles[i] == role;
	return n;
}

static bool
touches(const NdChunk *chunk, const NdDraft *draft, NdRole role, const GoldClaim *claim)
{
	const TokenSet *set = &claim->roles[role];

	if (set->count == 0 || role_tokens(draft, role) == 0)
		return set->count == 0 && role_tokens(draft, role) == 0;
	return common_tokens(chunk, draft, role, set) > 0;
}

/*
 * The annotators of the corpus took a quotation without a cue for a piece of
 * an earlier claim, so it is right when all of it is part of one.
 */
static bool
is_right_alone(const GoldArticle *article, const NdChunk *chunk, const NdDraft *draft)
{
	for (uint32_t i = 0; i < article->n_claims; i++)
		if (common_tokens(chunk, draft, ND_ROLE_CONTENT, &article->claims[i].roles[ND_ROLE_CONTENT]) ==
			role_tokens(draft, ND_ROLE_CONTENT))
			return true;
	return false;
}

/* Cue and source touch, contents have half their tokens in common. */
static bool
is_right(const GoldArticle *article, const NdChunk *chunk, const NdDraft *draft)
{
	for (uint32_t i = 0; i < article->n_claims; i++)
	{
		const GoldClaim *claim = &article->claims[i];
		uint32_t	common = common_tokens(chunk, draft, ND_ROLE_CONTENT, &claim->roles[ND_ROLE_CONTENT]);
		uint32_t	all = role_tokens(draft, ND_ROLE_CONTENT) +
			claim->roles[ND_ROLE_CONTENT].count - common;

		if (2 * common >= all && touches(chunk, draft, ND_ROLE_CUE, claim) &&
			touches(chunk, draft, ND_ROLE_SOURCE, claim))
			return true;
	}
	return false;
}

static void
try_chunk(const GoldArticle *article, const NdClaimModel *model, const NdChunk *chunk,
		  const NdDrafts *drafts, Trials *trials)
{
	for (uint32_t i = 0; i < drafts->count; i++)
	{
		const NdDraft *draft = &drafts->drafts[i];
		Trial	   *trial;

		trials->trials = must_grow(trials->trials, trials->count + 1, sizeof(Trial));
		trial = &trials->trials[trials->count++];
		nd_confidence_inputs(model, draft, nd_draft_quote(chunk, draft), trial->inputs);
		trial->right = draft->floating ? is_right_alone(article, chunk, draft) :
			is_right(article, chunk, draft);
	}
}

static void
try_article(Corpus *corpus, const GoldArticle *article, const NdClaimModel *model, Trials *trials)
{
	uint8_t    *labels = nd_find_speakers(&corpus->arena, &article->document);
	uint32_t	sentence = 0;

	while (labels && sentence < article->document.n_sentences)
	{
		NdMark		mark = nd_arena_mark(&corpus->arena);
		NdChunk		chunk;
		NdDrafts	drafts;
		bool		spoken = sentence > 0;

		sentence = nd_chunk_bounds(&article->document, sentence, &chunk);
		if (!nd_search_chunk(&corpus->arena, model, labels, spoken, &chunk, &drafts))
		{
			fprintf(stderr, "%s\n", corpus->context.message);
			exit(1);
		}
		try_chunk(article, model, &chunk, &drafts, trials);
		nd_arena_rewind(&corpus->arena, mark);
	}
}

/* Plain gradient ascent; a little L2 keeps unused inputs at zero. */
static void
fit(const Trials *trials, double weights[ND_N_LOGITS])
{
	double		squares[ND_N_LOGITS] = {0};

	for (int pass = 0; pass < 2000; pass++)
	{
		double		gradient[ND_N_LOGITS] = {0};

		for (uint32_t i = 0; i < trials->count; i++)
		{
			const Trial *trial = &trials->trials[i];
			double		sum = 0;
			double		miss;

			for (unsigned k = 0; k < ND_N_LOGITS; k++)
				sum += weights[k] * trial->inputs[k] / 16;
			miss = trial->right - 1 / (1 + exp(-sum));
			for (unsigned k = 0; k < ND_N_LOGITS; k++)
				gradient[k] += miss * trial->inputs[k] / 16;
		}
		for (unsigned k = 0; k < ND_N_LOGITS; k++)
		{
			double		g = gradient[k] / trials->count - 1e-4 * weights[k];

			squares[k] += g * g;
			if (squares[k] > 0)
				weights[k] += 0.1 * g / sqrt(squares[k]);
		}
	}
}

void
calibrate(Corpus *corpus, const NdClaimModel models[FOLDS], int32_t parameters[ND_N_PARAMETERS])
{
	Trials		trials = {0};
	double		weights[ND_N_LOGITS] = {0};
	uint32_t	right = 0;

	for (uint32_t i = 0; i < corpus->count; i++)
	{
		const GoldArticle *article = &corpus->articles[i];

		if (models[article->fold].decider.buckets != NULL)
			try_article(corpus, article, &models[article->fold], &trials);
	}
	fit(&trials, weights);
	for (uint32_t i = 0; i < trials.count; i++)
		right += trials.trials[i].right;
	fprintf(stderr, "%u of %u claims right\n", right, trials.count);
	for (unsigned k = 0; k < ND_N_LOGITS; k++)
	{
		parameters[ND_PARAMETER_LOGIT + k] = (int32_t) floor(weights[k] * ND_LOGIT_ONE / 16 + 0.5);
		fprintf(stderr, "input %u: %.3f\n", k, weights[k]);
	}
	free(trials.trials);
}
