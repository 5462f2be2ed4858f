/*
 * claim_speaker.c
 *		Speakers named at the start of a line.
 */
#include "unit.h"

#include "claim/speaker.h"
#include "reading.h"

static const char interview[] =
	"We met the captain on Monday and talked about the storm of last week.\n\n"
	"Ana Ruiz: We saw it come. There was no time.\n\n"
	"Q: And then?\n\n"
	"Ruiz: We turned back.\n\n"
	"Weather: it will rain in the whole of the north on Tuesday and Friday.\n";

static void
test_labels(void)
{
	static const uint8_t expected[] = {0, 3, 0, 2, 0};
	Reading		reading;
	uint8_t    *labels;

	reading_begin(&reading, interview, strlen(interview));
	labels = nd_find_speakers(&reading.arena, &reading.document);
	CHECK(labels != NULL);
	CHECK(reading.document.n_paragraphs == 5);
	for (uint32_t i = 0; i < 5; i++)
		CHECK(labels[i] == expected[i]);
	reading_end(&reading);
}

static void
test_drafts(void)
{
	Reading		reading;
	NdChunk		chunk;
	NdDrafts	drafts = {NULL, 0};
	uint8_t    *labels;

	reading_begin(&reading, interview, strlen(interview));
	labels = nd_find_speakers(&reading.arena, &reading.document);
	nd_chunk_bounds(&reading.document, 0, &chunk);
	CHECK(nd_chunk_fill(&reading.arena, &chunk));
	CHECK(nd_speaker_drafts(&reading.arena, &chunk, labels, &drafts));
	CHECK(drafts.count == 2);
	if (drafts.count == 2)
	{
		const NdDraft *draft = &drafts.drafts[0];

		CHECK(nd_draft_role(draft, draft->cue) == ND_ROLE_CUE);
		CHECK(nd_draft_role(draft, draft->cue - 2) == ND_ROLE_SOURCE);
		CHECK(nd_draft_role(draft, draft->cue + 1) == ND_ROLE_CONTENT);
		CHECK(nd_draft_quote(&chunk, draft) == ND_DIRECT);
	}
	reading_end(&reading);
}

int
main(void)
{
	test_labels();
	test_drafts();
	return unit_result();
}
