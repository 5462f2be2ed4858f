/*
 * lexicon.h
 *		The word lists of lexicon/, compiled into tables of offsets.
 *
 * An entry is a word or phrase, lower case unless its file says otherwise,
 * with a value (empty where the file gives none). A list is one block of
 * characters, an array of offsets sorted by bytes, and a hash table of numbers:
 * nothing but this header has a pointer, so all processes share the pages.
 */
#ifndef ND_LEXICON_H
#define ND_LEXICON_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct NdLexicon
{
	const char *characters;
	const uint32_t *offsets;	/* 2 * entries + 1: entry, value, entry, ... */
	const uint32_t *slots;		/* number of an entry + 1, or 0: free */
	uint32_t	last_slot;		/* a power of two, minus one */
	uint32_t	entries;
	uint32_t	longest;		/* bytes of the longest entry */
} NdLexicon;

typedef struct NdWordValue
{
	const char *bytes;			/* not NUL-terminated */
	uint32_t	length;
} NdWordValue;

/* The number of the entry that equals the bytes, or UINT32_MAX. */
extern uint32_t nd_lexicon_find(const NdLexicon *lexicon, const char *bytes, size_t length);

/* Whether an entry begins with the bytes: "aid " for "aid worker". */
extern bool nd_lexicon_begins(const NdLexicon *lexicon, const char *bytes, size_t length);

extern NdWordValue nd_lexicon_entry(const NdLexicon *lexicon, uint32_t number);
extern NdWordValue nd_lexicon_value(const NdLexicon *lexicon, uint32_t number);

/* Whether a value is this NUL-terminated word. */
extern int	nd_value_is(NdWordValue value, const char *word);

#include "lexicon_lists.h"		/* made by lexicon/compile.c: nd_lexicon_<file> */

#endif
