/*
 * kept.c
 *		Keeping the words that records point to, and nothing else of a text.
 *
 * Source, cue and content of a claim mostly stand a space or a comma apart. To
 * keep these few bytes takes less room than to say that they are missing.
 */
#include "digest/kept.h"

#include <stdlib.h>
#include <string.h>

#define KEPT_GAP	2			/* bytes between two runs that are kept as well */

bool
nd_keeper_want(NdKeeper *keeper, NdSpan at)
{
	if (nd_span_empty(at))
		return true;
	if (!nd_reserve(keeper->arena, &keeper->runs, &keeper->room, keeper->count + 1,
					sizeof(NdSpan)))
		return false;
	keeper->runs[keeper->count++] = at;
	return true;
}

bool
nd_keeper_want_pieces(NdKeeper *keeper, NdPieces pieces)
{
	for (uint32_t i = 0; i < pieces.count; i++)
		if (!nd_keeper_want(keeper, pieces.spans[i]))
			return false;
	return true;
}

static int
by_start(const void *left, const void *right)
{
	const NdSpan *a = left;
	const NdSpan *b = right;

	if (a->start != b->start)
		return a->start < b->start ? -1 : 1;
	return a->end == b->end ? 0 : a->end < b->end ? -1 : 1;
}

/* Joins sorted spans that overlap, or nearly touch with no fence between them. */
static void
join_runs(NdKeeper *keeper, const NdExcerpt *fences, uint32_t n_fences)
{
	uint32_t	joined = 0;
	uint32_t	fence = 0;

	for (uint32_t i = 0; i < keeper->count; i++)
	{
		NdSpan		next = keeper->runs[i];
		NdSpan	   *last = &keeper->runs[joined > 0 ? joined - 1 : 0];
		bool		apart = joined == 0 || next.start > last->end + KEPT_GAP;

		while (fence < n_fences && fences[fence].start <= next.start)
		{
			apart |= joined > 0 && fences[fence].start >= last->end;
			fence++;
		}
		if (apart)
			keeper->runs[joined++] = next;
		else if (next.end > last->end)
			last->end = next.end;
	}
	keeper->count = joined;
}

bool
nd_keeper_close(NdKeeper *keeper, NdText text, const NdExcerpt *fences, uint32_t n_fences,
				NdKept *kept)
{
	uint32_t	length = 0;
	char	   *bytes;

	if (keeper->count > 0)
		qsort(keeper->runs, keeper->count, sizeof(NdSpan), by_start);
	join_runs(keeper, fences, n_fences);
	for (uint32_t i = 0; i < keeper->count; i++)
		length += keeper->runs[i].end - keeper->runs[i].start;
	bytes = nd_alloc(keeper->arena, length);
	keeper->starts = nd_alloc_array(keeper->arena, keeper->count, sizeof(uint32_t));
	kept->excerpts = nd_alloc_array(keeper->arena, keeper->count, sizeof(NdExcerpt));
	if (bytes == NULL || keeper->starts == NULL || kept->excerpts == NULL)
		return false;
	kept->text = (NdText) {bytes, length};
	kept->n_excerpts = keeper->count;
	for (uint32_t i = 0, at = 0; i < keeper->count; i++)
	{
		NdSpan		run = keeper->runs[i];

		memcpy(bytes + at, text.bytes + run.start, run.end - run.start);
		keeper->starts[i] = kept->excerpts[i].start = at;
		at += run.end - run.start;
	}
	return nd_characters_init(keeper->arena, kept->text, &kept->characters);
}

NdSpan
nd_keeper_span(const NdKeeper *keeper, NdSpan at)
{
	uint32_t	low = 0;
	uint32_t	high = keeper->count;

	if (nd_span_empty(at))
		return (NdSpan) {0, 0};
	while (high - low > 1)
	{
		uint32_t	middle = low + (high - low) / 2;

		if (keeper->runs[middle].start <= at.start)
			low = middle;
		else
			high = middle;
	}
	at.start += keeper->starts[low] - keeper->runs[low].start;
	at.end += keeper->starts[low] - keeper->runs[low].start;
	return at;
}

bool
nd_keeper_pieces(const NdKeeper *keeper, NdPieces pieces, NdPieces *out)
{
	out->count = pieces.count;
	out->spans = nd_alloc_array(keeper->arena, pieces.count, sizeof(NdSpan));
	if (out->spans == NULL)
		return false;
	for (uint32_t i = 0; i < pieces.count; i++)
		out->spans[i] = nd_keeper_span(keeper, pieces.spans[i]);
	return true;
}

uint32_t
nd_excerpt_at(const NdKept *kept, uint32_t byte)
{
	uint32_t	low = 0;
	uint32_t	high = kept->n_excerpts;

	while (high - low > 1)
	{
		uint32_t	middle = low + (high - low) / 2;

		if (kept->excerpts[middle].start <= byte)
			low = middle;
		else
			high = middle;
	}
	return low;
}

NdSpan
nd_kept_place(const NdKept *kept, NdSpan at)
{
	const NdExcerpt *excerpt;
	uint32_t	before;

	if (kept->n_excerpts == 0)
		return (NdSpan) {0, 0};
	excerpt = &kept->excerpts[nd_excerpt_at(kept, at.start)];
	before = nd_kept_count(kept, excerpt->start);
	return (NdSpan)
	{
		excerpt->place + (nd_kept_count(kept, at.start) - before),
			excerpt->place + (nd_kept_count(kept, at.end) - before)
	};
}

bool
nd_parts_character(NdText text, uint32_t byte)
{
	uint32_t	next;

	if (byte == text.length || nd_begins_character(text, byte))
		return false;
	for (uint32_t back = 1; back <= 3 && back <= byte; back++)
		if (nd_decode(text, byte - back, &next) != ND_ILL_FORMED && next > byte)
			return true;
	return false;
}

/*
 * Bytes that begin with the one at `at` and are no part of a word; 0 where it
 * is. General punctuation (U+2000 to U+203F) and the signs of Latin-1 separate
 * words as all ASCII but letters and digits does.
 */
static uint32_t
separator_length(NdText text, uint32_t at)
{
	const unsigned char *bytes = (const unsigned char *) text.bytes + at;
	uint32_t	left = text.length - at;
	unsigned	c = bytes[0];

	if (c < 0x80)
		return !((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'));
	if (c == 0xC2 && left >= 2)
		return 2;
	if (c == 0xE2 && left >= 3 && bytes[1] == 0x80)
		return 3;
	return 0;
}

static bool
begins_capital(NdText text, uint32_t at)
{
	unsigned	c = (unsigned char) text.bytes[at];

	if (c == 0xC3 && at + 1 < text.length)
		return (unsigned char) text.bytes[at + 1] < 0x9F;
	return (c >= 'A' && c <= 'Z') || c > 0xC3;
}

bool
nd_next_capital(NdText text, uint32_t *at, NdSpan *word)
{
	while (*at < text.length)
	{
		uint32_t	start = *at;
		uint32_t	separator = separator_length(text, start);

		if (separator > 0)
		{
			*at += separator;
			continue;
		}
		while (*at < text.length && separator_length(text, *at) == 0)
			(*at)++;
		if (begins_capital(text, start))
		{
			*word = (NdSpan) {start, *at};
			return true;
		}
	}
	return false;
}
