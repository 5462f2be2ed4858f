/*
 * pack.c
 *		English text in little more than half of its bytes.
 *
 * The fragments are those that shorten news most; with a table this small it
 * matters little which news. Names were left out, so that no subject is favoured.
 */
#include "digest/pack.h"

#include <string.h>

#define FRAGMENTS		160
#define FIRST_LOW		0x01	/* codes of the first fragments: 0x01 to 0x1F */
#define LOW_CODES		31
#define FIRST_HIGH		0x7F	/* codes of the others: 0x7F to 0xFF */
#define QUOTING			0x00
#define MOST_QUOTED		256

typedef struct Fragment
{
	uint8_t		length;
	char		bytes[15];
} Fragment;

/*
 * The number of a fragment is its code: nothing here may ever change. Ordered by
 * the first byte, of the same ones the longest first.
 */
static const Fragment fragments[FRAGMENTS] = {
	{1, "\n"}, {5, " and "}, {5, " the "}, {4, " to "}, {3, "'s "}, {6, ", and "}, {6, ", the "},
	{2, ", "}, {2, ".\n"}, {2, ". "}, {2, "I "}, {4, "The "}, {7, "at the "}, {6, "about "},
	{6, "ation "}, {5, "ally "}, {5, "ation"}, {4, "all "}, {4, "and "}, {4, "are "}, {4, "ate "},
	{3, "al "}, {3, "an "}, {3, "and"}, {3, "as "}, {3, "at "}, {2, "a "}, {2, "ac"}, {2, "ad"},
	{2, "al"}, {2, "am"}, {2, "an"}, {2, "ar"}, {2, "as"}, {2, "at"}, {4, "but "}, {3, "be "},
	{2, "be"}, {3, "com"}, {3, "con"}, {2, "ch"}, {2, "d "}, {2, "de"}, {2, "di"}, {6, "e the "},
	{6, "ed to "}, {5, "e of "}, {5, "e to "}, {4, "e th"}, {4, "ent "}, {4, "ers "}, {3, "e, "},
	{3, "ed "}, {3, "en "}, {3, "ent"}, {3, "er "}, {3, "es "}, {3, "est"}, {2, "e "}, {2, "el"},
	{2, "em"}, {2, "en"}, {2, "er"}, {2, "es"}, {8, "for the "}, {5, "from "}, {4, "for "},
	{3, "for"}, {5, "have "}, {4, "has "}, {4, "his "}, {3, "he "}, {2, "he"}, {8, "ing the "},
	{7, "in the "}, {7, "ing to "}, {4, "ing "}, {4, "ion "}, {4, "ity "}, {4, "ive "}, {3, "in "},
	{3, "ing"}, {3, "int"}, {3, "ion"}, {3, "is "}, {3, "it "}, {2, "ic"}, {2, "id"}, {2, "il"},
	{2, "in"}, {2, "ir"}, {2, "is"}, {2, "it"}, {2, "k "}, {5, "last "}, {3, "ly "}, {2, "le"},
	{2, "li"}, {4, "ment"}, {4, "not "}, {2, "n "}, {7, "of the "}, {7, "on the "}, {6, "other "},
	{5, "ould "}, {4, "one "}, {4, "our "}, {4, "over"}, {3, "of "}, {3, "on "}, {3, "or "},
	{3, "ort"}, {3, "ow "}, {2, "o "}, {2, "ol"}, {2, "om"}, {2, "on"}, {2, "or"}, {2, "ot"},
	{2, "ou"}, {3, "per"}, {3, "pro"}, {2, "pa"}, {2, "pe"}, {4, "red "}, {3, "res"}, {2, "ra"},
	{2, "re"}, {2, "ri"}, {2, "ro"}, {6, "s and "}, {5, "s of "}, {5, "said "}, {3, "s, "},
	{2, "s "}, {2, "se"}, {2, "st"}, {2, "t "}, {2, "th"}, {3, "und"}, {2, "ur"}, {2, "us"},
	{3, "ver"}, {6, "would "}, {5, "will "}, {5, "with "}, {4, "was "}, {4, "who "}, {2, "we"},
	{2, "wh"}, {4, "you "}, {2, "y "}, {5, "\xE2\x80\x99s "}, {4, "\xE2\x80\x9D "},
	{3, "\xE2\x80\x93"}, {3, "\xE2\x80\x94"}, {3, "\xE2\x80\x98"}, {3, "\xE2\x80\x99"},
	{3, "\xE2\x80\x9C"}, {3, "\xE2\x80\x9D"}
};

