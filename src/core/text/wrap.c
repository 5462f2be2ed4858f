/*
 * wrap.c
 *		Hard-wrapped text: lines broken for their length, not for their sense.
 *
 * A block is wrapped when its lines are as full as they can be: the first
 * word of each would not have fitted on the line before. Where lines are too
 * few to tell, two are joined when the first ends in the middle of a sentence
 * that the second takes up with a small letter.
 */
#include "text/wrap.h"

#include "text/mark.h"

#define NARROWEST		30u		/* bytes of the longest line of a wrapped block */
#define WIDEST			120u
#define FEWEST_LINES	3u
#define MOST_LINES		9u		/* of a block in which two are joined */

static uint32_t
first_word_length(NdText text, NdSpan line)
{
	uint32_t	at = line.start;

	while (at < line.end && at - line.start < WIDEST &&
		   !nd_is_space((unsigned char) text.bytes[at]))
		at++;
	return at - line.start;
}

/* A full stop or what may stand for it, before closing marks. */
static bool
ends_sentence(NdText text, NdSpan line)
{
	uint32_t	at = line.end;
	uint32_t	c;

	for (int i = 0; i < 4 && at > line.start; i++)
	{
		c = nd_decode_before(text, at, &at);
		if (nd_is_terminator(c) || c == ':')
			return true;
		if (!nd_is_quote(c) && !nd_is_closing_bracket(c))
			return false;
	}
	return false;
}

static bool
begins_lower(NdText text, NdSpan line)
{
	uint32_t	next;

	return nd_is_lower(nd_decode(text, line.start, &next));
}

static bool
has_small(NdText text, NdSpan line)
{
	uint32_t	next;

	for (uint32_t at = line.start; at < line.end; at = next)
		if (nd_is_lower(nd_decode(text, at, &next)))
			return true;
	return false;
}

/*
 * Whether a line takes up a sentence of the line before: with a small letter,
 * or, in wire copy that has none, with any.
 */
static bool
takes_up(NdText text, NdSpan before, NdSpan line)
{
	return !ends_sentence(text, before) &&
		(begins_lower(text, line) || !(has_small(text, before) || has_small(text, line)));
}

static bool
begins_item(NdText text, NdSpan line)
{
	uint32_t	next;
	uint32_t	c = nd_decode(text, line.start, &next);

	return nd_is_bullet(c) || c == '*' || c == '-' || c == '>';
}

/* Whether three words or more stand in the line. */
static bool
has_words(NdText text, NdSpan line)
{
	uint32_t	spaces = 0;

	for (uint32_t at = line.start; at < line.end && spaces < 2; at++)
		spaces += text.bytes[at] == ' ';
	return spaces >= 2;
}

static bool
is_wrapped(NdText text, const NdSpan *lines, uint32_t n_lines)
{
	uint32_t	width = 0;
	uint32_t	full = 0;
	bool		open = false;

	for (uint32_t i = 0; i < n_lines; i++)
		if (lines[i].end - lines[i].start > width)
			width = lines[i].end - lines[i].start;
	if (n_lines < FEWEST_LINES || width < NARROWEST || width > WIDEST)
		return false;
	for (uint32_t i = 0; i + 1 < n_lines; i++)
	{
		uint32_t	length = lines[i].end - lines[i].start;

		full += length + 1 + first_word_length(text, lines[i + 1]) > width;
		open = open || takes_up(text, lines[i], lines[i + 1]);
	}
	return open && full >= (n_lines - 1) - (n_lines - 1) / 5;
}

static bool
goes_on(NdText text, const NdSpan *lines, uint32_t i, uint32_t n_lines, bool wrapped)
{
	if (begins_item(text, lines[i + 1]))
		return false;
	if (wrapped)
		return true;
	return n_lines <= MOST_LINES && takes_up(text, lines[i], lines[i + 1]) &&
		!begins_lower(text, lines[i]) && has_words(text, lines[i]) &&
		ends_sentence(text, lines[n_lines - 1]);
}

uint32_t
nd_unwrap(NdText text, NdSpan *lines, uint32_t n_lines)
{
	bool		wrapped = is_wrapped(text, lines, n_lines);
	uint32_t	kept = 0;
	bool		join = false;

	for (uint32_t i = 0; i < n_lines; i++)
	{
		NdSpan		line = lines[i];
		bool		next = i + 1 < n_lines && goes_on(text, lines, i, n_lines, wrapped);

		if (join)
			lines[kept - 1].end = line.end;
		else
			lines[kept++] = line;
		join = next;
	}
	return kept;
}
