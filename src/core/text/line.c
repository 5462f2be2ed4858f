/*
 * line.c
 *		The lines of a text, with what can be seen of each.
 */
#include "text/line.h"

#include <string.h>

#include "lexicon/lexicon.h"
#include "text/mark.h"
#include "text/phrase.h"
#include "text/wrap.h"

#define MOST_WORDS_READ		64u		/* of a line, to judge its shape */
#define NEAR				3u		/* lines */
#define FAR					6u
#define MOST_PHRASES		3u		/* of menus, in a clean text */
#define LINES_PER_PHRASE	20u
#define LINES_PER_POLL		256u
#define BYTES_PER_POLL		1048576u

typedef struct Reader
{
	NdArena    *arena;
	NdText		text;
	NdLine	   *lines;
	uint32_t	n_lines;
} Reader;

typedef struct Shape
{
	uint32_t	words;
	uint32_t	capitals;		/* words that begin with one */
	uint32_t	numbers;
	uint32_t	dates;			/* numbers and words of dates */
	uint32_t	stamps;
	uint32_t	clocks;			/* 16:42 */
	uint32_t	sentences;		/* full stops before a capital */
	uint32_t	prices;
} Shape;

/*
 * Lines
 */

static bool
is_line_end(char c)
{
	return c == '\n' || c == '\r' || c == '\v' || c == '\f';
}

static NdSpan
trimmed(NdText text, uint32_t start, uint32_t end)
{
	NdSpan		span;
	uint32_t	next;

	while (start < end && nd_is_space(nd_decode(text, start, &next)))
		start = next;
	while (end > start && nd_is_space(nd_decode_before(text, end, &next)))
		end = next;
	span.start = start;
	span.end = end;
	return span;
}

static uint32_t
count_lines(NdText text)
{
	uint32_t	count = 1;

	for (uint32_t at = 1; at < text.length; at++)
		count += is_line_end(text.bytes[at]) && !is_line_end(text.bytes[at - 1]);
	return count;
}

/* Takes a block of lines over, those of one paragraph as one. */
static void
take_block(Reader *reader, NdSpan *block, uint32_t *n_block)
{
	uint32_t	kept = nd_unwrap(reader->text, block, *n_block);

	for (uint32_t i = 0; i < kept; i++)
		reader->lines[reader->n_lines++].at = block[i];
	*n_block = 0;
}

/* The spans of the block are kept where the lines after it will be. */
static bool
split_lines(Reader *reader)
{
	NdText		text = reader->text;
	uint32_t	most = count_lines(text);
	uint32_t	n_block = 0;
	NdMark		mark;
	NdSpan	   *block;

	reader->lines = nd_alloc_array(reader->arena, most, sizeof(NdLine));
	mark = nd_arena_mark(reader->arena);
	block = nd_alloc_array(reader->arena, most, sizeof(NdSpan));
	if (reader->lines == NULL || block == NULL)
		return false;
	for (uint32_t start = 0, at = 0; at <= text.length; at++)
	{
		NdSpan		line;

		if (at % BYTES_PER_POLL == 0 && !nd_poll(reader->arena->context))
			return false;
		if (at < text.length && !is_line_end(text.bytes[at]))
			continue;
		line = trimmed(text, start, at);
		if (!nd_span_empty(line))
			block[n_block++] = line;
		else if (at > start || at == 0 || text.bytes[at - 1] != '\r')
			take_block(reader, block, &n_block);
		start = at + 1;
	}
	take_block(reader, block, &n_block);
	nd_arena_rewind(reader->arena, mark);
	return true;
}

/*
 * Shapes
 */

/* The word of a date: a month, a weekday, "ago"; or a number. */
static bool
is_date_word(NdText text, uint32_t start, uint32_t end)
{
	char		word[16];
	uint32_t	length = 0;

	if (nd_is_digit((unsigned char) text.bytes[start]))
		return true;
	for (; start < end && length < sizeof(word); start++)
	{
		unsigned char c = (unsigned char) text.bytes[start];

		if (nd_is_letter(c) && c < 0x80)
			word[length++] = (char) nd_to_lower(c);
		else if (c != '.' && c != ',' && c != ':')
			return false;
	}
	return start == end && length > 0 &&
		nd_lexicon_find(&nd_lexicon_date_words, word, length) != UINT32_MAX;
}

