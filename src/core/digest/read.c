/*
 * read.c
 *		Findings from bytes, of which nothing is believed. The layout stands at
 *		the head of write.c.
 */
#include "digest/cursor.h"

#include "digest/kept.h"

#include <string.h>

/* The fewest bytes of a record: no more are made than the bytes allow. */
#define LEAST_EXCERPT	1
#define LEAST_SOURCE	4
#define LEAST_CLAIM		5
#define LEAST_TOLL		8
#define LEAST_PIECE		2

typedef struct Reader
{
	NdArena    *arena;
	NdCursor	in;
	bool		one_claim;
	NdFindings *findings;

	/* of the record that is read */
	const NdKept *kept;
	uint32_t	byte;			/* what ways begin at */
	uint32_t	sentence;
	uint32_t	number;
	uint32_t	place;
	int32_t		day;
} Reader;

/*
 * Kept words
 */

static void
get_excerpts(Reader *reader, NdKept *kept)
{
	uint32_t	place = 0;
	uint32_t	start = 0;

	kept->n_excerpts = nd_get_count(&reader->in, LEAST_EXCERPT);
	kept->excerpts = nd_cursor_room(&reader->in, kept->n_excerpts, sizeof(NdExcerpt));
	if ((kept->n_excerpts == 0) != (kept->text.length == 0))
		nd_damaged(&reader->in, "words and excerpts do not agree");
	for (uint32_t i = 0; i < kept->n_excerpts && !reader->in.failed; i++)
	{
		NdExcerpt  *excerpt = &kept->excerpts[i];
		uint32_t	end = kept->text.length;

		excerpt->start = start;
		excerpt->place = place + nd_get_small(&reader->in, ND_MOST_OF_ALL - place);
		if (i > 0 && excerpt->place == place)
			nd_damaged(&reader->in, "excerpts touch each other");
		if (i + 1 < kept->n_excerpts)
			end = start + nd_get_small(&reader->in, end - start);
		if (end == start || (end == kept->text.length && i + 1 < kept->n_excerpts))
			nd_damaged(&reader->in, "an excerpt is empty");
		else if (!nd_begins_character(kept->text, start))
			nd_damaged(&reader->in, "a character is cut");
		place = nd_kept_count(kept, end) - nd_kept_count(kept, start);
		if (place > ND_MOST_OF_ALL - excerpt->place)
			nd_damaged(&reader->in, "an excerpt is out of reach");
		place += excerpt->place;
		start = end;
	}
}

static void
get_names(Reader *reader, NdKept *kept)
{
	uint32_t	room = 0;
	unsigned	bits = 0;
	unsigned	n_bits = 0;

	for (uint32_t i = 0; i < kept->n_excerpts && !reader->in.failed; i++)
	{
		NdSpan		at = nd_excerpt_span(kept, i);
		uint32_t	end = 0;
		NdSpan		word;

		while (nd_next_capital(nd_kept_words(kept, at), &end, &word) && !reader->in.failed)
		{
			if (n_bits == 0)
				bits = nd_get_byte(&reader->in);
			n_bits = (n_bits + 1) % 8;
			if (bits & 1)
			{
				reader->in.failed |= !nd_reserve(reader->arena, &kept->names, &room,
											  kept->n_names + 1, sizeof(NdSpan));
				if (!reader->in.failed)
					kept->names[kept->n_names++] =
						(NdSpan) {at.start + word.start, at.start + word.end};
			}
			bits >>= 1;
		}
	}
	if (bits != 0 && n_bits != 0)
		nd_damaged(&reader->in, "there are more names than words");
}

static void
get_kept(Reader *reader, NdKept *kept)
{
	kept->text = nd_get_text(&reader->in);
	reader->in.failed = reader->in.failed ||
		!nd_characters_init(reader->arena, kept->text, &kept->characters);
	get_excerpts(reader, kept);
	get_names(reader, kept);
}

/*
 * Sources
 */

/* Words that stand in a kept text. */
static NdText
get_mention(Reader *reader, const NdKept *kept)
{
	NdSpan		at;

	at.start = (uint32_t) nd_get_way(&reader->in, reader->byte, 0, kept->text.length);
	at.end = at.start + nd_get_small(&reader->in, kept->text.length - at.start);
	reader->byte = at.start;
	if (nd_span_empty(at))
		nd_damaged(&reader->in, "a text is missing");
	return nd_kept_words(kept, at);
}

