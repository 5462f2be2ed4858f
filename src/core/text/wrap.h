/*
 * wrap.h
 *		Hard-wrapped text: lines broken for their length, not for their sense.
 */
#ifndef ND_WRAP_H
#define ND_WRAP_H

#include "text/text.h"

/*
 * Joins lines of one block (lines without a blank one between them) that are
 * one paragraph, in place, and returns how many are left. Linear in the bytes
 * of the block.
 */
extern uint32_t nd_unwrap(NdText text, NdSpan *lines, uint32_t n_lines);

#endif
