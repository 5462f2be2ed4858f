/*
 * quotation.c
 *		Finds quotations: pairs quotation marks within each paragraph.
 *
 * Marks are read from left to right with a small stack. A mark that can only
 * open opens, one that can only close closes the nearest open quotation of
 * its kind; straight marks are told apart by what stands around them, and an
 * apostrophe is taken for a mark only where it has a partner.
 *
 * A quotation that is never closed runs
 *	- to the end of its paragraph, when the next paragraph opens with the same
 *	  kind of mark (the custom for long quotations), else
 *	- to the end of its sentence, or to the mark that opens the next one.
 * So an odd mark costs one sentence and never more than its paragraph.
 */
#include "text/read.h"

#include <string.h>

#include "lexicon/lexicon.h"
#include "text/mark.h"

/* Quotations within quotations deeper than this are left out. */
#define DEEPEST			4
#define LONGEST_RUN		4
#define MARKS_PER_POLL	16384

typedef struct Mark
{
	uint32_t	start;
	uint32_t	end;
	uint32_t	paired_by;		/* its kind, see PAIR_ */
	bool		can_open;
	bool		can_close;
	bool		sure;			/* not a possessive by its looks */
} Mark;

enum
{
	PAIR_DOUBLE,
	PAIR_SINGLE,
	PAIR_GUILLEMET,
	PAIR_SINGLE_GUILLEMET,
	N_PAIRS
};

typedef struct Finder
{
	NdArena    *arena;
	NdDocument *document;
	uint32_t	room;			/* of document->quotations */
	Mark	   *marks;			/* of the paragraph */
	uint32_t	n_marks;
	uint32_t	marks_room;
	uint32_t	open[DEEPEST];	/* quotations, outermost first */
	uint32_t	n_open;
} Finder;

static uint32_t
character_before(NdText text, NdSpan within, uint32_t at)
{
	uint32_t	previous;

	return at > within.start ? nd_decode_before(text, at, &previous) : ' ';
}

static uint32_t
character_after(NdText text, NdSpan within, uint32_t at)
{
	uint32_t	next;

	return at < within.end ? nd_decode(text, at, &next) : ' ';
}

/* What an opening mark may follow. */
static bool
opens_after(uint32_t before)
{
	return nd_is_space(before) || nd_is_opening_bracket(before) || nd_is_dash(before) ||
		nd_is_quote(before) || before == '/' || before == ':' || before == '=' ||
		before == '>' || before == '|' || before == 0x2026;
}

/* 'em, '90s, rock 'n' roll */
static bool
is_elision(NdText text, NdSpan within, uint32_t after)
{
	char		word[8];
	uint32_t	length = 0;

	while (after + length < within.end && length < sizeof(word))
	{
		unsigned char c = (unsigned char) text.bytes[after + length];

		if (c >= 0x80 || !nd_is_word(c))
			break;
		word[length++] = (char) nd_to_lower(c);
	}
	if (length >= 2 && nd_is_digit((unsigned char) word[0]) &&
		nd_is_digit((unsigned char) word[1]) &&
		(length == 2 || (length == 3 && word[2] == 's')))
		return true;
	return length > 0 &&
		nd_lexicon_find(&nd_lexicon_elisions, word, length) != UINT32_MAX;
}

/* Straight double marks, and pairs of other marks typed for them. */
static void
judge_straight(Mark *mark, uint32_t before, uint32_t after)
{
	bool		space_before = nd_is_space(before) || nd_is_opening_bracket(before);
	bool		space_after = nd_is_space(after) || nd_is_closing_bracket(after) ||
		nd_is_terminator(after) || after == ',' || after == ';';

	mark->can_open = space_before || !space_after;
	mark->can_close = !space_before || space_after;
}

static void
judge_single(NdText text, NdSpan within, Mark *mark, uint32_t c, uint32_t before,
			 uint32_t after)
{
	bool		word_after = nd_is_word(after);

	mark->can_open = c != 0x2019 && opens_after(before) && !nd_is_space(after) &&
		!is_elision(text, within, mark->end);
	mark->can_close = c != 0x2018 && c != '`' && !nd_is_space(before) && !word_after;
	/* the possessive of a plural looks like an end */
	mark->sure = !(before == 's' || before == 'S' || before == 'z' || before == 'x') &&
		!nd_is_digit(before);
}

