/*
 * toll_relate.c
 *		Casualty figures of whole texts: kind, victims, scope, parts, denials.
 */
#include "unit.h"

#include "article.h"
#include "toll/toll.h"

#include <stdio.h>
#include <string.h>

static NdEngine engine;

/* The tolls of a text as "killed 7 soldiers combatants incident; ...". */
static void
describe(const char *bytes, char *out, size_t room)
{
	NdContext	context;
	NdArena		arena;
	NdDocument	document;
	NdTolls		tolls = {NULL, 0};
	NdReadOptions options = {false};
	NdText		text = {bytes, (uint32_t) strlen(bytes)};
	size_t		used = 0;

	nd_context_init(&context);
	nd_arena_init(&arena, &context);
	out[0] = '\0';
	CHECK(nd_read_sentences(&arena, &engine, text, options, &document));
	CHECK(nd_find_tolls(&arena, &document, NULL, ND_NO_DATE, &tolls));
	for (uint32_t i = 0; i < tolls.count && used < room; i++)
	{
		const NdToll *toll = &tolls.tolls[i];
		char		value[ND_TOLL_TEXT];

		nd_toll_print(&toll->value, value);
		used += (size_t) snprintf(out + used, room - used, "%s%s %.*s %s%s",
								  used > 0 ? "; " : "", value,
								  (int) (toll->victims.end - toll->victims.start),
								  bytes + toll->victims.start, nd_scope_name(toll->scope),
								  toll->negated ? " denied" : "");
		if (toll->part_of != ND_NONE && used < room)
			used += (size_t) snprintf(out + used, room - used, " of %u", toll->part_of);
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
kinds(void)
{
	CHECK(reads_as("12 killed and 30 wounded.", "killed 12  incident; wounded 30  incident"));
	CHECK(reads_as("The blast killed 12 people and wounded 30 others.",
				   "killed 12 people incident; wounded 30 others incident"));
	CHECK(reads_as("THE BLAST KILLED 12 PEOPLE AND WOUNDED 30 OTHERS.",
				   "killed 12 PEOPLE incident; wounded 30 OTHERS incident"));
	CHECK(reads_as("Seven soldiers and a driver were killed in the ambush.",
				   "killed 7 soldiers incident; killed 1 driver incident"));
	CHECK(reads_as("The death toll rose to 40 from 31.", "killed 40  incident; killed 31  incident"));
	CHECK(reads_as("A girl of nine called Mila is missing.", "missing 1 girl incident"));
	CHECK(reads_as("The army first spoke about two wounded.", "wounded 2  incident"));
	CHECK(reads_as("Nobody was hurt in the fire.", "wounded 0  incident"));
	CHECK(reads_as("Three gunmen shot dead two guards.", "killed 2 guards incident"));
}

static void
parts(void)
{
	CHECK(reads_as("The strike killed 40 people, including six children.",
				   "killed 40 people incident; killed 6 children subset of 0"));
	CHECK(reads_as("At least 31 people died. Eight of the dead were nurses.",
				   "killed >=31 people incident; killed 8 nurses subset of 0"));
}

static void
scopes(void)
{
	CHECK(reads_as("The police denied that 12 marchers had been killed.",
				   "killed 12 marchers incident denied"));
	CHECK(reads_as("More than 500 protesters have been killed since September.",
				   "killed >500 protesters cumulative"));
	CHECK(reads_as("The movement rejected the report and put the number of dead at 90.",
				   "killed 90  incident"));
	CHECK(reads_as("The army denied that its men opened fire and killed 12 people.",
				   "killed 12 people incident denied"));
	CHECK(reads_as("The flood could kill 3,000 people.", "killed 3000 people hypothetical"));
	CHECK(reads_as("The rebels will release 30 hostages.", "released 30 hostages planned"));
}

static void
no_tolls(void)
{
	CHECK(reads_as("Some 2,000 sheep died in the flood.", ""));
	CHECK(reads_as("Civilians were killed in 1996 on the A40.", ""));
	CHECK(reads_as("The 58-year-old minister opened 45 schools at a cost of $3 million.", ""));
	CHECK(reads_as("The clerk lied about 300 missing files.", ""));
	CHECK(reads_as("Some 300 files are missing.", ""));
	CHECK(reads_as("We have 44 families who were told nothing by the land in which their sons died.", ""));
	CHECK(reads_as("The blast killed 40 people. One of them said the boats had left.",
				   "killed 40 people incident"));
	CHECK(reads_as("The troops were told to leave their homes before 0600 (1200 GMT).", ""));
	CHECK(reads_as("The missionaries, aged 19 and 21, were shot dead.", ""));
	CHECK(reads_as("He looked into the 1980 murder of an archbishop.", ""));
	CHECK(reads_as("The war killed six priests and cost millions in losses.", "killed 6 priests cumulative"));
	CHECK(reads_as("Houses were lost in an alleged Israeli strike on Darqan.", ""));
	CHECK(reads_as("Six travellers were shot. None of the injuries was serious.",
				   "wounded 6 travellers incident"));
	CHECK(reads_as("The storm caused the deaths of 23 sailors and US$1.5 million in damage.",
				   "killed 23 sailors incident"));
	CHECK(reads_as("The bank axes 3,000 jobs.", ""));
	CHECK(reads_as("", ""));
}

int
main(void)
{
	NdContext	context;

	nd_context_init(&context);
	CHECK(nd_engine_open(&context, nd_embedded_models(), &engine));
	kinds();
	parts();
	scopes();
	no_tolls();
	return unit_result();
}
