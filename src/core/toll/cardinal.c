/*
 * cardinal.c
 *		The grammar of whole numbers.
 *
 * A number is a sum of groups that get smaller: (hundreds and units) times a
 * scale, plus the next. What is read so far is `total`, the group being read
 * `group`, both over the divisor of a decimal fraction.
 */
#include "toll/cardinal.h"

#include "toll/number.h"
#include "toll/value_word.h"

typedef struct Reading
{
	const NdAtoms *atoms;
	uint32_t	at;				/* the atom to be read next */
	int64_t		total;
	int64_t		group;
	int64_t		divisor;		/* of the group, until a scale takes it up */
	int64_t		multiplier;		/* the last one read */
	int64_t		scale;			/* the last scale: the next must be smaller */
	int64_t		least;			/* smallest part of the number so far: 1, 10, 100 */
	bool		any;			/* something is in the group */
	bool		digits;
	bool		too_great;
} Reading;

static const NdAtom *
atom_at(const Reading *reading, uint32_t at)
{
	static const NdAtom none = {.kind = ND_ATOM_MARK};

	return at < reading->atoms->count ? &reading->atoms->atoms[at] : &none;
}

static bool
is_multiplier(const NdAtom *atom)
{
	return atom->kind == ND_ATOM_HUNDRED || atom->kind == ND_ATOM_SCALE ||
		atom->kind == ND_ATOM_GROUP;
}

static bool
is_small_word(const NdAtom *atom)
{
	return atom->kind == ND_ATOM_UNIT || atom->kind == ND_ATOM_TEEN || atom->kind == ND_ATOM_TEN;
}

static bool
is_article(const Reading *reading, uint32_t at)
{
	return nd_atom_is(reading->atoms, at, "a") || nd_atom_is(reading->atoms, at, "an");
}

static int64_t
times(Reading *reading, int64_t a, int64_t b)
{
	if (a > 0 && b > ND_MOST_PEOPLE / a)
	{
		reading->too_great = true;
		return 0;
	}
	return a * b;
}

static int64_t
plus(Reading *reading, int64_t a, int64_t b)
{
	if (a > ND_MOST_PEOPLE - b)
	{
		reading->too_great = true;
		return 0;
	}
	return a + b;
}

/* Moves the group, times a scale, into the total. */
static void
close_group(Reading *reading, int64_t scale)
{
	int64_t		amount = times(reading, reading->any ? reading->group : 1, scale);

	if (reading->any && reading->divisor > 1)
	{
		int64_t		divisor = reading->divisor;

		reading->divisor = amount % divisor == 0 ? 1 : divisor;
		amount /= divisor;
	}
	reading->total = plus(reading, reading->total, amount);
	reading->group = 0;
	reading->any = false;
	reading->least = scale;
}

/* 2.33 k and 10 G; but m, b and g are units more often. */
static bool
stands_apart(const NdAtoms *atoms, const NdAtom *atom)
{
	char		letter = atoms->text.bytes[atom->at.start];

	return atom->at.end - atom->at.start == 1 && (letter == 'k' || letter == 'K' || letter == 'G');
}

/* k, m, bn glued to digits, or apart from them where that is usual. */
static int64_t
suffix_at(const Reading *reading, uint32_t at)
{
	uint32_t	end;
	uint32_t	found;
	NdWordValue value;
	const NdAtom *atom = atom_at(reading, at);

	if (atom->kind != ND_ATOM_WORD && atom->kind != ND_ATOM_SCALE)
		return 0;
	found = nd_atoms_phrase(reading->atoms, at, &nd_lexicon_number_suffixes, &end);
	if (found == UINT32_MAX || end != at + 1)
		return 0;
	if (!atom->glued && !stands_apart(reading->atoms, atom))
		return 0;
	value = nd_lexicon_value(&nd_lexicon_number_suffixes, found);
	return nd_value_number(&value);
}

/* 40 000, 1 414 021 100: groups of three digits with one space between. */
static uint32_t
read_spaced(Reading *reading, uint32_t at, int64_t *value)
{
	const NdAtom *first = atom_at(reading, at);
	uint32_t	next = at + 1;

	*value = first->value;
	if (first->digits == 0 || first->digits > 3 || first->value == 0)
		return next;
	while (!reading->too_great && atom_at(reading, next)->kind == ND_ATOM_DIGITS &&
		   atom_at(reading, next)->digits == 3 && !atom_at(reading, next)->glued &&
		   !(atom_at(reading, next + 1)->kind == ND_ATOM_DIGITS &&
			 atom_at(reading, next + 1)->digits != 3))
	{
		*value = plus(reading, times(reading, *value, 1000), atom_at(reading, next)->value);
		next++;
	}
	return next;
}

/*
 * Whether digits go on a number that ends in a scale: 2 thousand 300, but not
 * the 20 of "2 million 20 years ago".
 */
