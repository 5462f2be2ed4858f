/*
 * write.c
 *		Findings as bytes.
 *
 * A digest is these, one after another:
 *
 *		version				1 byte
 *		form				1 byte: 'a' an article, 'c' one claim
 *		fault				text; where it has bytes nothing follows
 *		counts bytes		1 byte: bits for title, body
 *		title, body			kept words, each
 *		sources, claims, tolls
 *
 *	number		seven bits a byte, the low ones first, the eighth bit says that
 *				more follow; as few bytes as will do
 *	way			a number with the sign folded in (format.h), from what the last
 *				record had to what this one has
 *	text		number of packed bytes, packed bytes (pack.h)
 *	kept words	text; number of excerpts; of each one the way from where the one
 *				before it ended to its place, as number, and but for the last
 *				its length in bytes; then one bit for each word that can be a
 *				name (nd_next_capital), the low bits first: whether it is one
 *	sources		how many; of each one flags; name; its key, if that does not
 *				follow from the name; role; way of the first place, its
 *				length; mentions. Name and role are texts or, if they stand among
 *				the words that some claim has for this source, the way to them
 *				from the last text found so, and the length. How many claims
 *				and denials it has is counted from the claims.
 *	claims		how many of the title, how many of the body; of each one flags;
 *				stance and number of pieces; standing; source; parent, day, via;
 *				pieces
 *	pieces		in text order: way from the end of the piece before, be it of
 *				another claim, above its role; length less one
 *	standing	confidence, passage, sentences since the record before: two bytes
 *	tolls		how many of the title, how many of the body; of each one kind and
 *				hedge; group, scope, denial; flags; standing; the bounds that the
 *				hedge leaves open; how far from the one before it begins, length;
 *				of victims and place the way from its end, and the length; the way to the toll it is part of; the
 *				reporting claim; days
 *
 * In the form of one claim there is one, each claim and toll begins with its
 * number, and each toll is reported by the claim.
 *
 * Invariant: equal findings give equal bytes; what follows from something else
 * is not stored, and every choice above is made by rule. Types compare and hash
 * bytes: a value that can be written in two ways would be two values. Readers
 * need not check this of bytes that were written here; of bytes from outside
 * nd_digest_check does.
 *
 * The reason for all this thrift: what is claimed is the greater part of a news
 * article. Words are packed because nothing else would leave a digest smaller
 * than the article by as much as people who keep both would wish.
 */
#include "digest/format.h"

#include "digest/kept.h"
#include "digest/mention.h"
#include "digest/pack.h"

#include <string.h>

#define MOST_BYTES		UINT32_C(0x3FFFFFFF)	/* of a value of PostgreSQL */
#define LONGEST_NUMBER	5		/* bytes of a number of 32 bits */

typedef struct Writer
{
	NdArena    *arena;
	unsigned char *bytes;
	uint32_t	used;
	uint32_t	room;
	bool		failed;			/* what is written after that is dropped */
	bool		one_claim;

	/* what ways begin at */
	uint32_t	byte;
	uint32_t	sentence;
	uint32_t	number;
	uint32_t	place;
	int32_t		day;
} Writer;

/*
 * Bytes, numbers, texts
 */

/* Room for bytes to come, or NULL. */
static unsigned char *
room_for(Writer *writer, uint64_t bytes)
{
	if (writer->failed)
		return NULL;
	if (bytes > MOST_BYTES - writer->used)
		writer->failed = !nd_fail(writer->arena->context, ND_LIMIT, 0, "digest is too long");
	else
		writer->failed = !nd_reserve(writer->arena, &writer->bytes, &writer->room,
									 writer->used + (uint32_t) bytes, 1);
	return writer->failed ? NULL : writer->bytes + writer->used;
}

static void
put_byte(Writer *writer, unsigned byte)
{
	unsigned char *out = room_for(writer, 1);

	if (out)
	{
		*out = (unsigned char) byte;
		writer->used++;
	}
}

static unsigned
flag(bool set, unsigned bit)
{
	return set ? bit : 0;
}

static void
put_number(Writer *writer, uint64_t number)
{
	while (number >= 0x80)
	{
		put_byte(writer, (unsigned) (number & 0x7F) | 0x80);
		number >>= 7;
	}
	put_byte(writer, (unsigned) number);
}

static void
put_way(Writer *writer, int64_t from, int64_t to)
{
	put_number(writer, nd_fold_sign(to - from));
}

