/*
 * language_word.c
 *		Normalised words, base forms, stems.
 */
#include "unit.h"

#include "language/lemma.h"
#include "language/stem.h"

#include <string.h>

static NdWord
word(const char *string)
{
	NdWord		result;

	nd_word(string, (uint32_t) strlen(string), &result);
	return result;
}

static bool
same_form(const char *a, const char *b)
{
	return word(a).form == word(b).form;
}

static void
check_forms(void)
{
	CHECK(same_form("don\342\200\231t", "don't"));
	CHECK(same_form("\342\200\234", "\""));
	CHECK(same_form("\342\200\235", "''"));
	CHECK(same_form("``", "\302\253"));
	CHECK(same_form("\342\200\224", "--"));
	CHECK(same_form("\342\200\223", "---"));
	CHECK(!same_form("-", "--"));
	CHECK(same_form("\342\200\246", "..."));
	CHECK(same_form("\303\211TUDE", "\303\251tude"));
	CHECK(same_form("\305\236ahin", "\305\237ahin"));
	CHECK(same_form("1987", "2024"));
	CHECK(same_form("7", "12"));
	CHECK(same_form("1,250", "300.5"));
	CHECK(!same_form("1987", "12"));
	CHECK(same_form("B52", "b41"));
	CHECK(word("House").raw != word("house").raw);
	CHECK(word("house").suffix[2] == word("MOUSE").suffix[2]);
	CHECK(word("Xx").shape == word("Ab").shape);
}

static void
check_flags(void)
{
	CHECK(word("Paris").flags == (ND_WORD_CAPITAL | ND_WORD_LETTER));
	CHECK(word("NATO").flags == (ND_WORD_CAPITAL | ND_WORD_ALL_CAPITAL | ND_WORD_LETTER));
	CHECK(word("co-op").flags == (ND_WORD_HYPHEN | ND_WORD_LETTER));
	CHECK(word("12").flags == ND_WORD_DIGIT);
	CHECK(word("").characters == 0);
}

static void
check_odd_bytes(void)
{
	char		bytes[600];
	NdWord		result;
	char		normal[ND_WORD_BYTES];

	for (unsigned lead = 0; lead < 256; lead++)
		for (unsigned next = 0; next < 256; next += 15)
		{
			char		pair[] = {(char) lead, (char) next};

			nd_word(pair, 2, &result);
			nd_word(pair, 1, &result);
			CHECK(nd_word_normalise(pair, 2, normal) <= 12);
		}
	memset(bytes, '\360', sizeof(bytes));
	nd_word(bytes, sizeof(bytes), &result);
	CHECK(result.characters == ND_WORD_CHARACTERS);
	CHECK(nd_word_normalise(bytes, sizeof(bytes), normal) <= ND_WORD_BYTES);
}

static bool
lemma_is(const char *form, NdTag tag, const char *base)
{
	char		lemma[ND_LEMMA_BYTES];
	uint32_t	length = nd_lemma(form, (uint32_t) strlen(form), tag, lemma);

	if (length == strlen(base) && memcmp(lemma, base, length) == 0)
		return true;
	printf("%s: %.*s\n", form, (int) length, lemma);
	return false;
}

