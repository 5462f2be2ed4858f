/*
 * sentence.c
 *		Splits paragraphs into sentences.
 *
 * A sentence ends at a mark that boundary.c takes for its end, before the
 * next item of a list, or with its paragraph. One that grows past any
 * reasonable length is cut at the best place of its second half, so that
 * what comes after never sees an unbounded one.
 */
#include "text/read.h"

#include "text/boundary.h"
#include "text/layout.h"
#include "text/mark.h"

#define MOST_PIECES		280		/* words and marks of a sentence */
#define BYTES_PER_POLL	65536u
#define PARAGRAPHS_PER_POLL	64

typedef struct Finder
{
	NdArena    *arena;
	NdDocument *document;
	uint32_t	room;			/* of document->sentences */
	uint32_t	polled;			/* byte of the last poll */
	NdLayout	layout;			/* of the paragraph */
} Finder;

static uint32_t
skip_spaces(NdText text, uint32_t at, uint32_t end)
{
	uint32_t	next;

	while (at < end && nd_is_space(nd_decode(text, at, &next)))
		at = next;
	return at;
}

static uint32_t
trim_end(NdText text, uint32_t start, uint32_t at)
{
	uint32_t	previous;

	while (at > start && nd_is_space(nd_decode_before(text, at, &previous)))
		at = previous;
	return at;
}

static bool
add_sentence(Finder *finder, uint32_t paragraph, uint32_t start, uint32_t end)
{
	NdDocument *document = finder->document;
	NdSentence *sentence;

	if (!nd_reserve(finder->arena, &document->sentences, &finder->room,
					document->n_sentences + 1, sizeof(NdSentence)))
		return false;
	sentence = &document->sentences[document->n_sentences++];
	sentence->at.start = start;
	sentence->at.end = end;
	sentence->paragraph = paragraph;
	return true;
}

/* How good a place to cut a long sentence is the one after a character. */
static int
cut_rank(uint32_t c)
{
	if (c == ';')
		return 4;
	if (nd_is_quote(c) && c != '\'' && c != 0x2019)
		return 3;
	if (c == ',' || c == ':' || nd_is_closing_bracket(c))
		return 2;
	return nd_is_space(c) ? 1 : 0;
}

/* Letters and digits go together in words, each other mark stands alone. */
static uint32_t
piece_class(uint32_t c)
{
	if (nd_is_letter(c))
		return 1;
	if (nd_is_digit(c))
		return 2;
	return nd_is_space(c) ? 0 : c;
}

/*
 * Finds where the sentence that begins at `start` ends; `end` is the end of
 * its paragraph.
 */
static bool
find_stop(Finder *finder, uint32_t start, uint32_t end, uint32_t *stop)
{
	NdText		text = finder->document->text;
	uint32_t	last_class = 0;
	uint32_t	pieces = 0;
	uint32_t	word = start;	/* the last one that began */
	uint32_t	next;
	uint32_t	cut = end;
	int			best = -1;

	*stop = end;
	for (uint32_t at = nd_layout_start(text, start, end, &finder->layout); at < end; at = next)
	{
		uint32_t	c = nd_decode(text, at, &next);
		uint32_t	class = piece_class(c);

		if (at - finder->polled >= BYTES_PER_POLL)
		{
			finder->polled = at;
			if (!nd_poll(finder->arena->context))
				return false;
		}
		if (nd_is_terminator(c))
		{
			NdSpan		sentence = {start, end};
			NdBoundary	boundary = nd_judge_boundary(text, sentence, at);

			if (boundary.ends)
			{
				*stop = boundary.end;
				return true;
			}
			pieces += boundary.resume - next;
			next = boundary.resume;
		}
		else if (last_class == 0 && class != 0 && at > start)
		{
			if (nd_layout_breaks(text, (NdSpan) {start, end}, word, at, &finder->layout))
			{
				*stop = at;
				return true;
			}
			word = at;
		}
		if (class != 0 && class != last_class)
			pieces++;
		if (pieces > MOST_PIECES / 2 && cut_rank(c) >= best)
		{
			best = cut_rank(c);
			cut = next;
		}
		if (pieces > MOST_PIECES)
		{
			*stop = cut;
			return true;
		}
		last_class = class;
	}
	*stop = end;
	return true;
}

static bool
read_paragraph(Finder *finder, uint32_t number)
{
	NdDocument *document = finder->document;
	NdParagraph *paragraph = &document->paragraphs[number];
	uint32_t	end = paragraph->at.end;
	uint32_t	stop;

	paragraph->first_sentence = document->n_sentences;
	finder->layout = (NdLayout) {0};
	for (uint32_t start = skip_spaces(document->text, paragraph->at.start, end);
		 start < end; start = skip_spaces(document->text, stop, end))
	{
		if (!find_stop(finder, start, end, &stop))
			return false;
		if (!add_sentence(finder, number, start, trim_end(document->text, start, stop)))
			return false;
	}
	paragraph->sentences = document->n_sentences - paragraph->first_sentence;
	return true;
}

bool
nd_find_sentences(NdArena *arena, NdDocument *document)
{
	Finder		finder = {.arena = arena,.document = document};

	document->sentences = NULL;
	document->n_sentences = 0;
	for (uint32_t i = 0; i < document->n_paragraphs; i++)
	{
		if (i % PARAGRAPHS_PER_POLL == 0 && !nd_poll(arena->context))
			return false;
		if (!read_paragraph(&finder, i))
			return false;
	}
	return true;
}
