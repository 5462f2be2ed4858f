/*
 * meet.h
 *		Whether words of a text are those of a term.
 */
#ifndef ND_QUERY_MEET_H
#define ND_QUERY_MEET_H

#include "query/sought.h"

/*
 * Whether the reader's words are, or have among them in a row, those of a
 * stemmed term, as term->match says. Reads on. Linear in the words read, times
 * the words of the term where they repeat each other.
 */
extern bool nd_words_meet(NdStemmer *stemmer, const NdTerm *term, NdWordReader *reader,
						  NdStemming stemming);

#endif
