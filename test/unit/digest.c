/*
 * digest.c
 *		Findings of articles, as bytes and back.
 */
#include "digest/digest.h"

#include "articles.h"
#include "digest/pack.h"
#include "promises.h"
#include "same_findings.h"
#include "unit.h"

#define PUBLISHED	19800

static const char title_text[] =
"Mayor says 12 people were killed, police confirm at least 40 wounded in Harbour Street";

/* One article, what was found in it, and the memory of both. */
typedef struct Case
{
	NdContext	context;
	NdArena		arena;
	NdEngine	engine;
	NdText		title;
	NdText		body;
	NdFindings	findings;
} Case;

static NdText
text_of(const char *string)
{
	return (NdText) {string, (uint32_t) strlen(string)};
}

static bool
analyse(Case *of, NdText body, NdText title, bool counts_bytes)
{
	nd_context_init(&of->context);
	nd_arena_init(&of->arena, &of->context);
	of->title = title;
	of->body = body;
	return nd_engine_open(&of->context, nd_embedded_models(), &of->engine) &&
		nd_analyse_article(&of->arena, &of->engine, body, title, PUBLISHED, counts_bytes,
						   &of->findings);
}

static void
end(Case *of)
{
	nd_arena_free(&of->arena);
	CHECK(of->context.held_bytes == 0);
}

/* The byte of a character, counted without the core's help. */
static uint32_t
byte_of(NdText text, uint32_t character, bool counts_bytes)
{
	uint32_t	at = 0;

	if (counts_bytes)
		return character;
	for (uint32_t i = 0; i < character && at < text.length; i++)
	{
		uint32_t	next;

		(void) nd_decode(text, at, &next);
		at = next;
	}
	return at;
}

/* Whether the words kept of a span stand at its place in the text. */
static bool
stands_there(const NdKept *kept, NdText text, NdSpan at)
{
	NdSpan		place = nd_kept_place(kept, at);
	uint32_t	start = byte_of(text, place.start, kept->counts_bytes);
	uint32_t	stop = byte_of(text, place.end, kept->counts_bytes);

	return stop <= text.length &&
		same_text(nd_kept_words(kept, at), (NdText) {text.bytes + start, stop - start});
}

static bool
pieces_stand_there(const NdKept *kept, NdText text, NdPieces pieces)
{
	bool		there = true;

	for (uint32_t i = 0; i < pieces.count && there; i++)
		there = stands_there(kept, text, pieces.spans[i]);
	return there;
}

static void
check_places(const Case *of, const NdFindings *findings)
{
	for (uint32_t i = 0; i < findings->n_claims; i++)
	{
		const NdFoundClaim *claim = &findings->claims[i];
		const NdKept *kept = nd_kept_of(findings, claim->in_title);
		NdText		text = claim->in_title ? of->title : of->body;

		CHECK(pieces_stand_there(kept, text, claim->source_at));
		CHECK(pieces_stand_there(kept, text, claim->cue));
		CHECK(pieces_stand_there(kept, text, claim->content));
	}
	for (uint32_t i = 0; i < findings->n_tolls; i++)
	{
		const NdFoundToll *toll = &findings->tolls[i];
		const NdKept *kept = nd_kept_of(findings, toll->in_title);
		NdText		text = toll->in_title ? of->title : of->body;

		CHECK(stands_there(kept, text, toll->at));
		CHECK(nd_span_empty(toll->victims) || stands_there(kept, text, toll->victims));
	}
}

/* Writes, reads, compares; the bytes are of the arena. */
static void
check_round_trip(Case *of, const NdFindings *findings, NdDigestForm form,
				 unsigned char **bytes, uint32_t *length)
{
	NdFindings	again;
	unsigned char *behind;
	uint32_t	more;
	const char *broken = broken_promise(findings, form == ND_ONE_CLAIM);

	if (broken)
		printf("%s\n", broken);
	CHECK(broken == NULL);
	CHECK(nd_digest_write(&of->arena, findings, form, 0, bytes, length));
	CHECK(nd_digest_write(&of->arena, findings, form, ND_DIGEST_HEADROOM, &behind, &more));
	CHECK(more == *length + ND_DIGEST_HEADROOM &&
		  memcmp(behind + ND_DIGEST_HEADROOM, *bytes, *length) == 0);
	CHECK(nd_digest_read(&of->arena, *bytes, *length, form, &again));
	CHECK(of->context.status == ND_OK);
	CHECK(same_findings(findings, &again));
	CHECK(broken_promise(&again, form == ND_ONE_CLAIM) == NULL);
	CHECK(nd_digest_check(&of->arena, &again, form, *bytes, *length));
}

