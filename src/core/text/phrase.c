/*
 * phrase.c
 *		The phrases by which lines of menus, teasers, captions are known.
 */
#include "text/phrase.h"

#include <string.h>

#include "lexicon/lexicon.h"
#include "text/line.h"
#include "text/mark.h"

#define LONGEST_CUE_LINE	384u	/* bytes in which phrases are looked for */
#define LONGEST_PHRASE		7		/* words */

/* A line in lower case without marks but those that phrases have. */
typedef struct Plain
{
	char		bytes[LONGEST_CUE_LINE + 8];
	uint32_t	length;
	bool		whole;			/* nothing was left out at the end */
} Plain;

static bool
has_word(NdWordValue value, const char *word)
{
	size_t		length = strlen(word);

	for (uint32_t i = 0; i + length <= value.length; i++)
		if (memcmp(value.bytes + i, word, length) == 0 &&
			(i == 0 || value.bytes[i - 1] == ' ') &&
			(i + length == value.length || value.bytes[i + length] == ' '))
			return true;
	return false;
}

/* Three bytes as a number of a bit of NdPhrases.inner. */
static uint32_t
inner_bit(const char *bytes)
{
	return ((unsigned char) bytes[0] + (unsigned char) bytes[1] * 31u +
			(unsigned char) bytes[2] * 961u) % ND_PHRASE_BITS;
}

/*
 * Most words of a text begin no phrase, and most phrases begin a line: a small
 * filter spares the look-up. Phrases have three bytes or more, but for the
 * sign of copyright, which has two and the space that follows it.
 */
void
nd_phrases_init(NdPhrases *phrases)
{
	const NdLexicon *list = &nd_lexicon_boilerplate;

	memset(phrases, 0, sizeof(*phrases));
	for (uint32_t i = 0; i < list->entries; i++)
	{
		NdWordValue value = nd_lexicon_value(list, i);
		NdWordValue entry = nd_lexicon_entry(list, i);
		char		start[3] = {' ', ' ', ' '};
		uint32_t	bit;

		if (!has_word(value, "inside") && !has_word(value, "credit"))
			continue;
		memcpy(start, entry.bytes, entry.length < 3 ? entry.length : 3);
		bit = inner_bit(start);
		phrases->inner[bit / 8] |= (uint8_t) (1u << bit % 8);
	}
}

static void
make_plain(NdText text, NdSpan line, Plain *plain)
{
	uint32_t	at = line.start;
	uint32_t	end = line.end - at < ND_LINE_MOST_READ ? line.end : at + ND_LINE_MOST_READ;
	uint32_t	next;

	plain->length = 0;
	while (at < end && plain->length < LONGEST_CUE_LINE)
	{
		uint32_t	c = nd_to_lower(nd_decode(text, at, &next));

		if (nd_is_apostrophe(c))
			c = '\'';
		if (nd_is_space(c))
			c = ' ';
		if (c == ' ' && (plain->length == 0 || plain->bytes[plain->length - 1] == ' '))
			c = 0;
		else if (c < 0x80)
			plain->bytes[plain->length++] = (char) c;
		else if (nd_is_word(c) || c == 0xA9)
		{
			/* a lower-case letter of another length stays as it stands */
			memcpy(plain->bytes + plain->length, text.bytes + at, next - at);
			plain->length += next - at;
		}
		at = next;
	}
	plain->whole = at >= line.end;
	while (plain->length > 0 && plain->bytes[plain->length - 1] == ' ')
		plain->length--;
}

static bool
is_plain_word(char c)
{
	return (unsigned char) c >= 0x80 || nd_is_word((unsigned char) c) || c == ')';
}

