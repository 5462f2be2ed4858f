/*
 * train_tagger.c
 *		Makes the weights of the tagger, from all of the treebanks or from all
 *		but one fold. The latter serve to tag that fold for the parser, which
 *		so learns from tags as wrong as those it will meet ("jackknifing").
 *
 * Some sentences are also learned in title case, in capitals and in small
 * letters, since headlines are written so.
 */
#include "language/tagger_features.h"
#include "language/tagset.h"
#include "must.h"
#include "options.h"
#include "random.h"
#include "schedule.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define SCALE 1024.0

typedef enum Letters
{
	TITLE_CASE,
	CAPITALS,
	SMALL
} Letters;

/* A sentence to learn from, in one of its spellings. */
typedef struct Lesson
{
	const TreebankSentence *sentence;
	const NdWord *words;
} Lesson;

typedef struct School
{
	Lesson	   *lessons;
	int32_t		margin;
	uint8_t		tags[MOST_TOKENS];
} School;

static int
respell(Letters letters, int c, bool first)
{
	if (letters == CAPITALS || (letters == TITLE_CASE && first))
		return toupper(c);
	return letters == SMALL ? tolower(c) : c;
}

static const NdWord *
respelled(const TreebankSentence *sentence, Letters letters)
{
	NdWord	   *words = must_alloc(sentence->n * sizeof(NdWord));

	for (uint32_t i = 0; i < sentence->n; i++)
	{
		const char *form = sentence->tokens[i].form;
		size_t		length = strlen(form);
		char	   *copy = must_alloc(length + 1);

		for (size_t k = 0; k < length; k++)
			copy[k] = (char) respell(letters, (unsigned char) form[k], k == 0);
		nd_word(copy, (uint32_t) length, words + i);
		free(copy);
	}
	return words;
}

/*
 * Every sentence as it is, and 8, 4 and 4 in a hundred in other letters.
 * Returns their number.
 */
static uint32_t
make_lessons(const Treebank *treebank, int left_out_fold, Random *random, School *school)
{
	uint32_t	n = 0;

	school->lessons = must_alloc(2 * treebank->n_sentences * sizeof(Lesson));
	for (size_t i = 0; i < treebank->n_sentences; i++)
	{
		const TreebankSentence *sentence = treebank->sentences + i;
		uint32_t	luck = random_below(random, 100);
		Letters		letters = luck < 8 ? TITLE_CASE : luck < 12 ? CAPITALS : SMALL;

		if ((int) fold_of(sentence) == left_out_fold)
			continue;
		school->lessons[n++] = (Lesson)
		{
			sentence, sentence->words
		};
		if (luck < 16)
			school->lessons[n++] = (Lesson)
			{
				sentence, respelled(sentence, letters)
			};
	}
	return n;
}

static uint32_t
best_except(const int32_t *scores, uint32_t except)
{
	uint32_t	best = except == 0 ? 1 : 0;

	for (uint32_t i = best + 1; i < ND_N_TAGS; i++)
		if (i != except && scores[i] > scores[best])
			best = i;
	return best;
}

static uint32_t
learn_lesson(void *owner, Perceptron *perceptron, uint32_t number, uint32_t pass)
{
	School	   *school = owner;
	const Lesson *lesson = school->lessons + number;
	NdTagSentence sentence = nd_tag_sentence(lesson->words, lesson->sentence->n);
	uint64_t	features[ND_TAGGER_FEATURES];
	uint32_t	errors = 0;

	(void) pass;
	for (uint32_t i = 0; i < sentence.n; i++)
	{
		int32_t		scores[ND_N_TAGS] = {0};
		uint32_t	n = nd_tag_features(&sentence, school->tags, i, features);
		uint32_t	gold = lesson->sentence->tokens[i].tag;
		uint32_t	rival;
		bool		right;

		perceptron_score(perceptron, features, n, scores);
		perceptron_tick(perceptron);
		rival = best_except(scores, gold);
		right = gold < ND_N_TAGS && scores[gold] > scores[rival];
		school->tags[i] = (uint8_t) (right ? gold : rival);
		errors += !right;
		if (gold < ND_N_TAGS && scores[gold] - scores[rival] <= school->margin)
			perceptron_update(perceptron, features, n, gold, rival);
	}
	return errors;
}

int
main(int argc, char **argv)
{
	Treebank	treebank = {0};
	Options		options = options_read(argc, argv, &treebank);
	Random		random = {options.seed};
	School		school = {.margin = options.margin};
	Schedule	schedule = {.learn = learn_lesson, .owner = &school,
		.plan = {.kind = ND_WEIGHTS_TAGGER, .classes = ND_N_TAGS, .scale = SCALE,
	.most_bytes = options.most_bytes}};

	schedule.lessons = make_lessons(&treebank, options.fold, &random, &school);
	printf("%zu sentences, %zu tokens, %u lessons\n", treebank.n_sentences,
		   treebank.n_tokens, schedule.lessons);
	schedule_run(&schedule, &options);
	return 0;
}
