/*
 * text_character.c
 *		UTF-8, classes of characters, counting.
 */
#include "unit.h"

#include <string.h>

#include "text/text.h"

static uint32_t
decode(const char *bytes, uint32_t length, uint32_t *next)
{
	return nd_decode((NdText) {bytes, length}, 0, next);
}

static void
check_decoding(void)
{
	uint32_t	next;

	CHECK(decode("a", 1, &next) == 'a' && next == 1);
	CHECK(decode("\xc3\xa9", 2, &next) == 0xE9 && next == 2);
	CHECK(decode("\xe2\x80\x9c", 3, &next) == 0x201C && next == 3);
	CHECK(decode("\xf0\x9f\x98\x80", 4, &next) == 0x1F600 && next == 4);
	/* cut short, overlong, surrogate, too large, a second byte alone */
	CHECK(decode("\xe2\x80", 2, &next) == ND_ILL_FORMED && next == 1);
	CHECK(decode("\xc0\x80", 2, &next) == ND_ILL_FORMED && next == 1);
	CHECK(decode("\xe0\x80\x80", 3, &next) == ND_ILL_FORMED && next == 1);
	CHECK(decode("\xed\xa0\x80", 3, &next) == ND_ILL_FORMED && next == 1);
	CHECK(decode("\xf4\x90\x80\x80", 4, &next) == ND_ILL_FORMED && next == 1);
	CHECK(decode("\x80", 1, &next) == ND_ILL_FORMED && next == 1);
}

/* Read backwards, a text has the same characters. */
static void
check_backwards(void)
{
	const char	bytes[] = "a\xc3\xa9\xff\xe2\x80\x9c\xe2\x80\xf0\x9f\x98\x80\x9f";
	NdText		text = {bytes, sizeof(bytes) - 1};
	uint32_t	characters[16];
	uint32_t	starts[16];
	uint32_t	n = 0;

	for (uint32_t at = 0, next; at < text.length; at = next)
	{
		starts[n] = at;
		characters[n++] = nd_decode(text, at, &next);
	}
	for (uint32_t at = text.length; at > 0;)
	{
		uint32_t	c = nd_decode_before(text, at, &at);

		n--;
		CHECK(c == characters[n] && at == starts[n]);
	}
	CHECK(n == 0);
}

static void
check_classes(void)
{
	CHECK(nd_is_letter('z') && nd_is_letter(0xE9) && nd_is_letter(0x416) && nd_is_letter(0x5D0));
	CHECK(nd_is_letter(0x6C34) && nd_is_letter(0x301) && !nd_is_letter('1') && !nd_is_letter(0x2019));
	CHECK(nd_is_digit('7') && nd_is_digit(0x663) && !nd_is_digit('x') && !nd_is_digit(0xB2));
	CHECK(nd_is_upper('Q') && nd_is_upper(0x0141) && nd_is_upper(0x0416) && !nd_is_upper(0x0142));
	CHECK(nd_is_lower('q') && nd_is_lower(0x0142) && nd_is_lower(0xDF) && !nd_is_lower(0x0141));
	CHECK(nd_is_space(' ') && nd_is_space('\n') && nd_is_space(0xA0) && nd_is_space(0) &&
		  nd_is_space(0xFEFF) && nd_is_space(ND_ILL_FORMED) && !nd_is_space('_'));
	CHECK(nd_to_lower('Q') == 'q' && nd_to_lower(0xC9) == 0xE9 && nd_to_lower(0x0416) == 0x0436);
	CHECK(nd_to_lower(0x0141) == 0x0142 && nd_to_lower('1') == '1' && nd_to_lower(0xE9) == 0xE9);
}

/* Every place of a text of mixed characters, against counting by hand. */
static void
check_counting(void)
{
	static const char *const pieces[] = {"a", "\xc3\xa9", "\xe2\x80\x9c", "\xf0\x9f\x98\x80", "\xff"};
	char		bytes[4096];
	NdContext	context;
	NdArena		arena;
	NdCharacters characters;
	uint32_t	length = 0;
	uint32_t	count = 0;
	bool		right = true;

	for (uint32_t i = 0; length < sizeof(bytes) - 4; i = i * 7 + 3)
	{
		const char *piece = pieces[(i >> 3) % 5];

		memcpy(bytes + length, piece, strlen(piece));
		length += (uint32_t) strlen(piece);
	}
	nd_context_init(&context);
	nd_arena_init(&arena, &context);
	CHECK(nd_characters_init(&arena, (NdText) {bytes, length}, &characters));
	for (uint32_t at = 0, next; at < length; at = next)
	{
		right = right && nd_character_at(&characters, at) == count++;
		(void) nd_decode((NdText) {bytes, length}, at, &next);
	}
	CHECK(right);
	CHECK(nd_character_at(&characters, length) == count);
	CHECK(!characters.single_byte);
	memset(bytes, 'a', 512);
	CHECK(nd_characters_init(&arena, (NdText) {bytes, 512}, &characters));
	CHECK(characters.single_byte && nd_character_at(&characters, 512) == 512);
	nd_arena_free(&arena);
}

int
main(void)
{
	check_decoding();
	check_backwards();
	check_classes();
	check_counting();
	return unit_result();
}
