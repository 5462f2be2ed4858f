/*
 * scene.h
 *		A sentence as toll/ looks at it: its tokens with what the word lists say
 *		of each, and its numbers. Indexes count from the sentence's first token.
 */
#ifndef ND_SCENE_H
#define ND_SCENE_H

#include "language/tagset.h"
#include "lexicon/lexicon.h"
#include "toll/toll.h"

typedef enum NdPatient
{
	ND_PATIENT_OBJECT,			/* "kill" */
	ND_PATIENT_SUBJECT			/* "die" */
} NdPatient;

typedef enum NdHarmNoun
{
	ND_NOUN_NONE,
	ND_NOUN_HARM,				/* deaths */
	ND_NOUN_PEOPLE,				/* hostages */
	ND_NOUN_WITH,				/* lives: a verb must say what became of them */
	ND_NOUN_TOLL				/* death toll */
} NdHarmNoun;

#define ND_NO_KIND	ND_TOLL_KINDS

/* A token. The kinds are ND_NO_KIND where the lists do not know it. */
typedef struct NdClue
{
	uint32_t	lower;			/* where its lower-case form begins in scene.words */
	uint32_t	lower_end;
	uint32_t	lemma;			/* the same of the word in the singular, in scene.lemmas */
	uint32_t	lemma_end;
	uint8_t		verb;			/* kind of a verb of harm */
	uint8_t		patient;		/* NdPatient of it */
	bool		verb_of_people;	/* it is one only where the noun is for people */
	bool		participle;		/* killed, hurt: no -ing, no third person */
	uint8_t		state;			/* kind of a state that begins here */
	uint32_t	state_end;
	uint8_t		noun;			/* kind of a noun of harm that begins here */
	uint8_t		noun_use;		/* NdHarmNoun */
	uint32_t	noun_end;
	uint8_t		event;			/* kind of a noun such as "release" */
	bool		people;			/* a noun for people */
	bool		thing;			/* a noun for no people */
	uint8_t		group;			/* NdVictimGroup */
	uint8_t		tag;
	uint32_t	number;			/* that begins here, or ND_NONE */
	uint32_t	number_of;		/* that it belongs to, or ND_NONE */
} NdClue;

typedef struct NdScene
{
	const NdDocument *document;
	const NdToken *tokens;
	uint32_t	sentence;
	uint32_t	first;			/* token of the document */
	uint32_t	count;
	NdClue	   *clues;			/* count + 1; the last knows nothing */
	char	   *words;			/* lower-case forms, one space between */
	char	   *lemmas;
	NdNumbers	numbers;
	bool		harm;			/* some word of harm is in it */
} NdScene;

/*
 * Looks the words of a sentence up; no token has a number yet. Allocated in
 * `arena`. Time is linear. False when there is no memory.
 */
extern bool nd_scene_fill(NdArena *arena, const NdDocument *document,
						  uint32_t sentence, NdScene *scene);

/* Finds the numbers of a scene that has been filled; the same of all else. */
extern bool nd_scene_count(NdArena *arena, NdScene *scene);

/*
 * The longest entry of a list that the tokens from `at` on spell; *end is the
 * token after it. UINT32_MAX when there is none.
 */
extern uint32_t nd_scene_phrase(const NdScene *scene, uint32_t at,
								const NdLexicon *list, uint32_t *end);

extern bool nd_scene_is(const NdScene *scene, uint32_t at, const char *word);
extern bool nd_scene_in(const NdScene *scene, uint32_t at, const NdLexicon *list);

static inline const NdClue *
nd_clue(const NdScene *scene, uint32_t at)
{
	return &scene->clues[at < scene->count ? at : scene->count];
}

#endif