/* 15:53:19 or 2024-03-24 */
static bool
is_stamp(NdText text, uint32_t start, uint32_t end)
{
	return end - start >= 8 && nd_is_digit((unsigned char) text.bytes[start]) &&
		((text.bytes[start + 2] == ':' && text.bytes[start + 5] == ':') ||
		 (text.bytes[start + 4] == '-' && text.bytes[start + 7] == '-'));
}

static void
see_word(NdText text, uint32_t start, uint32_t end, Shape *shape)
{
	uint32_t	next;
	uint32_t	c = nd_decode(text, start, &next);

	while (next < end && !nd_is_word(c) && c != '$' && c != 0x20AC && c != 0xA3)
	{
		start = next;
		c = nd_decode(text, start, &next);
	}
	if (c == '$' || c == 0x20AC || c == 0xA3)
		shape->prices++;
	if (!nd_is_word(c))
		return;
	shape->words++;
	shape->capitals += nd_is_upper(c);
	shape->numbers += nd_is_digit(c);
	shape->dates += is_date_word(text, start, end);
	shape->stamps += is_stamp(text, start, end);
	shape->clocks += nd_is_digit(c) && memchr(text.bytes + start, ':', end - start) != NULL;
}

static Shape
read_shape(NdText text, NdSpan line)
{
	Shape		shape = {0};
	bool		stopped = false;

	if (line.end - line.start > ND_LINE_MOST_READ)
		line.end = line.start + ND_LINE_MOST_READ;
	for (uint32_t at = line.start, next; at < line.end && shape.words < MOST_WORDS_READ;)
	{
		uint32_t	start = at;
		uint32_t	last = ' ';

		if (nd_is_space(nd_decode(text, at, &next)))
		{
			at = next;
			continue;
		}
		while (at < line.end)
		{
			uint32_t	c = nd_decode(text, at, &next);

			if (nd_is_space(c))
				break;
			if (!nd_is_quote(c) && !nd_is_closing_bracket(c))
				last = c;
			at = next;
		}
		shape.sentences += stopped && nd_is_upper(nd_decode(text, start, &next));
		stopped = nd_is_terminator(last) && at - start > 3;
		see_word(text, start, at, &shape);
	}
	return shape;
}

/* The last character but for closing marks. */
static uint32_t
last_character(NdText text, NdSpan line, uint32_t *before)
{
	uint32_t	at = line.end;
	uint32_t	c = ' ';
	uint32_t	previous;

	for (int i = 0; i < 5 && at > line.start; i++)
	{
		c = nd_decode_before(text, at, &at);
		if (!nd_is_quote(c) && !nd_is_closing_bracket(c))
			break;
	}
	*before = at > line.start ? nd_decode_before(text, at, &previous) : ' ';
	return c;
}

static bool
is_item(NdText text, NdSpan line)
{
	uint32_t	next;
	uint32_t	c = nd_decode(text, line.start, &next);
	unsigned char second = next < line.end ? (unsigned char) text.bytes[next] : ' ';
	unsigned char third = next + 1 < line.end ? (unsigned char) text.bytes[next + 1] : ' ';

	if (nd_is_bullet(c) || ((nd_is_dash(c) || c == '*') && second == ' '))
		return true;
	if ((c == 'Q' || c == 'A') && (second == ':' || second == '.'))
		return true;
	if (!nd_is_digit(c))
		return false;
	return ((second == '.' || second == ')') && third == ' ') ||
		(nd_is_digit(second) && (third == '.' || third == ')'));
}

/* Which of the shapes a line has. */
static NdLineFeature
shape_feature(const Shape *shape, bool stopped)
{
	if (shape->words == 0)
		return ND_LINE_EMPTY;
	if (shape->words >= 14 && shape->sentences > 0)
		return ND_LINE_PROSE;
	if (stopped)
		return shape->words >= 20 ? ND_LINE_PROSE :
			shape->words >= 10 ? ND_LINE_LONG_SENTENCE : ND_LINE_SENTENCE;
	return shape->words >= 14 ? ND_LINE_LONG_OPEN :
		shape->words >= 3 ? ND_LINE_TITLE : ND_LINE_SHORT;
}

