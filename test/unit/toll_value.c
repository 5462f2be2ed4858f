/*
 * toll_value.c
 *		The value of a toll: text form, bounds allowed, order.
 */
#include "unit.h"

#include "toll/compare.h"
#include "toll/words.h"

#include <string.h>

static NdTollValue
parsed(const char *text)
{
	NdTollValue value;
	NdTollFault fault = nd_toll_parse(text, strlen(text), &value);

	CHECK(fault.what == NULL);
	CHECK(nd_toll_fault(&value) == NULL);
	return value;
}

static void
text_form(void)
{
	static const char *const texts[] = {
		"killed 40", "killed >=7", "killed >13000", "killed ~1200", "killed ~<1200",
		"wounded <=500", "wounded <500", "killed 10..15", "displaced ~200000..999999",
		"casualties 0", "missing ~2..2", "rescued 999999999999999"
	};
	char		printed[ND_TOLL_TEXT];

	for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++)
	{
		NdTollValue value = parsed(texts[i]);

		CHECK(nd_toll_print(&value, printed) == strlen(texts[i]));
		CHECK(strcmp(printed, texts[i]) == 0);
	}
}

static uint32_t
fault_at(const char *text)
{
	NdTollValue value;
	NdTollFault fault = nd_toll_parse(text, strlen(text), &value);

	return fault.what ? fault.at : UINT32_MAX;
}

static void
faults(void)
{
	CHECK(fault_at("") == 0);
	CHECK(fault_at("eaten 4") == 0);
	CHECK(fault_at("killed") == 6);
	CHECK(fault_at("killed >= x") == 9);
	CHECK(fault_at("killed 4 5") == 9);
	CHECK(fault_at("killed 5..4") == 11);
	CHECK(fault_at("killed 1000000000000000") == 7);
	CHECK(fault_at("  killed 5  ") == UINT32_MAX);
}

static int
allows(const char *text, uint64_t low, uint64_t high)
{
	NdTollValue value = parsed(text);
	NdTollReach reach = nd_toll_reach(&value);

	return nd_reach_number(reach.low) == low && nd_reach_number(reach.high) == high &&
		nd_reach_kind(reach.low) == value.kind && nd_reach_kind(reach.high) == value.kind;
}

static void
numbers_allowed(void)
{
	CHECK(allows("killed 40", 40, 40));
	CHECK(allows("wounded >=7", 7, ND_UNBOUNDED));
	CHECK(allows("wounded >7", 8, ND_UNBOUNDED));
	CHECK(allows("missing <=500", 0, 500));
	CHECK(allows("missing <500", 0, 499));
	CHECK(allows("killed ~300", 270, 330));
	CHECK(allows("killed ~7", 6, 8));
	CHECK(allows("killed ~<1200", 1080, 1200));
	CHECK(allows("killed ~0", 0, 0));
	CHECK(allows("killed ~24..99", 24, 99));
}

static void
order(void)
{
	static const char *const sorted[] = {
		"killed 0", "killed <=5", "killed 7", "killed >=7", "killed ~40", "killed 40",
		"killed ~40..99", "wounded 1", "missing 1"
	};

	for (size_t i = 0; i < sizeof(sorted) / sizeof(sorted[0]); i++)
		for (size_t k = 0; k < sizeof(sorted) / sizeof(sorted[0]); k++)
		{
			NdTollValue a = parsed(sorted[i]);
			NdTollValue b = parsed(sorted[k]);

			CHECK((nd_toll_compare(&a, &b) < 0) == (i < k));
			CHECK((nd_toll_compare(&a, &b) == 0) == (i == k));
		}
}

static int
words_are(const char *words, const char *expected)
{
	NdContext	context;
	NdArena		arena;
	NdTollValue value;
	NdTollFault fault;
	char		printed[ND_TOLL_TEXT] = "";
	NdText		text = {words, (uint32_t) strlen(words)};

	nd_context_init(&context);
	nd_arena_init(&arena, &context);
	CHECK(nd_toll_of_words(&arena, text, &value, &fault));
	if (fault.what == NULL)
		nd_toll_print(&value, printed);
	nd_arena_free(&arena);
	return strcmp(printed, expected) == 0;
}

static void
words(void)
{
	CHECK(words_are("at least seven dead", "killed >=7"));
	CHECK(words_are("12 killed or wounded", "casualties 12"));
	CHECK(words_are("no casualties", "casualties 0"));
	CHECK(words_are("dozens of hostages", "captured ~24..99"));
	CHECK(words_are("seven", ""));
	CHECK(words_are("dead", ""));
	CHECK(words_are("7 dead 8 wounded", ""));
	CHECK(words_are("12 dead whales", ""));
	CHECK(words_are("", ""));
}

int
main(void)
{
	text_form();
	faults();
	numbers_allowed();
	order();
	words();
	return unit_result();
}
