/*
 * text_passage.c
 *		What is body and what is not; lines that belong together.
 */
#include "unit.h"

#include "reading.h"

static const char letters[] = "THDYBCRX";	/* one for each NdPassageKind */

/*
 * The kinds of a text's paragraphs as letters: H headline, D dateline,
 * Y byline, B body, C caption, R related, X boilerplate.
 */
static bool
kinds(const char *text, const char *expected)
{
	Reading		reading;
	char		found[64] = "";
	bool		same;

	reading_begin(&reading, text, strlen(text));
	for (uint32_t i = 0; i < reading.document.n_paragraphs && i < sizeof(found) - 1; i++)
	{
		const NdParagraph *paragraph = &reading.document.paragraphs[i];

		found[i] = letters[reading.document.passages[paragraph->passage].kind];
		found[i + 1] = '\0';
	}
	same = unit_same(text, found, expected);
	reading_end(&reading);
	return same;
}

#define PROSE_1 "The envoys of the two islands met for nine hours in Bern on Monday and left without a word to the press.\n\n"
#define PROSE_2 "\"We are closer than we were,\" said Ada Holm, who leads the delegation of the smaller island, as she left the hotel. \"That is all.\"\n\n"
#define PROSE_3 "Ferries have been tied up since the spring, when the larger island closed its ports to boats that carry fish.\n\n"

static void
check_plain(void)
{
	CHECK(kinds(PROSE_1 PROSE_2 "\"Badly,\" he said.\n\n" PROSE_3, "BBBB"));
	CHECK(kinds("Nothing was signed.", "B"));
	CHECK(kinds("", ""));
	CHECK(kinds("Talks on fish end in silence\n\n" PROSE_1 PROSE_2, "HBB"));
	CHECK(kinds(PROSE_1 "No boats\n\n" PROSE_2 PROSE_3, "BHBB"));
	CHECK(kinds(PROSE_1 "It was late.\n\n" PROSE_2 PROSE_3, "BBBB"));
}

static void
check_edges(void)
{
	CHECK(kinds("Talks on fish end in silence\n\nBy Tove Roe\n\n14 March 2031\n\n" PROSE_1 PROSE_2,
				"HYDBB"));
	CHECK(kinds("16:42\n\n" PROSE_1 "16:20\n\n" PROSE_2, "DBDB"));
	CHECK(kinds(PROSE_1 "Photo: A ferry in the port of Bern\n\n" PROSE_2, "BCB"));
}

static void
check_related(void)
{
	CHECK(kinds(PROSE_1 "READ MORE: WHO OWNS THE FISH?\n\n" PROSE_2 PROSE_3, "BRBB"));
	CHECK(kinds(PROSE_1 PROSE_2 "Related articles\nFerry sinks with 12 on board\nPort closed for a third week\n",
				"BBRRR"));
	CHECK(kinds(PROSE_1 PROSE_2 "More like this\n\nIsland votes on a bridge\n\n"
				"A bridge of nine miles would join the two...\n", "BBRRR"));
}

static void
check_boilerplate(void)
{
	CHECK(kinds("Home News Talks on fish end in silence\n\nTalks on fish end in silence\n\n" PROSE_1 PROSE_2,
				"XHBB"));
	CHECK(kinds(PROSE_1 PROSE_2 PROSE_3 "Leave a Reply\n\nYour email address will not be published.\n",
				"BBBXX"));
	CHECK(kinds("Menu\nHome\nSports\nWeather\nSubscribe\n\nTalks on fish end in silence\n\n" PROSE_1 PROSE_2,
				"XXXXXHBB"));
	CHECK(kinds(PROSE_1 "Advertisement\n\n" PROSE_2 "Share this article\n\n" PROSE_3, "BXBXB"));
}

/* Hard-wrapped lines are one paragraph, verse and lists are not. */
static void
check_wrapping(void)
{
	CHECK(kinds("The envoys of the two islands met for nine hours in\n"
				"Bern on Monday and left without a word to the press,\n"
				"while their drivers slept in the cars in front of the\n"
				"hotel.\n\n" PROSE_2, "BB"));
	CHECK(kinds("milk\nbread and butter\nten eggs\n", "BBB"));
}

/* Passages are runs of paragraphs without white space at their edges. */
static void
check_spans(void)
{
	Reading		reading;
	const char *text = "\n  Talks on fish end in silence  \n\n" PROSE_1 "  " PROSE_2;

	reading_begin(&reading, text, strlen(text));
	CHECK(reading.document.n_passages == 2 && reading.document.n_paragraphs == 3);
	if (reading.document.n_passages == 2)
	{
		const NdPassage *passages = reading.document.passages;

		CHECK(reading_is(&reading, passages[0].at.start, passages[0].at.end,
						 "Talks on fish end in silence"));
		CHECK(passages[1].at.end == strlen(text) - 2);
	}
	reading_end(&reading);
}

static void
check_title(void)
{
	NdContext	context;
	NdArena		arena;
	NdDocument	document;
	NdReadOptions options = {true};
	static const char title[] = "Home News";

	nd_context_init(&context);
	nd_arena_init(&arena, &context);
	CHECK(nd_read_text(&arena, (NdText) {title, sizeof(title) - 1}, options, &document));
	CHECK(document.n_passages == 1 && document.passages[0].kind == ND_TITLE);
	nd_arena_free(&arena);
}

int
main(void)
{
	check_plain();
	check_edges();
	check_related();
	check_boilerplate();
	check_wrapping();
	check_spans();
	check_title();
	return unit_result();
}