/* What belongs to one claim is what the whole says of it. */
static void
check_claim(Case *of, uint32_t number)
{
	const NdFindings *whole = &of->findings;
	const NdFoundClaim *claim = &whole->claims[number];
	NdFindings	one;
	NdFindings	again;
	unsigned char *bytes;
	uint32_t	length;
	uint32_t	tolls = 0;

	CHECK(nd_findings_of_claim(&of->arena, whole, number, &one));
	check_places(of, &one);
	check_round_trip(of, &one, ND_ONE_CLAIM, &bytes, &length);
	CHECK(one.claims[0].number == claim->number && one.claims[0].parent == claim->parent);
	CHECK(one.claims[0].n_via == claim->n_via);
	CHECK((one.claims[0].source == ND_NONE) == (claim->source == ND_NONE));
	CHECK(claim->source == ND_NONE ||
		  same_text(one.sources[one.claims[0].source].key, whole->sources[claim->source].key));
	CHECK(one.claims[0].content.count == claim->content.count);
	for (uint32_t i = 0; i < claim->content.count; i++)
		CHECK(same_text(nd_kept_words(nd_kept_of(&one, claim->in_title), one.claims[0].content.spans[i]),
						nd_kept_words(nd_kept_of(whole, claim->in_title), claim->content.spans[i])));
	for (uint32_t i = 0; i < whole->n_tolls; i++)
		tolls += whole->tolls[i].claim == claim->number;
	CHECK(one.n_tolls == tolls);
	/* cutting it out of itself changes nothing */
	CHECK(nd_findings_of_claim(&of->arena, &one, 0, &again));
	CHECK(same_findings(&one, &again));
}

static unsigned found_claims;
static unsigned found_tolls;
static unsigned found_names;
static unsigned found_title_claims;

static void
check_article(NdText body, NdText title, bool counts_bytes)
{
	Case		of;
	unsigned char *bytes;
	uint32_t	length;

	CHECK(analyse(&of, body, title, counts_bytes));
	check_places(&of, &of.findings);
	check_round_trip(&of, &of.findings, ND_WHOLE_ARTICLE, &bytes, &length);
	for (uint32_t i = 0; i < of.findings.n_claims; i++)
		check_claim(&of, i);
	found_claims += of.findings.n_claims;
	found_tolls += of.findings.n_tolls;
	found_names += of.findings.body.n_names;
	found_title_claims += of.findings.n_claims > 0 && of.findings.claims[0].in_title;
	end(&of);
}

static void
test_article(NdText body)
{
	check_article(body, (NdText) {NULL, 0}, false);
	check_article(body, text_of(title_text), true);
}

/* The article at hand with bytes that are no characters, and cut ones. */
static void
test_ill_formed(NdText body)
{
	char	   *spoilt = malloc(body.length);

	memcpy(spoilt, body.bytes, body.length);
	for (uint32_t i = 0; i < body.length; i += 97)
		spoilt[i] = i % 2 == 0 ? '\xFF' : '\xE2';
	check_article((NdText) {spoilt, body.length}, text_of("\xE2\x80 Mayor \xFFsays it"), false);
	check_article((NdText) {spoilt, body.length}, text_of("\xE2\x80 Mayor \xFFsays it"), true);
	free(spoilt);
}

