/*
 * key.c
 *		Typed keys, so that one index answers all terms of a query.
 */
#include "query/key.h"

#include "query/plan.h"
#include "query/sought.h"
#include "toll/compare.h"

#include <stdlib.h>
#include <string.h>

#define POINT_BYTES	9			/* tag and number */

/*
 * Single keys
 */

bool
nd_key_of_text(NdArena *arena, NdKeyTag tag, NdText payload, NdText *key)
{
	uint32_t	length = nd_key_is_whole(payload) ? payload.length : ND_KEY_MOST_BYTES - 1;
	char	   *bytes = nd_alloc(arena, length + 1);

	if (bytes == NULL)
		return false;
	bytes[0] = (char) tag;
	if (length > 0)
		memcpy(bytes + 1, payload.bytes, length);
	*key = (NdText)
	{
		bytes, length + 1
	};
	return true;
}

bool
nd_key_of_point(NdArena *arena, NdKeyTag tag, uint64_t point, NdText *key)
{
	char		number[POINT_BYTES - 1];

	for (unsigned i = 0; i < sizeof(number); i++)
		number[i] = (char) (point >> (8 * (sizeof(number) - 1 - i)) & 0xFF);
	return nd_key_of_text(arena, tag, (NdText) {number, sizeof(number)}, key);
}

uint64_t
nd_key_point(NdText key)
{
	uint64_t	point = 0;

	for (uint32_t i = 1; i < key.length && i < POINT_BYTES; i++)
		point = point << 8 | (unsigned char) key.bytes[i];
	return point;
}

int
nd_key_compare(NdText a, NdText b)
{
	uint32_t	shared = a.length < b.length ? a.length : b.length;
	int			order = shared > 0 ? memcmp(a.bytes, b.bytes, shared) : 0;

	if (order != 0)
		return order;
	return (a.length > b.length) - (a.length < b.length);
}

int
nd_key_range_compare(const NdKeyRange *range, NdText key)
{
	NdText		start = key;

	if (!range->range)
		return nd_key_compare(key, range->first);
	if (nd_key_compare(key, range->first) < 0)
		return -1;
	if (start.length > range->last.length)
		start.length = range->last.length;
	return nd_key_compare(start, range->last) > 0;
}

/*
 * All keys of findings
 */

typedef struct Gatherer
{
	NdArena    *arena;
	NdStemmer  *stemmer;
	const NdFindings *findings;
	NdField		field;			/* whose keys are being added */
	NdText	   *keys;
	uint32_t	count;
	uint32_t	capacity;
} Gatherer;

/* The next key, still to be made. */
static NdText *
next_key(Gatherer *gatherer)
{
	if (!nd_reserve(gatherer->arena, &gatherer->keys, &gatherer->capacity,
					gatherer->count + 1, sizeof(NdText)))
		return NULL;
	return &gatherer->keys[gatherer->count++];
}

static bool
add_text(Gatherer *gatherer, NdKeyTag tag, NdText payload)
{
	NdText	   *key = next_key(gatherer);

	return key && nd_key_of_text(gatherer->arena, tag, payload, key);
}

static bool
add_name(Gatherer *gatherer, NdKeyTag tag, const char *name)
{
	return add_text(gatherer, tag, (NdText) {name, (uint32_t) strlen(name)});
}

static bool
add_value(Gatherer *gatherer, unsigned value)
{
	return add_name(gatherer, nd_field_keys(gatherer->field)->whole,
					nd_value_name(gatherer->field, value));
}

static bool
add_point(Gatherer *gatherer, NdKeyTag tag, uint64_t point)
{
	NdText	   *key = next_key(gatherer);

	return key && nd_key_of_point(gatherer->arena, tag, point, key);
}

static bool
add_stem(Gatherer *gatherer, NdKeyTag tag, NdText word)
{
	char		stem[ND_STEM_BYTES];
	uint32_t	length = nd_stem(gatherer->stemmer, word.bytes, word.length, stem);

	return add_text(gatherer, tag, (NdText) {stem, length});
}

/* All words together, as long as a key can be. */
typedef struct Whole
{
	char		bytes[ND_KEY_MOST_BYTES + ND_FOLDED_BYTES + 1];
	uint32_t	length;
} Whole;

