/*
 * words.c
 *		A toll from a few words.
 */
#include "toll/words.h"

#include "text/read.h"
#include "toll/scene.h"

typedef struct Words
{
	NdTollFault *fault;
	const NdNumber *number;
	NdNumber	copy;
	uint8_t		kind;
} Words;

static void
blame(Words *words, const char *what, uint32_t at)
{
	if (words->fault->what == NULL)
		*words->fault = (NdTollFault) {what, at};
}

/* Both of killed and wounded are casualties. */
static void
take_kind(Words *words, uint8_t kind, uint32_t at)
{
	if (words->kind == ND_NO_KIND || words->kind == kind)
		words->kind = kind;
	else if (words->kind <= ND_CASUALTIES && kind <= ND_CASUALTIES)
		words->kind = ND_CASUALTIES;
	else
		blame(words, "The words name two kinds of toll.", at);
}

static void
take_number(Words *words, const NdNumber *number)
{
	if (words->number)
	{
		blame(words, "There is a second number.", number->at.start);
		return;
	}
	if (number->flags & ND_NUMBER_NO_COUNT)
		blame(words, "This is no number of people.", number->at.start);
	words->copy = *number;
	words->number = &words->copy;
}

static bool
says_nothing(const NdScene *scene, uint32_t at)
{
	return nd_clue(scene, at)->people || nd_scene_in(scene, at, &nd_lexicon_toll_fillers) ||
		nd_scene_is(scene, at, "the") || nd_scene_is(scene, at, "of") ||
		nd_scene_is(scene, at, "and") || nd_scene_is(scene, at, "or") ||
		nd_scene_is(scene, at, ".");
}

/* Takes what begins at a token; returns the token after it. */
static uint32_t
take_token(Words *words, const NdScene *scene, uint32_t at)
{
	const NdClue *clue = nd_clue(scene, at);

	if (clue->number != ND_NONE)
	{
		take_number(words, &scene->numbers.numbers[clue->number]);
		return scene->numbers.numbers[clue->number].end_token - scene->first;
	}
	if (clue->state != ND_NO_KIND)
	{
		take_kind(words, clue->state, scene->tokens[at].start);
		return clue->state_end;
	}
	if (clue->noun != ND_NO_KIND)
	{
		take_kind(words, clue->noun, scene->tokens[at].start);
		return clue->noun_end;
	}
	if (clue->verb != ND_NO_KIND)
		take_kind(words, clue->verb, scene->tokens[at].start);
	else if (!says_nothing(scene, at))
		blame(words, "This word is not understood in a toll.", scene->tokens[at].start);
	return at + 1;
}

static bool
read_words(NdArena *arena, const NdDocument *document, Words *words)
{
	for (uint32_t s = 0; s < document->n_sentences; s++)
	{
		NdScene		scene;

		if (!nd_scene_fill(arena, document, s, &scene) || !nd_scene_count(arena, &scene))
			return false;
		for (uint32_t at = 0; at < scene.count;)
			at = take_token(words, &scene, at);
	}
	return true;
}

bool
nd_toll_of_words(NdArena *arena, NdText text, NdTollValue *value, NdTollFault *fault)
{
	NdReadOptions options = {false};
	NdDocument	document;
	Words		words = {.fault = fault, .kind = ND_NO_KIND};

	*fault = (NdTollFault) {NULL, 0};
	if (!nd_read_text(arena, text, options, &document) ||
		!read_words(arena, &document, &words))
		return false;
	if (words.number == NULL)
		blame(&words, "There is no number.", 0);
	if (words.kind == ND_NO_KIND)
		blame(&words, "No word says what became of the people.", 0);
	if (fault->what == NULL)
	{
		*value = nd_toll_value((NdTollKind) words.kind, words.copy.low, words.copy.high,
							   words.copy.hedge);
		fault->what = nd_toll_fault(value);
		fault->at = words.copy.at.start;
	}
	return true;
}
