/*
 * atom.c
 *		Cuts tokens into the pieces that numbers are made of.
 */
#include "toll/atom.h"

#include "language/word.h"
#include "text/mark.h"
#include "toll/number.h"
#include "toll/value_word.h"

#include <string.h>

typedef struct Cutter
{
	NdArena    *arena;
	NdAtoms    *out;
	uint32_t	room;
	uint32_t	token;
	bool		glued;
} Cutter;

static NdAtom *
add_atom(Cutter *cutter, NdSpan at, NdAtomKind kind)
{
	NdAtoms    *out = cutter->out;
	NdAtom	   *atom;

	if (!nd_reserve(cutter->arena, &out->atoms, &cutter->room, out->count + 1,
					sizeof(NdAtom)))
		return NULL;
	atom = &out->atoms[out->count++];
	memset(atom, 0, sizeof(*atom));
	atom->at = at;
	atom->token = cutter->token;
	atom->kind = kind;
	atom->glued = cutter->glued;
	atom->divisor = 1;
	cutter->glued = true;
	return atom;
}

static NdAtomKind
kind_of_class(NdWordValue class)
{
	static const struct
	{
		char		name[8];
		NdAtomKind	kind;
	}			kinds[] = {
		{"unit", ND_ATOM_UNIT}, {"teen", ND_ATOM_TEEN}, {"ten", ND_ATOM_TEN},
		{"hundred", ND_ATOM_HUNDRED}, {"scale", ND_ATOM_SCALE}, {"group", ND_ATOM_GROUP},
		{"part", ND_ATOM_PART}, {"zero", ND_ATOM_ZERO}
	};

	for (size_t i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++)
		if (nd_value_is(class, kinds[i].name))
			return kinds[i].kind;
	return ND_ATOM_WORD;
}

/* Fills in what a word says about numbers. */
static void
know_word(const NdText *text, NdAtom *atom)
{
	char		word[ND_WORD_BYTES];
	uint32_t	length = nd_word_normalise(text->bytes + atom->at.start,
										   atom->at.end - atom->at.start, word);
	uint32_t	found = nd_lexicon_find(&nd_lexicon_number_plurals, word, length);
	NdWordValue value;

	if (found != UINT32_MAX)
	{
		value = nd_lexicon_value(&nd_lexicon_number_plurals, found);
		atom->plural = true;
		found = nd_lexicon_find(&nd_lexicon_number_words, value.bytes, value.length);
	}
	else
		found = nd_lexicon_find(&nd_lexicon_number_words, word, length);
	if (found != UINT32_MAX)
	{
		value = nd_lexicon_value(&nd_lexicon_number_words, found);
		atom->kind = kind_of_class(nd_value_word(&value));
		atom->value = nd_value_number(&value);
		return;
	}
	found = nd_lexicon_find(&nd_lexicon_ordinal_words, word, length);
	if (found != UINT32_MAX)
	{
		value = nd_lexicon_value(&nd_lexicon_ordinal_words, found);
		atom->kind = ND_ATOM_ORDINAL;
		atom->value = nd_value_number(&value);
	}
}

static bool
add_word(Cutter *cutter, NdSpan at)
{
	NdAtom	   *atom = add_atom(cutter, at, ND_ATOM_WORD);

	if (atom == NULL)
		return false;
	if (cutter->out->text.bytes[at.end - 1] == '$')
	{
		atom->kind = ND_ATOM_CURRENCY;	/* US$ */
		return true;
	}
	know_word(&cutter->out->text, atom);
	return true;
}

static bool
is_currency(uint32_t c)
{
	return c == '$' || c == 0xA2 || c == 0xA3 || c == 0xA5 || (c >= 0x20A0 && c <= 0x20CF);
}

static bool
add_mark(Cutter *cutter, NdSpan at, uint32_t c)
{
	NdAtomKind	kind = ND_ATOM_MARK;

	if (nd_is_dash(c))
		kind = ND_ATOM_DASH;
	else if (c == ',')
		kind = ND_ATOM_COMMA;
	else if (nd_is_quote(c))
		kind = ND_ATOM_QUOTE;
	else if (is_currency(c))
		kind = ND_ATOM_CURRENCY;
	return add_atom(cutter, at, kind) != NULL;
}

/*
 * Digits
 */

