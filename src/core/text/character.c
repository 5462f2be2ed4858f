/*
 * character.c
 *		UTF-8, classes of characters, and counting characters up to a byte.
 */
#include "text/text.h"

#include "text/character_tables.h"

#define COUNT_STEP		256u
#define RANGES(table)	(table), (sizeof(table) / sizeof((table)[0]))

/*
 * The length of the well-formed character at `at`, or 0. Second bytes are
 * narrowed where the first would allow overlong forms, surrogates or numbers
 * past 10FFFF (Unicode 15, table 3-7).
 */
static uint32_t
well_formed_length(NdText text, uint32_t at)
{
	const unsigned char *bytes = (const unsigned char *) text.bytes + at;
	uint32_t	left = text.length - at;
	unsigned	first = bytes[0];
	unsigned	low = 0x80;
	unsigned	high = 0xBF;
	uint32_t	length;

	if (first < 0x80)
		return 1;
	if (first < 0xC2 || first > 0xF4)
		return 0;
	length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
	if (first == 0xE0)
		low = 0xA0;
	else if (first == 0xED)
		high = 0x9F;
	else if (first == 0xF0)
		low = 0x90;
	else if (first == 0xF4)
		high = 0x8F;
	if (left < length || bytes[1] < low || bytes[1] > high)
		return 0;
	for (uint32_t i = 2; i < length; i++)
		if ((bytes[i] & 0xC0) != 0x80)
			return 0;
	return length;
}

uint32_t
nd_decode(NdText text, uint32_t at, uint32_t *next)
{
	const unsigned char *bytes = (const unsigned char *) text.bytes + at;
	uint32_t	length;

	if (bytes[0] < 0x80)
	{
		*next = at + 1;
		return bytes[0];
	}
	length = well_formed_length(text, at);
	*next = at + (length ? length : 1);
	switch (length)
	{
		case 2:
			return (bytes[0] & 0x1Fu) << 6 | (bytes[1] & 0x3Fu);
		case 3:
			return (bytes[0] & 0x0Fu) << 12 | (bytes[1] & 0x3Fu) << 6 | (bytes[2] & 0x3Fu);
		case 4:
			return (bytes[0] & 0x07u) << 18 | (bytes[1] & 0x3Fu) << 12 |
				(bytes[2] & 0x3Fu) << 6 | (bytes[3] & 0x3Fu);
		default:
			return ND_ILL_FORMED;
	}
}

uint32_t
nd_encode(uint32_t character, char bytes[4])
{
	if (character < 0x80)
	{
		bytes[0] = (char) character;
		return 1;
	}
	if (character < 0x800)
	{
		bytes[0] = (char) (0xC0 | character >> 6);
		bytes[1] = (char) (0x80 | (character & 0x3F));
		return 2;
	}
	if (character < 0x10000)
	{
		bytes[0] = (char) (0xE0 | character >> 12);
		bytes[1] = (char) (0x80 | (character >> 6 & 0x3F));
		bytes[2] = (char) (0x80 | (character & 0x3F));
		return 3;
	}
	bytes[0] = (char) (0xF0 | character >> 18);
	bytes[1] = (char) (0x80 | (character >> 12 & 0x3F));
	bytes[2] = (char) (0x80 | (character >> 6 & 0x3F));
	bytes[3] = (char) (0x80 | (character & 0x3F));
	return 4;
}

uint32_t
nd_decode_before(NdText text, uint32_t at, uint32_t *previous)
{
	uint32_t	next;

	for (uint32_t length = 1; length <= 4 && length <= at; length++)
	{
		unsigned char byte = (unsigned char) text.bytes[at - length];

		if ((byte & 0xC0) == 0x80)
			continue;
		if (well_formed_length(text, at - length) != length)
			break;
		*previous = at - length;
		return nd_decode(text, at - length, &next);
	}
	*previous = at - 1;
	return ND_ILL_FORMED;
}