/* Packed behind room for the longest number, then moved up to the number. */
static void
put_text(Writer *writer, NdText text)
{
	uint64_t	most = (uint64_t) text.length * ND_PACK_GROWTH + LONGEST_NUMBER;
	unsigned char *out = room_for(writer, most);
	unsigned char *packed;
	uint32_t	length;

	if (out == NULL)
		return;
	packed = out + LONGEST_NUMBER;
	length = nd_pack(text, packed);
	put_number(writer, length);
	memmove(writer->bytes + writer->used, packed, length);
	writer->used += length;
}

/*
 * Kept words
 */

/* Whether each word that can be a name is one. */
static void
put_names(Writer *writer, const NdKept *kept)
{
	uint32_t	name = 0;
	unsigned	bits = 0;
	unsigned	n_bits = 0;

	for (uint32_t i = 0; i < kept->n_excerpts; i++)
	{
		NdSpan		at = nd_excerpt_span(kept, i);
		uint32_t	end = 0;
		NdSpan		word;

		while (nd_next_capital(nd_kept_words(kept, at), &end, &word))
		{
			bool		is_name = name < kept->n_names &&
				kept->names[name].start == at.start + word.start;

			name += is_name;
			bits |= (unsigned) is_name << n_bits;
			if (++n_bits == 8)
			{
				put_byte(writer, bits);
				bits = n_bits = 0;
			}
		}
	}
	if (n_bits > 0)
		put_byte(writer, bits);
}

static void
put_kept(Writer *writer, const NdKept *kept)
{
	uint32_t	place = 0;

	put_text(writer, kept->text);
	put_number(writer, kept->n_excerpts);
	for (uint32_t i = 0; i < kept->n_excerpts; i++)
	{
		NdSpan		at = nd_excerpt_span(kept, i);

		put_number(writer, kept->excerpts[i].place - place);
		if (i + 1 < kept->n_excerpts)
			put_number(writer, at.end - at.start);
		place = kept->excerpts[i].place + nd_kept_count(kept, at.end) -
			nd_kept_count(kept, at.start);
	}
	put_names(writer, kept);
}

/*
 * Sources
 */

static bool
follows_from_name(NdArena *arena, NdText key, NdText name, bool *follows)
{
	NdMark		mark = nd_arena_mark(arena);
	char	   *folded = nd_alloc(arena, name.length);

	if (folded == NULL)
		return false;
	*follows = nd_fold_name(name, folded) == key.length &&
		memcmp(folded, key.bytes, key.length) == 0;
	nd_arena_rewind(arena, mark);
	return true;
}

static void
put_mention(Writer *writer, NdText text, NdSpan at)
{
	if (nd_span_empty(at))
	{
		put_text(writer, text);
		return;
	}
	put_way(writer, writer->byte, at.start);
	put_number(writer, text.length);
	writer->byte = at.start;
}

static void
put_source(Writer *writer, const NdFoundSource *source, const NdMention *mention)
{
	bool		in_body = !nd_span_empty(source->first_at);
	bool		follows = false;

	writer->failed = writer->failed ||
		!follows_from_name(writer->arena, source->key, source->name, &follows);
	put_byte(writer, (unsigned) source->kind | flag(source->role.length > 0, ND_SOURCE_HAS_ROLE) |
			 flag(in_body, ND_SOURCE_IN_BODY) | flag(!follows, ND_SOURCE_OWN_KEY) |
			 flag(!nd_span_empty(mention->name), ND_SOURCE_NAME_KEPT) |
			 flag(!nd_span_empty(mention->role), ND_SOURCE_ROLE_KEPT));
	put_mention(writer, source->name, mention->name);
	if (!follows)
		put_text(writer, source->key);
	if (source->role.length > 0)
		put_mention(writer, source->role, mention->role);
	if (in_body)
	{
		put_way(writer, writer->place, source->first_at.start);
		put_number(writer, source->first_at.end - source->first_at.start - 1);
		writer->place = source->first_at.start;
	}
	put_number(writer, source->mentions);
}

/*
 * Claims
 */

static void
put_standing(Writer *writer, unsigned confidence, NdPassageKind passage, uint32_t sentence)
{
	bool		near = sentence >= writer->sentence && sentence - writer->sentence < ND_FAR_SENTENCE;
	unsigned	way = near ? sentence - writer->sentence : ND_FAR_SENTENCE;
	unsigned	standing = confidence | (unsigned) passage << ND_PASSAGE_SHIFT | way << ND_SENTENCE_SHIFT;

	put_byte(writer, standing & 0xFF);
	put_byte(writer, standing >> 8);
	if (!near)
		put_way(writer, writer->sentence, sentence);
	writer->sentence = sentence;
}