#define MOST_RUNS	6			/* runs of digits in one number: 1,234,567.8 */

typedef struct Runs
{
	NdSpan		runs[MOST_RUNS];
	char		marks[MOST_RUNS];	/* after each run but the last */
	uint32_t	count;
} Runs;

static bool
is_figure(char c)
{
	return c >= '0' && c <= '9';
}

static void
find_runs(const char *bytes, uint32_t start, uint32_t end, Runs *runs)
{
	runs->count = 0;
	for (;;)
	{
		NdSpan		run = {start, start};

		while (run.end < end && is_figure(bytes[run.end]))
			run.end++;
		runs->runs[runs->count] = run;
		runs->marks[runs->count++] = 0;
		if (runs->count == MOST_RUNS || run.end + 1 >= end ||
			(bytes[run.end] != ',' && bytes[run.end] != '.') || !is_figure(bytes[run.end + 1]))
			return;
		runs->marks[runs->count - 1] = bytes[run.end];
		start = run.end + 1;
	}
}

static uint32_t
run_length(const Runs *runs, uint32_t i)
{
	return runs->runs[i].end - runs->runs[i].start;
}

/* Whether runs 0 .. last are parted into thousands by one kind of mark. */
static bool
are_thousands(const Runs *runs, uint32_t last)
{
	if (last == 0 || run_length(runs, 0) > 3)
		return false;
	for (uint32_t i = 1; i <= last; i++)
		if (run_length(runs, i) != 3 || runs->marks[i - 1] != runs->marks[0])
			return false;
	return true;
}

/* Reads runs 0 .. last as one whole number; false when it is too great. */
static bool
read_runs(const char *bytes, const Runs *runs, uint32_t last, int64_t *value)
{
	for (uint32_t i = 0; i <= last; i++)
		for (uint32_t at = runs->runs[i].start; at < runs->runs[i].end; at++)
		{
			if (*value > (ND_MOST_PEOPLE - 9) / 10)
				return false;
			*value = *value * 10 + (bytes[at] - '0');
		}
	return true;
}

/*
 * Reads the digits from `start` on and returns where the number ends. 1,234
 * and 1.234.567 are thousands, 3.5 and 5,00 decimal fractions; runs that make
 * neither (22,24,26) are numbers of their own.
 */
static uint32_t
read_digits(const char *bytes, uint32_t start, uint32_t end, NdAtom *atom)
{
	Runs		runs;
	uint32_t	last;
	uint32_t	decimals = 0;

	find_runs(bytes, start, end, &runs);
	last = runs.count - 1;
	if (last == 0)
		atom->digits = (uint8_t) (run_length(&runs, 0) < 200 ? run_length(&runs, 0) : 200);
	else if (are_thousands(&runs, last))
		atom->either = last == 1 && runs.marks[0] == '.';
	else if ((last == 1 || (are_thousands(&runs, last - 1) &&
							runs.marks[last - 1] != runs.marks[0])) &&
			 run_length(&runs, last) <= (runs.marks[last - 1] == ',' ? 2 : 6))
		decimals = run_length(&runs, last);
	else
		last = 0;
	atom->value = 0;
	atom->divisor = 1;
	if (!read_runs(bytes, &runs, last, &atom->value))
		atom->kind = ND_ATOM_MARK;
	while (decimals-- > 0)
		atom->divisor *= 10;
	return runs.runs[last].end;
}

static bool
is_ordinal_ending(const char *bytes, uint32_t length)
{
	static const char endings[4][3] = {"st", "nd", "rd", "th"};

	if (length != 2)
		return false;
	for (size_t i = 0; i < 4; i++)
		if ((bytes[0] | 32) == endings[i][0] && (bytes[1] | 32) == endings[i][1])
			return true;
	return false;
}

/* The end of the letters and digits from `start` on. */
static uint32_t
word_end(NdText text, uint32_t start, uint32_t end)
{
	while (start < end)
	{
		uint32_t	next;

		if (!nd_is_word(nd_decode(text, start, &next)))
			break;
		start = next;
	}
	return start;
}

