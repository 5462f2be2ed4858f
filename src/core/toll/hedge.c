/*
 * hedge.c
 *		The words before and after a number that say how to read it.
 */
#include "toll/hedge.h"

#include "toll/value.h"

#include <string.h>

static NdHedge
hedge_of(const NdLexicon *list, uint32_t entry)
{
	NdWordValue value = nd_lexicon_value(list, entry);
	unsigned	hedge = nd_hedge_number(value.bytes, value.length);

	return hedge < ND_HEDGES ? (NdHedge) hedge : ND_EXACT;
}

static NdAtomKind
kind_at(const NdAtoms *atoms, uint32_t at)
{
	return at < atoms->count ? atoms->atoms[at].kind : ND_ATOM_MARK;
}

static bool
glued_at(const NdAtoms *atoms, uint32_t at)
{
	return at < atoms->count && atoms->atoms[at].glued;
}

/*
 * What stands before the number
 */

/* "at least about": the words that set a bound outweigh those that blur. */
static void
add_hedge(NdNumberPrefix *prefix, NdHedge hedge)
{
	if (prefix->hedge == ND_EXACT || prefix->hedge == ND_ABOUT || prefix->hedge == ND_ALMOST)
		prefix->hedge = hedge == ND_ABOUT && prefix->hedge == ND_ALMOST ? ND_ALMOST : hedge;
}

/* < > <= >= ~ */
static bool
read_sign(const NdAtoms *atoms, NdNumberPrefix *prefix)
{
	uint32_t	at = prefix->end;
	bool		equal = nd_atom_is(atoms, at + 1, "=");

	if (nd_atom_is(atoms, at, "~") || nd_atom_is(atoms, at, "\xe2\x89\x88"))
		add_hedge(prefix, ND_ABOUT);
	else if (at > 0 && glued_at(atoms, at) &&
			 (nd_atom_is(atoms, at - 1, "=") || nd_atom_is(atoms, at - 1, "<")))
		return false;
	else if (nd_atom_is(atoms, at, ">"))
		add_hedge(prefix, equal ? ND_AT_LEAST : ND_MORE_THAN);
	else if (nd_atom_is(atoms, at, "<") && !nd_atom_is(atoms, at + 1, ">"))
		add_hedge(prefix, equal ? ND_AT_MOST : ND_LESS_THAN);
	else
		return false;
	prefix->end += equal ? 2 : 1;
	return true;
}

static bool
read_hedge(const NdAtoms *atoms, NdNumberPrefix *prefix)
{
	uint32_t	end;
	uint32_t	entry = nd_atoms_phrase(atoms, prefix->end,
										&nd_lexicon_number_hedges, &end);

	if (entry != UINT32_MAX &&
		!(nd_atom_is(atoms, prefix->end, "about") && prefix->end > 0 &&
		  nd_atom_in(atoms, prefix->end - 1, &nd_lexicon_number_about_words)))
	{
		add_hedge(prefix, hedge_of(&nd_lexicon_number_hedges, entry));
		prefix->end = end;
		return true;
	}
	if (nd_atoms_phrase(atoms, prefix->end, &nd_lexicon_number_additions,
						&end) != UINT32_MAX)
	{
		prefix->addition = true;
		prefix->end = end;
		return true;
	}
	if (nd_atoms_phrase(atoms, prefix->end, &nd_lexicon_number_modifiers,
						&end) != UINT32_MAX)
	{
		NdNumberPrefix		after = *prefix;

		after.end = end;
		if (nd_atoms_phrase(atoms, end, &nd_lexicon_number_hedges, &end) ==
			UINT32_MAX)
			return false;
		*prefix = after;
		return true;
	}
	return read_sign(atoms, prefix);
}

void
nd_read_prefix(const NdAtoms *atoms, uint32_t at, NdNumberPrefix *prefix)
{
	memset(prefix, 0, sizeof(*prefix));
	prefix->end = at;
	for (int words = 0; words < 4 && read_hedge(atoms, prefix); words++)
		;
	if (nd_atom_is(atoms, prefix->end, "anywhere") || nd_atom_is(atoms, prefix->end, "somewhere"))
	{
		prefix->anywhere = true;
		prefix->end++;
	}
	prefix->between = nd_atom_is(atoms, prefix->end, "between");
	prefix->from = nd_atom_is(atoms, prefix->end, "from");
	if (prefix->between || prefix->from)
		prefix->end++;
	if (kind_at(atoms, prefix->end) == ND_ATOM_QUOTE && prefix->end > at)
		prefix->end++;
}

/*
 * What stands after the number
 */

uint32_t
nd_read_after(const NdAtoms *atoms, uint32_t at, NdHedge *hedge)
{
	uint32_t	start = at;
	uint32_t	end;
	uint32_t	entry;

	if (nd_atom_is(atoms, at, "+") && glued_at(atoms, at))
	{
		*hedge = ND_AT_LEAST;
		return at + 1;
	}
	if (kind_at(atoms, at) == ND_ATOM_DASH && glued_at(atoms, at))
		start++;
	entry = nd_atoms_phrase(atoms, start, &nd_lexicon_number_hedges_after, &end);
	if (entry == UINT32_MAX || (start == at && nd_atom_is(atoms, at, "plus")) ||
		nd_atom_is(atoms, end, "than"))
		return at;
	*hedge = hedge_of(&nd_lexicon_number_hedges_after, entry);
	return end;
}
