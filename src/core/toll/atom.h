/*
 * atom.h
 *		The pieces that numbers are made of: a token, or a part of one where
 *		digits and words are written together (15-20, 40-odd, 12k).
 */
#ifndef ND_ATOM_H
#define ND_ATOM_H

#include "lexicon/lexicon.h"
#include "text/document.h"

typedef enum NdAtomKind
{
	ND_ATOM_WORD,
	ND_ATOM_DIGITS,
	ND_ATOM_ZERO,
	ND_ATOM_UNIT,				/* one .. nine */
	ND_ATOM_TEEN,				/* ten .. nineteen */
	ND_ATOM_TEN,				/* twenty .. ninety */
	ND_ATOM_HUNDRED,
	ND_ATOM_SCALE,				/* thousand, million */
	ND_ATOM_GROUP,				/* dozen, score */
	ND_ATOM_PART,				/* half, quarter */
	ND_ATOM_ORDINAL,
	ND_ATOM_DASH,
	ND_ATOM_COMMA,
	ND_ATOM_QUOTE,
	ND_ATOM_CURRENCY,
	ND_ATOM_MARK				/* any other */
} NdAtomKind;

typedef struct NdAtom
{
	NdSpan		at;
	uint32_t	token;
	NdAtomKind	kind;
	bool		glued;			/* nothing stands between it and the atom before */
	bool		plural;
	bool		either;			/* 1.234: thousands, or a decimal fraction */
	uint8_t		digits;			/* how many, of a plain run */
	int64_t		value;			/* over `divisor`, for digits */
	int64_t		divisor;
} NdAtom;

typedef struct NdAtoms
{
	NdText		text;
	NdAtom	   *atoms;
	uint32_t	count;
} NdAtoms;

/* Cuts tokens first .. end - 1 into atoms, allocated in `arena`. */
extern bool nd_find_atoms(NdArena *arena, const NdDocument *document,
						  uint32_t first, uint32_t end, NdAtoms *atoms);

#define ND_LONGEST_PHRASE	5	/* words of an entry of a list */

/*
 * The entry of a list that the atoms from `at` on spell, words parted by one
 * space; the longest one. Sets *end to the atom after it. UINT32_MAX when
 * there is none.
 */
extern uint32_t nd_atoms_phrase(const NdAtoms *atoms, uint32_t at,
								const NdLexicon *list, uint32_t *end);

/* Whether the atom is this word, given in lower case. */
extern bool nd_atom_is(const NdAtoms *atoms, uint32_t at, const char *word);

/* Whether the atom is a word of the list. */
extern bool nd_atom_in(const NdAtoms *atoms, uint32_t at, const NdLexicon *list);

#endif