static void
get_source(Reader *reader, NdFoundSource *source)
{
	unsigned	flags = nd_get_byte(&reader->in);
	const NdKept *kept = nd_kept_of(reader->findings, !(flags & ND_SOURCE_IN_BODY));

	source->kind = (NdSourceKind) (flags & ND_SOURCE_KIND_BITS);
	if (source->kind > ND_SOURCE_DOCUMENT)
		nd_damaged(&reader->in, "there is no such source");
	source->name = flags & ND_SOURCE_NAME_KEPT ? get_mention(reader, kept) : nd_get_words(&reader->in);
	if (flags & ND_SOURCE_OWN_KEY)
		source->key = nd_get_words(&reader->in);
	else
	{
		char	   *key = nd_cursor_room(&reader->in, source->name.length, 1);

		if (reader->in.failed)
			return;
		source->key = (NdText) {key, nd_fold_name(source->name, key)};
	}
	if (flags & ND_SOURCE_HAS_ROLE)
		source->role = flags & ND_SOURCE_ROLE_KEPT ? get_mention(reader, kept) : nd_get_words(&reader->in);
	else if (flags & ND_SOURCE_ROLE_KEPT)
		nd_damaged(&reader->in, "there is no role");
	if (flags & ND_SOURCE_IN_BODY)
	{
		source->first_at.start = (uint32_t) nd_get_way(&reader->in, reader->place, 0, ND_MOST_OF_ALL - 1);
		source->first_at.end = source->first_at.start + 1 +
			nd_get_small(&reader->in, ND_MOST_OF_ALL - 1 - source->first_at.start);
		reader->place = source->first_at.start;
	}
	source->mentions = nd_get_small(&reader->in, ND_MOST_OF_ALL);
}

static void
get_sources(Reader *reader)
{
	NdFindings *findings = reader->findings;

	findings->n_sources = nd_get_count(&reader->in, LEAST_SOURCE);
	findings->sources = nd_cursor_room(&reader->in, findings->n_sources, sizeof(NdFoundSource));
	for (uint32_t i = 0; i < findings->n_sources && !reader->in.failed; i++)
		get_source(reader, &findings->sources[i]);
}

/*
 * Claims
 */

typedef struct Standing
{
	uint16_t	confidence;
	NdPassageKind passage;
	uint32_t	sentence;
} Standing;

static Standing
get_standing(Reader *reader)
{
	unsigned	low = nd_get_byte(&reader->in);
	unsigned	bits = low | nd_get_byte(&reader->in) << 8;
	unsigned	way = bits >> ND_SENTENCE_SHIFT;
	Standing	standing;

	standing.confidence = bits & ND_CONFIDENCE_BITS;
	standing.passage = (NdPassageKind) (bits >> ND_PASSAGE_SHIFT & ND_PASSAGE_BITS);
	if (standing.confidence > 1000)
		nd_damaged(&reader->in, "there is no such confidence");
	if (way == ND_FAR_SENTENCE)
		reader->sentence = (uint32_t) nd_get_way(&reader->in, reader->sentence, 1, ND_MOST_OF_ALL);
	else if (way > ND_MOST_OF_ALL - reader->sentence)
		nd_damaged(&reader->in, "a sentence is out of reach");
	else
		reader->sentence += way;
	standing.sentence = reader->sentence;
	return standing;
}

static int32_t
get_day(Reader *reader)
{
	reader->day = (int32_t) nd_get_way(&reader->in, reader->day, ND_FIRST_DAY, ND_LAST_DAY);
	return reader->day;
}

/* A span of the kept text that begins at a byte and stays in its excerpt. */
static NdSpan
get_span(Reader *reader, uint32_t start)
{
	NdSpan		at = {start, start};
	NdSpan		excerpt;

	if (!reader->in.failed && start >= reader->kept->text.length)
		nd_damaged(&reader->in, "words are out of reach");
	if (reader->in.failed)
		return at;
	excerpt = nd_excerpt_span(reader->kept, nd_excerpt_at(reader->kept, start));
	at.end = start + 1 + nd_get_small(&reader->in, excerpt.end - start - 1);
	if (!nd_begins_character(reader->kept->text, start) ||
		nd_parts_character(reader->kept->text, at.end))
		nd_damaged(&reader->in, "a character is cut");
	return at;
}

/* One role after the other uses the spans of the claim, in text order. */
static void
share_spans(const NdSpan *spans, const uint8_t *roles, uint32_t count, NdSpan *shared,
			NdFoundClaim *claim)
{
	NdPieces   *pieces[ND_PIECE_ROLES] = {&claim->source_at, &claim->cue, &claim->content};
	uint32_t	used = 0;

	for (unsigned role = 0; role < ND_PIECE_ROLES; role++)
	{
		pieces[role]->spans = shared + used;
		for (uint32_t i = 0; i < count; i++)
			if (roles[i] == role)
				shared[used++] = spans[i];
		pieces[role]->count = (uint32_t) (shared + used - pieces[role]->spans);
	}
}

