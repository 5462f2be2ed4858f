/*
 * read.c
 *		Findings from bytes, of which nothing is believed. The layout stands at
 *		the head of write.c.
 */
#include "digest/format.h"

#include "digest/kept.h"
#include "digest/pack.h"

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
	const unsigned char *bytes;
	uint32_t	length;
	uint32_t	at;
	bool		failed;			/* numbers read after that are 0 */
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
 * Bytes, numbers, texts
 */

/* False always. */
static bool
damaged(Reader *reader, const char *message)
{
	if (!reader->failed)
		(void) nd_fail(reader->arena->context, ND_DAMAGED, reader->at, message);
	reader->failed = true;
	return false;
}

static void *
room_for(Reader *reader, uint32_t count, size_t size)
{
	void	   *room = nd_alloc_array(reader->arena, count, size);

	reader->failed |= room == NULL;
	return room;
}

static unsigned
get_byte(Reader *reader)
{
	if (reader->failed || reader->at == reader->length)
	{
		(void) damaged(reader, "it ends too early");
		return 0;
	}
	return reader->bytes[reader->at++];
}

/* A number of up to 56 bits, not greater than `most`. */
static uint64_t
get_number(Reader *reader, uint64_t most)
{
	uint64_t	number = 0;
	unsigned	byte = 0x80;

	for (unsigned shift = 0; byte & 0x80 && shift < 56; shift += 7)
	{
		byte = get_byte(reader);
		number |= (uint64_t) (byte & 0x7F) << shift;
	}
	if (byte & 0x80 || number > most)
		(void) damaged(reader, "a number is too large");
	return reader->failed ? 0 : number;
}

static uint32_t
get_small(Reader *reader, uint32_t most)
{
	return (uint32_t) get_number(reader, most);
}

/* Adds a way to where it begins; the sum lies between two numbers. */
static int64_t
get_way(Reader *reader, int64_t from, int64_t least, int64_t most)
{
	int64_t		to = from + nd_unfold_sign(get_number(reader, UINT64_C(1) << 40));

	if (to < least || to > most)
		(void) damaged(reader, "a number is out of its range");
	return reader->failed ? least : to;
}

/* A number of records, each of which takes so many bytes at least. */
static uint32_t
get_count(Reader *reader, uint32_t least_bytes)
{
	uint32_t	count = get_small(reader, UINT32_MAX);

	if (count > (reader->length - reader->at) / least_bytes)
		(void) damaged(reader, "there are more records than bytes");
	return reader->failed ? 0 : count;
}

static NdText
get_text(Reader *reader)
{
	uint32_t	packed = get_count(reader, 1);
	uint32_t	fault = 0;
	uint32_t	length = reader->failed ? 0 :
		nd_unpacked_length(reader->bytes + reader->at, packed, &fault);
	char	   *text;

	if (length == ND_NONE)
	{
		reader->at += fault;
		(void) damaged(reader, "a text is cut off or too long");
	}
	if (reader->failed)
		return (NdText) {NULL, 0};
	text = room_for(reader, length, 1);
	if (text == NULL)
		return (NdText) {NULL, 0};
	nd_unpack(reader->bytes + reader->at, packed, text);
	reader->at += packed;
	return (NdText) {text, length};
}

static NdText
get_words(Reader *reader)
{
	NdText		text = get_text(reader);

	if (text.length == 0)
		(void) damaged(reader, "a text is missing");
	return text;
}

/*
 * Kept words
 */

