/*
 * scene.c
 *		Looks the tokens of a sentence up in the word lists.
 */
#include "toll/scene.h"

#include "language/lemma.h"
#include "toll/value_word.h"

#include <string.h>

#define LONGEST_PHRASE	6		/* tokens of an entry */

static bool
is_mark_tag(uint8_t tag)
{
	return tag == ND_TAG_COMMA || tag == ND_TAG_STOP || tag == ND_TAG_COLON ||
		tag == ND_TAG_OPEN_QUOTE || tag == ND_TAG_CLOSE_QUOTE ||
		tag == ND_TAG_OPEN_BRACKET || tag == ND_TAG_CLOSE_BRACKET || tag == ND_TAG_HYPH;
}

/* Words that are neither verb nor noun nor begin one of several words. */
static bool
is_function_tag(uint8_t tag)
{
	return tag == ND_TAG_IN || tag == ND_TAG_DT || tag == ND_TAG_CC || tag == ND_TAG_TO ||
		tag == ND_TAG_PRP || tag == ND_TAG_PRPS || tag == ND_TAG_MD || tag == ND_TAG_WDT ||
		tag == ND_TAG_POS || tag == ND_TAG_CD;
}

/* Whether an entry goes on with the token after one; a space parts them. */
static bool
goes_on(const NdScene *scene, uint32_t start, uint32_t token, const NdLexicon *list)
{
	return nd_lexicon_begins(list, scene->words + start,
							 scene->clues[token].lower_end - start + 1);
}

uint32_t
nd_scene_phrase(const NdScene *scene, uint32_t at, const NdLexicon *list, uint32_t *end)
{
	uint32_t	found = UINT32_MAX;
	uint32_t	start;

	if (at >= scene->count)
		return found;
	start = scene->clues[at].lower;
	for (uint32_t i = at; i < scene->count && i < at + LONGEST_PHRASE; i++)
	{
		uint32_t	length = scene->clues[i].lower_end - start;
		uint32_t	entry = nd_lexicon_find(list, scene->words + start, length);

		if (entry != UINT32_MAX)
		{
			found = entry;
			*end = i + 1;
		}
		if (!goes_on(scene, start, i, list))
			break;
	}
	return found;
}

bool
nd_scene_is(const NdScene *scene, uint32_t at, const char *word)
{
	const NdClue *clue;

	if (at >= scene->count)
		return false;
	clue = &scene->clues[at];
	return strlen(word) == clue->lower_end - clue->lower &&
		memcmp(scene->words + clue->lower, word, strlen(word)) == 0;
}

bool
nd_scene_in(const NdScene *scene, uint32_t at, const NdLexicon *list)
{
	const NdClue *clue = nd_clue(scene, at);

	return at < scene->count &&
		nd_lexicon_find(list, scene->words + clue->lower, clue->lower_end - clue->lower) !=
		UINT32_MAX;
}

/*
 * The longest entry of a list in the singular: the last word is taken back to
 * its base form, as it stands first.
 */
static uint32_t
noun_phrase(const NdScene *scene, uint32_t at, const NdLexicon *list, uint32_t *end)
{
	uint32_t	found = UINT32_MAX;
	uint32_t	start = scene->clues[at].lower;

	for (uint32_t i = at; i < scene->count && i < at + LONGEST_PHRASE; i++)
	{
		const NdClue *last = &scene->clues[i];
		char		phrase[LONGEST_PHRASE * (ND_LEMMA_BYTES + 1)];
		uint32_t	before = last->lower - start;
		uint32_t	entry;

		if (before > list->longest)
			break;
		entry = nd_lexicon_find(list, scene->words + start, last->lower_end - start);
		if (entry == UINT32_MAX)
		{
			memcpy(phrase, scene->words + start, before);
			memcpy(phrase + before, scene->lemmas + last->lemma, last->lemma_end - last->lemma);
			before += last->lemma_end - last->lemma;
			entry = nd_lexicon_find(list, phrase, before);
		}
		if (entry != UINT32_MAX)
		{
			found = entry;
			*end = i + 1;
		}
		if (!goes_on(scene, start, i, list))
			break;
	}
	return found;
}

