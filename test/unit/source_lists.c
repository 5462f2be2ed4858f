/*
 * source_lists.c
 *		The word lists of all rooms: every entry can be met, and the values of
 *		the claim and source rooms mean something.
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
	if (entry.length == 0 || entry.bytes[0] == ' ' || entry.bytes[entry.length - 1] == ' ')
		return complain(list, entry, "has a space at its edge");
	for (uint32_t at = 0; at < entry.length;)
	{
		char		form[ND_WORD_BYTES];
		uint32_t	length = 0;

		while (at + length < entry.length && entry.bytes[at + length] != ' ')
			length++;
		if (length == 0 || nd_word_normalise(entry.bytes + at, length, form) != length ||
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

/* Phrases that are looked up by their first words, up to so many. */
static bool
all_within(const char *list, const NdLexicon *lexicon, uint32_t words)
{
	bool		good = true;

	for (uint32_t i = 0; i < lexicon->entries; i++)
	{
		NdWordValue entry = nd_lexicon_entry(lexicon, i);
		uint32_t	count = 1;

		for (uint32_t at = 0; at < entry.length; at++)
			count += entry.bytes[at] == ' ';
		if (count > words)
			good = complain(list, entry, "is longer than what is looked up");
	}
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

/* All lists but that of abbreviations, which tells Pres. from pres., and the probes. */
static bool
all_lists_normal(void)
{
	static const struct
	{
		const char *name;
		const NdLexicon *lexicon;
	}			lists[] = {
		{"base_forms", &nd_lexicon_base_forms},
		{"body_nouns", &nd_lexicon_body_nouns},
		{"boilerplate", &nd_lexicon_boilerplate},
		{"capitals", &nd_lexicon_capitals},
		{"chain_words", &nd_lexicon_chain_words},
		{"claim_nouns", &nd_lexicon_claim_nouns},
		{"closings", &nd_lexicon_closings},
		{"contractions", &nd_lexicon_contractions},
		{"countries", &nd_lexicon_countries},
		{"cues", &nd_lexicon_cues},
		{"date_words", &nd_lexicon_date_words},
		{"day_words", &nd_lexicon_day_words},
		{"demonyms", &nd_lexicon_demonyms},
		{"denial_breaks", &nd_lexicon_denial_breaks},
		{"denial_cues", &nd_lexicon_denial_cues},
		{"determiners", &nd_lexicon_determiners},
		{"domains", &nd_lexicon_domains},
		{"earlier_figures", &nd_lexicon_earlier_figures},
		{"elisions", &nd_lexicon_elisions},
		{"figure_changes", &nd_lexicon_figure_changes},
		{"given_names", &nd_lexicon_given_names},
		{"harm_carriers", &nd_lexicon_harm_carriers},
		{"harm_events", &nd_lexicon_harm_events},
		{"harm_nouns", &nd_lexicon_harm_nouns},
		{"harm_states", &nd_lexicon_harm_states},
		{"harm_verbs", &nd_lexicon_harm_verbs},
		{"hearsay", &nd_lexicon_hearsay},
		{"hearsay_participles", &nd_lexicon_hearsay_participles},
		{"hedges", &nd_lexicon_hedges},
		{"hyphen_prefixes", &nd_lexicon_hyphen_prefixes},
		{"idle_labels", &nd_lexicon_idle_labels},
		{"inner_verbs", &nd_lexicon_inner_verbs},
		{"irregular_nouns", &nd_lexicon_irregular_nouns},
		{"irregular_verbs", &nd_lexicon_irregular_verbs},
		{"irregular_words", &nd_lexicon_irregular_words},
		{"kindred_nouns", &nd_lexicon_kindred_nouns},
		{"media_names", &nd_lexicon_media_names},
		{"media_words", &nd_lexicon_media_words},
		{"months", &nd_lexicon_months},
		{"name_particles", &nd_lexicon_name_particles},
		{"negations", &nd_lexicon_negations},
		{"no_speakers", &nd_lexicon_no_speakers},
		{"not_people", &nd_lexicon_not_people},
		{"number_additions", &nd_lexicon_number_additions},
		{"number_hedges", &nd_lexicon_number_hedges},
		{"number_hedges_after", &nd_lexicon_number_hedges_after},
		{"number_joiners", &nd_lexicon_number_joiners},
		{"number_modifiers", &nd_lexicon_number_modifiers},
		{"number_plurals", &nd_lexicon_number_plurals},
		{"number_suffixes", &nd_lexicon_number_suffixes},
		{"number_words", &nd_lexicon_number_words},
		{"ordinal_words", &nd_lexicon_ordinal_words},
		{"organisation_words", &nd_lexicon_organisation_words},
		{"organisations", &nd_lexicon_organisations},
		{"people_endings", &nd_lexicon_people_endings},
		{"people_nouns", &nd_lexicon_people_nouns},
		{"person_nouns", &nd_lexicon_person_nouns},
		{"place_prepositions", &nd_lexicon_place_prepositions},
		{"pronouns", &nd_lexicon_pronouns},
		{"reporting_adjectives", &nd_lexicon_reporting_adjectives},
		{"reporting_nouns", &nd_lexicon_reporting_nouns},
		{"reporting_verbs", &nd_lexicon_reporting_verbs},
		{"returning_nouns", &nd_lexicon_returning_nouns},
		{"scope_cues", &nd_lexicon_scope_cues},
		{"seats", &nd_lexicon_seats},
		{"sentence_starters", &nd_lexicon_sentence_starters},
		{"speech_verbs", &nd_lexicon_speech_verbs},
		{"stances", &nd_lexicon_stances},
		{"state_bodies", &nd_lexicon_state_bodies},
		{"subset_cues", &nd_lexicon_subset_cues},
		{"titles", &nd_lexicon_titles},
		{"toll_fillers", &nd_lexicon_toll_fillers},
		{"units", &nd_lexicon_units},
		{"unreal_cues", &nd_lexicon_unreal_cues},
		{"vague_numbers", &nd_lexicon_vague_numbers},
		{"weekdays", &nd_lexicon_weekdays},
		{"zero_numbers", &nd_lexicon_zero_numbers},
	};
	bool		good = true;

	for (size_t i = 0; i < sizeof(lists) / sizeof(lists[0]); i++)
		good = all_normal(lists[i].name, lists[i].lexicon) && good;
	return good;
}

int
main(void)
{
	CHECK(all_lists_normal());
	CHECK(all_states("capitals", &nd_lexicon_capitals));
	CHECK(all_states("demonyms", &nd_lexicon_demonyms));
	CHECK(all_states("seats", &nd_lexicon_seats));
	CHECK(all_states("state_bodies", &nd_lexicon_state_bodies));
	CHECK(all_base_forms("person_nouns", &nd_lexicon_person_nouns, ND_TAG_NN));
	CHECK(all_base_forms("body_nouns", &nd_lexicon_body_nouns, ND_TAG_NN));
	CHECK(all_base_forms("returning_nouns", &nd_lexicon_returning_nouns, ND_TAG_NN));
	CHECK(all_base_forms("claim_nouns", &nd_lexicon_claim_nouns, ND_TAG_NNS));
	CHECK(all_base_forms("inner_verbs", &nd_lexicon_inner_verbs, ND_TAG_VB));
	CHECK(all_stances());
	CHECK(all_within("chain_words", &nd_lexicon_chain_words, 4));
	CHECK(all_within("cues", &nd_lexicon_cues, 5));
	CHECK(all_within("harm_states", &nd_lexicon_harm_states, 6));
	CHECK(all_within("scope_cues", &nd_lexicon_scope_cues, 6));
	CHECK(all_within("subset_cues", &nd_lexicon_subset_cues, 6));
	CHECK(all_within("denial_cues", &nd_lexicon_denial_cues, 6));
	return unit_result();
}
