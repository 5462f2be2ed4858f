/*
 * cast.h
 *		Everybody and everything an article names: one figure for each, however
 *		its names vary.
 */
#ifndef ND_CAST_H
#define ND_CAST_H

#include "source/phrase.h"

#define ND_MOST_TRAITS	8

/* Somebody or something that may be a source. */
typedef struct NdFigure
{
	NdPhrase	phrase;			/* of the fullest mention */
	NdSourceKind kind;
	NdGender	gender;
	bool		named;
	NdRange		role;			/* tokens; may be empty */
	uint64_t	traits[ND_MOST_TRAITS]; /* forms of the nouns it is called by */
	uint32_t	n_traits;
	uint64_t	initials;		/* of a name of several words, else 0 */
	uint64_t	joined;			/* of its words without spaces */
	uint64_t	listing;		/* hash of the name a list has for it, else 0 */
	uint32_t	partner;		/* of two sources in one: the second; ND_NONE */
	uint32_t	owner;			/* whose it is: "Netanyahu's office"; ND_NONE */
	uint32_t	first;			/* token of the first mention */
	uint32_t	first_end;
	uint32_t	mentions;
	bool		guessed;		/* the kind is no more than likely */
	bool		headline;		/* first met in a headline */
	bool		spoke;			/* is the source of a claim seen so far */
} NdFigure;

typedef struct NdMention
{
	uint32_t	token;
	uint32_t	end;
	uint32_t	figure;
} NdMention;

typedef struct NdNameLink
{
	uint64_t	word;			/* 0: free */
	uint32_t	figure;
} NdNameLink;

typedef struct NdCast
{
	NdArena    *arena;
	const NdPage *page;
	NdFigure   *figures;
	uint32_t	count;
	uint32_t	room;
	NdMention  *mentions;		/* names of the whole text, in text order */
	uint32_t	n_mentions;
	uint32_t	mention_room;
	NdNameLink *links;			/* hash table from the words of names */
	uint32_t	n_links;
	uint32_t	link_room;		/* a power of two */
} NdCast;

/* Finds all names of the text. Everything is allocated in `arena`. */
extern bool nd_cast_open(NdArena *arena, const NdPage *page, NdCast *cast);

/*
 * The figure of a phrase that is a name: one that has it already, or a new
 * one. ND_NONE when there is no memory.
 */
extern uint32_t nd_cast_name(NdCast *cast, const NdPhrase *phrase);

/* A new figure without a name; ND_NONE when there is no memory. */
extern uint32_t nd_cast_nominal(NdCast *cast, const NdPhrase *phrase);

/* Remembers a noun by which a figure is called. */
extern void nd_figure_trait(NdFigure *figure, uint64_t form);
extern bool nd_figure_has_trait(const NdFigure *figure, uint64_t form);

/* The trait of somebody of this age, whose number a token is. */
extern uint64_t nd_age_trait(const NdPage *page, uint32_t number);

/* "43-year-old", whose hyphens are tokens of their own: the 43 of its last token, or ND_NONE. */
extern uint32_t nd_age_number(const NdPage *page, uint32_t token);

/*
 * The key of a figure and the name to show, allocated in the arena of the
 * cast. False when there is no memory.
 */
extern bool nd_figure_texts(NdCast *cast, uint32_t figure, NdText *key, NdText *name);

/* The word a list has for a name: "United States" for "Washington". */
extern NdWordValue nd_listed_name(const NdPage *page, NdRange name);

#endif
