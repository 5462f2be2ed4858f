/*
 * highlight.c
 *		An article as a fragment of HTML in which claims and figures are marked.
 *
 * Contents hold other claims and figures, and may overlap them, which elements
 * of HTML must not. So the text is cut wherever a mark begins or ends; before
 * each cut piece, elements are closed and opened as need be.
 */
#include "digest/highlight.h"

#include "digest/kept.h"
#include "text/line.h"

#include <stdlib.h>
#include <string.h>

#define MOST_OPEN		16		/* marks around a word: more are left out, so that
								 * what hostile findings ask for stays linear */
#define LONGEST_KEY		256		/* bytes of a source's key that are shown, likewise */
#define CHARACTERS_PER_POLL	65536
#define MOST_BYTES		UINT32_C(0x3FFFFFFF)

/* Of marks that begin and end together the first one is outside. */
typedef enum MarkKind
{
	MARK_CONTENT,
	MARK_SOURCE,
	MARK_CUE,
	MARK_TOLL
} MarkKind;

typedef struct Mark
{
	NdSpan		at;				/* bytes of the body */
	MarkKind	kind;
	uint32_t	record;			/* claim or toll */
} Mark;

typedef struct Painter
{
	NdArena    *arena;
	NdText		body;
	const NdFindings *findings;
	uint32_t   *starts;			/* of excerpts in the body; ND_NONE */
	Mark	   *marks;
	uint32_t	n_marks;
	uint32_t	room;
	uint32_t	next;			/* mark to come */

	/* marks around the byte at hand, and those of them whose tags are open */
	uint32_t	around[MOST_OPEN];
	uint32_t	n_around;
	uint32_t	open[MOST_OPEN];
	uint32_t	n_open;

	char	   *out;
	uint32_t	out_used;
	uint32_t	out_room;
	uint32_t	written;		/* characters of texts */
	bool		failed;
} Painter;

/*
 * Where marks stand
 */

static bool
stands_at(NdText body, uint32_t byte, NdText words)
{
	return words.length <= body.length - byte &&
		memcmp(body.bytes + byte, words.bytes, words.length) == 0;
}

/* Finds the byte of each excerpt, if the body has its words there. */
static bool
locate(Painter *painter)
{
	const NdKept *kept = &painter->findings->body;
	NdText		body = painter->body;
	uint32_t	place = 0;
	uint32_t	byte = 0;

	painter->starts = nd_alloc_array(painter->arena, kept->n_excerpts, sizeof(uint32_t));
	for (uint32_t i = 0; i < kept->n_excerpts && painter->starts; i++)
	{
		if (kept->counts_bytes)
			byte = kept->excerpts[i].place < body.length ? kept->excerpts[i].place : body.length;
		for (; !kept->counts_bytes && place < kept->excerpts[i].place && byte < body.length; place++)
			(void) nd_decode(body, byte, &byte);
		painter->starts[i] = ND_NONE;
		if ((kept->counts_bytes || place == kept->excerpts[i].place) &&
			stands_at(body, byte, nd_kept_words(kept, nd_excerpt_span(kept, i))))
			painter->starts[i] = byte;
	}
	return painter->starts != NULL;
}

static bool
add_mark(Painter *painter, NdSpan at, MarkKind kind, uint32_t record)
{
	const NdKept *kept = &painter->findings->body;
	uint32_t	excerpt = nd_excerpt_at(kept, at.start);
	uint32_t	start = painter->starts[excerpt];
	uint32_t	way = start - kept->excerpts[excerpt].start;

	if (start == ND_NONE)
		return true;
	at.start += way;
	at.end += way;
	/* the body can go on with a character of which only a part was kept */
	if (nd_parts_character(painter->body, at.end))
		return true;
	if (!nd_reserve(painter->arena, &painter->marks, &painter->room, painter->n_marks + 1,
					sizeof(Mark)))
		return false;
	painter->marks[painter->n_marks++] = (Mark) {at, kind, record};
	return true;
}

static bool
add_pieces(Painter *painter, NdPieces pieces, MarkKind kind, uint32_t record)
{
	for (uint32_t i = 0; i < pieces.count; i++)
		if (!add_mark(painter, pieces.spans[i], kind, record))
			return false;
	return true;
}