static void
get_pieces(Reader *reader, uint32_t count, NdFoundClaim *claim)
{
	NdMark		mark;
	NdSpan	   *shared = nd_cursor_room(&reader->in, count, sizeof(NdSpan));
	NdSpan	   *spans;
	uint8_t    *roles;
	uint32_t	ends[ND_PIECE_ROLES] = {0};
	uint32_t	start = 0;

	mark = nd_arena_mark(reader->arena);
	spans = nd_cursor_room(&reader->in, count, sizeof(NdSpan));
	roles = nd_cursor_room(&reader->in, count, sizeof(uint8_t));
	for (uint32_t i = 0; i < count && !reader->in.failed; i++)
	{
		uint64_t	bits = nd_get_number(&reader->in, UINT64_C(1) << 36);
		int64_t		begin = (int64_t) reader->byte + nd_unfold_sign(bits >> ND_ROLE_SHIFT);
		unsigned	role = bits & ((1u << ND_ROLE_SHIFT) - 1);

		if (role == ND_PIECE_ROLES || begin < (i == 0 ? 0 : start) || begin > ND_MOST_OF_ALL ||
			begin < ends[role])
			nd_damaged(&reader->in, "pieces are out of order");
		if (reader->in.failed)
			break;
		start = (uint32_t) begin;
		roles[i] = (uint8_t) role;
		spans[i] = get_span(reader, start);
		ends[role] = reader->byte = spans[i].end;
	}
	if (!reader->in.failed)
		share_spans(spans, roles, count, shared, claim);
	nd_arena_rewind(reader->arena, mark);
}

static void
get_via(Reader *reader, NdFoundClaim *claim)
{
	claim->n_via = nd_get_count(&reader->in, 1) + 1;
	claim->via = nd_cursor_room(&reader->in, claim->n_via, sizeof(uint32_t));
	for (uint32_t i = 0; i < claim->n_via && !reader->in.failed; i++)
	{
		claim->via[i] = nd_get_small(&reader->in, ND_MOST_OF_ALL);
		if (claim->via[i] >= reader->findings->n_sources)
			nd_damaged(&reader->in, "there is no such source");
	}
}

static uint32_t
get_source_of_claim(Reader *reader, const NdManner *manner)
{
	uint32_t	number = nd_get_small(&reader->in, reader->findings->n_sources);

	if (number == 0 || reader->in.failed)
		return ND_NONE;
	reader->findings->sources[number - 1].claims++;
	reader->findings->sources[number - 1].denials += manner->denies;
	return number - 1;
}

/* The record at `number`, of one claim or toll inside an article. */
static uint32_t
get_record_number(Reader *reader, uint32_t next)
{
	if (!reader->one_claim)
		return next;
	return next + nd_get_small(&reader->in, ND_MOST_OF_ALL - next);
}

static uint32_t
get_other_number(Reader *reader, uint32_t number, uint32_t count)
{
	uint32_t	other = (uint32_t) nd_get_way(&reader->in, number, 1,
										   reader->one_claim ? ND_MOST_OF_ALL : count);

	if (other == number)
		nd_damaged(&reader->in, "a record is a part of itself");
	return other;
}

static void
get_claim(Reader *reader, uint32_t count, NdFoundClaim *claim)
{
	unsigned	flags = nd_get_byte(&reader->in);
	unsigned	shape = nd_get_byte(&reader->in);
	uint32_t	pieces = shape >> ND_PIECES_SHIFT;
	Standing	standing;

	claim->quote = (NdQuoteKind) (flags & ND_CLAIM_QUOTE_BITS);
	claim->manner.stance = (NdStance) (shape & ND_STANCE_BITS);
	claim->manner.negated = (flags & ND_CLAIM_NEGATED) != 0;
	claim->manner.denies = (flags & ND_CLAIM_DENIES) != 0;
	claim->manner.hedged = (flags & ND_CLAIM_HEDGED) != 0;
	if (claim->quote > ND_INDIRECT || claim->manner.stance >= ND_N_STANCES)
		nd_damaged(&reader->in, "there is no such claim");
	if (pieces == ND_MANY_PIECES)
		pieces += nd_get_count(&reader->in, LEAST_PIECE);
	standing = get_standing(reader);
	claim->confidence = standing.confidence;
	claim->passage = standing.passage;
	claim->sentence = standing.sentence;
	claim->source = get_source_of_claim(reader, &claim->manner);
	if (flags & ND_CLAIM_HAS_PARENT)
		claim->parent = get_other_number(reader, claim->number, count);
	claim->said_on = flags & ND_CLAIM_HAS_DAY ? get_day(reader) : ND_NO_DATE;
	if (flags & ND_CLAIM_HAS_VIA)
		get_via(reader, claim);
	get_pieces(reader, pieces, claim);
}

