/*
 * passage.c
 *		Finds what each run of lines is: headline, body, teaser, menu, ...
 *
 * Each line has a score for each kind, the sum of what its features say;
 * each change of kind from a line to the next has a price. The best sequence
 * is found by dynamic programming (Viterbi 1967). The scores lean towards
 * body: a line of the article that is lost costs more than a menu kept.
 */
#include "text/read.h"

#include <string.h>

#include "text/line.h"

#define LINES_PER_POLL	1024u
#define N_KINDS			(ND_BOILERPLATE - ND_HEADLINE + 1)	/* all but title */

#define BODY			(ND_BODY - ND_HEADLINE)

/* How much a feature speaks for each kind of line, by hand. */
static const struct
{
	NdLineFeature feature;
	int8_t		scores[N_KINDS];
}			weights[] = {
	/* feature				 head date by   body capt rel  boil */
	{ND_LINE_ALWAYS,		{-2, -60, -60,  0,  -10, -4,  -4}},
	{ND_LINE_EMPTY,			{-9,  0,   0,   0,  -9,  -9,  0}},
	{ND_LINE_PROSE,			{-60, -20, -40, 40, 0,   0,   0}},
	{ND_LINE_LONG_SENTENCE,	{-50, -20, -40, 26, 0,   0,   0}},
	{ND_LINE_SENTENCE,		{-30, -10, -20, 12, 0,   0,   0}},
	{ND_LINE_LONG_OPEN,		{-4, -30, -30,  8, 0,   4,   0}},
	{ND_LINE_TITLE,			{6,   0,   0,   2,  0,   4,   2}},
	{ND_LINE_SHORT,			{2,   0,   0,   0,  -4,  0,   6}},
	{ND_LINE_CUT,			{-20, 0,  -30,  0,  0,   12,  0}},
	{ND_LINE_COLON,			{-8,  0,   0,   8,  0,   2,   0}},
	{ND_LINE_ITEM,			{-14, 0,   0,   6,  0,   4,   0}},
	{ND_LINE_QUOTED,		{-2,  0,  -20,  6,  0,   0,   -6}},
	{ND_LINE_LOWER,			{-12, 0,   0,   2,  0,   0,   2}},
	{ND_LINE_DATE,			{-14, 80,  0,  -10, 0,   0,   6}},
	{ND_LINE_STAMPS,		{-20, 0,   0,  -60, 0,   30,  0}},
	{ND_LINE_PRICE,			{-10, 0,   0,  -2,  0,   0,   8}},
	{ND_LINE_MENU,			{-36, -20, -20, -26, 0,  0,   34}},
	{ND_LINE_LINE,			{-40, -20, -20, -30, 0,  0,   34}},
	{ND_LINE_INSIDE,		{-10, 0,   0,  -10, 0,   0,   12}},
	{ND_LINE_INSIDE_TWICE,	{-6,  0,   0,  -12, 0,   0,   16}},
	{ND_LINE_HEADING,		{-24, -20, -20, -24, 0,  34,  0}},
	{ND_LINE_RELATED,		{-30, -20, -20, -30, 0,  44,  0}},
	{ND_LINE_CAPTION,		{-20, -20, -20, -12, 44, 0,   0}},
	{ND_LINE_CREDIT,		{-30, -20, -20, -30, 66, 0,   0}},
	{ND_LINE_BYLINE,		{-20, 0,   80, -20, 0,   0,   0}},
	{ND_LINE_PUBLISHED,		{-20,  20,  0,  -20,  0,   0,   20}},
	{ND_LINE_CRUMBS,		{-30, 0,   0,  -30, 0,   0,   30}},
	{ND_LINE_PROSE_BEFORE,	{2,   0,   0,   6,  0,   -2,  -4}},
	{ND_LINE_PROSE_AFTER,	{6,   0,   4,   6,  0,   -2,  -4}},
	{ND_LINE_NO_PROSE_NEAR,	{-8,  0,   0,  -10, 0,   2,   4}},
	{ND_LINE_BEFORE_PROSE,	{4,   4,   4,  -6,  0,   0,   4}},
	{ND_LINE_AFTER_PROSE,	{-6, -4,  -4,   0,  0,   4,   4}},
	{ND_LINE_SUBHEADING,	{14,  0,   0,   0,  0,   0,   -4}},
	{ND_LINE_UNDER_HEADING,	{-14, 0,   0,  -14, 0,   10,  0}},
	{ND_LINE_BETWEEN_PROSE,	{0,   0,   0,   4,  0,   0,   -2}},
	{ND_LINE_CLEAN,			{2,   0,   0,   2,  0,   0,  -2}},
	{ND_LINE_FIRST,			{4,   0,   0,   0,  0,   -4,  0}},
};