static uint64_t
see_shape(NdText text, NdSpan line)
{
	Shape		shape = read_shape(text, line);
	uint32_t	before;
	uint32_t	next;
	uint32_t	last = last_character(text, line, &before);
	uint32_t	first = nd_decode(text, line.start, &next);
	bool		cut = last == 0x2026 || (last == '.' && before == '.');
	bool		stopped = nd_is_terminator(last) && !cut;
	uint64_t	features = UINT64_C(1) << shape_feature(&shape, stopped);

	if (cut && shape.words >= 3)
		features |= ND_LINE_BIT(CUT);
	if (last == ':')
		features |= ND_LINE_BIT(COLON);
	if (is_item(text, line))
		features |= ND_LINE_BIT(ITEM);
	if (nd_is_quote(first))
		features |= ND_LINE_BIT(QUOTED);
	if (nd_is_lower(first))
		features |= ND_LINE_BIT(LOWER);
	if (shape.numbers > 0 && shape.words <= 12 && (shape.dates > 1 || shape.clocks > 0) && shape.words - shape.dates <= shape.words / 3)
		features |= ND_LINE_BIT(DATE);
	if (shape.stamps >= 3)
		features |= ND_LINE_BIT(STAMPS);
	if (shape.prices > 0 && shape.words <= 3)
		features |= ND_LINE_BIT(PRICE);
	return features;
}

/*
 * Neighbours
 */

static bool
is_prose(const NdLine *line)
{
	return (line->features & (ND_LINE_BIT(PROSE) | ND_LINE_BIT(LONG_SENTENCE))) != 0 &&
		(line->features & (ND_LINE_BIT(LINE) | ND_LINE_BIT(INSIDE) | ND_LINE_BIT(RELATED) |
						   ND_LINE_BIT(CAPTION) | ND_LINE_BIT(STAMPS))) == 0;
}

/* "Home News Talks resume" above "Talks resume" */
static bool
is_crumbs(NdText text, NdSpan line, NdSpan later)
{
	uint32_t	length = later.end - later.start;

	return length >= 16 && line.end - line.start > length &&
		memcmp(text.bytes + line.end - length, text.bytes + later.start, length) == 0;
}

static bool
is_stopped(const NdLine *line)
{
	return (line->features & (ND_LINE_BIT(PROSE) | ND_LINE_BIT(LONG_SENTENCE) |
							  ND_LINE_BIT(SENTENCE))) != 0;
}

static bool
is_subheading(const NdLine *lines, uint32_t i, uint32_t n)
{
	const uint64_t shapes = ND_LINE_BIT(TITLE) | ND_LINE_BIT(SHORT);
	const uint64_t others = ND_LINE_BIT(COLON) | ND_LINE_BIT(ITEM) | ND_LINE_BIT(LOWER) |
		ND_LINE_BIT(CUT) | ND_LINE_BIT(PRICE) | ND_LINE_BIT(DATE);

	return (lines[i].features & shapes) != 0 && (lines[i].features & others) == 0 &&
		i + 1 < n && is_stopped(&lines[i + 1]) && (i == 0 || is_stopped(&lines[i - 1]));
}

/* Marks the teasers that stand under a heading of their own. */
static void
see_headings(NdLine *lines, uint32_t n)
{
	bool		under = false;

	for (uint32_t i = 0; i < n; i++)
	{
		if (is_subheading(lines, i, n))
			lines[i].features |= ND_LINE_BIT(SUBHEADING);
		if (lines[i].features & ND_LINE_BIT(PROSE))
			under = false;
		if (under)
			lines[i].features |= ND_LINE_BIT(UNDER_HEADING);
		if (lines[i].features & ND_LINE_BIT(HEADING))
			under = true;
	}
}