/* What a phrase at bytes start .. end - 1 tells of the line. */
static uint64_t
phrase_features(const Plain *plain, uint32_t start, uint32_t end, uint64_t seen)
{
	static const struct
	{
		const char *name;
		bool		at_start;
		bool		whole;
		uint64_t	feature;
	}			tells[] = {
		{"menu", true, true, ND_LINE_BIT(MENU)},
		{"heading", true, true, ND_LINE_BIT(HEADING)},
		{"line", true, false, ND_LINE_BIT(LINE)},
		{"related", true, false, ND_LINE_BIT(RELATED)},
		{"caption", true, false, ND_LINE_BIT(CAPTION)},
		{"byline", true, false, ND_LINE_BIT(BYLINE)},
		{"date", true, false, ND_LINE_BIT(PUBLISHED)},
		{"credit", false, false, ND_LINE_BIT(CREDIT)},
	};
	uint32_t	entry = nd_lexicon_find(&nd_lexicon_boilerplate, plain->bytes + start, end - start);
	uint32_t	rest = end;
	uint64_t	features = 0;
	NdWordValue value;

	if (entry == UINT32_MAX)
		return 0;
	value = nd_lexicon_value(&nd_lexicon_boilerplate, entry);
	while (rest < plain->length && !is_plain_word(plain->bytes[rest]))
		rest++;
	for (size_t i = 0; i < sizeof(tells) / sizeof(tells[0]); i++)
		if ((start == 0 || !tells[i].at_start) &&
			(!tells[i].whole || (rest == plain->length && plain->whole)) &&
			has_word(value, tells[i].name))
			features |= tells[i].feature;
	if (has_word(value, "inside"))
		features |= seen & ND_LINE_BIT(INSIDE) ? ND_LINE_BIT(INSIDE_TWICE) : ND_LINE_BIT(INSIDE);
	return features;
}

/* Looks for the phrases that begin at a word. */
static uint64_t
see_phrases_at(const Plain *plain, uint32_t start, uint64_t seen)
{
	uint32_t	at = start;
	uint64_t	features = 0;

	for (int words = 0; words < LONGEST_PHRASE && at < plain->length; words++)
	{
		uint32_t	end;

		while (at < plain->length && plain->bytes[at] == ' ')
			at++;
		while (at < plain->length && plain->bytes[at] != ' ')
			at++;
		if (at - start > nd_lexicon_boilerplate.longest + 4)
			break;
		features |= phrase_features(plain, start, at, seen | features);
		end = at;
		while (end > start && !is_plain_word(plain->bytes[end - 1]))
			end--;
		if (end < at && end > start)
			features |= phrase_features(plain, start, end, seen | features);
	}
	return features;
}

/* Whether the word at `at` is an entry of this kind; *end is set after it. */
static bool
is_word_of(const Plain *plain, uint32_t at, const char *kind, uint32_t *end)
{
	uint32_t	entry;

	*end = at;
	while (*end < plain->length && plain->bytes[*end] != ' ')
		++*end;
	entry = nd_lexicon_find(&nd_lexicon_boilerplate, plain->bytes + at, *end - at);
	return entry != UINT32_MAX &&
		has_word(nd_lexicon_value(&nd_lexicon_boilerplate, entry), kind);
}

/* "Home News ..." */
static uint64_t
see_root(const Plain *plain)
{
	uint32_t	end;

	if (is_word_of(plain, 0, "root", &end) && end < plain->length &&
		is_word_of(plain, end + 1, "menu", &end))
		return ND_LINE_BIT(CRUMBS);
	return 0;
}

uint64_t
nd_phrase_features(const NdPhrases *phrases, NdText text, NdSpan line)
{
	Plain		plain;
	uint64_t	features = 0;
	uint32_t	start = 0;

	make_plain(text, line, &plain);
	while (start + 1 < plain.length && !is_plain_word(plain.bytes[start]) &&
		   plain.bytes[start] != '(')
		start++;
	if (start > 0)
	{
		memmove(plain.bytes, plain.bytes + start, plain.length - start);
		plain.length -= start;
	}
	memcpy(plain.bytes + plain.length, "   ", 3);
	for (uint32_t at = 0; at < plain.length; at++)
	{
		uint32_t	bit = inner_bit(plain.bytes + at);

		if (at == 0 || (plain.bytes[at - 1] == ' ' && phrases->inner[bit / 8] >> bit % 8 & 1))
			features |= see_phrases_at(&plain, at, features);
	}
	return features | see_root(&plain);
}
