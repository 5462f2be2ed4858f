/*
 * number.c
 *		Finds numbers with their hedges.
 *
 * From left to right: words that say how to read a number, the number, a
 * second bound, words after it. What begins no number is stepped over, so
 * each atom is looked at a bounded number of times.
 */
#include "toll/number.h"

#include "toll/cardinal.h"
#include "toll/hedge.h"
#include "toll/value_word.h"

#include <string.h>

#define LOOK_BACK	8			/* atoms in which a word of change counts */
#define MOST_BETWEEN 2			/* words between the bounds of "between" */

typedef struct Finder
{
	NdArena    *arena;
	NdAtoms		atoms;
	NdNumbers  *out;
	uint32_t	room;
	uint32_t	changed;		/* atom after the last word of change */
} Finder;

static NdAtomKind
kind_at(const Finder *finder, uint32_t at)
{
	return at < finder->atoms.count ? finder->atoms.atoms[at].kind : ND_ATOM_MARK;
}

static bool
is(const Finder *finder, uint32_t at, const char *word)
{
	return nd_atom_is(&finder->atoms, at, word);
}

static bool
glued_at(const Finder *finder, uint32_t at)
{
	return at < finder->atoms.count && finder->atoms.atoms[at].glued;
}

/*
 * Numbers
 */

typedef struct Figure
{
	uint32_t	end;
	int64_t		low;
	int64_t		high;
	bool		vague;
	NdCardinal	cardinal;
} Figure;

static NdWordValue
word_value(const NdAtoms *atoms, uint32_t at)
{
	NdSpan		span = atoms->atoms[at].at;

	return (NdWordValue)
	{
		atoms->text.bytes + span.start, span.end - span.start
	};
}

/* The greatest number that a plural is read as: 99 for dozens. */
static int64_t
plural_limit(const Finder *finder, uint32_t at)
{
	NdWordValue word = word_value(&finder->atoms, at);
	char		plural[16];
	uint32_t	entry;
	NdWordValue value;

	if (word.length + 1 > sizeof(plural))
		return ND_MOST_PEOPLE;
	for (uint32_t i = 0; i < word.length; i++)
		plural[i] = (char) (word.bytes[i] | 32);
	plural[word.length] = 's';
	entry = nd_lexicon_find(&nd_lexicon_vague_numbers, plural, word.length + 1);
	if (entry == UINT32_MAX)
		return ND_MOST_PEOPLE;
	value = nd_lexicon_value(&nd_lexicon_vague_numbers, entry);
	nd_value_number(&value);
	return nd_value_number(&value);
}

/*
 * "a few hundred", "several hundred thousand": so many times the unit, up to
 * one time more, but not beyond what the plural of the unit would say.
 */
static void
read_vague_multiplier(const Finder *finder, Figure *figure)
{
	uint32_t	at = figure->end;
	int64_t		unit = 1;
	int64_t		limit = ND_MOST_PEOPLE;

	if (is(finder, at, "of"))
		at++;
	while (kind_at(finder, at) == ND_ATOM_HUNDRED || kind_at(finder, at) == ND_ATOM_SCALE ||
		   kind_at(finder, at) == ND_ATOM_GROUP)
	{
		if (unit > 1 && kind_at(finder, at) != ND_ATOM_SCALE)
			return;
		if (finder->atoms.atoms[at].value > ND_MOST_PEOPLE / 10 / unit)
			return;
		unit *= finder->atoms.atoms[at].value;
		if (kind_at(finder, at) == ND_ATOM_GROUP)
			limit = plural_limit(finder, at);
		figure->end = ++at;
	}
	if (unit == 1)
		return;
	figure->low *= unit;
	figure->high = (figure->high + 1) * unit - 1;
	if (figure->high > limit)
		figure->high = limit;
}

static bool
read_vague(const Finder *finder, uint32_t at, Figure *figure)
{
	uint32_t	entry = nd_atoms_phrase(&finder->atoms, at, &nd_lexicon_vague_numbers,
										&figure->end);
	NdWordValue value;

	if (entry == UINT32_MAX)
		return false;
	value = nd_lexicon_value(&nd_lexicon_vague_numbers, entry);
	figure->low = nd_value_number(&value);
	figure->high = nd_value_number(&value);
	figure->vague = true;
	read_vague_multiplier(finder, figure);
	return true;
}

static bool
read_figure(const Finder *finder, uint32_t at, Figure *figure)
{
	memset(figure, 0, sizeof(*figure));
	if (read_vague(finder, at, figure))
		return true;
	figure->end = nd_read_cardinal(&finder->atoms, at, &figure->cardinal);
	figure->low = figure->cardinal.value;
	figure->high = figure->cardinal.value;
	return figure->end > at;
}

