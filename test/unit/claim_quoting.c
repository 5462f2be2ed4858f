/*
 * claim_quoting.c
 *		What quotation marks alone say about claims.
 */
#include "unit.h"

#include "claim/quoting.h"
#include "reading.h"

#include <string.h>

typedef struct Fixture
{
	Reading		reading;
	NdChunk		chunk;
	NdDraft		draft;
	NdDrafts	drafts;
} Fixture;

/* The tokens that words of the text lie in get a role. */
static void
set_role(Fixture *fixture, const char *words, NdRole role)
{
	NdText		text = fixture->reading.document.text;
	const char *found = strstr(text.bytes, words);
	uint32_t	start = (uint32_t) (found - text.bytes);
	uint32_t	end = start + (uint32_t) strlen(words);

	for (uint32_t i = 0; i < fixture->chunk.count; i++)
	{
		const NdToken *token = &fixture->reading.document.tokens[i];

		if (token->start < end && start < token->end)
			fixture->draft.roles[i] = (uint8_t) role;
	}
}

static void
begin(Fixture *fixture, const char *text, const char *source, const char *cue, const char *content)
{
	memset(fixture, 0, sizeof(*fixture));
	reading_begin(&fixture->reading, text, strlen(text));
	nd_chunk_bounds(&fixture->reading.document, 0, &fixture->chunk);
	CHECK(nd_chunk_fill(&fixture->reading.arena, &fixture->chunk));
	fixture->draft.count = fixture->chunk.count;
	fixture->draft.roles = nd_alloc(&fixture->reading.arena, fixture->chunk.count);
	set_role(fixture, source, ND_ROLE_SOURCE);
	set_role(fixture, cue, ND_ROLE_CUE);
	if (content)
		set_role(fixture, content, ND_ROLE_CONTENT);
	fixture->drafts.drafts = &fixture->draft;
	fixture->drafts.count = 1;
}

/* Whether exactly these words are the content of a draft. */
static bool
content_is(const Fixture *fixture, uint32_t draft, const char *expected)
{
	char		content[500] = "";
	const NdToken *tokens = fixture->reading.document.tokens;

	for (uint32_t i = 0; i < fixture->chunk.count; i++)
		if (nd_draft_role(&fixture->drafts.drafts[draft], i) == ND_ROLE_CONTENT)
		{
			strncat(content, fixture->reading.document.text.bytes + tokens[i].start,
					tokens[i].end - tokens[i].start);
			strcat(content, " ");
		}
	return strcmp(content, expected) == 0;
}

static void
test_complete(void)
{
	Fixture		fixture;

	begin(&fixture, "\"We tried. It failed, and we are sorry,\" the mayor said.\n",
		  "the mayor", "said", "It failed, and we are sorry");
	nd_complete_quotations(&fixture.chunk, &fixture.drafts);
	CHECK(content_is(&fixture, 0, "\" We tried . It failed , and we are sorry , \" "));
	reading_end(&fixture.reading);

	begin(&fixture, "\"We tried,\" the mayor said.\n", "the mayor", "said", NULL);
	nd_complete_quotations(&fixture.chunk, &fixture.drafts);
	CHECK(content_is(&fixture, 0, "\" We tried , \" "));
	reading_end(&fixture.reading);

	/* a cue inside the quotation says nothing of the rest of it */
	begin(&fixture, "\"I left early because he said it was raining.\"\n",
		  "he", "said", "it was raining");
	nd_complete_quotations(&fixture.chunk, &fixture.drafts);
	CHECK(content_is(&fixture, 0, "it was raining "));
	reading_end(&fixture.reading);
}

static void
test_same_paragraph(void)
{
	Fixture		fixture;

	begin(&fixture, "\"We tried,\" the mayor said. \"It failed in the end.\"\n",
		  "the mayor", "said", "\"We tried,\"");
	CHECK(nd_follow_quotations(&fixture.reading.arena, &fixture.chunk, false, &fixture.drafts));
	CHECK(fixture.drafts.count == 1);
	CHECK(content_is(&fixture, 0, "\" We tried , \" \" It failed in the end . \" "));
	reading_end(&fixture.reading);
}

static void
test_next_paragraph(void)
{
	Fixture		fixture;

	begin(&fixture,
		  "The mayor said: \xe2\x80\x9cWe tried hard.\n\n"
		  "\xe2\x80\x9cIt failed in the end.\xe2\x80\x9d\n",
		  "The mayor", "said", "\xe2\x80\x9cWe tried hard.");
	CHECK(nd_follow_quotations(&fixture.reading.arena, &fixture.chunk, false, &fixture.drafts));
	CHECK(fixture.drafts.count == 1);
	CHECK(content_is(&fixture, 0, "\xe2\x80\x9c We tried hard . "
					 "\xe2\x80\x9c It failed in the end . \xe2\x80\x9d "));
	reading_end(&fixture.reading);
}

static void
test_floating(void)
{
	static const char text[] =
		"The mayor said that the plan had failed.\n\n"
		"\"We tried everything, and it was not enough.\"\n\n"
		"He loves the \"Moonlight Sonata\".\n";
	Fixture		fixture;

	begin(&fixture, text, "The mayor", "said", "that the plan had failed");
	CHECK(nd_follow_quotations(&fixture.reading.arena, &fixture.chunk, false, &fixture.drafts));
	CHECK(fixture.drafts.count == 2);
	CHECK(content_is(&fixture, 1, "\" We tried everything , and it was not enough . \" "));
	reading_end(&fixture.reading);
}

int
main(void)
{
	test_complete();
	test_same_paragraph();
	test_next_paragraph();
	test_floating();
	return unit_result();
}