static int
outer_first(const void *left, const void *right)
{
	const Mark *a = left;
	const Mark *b = right;

	if (a->at.start != b->at.start)
		return a->at.start < b->at.start ? -1 : 1;
	if (a->at.end != b->at.end)
		return a->at.end > b->at.end ? -1 : 1;
	if (a->kind != b->kind)
		return a->kind < b->kind ? -1 : 1;
	return a->record == b->record ? 0 : a->record < b->record ? -1 : 1;
}

static bool
find_marks(Painter *painter)
{
	const NdFindings *findings = painter->findings;

	if (!locate(painter))
		return false;
	for (uint32_t i = 0; i < findings->n_claims; i++)
	{
		const NdFoundClaim *claim = &findings->claims[i];

		if (!claim->in_title && !(add_pieces(painter, claim->source_at, MARK_SOURCE, i) &&
								  add_pieces(painter, claim->cue, MARK_CUE, i) &&
								  add_pieces(painter, claim->content, MARK_CONTENT, i)))
			return false;
	}
	for (uint32_t i = 0; i < findings->n_tolls; i++)
		if (!findings->tolls[i].in_title &&
			!add_mark(painter, findings->tolls[i].at, MARK_TOLL, i))
			return false;
	if (painter->n_marks > 0)
		qsort(painter->marks, painter->n_marks, sizeof(Mark), outer_first);
	return true;
}

/*
 * HTML
 */

static void
put_bytes(Painter *painter, const char *bytes, uint32_t length)
{
	if (painter->failed || length == 0)
		return;
	if (length > MOST_BYTES - painter->out_used)
		painter->failed = !nd_fail(painter->arena->context, ND_LIMIT, 0, "HTML is too long");
	else
		painter->failed = !nd_reserve(painter->arena, &painter->out, &painter->out_room,
									  painter->out_used + length, 1);
	if (painter->failed)
		return;
	memcpy(painter->out + painter->out_used, bytes, length);
	painter->out_used += length;
}

static void
put(Painter *painter, const char *string)
{
	put_bytes(painter, string, (uint32_t) strlen(string));
}

/* What stands for a character that HTML does not take as it is, or NULL. */
static const char *
escape_of(uint32_t character)
{
	switch (character)
	{
		case '&':
			return "&amp;";
		case '<':
			return "&lt;";
		case '>':
			return "&gt;";
		case '"':
			return "&quot;";
		case '\'':
			return "&#39;";
		case '\t':
		case '\n':
		case '\r':
			return NULL;
	}
	return character < ' ' || character == 0x7F || character == ND_ILL_FORMED ||
		(character & 0xFFFE) == 0xFFFE ? "&#xFFFD;" : NULL;
}

static void
put_text(Painter *painter, NdText text)
{
	uint32_t	done = 0;
	uint32_t	next;

	for (uint32_t at = 0; at < text.length && !painter->failed; at = next)
	{
		const char *escape = escape_of(nd_decode(text, at, &next));

		if (++painter->written % CHARACTERS_PER_POLL == 0)
			painter->failed = !nd_poll(painter->arena->context);
		if (escape == NULL)
			continue;
		put_bytes(painter, text.bytes + done, at - done);
		put(painter, escape);
		done = next;
	}
	put_bytes(painter, text.bytes + done, text.length - done);
}

static void
put_attribute(Painter *painter, const char *name, NdText value)
{
	put(painter, " data-");
	put(painter, name);
	put(painter, "=\"");
	put_text(painter, value);
	put(painter, "\"");
}

static void
put_word(Painter *painter, const char *name, const char *value)
{
	put_attribute(painter, name, (NdText) {value, (uint32_t) strlen(value)});
}

static void
put_number(Painter *painter, const char *name, int64_t number)
{
	char		digits[20];
	uint32_t	at = sizeof(digits);

	do
	{
		digits[--at] = (char) ('0' + number % 10);
		number /= 10;
	} while (number > 0);
	put_attribute(painter, name, (NdText) {digits + at, (uint32_t) sizeof(digits) - at});
}