/* Damaged bytes are refused or keep all promises; so are bytes cut off. */
static void
check_hostile(Case *of, NdDigestForm form, const unsigned char *bytes, uint32_t length)
{
	static const unsigned char masks[] = {0x01, 0x20, 0x80};
	unsigned	refused = 0;

	for (uint32_t i = 0; i < length * sizeof(masks); i++)
	{
		unsigned char *copy = malloc(length);
		NdContext	context;
		NdArena		arena;
		NdFindings	findings;

		memcpy(copy, bytes, length);
		copy[i / sizeof(masks)] ^= masks[i % sizeof(masks)];
		nd_context_init(&context);
		nd_arena_init(&arena, &context);
		if (nd_digest_read(&arena, copy, length, form, &findings))
		{
			const char *broken = broken_promise(&findings, form == ND_ONE_CLAIM);

			if (broken)
				printf("byte %u: %s\n", (unsigned) (i / sizeof(masks)), broken);
			CHECK(broken == NULL);
		}
		else
		{
			CHECK(context.status == ND_DAMAGED && context.offset <= length);
			refused++;
		}
		nd_arena_free(&arena);
		free(copy);
	}
	CHECK(refused > 0);
	for (uint32_t i = 0; i < length; i++)
	{
		unsigned char *copy = malloc(i + 1);
		NdFindings	findings;

		memcpy(copy, bytes, i);
		CHECK(!nd_digest_read(&of->arena, copy, i, form, &findings));
		CHECK(of->context.status == ND_DAMAGED);
		of->context.status = ND_OK;
		free(copy);
	}
}

static void
test_hostile(NdText body)
{
	Case		of;
	NdFindings	one;
	unsigned char *bytes;
	uint32_t	length;

	CHECK(analyse(&of, body, text_of(title_text), false));
	CHECK(of.findings.n_tolls > 0);
	CHECK(nd_digest_write(&of.arena, &of.findings, ND_WHOLE_ARTICLE, 0, &bytes, &length));
	check_hostile(&of, ND_WHOLE_ARTICLE, bytes, length);
	CHECK(nd_findings_of_claim(&of.arena, &of.findings, of.findings.tolls[0].claim - 1, &one));
	CHECK(one.n_tolls > 0);
	CHECK(nd_digest_write(&of.arena, &one, ND_ONE_CLAIM, 0, &bytes, &length));
	check_hostile(&of, ND_ONE_CLAIM, bytes, length);
	end(&of);
}

static void
test_empty(void)
{
	check_article((NdText) {"", 0}, (NdText) {NULL, 0}, false);
	check_article((NdText) {"", 0}, text_of(title_text), false);
	check_article((NdText) {"\n \n", 3}, text_of(""), true);
}

static void
test_fault(NdText body)
{
	Case		of;
	unsigned char *bytes;
	uint32_t	length;

	nd_context_init(&of.context);
	of.context.limits.text_bytes = 10;
	nd_arena_init(&of.arena, &of.context);
	CHECK(nd_engine_open(&of.context, nd_embedded_models(), &of.engine));
	CHECK(nd_analyse_article(&of.arena, &of.engine, body, (NdText) {NULL, 0}, ND_NO_DATE, false,
							 &of.findings));
	CHECK(of.context.status == ND_OK);
	CHECK(same_text(of.findings.fault, text_of("text is longer than its limit")));
	check_round_trip(&of, &of.findings, ND_WHOLE_ARTICLE, &bytes, &length);
	end(&of);
}