static void
put_day(Writer *writer, int32_t day)
{
	put_way(writer, writer->day, day);
	writer->day = day;
}

/* Of the roles, the one whose next piece comes first; of equals the first. */
static unsigned
next_role(const NdPieces *roles, const uint32_t *done)
{
	unsigned	next = ND_PIECE_ROLES;

	for (unsigned i = 0; i < ND_PIECE_ROLES; i++)
		if (done[i] < roles[i].count &&
			(next == ND_PIECE_ROLES ||
			 roles[i].spans[done[i]].start < roles[next].spans[done[next]].start))
			next = i;
	return next;
}

static void
put_pieces(Writer *writer, const NdPieces *roles, uint32_t count)
{
	uint32_t	done[ND_PIECE_ROLES] = {0};

	for (uint32_t i = 0; i < count; i++)
	{
		unsigned	role = next_role(roles, done);
		NdSpan		at = roles[role].spans[done[role]++];

		put_number(writer, nd_fold_sign((int64_t) at.start - writer->byte) << ND_ROLE_SHIFT |
				   role);
		put_number(writer, at.end - at.start - 1);
		writer->byte = at.end;
	}
}

static void
put_claim(Writer *writer, const NdFoundClaim *claim)
{
	const NdManner *manner = &claim->manner;
	const NdPieces roles[ND_PIECE_ROLES] = {claim->source_at, claim->cue, claim->content};
	uint32_t	pieces = roles[0].count + roles[1].count + roles[2].count;

	if (writer->one_claim)
		put_number(writer, claim->number - 1);
	put_byte(writer, (unsigned) claim->quote | flag(manner->negated, ND_CLAIM_NEGATED) |
			 flag(manner->denies, ND_CLAIM_DENIES) | flag(manner->hedged, ND_CLAIM_HEDGED) |
			 flag(claim->parent > 0, ND_CLAIM_HAS_PARENT) |
			 flag(claim->said_on != ND_NO_DATE, ND_CLAIM_HAS_DAY) |
			 flag(claim->n_via > 0, ND_CLAIM_HAS_VIA));
	put_byte(writer, (unsigned) manner->stance |
			 (pieces < ND_MANY_PIECES ? pieces : ND_MANY_PIECES) << ND_PIECES_SHIFT);
	if (pieces >= ND_MANY_PIECES)
		put_number(writer, pieces - ND_MANY_PIECES);
	put_standing(writer, claim->confidence, claim->passage, claim->sentence);
	put_number(writer, claim->source == ND_NONE ? 0 : (uint64_t) claim->source + 1);
	if (claim->parent > 0)
		put_way(writer, claim->number, claim->parent);
	if (claim->said_on != ND_NO_DATE)
		put_day(writer, claim->said_on);
	if (claim->n_via > 0)
		put_number(writer, claim->n_via - 1);
	for (uint32_t i = 0; i < claim->n_via; i++)
		put_number(writer, claim->via[i]);
	put_pieces(writer, roles, pieces);
}

/*
 * Tolls
 */

/* Of the bounds, what the hedge does not tell. */
static void
put_bounds(Writer *writer, const NdTollValue *value)
{
	if (value->low != ND_NO_BOUND)
		put_number(writer, (uint64_t) value->low);
	if (value->low == ND_NO_BOUND)
		put_number(writer, (uint64_t) value->high);
	else if (value->hedge == ND_RANGE || value->hedge == ND_VAGUE)
		put_number(writer, (uint64_t) (value->high - value->low));
}

static void
put_near(Writer *writer, NdSpan figure, NdSpan at)
{
	if (nd_span_empty(at))
		return;
	put_way(writer, figure.end, at.start);
	put_number(writer, at.end - at.start - 1);
}

