/*
 * lemma.c
 *		Base forms by lists of exceptions and rules of spelling.
 */
#include "language/lemma.h"

#include "lexicon/lexicon.h"

#include <string.h>

/* A word that is being taken back to its base form. */
typedef struct Form
{
	char	   *bytes;
	uint32_t	length;
} Form;

static bool
ends_with(const Form *form, const char *ending)
{
	uint32_t	length = (uint32_t) strlen(ending);

	return form->length > length &&
		memcmp(form->bytes + form->length - length, ending, length) == 0;
}

/* The i-th byte from the end, counted from 1; 0 before the word. */
static char
from_end(const Form *form, uint32_t i)
{
	return i <= form->length ? form->bytes[form->length - i] : '\0';
}

static bool
is_one_of(char c, const char *set)
{
	return c != '\0' && strchr(set, c) != NULL;
}

static bool
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static bool
is_vowel(char c)
{
	return is_one_of(c, "aeiouy");
}

static uint32_t
vowel_groups(const Form *form)
{
	uint32_t	groups = 0;

	for (uint32_t i = 0; i < form->length; i++)
		if (is_vowel(form->bytes[i]) && (i == 0 || !is_vowel(form->bytes[i - 1])))
			groups++;
	return groups;
}

static bool
is_base_form(const char *bytes, uint32_t length)
{
	return nd_lexicon_find(&nd_lexicon_base_forms, bytes, length) != UINT32_MAX;
}

static bool
replace_listed(Form *form, const NdLexicon *list)
{
	uint32_t	entry = nd_lexicon_find(list, form->bytes, form->length);
	NdWordValue base;

	if (entry == UINT32_MAX)
		return false;
	base = nd_lexicon_value(list, entry);
	if (base.length > ND_WORD_BYTES)
		return false;
	memcpy(form->bytes, base.bytes, base.length);
	form->length = base.length;
	return true;
}

static void
append(Form *form, char c)
{
	form->bytes[form->length++] = c;
}

/* One vowel and one consonant at the end; qu is a consonant. */
static bool
ends_in_short_syllable(const Form *stem)
{
	char		third = from_end(stem, 3);

	return is_vowel(from_end(stem, 2)) &&
		(!is_vowel(third) || (third == 'u' && from_end(stem, 4) == 'q'));
}

/* A stem that ends in a single vowel and a consonant: visit-, writ-. */
static bool
short_syllable_wants_e(const Form *stem)
{
	char		vowel = from_end(stem, 2);
	bool		single = vowel_groups(stem) == 1;

	switch (from_end(stem, 1))
	{
		case 'b':
		case 'd':
		case 'f':
		case 'g':
		case 'k':
			return true;
		case 'l':
			return vowel == 'a' ? single : vowel != 'e';
		case 'm':
			return vowel == 'o' ? single : vowel != 'e';
		case 'n':
			return vowel == 'o' ? single : vowel == 'i' || vowel == 'u';
		case 'p':
			return single;
		case 'r':
			return vowel == 'o' ? single : vowel != 'e';
		case 't':
			return vowel == 'i' ? single : vowel != 'e';
		default:
			return false;
	}
}

static bool
wants_e(const Form *stem)
{
	char		last = from_end(stem, 1);
	char		before = from_end(stem, 2);

	if (ends_in_short_syllable(stem) && !is_one_of(last, "vcuszhwxyjq"))
		return short_syllable_wants_e(stem);
	switch (last)
	{
		case 'v':
		case 'c':
		case 'u':
			return true;
		case 's':
			return before != 's';
		case 'z':
			return before != 'z' && before != 't';
		case 'g':
			return before == 'n' ? is_one_of(from_end(stem, 3), "aeu") : before != 'g';
		case 'l':
			return is_one_of(before, "bcdfgkpstz");
		case 'r':
			return is_one_of(before, "bct");
		case 't':
			return before == 'a' && is_one_of(from_end(stem, 3), "iu");
		default:
			return false;
	}
}

/* Takes back what spelling did to a base form before -ed, -ing, -er, -est. */
static void
restore(Form *stem)
{
	char		last = from_end(stem, 1);
	bool		doubled = last == from_end(stem, 2);

	append(stem, 'e');
	if (is_base_form(stem->bytes, stem->length))
		return;
	stem->length--;
	if (is_base_form(stem->bytes, stem->length))
		return;
	if (doubled && (is_base_form(stem->bytes, stem->length - 1) ||
					is_one_of(last, "bdgkmnprt") ||
					(last == 'l' && vowel_groups(stem) > 1)))
		stem->length--;
	else if (wants_e(stem))
		append(stem, 'e');
}

static bool
has_vowel_before(const Form *form, uint32_t ending)
{
	Form		stem = {form->bytes, form->length - ending};

	return vowel_groups(&stem) > 0;
}

