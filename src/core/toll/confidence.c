/*
 * confidence.c
 *		How often figures that were found in the same way are right.
 */
#include "toll/confidence.h"

#include "toll/value_word.h"

#include <string.h>

#define LONGEST_KEY		32		/* bytes of an entry */
#define UNMEASURED		500

static const char *
name_of_harm(NdHarmFrom from)
{
	static const char names[][12] = {
		"", "state", "predicate", "verb", "noun", "event", "toll", "neighbour"
	};

	return names[from];
}

static const char *
name_of_counted(const NdScene *scene, const NdTollDraft *draft)
{
	uint32_t	head = draft->victims.head;

	if (draft->number->flags & (ND_NUMBER_ZERO | ND_NUMBER_NOBODY))
		return "nobody";
	if (draft->number->flags & (ND_NUMBER_ARTICLE | ND_NUMBER_ORDINAL))
		return "one";
	if (head == ND_NONE)
		return "unnamed";
	return nd_clue(scene, head)->people || nd_clue(scene, head)->noun != ND_NO_KIND ?
		"people" : "other";
}

uint32_t
nd_toll_grounds(const NdScene *scene, const NdTollDraft *draft)
{
	const char *harm = name_of_harm(draft->harm.from);
	const char *counted = name_of_counted(scene, draft);
	char		key[LONGEST_KEY];
	size_t		length = strlen(harm);

	memcpy(key, harm, length);
	key[length++] = ' ';
	memcpy(key + length, counted, strlen(counted));
	return nd_lexicon_find(&nd_lexicon_toll_reliability, key, length + strlen(counted));
}

uint16_t
nd_grounds_reliability(uint32_t grounds)
{
	NdWordValue value;

	if (grounds == UINT32_MAX)
		return UNMEASURED;
	value = nd_lexicon_value(&nd_lexicon_toll_reliability, grounds);
	return (uint16_t) nd_value_number(&value);
}