/*
 * Reads the mark at `at`, if there is one. Two single marks side by side, as
 * `` and '', are one double mark.
 */
static bool
read_mark(NdText text, NdSpan within, uint32_t at, uint32_t c, uint32_t next, Mark *mark)
{
	uint32_t	before = character_before(text, within, at);
	uint32_t	end;

	mark->start = at;
	mark->end = next;
	mark->sure = true;
	if ((c == '\'' || c == '`' || c == 0x2018 || c == 0x2019) && next < within.end &&
		nd_decode(text, next, &end) == c)
	{
		mark->end = end;
		mark->paired_by = PAIR_DOUBLE;
		judge_straight(mark, before, character_after(text, within, end));
		if (c == '`' || c == 0x2018)
			mark->can_close = false;
		return true;
	}
	if (nd_is_double_quote(c))
		mark->paired_by = c == 0xAB || c == 0xBB ? PAIR_GUILLEMET : PAIR_DOUBLE;
	else if (nd_is_single_quote(c))
		mark->paired_by = c == 0x2039 || c == 0x203A ? PAIR_SINGLE_GUILLEMET : PAIR_SINGLE;
	else
		return false;
	judge_straight(mark, before, character_after(text, within, next));
	if (mark->paired_by == PAIR_SINGLE)
		judge_single(text, within, mark, c, before, character_after(text, within, next));
	if (c == 0x201C || c == 0x201E || c == 0x201A)
	{
		/* German closes with the mark that opens in English */
		mark->can_open = true;
		mark->can_close = c == 0x201C && mark->can_close && !opens_after(before);
		mark->sure = true;
	}
	return mark->can_open || mark->can_close;
}

/* Many marks of one kind in a row are an ornament: goes past them. */
static bool
skip_run(NdText text, NdSpan within, uint32_t c, uint32_t *next)
{
	uint32_t	at = *next;
	uint32_t	after = *next;
	uint32_t	count = 1;

	if (!nd_is_quote(c))
		return false;
	while (at < within.end && nd_decode(text, at, &after) == c)
	{
		at = after;
		count++;
	}
	if (count > LONGEST_RUN)
		*next = at;
	return count > LONGEST_RUN;
}

static bool
read_marks(Finder *finder, NdSpan within)
{
	NdText		text = finder->document->text;

	finder->n_marks = 0;
	for (uint32_t at = within.start, next; at < within.end; at = next)
	{
		unsigned char byte = (unsigned char) text.bytes[at];
		uint32_t	c;
		Mark		mark;

		next = at + 1;
		if (byte < 0x80 && byte != '"' && byte != '\'' && byte != '`')
			continue;
		c = nd_decode(text, at, &next);
		if (skip_run(text, within, c, &next) || !read_mark(text, within, at, c, next, &mark))
			continue;
		next = mark.end;
		if (!nd_reserve(finder->arena, &finder->marks, &finder->marks_room,
						finder->n_marks + 1, sizeof(Mark)))
			return false;
		finder->marks[finder->n_marks++] = mark;
		if (finder->n_marks % MARKS_PER_POLL == 0 && !nd_poll(finder->arena->context))
			return false;
	}
	return true;
}

/*
 * An apostrophe opens only where a sure end follows before the next possible
 * beginning; one that may be a plural's possessive closes only where no surer
 * end follows. Read from the right, one look decides each.
 */
static void
judge_apostrophes(Finder *finder, NdSpan within)
{
	bool		sure_end = false;
	bool		any_end = false;

	for (uint32_t i = finder->n_marks; i-- > 0;)
	{
		Mark	   *mark = &finder->marks[i];

		if (mark->paired_by != PAIR_SINGLE)
			continue;
		if (mark->can_close && !mark->can_open)
		{
			if (!mark->sure && sure_end)
				mark->can_close = false;
			any_end = true;
			sure_end = sure_end || mark->sure;
		}
		else if (mark->can_open)
		{
			if (!any_end && mark->start != within.start)
				mark->can_open = false;
			else
				any_end = sure_end = false;
		}
	}
}

