/*
 * toll_number.c
 *		Numbers in sentences: bounds, hedges, spans, and what is none.
 */
#include "unit.h"

#include "text/read.h"
#include "toll/value.h"

#include <stdio.h>
#include <string.h>

/* The numbers of a text as "at least 7..- [at least seven]; ...". */
static void
describe(const char *bytes, char *out, size_t room)
{
	NdContext	context;
	NdArena		arena;
	NdDocument	document;
	NdReadOptions options = {false};
	NdText		text = {bytes, (uint32_t) strlen(bytes)};
	size_t		used = 0;

	nd_context_init(&context);
	nd_arena_init(&arena, &context);
	out[0] = '\0';
	nd_read_text(&arena, text, options, &document);
	for (uint32_t s = 0; s < document.n_sentences; s++)
	{
		const NdSentence *sentence = &document.sentences[s];
		NdNumbers	numbers;

		nd_find_numbers(&arena, &document, sentence->first_token,
						sentence->first_token + sentence->tokens, &numbers);
		for (uint32_t i = 0; i < numbers.count && used < room; i++)
		{
			const NdNumber *number = &numbers.numbers[i];

			used += (size_t) snprintf(out + used, room - used, "%s%lld..%lld %s [%.*s]%s",
									  used > 0 ? "; " : "", (long long) number->low,
									  (long long) number->high, nd_hedge_name(number->hedge),
									  (int) (number->at.end - number->at.start),
									  bytes + number->at.start,
									  number->flags & ND_NUMBER_NO_COUNT ? " no count" : "");
		}
	}
	nd_arena_free(&arena);
}

static int
reads_as(const char *text, const char *expected)
{
	char		got[2000];

	describe(text, got, sizeof(got));
	return unit_same(text, got, expected);
}

static void
plain_numbers(void)
{
	CHECK(reads_as("They counted 1,234 dead.", "1234..1234 exact [1,234]"));
	CHECK(reads_as("They counted 1.234.567 dead.", "1234567..1234567 exact [1.234.567]"));
	CHECK(reads_as("They counted 1 234 567 dead.", "1234567..1234567 exact [1 234 567]"));
	CHECK(reads_as("They counted 12k dead.", "12000..12000 exact [12k]"));
	CHECK(reads_as("About 1.5 million fled.", "1500000..1500000 about [About 1.5 million]"));
	CHECK(reads_as("One and a half million fled.",
				   "1500000..1500000 exact [One and a half million]"));
	CHECK(reads_as("Half a dozen fled.", "6..6 exact [Half a dozen]"));
	CHECK(reads_as("A quarter of a million fled.",
				   "250000..250000 exact [A quarter of a million]"));
	CHECK(reads_as("One hundred and ninety-three fled.",
				   "193..193 exact [One hundred and ninety-three]"));
	CHECK(reads_as("2 thousand 300 fled.", "2300..2300 exact [2 thousand 300]"));
	CHECK(reads_as("A dozen and a half fled.", "18..18 exact [A dozen and a half]"));
	CHECK(reads_as("Two dozen fled, a score died.",
				   "24..24 exact [Two dozen]; 20..20 exact [a score]"));
}

static void
hedged_numbers(void)
{
	CHECK(reads_as("At least seven died.", "7..-1 at least [At least seven]"));
	CHECK(reads_as("No fewer than 34 died.", "34..-1 at least [No fewer than 34]"));
	CHECK(reads_as("Well over 100 died.", "100..-1 more than [Well over 100]"));
	CHECK(reads_as("Up to 500 died.", "-1..500 at most [Up to 500]"));
	CHECK(reads_as("Just under 130 died.", "-1..130 less than [Just under 130]"));
	CHECK(reads_as("Just four died.", "4..4 exact [four]"));
	CHECK(reads_as("Nearly a hundred died.", "100..100 almost [Nearly a hundred]"));
	CHECK(reads_as("An estimated 26,000 died.", "26000..26000 about [An estimated 26,000]"));
	CHECK(reads_as("300-odd died, 50-plus fled, 40 or more hid.",
				   "300..300 about [300-odd]; 50..-1 at least [50-plus]; 40..-1 at least [40 or more]"));
	CHECK(reads_as("Another 250 died.", "250..250 exact [Another 250]"));
	CHECK(reads_as("The toll tops 1,000.", "1000..-1 more than [tops 1,000]"));
}

static void
ranges(void)
{
	CHECK(reads_as("10 to 15 died.", "10..15 range [10 to 15]"));
	CHECK(reads_as("Between 40 and 50 died.", "40..50 range [Between 40 and 50]"));
	CHECK(reads_as("Some 40-50 died.", "40..50 range [Some 40-50]"));
	CHECK(reads_as("Five or six died.", "5..6 range [Five or six]"));
	CHECK(reads_as("40 to as many as 50 died.", "40..50 range [40 to as many as 50]"));
	CHECK(reads_as("10 to 15 thousand died.", "10000..15000 range [10 to 15 thousand]"));
	CHECK(reads_as("The toll climbs from 118 to 143.",
				   "118..118 exact [118]; 143..143 exact [143]"));
	CHECK(reads_as("Hundreds, if not thousands, died.",
				   "200..9999 vague [Hundreds, if not thousands]"));
}

static void
vague_numbers(void)
{
	CHECK(reads_as("Dozens died.", "24..99 vague [Dozens]"));
	CHECK(reads_as("Tens of thousands died.", "20000..99999 vague [Tens of thousands]"));
	CHECK(reads_as("A few hundred died.", "300..599 vague [A few hundred]"));
	CHECK(reads_as("Several dozen died.", "36..99 vague [Several dozen]"));
	CHECK(reads_as("A couple died.", "2..2 vague [A couple]"));
}

static void
no_counts(void)
{
	CHECK(reads_as("It cost $340 million.", "340000000..340000000 exact [340 million] no count"));
	CHECK(reads_as("A 12-hour battle.", "1..1 exact [A]; 12..12 exact [12] no count"));
	CHECK(reads_as("It fell 8%.", "8..8 exact [8] no count"));
	CHECK(reads_as("No one came.", "0..0 exact [No one]"));
	CHECK(reads_as("Which one is it?", ""));
	CHECK(reads_as("99999999999999999999999 stars.", ""));
	CHECK(reads_as("", ""));
}

int
main(void)
{
	plain_numbers();
	hedged_numbers();
	ranges();
	vague_numbers();
	no_counts();
	return unit_result();
}
