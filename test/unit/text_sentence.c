/*
 * text_sentence.c
 *		Where sentences end, and where they do not.
 */
#include "unit.h"

#include <stdlib.h>

#include "reading.h"

/* All sentences of a text, each followed by | */
static bool
sentences(const char *text, const char *expected)
{
	Reading		reading;
	char		found[1024] = "";
	bool		same;

	reading_begin(&reading, text, strlen(text));
	for (uint32_t i = 0; i < reading.document.n_sentences; i++)
		reading_join(&reading, reading.document.sentences[i].at, found, sizeof(found));
	same = unit_same(text, found, expected);
	reading_end(&reading);
	return same;
}

static void
check_abbreviations(void)
{
	CHECK(sentences("Gen. Ada Holm met Mr. Roe. They ate.", "Gen. Ada Holm met Mr. Roe.|They ate.|"));
	CHECK(sentences("He left the U.S. He is in Rome.", "He left the U.S.|He is in Rome.|"));
	CHECK(sentences("The U.S. Navy sailed.", "The U.S. Navy sailed.|"));
	CHECK(sentences("Acme Inc. Chairman Bo Lee quit.", "Acme Inc. Chairman Bo Lee quit.|"));
	CHECK(sentences("At 5 p.m. Ada left. It was 6 p.m. Ada was gone.",
					"At 5 p.m. Ada left.|It was 6 p.m.|Ada was gone.|"));
	CHECK(sentences("See No. 5 of Vol. 3. It is good.", "See No. 5 of Vol. 3.|It is good.|"));
	CHECK(sentences("John C. Holm and Ada P. Roe sat.", "John C. Holm and Ada P. Roe sat.|"));
	CHECK(sentences("J. R. Holm and B. Roe sat.", "J. R. Holm and B. Roe sat.|"));
	CHECK(sentences("It rose 1.5 percent to 3,000.50.", "It rose 1.5 percent to 3,000.50.|"));
}

static void
check_quotations(void)
{
	CHECK(sentences("\"Why now?\" he asked.", "\"Why now?\" he asked.|"));
	CHECK(sentences("\"Why now?\" Miller asked.", "\"Why now?\" Miller asked.|"));
	CHECK(sentences("\"Stop!\" The bus went on.", "\"Stop!\"|The bus went on.|"));
	CHECK(sentences("\xe2\x80\x9cI came. I saw,\xe2\x80\x9d he said.",
					"\xe2\x80\x9cI came.|I saw,\xe2\x80\x9d he said.|"));
	CHECK(sentences("She left (for good.) and he knew. (He cried.)",
					"She left (for good.) and he knew.|(He cried.)|"));
}

static void
check_marks(void)
{
	CHECK(sentences("What?! No... maybe. Well\xe2\x80\xa6 yes.",
					"What?!|No... maybe.|Well\xe2\x80\xa6 yes.|"));
	CHECK(sentences("He came to Oslo.The talks went on.", "He came to Oslo.|The talks went on.|"));
	CHECK(sentences("Write to jo.Doe@example.org. Thanks.", "Write to jo.Doe@example.org.|Thanks.|"));
	CHECK(sentences("It is known.[3] The end.", "It is known.[3]|The end.|"));
}

static void
check_lines(void)
{
	CHECK(sentences("Talks resume\n\nEnvoys met in Bern.", "Talks resume|Envoys met in Bern.|"));
	CHECK(sentences("1. Eat well 2. Sleep well", "1. Eat well|2. Sleep well|"));
	CHECK(sentences("\xe2\x80\xa2 One thing \xe2\x80\xa2 Another", "\xe2\x80\xa2 One thing|\xe2\x80\xa2 Another|"));
	CHECK(sentences("BERN (Post) - Envoys met.", "BERN (Post) -|Envoys met.|"));
	CHECK(sentences("Envoys from two countries met\nin Bern on Monday.",
					"Envoys from two countries met\nin Bern on Monday.|"));
}

/* A sentence without an end is cut, at a semicolon if there is one. */
static void
check_long(void)
{
	enum
	{
		WORDS = 3000
	};
	char	   *text = malloc(WORDS * 5);
	Reading		reading;

	if (text == NULL)
		return;
	for (int i = 0; i < WORDS; i++)
		memcpy(text + 5 * i, i % 50 == 49 ? "hop; " : "hop, ", 5);
	reading_begin(&reading, text, WORDS * 5);
	CHECK(reading.document.n_sentences > 10);
	for (uint32_t i = 0; i < reading.document.n_sentences; i++)
		CHECK(reading.document.sentences[i].tokens <= 300);
	CHECK(text[reading.document.sentences[0].at.end - 1] == ';');
	reading_end(&reading);
	free(text);
}

int
main(void)
{
	check_abbreviations();
	check_quotations();
	check_marks();
	check_lines();
	check_long();
	return unit_result();
}
