/*
 * value.c
 *		The text form of a toll, and which values there can be.
 */
#include "toll/value.h"

#include <string.h>

static const char kind_names[ND_TOLL_KINDS][12] = {
	"killed", "wounded", "casualties", "missing", "captured", "detained", "displaced",
	"released", "rescued"
};

static const char hedge_names[ND_HEDGES][12] = {
	"exact", "at least", "more than", "at most", "less than", "almost", "about", "range",
	"vague"
};

/* What stands before the number; ranges have a mark between two. */
static const char hedge_signs[ND_HEDGES][4] = {
	"", ">=", ">", "<=", "<", "~<", "~", "", "~"
};

const char *
nd_toll_kind_name(unsigned kind)
{
	return kind < ND_TOLL_KINDS ? kind_names[kind] : "?";
}

const char *
nd_hedge_name(unsigned hedge)
{
	return hedge < ND_HEDGES ? hedge_names[hedge] : "?";
}

static unsigned
number_of(const char (*names)[12], unsigned count, const char *name, size_t length)
{
	unsigned	i = 0;

	while (i < count && (strlen(names[i]) != length || memcmp(names[i], name, length) != 0))
		i++;
	return i;
}

unsigned
nd_toll_kind_number(const char *name, size_t length)
{
	return number_of(kind_names, ND_TOLL_KINDS, name, length);
}

unsigned
nd_hedge_number(const char *name, size_t length)
{
	return number_of(hedge_names, ND_HEDGES, name, length);
}

static bool
is_open(int64_t bound)
{
	return bound == ND_NO_BOUND;
}

static bool
in_reach(int64_t bound)
{
	return is_open(bound) || (bound >= 0 && bound <= ND_MOST_PEOPLE);
}

/* Whether bounds and hedge go together. */
static bool
fits(const NdTollValue *value)
{
	int64_t		low = value->low;
	int64_t		high = value->high;

	switch ((NdHedge) value->hedge)
	{
		case ND_EXACT:
		case ND_ALMOST:
		case ND_ABOUT:
			return !is_open(low) && low == high;
		case ND_AT_LEAST:
		case ND_MORE_THAN:
			return !is_open(low) && is_open(high);
		case ND_AT_MOST:
			return is_open(low) && !is_open(high);
		case ND_LESS_THAN:
			return is_open(low) && high > 0;
		case ND_RANGE:
			return !is_open(low) && low < high;
		case ND_VAGUE:
			return !is_open(low) && low <= high;
	}
	return false;
}

const char *
nd_toll_fault(const NdTollValue *value)
{
	static const uint8_t zero[sizeof(value->unused)];

	if (value->kind >= ND_TOLL_KINDS)
		return "There is no such kind of toll.";
	if (value->hedge >= ND_HEDGES)
		return "There is no such hedge.";
	if (!in_reach(value->low) || !in_reach(value->high))
		return "A number of people must lie between 0 and 999999999999999.";
	if (memcmp(value->unused, zero, sizeof(zero)) != 0)
		return "Unused bytes must be zero.";
	return fits(value) ? NULL : "The bounds do not go with the hedge.";
}

NdTollValue
nd_toll_value(NdTollKind kind, int64_t low, int64_t high, NdHedge hedge)
{
	NdTollValue value;

	memset(&value, 0, sizeof(value));
	value.kind = (uint8_t) kind;
	value.low = low;
	value.high = high;
	value.hedge = (uint8_t) (hedge == ND_RANGE && low == high ? ND_EXACT : hedge);
	return value;
}

/*
 * Text out
 */

static uint32_t
print_word(char *text, uint32_t at, const char *word)
{
	while (*word)
		text[at++] = *word++;
	return at;
}

static uint32_t
print_number(char *text, uint32_t at, int64_t number)
{
	char		digits[20];
	uint32_t	count = 0;

	do
	{
		digits[count++] = (char) ('0' + number % 10);
		number /= 10;
	} while (number > 0);
	while (count > 0)
		text[at++] = digits[--count];
	return at;
}

uint32_t
nd_toll_print(const NdTollValue *value, char text[ND_TOLL_TEXT])
{
	uint32_t	at = print_word(text, 0, nd_toll_kind_name(value->kind));

	at = print_word(text, at, " ");
	at = print_word(text, at, hedge_signs[value->hedge]);
	at = print_number(text, at, is_open(value->low) ? value->high : value->low);
	if (value->hedge == ND_RANGE || value->hedge == ND_VAGUE)
	{
		at = print_word(text, at, "..");
		at = print_number(text, at, value->high);
	}
	text[at] = '\0';
	return at;
}

