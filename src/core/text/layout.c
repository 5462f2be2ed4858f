/*
 * layout.c
 *		Sentences that begin without a full stop before them.
 */
#include "text/layout.h"

#include "lexicon/lexicon.h"
#include "text/mark.h"

#define LONGEST_DATELINE	64u	/* bytes */
#define LONGEST_CLOSING	32u

static uint32_t
skip_spaces(NdText text, uint32_t at, uint32_t end)
{
	uint32_t	next;

	while (at < end && nd_is_space(nd_decode(text, at, &next)))
		at = next;
	return at;
}

static unsigned char
byte_at(NdText text, uint32_t end, uint32_t at)
{
	return at < end ? (unsigned char) text.bytes[at] : ' ';
}

/*
 * Items of lists
 */

/* The number or small letter of a list mark; 0 when there is none. */
static uint32_t
read_value(NdText text, uint32_t *at, uint32_t end)
{
	uint32_t	value = 0;
	uint32_t	digits = 0;

	while (digits < 3 && nd_is_digit(byte_at(text, end, *at)))
	{
		value = value * 10 + (uint32_t) (text.bytes[*at] - '0');
		digits++;
		++*at;
	}
	if (digits == 0 && nd_is_lower(byte_at(text, end, *at)))
		value = (unsigned char) text.bytes[(*at)++];
	return value;
}

static NdListMark
read_list_mark(NdText text, uint32_t at, uint32_t end)
{
	NdListMark	mark = {0};
	uint32_t	next;
	uint32_t	tail = 0;

	if (at < end && nd_is_bullet(nd_decode(text, at, &next)))
	{
		mark.bullet = true;
		mark.end = at = skip_spaces(text, next, end);
	}
	mark.value = read_value(text, &at, end);
	if (mark.value == 0)
		return mark;
	while (tail < 2 && (byte_at(text, end, at) == '.' || byte_at(text, end, at) == ')'))
		mark.tail[tail++] = text.bytes[at++];
	if (tail > 0 && at < end && nd_is_space(nd_decode(text, at, &next)))
		mark.end = at;
	else
		mark.value = 0;
	return mark;
}

/* Whether a list that stands at `last` goes on with `mark`. */
static bool
is_next_item(const NdListMark *last, const NdListMark *mark)
{
	if (mark->end == 0)
		return false;
	if (mark->bullet)
		return true;
	if (last->end == 0 || last->value == 0 || mark->tail[0] != last->tail[0] ||
		mark->tail[1] != last->tail[1])
		return false;
	return mark->value == last->value + 1 ||
		(mark->value == 1 && last->value > 1) || (mark->value == 'a' && last->value > 'a');
}

uint32_t
nd_layout_start(NdText text, uint32_t start, uint32_t end, NdLayout *layout)
{
	NdListMark	mark = read_list_mark(text, start, end);

	if (mark.end == 0)
		return start;
	layout->list = mark;
	return mark.end;
}

/*
 * Lines drawn, addresses, dates of messages
 */

static bool
is_rule(NdText text, uint32_t at, uint32_t end)
{
	unsigned char first = byte_at(text, end, at);

	if (first != '-' && first != '=' && first != '_' && first != '*' && first != '~' &&
		first != '#')
		return false;
	/* three dashes are a dash, a few underscores a blank to fill in */
	for (uint32_t i = 1; i < (first == '_' ? 12 : first == '-' ? 4 : 3); i++)
		if (byte_at(text, end, at + i) != first)
			return false;
	return true;
}

static bool
is_web_address(NdText text, uint32_t at, uint32_t end)
{
	uint32_t	start = at;

	if (byte_at(text, end, at) == '<')
		start = ++at;
	while (nd_is_letter(byte_at(text, end, at)) && at - start < 8)
		at++;
	if (at == start)
		return false;
	if (byte_at(text, end, at) == ':')
		return byte_at(text, end, at + 1) == '/' && byte_at(text, end, at + 2) == '/';
	return at == start + 3 && byte_at(text, end, at) == '.' &&
		nd_to_lower(byte_at(text, end, start)) == 'w' &&
		nd_to_lower(byte_at(text, end, start + 1)) == 'w';
}

static bool
is_mail_address(NdText text, uint32_t at, uint32_t end)
{
	bool		at_sign = false;

	for (; at < end && !nd_is_space((unsigned char) text.bytes[at]); at++)
	{
		at_sign = at_sign || text.bytes[at] == '@';
		if (at_sign && text.bytes[at] == '.')
			return nd_is_letter(byte_at(text, end, at + 1));
	}
	return false;
}

