/*
 * mark.h
 *		Punctuation that several stages of reading must agree on.
 */
#ifndef ND_MARK_H
#define ND_MARK_H

#include "text/text.h"

/* ' and what is typed for it. */
static inline bool
nd_is_apostrophe(uint32_t c)
{
	return c == '\'' || c == 0x2019 || c == 0x2018 || c == '`' || c == 0xB4 ||
		c == 0x2BC || c == 0xFF07;
}

static inline bool
nd_is_double_quote(uint32_t c)
{
	return c == '"' || (c >= 0x201C && c <= 0x201F) || c == 0xAB || c == 0xBB ||
		c == 0xFF02;
}

static inline bool
nd_is_single_quote(uint32_t c)
{
	return nd_is_apostrophe(c) || c == 0x201A || c == 0x201B || c == 0x2039 || c == 0x203A;
}

static inline bool
nd_is_quote(uint32_t c)
{
	return nd_is_double_quote(c) || nd_is_single_quote(c);
}

static inline bool
nd_is_opening_bracket(uint32_t c)
{
	return c == '(' || c == '[' || c == '{' || c == 0xFF08 || c == 0x3010;
}

static inline bool
nd_is_closing_bracket(uint32_t c)
{
	return c == ')' || c == ']' || c == '}' || c == 0xFF09 || c == 0x3011;
}

/* Marks that can end a sentence; the first row is for Latin script. */
static inline bool
nd_is_terminator(uint32_t c)
{
	return c == '.' || c == '!' || c == '?' || c == 0x2026 || c == 0x203D ||
		c == 0x3002 || c == 0xFF01 || c == 0xFF1F || c == 0xFF0E || c == 0x61F ||
		c == 0x6D4 || c == 0x964;
}

static inline bool
nd_is_dash(uint32_t c)
{
	return c == '-' || (c >= 0x2010 && c <= 0x2015) || c == 0x2212 || c == 0x2043;
}

/* A hyphen inside a word; the second cannot be broken at. */
static inline bool
nd_is_hyphen(uint32_t c)
{
	return c == '-' || c == 0x2010 || c == 0x2011;
}

static inline bool
nd_is_bullet(uint32_t c)
{
	return c == 0x2022 || c == 0x2023 || c == 0x2043 || c == 0x2219 || c == 0x25AA ||
		c == 0x25AB || c == 0x25CF || c == 0x25CB || c == 0x25E6 || c == 0x25A0 ||
		c == 0x25BA || c == 0x25B6 || c == 0x27A2 || c == 0x2794 || c == 0xB7;
}

/* Letters, digits and what stands inside words. */
static inline bool
nd_is_word(uint32_t c)
{
	return nd_is_letter(c) || nd_is_digit(c);
}

#endif
