/*
 * word.c
 *		Normalised words and their hashes.
 */
#include "language/word.h"

#include "base/hash.h"
#include "text/text.h"

#define UNKNOWN		0xFFFD

static bool
is_continuation(const unsigned char *bytes, uint32_t length, uint32_t at)
{
	return at < length && (bytes[at] & 0xC0) == 0x80;
}

/*
 * Lenient: overlong forms and surrogates decode to something, since any
 * character serves as well as another for a hash.
 */
static uint32_t
decode(const unsigned char *bytes, uint32_t length, uint32_t *at)
{
	uint32_t	i = *at;
	uint32_t	lead = bytes[i];
	uint32_t	more = lead >= 0xF0 ? 3 : lead >= 0xE0 ? 2 : 1;
	uint32_t	character;

	*at = i + 1;
	if (lead < 0x80)
		return lead;
	if (lead < 0xC2 || lead > 0xF4)
		return UNKNOWN;
	character = lead & (0x3Fu >> more);
	for (uint32_t k = 1; k <= more; k++)
	{
		if (!is_continuation(bytes, length, i + k))
			return UNKNOWN;
		character = character << 6 | (bytes[i + k] & 0x3Fu);
	}
	*at = i + 1 + more;
	return character;
}

static bool
is_upper(uint32_t c)
{
	if (c < 0xC0)
		return c >= 'A' && c <= 'Z';
	if (c < 0x100)
		return c <= 0xDE && c != 0xD7;
	if ((c >= 0x139 && c <= 0x148) || (c >= 0x179 && c <= 0x17E))
		return (c & 1) == 1;
	return c == 0x178 || (c < 0x178 && c != 0x138 && (c & 1) == 0);
}

static uint32_t
to_lower(uint32_t c)
{
	if (!is_upper(c))
		return c;
	if (c == 0x178)
		return 0xFF;
	return c < 0x100 ? c + 32 : c + 1;
}

static bool
is_digit(uint32_t c)
{
	return c >= '0' && c <= '9';
}

static bool
is_letter(uint32_t c)
{
	if (c < 0x80)
		return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
	return c >= 0xC0 && c != 0xD7 && c != 0xF7 && c != UNKNOWN &&
		!(c >= 0x2000 && c <= 0x2BFF);
}

/* Typographic marks as their typewriter forms; 0 for what is invisible. */
static uint32_t
straighten(uint32_t c)
{
	switch (c)
	{
		case '`':
		case 0xB4:
		case 0x2018:
		case 0x2019:
		case 0x201A:
		case 0x201B:
		case 0x2032:
		case 0x2BC:
			return '\'';
		case 0xAB:
		case 0xBB:
		case 0x201C:
		case 0x201D:
		case 0x201E:
		case 0x201F:
		case 0x2033:
			return '"';
		case 0x2010:
		case 0x2011:
			return '-';
		case 0xAD:
		case 0x200B:
		case 0x200C:
		case 0x200D:
		case 0xFEFF:
			return 0;
		default:
			return c;
	}
}

static bool
is_dash(uint32_t c)
{
	return (c >= 0x2012 && c <= 0x2015) || c == 0x2212;
}

static uint32_t
put(uint32_t *characters, uint32_t n, uint32_t c, uint32_t times)
{
	for (; times > 0 && n < ND_WORD_CHARACTERS; times--)
		characters[n++] = c;
	return n;
}

/* Whether there are two characters or more, all of them this one. */
static bool
is_run_of(const uint32_t *characters, uint32_t n, uint32_t c)
{
	uint32_t	i = 0;

	while (i < n && characters[i] == c)
		i++;
	return n >= 2 && i == n;
}

/* The characters of the word, straightened, letter case kept. */
static uint32_t
read_characters(const char *bytes, uint32_t length,
				uint32_t characters[ND_WORD_CHARACTERS])
{
	uint32_t	n = 0;
	uint32_t	at = 0;

	while (at < length && n < ND_WORD_CHARACTERS)
	{
		uint32_t	c = decode((const unsigned char *) bytes, length, &at);

		if (is_dash(c))
			n = put(characters, n, '-', 2);
		else if (c == 0x2026)
			n = put(characters, n, '.', 3);
		else if ((c = straighten(c)) != 0)
			n = put(characters, n, c, 1);
	}
	if (is_run_of(characters, n, '-'))
		return 2;
	if (is_run_of(characters, n, '.'))
		return put(characters, 0, '.', 3);
	if (n == 2 && is_run_of(characters, n, '\''))
		return put(characters, 0, '"', 1);
	return n;
}

