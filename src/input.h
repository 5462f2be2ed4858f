/*
 * input.h
 *		A text of the server as the core reads it, and places in it as SQL
 *		counts them.
 */
#ifndef ND_INPUT_H
#define ND_INPUT_H

#include "reader.h"

typedef struct NdInput
{
	NdText		text;			/* what the core reads */
	NdCharacters characters;	/* of it; unused where bytes are characters */
	bool		bytes_are_characters;
	const char *bytes;			/* the same text in the server's encoding */
	const uint32 *starts;		/* byte of each character in it, or NULL where
								 * both texts have the same bytes, or every
								 * character is one byte */
} NdInput;

/*
 * Fills *input from a text of any server encoding, in the memory of the
 * reader. False with an error in its context.
 */
extern bool nd_input_open(NdReader *reader, text *argument, NdInput *input);

/* The characters of a span as int4range: zero-based, end exclusive. */
extern Datum nd_input_range(const NdInput *input, NdSpan at);

/* The text of a span, in the server's encoding. */
extern Datum nd_input_text(const NdInput *input, NdSpan at);

#endif