static void
check_verbs(void)
{
	CHECK(lemma_is("said", ND_TAG_VBD, "say"));
	CHECK(lemma_is("says", ND_TAG_VBZ, "say"));
	CHECK(lemma_is("Saying", ND_TAG_VBG, "say"));
	CHECK(lemma_is("denied", ND_TAG_VBD, "deny"));
	CHECK(lemma_is("denies", ND_TAG_VBZ, "deny"));
	CHECK(lemma_is("denying", ND_TAG_VBG, "deny"));
	CHECK(lemma_is("claimed", ND_TAG_VBN, "claim"));
	CHECK(lemma_is("stopped", ND_TAG_VBD, "stop"));
	CHECK(lemma_is("hoping", ND_TAG_VBG, "hope"));
	CHECK(lemma_is("told", ND_TAG_VBD, "tell"));
	CHECK(lemma_is("admitted", ND_TAG_VBD, "admit"));
	CHECK(lemma_is("agreed", ND_TAG_VBD, "agree"));
	CHECK(lemma_is("lying", ND_TAG_VBG, "lie"));
	CHECK(lemma_is("died", ND_TAG_VBD, "die"));
	CHECK(lemma_is("argues", ND_TAG_VBZ, "argue"));
	CHECK(lemma_is("added", ND_TAG_VBD, "add"));
	CHECK(lemma_is("stressed", ND_TAG_VBD, "stress"));
	CHECK(lemma_is("confesses", ND_TAG_VBZ, "confess"));
	CHECK(lemma_is("wrote", ND_TAG_VBD, "write"));
	CHECK(lemma_is("insisting", ND_TAG_VBG, "insist"));
	CHECK(lemma_is("acknowledged", ND_TAG_VBD, "acknowledge"));
	CHECK(lemma_is("accusing", ND_TAG_VBG, "accuse"));
	CHECK(lemma_is("re-elected", ND_TAG_VBN, "re-elect"));
	CHECK(lemma_is("co-wrote", ND_TAG_VBD, "co-write"));
	CHECK(lemma_is("\342\200\231re", ND_TAG_VBP, "be"));
	CHECK(lemma_is("wo", ND_TAG_MD, "will"));
	CHECK(lemma_is("n\342\200\231t", ND_TAG_RB, "not"));
	CHECK(lemma_is("found", ND_TAG_VB, "found"));
	CHECK(lemma_is("found", ND_TAG_VBD, "find"));
}

static void
check_other_words(void)
{
	CHECK(lemma_is("statements", ND_TAG_NNS, "statement"));
	CHECK(lemma_is("policemen", ND_TAG_NNS, "policeman"));
	CHECK(lemma_is("countries", ND_TAG_NNS, "country"));
	CHECK(lemma_is("crises", ND_TAG_NNS, "crisis"));
	CHECK(lemma_is("wives", ND_TAG_NNS, "wife"));
	CHECK(lemma_is("buses", ND_TAG_NNS, "bus"));
	CHECK(lemma_is("houses", ND_TAG_NNS, "house"));
	CHECK(lemma_is("bigger", ND_TAG_JJR, "big"));
	CHECK(lemma_is("latest", ND_TAG_JJS, "late"));
	CHECK(lemma_is("happier", ND_TAG_JJR, "happy"));
	CHECK(lemma_is("s", ND_TAG_NNS, "s"));
	CHECK(lemma_is("ed", ND_TAG_VBD, "ed"));
	CHECK(lemma_is("ing", ND_TAG_VBG, "ing"));
	CHECK(lemma_is("-", ND_TAG_VBD, "-"));
	CHECK(lemma_is("", ND_TAG_VBD, ""));
}

/* Every short word over a few letters, with every tag. */
static void
check_lemma_bounds(void)
{
	static const char letters[] = "esdingy-\303";
	char		form[4];
	char		lemma[ND_LEMMA_BYTES];
	unsigned	n = sizeof(letters) - 1;

	for (unsigned i = 0; i < n * n * n * n; i++)
	{
		unsigned	rest = i;

		for (unsigned k = 0; k < 4; k++, rest /= n)
			form[k] = letters[rest % n];
		for (unsigned tag = 0; tag < ND_N_TAGS; tag++)
			if (nd_lemma(form, 4, (NdTag) tag, lemma) > 16)
				CHECK(!"a lemma grew");
	}
	CHECK(true);
}

static void
check_stems(void)
{
	NdContext	context;
	NdStemmer	stemmer;
	char		stem[ND_STEM_BYTES];
	char		longer[150];
	uint32_t	length;

	nd_context_init(&context);
	CHECK(nd_stemmer_open(&context, &stemmer));
	length = nd_stem(&stemmer, "Denials", 7, stem);
	CHECK(length == 6 && memcmp(stem, "denial", 6) == 0);
	memset(longer, 'a', sizeof(longer));
	CHECK(nd_stem(&stemmer, longer, sizeof(longer), stem) == ND_WORD_CHARACTERS);
	CHECK(nd_stem(&stemmer, "", 0, stem) == 0);
	nd_stemmer_close(&stemmer);
}

int
main(void)
{
	check_forms();
	check_flags();
	check_odd_bytes();
	check_verbs();
	check_other_words();
	check_lemma_bounds();
	check_stems();
	return unit_result();
}