/*
 * A second bound
 */

/* "10 to 15 thousand": the first bound counts thousands too. */
static void
share_multiplier(Figure *first, const Figure *second)
{
	int64_t		unit = second->cardinal.multiplier;

	if (unit > 100 && first->cardinal.multiplier == 1 && first->low < second->low / unit &&
		first->low > 0)
		first->low *= unit;
}

static bool
joins(const Finder *finder, const NdNumberPrefix *prefix, const Figure *first,
	  const Figure *second, NdWordValue how)
{
	if (first->vague != second->vague || first->low >= second->high)
		return false;
	if (nd_value_is(how, "vague"))
		return first->vague;
	if (nd_value_is(how, "close"))
		return second->low <= 10 * first->low || first->vague;
	return prefix->anywhere || finder->changed == 0;
}

/* The dash of 10-15 and of 1000 - 5000; between words it parts sentences. */
static bool
dash_joins(const Finder *finder, uint32_t dash, const Figure *first)
{
	if (first->low == 0)
		return false;
	if (glued_at(finder, dash) && glued_at(finder, dash + 1))
		return true;
	return first->cardinal.digits &&
		(kind_at(finder, dash + 1) == ND_ATOM_DIGITS || is(finder, dash + 1, "~"));
}

/* The atom at which the second bound may begin, or `at`. */
static uint32_t
joiner_end(const Finder *finder, const NdNumberPrefix *prefix, const Figure *first,
		   uint32_t at, NdWordValue *how)
{
	static const NdWordValue any = {"any", 3};
	uint32_t	start = at;
	uint32_t	end;
	uint32_t	entry;

	*how = any;
	if (kind_at(finder, at) == ND_ATOM_DASH || is(finder, at, "~"))
	{
		bool		joined = is(finder, at, "~") || dash_joins(finder, at, first);

		return joined ? at + 1 : at;
	}
	if (prefix->between && (is(finder, at, "and") || is(finder, at, "to")))
		return at + 1;
	if (prefix->from && is(finder, at, "and"))
		return at + 1;
	if (kind_at(finder, at) == ND_ATOM_COMMA)
		start++;
	entry = nd_atoms_phrase(&finder->atoms, start, &nd_lexicon_number_joiners, &end);
	if (entry == UINT32_MAX)
		return at;
	*how = nd_lexicon_value(&nd_lexicon_number_joiners, entry);
	return end;
}

/* Reads the bound that may follow the first; true when there is one. */
static bool
read_second(const Finder *finder, const NdNumberPrefix *prefix, Figure *first)
{
	uint32_t	at = first->end;
	NdNumberPrefix		hedge;
	Figure		second;
	NdWordValue how;
	uint32_t	next = joiner_end(finder, prefix, first, at, &how);

	for (int i = 0; i < MOST_BETWEEN && next == at; i++)
	{
		bool		unit = first->cardinal.unit && i == 0;

		if (kind_at(finder, at) != ND_ATOM_WORD || !(prefix->between || prefix->from || unit))
			break;
		next = joiner_end(finder, prefix, first, ++at, &how);
	}
	if (next == at || first->cardinal.fraction)
		return false;
	nd_read_prefix(&finder->atoms, next, &hedge);
	if (kind_at(finder, hedge.end) == ND_ATOM_CURRENCY)
		hedge.end++;
	if (!read_figure(finder, hedge.end, &second))
		return false;
	share_multiplier(first, &second);
	if (!joins(finder, prefix, first, &second, how) ||
		(kind_at(finder, at) == ND_ATOM_DASH && kind_at(finder, second.end) == ND_ATOM_DASH &&
		 glued_at(finder, second.end)))
		return false;
	first->high = second.high;
	first->end = second.end;
	first->cardinal.digits |= second.cardinal.digits;
	first->cardinal.fraction |= second.cardinal.fraction;
	first->cardinal.unit = second.cardinal.unit;
	return true;
}

/* Whether the figure is part of a longer word, a time or a score. */
static bool
is_joined(const Finder *finder, uint32_t start, uint32_t end)
{
	NdAtomKind	after = kind_at(finder, end);
	NdAtomKind	before = start > 0 ? kind_at(finder, start - 1) : ND_ATOM_COMMA;

	if (glued_at(finder, end) && glued_at(finder, end + 1) &&
		(after == ND_ATOM_DASH || after == ND_ATOM_MARK))
		return true;
	return start > 1 && glued_at(finder, start) && glued_at(finder, start - 1) &&
		(before == ND_ATOM_DASH || before == ND_ATOM_MARK);
}