static NdQuoteMark
mark_of(uint32_t paired_by)
{
	switch (paired_by)
	{
		case PAIR_DOUBLE:
			return ND_DOUBLE;
		case PAIR_SINGLE:
			return ND_SINGLE;
		default:
			return ND_GUILLEMET;
	}
}

/*
 * The end of the sentence that goes on at `from`: after its full stop and the
 * marks that follow it, or `end`.
 */
static uint32_t
sentence_end(NdText text, uint32_t from, uint32_t end)
{
	for (uint32_t at = from, next; at < end; at = next)
	{
		uint32_t	c = nd_decode(text, at, &next);

		if (!nd_is_terminator(c))
			continue;
		while (next < end && nd_is_terminator(nd_decode(text, next, &at)))
			next = at;
		if (next == end || nd_is_space(nd_decode(text, next, &at)))
			return next;
	}
	return end;
}

/* Ends the innermost open quotation, which has no mark of its own. */
static void
leave_open(Finder *finder, uint32_t end)
{
	NdQuotation *quotation = &finder->document->quotations[finder->open[--finder->n_open]];

	quotation->at.end = quotation->inside.end = end;
}

static void
close_quotation(Finder *finder, uint32_t depth, const Mark *mark)
{
	NdQuotation *quotation;

	while (finder->n_open > depth + 1)
		leave_open(finder, mark->start);
	quotation = &finder->document->quotations[finder->open[--finder->n_open]];
	quotation->inside.end = mark->start;
	quotation->at.end = mark->end;
	quotation->closed = true;
}

static bool
open_quotation(Finder *finder, const Mark *mark)
{
	NdDocument *document = finder->document;
	NdQuotation *quotation;

	if (finder->n_open == DEEPEST)
		return true;
	if (!nd_reserve(finder->arena, &document->quotations, &finder->room,
					document->n_quotations + 1, sizeof(NdQuotation)))
		return false;
	quotation = &document->quotations[document->n_quotations];
	memset(quotation, 0, sizeof(*quotation));
	quotation->at.start = mark->start;
	quotation->inside.start = mark->end;
	quotation->mark = mark_of(mark->paired_by);
	quotation->outer = finder->n_open > 0 ? finder->open[finder->n_open - 1] : ND_NONE;
	finder->open[finder->n_open++] = document->n_quotations++;
	return true;
}

/* The depth of the innermost open quotation of this kind, or DEEPEST. */
static uint32_t
open_depth(const Finder *finder, uint32_t paired_by)
{
	for (uint32_t depth = finder->n_open; depth-- > 0;)
		if (finder->document->quotations[finder->open[depth]].mark == mark_of(paired_by))
			return depth;
	return DEEPEST;
}

static bool
pair_marks(Finder *finder)
{
	NdText		text = finder->document->text;

	finder->n_open = 0;
	for (uint32_t i = 0; i < finder->n_marks; i++)
	{
		const Mark *mark = &finder->marks[i];
		uint32_t	depth = open_depth(finder, mark->paired_by);

		if (i % MARKS_PER_POLL == MARKS_PER_POLL - 1 && !nd_poll(finder->arena->context))
			return false;
		if (depth != DEEPEST && mark->can_close)
			close_quotation(finder, depth, mark);
		else if (mark->can_open)
		{
			/* the same mark again: the one before was never closed */
			while (depth != DEEPEST && finder->n_open > depth)
			{
				uint32_t	open = finder->open[finder->n_open - 1];
				uint32_t	from = finder->document->quotations[open].inside.start;

				leave_open(finder, sentence_end(text, from, mark->start));
			}
			if (!open_quotation(finder, mark))
				return false;
		}
	}
	return true;
}

