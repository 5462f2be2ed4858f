/*
 * text_hostile.c
 *		Texts that nobody wrote: whatever the bytes, what is read lies in order
 *		within the text, and the time is linear.
 */
#include "unit.h"

#include <stdlib.h>

#include "reading.h"

#define LONG_TEXT		((size_t) 1 << 18)
#define MOST_TOKENS		1200	/* of a sentence: twice the pieces it is cut at */

static bool
sentences_are_sound(const NdDocument *document, const NdParagraph *paragraph, uint32_t *at)
{
	for (uint32_t i = 0; i < paragraph->sentences; i++)
	{
		const NdSentence *sentence = &document->sentences[paragraph->first_sentence + i];

		if (sentence->at.start < *at || nd_span_empty(sentence->at) ||
			!nd_span_contains(paragraph->at, sentence->at) || sentence->tokens == 0 ||
			sentence->tokens > MOST_TOKENS)
			return false;
		for (uint32_t j = 0; j < sentence->tokens; j++)
		{
			const NdToken *token = &document->tokens[sentence->first_token + j];

			if (token->start < *at || token->end <= token->start ||
				!nd_span_contains(sentence->at, nd_token_span(token)) ||
				(token->quotation != ND_NONE && token->quotation >= document->n_quotations))
				return false;
			*at = token->end;
		}
	}
	return true;
}

static bool
is_sound(const NdDocument *document)
{
	uint32_t	at = 0;
	uint32_t	sentences = 0;

	for (uint32_t i = 0; i < document->n_paragraphs; i++)
	{
		const NdParagraph *paragraph = &document->paragraphs[i];

		if (paragraph->at.start < at || paragraph->passage >= document->n_passages ||
			!nd_span_contains(document->passages[paragraph->passage].at, paragraph->at) ||
			paragraph->at.end > document->text.length)
			return false;
		for (uint32_t j = 0; j < paragraph->quotations; j++)
		{
			const NdQuotation *quotation = &document->quotations[paragraph->first_quotation + j];

			if (!nd_span_contains(paragraph->at, quotation->at) ||
				!nd_span_contains(quotation->at, quotation->inside))
				return false;
		}
		if (paragraph->first_sentence != sentences ||
			!sentences_are_sound(document, paragraph, &at))
			return false;
		sentences += paragraph->sentences;
	}
	return sentences == document->n_sentences;
}

static void
check_bytes(const char *bytes, size_t length)
{
	Reading		reading;

	reading_begin(&reading, bytes, length);
	CHECK(reading.read);
	CHECK(reading.read && is_sound(&reading.document));
	reading_end(&reading);
}

/* One piece repeated. */
static void
check_repeated(const char *piece)
{
	size_t		length = strlen(piece);
	char	   *bytes = malloc(LONG_TEXT);

	if (bytes == NULL)
		return;
	for (size_t i = 0; i < LONG_TEXT; i++)
		bytes[i] = piece[i % length];
	check_bytes(bytes, LONG_TEXT);
	free(bytes);
}

static uint32_t
next_random(uint32_t *state)
{
	*state = *state * 1664525u + 1013904223u;
	return *state >> 8;
}

/* Short texts put together at random from pieces that matter to the rules. */
static void
check_random(void)
{
	static const char *const pieces[] = {
		" ", " ", " ", "\n", "\n\n", "\r\n", ".", ". ", "...", "?", "!", "\"", "'", "``", "''",
		"\xe2\x80\x9c", "\xe2\x80\x9d", "\xe2\x80\x98", "\xe2\x80\x99", "\xc2\xab", "\xc2\xbb",
		"(", ")", "[", "]", "-", "--", "\xe2\x80\x93", "$", "@", "#", ":", "/", ",", ";", "_",
		"1", "12", "1,000", "3.5", "a", "I", "The", "said", "Mr.", "U.S.", "don't", "cannot",
		"http://x.org/a", "me@x.org", "7/21/2017 04:17 PM", "Thanks,", "Home", "READ MORE:",
		"\x80", "\xff", "\xe2\x80", "\xf0\x9f\x98\x80", "\xe2\x80\xa2", "By", "Photo:", "www.",
		"5pm", "'90s", "n't", "'s", "LONDON", ":)", "====", ">>", "1.", "2.", "a.m.", "\0"
	};
	char		bytes[512];
	uint32_t	state = 7;

	for (int round = 0; round < 10000; round++)
	{
		size_t		length = 0;
		uint32_t	count = next_random(&state) % 40;

		for (uint32_t i = 0; i < count; i++)
		{
			const char *piece = pieces[next_random(&state) % (sizeof(pieces) / sizeof(pieces[0]))];
			size_t		piece_length = piece[0] ? strlen(piece) : 1;

			if (length + piece_length > sizeof(bytes))
				break;
			memcpy(bytes + length, piece, piece_length);
			length += piece_length;
		}
		check_bytes(bytes, length);
	}
}