/* Digits with a mark between them, as 7/21/2017 or 04:17: the bytes read. */
static uint32_t
numbers_length(NdText text, uint32_t at, uint32_t end, unsigned char mark, uint32_t marks)
{
	uint32_t	start = at;
	uint32_t	seen = 0;

	while (at - start < 12 && (nd_is_digit(byte_at(text, end, at)) ||
							   byte_at(text, end, at) == mark))
		seen += byte_at(text, end, at++) == mark;
	return seen == marks && nd_is_digit(byte_at(text, end, start)) &&
		nd_is_space(byte_at(text, end, at)) ? at - start : 0;
}

/* The end of the date and time, as 7/21/2017 04:17 PM, at `at`; or 0. */
static uint32_t
stamp_end(NdText text, uint32_t at, uint32_t end)
{
	uint32_t	length = numbers_length(text, at, end, '/', 2);
	uint32_t	time;

	if (length == 0)
		return 0;
	at = skip_spaces(text, at + length, end);
	length = numbers_length(text, at, end, ':', 1);
	if (length == 0)
		length = numbers_length(text, at, end, ':', 2);
	if (length == 0)
		return 0;
	time = skip_spaces(text, at + length, end);
	if (nd_to_lower(byte_at(text, end, time + 1)) == 'm' &&
		nd_is_space(byte_at(text, end, time + 2)))
		return time + 2;
	return at + length;
}

/* "Thanks," before a name, but not before "Mr. President". */
static bool
is_closing(NdText text, uint32_t start, uint32_t at, uint32_t end)
{
	char		word[LONGEST_CLOSING];
	uint32_t	length = 0;
	uint32_t	name = at;

	while (nd_is_letter(byte_at(text, end, name)) && name - at < LONGEST_CLOSING)
		name++;
	if (byte_at(text, end, name) == '.')
		return false;
	while (at > start && nd_is_space((unsigned char) text.bytes[at - 1]))
		at--;
	if (at - start > LONGEST_CLOSING || at == start || text.bytes[at - 1] != ',')
		return false;
	for (uint32_t i = start; i < at - 1; i++)
		word[length++] = (char) nd_to_lower((unsigned char) text.bytes[i] < 0x80 ?
											(unsigned char) text.bytes[i] : '?');
	return nd_lexicon_find(&nd_lexicon_closings, word, length) != UINT32_MAX;
}

/* "-- " above a signature */
static bool
is_signature_mark(NdText text, uint32_t start, uint32_t before, uint32_t end)
{
	return start == before && byte_at(text, end, before) == '-' &&
		byte_at(text, end, before + 1) == '-' && nd_is_space(byte_at(text, end, before + 2));
}

/* "NEW DELHI (Reuters) - " */
static bool
is_dateline(NdText text, uint32_t start, uint32_t dash, uint32_t at)
{
	uint32_t	capitals = 0;

	if (at - start > LONGEST_DATELINE || !nd_is_dash(nd_decode(text, dash, &at)))
		return false;
	while (nd_is_upper(byte_at(text, dash, start + capitals)))
		capitals++;
	return capitals >= 4 && !nd_is_word(byte_at(text, dash, start + capitals));
}

/* :) */
static bool
is_smile(NdText text, uint32_t at, uint32_t end)
{
	unsigned char first = byte_at(text, end, at);

	if (first != ':' && first != ';')
		return false;
	if (byte_at(text, end, at + 1) == '-')
		at++;
	return byte_at(text, end, at + 1) == ')';
}

/* The end of <<an attachment>> or >>> a quotation's margin. */
static bool
is_arrows(NdText text, uint32_t at, uint32_t end)
{
	return byte_at(text, end, at) == '>' && byte_at(text, end, at + 1) == '>';
}

bool
nd_layout_breaks(NdText text, NdSpan sentence, uint32_t before, uint32_t at, NdLayout *layout)
{
	uint32_t	end = sentence.end;
	uint32_t	next;
	uint32_t	stamp = stamp_end(text, at, end);
	NdListMark	mark = read_list_mark(text, at, end);

	if (stamp != 0)
	{
		/* "on 7/21/2017" is part of a sentence */
		layout->stamp_end = stamp;
		return !nd_is_lower(nd_decode(text, before, &next)) ||
			is_mail_address(text, before, at);
	}
	if (is_next_item(&layout->list, &mark) || is_rule(text, at, end) ||
		is_rule(text, before, at))
		return true;
	if (is_web_address(text, before, at) && is_web_address(text, at, end))
		return true;
	if (!nd_is_upper(nd_decode(text, at, &next)))
		return false;
	return (layout->stamp_end > before && layout->stamp_end <= at) ||
		is_web_address(text, before, at) || is_mail_address(text, before, at) ||
		is_smile(text, before, at) || is_arrows(text, before, at) ||
		is_closing(text, sentence.start, at, end) ||
		is_signature_mark(text, sentence.start, before, end) ||
		is_dateline(text, sentence.start, before, at);
}