static uint8_t
kind_of(NdWordValue *value)
{
	NdWordValue word = nd_value_word(value);

	return (uint8_t) nd_toll_kind_number(word.bytes, word.length);
}

static NdHarmNoun
noun_use(NdWordValue use)
{
	if (nd_value_is(use, "harm"))
		return ND_NOUN_HARM;
	if (nd_value_is(use, "people"))
		return ND_NOUN_PEOPLE;
	return nd_value_is(use, "with") ? ND_NOUN_WITH : ND_NOUN_TOLL;
}

static void
know_verb(const NdScene *scene, uint32_t at, NdClue *clue)
{
	char		lemma[ND_LEMMA_BYTES];
	const char *word = scene->words + clue->lower;
	uint32_t	length = clue->lower_end - clue->lower;
	uint32_t	lemma_length;
	uint32_t	entry;
	NdWordValue value;

	lemma_length = nd_lemma(word, length, length > 3 && memcmp(word + length - 3, "ing", 3) == 0 ?
							ND_TAG_VBG : ND_TAG_VBD, lemma);
	entry = nd_lexicon_find(&nd_lexicon_harm_verbs, lemma, lemma_length);
	if (entry == UINT32_MAX && length > 1 && word[length - 1] == 's')
	{
		lemma_length = nd_lemma(word, length, ND_TAG_VBZ, lemma);
		entry = nd_lexicon_find(&nd_lexicon_harm_verbs, lemma, lemma_length);
	}
	if (entry == UINT32_MAX)
	{
		/* "to wound" is no past of "wind" */
		entry = nd_lexicon_find(&nd_lexicon_harm_verbs, word, length);
		lemma_length = length;
	}
	if (entry == UINT32_MAX)
		return;
	value = nd_lexicon_value(&nd_lexicon_harm_verbs, entry);
	clue->verb = kind_of(&value);
	clue->patient = nd_value_is(nd_value_word(&value), "subject") ? ND_PATIENT_SUBJECT :
		ND_PATIENT_OBJECT;
	clue->verb_of_people = value.length > 0;
	clue->participle = length != lemma_length || clue->tag == ND_TAG_VBN ||
		clue->tag == ND_TAG_VBD || clue->tag == ND_TAG_JJ;
	if (length > 3 && (memcmp(word + length - 3, "ing", 3) == 0 || word[length - 1] == 's'))
		clue->participle = false;
	(void) at;
}

static void
know_noun(const NdScene *scene, uint32_t at, NdClue *clue)
{
	uint32_t	end = 0;
	uint32_t	entry = noun_phrase(scene, at, &nd_lexicon_harm_nouns, &end);
	NdWordValue value;

	if (entry != UINT32_MAX)
	{
		value = nd_lexicon_value(&nd_lexicon_harm_nouns, entry);
		clue->noun = kind_of(&value);
		clue->noun_use = (uint8_t) noun_use(value);
		clue->noun_end = end;
	}
	entry = noun_phrase(scene, at, &nd_lexicon_harm_events, &end);
	if (entry != UINT32_MAX)
	{
		value = nd_lexicon_value(&nd_lexicon_harm_events, entry);
		clue->event = kind_of(&value);
	}
}

static NdVictimGroup
group_of(NdWordValue name)
{
	for (unsigned i = 1; i < ND_VICTIM_GROUPS; i++)
		if (nd_value_is(name, nd_victim_group_name(i)))
			return (NdVictimGroup) i;
	return ND_NO_GROUP;
}

/* A phrase (aid workers) is known at its last word. */
static void
know_people(NdScene *scene, uint32_t at)
{
	uint32_t	end = 0;
	uint32_t	entry = noun_phrase(scene, at, &nd_lexicon_people_nouns, &end);
	NdClue	   *clue;

	if (entry != UINT32_MAX)
	{
		clue = &scene->clues[end - 1];
		if (clue->people)
			return;
		clue->people = true;
		clue->group = (uint8_t) group_of(nd_lexicon_value(&nd_lexicon_people_nouns, entry));
	}
	else if (noun_phrase(scene, at, &nd_lexicon_not_people, &end) != UINT32_MAX)
		scene->clues[end - 1].thing = !scene->clues[end - 1].people;
}