/*
 * Text in
 */

typedef struct Parser
{
	const char *text;
	uint32_t	length;
	uint32_t	at;
	const char *fault;
} Parser;

static char
peek(const Parser *parser)
{
	return parser->at < parser->length ? parser->text[parser->at] : '\0';
}

static void
skip_spaces(Parser *parser)
{
	while (peek(parser) == ' ' || (peek(parser) >= '\t' && peek(parser) <= '\r'))
		parser->at++;
}

static NdTollKind
parse_kind(Parser *parser)
{
	uint32_t	start = parser->at;
	unsigned	kind;

	while (peek(parser) >= 'a' && peek(parser) <= 'z')
		parser->at++;
	kind = nd_toll_kind_number(parser->text + start, parser->at - start);
	if (kind < ND_TOLL_KINDS)
		return (NdTollKind) kind;
	parser->at = start;
	parser->fault = "A toll begins with its kind, such as killed or wounded.";
	return ND_KILLED;
}

/* The longest sign counts, so that >= is not read as >. */
static NdHedge
parse_sign(Parser *parser)
{
	NdHedge		hedge = ND_EXACT;
	size_t		longest = 0;

	for (unsigned i = 0; i < ND_HEDGES; i++)
	{
		size_t		length = strlen(hedge_signs[i]);

		if (length > longest && parser->length - parser->at >= length &&
			memcmp(parser->text + parser->at, hedge_signs[i], length) == 0)
		{
			hedge = (NdHedge) i;
			longest = length;
		}
	}
	parser->at += (uint32_t) longest;
	return hedge;
}

static int64_t
parse_number(Parser *parser)
{
	uint32_t	start = parser->at;
	int64_t		number = 0;

	while (peek(parser) >= '0' && peek(parser) <= '9')
	{
		number = number * 10 + (peek(parser) - '0');
		if (number > ND_MOST_PEOPLE)
		{
			parser->at = start;
			parser->fault = "A number of people must lie between 0 and 999999999999999.";
			return 0;
		}
		parser->at++;
	}
	if (parser->at == start)
		parser->fault = "A number in digits is expected.";
	return number;
}

/* The number or numbers after the sign. */
static NdTollValue
parse_bounds(Parser *parser, NdTollKind kind, NdHedge hedge)
{
	int64_t		low = parse_number(parser);
	int64_t		high = low;

	if (parser->fault == NULL && (hedge == ND_EXACT || hedge == ND_ABOUT) &&
		parser->length - parser->at >= 2 && memcmp(parser->text + parser->at, "..", 2) == 0)
	{
		parser->at += 2;
		hedge = hedge == ND_ABOUT ? ND_VAGUE : ND_RANGE;
		high = parse_number(parser);
		if (parser->fault == NULL && high < low)
			parser->fault = "The second number of a range must not be less than the first.";
	}
	else if (hedge == ND_AT_LEAST || hedge == ND_MORE_THAN)
		high = ND_NO_BOUND;
	else if (hedge == ND_AT_MOST || hedge == ND_LESS_THAN)
		low = ND_NO_BOUND;
	if (parser->fault == NULL && hedge == ND_LESS_THAN && high == 0)
		parser->fault = "There is no number of people less than 0.";
	return nd_toll_value(kind, low, high, hedge);
}

NdTollFault
nd_toll_parse(const char *text, size_t length, NdTollValue *value)
{
	Parser		parser = {.text = text, .length = (uint32_t) length};
	NdTollKind	kind;

	if (length > UINT32_MAX / 2)
		return (NdTollFault) {"The text is too long.", 0};
	skip_spaces(&parser);
	kind = parse_kind(&parser);
	skip_spaces(&parser);
	if (parser.fault == NULL)
		*value = parse_bounds(&parser, kind, parse_sign(&parser));
	if (parser.fault == NULL)
		skip_spaces(&parser);
	if (parser.fault == NULL && parser.at < parser.length)
		parser.fault = "Nothing may follow the number.";
	return (NdTollFault) {parser.fault, parser.at};
}
