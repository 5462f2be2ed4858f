/*
 * crf.c
 *		Trains a linear-chain conditional random field.
 *
 * Chances are multiplied and scaled at each token instead of adding their
 * logarithms. exp() is our own, so that every C library gives the same bytes.
 */
#include "claims/crf.h"

#include "claims/memory.h"
#include "random.h"

#include <math.h>
#include <string.h>

#define MOST_FEATURES	256
#define LEAST			1e-30	/* no state that may follow is impossible */

typedef double Chances[ND_N_STATES];

typedef struct Work
{
	Chances    *emissions;
	Chances    *forward;
	Chances    *backward;
	uint32_t  (*kept)[MOST_FEATURES];
	uint32_t   *n_kept;
	uint32_t	room;
	Chances		follow[1 + ND_N_STATES];	/* exp of the transitions */
	Chances		expected[1 + ND_N_STATES];	/* of their gradient */
	Random		random;
	float		rate;
	float		decay;
	float		averaged;		/* steps that the mean is taken over so far */
	double		loss;
} Work;

/* exp(x) for -700 < x < 700: 2^k times a polynomial for the rest. */
static double
exponential(double x)
{
	double		k = floor(x * 1.4426950408889634 + 0.5);
	double		r = x - k * 0.6931471805599453;
	double		sum = 1 + r * (1 + r / 2 * (1 + r / 3 * (1 + r / 4 * (1 + r / 5 *
										   (1 + r / 6 * (1 + r / 7 * (1 + r / 8)))))));
	uint64_t	bits = (uint64_t) (1023 + (int64_t) k) << 52;
	double		power;

	memcpy(&power, &bits, sizeof(power));
	return sum * power;
}

static bool
may_follow(unsigned row, unsigned state)
{
	return row == 0 ? !nd_state_continues(state) : nd_state_follows(row - 1, state);
}

static void
set_follow(const CrfTrainer *trainer, Work *work)
{
	for (unsigned row = 0; row <= ND_N_STATES; row++)
		for (unsigned s = 0; s < ND_N_STATES; s++)
			work->follow[row][s] = may_follow(row, s) ?
				exponential((double) trainer->transitions[row].weight[s]) : 0;
}

static void
make_room(Work *work, uint32_t count)
{
	if (count <= work->room)
		return;
	work->room = count;
	work->emissions = must_grow(work->emissions, count, sizeof(Chances));
	work->forward = must_grow(work->forward, count, sizeof(Chances));
	work->backward = must_grow(work->backward, count, sizeof(Chances));
	work->kept = must_grow(work->kept, count, sizeof(*work->kept));
	work->n_kept = must_grow(work->n_kept, count, sizeof(uint32_t));
}

/* Throws a coin for each feature. */
static void
drop_features(Work *work, const Position *position, uint32_t index)
{
	uint32_t	n = 0;

	for (int list = 0; list < 2; list++)
	{
		uint64_t	coins = 0;

		for (uint32_t i = 0; i < position->counts[list]; i++, coins >>= 1)
		{
			if (i % 64 == 0)
				coins = random_next(&work->random);
			work->kept[index][n] = position->features[list][i];
			n += coins & 1;
		}
	}
	work->n_kept[index] = n;
}

static void
score(const CrfTrainer *trainer, Work *work, uint32_t index)
{
	const uint32_t *kept = work->kept[index];
	uint32_t	n = work->n_kept[index];
	float		sum[ND_N_STATES] = {0};
	float		most;

	for (uint32_t i = 0; i < n; i++)
		__builtin_prefetch(&trainer->rows[kept[i]], 1);
	for (uint32_t i = 0; i < n; i++)
	{
		const float *weight = trainer->rows[kept[i]].weight;

		for (unsigned s = 0; s < ND_N_STATES; s++)
			sum[s] += weight[s];
	}
	most = sum[0];
	for (unsigned s = 1; s < ND_N_STATES; s++)
		if (sum[s] > most)
			most = sum[s];
	for (unsigned s = 0; s < ND_N_STATES; s++)
	{
		double		below = (double) (sum[s] - most);

		work->emissions[index][s] = below < -60 ? LEAST : exponential(below);
	}
}

