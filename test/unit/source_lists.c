/*
 * source_lists.c
 *		The word lists of the claim and source rooms: every entry can be met,
 *		and every value means something.
 */
#include "unit.h"

#include "claim/manner.h"
#include "language/lemma.h"
#include "lexicon/lexicon.h"

#include <string.h>

static bool
complain(const char *list, NdWordValue entry, const char *why)
{
	printf("%s: \"%.*s\" %s\n", list, (int) entry.length, entry.bytes, why);
	return false;
}

/* Texts are looked up in lower case with straight marks. */
static bool
is_normal(const char *list, NdWordValue entry)
{
	for (uint32_t at = 0; at < entry.length;)
	{
		char		form[ND_WORD_BYTES];
		uint32_t	length = 0;

		while (at + length < entry.length && entry.bytes[at + length] != ' ')
			length++;
		if (nd_word_normalise(entry.bytes + at, length, form) != length ||
			memcmp(form, entry.bytes + at, length) != 0)
			return complain(list, entry, "is not written as texts are looked up");
		at += length + 1;
	}
	return true;
}

static bool
all_normal(const char *list, const NdLexicon *lexicon)
{
	bool		good = true;

	for (uint32_t i = 0; i < lexicon->entries; i++)
		good = is_normal(list, nd_lexicon_entry(lexicon, i)) && good;
	return good;
}

/* Words that are looked up by their base form must be one. */
static bool
all_base_forms(const char *list, const NdLexicon *lexicon, NdTag tag)
{
	bool		good = true;

	for (uint32_t i = 0; i < lexicon->entries; i++)
	{
		NdWordValue entry = nd_lexicon_entry(lexicon, i);
		char		lemma[ND_LEMMA_BYTES];
		uint32_t	length = nd_lemma(entry.bytes, entry.length, tag, lemma);

		if (memchr(entry.bytes, ' ', entry.length) == NULL &&
			(length != entry.length || memcmp(lemma, entry.bytes, length) != 0))
			good = complain(list, entry, "is no base form");
	}
	return good;
}

/* Values that name an entry of another list. */
static bool
all_states(const char *list, const NdLexicon *lexicon)
{
	bool		good = true;

	for (uint32_t i = 0; i < lexicon->entries; i++)
	{
		NdWordValue value = nd_lexicon_value(lexicon, i);
		bool		found = false;

		for (uint32_t k = 0; k < nd_lexicon_countries.entries && !found; k++)
		{
			NdWordValue state = nd_lexicon_value(&nd_lexicon_countries, k);

			found = state.length == value.length &&
				memcmp(state.bytes, value.bytes, value.length) == 0;
		}
		if (!found)
			good = complain(list, nd_lexicon_entry(lexicon, i), "stands for no state of countries.txt");
	}
	return good;
}

static bool
is_stance(const char *name, uint32_t length)
{
	for (unsigned i = 0; i < ND_N_STANCES; i++)
		if (strlen(nd_stance_name(i)) == length && memcmp(nd_stance_name(i), name, length) == 0)
			return true;
	return false;
}

static bool
all_stances(void)
{
	bool		good = true;

	for (uint32_t i = 0; i < nd_lexicon_cues.entries; i++)
	{
		NdWordValue value = nd_lexicon_value(&nd_lexicon_cues, i);
		const char *space = memchr(value.bytes, ' ', value.length);

		if (!is_stance(value.bytes, space ? (uint32_t) (space - value.bytes) : value.length))
			good = complain("cues", nd_lexicon_entry(&nd_lexicon_cues, i), "has no stance");
	}
	return good;
}

int
main(void)
{
	CHECK(all_normal("capitals", &nd_lexicon_capitals) && all_states("capitals", &nd_lexicon_capitals));
	CHECK(all_normal("demonyms", &nd_lexicon_demonyms) && all_states("demonyms", &nd_lexicon_demonyms));
	CHECK(all_normal("seats", &nd_lexicon_seats) && all_states("seats", &nd_lexicon_seats));
	CHECK(all_normal("countries", &nd_lexicon_countries));
	CHECK(all_normal("given_names", &nd_lexicon_given_names));
	CHECK(all_normal("organisations", &nd_lexicon_organisations));
	CHECK(all_normal("organisation_words", &nd_lexicon_organisation_words));
	CHECK(all_normal("media_names", &nd_lexicon_media_names));
	CHECK(all_normal("media_words", &nd_lexicon_media_words));
	CHECK(all_normal("titles", &nd_lexicon_titles));
	CHECK(all_normal("name_particles", &nd_lexicon_name_particles));
	CHECK(all_normal("determiners", &nd_lexicon_determiners));
	CHECK(all_normal("pronouns", &nd_lexicon_pronouns));
	CHECK(all_normal("chain_words", &nd_lexicon_chain_words));
	CHECK(all_normal("hedges", &nd_lexicon_hedges));
	CHECK(all_normal("hearsay", &nd_lexicon_hearsay));
	CHECK(all_normal("hearsay_participles", &nd_lexicon_hearsay_participles));
	CHECK(all_normal("negations", &nd_lexicon_negations));
	CHECK(all_normal("day_words", &nd_lexicon_day_words));
	CHECK(all_normal("months", &nd_lexicon_months) && all_normal("weekdays", &nd_lexicon_weekdays));
	CHECK(all_normal("idle_labels", &nd_lexicon_idle_labels));
	CHECK(all_normal("kindred_nouns", &nd_lexicon_kindred_nouns));
	CHECK(all_base_forms("person_nouns", &nd_lexicon_person_nouns, ND_TAG_NN));
	CHECK(all_base_forms("body_nouns", &nd_lexicon_body_nouns, ND_TAG_NN));
	CHECK(all_base_forms("returning_nouns", &nd_lexicon_returning_nouns, ND_TAG_NN));
	CHECK(all_base_forms("claim_nouns", &nd_lexicon_claim_nouns, ND_TAG_NNS));
	CHECK(all_base_forms("inner_verbs", &nd_lexicon_inner_verbs, ND_TAG_VB));
	CHECK(all_normal("cues", &nd_lexicon_cues) && all_stances());
	return unit_result();
}