static bool
follows_scale(const Reading *reading, const NdAtom *atom)
{
	bool		hundreds = atom_at(reading, reading->at + 1)->kind == ND_ATOM_HUNDRED;

	return reading->digits && !reading->any && reading->least > 1 && atom->divisor == 1 &&
		!atom->glued && atom->value < reading->least &&
		(hundreds || atom->value >= reading->least / 10 ||
		 nd_atom_is(reading->atoms, reading->at - 1, "and"));
}

static bool
read_digits(Reading *reading)
{
	const NdAtom *atom = atom_at(reading, reading->at);
	int64_t		value;
	int64_t		suffix;
	uint32_t	next;

	if (reading->any || (reading->total > 0 && !follows_scale(reading, atom)))
		return false;
	next = read_spaced(reading, reading->at, &value);
	reading->divisor = atom->divisor;
	if (atom->either && (atom_at(reading, next)->kind == ND_ATOM_SCALE ||
						 suffix_at(reading, next) > 0))
		reading->divisor = 1000;
	reading->group = value;
	reading->any = true;
	reading->digits = true;
	reading->at = next;
	suffix = suffix_at(reading, next);
	if (suffix > 0)
	{
		close_group(reading, suffix);
		reading->scale = suffix;
		reading->multiplier = suffix;
		reading->at++;
	}
	return true;
}

/* one, eleven, forty: where the group has room for it. */
static bool
read_small(Reading *reading)
{
	const NdAtom *atom = atom_at(reading, reading->at);
	int64_t		room = reading->any ? reading->least : 1000;

	if (reading->any && reading->digits && reading->least == 1)
		return false;
	if (atom->value >= room)
		return false;
	reading->group = reading->any ? reading->group + atom->value : atom->value;
	reading->least = atom->kind == ND_ATOM_TEN ? 10 : 1;
	reading->any = true;
	reading->at++;
	return true;
}

static bool
read_multiplier(Reading *reading)
{
	const NdAtom *atom = atom_at(reading, reading->at);

	if (!reading->any && reading->total > 0)
	{
		/* three thousand millions, three lakh crore */
		if (atom->kind != ND_ATOM_SCALE || reading->least == 1)
			return false;
		reading->total = times(reading, reading->total, atom->value);
		reading->scale = atom->value;
		reading->least = atom->value;
	}
	else if (atom->kind == ND_ATOM_HUNDRED)
	{
		if (reading->any && reading->group >= 1000 && !reading->digits)
			return false;
		if (reading->any && reading->least == 100)
			return false;
		if (reading->divisor > 1)
			close_group(reading, 100);
		else
		{
			reading->group = times(reading, reading->any ? reading->group : 1, 100);
			reading->any = true;
			reading->least = 100;
		}
	}
	else
	{
		if (atom->kind == ND_ATOM_SCALE && atom->value >= reading->scale)
			return false;
		close_group(reading, atom->value);
		reading->scale = atom->value;
	}
	reading->multiplier = atom->value;
	reading->at++;
	return true;
}

/*
 * half, a half, one half, three quarters: reads the part and sets what of
 * what. Returns the atom after it, or `at`.
 */
static uint32_t
part_at(const Reading *reading, uint32_t at, int64_t *count, int64_t *of)
{
	uint32_t	part = at;

	*count = 1;
	if (is_article(reading, at))
		part++;
	else if (atom_at(reading, at)->kind == ND_ATOM_UNIT)
	{
		*count = atom_at(reading, at)->value;
		part++;
	}
	if (atom_at(reading, part)->kind != ND_ATOM_PART || atom_at(reading, part)->glued)
		return at;
	*of = atom_at(reading, part)->value;
	return part + 1;
}

/*
 * "half a million", "three quarters of a million". False where a part stands
 * before nothing that it is a part of.
 */
static bool
read_leading_part(Reading *reading)
{
	int64_t		count;
	int64_t		of;
	uint32_t	next = part_at(reading, reading->at, &count, &of);
	const NdAtom *multiplier;

	if (next == reading->at)
		return false;
	if (nd_atom_is(reading->atoms, next, "of"))
		next++;
	if (is_article(reading, next))
		next++;
	multiplier = atom_at(reading, next);
	if (!is_multiplier(multiplier) || multiplier->plural)
		return false;
	reading->total = times(reading, multiplier->value, count) / of;
	reading->scale = multiplier->value;
	reading->multiplier = multiplier->value;
	reading->least = 1;
	reading->at = next + 1;
	return true;
}