/* What stands before each line, and the line whose end repeats the next. */
static void
see_before(Reader *reader)
{
	NdLine	   *lines = reader->lines;
	uint32_t	n = reader->n_lines;
	uint32_t	last = ND_NONE;	/* prose */

	for (uint32_t i = 0; i < n; i++)
	{
		if (last == ND_NONE)
			lines[i].features |= ND_LINE_BIT(BEFORE_PROSE);
		else if (i - last <= NEAR)
			lines[i].features |= ND_LINE_BIT(PROSE_BEFORE);
		if (last == ND_NONE || i - last > FAR)
			lines[i].features |= ND_LINE_BIT(NO_PROSE_NEAR);
		for (uint32_t j = i + 1; j < n && j <= i + 2; j++)
			if (is_crumbs(reader->text, lines[i].at, lines[j].at))
				lines[i].features |= ND_LINE_BIT(CRUMBS);
		if (is_prose(&lines[i]))
			last = i;
	}
}

static void
see_after(Reader *reader)
{
	NdLine	   *lines = reader->lines;
	uint32_t	n = reader->n_lines;
	uint32_t	last = ND_NONE;

	for (uint32_t i = n; i-- > 0;)
	{
		if (last == ND_NONE)
			lines[i].features |= ND_LINE_BIT(AFTER_PROSE);
		else if (last - i <= NEAR)
			lines[i].features |= ND_LINE_BIT(PROSE_AFTER);
		if (last != ND_NONE && last - i <= FAR)
			lines[i].features &= ~ND_LINE_BIT(NO_PROSE_NEAR);
		if (is_prose(&lines[i]))
			last = i;
	}
	/* without any prose, its place tells nothing */
	for (uint32_t i = 0; i < n && last == ND_NONE; i++)
		lines[i].features &= ~(ND_LINE_BIT(BEFORE_PROSE) | ND_LINE_BIT(AFTER_PROSE) |
							   ND_LINE_BIT(NO_PROSE_NEAR));
}

/* Marks the lines of a text that is no whole page but an article. */
static void
see_cleanness(NdLine *lines, uint32_t n)
{
	uint32_t	phrases = 0;

	for (uint32_t i = 0; i < n; i++)
	{
		phrases += (lines[i].features & (ND_LINE_BIT(MENU) | ND_LINE_BIT(LINE) |
										 ND_LINE_BIT(HEADING))) != 0;
		if ((lines[i].features & (ND_LINE_BIT(BEFORE_PROSE) | ND_LINE_BIT(AFTER_PROSE))) == 0)
			lines[i].features |= ND_LINE_BIT(BETWEEN_PROSE);	/* or there is none */
	}
	if (phrases > MOST_PHRASES && phrases >= n / LINES_PER_PHRASE)
		return;
	for (uint32_t i = 0; i < n; i++)
	{
		lines[i].features |= ND_LINE_BIT(CLEAN);
		lines[i].features &= ~ND_LINE_BIT(NO_PROSE_NEAR);
	}
}

bool
nd_read_lines(NdArena *arena, NdText text, NdLine **lines, uint32_t *n_lines)
{
	Reader		reader = {.arena = arena,.text = text};
	NdPhrases	phrases;

	nd_phrases_init(&phrases);
	if (!split_lines(&reader))
		return false;
	for (uint32_t i = 0; i < reader.n_lines; i++)
	{
		NdLine	   *line = &reader.lines[i];

		if (i % LINES_PER_POLL == 0 && !nd_poll(arena->context))
			return false;
		line->features = see_shape(text, line->at) | nd_phrase_features(&phrases, text, line->at) |
			ND_LINE_BIT(ALWAYS);
	}
	if (reader.n_lines > 0)
		reader.lines[0].features |= ND_LINE_BIT(FIRST);
	*lines = reader.lines;
	*n_lines = reader.n_lines;
	see_before(&reader);
	if (!nd_poll(arena->context))
		return false;
	see_after(&reader);
	if (!nd_poll(arena->context))
		return false;
	see_headings(reader.lines, reader.n_lines);
	if (!nd_poll(arena->context))
		return false;
	see_cleanness(reader.lines, reader.n_lines);
	return nd_poll(arena->context);
}