static void
append(Whole *whole, NdText word)
{
	if (whole->length >= ND_KEY_MOST_BYTES)
		return;
	if (whole->length > 0)
		whole->bytes[whole->length++] = ' ';
	memcpy(whole->bytes + whole->length, word.bytes, word.length);
	whole->length += word.length;
}

/* The words of a place, their stems, and all of them as one value. */
static bool
add_words(Gatherer *gatherer, NdWordReader *words, NdStemming stemming)
{
	const NdFieldKeys *tags = nd_field_keys(gatherer->field);
	char		folded[ND_FOLDED_BYTES];
	Whole		whole = {.length = 0};
	NdSpan		at;
	bool		is_name;

	while (nd_read_word(words, &at, &is_name))
	{
		NdText		word = {folded, nd_fold(words->text, at, folded)};

		append(&whole, word);
		if (!add_text(gatherer, tags->word, word))
			return false;
		if ((stemming == ND_BY_STEM || (stemming == ND_BY_STEM_BUT_NAMES && !is_name)) &&
			!add_stem(gatherer, tags->stem, word))
			return false;
	}
	return tags->whole == 0 || whole.length == 0 ||
		add_text(gatherer, tags->whole, (NdText) {whole.bytes, whole.length});
}

/* Ends the visit when there is no memory. */
static bool
visit_words(void *owner, NdWordReader *words, NdStemming stemming)
{
	return !add_words(owner, words, stemming);
}

static bool
add_claim(Gatherer *gatherer, const NdFoundClaim *claim)
{
	for (unsigned i = ND_FIELD_CONTENT; i <= ND_FIELD_PASSAGE; i++)
	{
		gatherer->field = (NdField) i;
		if (nd_field_keys(gatherer->field)->of_values ?
			!add_value(gatherer, nd_value_of_field(gatherer->findings, claim, gatherer->field)) :
			nd_visit_claim(gatherer->findings, claim, gatherer->field, visit_words, gatherer))
			return false;
	}
	return true;
}

/* The words of a figure are content of the claim that reports it, if one does. */
static bool
add_toll(Gatherer *gatherer, const NdFoundToll *toll)
{
	const NdFindings *findings = gatherer->findings;
	NdTollReach reach = nd_toll_reach(&toll->value);

	if (nd_find_claim(findings, toll->claim))
	{
		gatherer->field = ND_FIELD_CONTENT;
		if (nd_visit_toll(findings, toll, ND_FIELD_CONTENT, visit_words, gatherer))
			return false;
	}
	else
	{
		gatherer->field = ND_FIELD_PASSAGE;
		if (!add_value(gatherer, toll->passage))
			return false;
	}
	gatherer->field = ND_FIELD_VICTIMS;
	return !nd_visit_toll(findings, toll, ND_FIELD_VICTIMS, visit_words, gatherer) &&
		add_name(gatherer, ND_KEY_TOLL_KIND, nd_toll_kind_name(toll->value.kind)) &&
		add_point(gatherer, ND_KEY_TOLL_LOW, reach.low) &&
		add_point(gatherer, ND_KEY_TOLL_HIGH, reach.high);
}

static int
in_order(const void *a, const void *b)
{
	return nd_key_compare(*(const NdText *) a, *(const NdText *) b);
}

bool
nd_findings_keys(NdArena *arena, NdStemmer *stemmer, const NdFindings *findings, NdKeys *keys)
{
	Gatherer	gatherer = {.arena = arena, .stemmer = stemmer, .findings = findings};
	uint32_t	kept = 0;

	for (uint32_t i = 0; i < findings->n_claims; i++)
		if (!nd_poll(arena->context) || !add_claim(&gatherer, &findings->claims[i]))
			return false;
	for (uint32_t i = 0; i < findings->n_tolls; i++)
		if (!findings->tolls[i].negated && !add_toll(&gatherer, &findings->tolls[i]))
			return false;
	if (gatherer.count > 0)
		qsort(gatherer.keys, gatherer.count, sizeof(NdText), in_order);
	for (uint32_t i = 0; i < gatherer.count; i++)
		if (i == 0 || nd_key_compare(gatherer.keys[i], gatherer.keys[kept - 1]) != 0)
			gatherer.keys[kept++] = gatherer.keys[i];
	keys->keys = gatherer.keys;
	keys->count = kept;
	return true;
}