static double
normalise(Chances chances)
{
	double		total = 0;

	for (unsigned s = 0; s < ND_N_STATES; s++)
		total += chances[s];
	for (unsigned s = 0; s < ND_N_STATES; s++)
		chances[s] /= total;
	return total;
}

static void
sum_forward(Work *work, uint32_t count)
{
	for (unsigned s = 0; s < ND_N_STATES; s++)
		work->forward[0][s] = work->follow[0][s] * work->emissions[0][s];
	normalise(work->forward[0]);
	for (uint32_t i = 1; i < count; i++)
	{
		Chances		sum = {0};

		for (unsigned p = 0; p < ND_N_STATES; p++)
			for (unsigned s = 0; s < ND_N_STATES; s++)
				sum[s] += work->forward[i - 1][p] * work->follow[1 + p][s];
		for (unsigned s = 0; s < ND_N_STATES; s++)
			work->forward[i][s] = sum[s] * work->emissions[i][s];
		normalise(work->forward[i]);
	}
}

static void
sum_backward(Work *work, uint32_t count)
{
	for (unsigned s = 0; s < ND_N_STATES; s++)
		work->backward[count - 1][s] = 1;
	for (uint32_t i = count - 1; i > 0; i--)
	{
		Chances		rest;

		for (unsigned s = 0; s < ND_N_STATES; s++)
			rest[s] = work->emissions[i][s] * work->backward[i][s];
		for (unsigned p = 0; p < ND_N_STATES; p++)
		{
			double		sum = 0;

			for (unsigned s = 0; s < ND_N_STATES; s++)
				sum += work->follow[1 + p][s] * rest[s];
			work->backward[i - 1][p] = sum;
		}
		normalise(work->backward[i - 1]);
	}
}

static inline void
step(CrfRow *row, const float *gradient, const Work *work)
{
	for (unsigned s = 0; s < ND_N_STATES; s++)
	{
		float		g = gradient[s] + work->decay * row->weight[s];
		float		change;

		row->square[s] += g * g;
		change = work->rate * g / (sqrtf(row->square[s]) + 1e-8f);
		row->weight[s] -= change;
		row->drift[s] -= work->averaged * change;
	}
}

/* Chance of each state minus what it should be, for all kept features. */
static void
learn_position(CrfTrainer *trainer, Work *work, uint32_t index, unsigned gold)
{
	float		gradient[ND_N_STATES];
	Chances		chances;

	for (unsigned s = 0; s < ND_N_STATES; s++)
		chances[s] = work->forward[index][s] * work->backward[index][s];
	normalise(chances);
	for (unsigned s = 0; s < ND_N_STATES; s++)
		gradient[s] = (float) (chances[s] - (s == gold));
	work->loss += chances[gold] < 0.5;
	for (uint32_t i = 0; i < work->n_kept[index]; i++)
		step(&trainer->rows[work->kept[index][i]], gradient, work);
}

static void
expect_transition(Work *work, uint32_t index, unsigned before, unsigned after)
{
	Chances		pairs[ND_N_STATES];
	double		total = 0;

	for (unsigned p = 0; p < ND_N_STATES; p++)
		for (unsigned s = 0; s < ND_N_STATES; s++)
		{
			pairs[p][s] = work->forward[index - 1][p] * work->follow[1 + p][s] *
				work->emissions[index][s] * work->backward[index][s];
			total += pairs[p][s];
		}
	for (unsigned p = 0; p < ND_N_STATES; p++)
		for (unsigned s = 0; s < ND_N_STATES; s++)
			work->expected[1 + p][s] += pairs[p][s] / total;
	work->expected[1 + before][after] -= 1;
}

