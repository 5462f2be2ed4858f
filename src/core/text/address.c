/*
 * address.c
 *		Addresses of sites, of mail, @names and #tags: one token each.
 */
#include "text/address.h"

#include "lexicon/lexicon.h"
#include "text/mark.h"
#include "text/plain_word.h"

static uint32_t
character_at(NdText text, uint32_t end, uint32_t at)
{
	uint32_t	next;

	return at < end ? nd_decode(text, at, &next) : ' ';
}

static bool
ends_address(uint32_t c)
{
	return c == '<' || c == '>' || c == '"' || c == 0x201C || c == 0x201D || c == 0xAB ||
		c == 0xBB || c == '|';
}

/* Marks that end the sentence or bracket around an address. */
static bool
follows_address(uint32_t c)
{
	return nd_is_terminator(c) || nd_is_closing_bracket(c) || nd_is_apostrophe(c) ||
		c == ',' || c == ';' || c == ':' || c == '*';
}

/* example.com, example.com/page */
static bool
is_domain(NdText text, uint32_t start, uint32_t end)
{
	uint32_t	dot = start;
	uint32_t	last;

	for (uint32_t at = start; at < end && text.bytes[at] != '/'; at++)
	{
		unsigned char c = (unsigned char) text.bytes[at];

		if (c == '.')
			dot = at;
		else if (c != '-' && (c >= 0x80 || !nd_is_word(c)))
			return false;
	}
	last = dot + 1;
	while (last < end && text.bytes[last] != '/')
		last++;
	return dot > start && nd_in_list(&nd_lexicon_domains, text, dot + 1, last);
}

static bool
begins_www(const char *bytes, uint32_t length)
{
	if (length < 5 || bytes[3] != '.')
		return false;
	for (int i = 0; i < 3; i++)
		if (nd_to_lower((unsigned char) bytes[i]) != 'w')
			return false;
	return true;
}

/* Judges a chunk by the marks in it. */
static bool
is_address(NdText text, uint32_t start, uint32_t end)
{
	const char *bytes = text.bytes;
	bool		at_sign = false;

	if (bytes[start] == '@' || bytes[start] == '#')
		return nd_is_letter(character_at(text, end, start + 1));
	for (uint32_t at = start + 1; at + 2 < end; at++)
	{
		if (bytes[at] == ':' && bytes[at + 1] == '/' && bytes[at + 2] == '/')
			return true;
		if (bytes[at] == '@')
			at_sign = true;
		else if (bytes[at] == '.' && at_sign)
			return true;
	}
	return begins_www(bytes + start, end - start) || is_domain(text, start, end);
}

uint32_t
nd_address_end(NdText text, NdSpan within, uint32_t *chunk_end)
{
	uint32_t	start = within.start;
	uint32_t	end = start;
	uint32_t	next;
	uint32_t	first = character_at(text, within.end, start);
	bool		marks = false;

	if (!nd_is_word(first) && first != '@' && first != '#')
		return start;
	while (end < within.end)
	{
		uint32_t	c = nd_decode(text, end, &next);

		if (nd_is_space(c) || ends_address(c))
			break;
		marks = marks || c == '.' || c == '@' || c == '#' || c == ':';
		end = next;
	}
	*chunk_end = end;
	while (marks && end > start)
	{
		if (!follows_address(nd_decode_before(text, end, &next)))
			break;
		end = next;
	}
	return marks && end > start && is_address(text, start, end) ? end : start;
}