/* Bytes that say the same otherwise are read, but found not to be ours. */
static void
test_forms(void)
{
	static const unsigned char empty[] = {1, 'a', 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0};
	static const unsigned char longer[] = {1, 'a', 0x80, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0};
	static const unsigned char fault[] = {1, 'a', 4, 'n', 'o', 'n', 'e'};
	static const unsigned char cases[][8] = {{2, 'a'}, {1, 'c'}, {1, 'a', 0, 4}};
	Case		of;
	unsigned char *bytes;
	uint32_t	length;

	CHECK(analyse(&of, (NdText) {"", 0}, (NdText) {NULL, 0}, false));
	CHECK(nd_digest_write(&of.arena, &of.findings, ND_WHOLE_ARTICLE, 0, &bytes, &length));
	CHECK(length < sizeof(empty) && memcmp(bytes, empty, length) == 0);
	CHECK(nd_digest_read(&of.arena, longer, length + 1, ND_WHOLE_ARTICLE, &of.findings));
	CHECK(!nd_digest_check(&of.arena, &of.findings, ND_WHOLE_ARTICLE, longer, length + 1));
	CHECK(of.context.status == ND_DAMAGED && of.context.offset == 2);
	of.context.status = ND_OK;
	CHECK(nd_digest_read(&of.arena, fault, sizeof(fault), ND_WHOLE_ARTICLE, &of.findings));
	CHECK(same_text(of.findings.fault, text_of("none")));
	CHECK(!nd_digest_check(&of.arena, &of.findings, ND_WHOLE_ARTICLE, fault, sizeof(fault)));
	for (unsigned i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
	{
		of.context.status = ND_OK;
		CHECK(!nd_digest_read(&of.arena, cases[i], sizeof(cases[i]), ND_WHOLE_ARTICLE, &of.findings));
		CHECK(of.context.status == ND_DAMAGED);
	}
	end(&of);
}

static bool
packs_to(const char *text, const char *packed, uint32_t length)
{
	unsigned char out[64];
	char		back[64];
	uint32_t	fault;

	return nd_pack(text_of(text), out) == length && memcmp(out, packed, length) == 0 &&
		nd_unpacked_length(out, length, &fault) == strlen(text) &&
		(nd_unpack(out, length, back), memcmp(back, text, strlen(text)) == 0);
}

/* What a code stands for packs into that code: no fragment is overlooked. */
static bool
code_comes_back(unsigned char code)
{
	char		text[16];
	unsigned char out[16 * ND_PACK_GROWTH];
	uint32_t	fault;
	uint32_t	length = nd_unpacked_length(&code, 1, &fault);

	nd_unpack(&code, 1, text);
	return nd_pack((NdText) {text, length}, out) == 1 && out[0] == code;
}

static void
test_packing(void)
{
	char		all[256];
	unsigned char packed[256 * ND_PACK_GROWTH];
	char		back[256];
	uint32_t	length;
	uint32_t	fault;

	for (unsigned code = 1; code < 256; code++)
		CHECK(code_comes_back((unsigned char) code));
	CHECK(packs_to("", "", 0));
	CHECK(packs_to("X", "X", 1));
	CHECK(packs_to("\xFF", "\0\0\xFF", 3));
	CHECK(packs_to("\xFF\x01", "\0\1\xFF\x01", 4));
	CHECK(packs_to("\xFFX\x01", "\0\0\xFFX\0\0\x01", 7));
	for (unsigned i = 0; i < 256; i++)
		all[i] = (char) i;
	length = nd_pack((NdText) {all, 256}, packed);
	CHECK(nd_unpacked_length(packed, length, &fault) == 256);
	nd_unpack(packed, length, back);
	CHECK(memcmp(all, back, 256) == 0);
	/* a run of quoted bytes that is longer than a count can say */
	memset(all, 0xF5, 256);
	CHECK(nd_pack((NdText) {all, 256}, packed) == 258);
	CHECK(nd_unpacked_length((const unsigned char *) "\0", 1, &fault) == ND_NONE && fault == 0);
	CHECK(nd_unpacked_length((const unsigned char *) "a\0\1b", 4, &fault) == ND_NONE && fault == 1);
}

static void
test_capitals(void)
{
	NdText		text = text_of("the Mayor\xE2\x80\x99s U.S. \xE2\x80\x9CZ\xC3\xBCrich\xE2\x80\x9D 9A \xC3\x89t\xC3\xA9 \xC3\xA9t\xC3\xA9");
	static const char *const words[] = {"Mayor", "U", "S", "Z\xC3\xBCrich", "\xC3\x89t\xC3\xA9"};
	uint32_t	at = 0;
	uint32_t	found = 0;
	NdSpan		word;

	while (nd_next_capital(text, &at, &word) && found < 5)
	{
		CHECK(same_text((NdText) {text.bytes + word.start, word.end - word.start},
						text_of(words[found])));
		found++;
	}
	CHECK(found == 5 && at == text.length);
}

int
main(void)
{
	CHECK(for_articles("test/articles", test_article) > 5);
	CHECK(for_articles("demo/articles", test_article) > 5);
	CHECK(found_claims > 100 && found_tolls > 20 && found_names > 100 && found_title_claims > 5);
	for_article("test/articles/names.txt", test_ill_formed);
	for_article("test/articles/flood.txt", test_ill_formed);
	for_article("test/articles/flood.txt", test_hostile);
	for_article("test/articles/flood.txt", test_fault);
	test_empty();
	test_forms();
	test_packing();
	test_capitals();
	return unit_result();
}
