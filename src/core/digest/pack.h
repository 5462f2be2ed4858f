/*
 * pack.h
 *		English text in little more than half of its bytes.
 *
 * Every code is a byte or begins with one: printable ASCII stands for itself,
 * most other bytes for fragments of the table in pack.c. Bytes that no code
 * stands for are quoted: a zero byte, how many less one, the bytes. The longest
 * fragment that fits is taken, so that a text has one packed form. The table is
 * on disk for ever.
 */
#ifndef ND_PACK_H
#define ND_PACK_H

#include "text/text.h"

#define ND_PACK_GROWTH	3		/* no byte of a text becomes more bytes */

/* Packs a text into `out`, which has room for that; returns the length. */
extern uint32_t nd_pack(NdText text, unsigned char *out);

/*
 * The length of the text that packed bytes stand for; ND_NONE where they are
 * damaged, and *fault the byte.
 */
extern uint32_t nd_unpacked_length(const unsigned char *packed, uint32_t length,
								   uint32_t *fault);

/* Unpacks bytes that have been checked so into `out`. */
extern void nd_unpack(const unsigned char *packed, uint32_t length, char *out);

#endif
