/*
 * scan.c
 *		The terms of a query text.
 */
#include "query/scan.h"

#include <string.h>

#include "query/field.h"
#include "query/words.h"
#include "toll/compare.h"

#define LONGEST_NAME	16		/* bytes of a field's or a kind's name */

void
nd_scan_blanks(NdScanner *scanner)
{
	uint32_t	next;

	while (scanner->at < scanner->text.length &&
		   nd_is_space(nd_decode(scanner->text, scanner->at, &next)))
		scanner->at = next;
}

bool
nd_scan_fail(NdScanner *scanner, uint32_t at, const char *what, const char *hint)
{
	if (scanner->fault->what == NULL)
		*scanner->fault = (NdQueryFault) {.what = what, .hint = hint, .at = at};
	return false;
}

bool
nd_scan_fail_limit(NdScanner *scanner, uint32_t at, const char *what)
{
	if (scanner->fault->what == NULL)
		*scanner->fault = (NdQueryFault) {.what = what, .at = at, .limit = true};
	return false;
}

static bool
is_quote(uint32_t character)
{
	return character == '"' || (character >= 0x201C && character <= 0x201F) ||
		character == 0xAB || character == 0xBB;
}

bool
nd_scan_is_quote(const NdScanner *scanner)
{
	uint32_t	next;

	return scanner->at < scanner->text.length &&
		is_quote(nd_decode(scanner->text, scanner->at, &next));
}

uint32_t
nd_scan_plain_end(const NdScanner *scanner)
{
	uint32_t	at = scanner->at;
	uint32_t	next;

	for (; at < scanner->text.length; at = next)
	{
		uint32_t	character = nd_decode(scanner->text, at, &next);

		if (nd_is_space(character) || is_quote(character) ||
			(character < 0x80 && strchr("&|!()[]:<>=*", (int) character)))
			break;
	}
	return at;
}

/*
 * Faults with lists
 */

typedef const char *(*NameOf) (unsigned number);

static const char *
toll_kind(unsigned number)
{
	return number < ND_TOLL_KINDS ? nd_toll_kind_name(number) : NULL;
}

static const char *
field(unsigned number)
{
	number += ND_FIELD_SOURCE;
	return number <= ND_FIELD_PASSAGE ? nd_field_name((NdField) number) : NULL;
}

#define VALUES_OF(function, number) \
static const char * \
function(unsigned value) \
{ \
	return nd_value_name(number, value); \
}

VALUES_OF(kind, ND_FIELD_KIND)
VALUES_OF(stance, ND_FIELD_STANCE)
VALUES_OF(quote, ND_FIELD_QUOTE)
VALUES_OF(certainty, ND_FIELD_CERTAINTY)
VALUES_OF(passage, ND_FIELD_PASSAGE)

static NameOf
values_of(NdField of)
{
	return of == ND_FIELD_KIND ? kind : of == ND_FIELD_STANCE ? stance :
		of == ND_FIELD_QUOTE ? quote : of == ND_FIELD_CERTAINTY ? certainty : passage;
}

/* "There are: state, affirm, deny." Without memory the hint is missing. */
static bool
fail_with_list(NdScanner *scanner, uint32_t at, const char *what, NameOf name_of)
{
	static const char lead[] = "There are: ";
	uint32_t	used = sizeof(lead) - 1;
	uint32_t	room = 0;
	char	   *hint = NULL;
	const char *name;

	if (!nd_reserve(scanner->arena, &hint, &room, used, 1))
		return false;
	memcpy(hint, lead, used);
	for (unsigned i = 0; (name = name_of(i)) != NULL; i++)
	{
		uint32_t	length = (uint32_t) strlen(name);

		if (!nd_reserve(scanner->arena, &hint, &room, used + length + 3, 1))
			return false;
		memcpy(hint + used, name, length);
		memcpy(hint + used + length, ", ", 3);
		used += length + 2;
	}
	memcpy(hint + used - 2, ".", 2);
	return nd_scan_fail(scanner, at, what, hint);
}

/*
 * Words
 */

static bool
split(NdScanner *scanner, NdTerm *term)
{
	const char *start = term->text.bytes;
	const char *end = start + term->text.length;

	term->words = nd_alloc_array(scanner->arena, term->n_words, sizeof(NdText));
	if (term->words == NULL)
		return false;
	for (uint32_t i = 0; i < term->n_words; i++)
	{
		const char *blank = memchr(start, ' ', (size_t) (end - start));

		term->words[i] = (NdText) {start, (uint32_t) ((blank ? blank : end) - start)};
		start = blank ? blank + 1 : end;
	}
	return true;
}

