/*
 * boundary.c
 *		Whether a sentence ends at a full stop, question or exclamation mark.
 */
#include "text/boundary.h"

#include "text/abbreviation.h"
#include "text/mark.h"
#include "text/plain_word.h"

#define LONGEST_LOOK	64u		/* bytes of the words around that are read */
#define MOST_CLOSERS	16		/* of a sentence */
#define MOST_STOPS		32u		/* with spaces between them */
#define SHORT_OPENING	3		/* words before a.m. that are no sentence */

/* The run of marks and what closes after it. */
typedef struct Run
{
	uint32_t	start;
	uint32_t	end;			/* of the marks themselves */
	uint32_t	closed;			/* after closing quotes and brackets */
	uint32_t	stops;			/* full stops in it; an ellipsis counts as three */
	uint32_t	first_stop_end;
	bool		spaced;			/* full stops with spaces between them */
	bool		strong;			/* ? or ! */
	bool		quote;			/* a closing quotation mark follows */
	bool		bracket;		/* a closing bracket follows */
} Run;

/* The beginning of what follows. */
typedef struct Next
{
	uint32_t	at;				/* its first letter or digit, or what stands there */
	uint32_t	first;			/* that character */
	bool		space;			/* white space before it */
	bool		opened;			/* by a quotation mark or bracket */
	bool		quoted;			/* by a quotation mark */
	bool		none;			/* nothing more in the paragraph */
} Next;

static uint32_t
peek(NdText text, uint32_t end, uint32_t at, uint32_t *next)
{
	if (at >= end)
	{
		*next = at;
		return ' ';
	}
	return nd_decode(text, at, next);
}

/* Takes the marks in: "?!", "...", ". . .". */
static void
read_marks(NdText text, uint32_t end, uint32_t at, Run *run)
{
	uint32_t	next;
	uint32_t	after;

	run->start = at;
	run->end = at;
	for (;;)
	{
		uint32_t	c = peek(text, end, at, &next);

		if (c == ' ' && at < end && !run->strong && run->stops > 0 && run->stops < MOST_STOPS &&
			peek(text, end, next, &after) == '.' &&
			!nd_is_word(peek(text, end, after, &after)))
		{
			run->spaced = true;
			at = next;
			continue;
		}
		if (at >= end || !nd_is_terminator(c))
			break;
		if (c == '.')
			run->stops++;
		else if (c == 0x2026)
			run->stops += 3;
		else
			run->strong = true;
		if (run->start == at)
			run->first_stop_end = next;
		at = run->end = next;
	}
}

/* A note's number in square brackets, as [12], a space before it or not. */
static uint32_t
skip_note(NdText text, uint32_t end, uint32_t at)
{
	uint32_t	start = at;

	if (at < end && text.bytes[at] == ' ')
		at++;
	if (at >= end || text.bytes[at] != '[')
		return start;
	for (at++; at < end && at - start < 6; at++)
		if (text.bytes[at] == ']')
			return nd_is_digit((unsigned char) text.bytes[at - 1]) ? at + 1 : start;
		else if (!nd_is_digit((unsigned char) text.bytes[at]))
			break;
	return start;
}

/* Takes closing quotation marks, brackets and notes in. */
static void
read_closers(NdText text, uint32_t end, Run *run)
{
	uint32_t	at = run->end;

	for (int closers = 0; closers < MOST_CLOSERS; closers++)
	{
		uint32_t	next;
		uint32_t	after;
		uint32_t	c = peek(text, end, at, &next);
		uint32_t	note = skip_note(text, end, at);

		if (at >= end)
			break;
		if (note > at)
			next = note;
		else if (nd_is_closing_bracket(c))
			run->bracket = true;
		else if (c == 0x201D || c == 0xBB || c == 0x203A || c == '"' ||
				 (c == 0x201C && !nd_is_word(peek(text, end, next, &after))) ||
				 (nd_is_apostrophe(c) && c != 0x2018 &&
				  !nd_is_word(peek(text, end, next, &after))))
			run->quote = true;
		else
			break;
		at = next;
	}
	run->closed = at;
}

static Next
read_next(NdText text, uint32_t end, uint32_t at)
{
	Next		found = {.at = at};
	uint32_t	next;
	uint32_t	limit = end - at > LONGEST_LOOK ? at + LONGEST_LOOK : end;

	while (at < end && nd_is_space(nd_decode(text, at, &next)))
	{
		found.space = true;
		at = next;
	}
	if (at >= end)
	{
		found.none = true;
		found.at = at;
		found.first = ' ';
		return found;
	}
	if (limit < at)
		limit = end - at > LONGEST_LOOK ? at + LONGEST_LOOK : end;
	found.first = nd_decode(text, at, &next);
	while (at < limit && (nd_is_quote(found.first) || nd_is_opening_bracket(found.first)))
	{
		found.opened = true;
		found.quoted = found.quoted || nd_is_quote(found.first);
		at = next;
		found.first = peek(text, limit, at, &next);
	}
	found.at = at;
	return found;
}