/* -ied, -ies, -ier, -iest: what stands before, with y; short words with ie. */
static void
restore_y(Form *form, uint32_t ending)
{
	form->length -= ending;
	if (form->length == 2)
	{
		append(form, 'e');
		return;
	}
	append(form, 'e');
	if (is_base_form(form->bytes, form->length))
		return;
	form->length--;
	form->bytes[form->length - 1] = 'y';
}

static void
past_to_base(Form *form)
{
	if (ends_with(form, "ied"))
		restore_y(form, 2);
	else if (ends_with(form, "eed") && vowel_groups(form) > 1)
		form->length--;
	else if (ends_with(form, "ed") && has_vowel_before(form, 2))
	{
		form->length -= 2;
		restore(form);
	}
}

static void
ing_to_base(Form *form)
{
	if (ends_with(form, "in'"))
		form->bytes[form->length - 1] = 'g';
	if (!ends_with(form, "ing") || !has_vowel_before(form, 3))
		return;
	form->length -= 3;
	if (from_end(form, 1) == 'y')
	{
		Form		ie = {form->bytes, form->length - 1};

		append(&ie, 'i');
		append(&ie, 'e');
		if (is_base_form(ie.bytes, ie.length))
		{
			form->length = ie.length;
			return;
		}
		form->bytes[form->length - 1] = 'y';
	}
	restore(form);
}

/* -s of nouns and verbs. */
static void
strip_s(Form *form)
{
	if (!ends_with(form, "s") || ends_with(form, "ss") || is_digit(from_end(form, 2)))
		return;
	if (ends_with(form, "ies"))
	{
		restore_y(form, 2);
		return;
	}
	form->length--;
	if (is_base_form(form->bytes, form->length) || from_end(form, 1) != 'e')
		return;
	if (is_base_form(form->bytes, form->length - 1) || ends_with(form, "sse") ||
		ends_with(form, "she") || ends_with(form, "che") || ends_with(form, "xe") ||
		ends_with(form, "zze") || ends_with(form, "oe"))
		form->length--;
}

static void
plural_to_base(Form *form)
{
	if (replace_listed(form, &nd_lexicon_irregular_nouns))
		return;
	if (ends_with(form, "women") || ends_with(form, "men"))
		form->bytes[form->length - 2] = 'a';
	else if (ends_with(form, "uses") && form->length > 5 && !is_vowel(from_end(form, 5)))
		form->length -= 2;
	else if (!ends_with(form, "us"))
		strip_s(form);
}

static void
comparison_to_base(Form *form, uint32_t ending)
{
	if (form->length <= ending + 1)
		return;
	if (from_end(form, ending + 1) == 'i')
	{
		form->length -= ending;
		form->bytes[form->length - 1] = 'y';
		return;
	}
	form->length -= ending;
	restore(form);
}

static void
verb_to_base(Form *form, NdTag tag)
{
	bool		inflected = tag == ND_TAG_VBD || tag == ND_TAG_VBN || tag == ND_TAG_VBZ;

	if (replace_listed(form, inflected ? &nd_lexicon_irregular_verbs :
					   &nd_lexicon_irregular_words))
		return;
	if (tag == ND_TAG_VBD || tag == ND_TAG_VBN)
		past_to_base(form);
	else if (tag == ND_TAG_VBG)
		ing_to_base(form);
	else if (tag == ND_TAG_VBZ)
		strip_s(form);
}

static void
word_to_base(Form *form, NdTag tag)
{
	switch (tag)
	{
		case ND_TAG_VB:
		case ND_TAG_VBD:
		case ND_TAG_VBG:
		case ND_TAG_VBN:
		case ND_TAG_VBP:
		case ND_TAG_VBZ:
			verb_to_base(form, tag);
			break;
		case ND_TAG_NNS:
			plural_to_base(form);
			break;
		case ND_TAG_JJR:
		case ND_TAG_JJS:
		case ND_TAG_RBR:
		case ND_TAG_RBS:
			if (replace_listed(form, &nd_lexicon_irregular_words))
				break;
			if (ends_with(form, "er"))
				comparison_to_base(form, 2);
			else if (ends_with(form, "est"))
				comparison_to_base(form, 3);
			break;
		case ND_TAG_MD:
		case ND_TAG_RB:
		case ND_TAG_DT:
		case ND_TAG_PRP:
			replace_listed(form, &nd_lexicon_irregular_words);
			break;
		default:
			break;
	}
}

/* Of a word with hyphens only the last part changes: co-wrote, re-elected. */
uint32_t
nd_lemma(const char *bytes, uint32_t length, NdTag tag, char lemma[ND_LEMMA_BYTES])
{
	Form		last = {lemma, nd_word_normalise(bytes, length, lemma)};
	uint32_t	whole = last.length;

	for (uint32_t i = 0; i + 1 < whole; i++)
		if (lemma[i] == '-' && lemma[i + 1] != '-')
			last.bytes = lemma + i + 1;
	last.length = whole - (uint32_t) (last.bytes - lemma);
	word_to_base(&last, tag);
	return (uint32_t) (last.bytes - lemma) + last.length;
}
