/*
 * adopt.c
 *		The identities of a title's sources, from the body.
 */
#include "source/source.h"

#include <string.h>

#define MOST_IDENTITIES	200		/* of the body, compared with each of the title */

/* Whether a key has a word. */
static bool
has_word(NdText key, const char *word, uint32_t length)
{
	for (uint32_t at = 0; at < key.length;)
	{
		uint32_t	end = at;

		while (end < key.length && key.bytes[end] != ' ')
			end++;
		if (end - at == length && memcmp(key.bytes + at, word, length) == 0)
			return true;
		at = end + 1;
	}
	return false;
}

/* Whether each word of a key stands in the other. */
static bool
is_part_of(NdText part, NdText whole)
{
	for (uint32_t at = 0; at < part.length;)
	{
		uint32_t	end = at;

		while (end < part.length && part.bytes[end] != ' ')
			end++;
		if (!has_word(whole, part.bytes + at, end - at))
			return false;
		at = end + 1;
	}
	return part.length > 0;
}

static bool
agrees(const NdIdentity *title, const NdIdentity *body)
{
	bool		named = body->kind == ND_SOURCE_PERSON || body->kind == ND_SOURCE_ORGANISATION ||
		body->kind == ND_SOURCE_MEDIA || body->kind == ND_SOURCE_COUNTRY;

	return title->kind != ND_SOURCE_DOCUMENT && named && is_part_of(title->key, body->key) &&
		(title->kind == body->kind || body->kind == ND_SOURCE_PERSON ||
		 title->kind == ND_SOURCE_UNKNOWN || title->kind == ND_SOURCE_ANONYMOUS);
}

void
nd_adopt_identities(const NdSources *body, NdSources *title)
{
	for (uint32_t t = 0; t < title->count; t++)
		for (uint32_t b = 0; b < body->count && b < MOST_IDENTITIES; b++)
			if (agrees(&title->identities[t], &body->identities[b]))
			{
				title->identities[t].kind = body->identities[b].kind;
				title->identities[t].key = body->identities[b].key;
				title->identities[t].name = body->identities[b].name;
				title->identities[t].role = body->identities[b].role;
				break;
			}
}
