/*
 * claim_manner.c
 *		Stance, negation and certainty; the day on which something was said.
 */
#include "unit.h"

#include "marked.h"

/* Whether the first claim is made in this manner: "deny not denies hedged". */
static bool
manner(const char *form, const char *expected)
{
	Marked	   *marked = malloc(sizeof(Marked));
	char		found[64] = "";
	bool		same = marked != NULL && marked_begin(marked, form, ND_NO_DATE);

	if (same)
	{
		const NdManner *of = &marked->sources.voices[0].manner;

		snprintf(found, sizeof(found), "%s%s%s%s", nd_stance_name(of->stance),
				 of->negated ? " not" : "", of->denies ? " denies" : "", of->hedged ? " hedged" : "");
	}
	same = unit_same(form, found, expected) && same;
	if (marked != NULL)
		marked_end(marked);
	free(marked);
	return same;
}

static void
check_stances(void)
{
	CHECK(manner("[1Marsh] {1said} <1it was late>.", "state"));
	CHECK(manner("[1Marsh] {1confirmed} <1that it was late>.", "affirm"));
	CHECK(manner("[1Marsh] {1has ruled} <1this> {1out}.", "deny denies"));
	CHECK(manner("[1Marsh] {1admitted} <1that it was late>.", "concede"));
	CHECK(manner("[1Marsh] {1accused} <1them of waste>.", "accuse"));
	CHECK(manner("[1Marsh] {1called for} <1calm>.", "demand"));
	CHECK(manner("[1Marsh] {1wants} <1to leave>.", "promise"));
	CHECK(manner("[1Marsh] {1wants} <1them to leave>.", "demand"));
	CHECK(manner("[1Marsh] {1warned of} <1floods>.", "warn"));
	CHECK(manner("[1Marsh] {1believes} <1that it was late>.", "believe hedged"));
	CHECK(manner("[1Marsh] {1is confident} <1that they will come>.", "believe"));
	CHECK(manner("[1Marsh] {1asked} <1whether it was late>.", "question"));
	CHECK(manner("[1Marsh] {1asked} <1them to leave>.", "demand"));
	CHECK(manner("[1Marsh] {1welcomed} <1the plan>.", "support"));
	CHECK(manner("[1Marsh's] {1denial} <1that it was late> is odd.", "deny denies"));
	CHECK(manner("<1It was late>, {1in the opinion of} [1Marsh].", "believe hedged"));
}

static void
check_negations(void)
{
	CHECK(manner("[1Marsh] {1did not confirm} <1this>.", "affirm not"));
	CHECK(manner("[1Marsh] {1did not deny} <1that it was late>.", "deny not"));
	CHECK(manner("[1Marsh] {1would not say} <1why>.", "state not"));
	CHECK(manner("[1Marsh] {1declined to comment on} <1the loss>.", "state not"));
	CHECK(manner("[1Marsh] {1did not refuse to say} <1why>.", "state"));
	CHECK(manner("[1Marsh] {1does not believe} <1that it was late>.", "believe not denies hedged"));
	CHECK(manner("[1Marsh] {1won\xe2\x80\x99t accept} <1the offer>.", "concede not denies"));
	CHECK(manner("[1Marsh] {1has yet to confirm} <1it>.", "affirm not"));
}

static void
check_hedges(void)
{
	CHECK(manner("{1Reportedly} <1it rained>.", "state hedged"));
	CHECK(manner("[1Marsh] {1said} <1it may rain>.", "state hedged"));
	CHECK(manner("[1Marsh] {1said} <1it will rain>.", "state"));
	CHECK(manner("[1Marsh] {1said} <1those who may leave will leave>.", "state"));
	CHECK(manner("<1They> {1are said} <1to have left>.", "state hedged"));
	CHECK(manner("<1They> {1are believed} <1to have left>.", "believe hedged"));
}

static bool
said_on(const char *form, int32_t published, int32_t expected)
{
	Marked	   *marked = malloc(sizeof(Marked));
	bool		same = marked != NULL && marked_begin(marked, form, published) &&
		marked->sources.voices[0].said_on == expected;

	if (!same && marked != NULL)
		printf("%s: %d, not %d\n", form, marked->sources.voices[0].said_on, expected);
	if (marked != NULL)
		marked_end(marked);
	free(marked);
	return same;
}

/* 22415 is 2031-05-16, a Friday. */
static void
check_days(void)
{
	CHECK(said_on("[1Marsh] {1said} <1no> on Monday.", 22415, 22411));
	CHECK(said_on("[1Marsh] {1said} <1no> on Friday.", 22415, 22415));
	CHECK(said_on("[1Marsh] {1said} <1no> on Wednesday, May 14.", 22415, 22413));
	CHECK(said_on("[1Marsh] {1said} <1no> on 27 December.", 22415, 22275));
	CHECK(said_on("[1Marsh] {1said} <1no> on March 5, 2030.", ND_NO_DATE, 21978));
	CHECK(said_on("[1Marsh] {1said} yesterday <1that it closed on Monday>.", 22415, 22414));
	CHECK(said_on("[1Marsh] {1said} <1that it closed on Monday>.", 22415, ND_NO_DATE));
	CHECK(said_on("[1Marsh] {1said} <1no> on Monday.", ND_NO_DATE, ND_NO_DATE));
}

int
main(void)
{
	check_stances();
	check_negations();
	check_hedges();
	check_days();
	return unit_result();
}
