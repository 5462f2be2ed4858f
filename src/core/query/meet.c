/*
 * meet.c
 *		Whether words of a text are those of a term.
 *
 * Words in a row are found by Shift-And (Baeza-Yates and Gonnet, "A new
 * approach to text searching", 1992), a bit for each word of the term: one
 * pass, nothing is read twice. Most words of a text are told apart by their
 * first letter; only the others are folded, and only those of them that are
 * not equal are stemmed. A stem begins as its word does.
 */
#include "query/meet.h"

#include <string.h>

/* A word of the text, worked out as far as somebody asked. */
typedef struct Seen
{
	NdText		text;
	NdSpan		at;
	bool		stems;			/* may be compared by stem */
	uint32_t	first;			/* character */
	uint32_t	folded_length;	/* 0: not yet */
	uint32_t	stem_length;	/* 0: not yet */
	char		folded[ND_FOLDED_BYTES];
	char		stem[ND_STEM_BYTES];
} Seen;

static bool
equals(NdText text, const char *bytes, uint32_t length)
{
	return text.length == length && memcmp(text.bytes, bytes, length) == 0;
}

static bool
word_meets(NdStemmer *stemmer, const NdTerm *term, uint32_t i, Seen *seen)
{
	NdText		word = term->words[i];
	uint32_t	next;

	if (nd_decode(word, 0, &next) != seen->first)
		return false;
	if (seen->folded_length == 0)
		seen->folded_length = nd_fold(seen->text, seen->at, seen->folded);
	if (term->match == ND_MATCH_PREFIX)
		return seen->folded_length >= word.length &&
			memcmp(seen->folded, word.bytes, word.length) == 0;
	if (equals(word, seen->folded, seen->folded_length))
		return true;
	if (!seen->stems)
		return false;
	if (seen->stem_length == 0)
		seen->stem_length = nd_stem(stemmer, seen->folded, seen->folded_length, seen->stem);
	return equals(term->stems[i], seen->stem, seen->stem_length);
}

/* Of the words of the term that may come now, those that this word is. */
static uint64_t
advance(NdStemmer *stemmer, const NdTerm *term, uint64_t possible, Seen *seen)
{
	uint64_t	met = 0;

	for (uint32_t i = 0; i < term->n_words && possible >> i != 0; i++)
		if ((possible >> i & 1) != 0 && word_meets(stemmer, term, i, seen))
			met |= UINT64_C(1) << i;
	return met;
}

bool
nd_words_meet(NdStemmer *stemmer, const NdTerm *term, NdWordReader *reader, NdStemming stemming)
{
	uint64_t	goal = UINT64_C(1) << (term->n_words - 1);
	uint64_t	possible = 1;	/* words of the term that may come now */
	bool		whole = term->match == ND_MATCH_WHOLE;
	bool		is_name;
	Seen		seen;

	while (nd_read_word(reader, &seen.at, &is_name))
	{
		uint64_t	met;

		seen.text = reader->text;
		seen.first = nd_fold_first(seen.text, seen.at);
		seen.folded_length = 0;
		seen.stem_length = 0;
		seen.stems = !whole && (stemming == ND_BY_STEM ||
								(stemming == ND_BY_STEM_BUT_NAMES && !is_name));
		met = advance(stemmer, term, possible, &seen);
		if (whole && met == 0)
			return false;
		if ((met & goal) != 0 && !whole)
			return true;
		possible = met << 1 | (whole ? 0 : 1);
	}
	return whole && possible == goal << 1;
}

bool
nd_query_stem(NdArena *arena, NdStemmer *stemmer, NdQuery *query)
{
	for (uint32_t i = 0; i < query->n_terms; i++)
	{
		NdTerm	   *term = &query->terms[i];

		term->stems = nd_alloc_array(arena, term->n_words, sizeof(NdText));
		if (term->stems == NULL)
			return false;
		for (uint32_t k = 0; k < term->n_words; k++)
		{
			char		stem[ND_STEM_BYTES];
			uint32_t	length = nd_stem(stemmer, term->words[k].bytes, term->words[k].length, stem);
			char	   *copy = nd_alloc(arena, length);

			if (copy == NULL)
				return false;
			memcpy(copy, stem, length);
			term->stems[k] = (NdText) {copy, length};
		}
	}
	return true;
}
