/*
 * text_token.c
 *		Tokens, by the conventions of UD English.
 */
#include "unit.h"

#include "reading.h"

/* All tokens of a text, each followed by | */
static bool
tokens(const char *text, const char *expected)
{
	Reading		reading;
	char		found[1024] = "";
	bool		same;

	reading_begin(&reading, text, strlen(text));
	for (uint32_t i = 0; i < reading.document.n_tokens; i++)
		reading_join(&reading, nd_token_span(&reading.document.tokens[i]), found, sizeof(found));
	same = unit_same(text, found, expected);
	reading_end(&reading);
	return same;
}

static void
check_contractions(void)
{
	CHECK(tokens("I don't and she can't.", "I|do|n't|and|she|ca|n't|.|"));
	CHECK(tokens("They won\xe2\x80\x99t, we\xe2\x80\x99re late.",
				 "They|wo|n\xe2\x80\x99t|,|we|\xe2\x80\x99re|late|.|"));
	CHECK(tokens("It cannot be; he's gonna go.", "It|can|not|be|;|he|'s|gon|na|go|.|"));
	CHECK(tokens("He couldn't've known.", "He|could|n't|'ve|known|.|"));
	CHECK(tokens("The farmers' and Jones's fields", "The|farmers|'|and|Jones|'s|fields|"));
	CHECK(tokens("Hits of the '90s, o'clock, the 1980's", "Hits|of|the|'90s|,|o'clock|,|the|1980's|"));
}

static void
check_hyphens(void)
{
	CHECK(tokens("A cease-fire by e-mail.", "A|cease|-|fire|by|e-mail|.|"));
	CHECK(tokens("The ex-minister re-elected", "The|ex-minister|re-elected|"));
	CHECK(tokens("Call 555-0199 now", "Call|555-0199|now|"));
	CHECK(tokens("in 1990-95 or 3-4 days", "in|1990|-|95|or|3|-|4|days|"));
}

static void
check_numbers(void)
{
	CHECK(tokens("It cost $1,200.50, or 12%.", "It|cost|$|1,200.50|,|or|12|%|.|"));
	CHECK(tokens("US$5 at 5:30pm on 9/11", "US$|5|at|5:30|pm|on|9/11|"));
	CHECK(tokens("a 5th G7 meeting of 35mm", "a|5th|G7|meeting|of|35|mm|"));
}

static void
check_stops(void)
{
	CHECK(tokens("Mr. Bloom of the U.S. left.", "Mr.|Bloom|of|the|U.S.|left|.|"));
	CHECK(tokens("He lives in the U.S.", "He|lives|in|the|U.S.|"));
	CHECK(tokens("It was No. 5, not no.", "It|was|No.|5|,|not|no|.|"));
	CHECK(tokens("J. Doe had plan B.", "J.|Doe|had|plan|B|.|"));
	CHECK(tokens("Wait... what?! Yes -- no.", "Wait|...|what|?!|Yes|--|no|.|"));
	CHECK(tokens("and/or s/he of AT&T", "and|/|or|s/he|of|AT&T|"));
}

static void
check_addresses(void)
{
	CHECK(tokens("See https://example.org/a-b?c=d, or ask me@example.org.",
				 "See|https://example.org/a-b?c=d|,|or|ask|me@example.org|.|"));
	CHECK(tokens("(www.example.com) by @sam on #peace", "(|www.example.com|)|by|@sam|on|#peace|"));
	CHECK(tokens("example.com's staff", "example.com|'s|staff|"));
}

static void
check_spaces(void)
{
	Reading		reading;

	reading_begin(&reading, "No, we can't.", 13);
	CHECK(reading.document.n_tokens == 6);
	if (reading.document.n_tokens == 6)
	{
		CHECK(reading.document.tokens[0].space_before == 0);
		CHECK(reading.document.tokens[1].space_before == 0);
		CHECK(reading.document.tokens[2].space_before == 1);
		CHECK(reading.document.tokens[4].space_before == 0);
		CHECK(reading.document.tokens[4].head == ND_NONE);
	}
	reading_end(&reading);
}

/* A run of one mark is one token when it is long. */
static void
check_runs(void)
{
	CHECK(tokens("a )))))))))) b", "a|))))))))))|b|"));
	CHECK(tokens("a \"\"\"\"\"\"\"\"\"\"\"\" b", "a|\"\"\"\"\"\"\"\"\"\"\"\"|b|"));
	CHECK(tokens("a (( b", "a|(|(|b|"));
}

int
main(void)
{
	check_contractions();
	check_hyphens();
	check_numbers();
	check_stops();
	check_addresses();
	check_spaces();
	check_runs();
	return unit_result();
}
