/*
 * text.h
 *		An input text and places in it.
 *
 * The core counts bytes. Ill-formed UTF-8 is never an error: each byte that
 * is part of no character is read as one separator. A caller that wants
 * characters asks NdCharacters.
 */
#ifndef ND_TEXT_H
#define ND_TEXT_H

#include "base/arena.h"

typedef struct NdText
{
	const char *bytes;			/* UTF-8, need not be NUL-terminated */
	uint32_t	length;			/* in bytes */
} NdText;

/* Bytes start .. end - 1 of a text. */
typedef struct NdSpan
{
	uint32_t	start;
	uint32_t	end;
} NdSpan;

#define ND_NONE UINT32_MAX		/* an index that points nowhere */

static inline bool
nd_span_empty(NdSpan span)
{
	return span.start >= span.end;
}

static inline bool
nd_span_contains(NdSpan outer, NdSpan inner)
{
	return outer.start <= inner.start && inner.end <= outer.end;
}

static inline bool
nd_span_overlaps(NdSpan a, NdSpan b)
{
	return a.start < b.end && b.start < a.end;
}

#define ND_ILL_FORMED UINT32_C(0xFFFFFFFF)

/*
 * Decodes the character that starts at byte `at` (at < text.length) and sets
 * *next to the byte after it. Ill-formed input gives ND_ILL_FORMED and
 * *next = at + 1. Well-formed is what Unicode 15, table 3-7 says.
 */
extern uint32_t nd_decode(NdText text, uint32_t at, uint32_t *next);

/* Decodes the character that ends before byte `at` (at > 0). */
extern uint32_t nd_decode_before(NdText text, uint32_t at, uint32_t *previous);

/* Writes a character below 0x200000 as UTF-8; returns its length, 1 to 4. */
extern uint32_t nd_encode(uint32_t character, char bytes[4]);

/* Classes of characters, from own tables: no locale is asked. */
extern bool nd_is_letter(uint32_t character);
extern bool nd_is_digit(uint32_t character);	/* decimal digits, any script */
extern bool nd_is_upper(uint32_t character);
extern bool nd_is_lower(uint32_t character);
extern bool nd_is_space(uint32_t character);	/* line ends too; ill-formed too */
extern uint32_t nd_to_lower(uint32_t character);

/*
 * Counts characters up to a byte. Each ill-formed byte is one character. Made
 * once for a text (linear time, 4 bytes for every 256 of the text), each
 * look-up then reads less than 256 bytes.
 */
typedef struct NdCharacters
{
	NdText		text;
	uint32_t   *counts;			/* characters before byte 256 * i */
	bool		single_byte;	/* every byte is one character (all ASCII) */
} NdCharacters;

extern bool nd_characters_init(NdArena *arena, NdText text, NdCharacters *out);
extern uint32_t nd_character_at(const NdCharacters *characters, uint32_t byte);

#endif
