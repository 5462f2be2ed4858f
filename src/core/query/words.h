/*
 * words.h
 *		Words as queries and index keys know them: one splitter and one folding
 *		for the texts of findings and for what is asked.
 *
 * A word is a run of letters and digits of any script. An apostrophe between
 * two of them belongs to it (can't, O'Brien), as does a full stop between
 * digits (1.5), a comma before three digits (1,200), and the full stops of
 * single letters (U.S.). All other marks part words: cease-fire is two.
 *
 * Folded it is in lower case with straight apostrophes, without the 's at its
 * end, without commas, and without full stops between letters: 1200, us. Cut
 * after ND_FOLDED_BYTES. A folded word is one word, and its own folded form.
 */
#ifndef ND_QUERY_WORDS_H
#define ND_QUERY_WORDS_H

#include "digest/findings.h"

#define ND_FOLDED_BYTES	64

/*
 * Finds the next word that starts at byte *at or later, and moves *at behind
 * it. False when there is none. A text is gone through in linear time.
 */
extern bool nd_next_word(NdText text, uint32_t *at, NdSpan *word);

/* Folds a word that nd_next_word gave; returns the length in bytes, not 0. */
extern uint32_t nd_fold(NdText text, NdSpan word, char folded[ND_FOLDED_BYTES]);

/* The first character of the folded word, and of its stem. */
extern uint32_t nd_fold_first(NdText text, NdSpan word);

/*
 * Writes all words of a text, folded, with one space between: how whole values
 * are compared. In `arena`; false without memory.
 */
extern bool nd_fold_all(NdArena *arena, NdText text, NdText *folded);

/* Goes through the words of some pieces of a text. */
typedef struct NdWordReader
{
	NdText		text;
	const NdSpan *pieces;
	uint32_t	n_pieces;
	uint32_t	piece;
	uint32_t	at;
	const NdSpan *names;
	uint32_t	n_names;
	uint32_t	name;			/* the first that may be at `at` or later */
} NdWordReader;

/* Begins with the first piece; the pieces are in text order. */
extern NdWordReader nd_read_words(const NdKept *kept, const NdSpan *pieces, uint32_t n_pieces);

/*
 * The next word, in bytes of the kept text, and whether it, or part of it, is
 * tagged as a name: names match only as they stand, other words by stem too.
 */
extern bool nd_read_word(NdWordReader *reader, NdSpan *word, bool *is_name);

#endif