static uint64_t
hash(const uint32_t *characters, uint32_t n)
{
	uint64_t	h = UINT64_C(0xcbf29ce484222325);

	for (uint32_t i = 0; i < n; i++)
		h = (h ^ characters[i]) * UINT64_C(0x100000001b3);
	return nd_mix(h + n);
}

/* Digits with commas and stops between them, and nothing else. */
static bool
is_number(const uint32_t *characters, uint32_t n, uint32_t *digits)
{
	*digits = 0;
	if (n == 0 || !is_digit(characters[0]) || !is_digit(characters[n - 1]))
		return false;
	for (uint32_t i = 0; i < n; i++)
	{
		if (is_digit(characters[i]))
			++*digits;
		else if (characters[i] != ',' && characters[i] != '.')
			return false;
	}
	return true;
}

static uint64_t
number_class(const uint32_t *characters, uint32_t n, uint32_t digits)
{
	if (n == 4 && digits == 4 && (characters[0] == '1' || characters[0] == '2'))
		return nd_mix(1);
	return n <= 2 ? nd_mix(2) : nd_mix(3);
}

static uint32_t
shape(const uint32_t *characters, uint32_t n)
{
	uint32_t	outline[ND_WORD_CHARACTERS];
	uint32_t	used = 0;

	for (uint32_t i = 0; i < n; i++)
	{
		uint32_t	c = characters[i];
		uint32_t	kind = is_digit(c) ? 'd' : is_upper(c) ? 'X' :
			is_letter(c) ? 'x' : c < 0x80 ? c : 'u';

		if (used < 2 || outline[used - 1] != kind || outline[used - 2] != kind)
			outline[used++] = kind;
	}
	return (uint32_t) hash(outline, used);
}

static uint8_t
flags(const uint32_t *characters, uint32_t n)
{
	uint32_t	letters = 0;
	uint32_t	upper = 0;
	unsigned	result = 0;

	for (uint32_t i = 0; i < n; i++)
	{
		if (is_letter(characters[i]))
			letters++;
		if (is_upper(characters[i]))
			upper++;
		if (is_digit(characters[i]))
			result |= ND_WORD_DIGIT;
		if (characters[i] == '-' && n > 2)
			result |= ND_WORD_HYPHEN;
	}
	if (n > 0 && is_upper(characters[0]))
		result |= ND_WORD_CAPITAL;
	if (letters >= 2 && letters == upper)
		result |= ND_WORD_ALL_CAPITAL;
	if (letters > 0)
		result |= ND_WORD_LETTER;
	return (uint8_t) result;
}

void
nd_word(const char *bytes, uint32_t length, NdWord *out)
{
	uint32_t	characters[ND_WORD_CHARACTERS];
	uint32_t	n = read_characters(bytes, length, characters);
	uint32_t	digits;
	bool		number = is_number(characters, n, &digits);
	uint64_t	class_of_number = number ? number_class(characters, n, digits) : 0;

	out->characters = (uint8_t) n;
	out->flags = flags(characters, n);
	out->shape = shape(characters, n);
	for (uint32_t i = 0; i < n; i++)
		if (is_digit(characters[i]))
			characters[i] = '0';
	out->raw = hash(characters, n);
	for (uint32_t i = 0; i < n; i++)
		characters[i] = to_lower(characters[i]);
	out->form = number ? class_of_number : hash(characters, n);
	for (uint32_t k = 1; k <= 4; k++)
		out->suffix[k - 1] = (uint32_t) (k < n ? hash(characters + n - k, k) : hash(characters, n));
	for (uint32_t k = 1; k <= 3; k++)
		out->prefix[k - 1] = (uint32_t) (k < n ? hash(characters, k) : hash(characters, n));
}

uint32_t
nd_word_normalise(const char *bytes, uint32_t length, char out[ND_WORD_BYTES])
{
	uint32_t	characters[ND_WORD_CHARACTERS];
	uint32_t	n = read_characters(bytes, length, characters);
	uint32_t	used = 0;

	for (uint32_t i = 0; i < n; i++)
		used += nd_encode(to_lower(characters[i]), out + used);
	return used;
}
