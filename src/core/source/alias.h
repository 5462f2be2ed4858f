/*
 * alias.h
 *		Names of sources in a form in which their spellings are equal.
 */
#ifndef ND_SOURCE_ALIAS_H
#define ND_SOURCE_ALIAS_H

#include "base/arena.h"
#include "text/text.h"

/*
 * Brings a name, as somebody writes it or as a key lists it, to one form: lower
 * case, straight marks, no articles, one space between words, and owners
 * behind: "the Strip's health ministry" and "health ministry of the Strip" are
 * both "health ministry of strip". Ill-formed bytes are one unknown character
 * each. In `arena`, linear; false without memory.
 */
extern bool nd_alias_form(NdArena *arena, NdText name, NdText *form);

#endif
