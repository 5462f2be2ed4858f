/*
 * toll_happened.c
 *		The days of casualty figures.
 */
#include "unit.h"

#include "article.h"
#include "toll/toll.h"

#include <stdio.h>
#include <string.h>

#define PUBLISHED	16146		/* 2014-03-17, a Monday */

static NdEngine engine;

/* The days of the tolls of a text, counted from publication: "-1; -7..-1". */
static void
describe(const char *bytes, int32_t published, char *out, size_t room)
{
	NdContext	context;
	NdArena		arena;
	NdDocument	document;
	NdTolls		tolls = {NULL, 0};
	NdReadOptions options = {false};
	NdText		text = {bytes, (uint32_t) strlen(bytes)};
	int32_t		today = published == ND_NO_DATE ? PUBLISHED : published;
	size_t		used = 0;

	nd_context_init(&context);
	nd_arena_init(&arena, &context);
	out[0] = '\0';
	CHECK(nd_read_sentences(&arena, &engine, text, options, &document));
	CHECK(nd_find_tolls(&arena, &document, NULL, published, &tolls));
	for (uint32_t i = 0; i < tolls.count && used < room; i++)
	{
		const NdToll *toll = &tolls.tolls[i];

		if (i > 0)
			used += (size_t) snprintf(out + used, room - used, "; ");
		if (toll->happened_from == ND_NO_DATE)
			used += (size_t) snprintf(out + used, room - used, "?");
		else
			used += (size_t) snprintf(out + used, room - used, "%d", toll->happened_from - today);
		if (toll->happened_until == toll->happened_from)
			continue;
		if (toll->happened_until == ND_NO_DATE)
			used += (size_t) snprintf(out + used, room - used, "..?");
		else
			used += (size_t) snprintf(out + used, room - used, "..%d",
									  toll->happened_until - today);
	}
	nd_arena_free(&arena);
}

static int
happened(const char *text, int32_t published, const char *expected)
{
	char		got[500];

	describe(text, published, got, sizeof(got));
	return unit_same(text, got, expected);
}

static int
days(const char *text, const char *expected)
{
	return happened(text, PUBLISHED, expected);
}

static void
single_days(void)
{
	CHECK(days("A bomb killed 12 people on Tuesday.", "-6"));
	CHECK(days("A bomb killed 12 people on Monday.", "0"));
	CHECK(days("Twelve people were killed yesterday in Darqan.", "-1"));
	CHECK(days("On Friday, 12 people died in the fire.", "-3"));
	CHECK(days("Monday's strike killed 40 people.", "0"));
	CHECK(days("Last Monday's strike killed 40 people.", "-7"));
	CHECK(days("The quake killed 31 people on March 11.", "-6"));
	CHECK(days("The quake killed 31 people on 11 March.", "-6"));
	CHECK(days("The quake killed 31 people on Oct. 7.", "-161"));
	CHECK(days("The ferry sank on Wednesday, March 12, with the loss of 20 lives.", "-5"));
	CHECK(days("Late on Saturday evening, gunmen shot dead three guards.", "-2"));
	CHECK(days("Twelve people were killed when a bus left the road on Sunday.", "-1"));
	CHECK(days("The March 11 earthquake killed 31 people.", "-6"));
	CHECK(days("A bus fell into a ravine on Sunday, killing 17 people and injuring 20.", "-1; -1"));
	CHECK(days("The death toll from Monday's strike rose to 40.", "0"));
	CHECK(days("The raid of 2014-03-05 left six people dead.", "-12"));
}

static void
periods(void)
{
	CHECK(days("Fighting killed 60 people last week.", "-7..-1"));
	CHECK(days("Shelling killed nine civilians overnight.", "-1..0"));
	CHECK(days("The storm killed nine people over the weekend.", "-2..-1"));
	CHECK(days("More than 500 protesters have been killed since February 1.", "-44..0"));
	CHECK(days("Since Thursday at least 30 people have been killed.", "-4..0"));
	CHECK(days("Clashes between 3 and 5 March killed 70 people.", "-14..-12"));
	CHECK(days("The rebels killed 70 people from March 3 to March 5.", "-14..-12"));
	CHECK(days("The flood killed 70 people on March 3-5.", "-14..-12"));
	CHECK(days("Some 300 people were killed in January.", "-75..-45"));
	CHECK(days("Some 300 people were killed this month.", "-16..0"));
	CHECK(happened("The earthquake in March 2011 killed 15,000 people.", ND_NO_DATE,
				   "-1112..-1082"));
	CHECK(happened("The war killed 90,000 people from 2003 to 2005.", ND_NO_DATE,
				   "-4093..-2998"));
	CHECK(happened("The 2010 earthquake killed 200,000 people.", ND_NO_DATE, "-1536..-1172"));
	CHECK(happened("Since March 3, 2014, 80 people have been killed.", ND_NO_DATE, "-14..?"));
}

static void
several(void)
{
	CHECK(days("A bomb killed 12 people on Saturday and a mine wounded five on Sunday.", "-2; -1"));
	CHECK(days("On Saturday a bomb killed 12 people and on Sunday a mine wounded five.", "-2; -1"));
	CHECK(days("The crash was the worst since 2007, when 199 people died.", "-2632..-2268"));
	CHECK(days("Five people died on Sunday, a week after a blast that killed 30.", "-1; ?"));
}

static void
other_days(void)
{
	CHECK(days("At least 12 people were killed in the blast, police said on Tuesday.", "?"));
	CHECK(days("Police said on Tuesday that 12 people had been killed in the blast.", "?"));
	CHECK(days("As of Wednesday, 40 people were dead.", "?"));
	CHECK(days("The death toll rose to 40 on Sunday.", "?"));
	CHECK(days("Rescuers recovered 12 bodies on Sunday.", "?"));
	CHECK(days("It was the deadliest attack since 2007, killing 40 people.", "?"));
	CHECK(days("The rebels will release 30 hostages on Saturday.", "?"));
	CHECK(days("In Tuesday's statement the army said that 12 men had been killed.", "?"));
	CHECK(days("The blast may have killed 12 people.", "?"));
	CHECK(happened("A bomb killed 12 people on Tuesday.", ND_NO_DATE, "?"));
	CHECK(happened("A bomb killed 12 people on Tuesday.", INT32_MAX, "?"));
	CHECK(happened("A bomb killed 12 people last year.", INT32_MIN + 1, "?"));
}

int
main(void)
{
	NdContext	context;

	nd_context_init(&context);
	CHECK(nd_engine_open(&context, nd_embedded_models(), &engine));
	single_days();
	periods();
	several();
	other_days();
	return unit_result();
}
