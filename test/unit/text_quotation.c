/*
 * text_quotation.c
 *		Pairs of quotation marks, and marks that have no partner.
 */
#include "unit.h"

#include "reading.h"

#define LDQ	"\xe2\x80\x9c"
#define RDQ	"\xe2\x80\x9d"
#define LSQ	"\xe2\x80\x98"
#define RSQ	"\xe2\x80\x99"
#define LOW	"\xe2\x80\x9e"
#define LG	"\xc2\xab"
#define RG	"\xc2\xbb"

/* All quotations of a text, marks included, each followed by | */
static bool
quotes(const char *text, const char *expected)
{
	Reading		reading;
	char		found[1024] = "";
	bool		same;

	reading_begin(&reading, text, strlen(text));
	for (uint32_t i = 0; i < reading.document.n_quotations; i++)
		reading_join(&reading, reading.document.quotations[i].at, found, sizeof(found));
	same = unit_same(text, found, expected);
	reading_end(&reading);
	return same;
}

static void
check_kinds(void)
{
	CHECK(quotes("\"We won,\" she said. \"Now we rest.\"", "\"We won,\"|\"Now we rest.\"|"));
	CHECK(quotes("He called it " LDQ "a reversal" RDQ " of sorts.", LDQ "a reversal" RDQ "|"));
	CHECK(quotes("``Never again,'' he said.", "``Never again,''|"));
	CHECK(quotes(LOW "Wir gehen" LDQ ", sagte er.", LOW "Wir gehen" LDQ "|"));
	CHECK(quotes(LG " Jamais " RG ", dit-il.", LG " Jamais " RG "|"));
	CHECK(quotes("The (\"first\") one and the \"second\"-best.", "\"first\"|\"second\"|"));
}

static void
check_single(void)
{
	CHECK(quotes("'It isn't ours,' said the farmer's wife.", "'It isn't ours,'|"));
	CHECK(quotes(LSQ "It isn" RSQ "t ours," RSQ " said the farmer" RSQ "s wife.",
				 LSQ "It isn" RSQ "t ours," RSQ "|"));
	CHECK(quotes("The players' bus and the fans' songs of the '90s.", ""));
	CHECK(quotes("'The players' bus is late,' he said.", "'The players' bus is late,'|"));
	CHECK(quotes("Rock 'n' roll is not dead, don't cry.", ""));
	CHECK(quotes("She gave 'em hell 'cause she could.", ""));
	CHECK(quotes("The wall is 6' 2\" high.", ""));
}

static void
check_nested(void)
{
	Reading		reading;
	const char *text = LDQ "He said " LSQ "never" RSQ " twice," RDQ " she recalled.";

	reading_begin(&reading, text, strlen(text));
	CHECK(reading.document.n_quotations == 2);
	if (reading.document.n_quotations == 2)
	{
		const NdQuotation *quotations = reading.document.quotations;

		CHECK(quotations[0].outer == ND_NONE && quotations[0].closed);
		CHECK(quotations[1].outer == 0 && quotations[1].mark == ND_SINGLE);
		CHECK(reading_is(&reading, quotations[1].inside.start, quotations[1].inside.end, "never"));
	}
	reading_end(&reading);
}

static void
check_odd(void)
{
	/* never closed: one sentence, or to the next mark */
	CHECK(quotes("\"We are done. Nobody was there to hear it.", "\"We are done.|"));
	CHECK(quotes(LDQ "We are done, he said. " LDQ "Go home." RDQ,
				 LDQ "We are done, he said.|" LDQ "Go home." RDQ "|"));
	/* never opened */
	CHECK(quotes("We are done,\" he said. \"Go home.\"", "\"Go home.\"|"));
	/* no further than the paragraph */
	CHECK(quotes("He said \"go\nThe other line is \"fine\" here.", "\"go|\"fine\"|"));
}

static void
check_long(void)
{
	Reading		reading;
	const char *text = "\"We walked all night. It rained.\n\n\"In the morning we slept.\" he said.\n\n"
		"It was over.";

	reading_begin(&reading, text, strlen(text));
	CHECK(reading.document.n_quotations == 2);
	if (reading.document.n_quotations == 2)
	{
		const NdQuotation *quotations = reading.document.quotations;

		CHECK(quotations[0].continues && !quotations[0].closed);
		CHECK(quotations[0].at.end == 32);
		CHECK(quotations[1].continued && quotations[1].closed);
	}
	reading_end(&reading);
}

/* The quotation of each token is the outermost around it. */
static void
check_tokens(void)
{
	Reading		reading;
	const char *text = "He said \"I saw 'it' there\" today.";

	reading_begin(&reading, text, strlen(text));
	for (uint32_t i = 0; i < reading.document.n_tokens; i++)
	{
		const NdToken *token = &reading.document.tokens[i];

		CHECK((token->quotation == 0) == (token->start >= 8 && token->end <= 26));
	}
	reading_end(&reading);
}

int
main(void)
{
	check_kinds();
	check_single();
	check_nested();
	check_odd();
	check_long();
	check_tokens();
	return unit_result();
}