/* Whether the word that begins at `at` is in a list. */
static bool
in_list(const NdLexicon *list, NdText text, uint32_t end, uint32_t at)
{
	uint32_t	stop = at;
	uint32_t	next;

	while (stop < end && stop - at <= list->longest &&
		   nd_is_letter(nd_decode(text, stop, &next)))
		stop = next;
	return nd_in_list(list, text, at, stop);
}

/* The word I, a capital that says nothing of where it stands. */
static bool
is_i(NdText text, uint32_t end, uint32_t at)
{
	uint32_t	next;

	return at < end && text.bytes[at] == 'I' && !nd_is_word(peek(text, end, at + 1, &next)) &&
		peek(text, end, at + 1, &next) != '.';
}

/* "?" Miller asked: up to three capitalised words, then a verb of saying. */
static bool
speaker_follows(NdText text, uint32_t end, const Next *following)
{
	uint32_t	at = following->at;

	if (!is_i(text, end, at) && in_list(&nd_lexicon_sentence_starters, text, end, at))
		return false;
	for (int words = 0; words < 4 && at < end; words++)
	{
		uint32_t	next;
		uint32_t	c = nd_decode(text, at, &next);
		uint32_t	start = at;

		if (words > 0 && in_list(&nd_lexicon_speech_verbs, text, end, at))
			return true;
		if (!nd_is_upper(c))
			return false;
		while (at < end && at - start < LONGEST_LOOK && !nd_is_space(nd_decode(text, at, &next)))
			at = next;
		if (at >= end || nd_is_terminator((unsigned char) text.bytes[at - 1]))
			return false;
		at++;
	}
	return false;
}

/* Whether at most `most` words stand between two bytes. */
static bool
few_words(NdText text, uint32_t from, uint32_t to, int most)
{
	int			words = 1;

	if (to - from > LONGEST_LOOK)
		return false;
	for (uint32_t at = from; at < to; at++)
		words += text.bytes[at] == ' ';
	return words <= most;
}

/* After an abbreviation, before a capital or a digit. */
static bool
ends_after_abbreviation(NdText text, NdSpan sentence, const Run *run,
						const Next *following, NdAbbreviation class, uint32_t word)
{
	bool		digit = nd_is_digit(following->first);
	bool		starter = in_list(&nd_lexicon_sentence_starters, text, sentence.end,
								  following->at);

	switch (class)
	{
		case ND_ABBREVIATION_NUMBER:
			return !digit;
		case ND_ABBREVIATION_INNER:
		case ND_ABBREVIATION_TITLE:
			return false;
		case ND_ABBREVIATION_TIME:
			return !digit && !few_words(text, sentence.start, word, SHORT_OPENING);
		case ND_ABBREVIATION_LAST:
			return true;
		case ND_ABBREVIATION_INITIAL:
			/* "you and I." but "Albert I. Jones", "A. The first" */
			return starter && word > sentence.start;
		default:
			return starter || (following->quoted && run->closed == run->end && !digit);
	}
}

/* The character before the run. */
static uint32_t
character_before(NdText text, NdSpan sentence, uint32_t at)
{
	uint32_t	previous;

	return at > sentence.start ? nd_decode_before(text, at, &previous) : ' ';
}

/* Whether nothing around looks like an address or the name of a file. */
static bool
in_plain_text(NdText text, NdSpan sentence, uint32_t stop, uint32_t after)
{
	uint32_t	start = stop;

	while (start > sentence.start && stop - start < LONGEST_LOOK &&
		   !nd_is_space((unsigned char) text.bytes[start - 1]))
		start--;
	for (uint32_t at = start; at < sentence.end && at - after != LONGEST_LOOK; at++)
	{
		unsigned char c = (unsigned char) text.bytes[at];

		if (nd_is_space(c))
			break;
		if (c == '@' || c == '/' || c == '_' || c == '=' || c == '\\')
			return false;
	}
	return true;
}

/*
 * No white space after the run: "unresolved.The", "1,000.That" against
 * "example.Com" and "e.V".
 */