/* The first fragment that begins with each byte; 0 where none does, and for \n. */
static const uint8_t firsts[256] = {
	[' '] = 1, ['\''] = 4, [','] = 5, ['.'] = 8, ['I'] = 10, ['T'] = 11, ['a'] = 12, ['b'] = 35,
	['c'] = 38, ['d'] = 41, ['e'] = 44, ['f'] = 64, ['h'] = 68, ['i'] = 73, ['k'] = 93, ['l'] = 94,
	['m'] = 98, ['n'] = 99, ['o'] = 101, ['p'] = 120, ['r'] = 124, ['s'] = 130, ['t'] = 137,
	['u'] = 139, ['v'] = 142, ['w'] = 143, ['y'] = 150, [0xE2] = 152
};

static bool
stands_for_itself(unsigned char byte)
{
	return byte >= ' ' && byte < FIRST_HIGH;
}

static bool
stands_at(const Fragment *fragment, NdText text, uint32_t at)
{
	uint32_t	same = 1;		/* the caller has compared the first byte */

	if (fragment->length > text.length - at)
		return false;
	while (same < fragment->length && fragment->bytes[same] == text.bytes[at + same])
		same++;
	return same == fragment->length;
}

/* The longest fragment at a byte, or FRAGMENTS. */
static unsigned
fragment_at(NdText text, uint32_t at)
{
	char		byte = text.bytes[at];

	for (unsigned i = firsts[(unsigned char) byte]; i < FRAGMENTS && fragments[i].bytes[0] == byte; i++)
		if (stands_at(&fragments[i], text, at))
			return i;
	return FRAGMENTS;
}

static unsigned char
code_of(unsigned fragment)
{
	return (unsigned char) (fragment < LOW_CODES ? fragment + FIRST_LOW :
							fragment - LOW_CODES + FIRST_HIGH);
}

/* NULL for a code that stands for itself, or for QUOTING. */
static const Fragment *
fragment_of(unsigned char code)
{
	if (code >= FIRST_HIGH)
		return &fragments[code - FIRST_HIGH + LOW_CODES];
	if (code >= FIRST_LOW && code < FIRST_LOW + LOW_CODES)
		return &fragments[code - FIRST_LOW];
	return NULL;
}

uint32_t
nd_pack(NdText text, unsigned char *out)
{
	uint32_t	used = 0;
	uint32_t	quoted = 0;		/* bytes quoted last, before `used` */

	for (uint32_t at = 0; at < text.length;)
	{
		unsigned	fragment = fragment_at(text, at);
		unsigned char byte = (unsigned char) text.bytes[at];

		if (fragment < FRAGMENTS)
		{
			out[used++] = code_of(fragment);
			at += fragments[fragment].length;
			quoted = 0;
			continue;
		}
		at++;
		if (stands_for_itself(byte))
			quoted = 0;
		else if (quoted > 0 && quoted < MOST_QUOTED)
			out[used - quoted++ - 1]++;
		else
		{
			out[used++] = QUOTING;
			out[used++] = 0;
			quoted = 1;
		}
		out[used++] = byte;
	}
	return used;
}

uint32_t
nd_unpacked_length(const unsigned char *packed, uint32_t length, uint32_t *fault)
{
	uint64_t	unpacked = 0;

	for (uint32_t at = 0; at < length;)
	{
		const Fragment *fragment = fragment_of(packed[at]);
		uint32_t	quoted;

		*fault = at++;
		if (unpacked > INT32_MAX)
			return ND_NONE;
		if (fragment)
			unpacked += fragment->length;
		else if (packed[at - 1] != QUOTING)
			unpacked++;
		else
		{
			if (at == length)
				return ND_NONE;
			quoted = packed[at++] + 1u;
			if (quoted > length - at)
				return ND_NONE;
			at += quoted;
			unpacked += quoted;
		}
	}
	return unpacked > INT32_MAX ? ND_NONE : (uint32_t) unpacked;
}

void
nd_unpack(const unsigned char *packed, uint32_t length, char *out)
{
	for (uint32_t at = 0; at < length;)
	{
		const Fragment *fragment = fragment_of(packed[at]);

		if (fragment)
		{
			memcpy(out, fragment->bytes, fragment->length);
			out += fragment->length;
			at++;
		}
		else if (packed[at] != QUOTING)
			*out++ = (char) packed[at++];
		else
		{
			uint32_t	quoted = packed[at + 1] + 1u;

			memcpy(out, packed + at + 2, quoted);
			out += quoted;
			at += quoted + 2;
		}
	}
}
