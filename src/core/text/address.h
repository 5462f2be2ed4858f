/*
 * address.h
 *		Addresses of sites, of mail, @names and #tags: one token each.
 */
#ifndef ND_ADDRESS_H
#define ND_ADDRESS_H

#include "text/text.h"

/*
 * The end of the address that begins where `within` does, or that start when
 * none does. When a letter, digit, @ or # stands there, *chunk_end is set to
 * the end of the text without white space that was read: no address begins
 * before it.
 */
extern uint32_t nd_address_end(NdText text, NdSpan within, uint32_t *chunk_end);

#endif