static uint16_t
flags_of(const Finder *finder, const Figure *figure, uint32_t start)
{
	uint16_t	flags = 0;

	if (figure->cardinal.fraction)
		flags |= ND_NUMBER_FRACTION;
	if (figure->cardinal.digits)
		flags |= ND_NUMBER_DIGITS;
	if (figure->cardinal.unit)
		flags |= ND_NUMBER_UNIT;
	if (start > 0 && kind_at(finder, start - 1) == ND_ATOM_CURRENCY)
		flags |= ND_NUMBER_MONEY;
	if (kind_at(finder, figure->end) == ND_ATOM_CURRENCY && glued_at(finder, figure->end))
		flags |= ND_NUMBER_MONEY;
	if (is(finder, figure->end, "%") || is(finder, figure->end, "percent") ||
		is(finder, figure->end, "pc") ||
		(is(finder, figure->end, "per") && is(finder, figure->end + 1, "cent")))
		flags |= ND_NUMBER_PERCENT;
	if (is_joined(finder, start, figure->end))
		flags |= ND_NUMBER_JOINED;
	return flags;
}

static void
set_bounds(NdNumber *number, const Figure *figure, NdHedge hedge)
{
	number->hedge = hedge;
	number->low = figure->low;
	number->high = figure->high;
	if (hedge == ND_AT_LEAST || hedge == ND_MORE_THAN)
		number->high = ND_NO_BOUND;
	if (hedge == ND_AT_MOST || hedge == ND_LESS_THAN)
		number->low = ND_NO_BOUND;
}

/* How one number with two sources of doubt is to be read. */
static NdHedge
hedge_of_figure(const Figure *figure, const NdNumberPrefix *prefix, bool two, NdHedge after)
{
	NdHedge		hedge = after != ND_EXACT ? after : prefix->hedge;

	if (hedge != ND_EXACT && hedge != ND_ABOUT && hedge != ND_ALMOST)
		return two ? ND_RANGE : hedge;
	if (figure->vague)
		return ND_VAGUE;
	return two ? ND_RANGE : hedge;
}

static NdNumber *
add_number(Finder *finder, uint32_t start, uint32_t figure, uint32_t figure_end, uint32_t end)
{
	NdNumbers  *out = finder->out;
	const NdAtom *atoms = finder->atoms.atoms;
	NdNumber   *number;

	if (!nd_reserve(finder->arena, &out->numbers, &finder->room, out->count + 1,
					sizeof(NdNumber)))
		return NULL;
	number = &out->numbers[out->count++];
	memset(number, 0, sizeof(*number));
	number->at = (NdSpan) {atoms[start].at.start, atoms[end - 1].at.end};
	number->figure = (NdSpan) {atoms[figure].at.start, atoms[figure_end - 1].at.end};
	number->first_token = atoms[start].token;
	number->end_token = atoms[end - 1].token + 1;
	return number;
}

/* Adds a figure with what stands before and after it; returns the next atom. */
static uint32_t
add_figure(Finder *finder, uint32_t at, const NdNumberPrefix *prefix, Figure *figure)
{
	uint32_t	start = prefix->end;
	uint32_t	first = at;
	uint32_t	first_end = figure->end;
	bool		two = read_second(finder, prefix, figure);
	NdHedge		after = ND_EXACT;
	uint32_t	end = nd_read_after(&finder->atoms, figure->end, &after);
	NdNumber   *number;

	/* "between" and "from" belong to the figure only with a second bound */
	if (!two && (prefix->between || prefix->from))
		first = start;
	else if (two && prefix->from && finder->changed > 0 && !prefix->anywhere)
		first = start;
	number = add_number(finder, first, start, figure->end, end);
	if (number == NULL)
		return UINT32_MAX;
	if (two && figure->vague)
		two = false;
	set_bounds(number, figure, hedge_of_figure(figure, prefix, two, after));
	number->flags = flags_of(finder, figure, start);
	if (end > figure->end)
		number->flags &= (uint16_t) ~ND_NUMBER_JOINED;
	if (two && first_end < figure->end && !is_joined(finder, start, figure->end))
		number->flags &= (uint16_t) ~ND_NUMBER_JOINED;
	if (prefix->addition)
		number->flags |= ND_NUMBER_ADDITION;
	if (finder->changed > 0)
		number->flags |= ND_NUMBER_CHANGED;
	return end;
}

/*
 * Numbers that are no number words
 */