static void
put_toll(Writer *writer, const NdFoundToll *toll)
{
	bool		has_claim = toll->claim > 0 && !writer->one_claim;

	if (writer->one_claim)
		put_number(writer, toll->number - writer->number - 1);
	put_byte(writer, (unsigned) toll->value.kind | (unsigned) toll->value.hedge << ND_HEDGE_SHIFT);
	put_byte(writer, (unsigned) toll->group | (unsigned) toll->scope << ND_SCOPE_SHIFT |
			 flag(toll->negated, ND_TOLL_NEGATED));
	put_byte(writer, flag(!nd_span_empty(toll->victims), ND_TOLL_HAS_VICTIMS) |
			 flag(!nd_span_empty(toll->place), ND_TOLL_HAS_PLACE) |
			 flag(toll->part_of > 0, ND_TOLL_HAS_WHOLE) | flag(has_claim, ND_TOLL_HAS_CLAIM) |
			 flag(toll->happened_from != ND_NO_DATE, ND_TOLL_HAS_FROM) |
			 flag(toll->happened_until != ND_NO_DATE, ND_TOLL_HAS_UNTIL));
	put_standing(writer, toll->confidence, toll->passage, toll->sentence);
	put_bounds(writer, &toll->value);
	put_number(writer, toll->at.start - writer->byte);
	put_number(writer, toll->at.end - toll->at.start - 1);
	writer->byte = toll->at.start;
	put_near(writer, toll->at, toll->victims);
	put_near(writer, toll->at, toll->place);
	if (toll->part_of > 0)
		put_way(writer, toll->number, toll->part_of);
	if (has_claim)
		put_number(writer, toll->claim - 1);
	if (toll->happened_from != ND_NO_DATE)
		put_day(writer, toll->happened_from);
	if (toll->happened_until != ND_NO_DATE)
		put_day(writer, toll->happened_until);
	writer->number = toll->number;
}

/*
 * The whole
 */

static uint32_t
claims_of_title(const NdFindings *findings)
{
	uint32_t	count = 0;

	while (count < findings->n_claims && findings->claims[count].in_title)
		count++;
	return count;
}

static uint32_t
tolls_of_title(const NdFindings *findings)
{
	uint32_t	count = 0;

	while (count < findings->n_tolls && findings->tolls[count].in_title)
		count++;
	return count;
}

static void
begin_part(Writer *writer)
{
	writer->byte = 0;
	writer->sentence = 1;
}

static void
put_sources(Writer *writer, const NdFindings *findings)
{
	NdMention  *mentions = nd_find_mentions(writer->arena, findings);

	writer->failed |= mentions == NULL;
	put_number(writer, findings->n_sources);
	for (uint32_t i = 0; i < findings->n_sources && mentions; i++)
		put_source(writer, &findings->sources[i], &mentions[i]);
}

static void
put_records(Writer *writer, const NdFindings *findings)
{
	uint32_t	title_claims = claims_of_title(findings);
	uint32_t	title_tolls = tolls_of_title(findings);

	put_sources(writer, findings);
	put_number(writer, title_claims);
	put_number(writer, findings->n_claims - title_claims);
	for (uint32_t i = 0; i < findings->n_claims; i++)
	{
		if (i == 0 || i == title_claims)
			begin_part(writer);
		put_claim(writer, &findings->claims[i]);
	}
	put_number(writer, title_tolls);
	put_number(writer, findings->n_tolls - title_tolls);
	for (uint32_t i = 0; i < findings->n_tolls; i++)
	{
		if (i == 0 || i == title_tolls)
			begin_part(writer);
		put_toll(writer, &findings->tolls[i]);
	}
}

bool
nd_digest_write(NdArena *arena, const NdFindings *findings, NdDigestForm form,
				uint32_t headroom, unsigned char **bytes, uint32_t *length)
{
	Writer		writer = {.arena = arena, .one_claim = form == ND_ONE_CLAIM};

	if (room_for(&writer, headroom + 2) == NULL)
		return false;
	writer.used = headroom;
	put_byte(&writer, ND_DIGEST_VERSION);
	put_byte(&writer, (unsigned) form);
	put_text(&writer, findings->fault);
	if (findings->fault.length == 0)
	{
		put_byte(&writer, flag(findings->title.counts_bytes, ND_TITLE_COUNTS_BYTES) |
				 flag(findings->body.counts_bytes, ND_BODY_COUNTS_BYTES));
		put_kept(&writer, &findings->title);
		put_kept(&writer, &findings->body);
		put_records(&writer, findings);
	}
	*bytes = writer.bytes;
	*length = writer.used;
	return !writer.failed;
}

bool
nd_digest_check(NdArena *arena, const NdFindings *findings, NdDigestForm form,
				const unsigned char *bytes, uint32_t length)
{
	NdMark		mark = nd_arena_mark(arena);
	unsigned char *again;
	uint32_t	again_length;
	uint32_t	same = 0;

	if (!nd_digest_write(arena, findings, form, 0, &again, &again_length))
		return false;
	while (same < length && same < again_length && bytes[same] == again[same])
		same++;
	nd_arena_rewind(arena, mark);
	if (same < length || same < again_length)
		return nd_fail(arena->context, ND_DAMAGED, same, "not in its shortest form");
	return true;
}