static void
know_token(NdScene *scene, uint32_t at)
{
	NdClue	   *clue = &scene->clues[at];
	uint32_t	entry = nd_scene_phrase(scene, at, &nd_lexicon_harm_states, &clue->state_end);
	NdWordValue value;

	if (entry != UINT32_MAX)
	{
		value = nd_lexicon_value(&nd_lexicon_harm_states, entry);
		clue->state = kind_of(&value);
	}
	if (is_mark_tag(clue->tag) || is_function_tag(clue->tag))
		return;
	know_verb(scene, at, clue);
	know_noun(scene, at, clue);
	know_people(scene, at);
}

static bool
lower_words(NdArena *arena, NdScene *scene)
{
	const NdToken *last = &scene->tokens[scene->count - 1];
	size_t		bytes = last->end - scene->tokens[0].start;
	uint32_t	used = 0;
	uint32_t	lemmas = 0;

	/* a character can grow by half in lower case; tokens are parted by a space */
	scene->words = nd_alloc(arena, bytes * 2 + 2 * (size_t) scene->count + ND_WORD_BYTES);
	scene->lemmas = nd_alloc(arena, bytes * 2 + 6 * (size_t) scene->count + ND_LEMMA_BYTES);
	if (scene->words == NULL || scene->lemmas == NULL)
		return false;
	for (uint32_t i = 0; i < scene->count; i++)
	{
		const NdToken *token = &scene->tokens[i];

		scene->clues[i].lower = used;
		used += nd_word_normalise(scene->document->text.bytes + token->start,
								  token->end - token->start, scene->words + used);
		scene->clues[i].lower_end = used;
		scene->clues[i].lemma = lemmas;
		lemmas += nd_lemma(scene->words + scene->clues[i].lower, used - scene->clues[i].lower,
						   ND_TAG_NNS, scene->lemmas + lemmas);
		scene->clues[i].lemma_end = lemmas;
		scene->words[used++] = ' ';
	}
	return true;
}

static void
forget(NdClue *clue)
{
	clue->verb = clue->state = clue->noun = clue->event = ND_NO_KIND;
	clue->number = clue->number_of = ND_NONE;
	clue->tag = ND_TAG_STOP;
}

bool
nd_scene_fill(NdArena *arena, const NdDocument *document, uint32_t sentence, NdScene *scene)
{
	const NdSentence *at = &document->sentences[sentence];

	memset(scene, 0, sizeof(*scene));
	scene->document = document;
	scene->sentence = sentence;
	scene->first = at->first_token;
	scene->tokens = document->tokens + at->first_token;
	scene->count = at->tokens;
	scene->clues = nd_alloc_array(arena, (size_t) scene->count + 1, sizeof(NdClue));
	if (scene->clues == NULL)
		return false;
	forget(&scene->clues[scene->count]);
	if (scene->count == 0)
		return true;
	if (!lower_words(arena, scene))
		return false;
	for (uint32_t i = 0; i < scene->count; i++)
	{
		forget(&scene->clues[i]);
		scene->clues[i].tag = scene->tokens[i].tag;
	}
	for (uint32_t i = 0; i < scene->count; i++)
	{
		const NdClue *clue = &scene->clues[i];

		know_token(scene, i);
		scene->harm |= clue->verb != ND_NO_KIND || clue->state != ND_NO_KIND ||
			clue->noun != ND_NO_KIND || clue->event != ND_NO_KIND;
	}
	return true;
}

bool
nd_scene_count(NdArena *arena, NdScene *scene)
{
	if (scene->count == 0)
		return true;
	if (!nd_find_numbers(arena, scene->document, scene->first, scene->first + scene->count,
						 &scene->numbers))
		return false;
	for (uint32_t i = 0; i < scene->numbers.count; i++)
	{
		const NdNumber *number = &scene->numbers.numbers[i];

		scene->clues[number->first_token - scene->first].number = i;
		for (uint32_t t = number->first_token; t < number->end_token; t++)
			scene->clues[t - scene->first].number_of = i;
	}
	return true;
}