static void
check_random_bytes(void)
{
	char	   *bytes = malloc(LONG_TEXT);
	uint32_t	state = 3;

	if (bytes == NULL)
		return;
	for (size_t i = 0; i < LONG_TEXT; i++)
		bytes[i] = (char) next_random(&state);
	check_bytes(bytes, LONG_TEXT);
	for (size_t length = 0; length < 600; length++)
		check_bytes(bytes + 400 * length, length);
	free(bytes);
}

static bool
stop_at_third(void *owner)
{
	int		   *calls = owner;

	return ++*calls < 3;
}

static void
check_cancelling(void)
{
	static const char piece[] = "One line of a text that goes on. ";
	size_t		length = LONG_TEXT;
	char	   *bytes = malloc(length);
	NdContext	context;
	NdArena		arena;
	NdDocument	document;
	NdReadOptions options = {false};
	int			calls = 0;

	if (bytes == NULL)
		return;
	for (size_t i = 0; i < length; i++)
		bytes[i] = piece[i % (sizeof(piece) - 1)];
	nd_context_init(&context);
	context.poll = stop_at_third;
	context.poll_owner = &calls;
	nd_arena_init(&arena, &context);
	CHECK(!nd_read_text(&arena, (NdText) {bytes, (uint32_t) length}, options, &document));
	CHECK(context.status == ND_CANCELLED);
	nd_arena_free(&arena);
	CHECK(context.held_bytes == 0);

	nd_context_init(&context);
	context.limits.text_bytes = 1000;
	nd_arena_init(&arena, &context);
	CHECK(!nd_read_text(&arena, (NdText) {bytes, (uint32_t) length}, options, &document));
	CHECK(context.status == ND_LIMIT);
	nd_arena_free(&arena);
	free(bytes);
}

int
main(void)
{
	static const char *const repeated[] = {
		"a", " ", "\n", "\"", "'", "\xe2\x80\x9c", "\xe2\x80\x9d", "\xe2\x80\x98 ", "\xff",
		"\xe2\x80", ".", ". ", "? ", "...", ".a", "a.", "A. ", "-", "a-", "(", "()", "1", "1,",
		"1.", "1. ", "@", "a@", "a@b.", "http://", "/", "a/", "'s", "n't", "\" ", " \"", "a\"",
		"\"a\n", "\xe2\x80\x9c" "a\n", "a\n", "A\n\n", "Mr. ", "U.S. ", "no stop here ", "\xe2\x80\xa2 ",
		"1) A 2) B ", "\xe6\x97\xa5\xe6\x9c\xac", "\xcc\x81", "Home\n", "READ MORE\n", "$", ":) ",
		"7/21/2017 04:17 PM ", "''", "``", "[1]", ". [1]", "\"'", "a b\n", "Aaaa bbbb cccc\ndddd ",
		"'a' ", "\xc2\xab \xc2\xbb", "\r", "\r\n", "_", "&", "A&", "...\"", "a:\n"
	};

	for (size_t i = 0; i < sizeof(repeated) / sizeof(repeated[0]); i++)
		check_repeated(repeated[i]);
	check_bytes("", 0);
	check_random_bytes();
	check_random();
	check_cancelling();
	return unit_result();
}
