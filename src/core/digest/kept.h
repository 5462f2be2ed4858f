/*
 * kept.h
 *		Keeping the words that records point to, and nothing else of a text.
 */
#ifndef ND_KEPT_H
#define ND_KEPT_H

#include "digest/findings.h"

/*
 * First the spans that are wanted are told, in any order; closing the keeper
 * makes the kept text; then spans of the text become spans of the kept text.
 */
typedef struct NdKeeper
{
	NdArena    *arena;
	NdSpan	   *runs;			/* what is wanted; once closed, what is kept */
	uint32_t   *starts;			/* of each run in the kept text */
	uint32_t	count;
	uint32_t	room;
} NdKeeper;

extern bool nd_keeper_want(NdKeeper *keeper, NdSpan at);
extern bool nd_keeper_want_pieces(NdKeeper *keeper, NdPieces pieces);

/*
 * Sets text and excerpts of *kept, without places. `fences` are the excerpts
 * of `text` where that is itself a kept text: runs do not cross them. Takes
 * n log n time. False without memory.
 */
extern bool nd_keeper_close(NdKeeper *keeper, NdText text, const NdExcerpt *fences,
							uint32_t n_fences, NdKept *kept);

/* What wanted spans have become. An empty span becomes {0, 0}. */
extern NdSpan nd_keeper_span(const NdKeeper *keeper, NdSpan at);
extern bool nd_keeper_pieces(const NdKeeper *keeper, NdPieces pieces, NdPieces *out);

/* The excerpt that holds a byte of the kept text; there must be one. */
extern uint32_t nd_excerpt_at(const NdKept *kept, uint32_t byte);

/* Bytes of an excerpt in the kept text. */
static inline NdSpan
nd_excerpt_span(const NdKept *kept, uint32_t excerpt)
{
	return (NdSpan)
	{
		kept->excerpts[excerpt].start,
			excerpt + 1 < kept->n_excerpts ? kept->excerpts[excerpt + 1].start : kept->text.length
	};
}

/* Characters, or bytes if so counted, before a byte of the kept text. */
static inline uint32_t
nd_kept_count(const NdKept *kept, uint32_t byte)
{
	return kept->counts_bytes ? byte : nd_character_at(&kept->characters, byte);
}

/* Whether a byte can be the first one of a span: it does not go on a character. */
static inline bool
nd_begins_character(NdText text, uint32_t byte)
{
	return ((unsigned char) text.bytes[byte] & 0xC0) != 0x80;
}

/* Whether what ends before a byte would end within a character. */
extern bool nd_parts_character(NdText text, uint32_t byte);

/*
 * The words that can be names: those that begin with a capital letter, or with
 * a letter beyond Latin-1, whatever that is. *at goes from 0 to the length of
 * an excerpt's text; false where no such word follows.
 *
 * What is a word here is decided by bytes alone, because digests hold one bit
 * for each of these words: the rule must never change.
 */
extern bool nd_next_capital(NdText text, uint32_t *at, NdSpan *word);

#endif