bool
nd_scan_words(NdScanner *scanner, NdSpan span, NdTerm *term)
{
	NdText		inside = {scanner->text.bytes + span.start, span.end - span.start};
	uint32_t	at = 0;
	NdSpan		word;

	*term = (NdTerm) {.field = ND_FIELD_CONTENT, .match = ND_MATCH_WORDS};
	while (term->n_words < ND_QUERY_MOST_WORDS && nd_next_word(inside, &at, &word))
		term->n_words++;
	inside.length = at;
	return nd_fold_all(scanner->arena, inside, &term->text) && split(scanner, term);
}

/* All words of a span, which must have some, and not too many. */
static bool
scan_all_words(NdScanner *scanner, NdSpan span, NdTerm *term)
{
	NdText		inside = {scanner->text.bytes, span.end};
	uint32_t	at = span.start;
	uint32_t	count = 0;
	NdSpan		word;

	while (nd_next_word(inside, &at, &word))
		if (++count > ND_QUERY_MOST_WORDS)
			return nd_scan_fail_limit(scanner, word.start, "A phrase can have 64 words.");
	if (count == 0)
		return nd_scan_fail(scanner, span.start, "A word must stand here.", NULL);
	return nd_scan_words(scanner, span, term);
}

static bool
scan_quoted(NdScanner *scanner, NdTerm *term)
{
	uint32_t	opening = scanner->at;
	NdSpan		inside;

	nd_decode(scanner->text, scanner->at, &scanner->at);
	inside.start = scanner->at;
	while (scanner->at < scanner->text.length && !nd_scan_is_quote(scanner))
		nd_decode(scanner->text, scanner->at, &scanner->at);
	inside.end = scanner->at;
	if (scanner->at == scanner->text.length)
		return nd_scan_fail(scanner, opening, "The closing quotation mark is missing.", NULL);
	nd_decode(scanner->text, scanner->at, &scanner->at);
	return scan_all_words(scanner, inside, term);
}

/* What begins neither with a letter nor a digit is not what it seems: -word. */
static bool
begins_word(NdScanner *scanner)
{
	NdText		first = scanner->text;
	uint32_t	at = scanner->at;
	NdSpan		word;

	if (at < first.length)
		nd_decode(first, at, &first.length);
	return nd_next_word(first, &at, &word);
}

static bool
scan_plain(NdScanner *scanner, NdTerm *term)
{
	NdSpan		span = {scanner->at, nd_scan_plain_end(scanner)};

	if (!begins_word(scanner))
		return nd_scan_fail(scanner, scanner->at, "A term must stand here.",
							"Write a word, \"a phrase\", field:value, or a figure such as killed > 100; ! negates.");
	if (!scan_all_words(scanner, span, term))
		return false;
	scanner->at = span.end;
	if (nd_scan_peek(scanner) != '*')
		return true;
	if (term->n_words > 1)
		return nd_scan_fail(scanner, scanner->at, "The star must follow a single word.", NULL);
	term->match = ND_MATCH_PREFIX;
	scanner->at++;
	return true;
}

/*
 * Fields
 */

static bool
scan_field(NdScanner *scanner, uint32_t start, NdText name, NdTerm *term)
{
	NdField		of = nd_field_number(name);
	uint32_t	value;
	bool		quoted;

	if (of == ND_FIELD_CONTENT)
		return fail_with_list(scanner, start, "There is no field of this name.", field);
	scanner->at++;
	nd_scan_blanks(scanner);
	value = scanner->at;
	quoted = nd_scan_is_quote(scanner);
	if (!(quoted ? scan_quoted(scanner, term) : scan_plain(scanner, term)))
		return false;
	term->field = of;
	if (!nd_field_has_values(of))
	{
		if (quoted)
			term->match = ND_MATCH_WHOLE;
		return true;
	}
	term->values = nd_values_called(of, term->text, term->match == ND_MATCH_PREFIX);
	if (term->values == 0)
		return fail_with_list(scanner, value, "The field has no such value.", values_of(of));
	return true;
}

/*
 * Figures
 */

static bool
is_digit(NdText text, uint32_t at)
{
	return at < text.length && text.bytes[at] >= '0' && text.bytes[at] <= '9';
}

/* Digits, and commas where they mark thousands. */
static uint32_t
number_end(NdText text, uint32_t at)
{
	while (is_digit(text, at) ||
		   (at < text.length && text.bytes[at] == ',' && is_digit(text, at + 1) &&
			is_digit(text, at + 2) && is_digit(text, at + 3) && !is_digit(text, at + 4)))
		at++;
	return at;
}

static bool
is_at(NdText text, uint32_t at, const char *mark)
{
	size_t		length = strlen(mark);

	return text.length - at >= length && memcmp(text.bytes + at, mark, length) == 0;
}

