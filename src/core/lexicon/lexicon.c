/*
 * lexicon.c
 *		Look-up in a compiled word list.
 */
#include "lexicon/lexicon.h"

#include "base/hash.h"

#include <string.h>

static NdWordValue
string_at(const NdLexicon *lexicon, uint32_t index)
{
	NdWordValue string;

	string.bytes = lexicon->characters + lexicon->offsets[index];
	string.length = lexicon->offsets[index + 1] - lexicon->offsets[index];
	return string;
}

NdWordValue
nd_lexicon_entry(const NdLexicon *lexicon, uint32_t number)
{
	return string_at(lexicon, 2 * number);
}

NdWordValue
nd_lexicon_value(const NdLexicon *lexicon, uint32_t number)
{
	return string_at(lexicon, 2 * number + 1);
}

/* Most entries differ in their first byte: no call for those. */
static bool
is_before(NdWordValue entry, const char *bytes, size_t length)
{
	size_t		common = entry.length < length ? entry.length : length;
	int			order;

	if (common == 0)
		return length > 0;
	if (entry.bytes[0] != bytes[0])
		return (unsigned char) entry.bytes[0] < (unsigned char) bytes[0];
	order = memcmp(entry.bytes, bytes, common);
	return order < 0 || (order == 0 && entry.length < length);
}

/* The first entry that is not before the bytes. */
static uint32_t
first_from(const NdLexicon *lexicon, const char *bytes, size_t length)
{
	uint32_t	low = 0;
	uint32_t	high = lexicon->entries;

	while (low < high)
	{
		uint32_t	middle = low + (high - low) / 2;

		if (is_before(nd_lexicon_entry(lexicon, middle), bytes, length))
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

/* Whether the entry has the bytes as its first ones. */
static bool
has_first(const NdLexicon *lexicon, uint32_t number, const char *bytes, size_t length)
{
	NdWordValue entry;

	if (number == lexicon->entries)
		return false;
	entry = nd_lexicon_entry(lexicon, number);
	return entry.length >= length && memcmp(entry.bytes, bytes, length) == 0;
}

uint32_t
nd_lexicon_find(const NdLexicon *lexicon, const char *bytes, size_t length)
{
	uint32_t	slot;
	uint32_t	number;

	if (length > lexicon->longest)
		return UINT32_MAX;
	slot = (uint32_t) nd_hash_bytes(bytes, length) & lexicon->last_slot;
	while ((number = lexicon->slots[slot]) != 0)
	{
		NdWordValue entry = nd_lexicon_entry(lexicon, number - 1);

		if (entry.length == length && memcmp(entry.bytes, bytes, length) == 0)
			return number - 1;
		slot = (slot + 1) & lexicon->last_slot;
	}
	return UINT32_MAX;
}

bool
nd_lexicon_begins(const NdLexicon *lexicon, const char *bytes, size_t length)
{
	return length <= lexicon->longest &&
		has_first(lexicon, first_from(lexicon, bytes, length), bytes, length);
}

int
nd_value_is(NdWordValue value, const char *word)
{
	return strlen(word) == value.length && memcmp(value.bytes, word, value.length) == 0;
}