static const CharacterRange *
find_range(uint32_t character, const CharacterRange *ranges, size_t count)
{
	size_t		low = 0;
	size_t		high = count;

	while (low < high)
	{
		size_t		middle = low + (high - low) / 2;

		if (character > ranges[middle].last)
			low = middle + 1;
		else
			high = middle;
	}
	if (low == count || character < ranges[low].first ||
		(character - ranges[low].first) % (uint32_t) ranges[low].step != 0)
		return NULL;
	return &ranges[low];
}

bool
nd_is_letter(uint32_t character)
{
	if (character < 0x80)
		return (character | 0x20) - 'a' < 26;
	return find_range(character, RANGES(letter_ranges)) != NULL;
}

bool
nd_is_digit(uint32_t character)
{
	if (character < 0x80)
		return character - '0' < 10;
	return find_range(character, RANGES(digit_ranges)) != NULL;
}

bool
nd_is_upper(uint32_t character)
{
	if (character < 0x80)
		return character - 'A' < 26;
	return find_range(character, RANGES(upper_ranges)) != NULL;
}

bool
nd_is_lower(uint32_t character)
{
	if (character < 0x80)
		return character - 'a' < 26;
	return find_range(character, RANGES(lower_ranges)) != NULL;
}

/*
 * Control characters are white space as well: nothing in a text can mean them
 * as anything else. So are the zero-width space and the byte order mark.
 */
bool
nd_is_space(uint32_t character)
{
	if (character < 0x80)
		return character <= 0x20 || character == 0x7F;
	if (character <= 0xA0)
		return character == 0xA0 || character < 0xA0;
	return (character >= 0x2000 && character <= 0x200B) ||
		character == 0x1680 || character == 0x2028 || character == 0x2029 ||
		character == 0x202F || character == 0x205F || character == 0x3000 ||
		character == 0xFEFF || character == ND_ILL_FORMED;
}

uint32_t
nd_to_lower(uint32_t character)
{
	const CharacterRange *range;

	if (character < 0x80)
		return character - 'A' < 26 ? character + 0x20 : character;
	range = find_range(character, RANGES(upper_ranges));
	return range ? character + (uint32_t) range->to_lower : character;
}

bool
nd_characters_init(NdArena *arena, NdText text, NdCharacters *out)
{
	uint32_t	steps = text.length / COUNT_STEP + 1;
	uint32_t	step = 0;
	uint32_t	characters = 0;
	uint32_t	next;

	out->text = text;
	out->single_byte = true;
	out->counts = nd_alloc_array(arena, steps, sizeof(uint32_t));
	if (out->counts == NULL)
		return false;
	for (uint32_t at = 0; at < text.length; at = next)
	{
		next = at + 1;
		if ((unsigned char) text.bytes[at] >= 0x80)
			(void) nd_decode(text, at, &next);
		if (next != at + 1)
			out->single_byte = false;
		for (; step < steps && step * COUNT_STEP < next; step++)
			out->counts[step] = characters + (step * COUNT_STEP > at);
		characters++;
	}
	if (step < steps)
		out->counts[step] = characters;
	return true;
}

/* The first character that starts at or after a byte. */
static uint32_t
align_forward(NdText text, uint32_t at)
{
	for (uint32_t back = 1; back <= 3 && back <= at; back++)
	{
		uint32_t	length = well_formed_length(text, at - back);

		if (length > back)
			return at - back + length;
	}
	return at;
}

uint32_t
nd_character_at(const NdCharacters *characters, uint32_t byte)
{
	uint32_t	step = byte / COUNT_STEP;
	uint32_t	count;
	uint32_t	at;

	if (characters->single_byte)
		return byte;
	count = characters->counts[step];
	at = align_forward(characters->text, step * COUNT_STEP);
	for (; at < byte; count++)
	{
		if ((unsigned char) characters->text.bytes[at] < 0x80)
			at++;
		else
			(void) nd_decode(characters->text, at, &at);
	}
	return count;
}