static void
get_excerpts(Reader *reader, NdKept *kept)
{
	uint32_t	place = 0;
	uint32_t	start = 0;

	kept->n_excerpts = get_count(reader, LEAST_EXCERPT);
	kept->excerpts = room_for(reader, kept->n_excerpts, sizeof(NdExcerpt));
	if ((kept->n_excerpts == 0) != (kept->text.length == 0))
		(void) damaged(reader, "words and excerpts do not agree");
	for (uint32_t i = 0; i < kept->n_excerpts && !reader->failed; i++)
	{
		NdExcerpt  *excerpt = &kept->excerpts[i];
		uint32_t	end = kept->text.length;

		excerpt->start = start;
		excerpt->place = place + get_small(reader, ND_MOST_OF_ALL - place);
		if (i > 0 && excerpt->place == place)
			(void) damaged(reader, "excerpts touch each other");
		if (i + 1 < kept->n_excerpts)
			end = start + get_small(reader, end - start);
		if (end == start || (end == kept->text.length && i + 1 < kept->n_excerpts))
			(void) damaged(reader, "an excerpt is empty");
		else if (!nd_begins_character(kept->text, start))
			(void) damaged(reader, "a character is cut");
		place = nd_kept_count(kept, end) - nd_kept_count(kept, start);
		if (place > ND_MOST_OF_ALL - excerpt->place)
			(void) damaged(reader, "an excerpt is out of reach");
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

	for (uint32_t i = 0; i < kept->n_excerpts && !reader->failed; i++)
	{
		NdSpan		at = nd_excerpt_span(kept, i);
		uint32_t	end = 0;
		NdSpan		word;

		while (nd_next_capital(nd_kept_words(kept, at), &end, &word) && !reader->failed)
		{
			if (n_bits == 0)
				bits = get_byte(reader);
			n_bits = (n_bits + 1) % 8;
			if (bits & 1)
			{
				reader->failed |= !nd_reserve(reader->arena, &kept->names, &room,
											  kept->n_names + 1, sizeof(NdSpan));
				if (!reader->failed)
					kept->names[kept->n_names++] =
						(NdSpan) {at.start + word.start, at.start + word.end};
			}
			bits >>= 1;
		}
	}
	if (bits != 0 && n_bits != 0)
		(void) damaged(reader, "there are more names than words");
}

static void
get_kept(Reader *reader, NdKept *kept)
{
	kept->text = get_text(reader);
	reader->failed = reader->failed ||
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

	at.start = (uint32_t) get_way(reader, reader->byte, 0, kept->text.length);
	at.end = at.start + get_small(reader, kept->text.length - at.start);
	reader->byte = at.start;
	if (nd_span_empty(at))
		(void) damaged(reader, "a text is missing");
	return nd_kept_words(kept, at);
}

static void
get_source(Reader *reader, NdFoundSource *source)
{
	unsigned	flags = get_byte(reader);
	const NdKept *kept = nd_kept_of(reader->findings, !(flags & ND_SOURCE_IN_BODY));

	source->kind = (NdSourceKind) (flags & ND_SOURCE_KIND_BITS);
	if (source->kind > ND_SOURCE_DOCUMENT)
		(void) damaged(reader, "there is no such source");
	source->name = flags & ND_SOURCE_NAME_KEPT ? get_mention(reader, kept) : get_words(reader);
	if (flags & ND_SOURCE_OWN_KEY)
		source->key = get_words(reader);
	else
	{
		char	   *key = room_for(reader, source->name.length, 1);

		if (reader->failed)
			return;
		source->key = (NdText) {key, nd_fold_name(source->name, key)};
	}
	if (flags & ND_SOURCE_HAS_ROLE)
		source->role = flags & ND_SOURCE_ROLE_KEPT ? get_mention(reader, kept) : get_words(reader);
	else if (flags & ND_SOURCE_ROLE_KEPT)
		(void) damaged(reader, "there is no role");
	if (flags & ND_SOURCE_IN_BODY)
	{
		source->first_at.start = (uint32_t) get_way(reader, reader->place, 0, ND_MOST_OF_ALL - 1);
		source->first_at.end = source->first_at.start + 1 +
			get_small(reader, ND_MOST_OF_ALL - 1 - source->first_at.start);
		reader->place = source->first_at.start;
	}
	source->mentions = get_small(reader, ND_MOST_OF_ALL);
}

static void
get_sources(Reader *reader)
{
	NdFindings *findings = reader->findings;

	findings->n_sources = get_count(reader, LEAST_SOURCE);
	findings->sources = room_for(reader, findings->n_sources, sizeof(NdFoundSource));
	for (uint32_t i = 0; i < findings->n_sources && !reader->failed; i++)
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
	unsigned	low = get_byte(reader);
	unsigned	bits = low | get_byte(reader) << 8;
	unsigned	way = bits >> ND_SENTENCE_SHIFT;
	Standing	standing;

	standing.confidence = bits & ND_CONFIDENCE_BITS;
	standing.passage = (NdPassageKind) (bits >> ND_PASSAGE_SHIFT & ND_PASSAGE_BITS);
	if (standing.confidence > 1000)
		(void) damaged(reader, "there is no such confidence");
	if (way == ND_FAR_SENTENCE)
		reader->sentence = (uint32_t) get_way(reader, reader->sentence, 1, ND_MOST_OF_ALL);
	else if (way > ND_MOST_OF_ALL - reader->sentence)
		(void) damaged(reader, "a sentence is out of reach");
	else
		reader->sentence += way;
	standing.sentence = reader->sentence;
	return standing;
}

static int32_t
get_day(Reader *reader)
{
	reader->day = (int32_t) get_way(reader, reader->day, ND_FIRST_DAY, ND_LAST_DAY);
	return reader->day;
}

/* A span of the kept text that begins at a byte and stays in its excerpt. */
static NdSpan
get_span(Reader *reader, uint32_t start)
{
	NdSpan		at = {start, start};
	NdSpan		excerpt;

	if (!reader->failed && start >= reader->kept->text.length)
		(void) damaged(reader, "words are out of reach");
	if (reader->failed)
		return at;
	excerpt = nd_excerpt_span(reader->kept, nd_excerpt_at(reader->kept, start));
	at.end = start + 1 + get_small(reader, excerpt.end - start - 1);
	if (!nd_begins_character(reader->kept->text, start) ||
		nd_parts_character(reader->kept->text, at.end))
		(void) damaged(reader, "a character is cut");
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
	NdSpan	   *shared = room_for(reader, count, sizeof(NdSpan));
	NdSpan	   *spans;
	uint8_t    *roles;
	uint32_t	ends[ND_PIECE_ROLES] = {0};
	uint32_t	start = 0;

	mark = nd_arena_mark(reader->arena);
	spans = room_for(reader, count, sizeof(NdSpan));
	roles = room_for(reader, count, sizeof(uint8_t));
	for (uint32_t i = 0; i < count && !reader->failed; i++)
	{
		uint64_t	bits = get_number(reader, UINT64_C(1) << 36);
		int64_t		begin = (int64_t) reader->byte + nd_unfold_sign(bits >> ND_ROLE_SHIFT);
		unsigned	role = bits & ((1u << ND_ROLE_SHIFT) - 1);

		if (role == ND_PIECE_ROLES || begin < (i == 0 ? 0 : start) || begin > ND_MOST_OF_ALL ||
			begin < ends[role])
			(void) damaged(reader, "pieces are out of order");
		if (reader->failed)
			break;
		start = (uint32_t) begin;
		roles[i] = (uint8_t) role;
		spans[i] = get_span(reader, start);
		ends[role] = reader->byte = spans[i].end;
	}
	if (!reader->failed)
		share_spans(spans, roles, count, shared, claim);
	nd_arena_rewind(reader->arena, mark);
}

static void
get_via(Reader *reader, NdFoundClaim *claim)
{
	claim->n_via = get_count(reader, 1) + 1;
	claim->via = room_for(reader, claim->n_via, sizeof(uint32_t));
	for (uint32_t i = 0; i < claim->n_via && !reader->failed; i++)
	{
		claim->via[i] = get_small(reader, ND_MOST_OF_ALL);
		if (claim->via[i] >= reader->findings->n_sources)
			(void) damaged(reader, "there is no such source");
	}
}

static uint32_t
get_source_of_claim(Reader *reader, const NdManner *manner)
{
	uint32_t	number = get_small(reader, reader->findings->n_sources);

	if (number == 0 || reader->failed)
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
	return next + get_small(reader, ND_MOST_OF_ALL - next);
}

static uint32_t
get_other_number(Reader *reader, uint32_t number, uint32_t count)
{
	uint32_t	other = (uint32_t) get_way(reader, number, 1,
										   reader->one_claim ? ND_MOST_OF_ALL : count);

	if (other == number)
		(void) damaged(reader, "a record is a part of itself");
	return other;
}

static void
get_claim(Reader *reader, uint32_t count, NdFoundClaim *claim)
{
	unsigned	flags = get_byte(reader);
	unsigned	shape = get_byte(reader);
	uint32_t	pieces = shape >> ND_PIECES_SHIFT;
	Standing	standing;

	claim->quote = (NdQuoteKind) (flags & ND_CLAIM_QUOTE_BITS);
	claim->manner.stance = (NdStance) (shape & ND_STANCE_BITS);
	claim->manner.negated = (flags & ND_CLAIM_NEGATED) != 0;
	claim->manner.denies = (flags & ND_CLAIM_DENIES) != 0;
	claim->manner.hedged = (flags & ND_CLAIM_HEDGED) != 0;
	if (claim->quote > ND_INDIRECT || claim->manner.stance >= ND_N_STANCES)
		(void) damaged(reader, "there is no such claim");
	if (pieces == ND_MANY_PIECES)
		pieces += get_count(reader, LEAST_PIECE);
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
	uint32_t	in_title = get_count(reader, LEAST_CLAIM);
	uint32_t	count = get_count(reader, LEAST_CLAIM);

	if (count > UINT32_MAX - in_title || (reader->one_claim && in_title + count != 1))
		(void) damaged(reader, "the number of claims is wrong");
	if (reader->failed)
		return;
	count += in_title;
	findings->claims = room_for(reader, count, sizeof(NdFoundClaim));
	for (uint32_t i = 0; i < count && !reader->failed; i++)
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
	uint64_t	first = get_number(reader, (uint64_t) ND_MOST_PEOPLE);
	int64_t		low = (int64_t) first;
	int64_t		high = low;
	NdTollValue value;

	if (hedge == ND_RANGE || hedge == ND_VAGUE)
		high += (int64_t) get_number(reader, (uint64_t) ND_MOST_PEOPLE);
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
		(void) damaged(reader, "there is no such toll");
	return value;
}

static void
get_toll_spans(Reader *reader, unsigned flags, NdFoundToll *toll)
{
	int64_t		most = ND_MOST_OF_ALL;

	toll->at = get_span(reader, reader->byte + get_small(reader, ND_MOST_OF_ALL - reader->byte));
	reader->byte = toll->at.start;
	if (flags & ND_TOLL_HAS_VICTIMS)
		toll->victims = get_span(reader, (uint32_t) get_way(reader, toll->at.end, 0, most));
	if (flags & ND_TOLL_HAS_PLACE)
		toll->place = get_span(reader, (uint32_t) get_way(reader, toll->at.end, 0, most));
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
		nd_find_claim(findings, get_small(reader, ND_MOST_OF_ALL - 1) + 1);
	if (claim != NULL && can_report(claim, toll))
		return claim->number;
	(void) damaged(reader, "a claim does not hold its toll");
	return 0;
}

static void
get_toll(Reader *reader, uint32_t count, NdFoundToll *toll)
{
	unsigned	kind = get_byte(reader);
	unsigned	group = get_byte(reader);
	unsigned	flags = get_byte(reader);
	uint32_t	before = reader->sentence;
	Standing	standing = get_standing(reader);

	if (standing.sentence < before)
		(void) damaged(reader, "sentences are out of order");
	toll->confidence = standing.confidence;
	toll->passage = standing.passage;
	toll->sentence = standing.sentence;
	toll->value = get_value(reader, kind & ND_TOLL_KIND_BITS, kind >> ND_HEDGE_SHIFT);
	toll->group = (NdVictimGroup) (group & ND_GROUP_BITS);
	toll->scope = (NdScope) (group >> ND_SCOPE_SHIFT & ND_SCOPE_BITS);
	toll->negated = (group & ND_TOLL_NEGATED) != 0;
	if (toll->group >= ND_VICTIM_GROUPS || toll->scope > ND_HYPOTHETICAL ||
		flags > 2 * ND_TOLL_HAS_UNTIL - 1)
		(void) damaged(reader, "there is no such toll");
	get_toll_spans(reader, flags, toll);
	if (flags & ND_TOLL_HAS_WHOLE)
		toll->part_of = get_other_number(reader, toll->number, count);
	toll->claim = get_reporter(reader, flags, toll);
	toll->happened_from = flags & ND_TOLL_HAS_FROM ? get_day(reader) : ND_NO_DATE;
	toll->happened_until = flags & ND_TOLL_HAS_UNTIL ? get_day(reader) : ND_NO_DATE;
	if (toll->happened_until != ND_NO_DATE && toll->happened_from > toll->happened_until)
		(void) damaged(reader, "days are out of order");
}

static void
get_tolls(Reader *reader)
{
	NdFindings *findings = reader->findings;
	uint32_t	in_title = get_count(reader, LEAST_TOLL);
	uint32_t	count = get_count(reader, LEAST_TOLL);
	uint32_t	number = 0;

	if (count > UINT32_MAX - in_title)
		(void) damaged(reader, "there are more records than bytes");
	if (reader->failed)
		return;
	count += in_title;
	findings->tolls = room_for(reader, count, sizeof(NdFoundToll));
	for (uint32_t i = 0; i < count && !reader->failed; i++)
	{
		NdFoundToll *toll = &findings->tolls[findings->n_tolls++];

		if (i == 0 || i == in_title)
			begin_part(reader, i < in_title);
		if (number == ND_MOST_OF_ALL)
			(void) damaged(reader, "a number is out of its range");
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

	findings->fault = get_text(reader);
	if (reader->failed || findings->fault.length > 0)
		return;
	counting = get_byte(reader);
	if (counting > (ND_TITLE_COUNTS_BYTES | ND_BODY_COUNTS_BYTES))
		(void) damaged(reader, "there is no such way to count");
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
	Reader		reader = {.arena = arena, .bytes = bytes, .length = length,
	.one_claim = form == ND_ONE_CLAIM, .findings = findings};

	memset(findings, 0, sizeof(*findings));
	if (get_byte(&reader) != ND_DIGEST_VERSION && !reader.failed)
		return nd_fail(arena->context, ND_DAMAGED, 0, "its version is not known");
	if (get_byte(&reader) != (unsigned) form && !reader.failed)
		return nd_fail(arena->context, ND_DAMAGED, 1, "it is another kind of value");
	get_findings(&reader);
	if (!reader.failed && reader.at < length)
		(void) damaged(&reader, "bytes follow its end");
	return !reader.failed;
}