/* Sets what ways begin at, before the first record of title or body. */
static void
begin_part(Reader *reader, bool in_title)
{
	reader->kept = nd_kept_of(reader->findings, in_title);
	reader->byte = 0;
	reader->sentence = 1;
}

static void
get_claims(Reader *reader)
{
	NdFindings *findings = reader->findings;
	uint32_t	in_title = nd_get_count(&reader->in, LEAST_CLAIM);
	uint32_t	count = nd_get_count(&reader->in, LEAST_CLAIM);

	if (count > UINT32_MAX - in_title || (reader->one_claim && in_title + count != 1))
		nd_damaged(&reader->in, "the number of claims is wrong");
	if (reader->in.failed)
		return;
	count += in_title;
	findings->claims = nd_cursor_room(&reader->in, count, sizeof(NdFoundClaim));
	for (uint32_t i = 0; i < count && !reader->in.failed; i++)
	{
		NdFoundClaim *claim = &findings->claims[findings->n_claims++];

		if (i == 0 || i == in_title)
			begin_part(reader, i < in_title);
		claim->number = get_record_number(reader, i + 1);
		claim->in_title = i < in_title;
		get_claim(reader, count, claim);
	}
}

/*
 * Tolls
 */

static NdTollValue
get_value(Reader *reader, unsigned kind, unsigned hedge)
{
	uint64_t	first = nd_get_number(&reader->in, (uint64_t) ND_MOST_PEOPLE);
	int64_t		low = (int64_t) first;
	int64_t		high = low;
	NdTollValue value;

	if (hedge == ND_RANGE || hedge == ND_VAGUE)
		high += (int64_t) nd_get_number(&reader->in, (uint64_t) ND_MOST_PEOPLE);
	else if (hedge == ND_AT_LEAST || hedge == ND_MORE_THAN)
		high = ND_NO_BOUND;
	else if (hedge == ND_AT_MOST || hedge == ND_LESS_THAN)
		low = ND_NO_BOUND;
	memset(&value, 0, sizeof(value));
	value.low = low;
	value.high = high;
	value.kind = (uint8_t) kind;
	value.hedge = (uint8_t) hedge;
	if (nd_toll_fault(&value) != NULL)
		nd_damaged(&reader->in, "there is no such toll");
	return value;
}

static void
get_toll_spans(Reader *reader, unsigned flags, NdFoundToll *toll)
{
	int64_t		most = ND_MOST_OF_ALL;

	toll->at = get_span(reader, reader->byte + nd_get_small(&reader->in, ND_MOST_OF_ALL - reader->byte));
	reader->byte = toll->at.start;
	if (flags & ND_TOLL_HAS_VICTIMS)
		toll->victims = get_span(reader, (uint32_t) nd_get_way(&reader->in, toll->at.end, 0, most));
	if (flags & ND_TOLL_HAS_PLACE)
		toll->place = get_span(reader, (uint32_t) nd_get_way(&reader->in, toll->at.end, 0, most));
}

static bool
can_report(const NdFoundClaim *claim, const NdFoundToll *toll)
{
	NdPieces	content = claim->content;

	if (claim->in_title != toll->in_title)
		return false;
	if (content.count == 0)
		return claim->sentence == toll->sentence;
	return toll->at.start >= content.spans[0].start &&
		toll->at.start < content.spans[content.count - 1].end;
}

static uint32_t
get_reporter(Reader *reader, unsigned flags, const NdFoundToll *toll)
{
	const NdFindings *findings = reader->findings;
	const NdFoundClaim *claim;

	if (!reader->one_claim && !(flags & ND_TOLL_HAS_CLAIM))
		return 0;
	claim = reader->one_claim ? findings->claims :
		nd_find_claim(findings, nd_get_small(&reader->in, ND_MOST_OF_ALL - 1) + 1);
	if (claim != NULL && can_report(claim, toll))
		return claim->number;
	nd_damaged(&reader->in, "a claim does not hold its toll");
	return 0;
}