/* The kind of mark that the next paragraph of the same text opens with. */
static uint32_t
next_opening(const NdDocument *document, uint32_t paragraph)
{
	NdText		text = document->text;

	for (uint32_t i = paragraph + 1; i < document->n_paragraphs && i <= paragraph + 4; i++)
	{
		NdSpan		within = document->paragraphs[i].at;
		uint32_t	next;
		uint32_t	c;
		Mark		mark;

		if (document->passages[document->paragraphs[i].passage].kind !=
			document->passages[document->paragraphs[paragraph].passage].kind)
			continue;
		c = nd_decode(text, within.start, &next);
		if (read_mark(text, within, within.start, c, next, &mark) && mark.can_open)
			return mark.paired_by;
		return N_PAIRS;
	}
	return N_PAIRS;
}

/* Ends what is still open at the end of the paragraph. */
static void
end_paragraph(Finder *finder, uint32_t paragraph, NdSpan within)
{
	NdDocument *document = finder->document;
	uint32_t	reopened = finder->n_open > 0 ? next_opening(document, paragraph) : N_PAIRS;

	while (finder->n_open > 0)
	{
		NdQuotation *quotation = &document->quotations[finder->open[finder->n_open - 1]];

		quotation->continues = reopened != N_PAIRS && finder->n_open == 1 &&
			mark_of(reopened) == quotation->mark;
		leave_open(finder, quotation->continues ? within.end :
				   sentence_end(document->text, quotation->inside.start, within.end));
	}
}

/* Lifts quotations out of one that ended before them. */
static void
settle(NdDocument *document, uint32_t first)
{
	for (uint32_t i = first; i < document->n_quotations; i++)
	{
		NdQuotation *quotation = &document->quotations[i];

		while (quotation->outer != ND_NONE)
		{
			const NdQuotation *outer = &document->quotations[quotation->outer];

			if (nd_span_contains(outer->at, quotation->at))
				break;
			quotation->outer = outer->outer;
		}
	}
}

static bool
read_paragraph(Finder *finder, uint32_t number)
{
	NdDocument *document = finder->document;
	NdParagraph *paragraph = &document->paragraphs[number];

	paragraph->first_quotation = document->n_quotations;
	if (!read_marks(finder, paragraph->at))
		return false;
	judge_apostrophes(finder, paragraph->at);
	if (!nd_poll(finder->arena->context) || !pair_marks(finder))
		return false;
	end_paragraph(finder, number, paragraph->at);
	settle(document, paragraph->first_quotation);
	paragraph->quotations = document->n_quotations - paragraph->first_quotation;
	return true;
}

/* Whether the last quotation of a paragraph waits for its next part. */
static bool
is_continuing(const NdDocument *document, const NdParagraph *paragraph)
{
	for (uint32_t i = 0; i < paragraph->quotations; i++)
		if (document->quotations[paragraph->first_quotation + i].continues)
			return true;
	return false;
}

/* The first quotation of the paragraph, where it begins the paragraph. */
static NdQuotation *
opening_quotation(NdDocument *document, const NdParagraph *paragraph)
{
	NdQuotation *quotation;

	if (paragraph->quotations == 0)
		return NULL;
	quotation = &document->quotations[paragraph->first_quotation];
	return quotation->at.start == paragraph->at.start ? quotation : NULL;
}

bool
nd_find_quotations(NdArena *arena, NdDocument *document)
{
	Finder		finder = {.arena = arena,.document = document};
	bool		waiting[ND_BOILERPLATE + 1] = {false};	/* by kind of passage */

	document->quotations = NULL;
	document->n_quotations = 0;
	for (uint32_t i = 0; i < document->n_paragraphs; i++)
	{
		const NdParagraph *paragraph = &document->paragraphs[i];
		NdPassageKind kind = document->passages[paragraph->passage].kind;
		NdQuotation *first;

		if (!read_paragraph(&finder, i))
			return false;
		first = opening_quotation(document, paragraph);
		if (first && waiting[kind])
			first->continued = true;
		waiting[kind] = is_continuing(document, paragraph);
	}
	return true;
}