/* What it costs to go from a kind to the next line's. */
static const int8_t changes[N_KINDS][N_KINDS] = {
	/*	to:				head date by  body capt rel  boil */
	/* headline */		{2,  0,   0,  0,   4,   10,  6},
	/* dateline */		{4,  0,   0,  0,   4,   8,   4},
	/* byline */		{6,  0,   0,  0,   4,   8,   4},
	/* body */			{6,  4,   6,  0,   6,   16,  12},
	/* caption */		{4,  4,   4,  2,   2,   10,  6},
	/* related */		{16, 8,   10, 14,  8,   0,   4},
	/* boilerplate */	{4,  2,   4,  10,  6,   4,   0},
};

typedef struct Cell
{
	int32_t		score;
	uint8_t		before;			/* best kind of the line before */
} Cell;

static void
weigh(uint64_t features, int32_t scores[N_KINDS])
{
	memset(scores, 0, N_KINDS * sizeof(scores[0]));
	for (size_t i = 0; i < sizeof(weights) / sizeof(weights[0]); i++)
		if (features & UINT64_C(1) << weights[i].feature)
			for (int kind = 0; kind < N_KINDS; kind++)
				scores[kind] += weights[i].scores[kind];
}

/* Extends the best sequences by a line. */
static void
extend(const int32_t before[N_KINDS], const int32_t scores[N_KINDS], int32_t after[N_KINDS],
	   uint8_t from[N_KINDS])
{
	for (int kind = 0; kind < N_KINDS; kind++)
	{
		int			best = 0;

		for (int last = 1; last < N_KINDS; last++)
			if (before[last] - changes[last][kind] > before[best] - changes[best][kind])
				best = last;
		after[kind] = before[best] - changes[best][kind] + scores[kind];
		from[kind] = (uint8_t) best;
	}
}

static int
best_kind(const int32_t totals[N_KINDS])
{
	int			best = BODY;

	for (int kind = 0; kind < N_KINDS; kind++)
		if (totals[kind] > totals[best])
			best = kind;
	return best;
}

/* Sets kinds[i] to the NdPassageKind of line i. */
static bool
label_lines(NdArena *arena, const NdLine *lines, uint32_t n, uint8_t *kinds)
{
	uint8_t		(*from)[N_KINDS] = nd_alloc_array(arena, n, sizeof(*from));
	int32_t		totals[N_KINDS] = {0};
	int			kind;

	if (from == NULL)
		return false;
	for (uint32_t i = 0; i < n; i++)
	{
		int32_t		scores[N_KINDS];
		int32_t		after[N_KINDS];
		int32_t		top;

		if (i % LINES_PER_POLL == 0 && !nd_poll(arena->context))
			return false;
		weigh(lines[i].features, scores);
		extend(totals, scores, after, from[i]);
		/* kept near zero, so that no length of text overflows */
		top = after[best_kind(after)];
		for (kind = 0; kind < N_KINDS; kind++)
			totals[kind] = after[kind] - top;
	}
	kind = best_kind(totals);
	for (uint32_t i = n; i-- > 0;)
	{
		kinds[i] = (uint8_t) (kind + ND_HEADLINE);
		kind = from[i][kind];
	}
	return true;
}

/* Makes passages of runs of one kind, and a paragraph of each line. */
static void
set_passages(NdDocument *document, const NdLine *lines, const uint8_t *kinds, uint32_t n)
{
	NdPassage  *passage = NULL;

	for (uint32_t i = 0; i < n; i++)
	{
		NdPassageKind kind = (NdPassageKind) kinds[i];

		if (passage == NULL || passage->kind != kind)
		{
			passage = &document->passages[document->n_passages++];
			passage->at = lines[i].at;
			passage->kind = kind;
		}
		passage->at.end = lines[i].at.end;
		document->paragraphs[i].at = lines[i].at;
		document->paragraphs[i].passage = document->n_passages - 1;
	}
	document->n_paragraphs = n;
}

static uint32_t
count_runs(const uint8_t *kinds, uint32_t n)
{
	uint32_t	runs = n > 0;

	for (uint32_t i = 1; i < n; i++)
		runs += kinds[i] != kinds[i - 1];
	return runs;
}

bool
nd_find_passages(NdArena *arena, NdReadOptions options, NdDocument *document)
{
	NdLine	   *lines;
	uint32_t	n;
	uint8_t    *kinds;

	document->n_passages = 0;
	document->n_paragraphs = 0;
	if (!nd_read_lines(arena, document->text, &lines, &n))
		return false;
	kinds = nd_alloc_array(arena, n, sizeof(uint8_t));
	if (kinds == NULL || !label_lines(arena, lines, n, kinds))
		return false;
	if (options.is_title)
		memset(kinds, ND_TITLE, n);
	document->passages = nd_alloc_array(arena, count_runs(kinds, n), sizeof(NdPassage));
	document->paragraphs = nd_alloc_array(arena, n, sizeof(NdParagraph));
	if (document->passages == NULL || document->paragraphs == NULL)
		return false;
	set_passages(document, lines, kinds, n);
	return true;
}

const char *
nd_passage_kind_name(unsigned kind)
{
	static const char *const names[] = {
		"title", "headline", "dateline", "byline", "body", "caption", "related", "boilerplate"
	};

	return names[kind < sizeof(names) / sizeof(names[0]) ? kind : ND_BODY];
}