static uint32_t
add_zero(Finder *finder, uint32_t at)
{
	uint32_t	end;
	uint32_t	entry = nd_atoms_phrase(&finder->atoms, at, &nd_lexicon_zero_numbers, &end);
	NdNumber   *number;

	if (entry == UINT32_MAX)
		return at;
	number = add_number(finder, at, at, end, end);
	if (number == NULL)
		return UINT32_MAX;
	number->flags = nd_value_is(nd_lexicon_value(&nd_lexicon_zero_numbers, entry), "alone") ?
		ND_NUMBER_NOBODY : ND_NUMBER_ZERO;
	return end;
}

/* a soldier, a sixth, a 12th victim, both */
static uint32_t
add_single(Finder *finder, uint32_t at)
{
	bool		ordinal = kind_at(finder, at + 1) == ND_ATOM_ORDINAL;
	uint32_t	end = ordinal ? at + 2 : at + 1;
	NdNumber   *number;

	if (is(finder, at, "both"))
	{
		number = add_number(finder, at, at, at + 1, at + 1);
		if (number == NULL)
			return UINT32_MAX;
		number->low = number->high = 2;
		number->flags = ND_NUMBER_BOTH;
		return at + 1;
	}
	if (!is(finder, at, "a") && !is(finder, at, "an"))
		return at;
	number = add_number(finder, at, at, end, end);
	if (number == NULL)
		return UINT32_MAX;
	number->low = number->high = 1;
	number->flags = ordinal ? ND_NUMBER_ORDINAL : ND_NUMBER_ARTICLE;
	return end;
}

/* "this one", "which one": no number. */
static bool
is_pronoun(const Finder *finder, uint32_t at)
{
	return at > 0 && is(finder, at, "one") &&
		nd_atom_in(&finder->atoms, at - 1, &nd_lexicon_one_determiners);
}

/* Reads what begins at an atom; returns the atom after it, or `at`. */
static uint32_t
find_at(Finder *finder, uint32_t at)
{
	NdNumberPrefix		prefix;
	Figure		figure;
	uint32_t	end;

	nd_read_prefix(&finder->atoms, at, &prefix);
	if (read_figure(finder, prefix.end, &figure))
	{
		if (figure.end == prefix.end + 1 && is_pronoun(finder, prefix.end))
			return figure.end;
		return add_figure(finder, at, &prefix, &figure);
	}
	end = add_zero(finder, at);
	return end == at ? add_single(finder, at) : end;
}

/* Whether one word that joins stands between two numbers. */
static bool
is_conjunction(const NdDocument *document, uint32_t token)
{
	NdSpan		at = nd_token_span(&document->tokens[token]);
	const char *word = document->text.bytes + at.start;
	uint32_t	length = at.end - at.start;

	return (length == 3 && (memcmp(word, "and", 3) == 0 || memcmp(word, "but", 3) == 0)) ||
		(length == 1 && word[0] == ',');
}

/*
 * "more than 40 and less than 50" is one figure.
 */
static void
merge_bounds(const NdDocument *document, NdNumbers *out)
{
	uint32_t	kept = 0;

	for (uint32_t i = 0; i < out->count; i++)
	{
		NdNumber   *last = kept > 0 ? &out->numbers[kept - 1] : NULL;
		const NdNumber *next = &out->numbers[i];

		if (last && last->end_token + 1 == next->first_token &&
			is_conjunction(document, last->end_token) &&
			(last->high == ND_NO_BOUND) != (next->high == ND_NO_BOUND) &&
			(last->low == ND_NO_BOUND) != (next->low == ND_NO_BOUND) &&
			(last->low == ND_NO_BOUND ? next->low < last->high : last->low < next->high))
		{
			last->low = last->low == ND_NO_BOUND ? next->low : last->low;
			last->high = last->high == ND_NO_BOUND ? next->high : last->high;
			last->at.end = next->at.end;
			last->figure.end = next->figure.end;
			last->end_token = next->end_token;
			last->hedge = ND_RANGE;
			continue;
		}
		out->numbers[kept++] = *next;
	}
	out->count = kept;
}

bool
nd_find_numbers(NdArena *arena, const NdDocument *document, uint32_t first, uint32_t end,
				NdNumbers *numbers)
{
	Finder		finder = {.arena = arena, .out = numbers};
	uint32_t	last_change = 0;

	memset(numbers, 0, sizeof(*numbers));
	if (!nd_find_atoms(arena, document, first, end, &finder.atoms))
		return false;
	for (uint32_t at = 0; at < finder.atoms.count;)
	{
		uint32_t	next;

		finder.changed = last_change + LOOK_BACK > at ? last_change : 0;
		next = find_at(&finder, at);
		if (next == UINT32_MAX)
			return false;
		if (nd_atom_in(&finder.atoms, at, &nd_lexicon_figure_changes))
			last_change = at + 1;
		at = next > at ? next : at + 1;
	}
	merge_bounds(document, numbers);
	return true;
}