static void
learn_transitions(CrfTrainer *trainer, Work *work, const Position *positions, uint32_t count)
{
	memset(work->expected, 0, sizeof(work->expected));
	for (unsigned s = 0; s < ND_N_STATES; s++)
		work->expected[0][s] = work->forward[0][s] * work->backward[0][s];
	normalise(work->expected[0]);
	work->expected[0][positions[0].state] -= 1;
	for (uint32_t i = 1; i < count; i++)
		expect_transition(work, i, positions[i - 1].state, positions[i].state);
	for (unsigned row = 0; row <= ND_N_STATES; row++)
	{
		float		gradient[ND_N_STATES];

		for (unsigned s = 0; s < ND_N_STATES; s++)
			gradient[s] = (float) work->expected[row][s];
		step(&trainer->transitions[row], gradient, work);
	}
}

static void
learn_sequence(CrfTrainer *trainer, Work *work, const Position *positions, uint32_t count)
{
	make_room(work, count);
	set_follow(trainer, work);
	for (uint32_t i = 0; i < count; i++)
	{
		drop_features(work, &positions[i], i);
		score(trainer, work, i);
	}
	sum_forward(work, count);
	sum_backward(work, count);
	learn_transitions(trainer, work, positions, count);
	for (uint32_t i = 0; i < count; i++)
		learn_position(trainer, work, i, positions[i].state);
}

/* A change that came after n of N steps counts for the last N - n only. */
static void
take_mean(CrfRow *row, float steps, float share)
{
	for (unsigned s = 0; s < ND_N_STATES; s++)
		row->weight[s] = (row->weight[s] - row->drift[s] / steps) * share;
}

static void
finish(CrfTrainer *trainer, float steps)
{
	for (uint32_t i = 0; i < trainer->n_rows; i++)
		take_mean(&trainer->rows[i], steps, 0.5f);
	for (unsigned row = 0; row <= ND_N_STATES; row++)
		take_mean(&trainer->transitions[row], steps, 1);
}

void
crf_train(CrfTrainer *trainer, const Examples *examples, uint32_t n_features, CrfOptions options)
{
	Work		work = {.random = {options.seed}, .decay = options.decay};
	uint32_t	n = examples->n_sequences;
	uint32_t   *order = must_grow(NULL, n, sizeof(uint32_t));
	uint64_t	steps = (uint64_t) options.passes * n;
	uint64_t	done = 0;

	memset(trainer, 0, sizeof(*trainer));
	trainer->n_rows = n_features;
	trainer->rows = must_clear(n_features, sizeof(CrfRow));
	for (uint32_t i = 0; i < n; i++)
		order[i] = i;
	for (uint32_t pass = 0; pass < options.passes; pass++)
	{
		work.loss = 0;
		random_shuffle(&work.random, order, n);
		for (uint32_t i = 0; i < n; i++, done++)
		{
			const Sequence *sequence = &examples->sequences[order[i]];

			if (done >= steps / 2)
				work.averaged += 1;
			work.rate = options.rate * (1 - 0.9f * (float) done / (float) steps);
			learn_sequence(trainer, &work, examples->positions + sequence->first, sequence->count);
		}
		fprintf(stderr, "pass %u: %.4f of %u tokens wrong\n", pass + 1,
				work.loss / examples->n_positions, examples->n_positions);
	}
	finish(trainer, work.averaged + 1);
	free(order);
	free(work.emissions);
	free(work.forward);
	free(work.backward);
	free(work.kept);
	free(work.n_kept);
}

static void
add_share(CrfRow *row, const CrfRow *other, float share)
{
	for (unsigned s = 0; s < ND_N_STATES; s++)
		row->weight[s] += (other->weight[s] - row->weight[s]) * share;
}

void
crf_train_mean(CrfTrainer *trainer, const Examples *examples, uint32_t n_features,
			   CrfOptions options, uint32_t rounds)
{
	crf_train(trainer, examples, n_features, options);
	for (uint32_t round = 2; round <= rounds; round++)
	{
		CrfTrainer	other;

		options.seed++;
		crf_train(&other, examples, n_features, options);
		for (uint32_t i = 0; i < n_features; i++)
			add_share(&trainer->rows[i], &other.rows[i], 1 / (float) round);
		for (unsigned row = 0; row <= ND_N_STATES; row++)
			add_share(&trainer->transitions[row], &other.transitions[row], 1 / (float) round);
		crf_free(&other);
	}
}

void
crf_free(CrfTrainer *trainer)
{
	free(trainer->rows);
}