/* "two and a half", "a dozen and a half", "one billion and a half million" */
static bool
read_trailing_part(Reading *reading, uint32_t after_and)
{
	int64_t		count;
	int64_t		of;
	uint32_t	next = part_at(reading, after_and, &count, &of);
	const NdAtom *multiplier = atom_at(reading, next);
	int64_t		unit = reading->multiplier;

	if (next == after_and)
		return false;
	if (is_multiplier(multiplier))
	{
		if (reading->any)
		{
			/* five and a half million */
			reading->group = plus(reading, times(reading, reading->group, of), count);
			reading->divisor = times(reading, reading->divisor, of);
			reading->at = next;
			return read_multiplier(reading);
		}
		unit = multiplier->value;
		next++;
	}
	if (unit == 1)
		return false;
	reading->total = plus(reading, reading->total, times(reading, unit, count) / of);
	reading->least = 1;
	reading->at = next;
	return true;
}

/* "and", after which the number goes on only where it cannot be another one. */
static bool
read_and(Reading *reading)
{
	const NdAtom *next = atom_at(reading, reading->at + 1);
	const NdAtom *beyond = atom_at(reading, reading->at + 2);
	uint32_t	before = reading->at;

	if (read_trailing_part(reading, reading->at + 1))
		return true;
	if (reading->least < 100 || next->value == 0 || next->value >= reading->least)
		return false;
	if (is_small_word(next) ? beyond->kind == ND_ATOM_HUNDRED && reading->any :
		next->kind != ND_ATOM_DIGITS || !reading->digits || next->divisor > 1 ||
		reading->least != 100 || is_multiplier(beyond))
		return false;
	reading->at++;
	if (next->kind == ND_ATOM_DIGITS && reading->any)
	{
		reading->group = plus(reading, reading->group, next->value);
		reading->least = 1;
		reading->at++;
		return true;
	}
	if (is_small_word(next) ? read_small(reading) : read_digits(reading))
		return true;
	reading->at = before;
	return false;
}

/* two point two million */
static bool
read_point(Reading *reading)
{
	const NdAtom *decimal = atom_at(reading, reading->at + 1);

	if (!reading->any || reading->divisor > 1 || decimal->kind != ND_ATOM_UNIT)
		return false;
	reading->group = reading->group * 10 + decimal->value;
	reading->divisor = 10;
	reading->at += 2;
	return true;
}

static bool
read_next(Reading *reading)
{
	const NdAtom *atom = atom_at(reading, reading->at);

	switch (atom->kind)
	{
		case ND_ATOM_DIGITS:
			return read_digits(reading);
		case ND_ATOM_UNIT:
		case ND_ATOM_TEEN:
		case ND_ATOM_TEN:
			return read_small(reading);
		case ND_ATOM_HUNDRED:
		case ND_ATOM_SCALE:
		case ND_ATOM_GROUP:
			return read_multiplier(reading);
		case ND_ATOM_DASH:
			/* forty-two */
			if (reading->any && reading->least == 10 &&
				atom_at(reading, reading->at + 1)->kind == ND_ATOM_UNIT)
			{
				reading->at++;
				return true;
			}
			return false;
		default:
			break;
	}
	if (nd_atom_is(reading->atoms, reading->at, "and") ||
		nd_atom_is(reading->atoms, reading->at, "&"))
		return read_and(reading);
	if (nd_atom_is(reading->atoms, reading->at, "point"))
		return read_point(reading);
	return false;
}

/* Reads what a number can begin with. */
static bool
read_first(Reading *reading)
{
	const NdAtom *first = atom_at(reading, reading->at);
	const NdAtom *second = atom_at(reading, reading->at + 1);

	if (read_leading_part(reading))
		return true;
	if (is_article(reading, reading->at) && is_multiplier(second) && !second->plural)
	{
		reading->at++;
		return read_multiplier(reading);
	}
	if (first->kind == ND_ATOM_ZERO)
	{
		reading->any = true;
		reading->least = 1;
		reading->at++;
		return true;
	}
	if (is_multiplier(first) && (first->plural || nd_atom_is(reading->atoms, reading->at, "score") ||
								 first->at.end - first->at.start < 5))
		return false;
	return read_next(reading);
}

uint32_t
nd_read_cardinal(const NdAtoms *atoms, uint32_t at, NdCardinal *cardinal)
{
	Reading		reading = {
		.atoms = atoms, .at = at, .divisor = 1, .multiplier = 1, .scale = INT64_MAX,
		.least = 1
	};
	const NdAtom *after;

	if (at >= atoms->count || !read_first(&reading))
		return at;
	while (!reading.too_great && read_next(&reading))
		;
	if (reading.any)
		reading.total = plus(&reading, reading.total, reading.group / reading.divisor);
	if (reading.too_great)
		return at;
	after = atom_at(&reading, reading.at);
	cardinal->value = reading.total;
	cardinal->multiplier = reading.multiplier;
	cardinal->fraction = reading.divisor > 1 &&
		(!reading.any || reading.group % reading.divisor != 0);
	cardinal->digits = reading.digits;
	cardinal->unit = reading.digits && after->glued &&
		(after->kind == ND_ATOM_WORD || after->kind == ND_ATOM_SCALE);
	return reading.at;
}
