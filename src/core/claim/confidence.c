/*
 * confidence.c
 *		The chance that a claim is right.
 */
#include "claim/confidence.h"

#define STEPS	4				/* entries of the table for a log-odds of one */
#define LARGEST	8				/* log-odds at its end */

/* 1000 / (1 + exp(-x)) for x = 0, 1/4, ... 8 */
static const uint16_t logistic[STEPS * LARGEST + 1] = {
	500, 562, 622, 679, 731, 777, 818, 852, 881, 905, 924,
	940, 953, 963, 971, 977, 982, 986, 989, 991, 993, 995,
	996, 997, 998, 998, 998, 999, 999, 999, 999, 999, 999
};

/* In sixteenths of a log-odds, between -10 and 10. */
static int32_t
scaled(int32_t score, int32_t unit)
{
	int64_t		value = (int64_t) score * 16 / unit;

	return value < -160 ? -160 : value > 160 ? 160 : (int32_t) value;
}

void
nd_confidence_inputs(const NdClaimModel *model, const NdDraft *draft,
					 NdQuoteKind quote, int32_t inputs[ND_N_LOGITS])
{
	int32_t		unit = model->decider.parameters[ND_PARAMETER_UNIT];
	uint32_t	n = 0;

	for (uint32_t i = 0; i < ND_N_LOGITS; i++)
		inputs[i] = 0;
	inputs[n++] = 16;
	if (draft->speech)
	{
		inputs[ND_N_LOGITS - 4] = 16;
		return;
	}
	if (draft->floating)
	{
		inputs[ND_N_LOGITS - 3] = 16;
		return;
	}
	if (draft->orphan)
	{
		inputs[ND_N_LOGITS - 1] = 16;
		inputs[ND_N_LOGITS - 2] = scaled(draft->evidence[ND_EVIDENCE_PROPOSED],
										 model->proposer.parameters[ND_PARAMETER_UNIT]);
		return;
	}
	for (uint32_t i = 0; i < ND_N_EVIDENCE; i++)
		inputs[n++] = scaled(draft->evidence[i], i == ND_EVIDENCE_PROPOSED ?
							 model->proposer.parameters[ND_PARAMETER_UNIT] : unit);
	inputs[n++] = quote == ND_DIRECT ? 16 : 0;
	inputs[n++] = quote == ND_MIXED ? 16 : 0;
	inputs[n++] = nd_draft_has_role(draft, ND_ROLE_SOURCE) ? 0 : 16;
	inputs[n++] = nd_draft_has_role(draft, ND_ROLE_CONTENT) ? 0 : 16;
}

uint16_t
nd_confidence(const NdClaimModel *model, const int32_t inputs[ND_N_LOGITS])
{
	const int32_t *weights = &model->decider.parameters[ND_PARAMETER_LOGIT];
	int64_t		sum = 0;
	int64_t		size;
	int64_t		step;
	int32_t		value;

	for (uint32_t i = 0; i < ND_N_LOGITS; i++)
		sum += (int64_t) weights[i] * inputs[i];
	size = (sum < 0 ? -sum : sum) * STEPS;
	step = size / ND_LOGIT_ONE;
	if (step >= STEPS * LARGEST)
		value = logistic[STEPS * LARGEST];
	else
		value = logistic[step] + (int32_t)
			((logistic[step + 1] - logistic[step]) * (size % ND_LOGIT_ONE) / ND_LOGIT_ONE);
	return (uint16_t) (sum < 0 ? 1000 - value : value);
}