static void
open_claim(Painter *painter, const NdFoundClaim *claim, MarkKind kind)
{
	static const char *const classes[] = {
		[MARK_CONTENT] = "nd-content", [MARK_SOURCE] = "nd-source", [MARK_CUE] = "nd-cue"
	};

	put(painter, "<span class=\"nd-claim ");
	put(painter, classes[kind]);
	put(painter, "\"");
	put_number(painter, "claim", claim->number);
	if (claim->source != ND_NONE)
	{
		const NdFoundSource *source = &painter->findings->sources[claim->source];

		if (source->key.length <= LONGEST_KEY)
			put_attribute(painter, "source", source->key);
		put_word(painter, "source-kind", nd_source_kind_name(source->kind));
	}
	put_word(painter, "stance", nd_stance_name(claim->manner.stance));
	if (claim->manner.negated)
		put_word(painter, "negated", "true");
	if (claim->manner.denies)
		put_word(painter, "denies", "true");
	put(painter, ">");
}

static void
open_toll(Painter *painter, const NdFoundToll *toll)
{
	char		text[ND_TOLL_TEXT];

	(void) nd_toll_print(&toll->value, text);
	put(painter, "<span class=\"nd-toll\"");
	put_number(painter, "toll", toll->number);
	put_word(painter, "kind", nd_toll_kind_name(toll->value.kind));
	if (toll->value.low != ND_NO_BOUND)
		put_number(painter, "low", toll->value.low);
	if (toll->value.high != ND_NO_BOUND)
		put_number(painter, "high", toll->value.high);
	put_word(painter, "hedge", nd_hedge_name(toll->value.hedge));
	put_word(painter, "text", text);
	if (toll->claim > 0)
		put_number(painter, "claim", toll->claim);
	if (toll->negated)
		put_word(painter, "negated", "true");
	put(painter, ">");
}

static void
open_mark(Painter *painter, const Mark *mark)
{
	if (mark->kind == MARK_TOLL)
		open_toll(painter, &painter->findings->tolls[mark->record]);
	else
		open_claim(painter, &painter->findings->claims[mark->record], mark->kind);
}

static void
close_to(Painter *painter, uint32_t n_open)
{
	for (; painter->n_open > n_open; painter->n_open--)
		put(painter, "</span>");
}

/* Makes the open elements those of the marks around the byte at hand. */
static void
change_elements(Painter *painter)
{
	uint32_t	same = 0;

	while (same < painter->n_open && same < painter->n_around &&
		   painter->open[same] == painter->around[same])
		same++;
	close_to(painter, same);
	while (painter->n_open < painter->n_around)
	{
		uint32_t	mark = painter->around[painter->n_open];

		open_mark(painter, &painter->marks[mark]);
		painter->open[painter->n_open++] = mark;
	}
}

/*
 * The text
 */

/* Lets marks end and begin at a byte; returns the byte of the next change. */
static uint32_t
change_marks(Painter *painter, uint32_t at, uint32_t end)
{
	const Mark *marks = painter->marks;
	uint32_t	left = 0;

	for (uint32_t i = 0; i < painter->n_around; i++)
		if (marks[painter->around[i]].at.end > at)
			painter->around[left++] = painter->around[i];
	painter->n_around = left;
	for (; painter->next < painter->n_marks && marks[painter->next].at.start <= at; painter->next++)
		if (painter->n_around < MOST_OPEN && marks[painter->next].at.end > at)
			painter->around[painter->n_around++] = painter->next;
	for (uint32_t i = 0; i < painter->n_around; i++)
		if (marks[painter->around[i]].at.end < end)
			end = marks[painter->around[i]].at.end;
	if (painter->next < painter->n_marks && marks[painter->next].at.start < end)
		end = marks[painter->next].at.start;
	return end;
}

static void
paint_paragraph(Painter *painter, NdSpan paragraph)
{
	uint32_t	next;

	put(painter, "<p>");
	for (uint32_t at = paragraph.start; at < paragraph.end && !painter->failed; at = next)
	{
		next = change_marks(painter, at, paragraph.end);
		change_elements(painter);
		put_text(painter, (NdText) {painter->body.bytes + at, next - at});
	}
	close_to(painter, 0);
	put(painter, "</p>\n");
}

bool
nd_highlight(NdArena *arena, NdText body, const NdFindings *findings, NdText *html)
{
	Painter		painter = {.arena = arena, .body = body, .findings = findings};
	NdLine	   *lines;
	uint32_t	n_lines;

	if (!nd_read_lines(arena, body, &lines, &n_lines) || !find_marks(&painter))
		return false;
	for (uint32_t i = 0; i < n_lines && !painter.failed; i++)
		paint_paragraph(&painter, lines[i].at);
	*html = (NdText) {painter.out, painter.out_used};
	return !painter.failed;
}
