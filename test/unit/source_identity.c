/*
 * source_identity.c
 *		Whom the sources of claims are resolved to.
 */
#include "unit.h"

#include "marked.h"

/* Whether the sources of all claims are these, each followed by |. */
static bool
sources(const char *form, const char *expected)
{
	Marked	   *marked = malloc(sizeof(Marked));
	char		found[1024] = "";
	char		one[256];
	bool		same = marked != NULL && marked_begin(marked, form, ND_NO_DATE);

	for (unsigned i = 1; same && i <= marked->claims.count; i++)
	{
		strcat(found, marked_source(marked, i, one, sizeof(one)));
		strcat(found, "|");
	}
	same = unit_same(form, found, expected) && same;
	if (marked != NULL)
		marked_end(marked);
	free(marked);
	return same;
}

static void
check_names(void)
{
	CHECK(sources("[1Ellen Marsh] {1said} <1it was late>. [2Marsh] {2added} <2that it rained>.",
				  "person:ellen marsh|person:ellen marsh|"));
	CHECK(sources("[1Transport minister Peter Vance] {1said} <1no>.", "person:peter vance|"));
	CHECK(sources("[1Dr Laura Stone, the chief engineer,] {1said} <1no>. [2The engineer] {2said} <2yes>.",
				  "person:laura stone|person:laura stone|"));
	CHECK(sources("[1Their chairman, Robert Hale,] {1said} <1no>. [2Mr Hale] {2said} <2yes>.",
				  "person:robert hale|person:robert hale|"));
	CHECK(sources("[1Mr. Hale] {1said} <1no>. Robert Hale had left. [2Hale] {2said} <2yes>.",
				  "person:robert hale|person:robert hale|"));
	CHECK(sources("[1The Northern Rail Company] {1said} <1no>. [2The company] {2said} <2yes>.",
				  "organisation:northern rail company|organisation:northern rail company|"));
	CHECK(sources("[1The World Sailing Council] {1said} <1no>. [2The WSC] {2said} <2yes>.",
				  "organisation:world sailing council|organisation:world sailing council|"));
}

static void
check_states(void)
{
	CHECK(sources("[1Moscow] {1said} <1no>. [2The Russian government] {2said} <2yes>. [3The Kremlin] {3said} <3so>.",
				  "country:russia|country:russia|country:russia|"));
	CHECK(sources("[1The U.S.] {1said} <1no>. [2Washington] {2said} <2yes>.",
				  "country:united states|country:united states|"));
	CHECK(sources("[1The Jewish state] {1said} <1no>. [2Israel] {2agreed}.",
				  "country:israel|country:israel|"));
	CHECK(sources("[1Brussels] {1said} <1no>.", "organisation:european union|"));
	CHECK(sources("[1Both Norway and Sweden] {1said} <1no>.", "country:norway and sweden|"));
}

static void
check_pronouns(void)
{
	CHECK(sources("[1Ellen Marsh] {1said} <1no>. [2She] {2added} <2that it rained>.",
				  "person:ellen marsh|person:ellen marsh|"));
	CHECK(sources("[1Ellen Marsh] {1said} <1no>. [2Peter Vance] {2said} <2yes>. [3She] {3laughed} <3at him>.",
				  "person:ellen marsh|person:peter vance|person:ellen marsh|"));
	CHECK(sources("[1Ellen Marsh] {1said} <1that [2she] {2agreed with} <2him>>.",
				  "person:ellen marsh|person:ellen marsh|"));
	CHECK(sources("<1\"[2I] {2think} <2it is late>,\"> {1said} [1Peter Vance].",
				  "person:peter vance|person:peter vance|"));
	CHECK(sources("It is late, {1according to} [1two officials], [2who] {2said} <2so>.",
				  "anonymous:officials|anonymous:officials|"));
	CHECK(sources("[1The Harbour Office] {1said} <1no>. [2It] {2expects} <2rain>.",
				  "organisation:harbour office|organisation:harbour office|"));
}

static void
check_unnamed(void)
{
	CHECK(sources("<1It is late>, {1according to} [1four officials familiar with the talks].",
				  "anonymous:officials familiar with the talks|"));
	CHECK(sources("[1A local resident] {1said} <1no>.", "anonymous:local resident|"));
	CHECK(sources("[1Unnamed diplomats] {1said} <1no>.", "anonymous:diplomats|"));
	CHECK(sources("[1A report by the council] {1said} <1no>. [2The document] {2adds} <2more>.",
				  "document:report by the council|document:report by the council|"));
	CHECK(sources("{1Reportedly} <1it rained>.", "none|"));
	/* the mayor holds an office; a name is not made up for him */
	CHECK(sources("[1The mayor] {1said} <1no>.", "person:mayor|"));
}

static void
check_owners(void)
{
	CHECK(sources("Peter Vance left. [1Vance's office] {1said} <1no>.",
				  "organisation:office of peter vance|"));
	CHECK(sources("[1Israeli officials] {1said} <1no>.", "anonymous:israeli officials|"));
}

