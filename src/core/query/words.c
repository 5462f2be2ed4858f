/*
 * words.c
 *		Words as queries and index keys know them.
 */
#include "query/words.h"

#include <string.h>

static bool
is_apostrophe(uint32_t character)
{
	return character == '\'' || character == '`' || character == 0xB4 || character == 0x2BC ||
		(character >= 0x2018 && character <= 0x201B) || character == 0x2032;
}

/* Soft hyphens and joiners count as letters, but nobody sees or types them. */
static bool
is_invisible(uint32_t character)
{
	return character == 0xAD || character == 0x200C || character == 0x200D;
}

/* Most bytes of most texts are told apart without decoding them. */
static inline bool
is_ascii_word(char byte)
{
	return ((unsigned char) byte | 0x20u) - 'a' < 26 || (unsigned char) byte - (unsigned) '0' < 10;
}

static inline uint32_t
decode(NdText text, uint32_t at, uint32_t *next)
{
	*next = at + 1;
	return (unsigned char) text.bytes[at] < 0x80 ? (unsigned char) text.bytes[at] :
		nd_decode(text, at, next);
}

static bool
is_word_character(uint32_t character)
{
	if (character < 0x80)
		return is_ascii_word((char) character);
	return (nd_is_letter(character) && !is_apostrophe(character)) || nd_is_digit(character);
}

/* Whether a character that can be seen goes on with a word here. */
static bool
goes_on(NdText text, uint32_t at)
{
	uint32_t	next;
	uint32_t	character = at < text.length ? nd_decode(text, at, &next) : 0;

	return is_word_character(character) && !is_invisible(character);
}

/* Whether three digits stand here, and not a fourth. */
static bool
is_thousands(NdText text, uint32_t at)
{
	uint32_t	digits = 0;

	while (digits < 4 && at + digits < text.length && nd_is_digit((unsigned char) text.bytes[at + digits]))
		digits++;
	return digits == 3;
}

/* The end of U.S or of U alone, at whose first letter we are. */
static uint32_t
single_letters_end(NdText text, uint32_t at)
{
	uint32_t	end;
	uint32_t	next;

	decode(text, at, &end);
	while (end < text.length && text.bytes[end] == '.' && goes_on(text, end + 1) &&
		   !nd_is_digit(nd_decode(text, end + 1, &next)) && !goes_on(text, next))
		end = next;
	return end;
}

static bool
is_digit_before(NdText text, uint32_t at)
{
	uint32_t	previous;

	return nd_is_digit(nd_decode_before(text, at, &previous));
}

/* Whether a word goes on with what is here, and where behind it. */
static bool
is_inside_word(NdText text, uint32_t at, uint32_t *next)
{
	uint32_t	character = nd_decode(text, at, next);
	uint32_t	after;

	if (is_word_character(character))
		return true;
	if (is_apostrophe(character))
		return goes_on(text, *next);
	if (character == '.')
		return *next < text.length && nd_is_digit(nd_decode(text, *next, &after)) &&
			is_digit_before(text, at);
	return character == ',' && is_thousands(text, *next) && is_digit_before(text, at);
}

static uint32_t
word_end(NdText text, uint32_t at)
{
	uint32_t	next;

	for (;;)
	{
		while (at < text.length && is_ascii_word(text.bytes[at]))
			at++;
		if (at == text.length || text.bytes[at] == ' ' || !is_inside_word(text, at, &next))
			return at;
		at = next;
	}
}

bool
nd_next_word(NdText text, uint32_t *at, NdSpan *word)
{
	uint32_t	start = *at;
	uint32_t	next;

	for (; start < text.length; start = next)
	{
		uint32_t	character = decode(text, start, &next);

		if (is_word_character(character) && !is_invisible(character))
		{
			uint32_t	end = nd_is_digit(character) ? next : single_letters_end(text, start);

			*word = (NdSpan) {start, end > next ? end : word_end(text, next)};
			*at = word->end;
			return true;
		}
	}
	*at = start;
	return false;
}

/* Without what no word ends in: 's, and what a cut may have left. */
static uint32_t
trimmed(const char *folded, uint32_t length)
{
	for (;;)
	{
		if (length > 1 && (folded[length - 1] == '\'' || folded[length - 1] == '.'))
			length--;
		else if (length > 2 && folded[length - 1] == 's' && folded[length - 2] == '\'')
			length -= 2;
		else
			return length;
	}
}

uint32_t
nd_fold(NdText text, NdSpan word, char folded[ND_FOLDED_BYTES])
{
	uint32_t	used = 0;
	uint32_t	last = 0;

	for (uint32_t at = word.start; at < word.end;)
	{
		uint32_t	character = nd_decode(text, at, &at);
		char		bytes[4];
		uint32_t	length;

		if (is_apostrophe(character))
			character = '\'';
		if (character == ',' || (character == '.' && !nd_is_digit(last)) || is_invisible(character))
			continue;
		length = nd_encode(nd_to_lower(character), bytes);
		if (used + length > ND_FOLDED_BYTES)
			break;
		memcpy(folded + used, bytes, length);
		used += length;
		last = character;
	}
	return trimmed(folded, used);
}

uint32_t
nd_fold_first(NdText text, NdSpan word)
{
	uint32_t	next;

	return nd_to_lower(decode(text, word.start, &next));
}

bool
nd_fold_all(NdArena *arena, NdText text, NdText *folded)
{
	uint32_t	at = 0;
	uint32_t	used = 0;
	uint32_t	room = 0;
	char	   *bytes = NULL;
	NdSpan		word;

	while (nd_next_word(text, &at, &word))
	{
		if (!nd_reserve(arena, &bytes, &room, used + 1 + ND_FOLDED_BYTES, 1))
			return false;
		if (used > 0)
			bytes[used++] = ' ';
		used += nd_fold(text, word, bytes + used);
	}
	*folded = (NdText) {used > 0 ? bytes : "", used};
	return true;
}

/* Goes to the first name that ends behind the reader's place. */
static void
find_name(NdWordReader *reader)
{
	uint32_t	low = reader->name;
	uint32_t	high = reader->n_names;

	while (low < high)
	{
		uint32_t	middle = low + (high - low) / 2;

		if (reader->names[middle].end <= reader->at)
			low = middle + 1;
		else
			high = middle;
	}
	reader->name = low;
}

static void
begin_piece(NdWordReader *reader)
{
	if (reader->piece == reader->n_pieces)
		return;
	reader->at = reader->pieces[reader->piece].start;
	reader->text.length = reader->pieces[reader->piece].end;
	find_name(reader);
}

NdWordReader
nd_read_words(const NdKept *kept, const NdSpan *pieces, uint32_t n_pieces)
{
	NdWordReader reader = {
		.text = kept->text, .pieces = pieces, .n_pieces = n_pieces,
		.names = kept->names, .n_names = kept->n_names
	};

	begin_piece(&reader);
	return reader;
}

bool
nd_read_word(NdWordReader *reader, NdSpan *word, bool *is_name)
{
	while (reader->piece < reader->n_pieces)
	{
		if (nd_next_word(reader->text, &reader->at, word))
		{
			while (reader->name < reader->n_names &&
				   reader->names[reader->name].end <= word->start)
				reader->name++;
			*is_name = reader->name < reader->n_names &&
				reader->names[reader->name].start < word->end;
			return true;
		}
		reader->piece++;
		begin_piece(reader);
	}
	return false;
}