static bool
scan_number(NdScanner *scanner, uint64_t *number)
{
	uint32_t	start = scanner->at;
	uint32_t	end = number_end(scanner->text, start);

	*number = 0;
	for (; scanner->at < end; scanner->at++)
	{
		if (!is_digit(scanner->text, scanner->at))
			continue;
		*number = *number * 10 + (uint64_t) (scanner->text.bytes[scanner->at] - '0');
		if (*number > ND_MOST_PEOPLE)
			return nd_scan_fail(scanner, start, "A number of people must lie between 0 and 999999999999999.", NULL);
	}
	if (end == start || !is_digit(scanner->text, start))
		return nd_scan_fail(scanner, start, "A number in digits must stand here.", NULL);
	return true;
}

static bool
scan_bounds(NdScanner *scanner, NdTerm *term)
{
	uint32_t	start = scanner->at;
	uint64_t	number;

	if (!scan_number(scanner, &number))
		return false;
	term->low = term->comparison == ND_GREATER ? number + 1 : number;
	term->high = term->comparison == ND_LESS ? number - 1 : number;
	if (term->comparison == ND_LESS && number == 0)
		return nd_scan_fail(scanner, start, "There is no number of people less than 0.", NULL);
	if (term->comparison == ND_LESS || term->comparison == ND_LESS_EQUAL)
		term->low = 0;
	if (term->comparison == ND_GREATER || term->comparison == ND_GREATER_EQUAL)
		term->high = ND_UNBOUNDED;
	if (term->comparison == ND_EQUAL && is_at(scanner->text, scanner->at, ".."))
	{
		term->comparison = ND_BETWEEN;
		scanner->at += 2;
		start = scanner->at;
		if (!scan_number(scanner, &term->high))
			return false;
		if (term->high < term->low)
			return nd_scan_fail(scanner, start, "The second number of a range must not be less than the first.", NULL);
	}
	if (nd_scan_plain_end(scanner) > scanner->at)
		return nd_scan_fail(scanner, scanner->at, "A number has only digits.", NULL);
	return true;
}

static bool
is_comparison(char c)
{
	return c == '<' || c == '>' || c == '=';
}

static bool
is_range_at(NdText text, uint32_t at)
{
	uint32_t	end = number_end(text, at);

	return end > at && is_at(text, end, "..");
}

/* The rest of a figure, at its comparison or range. */
static bool
scan_figure(NdScanner *scanner, unsigned toll, NdTerm *term)
{
	char		sign = nd_scan_peek(scanner);

	*term = (NdTerm) {.field = ND_FIELD_FIGURE, .toll = (NdTollKind) toll, .comparison = ND_EQUAL};
	if (is_comparison(sign))
	{
		scanner->at++;
		if (sign != '=' && nd_scan_peek(scanner) == '=')
		{
			scanner->at++;
			term->comparison = sign == '<' ? ND_LESS_EQUAL : ND_GREATER_EQUAL;
		}
		else if (sign != '=')
			term->comparison = sign == '<' ? ND_LESS : ND_GREATER;
		if (nd_scan_peek(scanner) == '?')
		{
			scanner->at++;
			term->possibly = true;
		}
		nd_scan_blanks(scanner);
	}
	return scan_bounds(scanner, term);
}

/* The name of a field or a kind in lower case; empty where it is none. */
static NdText
read_name(NdText text, NdSpan span, char name[LONGEST_NAME])
{
	uint32_t	length = span.end - span.start;

	if (length > LONGEST_NAME)
		return (NdText) {name, 0};
	for (uint32_t i = 0; i < length; i++)
	{
		char		c = text.bytes[span.start + i];

		name[i] = c >= 'A' && c <= 'Z' ? (char) (c + 32) : c;
	}
	return (NdText) {name, length};
}

bool
nd_scan_term(NdScanner *scanner, NdTerm *term)
{
	NdSpan		plain = {scanner->at, nd_scan_plain_end(scanner)};
	char		bytes[LONGEST_NAME];
	NdText		name;
	unsigned	toll;

	if (nd_scan_is_quote(scanner))
		return scan_quoted(scanner, term);
	if (nd_span_empty(plain))
		return scan_plain(scanner, term);
	name = read_name(scanner->text, plain, bytes);
	toll = nd_toll_kind_number(name.bytes, name.length);
	scanner->at = plain.end;
	if (nd_scan_peek(scanner) == ':')
		return scan_field(scanner, plain.start, name, term);
	nd_scan_blanks(scanner);
	if (is_comparison(nd_scan_peek(scanner)) && toll == ND_TOLL_KINDS)
		return fail_with_list(scanner, plain.start, "There is no kind of figure of this name.", toll_kind);
	if (is_comparison(nd_scan_peek(scanner)) ||
		(toll < ND_TOLL_KINDS && is_range_at(scanner->text, scanner->at)))
		return scan_figure(scanner, toll, term);
	scanner->at = plain.start;
	return scan_plain(scanner, term);
}