static void
check_chains(void)
{
	CHECK(sources("[1The Daily Echo], citing two diplomats, {1said} <1that it was late>.",
				  "media:daily echo < anonymous:diplomats|"));
	CHECK(sources("<1It is late>, [1the Daily Echo] {1reported}, quoting Ellen Marsh.",
				  "media:daily echo < person:ellen marsh|"));
	CHECK(sources("[1The Daily Echo] {1said} <1that it was late>.", "media:daily echo|"));
}

/* "We" speaks for the state, and "he" answers a question. */
static void
check_sides(void)
{
	CHECK(sources("[1The U.S.] {1said} <1no>. <2\"[3We] {3think} <3so>,\"> {2said} [2State Department spokesman Peter Vance].",
				  "country:united states|person:peter vance|country:united states|"));
	CHECK(sources("[1The White House] {1said} <1no>.", "organisation:white house|"));
	CHECK(sources("[1Hamas] {1said} <1no>. [2Israel] {2said} <2yes>. [3The militant group] {3denied} <3it>.",
				  "organisation:hamas|country:israel|organisation:hamas|"));
	CHECK(sources("[1The Ministry of Transport] {1said} <1no>. [2The health ministry] {2said} <2yes>.",
				  "organisation:ministry of transport|organisation:health ministry|"));
	CHECK(sources("[1Norway] {1said} <1no>. [2The French government] {2said} <2yes>. [3The government] {3added} <3more>.",
				  "country:norway|country:france|country:france|"));
	CHECK(sources("[1Relief Without Fences] {1said} <1no>.", "organisation:relief without fences|"));
	CHECK(sources("<1A pipe burst in Harbour Street>, [1the police] {1said}.", "organisation:police|"));
	CHECK(sources("[1The Friends of Marlow Library] {1said} <1no>.", "organisation:friends of marlow library|"));
	CHECK(sources("[1Peter Vance] {1said} <1no>. [2The same] {2added} <2more>.",
				  "person:peter vance|person:peter vance|"));
	CHECK(sources("ROE: [1Peter Vance] {1said} <1no>.\n\nCHAIR: And the president?\n\nROE: [2He] {2said} <2yes>.\n",
				  "person:peter vance|person:president|"));
	CHECK(sources("[1Peter Vance] {1said} <1no>. [2The 43-year-old] {2added} <2more>.",
				  "person:peter vance|person:peter vance|"));
}

/* Names at the end of an office, ages, and what belongs to the verb. */
static void
check_edges(void)
{
	CHECK(sources("[1The spokesman of the movement Thomas Breck] {1said} <1no>. [2Breck] {2said} <2yes>.",
				  "person:thomas breck|person:thomas breck|"));
	CHECK(sources("[1Coordinator for Public Health of the Northern Shore Jason Barlow] {1said} <1no>.",
				  "person:jason barlow|"));
	CHECK(sources("[1The spokesman for singer Laura Stone] {1said} <1no>.",
				  "anonymous:spokesman for singer laura stone|"));
	CHECK(sources("[1The head of the Laura Stone Foundation] {1said} <1no>.",
				  "person:head of the laura stone foundation|"));
	CHECK(sources("[1Angry mum-of-three Laura Stone] {1said} <1no>.", "person:laura stone|"));
	CHECK(sources("[1His dance partner, Laura Stone,] {1said} <1no>. [2One of them, Peter Vance,] {2said} <2yes>.",
				  "person:laura stone|person:peter vance|"));
	CHECK(sources("They praised Peter Hunter. [1Hunter, a lawyer,] {1said} <1no>.", "person:peter hunter|"));
	CHECK(sources("[1A 38-year-old father of two] {1said} <1no>.", "anonymous:38-year-old father of two|"));
	CHECK(sources("They held Mark Lund, 43. [1The 26-year-old Peter Vance] {1said} <1no>. "
				  "[2The 43-year-old] {2said} <2yes>. [3The 26-year-old] {3left} <3it>.",
				  "person:peter vance|person:mark lund|person:peter vance|"));
	CHECK(sources("[1The statement further] {1said} <1so>. [2The mayor's office last night] {2said} <2no>.",
				  "document:statement|organisation:mayor's office|"));
	CHECK(sources("[1Earlier the leader of the club, Laura Stone,] {1said} <1no>.", "person:laura stone|"));
	CHECK(sources("His wife, Jo, was out. <1\"No,\"> [1she] {1said}. <2\"Yes,\"> [2he] {2said}.",
				  "person:jo|unknown:he|"));
}

static void
check_floating(void)
{
	CHECK(sources("<1\"It is late,\"> [1Ellen Marsh] {1said}.\n\n<2\"Nobody told us anything.\">\n",
				  "person:ellen marsh|person:ellen marsh|"));
}

int
main(void)
{
	check_names();
	check_states();
	check_pronouns();
	check_unnamed();
	check_owners();
	check_chains();
	check_sides();
	check_edges();
	check_floating();
	return unit_result();
}
