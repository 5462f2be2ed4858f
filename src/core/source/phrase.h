/*
 * phrase.h
 *		What a noun phrase says about whom it speaks of.
 */
#ifndef ND_PHRASE_H
#define ND_PHRASE_H

#include "source/page.h"
#include "source/source.h"

typedef enum NdPhraseForm
{
	ND_PHRASE_NOTHING,			/* no words */
	ND_PHRASE_PRONOUN,
	ND_PHRASE_NAME,
	ND_PHRASE_NOMINAL			/* a noun that is no name: "the spokesman" */
} NdPhraseForm;

typedef enum NdGender
{
	ND_EITHER,
	ND_MALE,
	ND_FEMALE
} NdGender;

/* Whom a pronoun may stand for. */
typedef enum NdReach
{
	ND_REACH_NOBODY,
	ND_REACH_MAN,
	ND_REACH_WOMAN,
	ND_REACH_THING,
	ND_REACH_MANY,
	ND_REACH_SELF,
	ND_REACH_US,
	ND_REACH_YOU,
	ND_REACH_BEFORE,			/* "who": what stands before it */
	ND_REACH_ONE				/* "the latter": anybody, but one alone */
} NdReach;

typedef struct NdPhrase
{
	NdPhraseForm form;
	NdSourceKind kind;			/* as far as the words tell */
	NdGender	gender;
	NdReach		reach;			/* of a pronoun, or of the possessive pronoun
								 * that the phrase begins with */
	bool		plural;
	bool		definite;		/* "the", "this", a possessor */
	bool		office;			/* a role that one person holds at a time */
	bool		listed;			/* the kind comes from a list, not from its shape */
	bool		marked;			/* only its article tells the kind of a name */
	NdRange		all;			/* without marks at its edges */
	NdRange		name;			/* of a name: without titles */
	NdRange		words;			/* of a nominal: without article and number, with
								 * what follows the noun */
	uint32_t	head;			/* of a nominal: its noun */
	NdRange		noun;			/* of a nominal: its noun group alone */
	NdRange		role;			/* what the phrase says of a named one */
	NdRange		owner;			/* possessor; may be empty */
} NdPhrase;

/* Reads the tokens of a source. Looks at most at 64 of them. */
extern void nd_read_phrase(const NdPage *page, NdRange range, NdPhrase *phrase);

/*
 * Reads a run of capitalised words as a name: takes titles off and judges its
 * kind. `marked` tells that an article stands before it, so that it is hardly
 * a person's. False when nothing is left.
 */
extern bool nd_read_name(const NdPage *page, NdRange run, bool marked, NdPhrase *phrase);

/* The end of the run of name words that begins at a token; `first` if none does. */
extern uint32_t nd_name_end(const NdPage *page, uint32_t first, uint32_t limit);

/* Whether a word looks like part of a name. */
extern bool nd_is_name_word(const NdPage *page, uint32_t token);

#endif