static void
get_toll(Reader *reader, uint32_t count, NdFoundToll *toll)
{
	unsigned	kind = nd_get_byte(&reader->in);
	unsigned	group = nd_get_byte(&reader->in);
	unsigned	flags = nd_get_byte(&reader->in);
	uint32_t	before = reader->sentence;
	Standing	standing = get_standing(reader);

	if (standing.sentence < before)
		nd_damaged(&reader->in, "sentences are out of order");
	toll->confidence = standing.confidence;
	toll->passage = standing.passage;
	toll->sentence = standing.sentence;
	toll->value = get_value(reader, kind & ND_TOLL_KIND_BITS, kind >> ND_HEDGE_SHIFT);
	toll->group = (NdVictimGroup) (group & ND_GROUP_BITS);
	toll->scope = (NdScope) (group >> ND_SCOPE_SHIFT & ND_SCOPE_BITS);
	toll->negated = (group & ND_TOLL_NEGATED) != 0;
	if (toll->group >= ND_VICTIM_GROUPS || toll->scope > ND_HYPOTHETICAL ||
		flags > 2 * ND_TOLL_HAS_UNTIL - 1)
		nd_damaged(&reader->in, "there is no such toll");
	get_toll_spans(reader, flags, toll);
	if (flags & ND_TOLL_HAS_WHOLE)
		toll->part_of = get_other_number(reader, toll->number, count);
	toll->claim = get_reporter(reader, flags, toll);
	toll->happened_from = flags & ND_TOLL_HAS_FROM ? get_day(reader) : ND_NO_DATE;
	toll->happened_until = flags & ND_TOLL_HAS_UNTIL ? get_day(reader) : ND_NO_DATE;
	if (toll->happened_until != ND_NO_DATE && toll->happened_from > toll->happened_until)
		nd_damaged(&reader->in, "days are out of order");
}

static void
get_tolls(Reader *reader)
{
	NdFindings *findings = reader->findings;
	uint32_t	in_title = nd_get_count(&reader->in, LEAST_TOLL);
	uint32_t	count = nd_get_count(&reader->in, LEAST_TOLL);
	uint32_t	number = 0;

	if (count > UINT32_MAX - in_title)
		nd_damaged(&reader->in, "there are more records than bytes");
	if (reader->in.failed)
		return;
	count += in_title;
	findings->tolls = nd_cursor_room(&reader->in, count, sizeof(NdFoundToll));
	for (uint32_t i = 0; i < count && !reader->in.failed; i++)
	{
		NdFoundToll *toll = &findings->tolls[findings->n_tolls++];

		if (i == 0 || i == in_title)
			begin_part(reader, i < in_title);
		if (number == ND_MOST_OF_ALL)
			nd_damaged(&reader->in, "a number is out of its range");
		else
			number = get_record_number(reader, number + 1);
		toll->number = number;
		toll->in_title = i < in_title;
		get_toll(reader, count, toll);
	}
}

/*
 * The whole
 */

static void
get_findings(Reader *reader)
{
	NdFindings *findings = reader->findings;
	unsigned	counting;

	findings->fault = nd_get_text(&reader->in);
	if (reader->in.failed || findings->fault.length > 0)
		return;
	counting = nd_get_byte(&reader->in);
	if (counting > (ND_TITLE_COUNTS_BYTES | ND_BODY_COUNTS_BYTES))
		nd_damaged(&reader->in, "there is no such way to count");
	findings->title.counts_bytes = (counting & ND_TITLE_COUNTS_BYTES) != 0;
	findings->body.counts_bytes = (counting & ND_BODY_COUNTS_BYTES) != 0;
	get_kept(reader, &findings->title);
	get_kept(reader, &findings->body);
	get_sources(reader);
	get_claims(reader);
	get_tolls(reader);
}

bool
nd_digest_read(NdArena *arena, const unsigned char *bytes, uint32_t length,
			   NdDigestForm form, NdFindings *findings)
{
	Reader		reader = {.arena = arena, .in = {.arena = arena, .bytes = bytes, .length = length},
	.one_claim = form == ND_ONE_CLAIM, .findings = findings};

	memset(findings, 0, sizeof(*findings));
	if (nd_get_byte(&reader.in) != ND_DIGEST_VERSION && !reader.in.failed)
		return nd_fail(arena->context, ND_DAMAGED, 0, "its version is not known");
	if (nd_get_byte(&reader.in) != (unsigned) form && !reader.in.failed)
		return nd_fail(arena->context, ND_DAMAGED, 1, "it is another kind of value");
	get_findings(&reader);
	if (!reader.in.failed && reader.in.at < length)
		nd_damaged(&reader.in, "bytes follow its end");
	return !reader.in.failed;
}