static bool
ends_without_space(NdText text, NdSpan sentence, const Run *run, const Next *following)
{
	uint32_t	before = character_before(text, sentence, run->start);
	uint32_t	next;
	uint32_t	word;

	if (nd_is_space(before))
		return false;
	(void) nd_decode(text, following->at, &next);
	if (run->strong && !run->quote && !run->bracket && nd_is_lower(following->first))
		return in_plain_text(text, sentence, run->start, following->at);
	if (!nd_is_upper(following->first) ||
		!(nd_is_lower(peek(text, sentence.end, next, &word)) ||
		  nd_is_space(peek(text, sentence.end, next, &word))))
		return false;
	if (run->strong || run->quote || run->bracket || run->stops > 1)
		return true;
	if (nd_abbreviation(text, sentence.start, run->start, &word) != ND_NO_ABBREVIATION)
		return false;
	if (!in_plain_text(text, sentence, run->start, following->at))
		return false;
	return nd_is_digit(before) || (nd_is_lower(before) && run->start - word >= 2);
}

/* A single full stop, white space, and a lower-case word. */
static bool
ends_before_lower(NdText text, NdSpan sentence, const Run *run)
{
	uint32_t	word;

	if (run->closed != run->end)
		return false;
	return nd_abbreviation(text, sentence.start, run->start, &word) == ND_NO_ABBREVIATION &&
		run->start - word >= 2;
}

/* One mark after a capitalised word may be part of a name, as Yahoo! */
static bool
follows_name(NdText text, NdSpan sentence, const Run *run)
{
	uint32_t	word = run->start;
	uint32_t	previous;

	if (text.bytes[run->start] != '!' || run->end - run->start > 1)
		return false;
	while (word > sentence.start && run->start - word < LONGEST_LOOK &&
		   nd_is_word(nd_decode_before(text, word, &previous)))
		word = previous;
	return word > sentence.start && nd_is_upper(nd_decode(text, word, &previous));
}

/* Whether a letter or digit stands between; looks a few bytes far. */
static bool
word_between(NdText text, uint32_t from, uint32_t to)
{
	uint32_t	next;

	for (uint32_t at = from; at < to; at = next)
		if (at - from > 8 || nd_is_word(nd_decode(text, at, &next)))
			return true;
	return false;
}

/* "as follows: 1." */
static bool
numbers_item(NdText text, uint32_t from, uint32_t stop)
{
	uint32_t	at = stop;

	while (at > from && stop - at < 2 && nd_is_digit((unsigned char) text.bytes[at - 1]))
		at--;
	return at < stop && at > from + 1 && text.bytes[at - 1] == ' ' && text.bytes[at - 2] == ':';
}

static bool
ends_after_ellipsis(NdText text, NdSpan sentence, const Run *run, const Next *following)
{
	if (run->bracket)
		return nd_is_upper(following->first) && !following->opened;
	if (run->stops > 3)
		return true;
	return nd_is_upper(following->first) &&
		!(run->spaced && is_i(text, sentence.end, following->at));
}

static bool
ends_at(NdText text, NdSpan sentence, const Run *run, const Next *following)
{
	uint32_t	first = following->first;
	uint32_t	word;
	NdAbbreviation class;

	if (!word_between(text, sentence.start, run->start))
		return false;
	if (!following->space)
		return ends_without_space(text, sentence, run, following);
	if (nd_is_lower(first))
	{
		if (run->quote || run->bracket || following->quoted)
			return false;
		if (run->strong)
			return !follows_name(text, sentence, run);
		return run->stops == 1 && ends_before_lower(text, sentence, run);
	}
	if (first == ',' || first == ';' || first == ':')
		return false;
	if (run->strong)
		return !(run->quote && speaker_follows(text, sentence.end, following));
	if (run->stops > 1)
		return ends_after_ellipsis(text, sentence, run, following);
	class = nd_abbreviation(text, sentence.start, run->start, &word);
	if (class != ND_NO_ABBREVIATION && !run->bracket && !run->quote)
		return ends_after_abbreviation(text, sentence, run, following, class, word);
	if (nd_is_digit(first))
	{
		uint32_t	before = character_before(text, sentence, run->start);

		return nd_is_word(before) || run->quote || run->bracket;
	}
	if (numbers_item(text, sentence.start, run->start))
		return false;
	return !nd_is_dash(first) || !run->quote;
}

NdBoundary
nd_judge_boundary(NdText text, NdSpan sentence, uint32_t at)
{
	NdBoundary	boundary = {.ends = true};
	Run			run = {0};
	Next		following;

	read_marks(text, sentence.end, at, &run);
	read_closers(text, sentence.end, &run);
	boundary.end = boundary.resume = run.closed;
	following = read_next(text, sentence.end, run.closed);
	if (following.none)
		return boundary;
	boundary.ends = ends_at(text, sentence, &run, &following);
	/* "compounds. . . . The": a full stop, then an ellipsis */
	if (boundary.ends && run.spaced && run.closed == run.end && run.stops > 3 &&
		nd_is_word(character_before(text, sentence, run.start)))
		boundary.end = run.first_stop_end;
	return boundary;
}