static bool
cut_digits(Cutter *cutter, uint32_t start, uint32_t end, uint32_t *next)
{
	NdText		text = cutter->out->text;
	NdAtom	   *atom = add_atom(cutter, (NdSpan) {start, end}, ND_ATOM_DIGITS);
	uint32_t	letters;

	if (atom == NULL)
		return false;
	*next = read_digits(text.bytes, start, end, atom);
	letters = word_end(text, *next, end);
	if (is_ordinal_ending(text.bytes + *next, letters - *next))
	{
		atom->kind = ND_ATOM_ORDINAL;
		*next = letters;
	}
	atom->at.end = *next;
	return true;
}

static bool
cut_part(Cutter *cutter, uint32_t start, uint32_t end, uint32_t *next)
{
	NdText		text = cutter->out->text;
	uint32_t	c = nd_decode(text, start, next);

	if (c < 0x80 && is_figure((char) c))
		return cut_digits(cutter, start, end, next);
	if (!nd_is_word(c))
		return add_mark(cutter, (NdSpan) {start, *next}, c);
	*next = word_end(text, start, end);
	return add_word(cutter, (NdSpan) {start, *next});
}

/*
 * Whether a token is more than one atom: it has digits, or begins with a word
 * for a number and a hyphen.
 */
static bool
is_composed(NdText text, const NdToken *token)
{
	uint32_t	first = word_end(text, token->start, token->end);
	NdAtom		atom = {.at = {token->start, first}, .kind = ND_ATOM_WORD};

	for (uint32_t at = token->start; at < token->end; at++)
		if (is_figure(text.bytes[at]))
			return true;
	if (first == token->end || first == token->start)
		return false;
	know_word(&text, &atom);
	return atom.kind != ND_ATOM_WORD;
}

bool
nd_find_atoms(NdArena *arena, const NdDocument *document, uint32_t first, uint32_t end,
			  NdAtoms *atoms)
{
	Cutter		cutter = {.arena = arena, .out = atoms};

	memset(atoms, 0, sizeof(*atoms));
	atoms->text = document->text;
	for (uint32_t i = first; i < end; i++)
	{
		const NdToken *token = &document->tokens[i];
		uint32_t	at = token->start;
		uint32_t	next;

		cutter.token = i;
		cutter.glued = i > first && token->space_before == 0;
		nd_decode(document->text, at, &next);
		if (token->end > next && !is_composed(document->text, token))
		{
			if (!add_word(&cutter, nd_token_span(token)))
				return false;
			continue;
		}
		for (; at < token->end; at = next)
			if (!cut_part(&cutter, at, token->end, &next))
				return false;
	}
	return true;
}

/*
 * Words and phrases
 */

bool
nd_atom_is(const NdAtoms *atoms, uint32_t at, const char *word)
{
	char		bytes[ND_WORD_BYTES];
	uint32_t	length;
	NdSpan		span;

	if (at >= atoms->count)
		return false;
	span = atoms->atoms[at].at;
	length = nd_word_normalise(atoms->text.bytes + span.start, span.end - span.start, bytes);
	return strlen(word) == length && memcmp(bytes, word, length) == 0;
}

bool
nd_atom_in(const NdAtoms *atoms, uint32_t at, const NdLexicon *list)
{
	char		bytes[ND_WORD_BYTES];
	NdSpan		span;

	if (at >= atoms->count)
		return false;
	span = atoms->atoms[at].at;
	return nd_lexicon_find(list, bytes,
						   nd_word_normalise(atoms->text.bytes + span.start,
											 span.end - span.start, bytes)) != UINT32_MAX;
}

uint32_t
nd_atoms_phrase(const NdAtoms *atoms, uint32_t at, const NdLexicon *list, uint32_t *end)
{
	char		phrase[ND_LONGEST_PHRASE * (ND_WORD_BYTES + 1)];
	uint32_t	length = 0;
	uint32_t	found = UINT32_MAX;

	for (uint32_t i = at; i < atoms->count && i < at + ND_LONGEST_PHRASE; i++)
	{
		NdSpan		span = atoms->atoms[i].at;
		uint32_t	entry;

		length += nd_word_normalise(atoms->text.bytes + span.start, span.end - span.start,
									phrase + length);
		entry = nd_lexicon_find(list, phrase, length);
		if (entry != UINT32_MAX)
		{
			found = entry;
			*end = i + 1;
		}
		phrase[length++] = ' ';
		if (!nd_lexicon_begins(list, phrase, length))
			break;
	}
	return found;
}
