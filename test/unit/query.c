/*
 * query.c
 *		Query texts: words, strict and forgiving syntax, canonical form.
 */
#include "unit.h"

#include "query/query.h"
#include "query/words.h"

#include <stdlib.h>
#include <string.h>

static NdText
text_of(const char *string)
{
	return (NdText) {string, (uint32_t) strlen(string)};
}

static int
is(NdText text, const char *expected)
{
	if (text.length == strlen(expected) && memcmp(text.bytes, expected, text.length) == 0)
		return 1;
	printf("expected \"%s\", found \"%.*s\"\n", expected, (int) text.length, text.bytes);
	return 0;
}

static int
words_are(const char *text, const char *expected)
{
	NdContext	context;
	NdArena		arena;
	NdText		folded;
	NdText		again;
	int			right;

	nd_context_init(&context);
	nd_arena_init(&arena, &context);
	CHECK(nd_fold_all(&arena, text_of(text), &folded));
	CHECK(nd_fold_all(&arena, folded, &again));
	right = is(folded, expected) && again.length == folded.length &&
		(again.length == 0 || memcmp(again.bytes, folded.bytes, again.length) == 0);
	nd_arena_free(&arena);
	return right;
}

static void
words(void)
{
	CHECK(words_are("", ""));
	CHECK(words_are(" ... -- \"\" ", ""));
	CHECK(words_are("Cease-fire talks, again.", "cease fire talks again"));
	CHECK(words_are("can\xE2\x80\x99t won't O'Brien rock 'n' roll", "can't won't o'brien rock n roll"));
	CHECK(words_are("Israel's IRAN\xE2\x80\x99S officials' 80's it's's", "israel iran officials 80 it"));
	CHECK(words_are("U.S. U.N.-led U.S troops e.g. plan B. So J.K.Rowling", "us un led us troops eg plan b so jk rowling"));
	CHECK(words_are("1,200 1,2 12,345,678 1.5 24.10. 10..15 1,2345", "1200 1 2 12345678 1.5 24.10 10 15 1 2345"));
	CHECK(words_are("\xC3\x89LYS\xC3\x89""E \xD0\x9A\xD0\x98\xD0\x95\xD0\x92 stra\xC3\x9F""e", "\xC3\xA9lys\xC3\xA9""e \xD0\xBA\xD0\xB8\xD0\xB5\xD0\xB2 stra\xC3\x9F""e"));
	CHECK(words_are("cease\xC2\xAD""fire a'\xC2\xAD'b \xC2\xAD", "ceasefire a b"));
	CHECK(words_are("bad\xFF""bytes \xF0\x9F\x98\x80 \xC3", "bad bytes"));
	CHECK(words_are("AT&T user@example.org v2.0 x_y", "at t user example org v2.0 x y"));
	CHECK(words_are("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
					"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"));
	CHECK(words_are("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa's'bbb",
					"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"));
}

/* Folding what is folded changes nothing, for every character. */
static void
folding_is_stable(void)
{
	unsigned	unstable = 0;

	for (uint32_t character = 0; character < 0x110000; character++)
	{
		uint32_t	lower = nd_to_lower(character);

		unstable += nd_to_lower(lower) != lower;
		unstable += nd_is_letter(character) && !nd_is_letter(lower);
	}
	CHECK(unstable == 0);
}

/* Parses, prints, and checks that the canonical text stands for itself. */
static int
canonical(const char *text, const char *expected)
{
	NdContext	context;
	NdArena		arena;
	NdQuery		query;
	NdQuery		again;
	NdQueryFault fault;
	NdText		printed;
	NdText		reprinted;
	int			right = 0;

	nd_context_init(&context);
	nd_arena_init(&arena, &context);
	if (!nd_query_parse(&arena, text_of(text), &query, &fault))
		printf("%s at %u in %s\n", fault.what, fault.at, text);
	else if (nd_query_print(&arena, &query, &printed) && is(printed, expected) &&
			 nd_query_parse(&arena, printed, &again, &fault) &&
			 nd_query_print(&arena, &again, &reprinted))
		right = is(reprinted, expected) && again.n_nodes == query.n_nodes &&
			(query.n_nodes == 0 ||
			 memcmp(again.nodes, query.nodes, query.n_nodes * sizeof(NdQueryNode)) == 0);
	nd_arena_free(&arena);
	return right;
}

static void
strict_syntax(void)
{
	CHECK(canonical("", ""));
	CHECK(canonical(" \n\t ", ""));
	CHECK(canonical("Hostages", "hostages"));
	CHECK(canonical("a&b|c", "a & b | c"));
	CHECK(canonical("(a&b)|c", "a & b | c"));
	CHECK(canonical("a&(b|c)", "a & (b | c)"));
	CHECK(canonical("((a)) & (b & (c & d))", "a & b & c & d"));
	CHECK(canonical("a | (b | c) | d", "a | b | c | d"));
	CHECK(canonical("! ! a", "a"));
	CHECK(canonical("!(!(a))", "a"));
	CHECK(canonical("!!!a & !(b | c)", "!a & !(b | c)"));
	CHECK(canonical("!(a & b)", "!(a & b)"));
	CHECK(canonical("[ source:Hamas & stance:deny ] & killed>100", "[source:hamas & stance:deny] & killed > 100"));
	CHECK(canonical("[[a] & (b | [c & d])]", "[a & (b | c & d)]"));
	CHECK(canonical("![a|b]", "![a | b]"));
	CHECK(canonical("cease-fire", "\"cease fire\""));
	CHECK(canonical("\"Cease-fire talks\"", "\"cease fire talks\""));
	CHECK(canonical("\xE2\x80\x9C" "cease fire\xE2\x80\x9D", "\"cease fire\""));
	CHECK(canonical("\"Hamas\"", "hamas"));
	CHECK(canonical("host*", "host*"));
	CHECK(canonical("U.S.", "us"));
	CHECK(canonical("source:miller", "source:miller"));
	CHECK(canonical("Source: \"Matthew Miller\"", "source:\"matthew miller\""));
	CHECK(canonical("source:al-qaeda", "source:al-qaeda"));
	CHECK(canonical("source:\"hamas\"", "source:\"hamas\""));
	CHECK(canonical("via:diplo*", "via:diplo*"));
	CHECK(canonical("stance:\"deny\"", "stance:deny"));
	CHECK(canonical("stance:de*", "stance:de*"));
	CHECK(canonical("kind:anonymous & quote:direct & certainty:hedged & passage:body",
					"kind:anonymous & quote:direct & certainty:hedged & passage:body"));
	CHECK(canonical("cue:said | victims:\"aid workers\"", "cue:said | victims:\"aid workers\""));
	CHECK(canonical("killed >? 1,000", "killed >? 1000"));
	CHECK(canonical("Killed<=5&wounded>=?7", "killed <= 5 & wounded >=? 7"));
	CHECK(canonical("killed < 1", "killed < 1"));
	CHECK(canonical("killed <? 3 | missing = 0 | rescued =? 4", "killed <? 3 | missing = 0 | rescued =? 4"));
	CHECK(canonical("killed 10..15", "killed 10..15"));
	CHECK(canonical("killed = 10..15", "killed 10..15"));
	CHECK(canonical("killed =? 10..15", "killed =? 10..15"));
	CHECK(canonical("killed", "killed"));
	CHECK(canonical("killed > 999999999999999", "killed > 999999999999999"));
	CHECK(canonical("source & kind", "source & kind"));
}

static int
faulty(const char *text, uint32_t at, const char *what, const char *hint)
{
	NdContext	context;
	NdArena		arena;
	NdQuery		query;
	NdQueryFault fault;
	int			right;

	nd_context_init(&context);
	nd_arena_init(&arena, &context);
	right = !nd_query_parse(&arena, text_of(text), &query, &fault) && fault.what != NULL &&
		fault.at == at && strstr(fault.what, what) && !fault.limit &&
		(hint == NULL || (fault.hint && strstr(fault.hint, hint)));
	if (!right)
		printf("%s: %s at %u\n", text, fault.what, fault.at);
	nd_arena_free(&arena);
	return right;
}

static void
faults(void)
{
	CHECK(faulty("&", 0, "A term must stand here.", NULL));
	CHECK(faulty("a &", 3, "A term must stand here.", NULL));
	CHECK(faulty("a & & b", 4, "A term must stand here.", NULL));
	CHECK(faulty("-a", 0, "A term must stand here.", "! negates"));
	CHECK(faulty("()", 1, "A term must stand here.", NULL));
	CHECK(faulty("a b", 2, "An operator is missing", "phrase"));
	CHECK(faulty("killed 40", 7, "An operator is missing", "killed = 40"));
	CHECK(faulty("(a", 2, "A closing parenthesis is missing.", NULL));
	CHECK(faulty("[a & b", 6, "A closing bracket is missing.", NULL));
	CHECK(faulty("(a]", 2, "This closes nothing", NULL));
	CHECK(faulty("a)", 1, "This closes nothing", NULL));
	CHECK(faulty("\"a b", 0, "quotation mark is missing", NULL));
	CHECK(faulty("\"--\"", 1, "A word must stand here.", NULL));
	CHECK(faulty("source : a", 7, "An operator is missing", NULL));
	CHECK(faulty("source:", 7, "A term must stand here.", NULL));
	CHECK(faulty("colour:red", 0, "no field of this name", "There are: source, via, kind, stance, quote, certainty, cue, victims, passage."));
	CHECK(faulty("a & stance:loud", 11, "no such value", "There are: state, affirm, deny"));
	CHECK(faulty("stance:z*", 7, "no such value", "There are: state"));
	CHECK(faulty("kind:media-person", 5, "no such value", "media"));
	CHECK(faulty("eaten > 3", 0, "no kind of figure", "There are: killed, wounded"));
	CHECK(faulty("killed > x", 9, "A number in digits", NULL));
	CHECK(faulty("killed >", 8, "A number in digits", NULL));
	CHECK(faulty("killed < 0", 9, "less than 0", NULL));
	CHECK(faulty("killed > 100k", 12, "only digits", NULL));
	CHECK(faulty("killed 15..10", 11, "must not be less", NULL));
	CHECK(faulty("killed > 10..15", 11, "only digits", NULL));
	CHECK(faulty("killed = 1000000000000000", 9, "between 0 and", NULL));
	CHECK(faulty("cease-f*", 7, "single word", NULL));
	CHECK(faulty("* & a", 0, "A term must stand here.", NULL));
}

/* `before` repeated, `middle`, `after` repeated: whether that is too much. */
static int
beyond(const char *before, const char *middle, const char *after, unsigned times, const char *what)
{
	size_t		room = (strlen(before) + strlen(after)) * times + strlen(middle) + 1;
	char	   *text = malloc(room);
	char	   *end = text;
	NdContext	context;
	NdArena		arena;
	NdQuery		query;
	NdQueryFault fault;
	int			result;

	for (unsigned i = 0; i < times; i++)
		end += sprintf(end, "%s", before);
	end += sprintf(end, "%s", middle);
	for (unsigned i = 0; i < times; i++)
		end += sprintf(end, "%s", after);
	nd_context_init(&context);
	nd_arena_init(&arena, &context);
	result = !nd_query_parse(&arena, text_of(text), &query, &fault);
	CHECK(!result || (fault.what && fault.limit && strstr(fault.what, what)));
	CHECK(nd_query_forgive(&arena, text_of(text), &query));
	CHECK(query.n_terms <= ND_QUERY_MOST_TERMS);
	nd_arena_free(&arena);
	free(text);
	return result;
}

static void
limits(void)
{
	CHECK(!beyond("(", "a", ")", 64, ""));
	CHECK(beyond("(", "a", ")", 65, "64 deep"));
	CHECK(!beyond("!", "a", "", 64, ""));
	CHECK(beyond("!", "a", "", 65, "64 deep"));
	CHECK(beyond("[", "a", "]", 65, "64 deep"));
	CHECK(beyond("(", "a", ")", 30000, "64 deep"));
	CHECK(!beyond("a & ", "a", "", 1023, ""));
	CHECK(beyond("a|", "a", "", 1024, "1024 terms"));
	CHECK(!beyond("a-", "a", "", 63, ""));
	CHECK(beyond("a-", "a", "", 64, "64 words"));
	CHECK(beyond(" ", "a", "", 65536, "65536 bytes"));
	CHECK(!beyond(" ", "a", "", 65535, ""));
	/* printed in lower case these have three bytes, as they are written two */
	CHECK(beyond("\xC8\xBA\xC8\xBA\xC8\xBA\xC8\xBA\xC8\xBA\xC8\xBA\xC8\xBA"
				 "\xC8\xBA\xC8\xBA\xC8\xBA\xC8\xBA\xC8\xBA\xC8\xBA\xC8\xBA"
				 "\xC8\xBA\xC8\xBA\xC8\xBA\xC8\xBA\xC8\xBA\xC8\xBA\xC8\xBA|", "a", "", 1023, "65536 bytes"));
}

static int
forgiven(const char *text, const char *expected)
{
	NdContext	context;
	NdArena		arena;
	NdQuery		query;
	NdText		printed;
	int			right;

	nd_context_init(&context);
	nd_arena_init(&arena, &context);
	right = nd_query_forgive(&arena, text_of(text), &query) &&
		nd_query_print(&arena, &query, &printed) && is(printed, expected) &&
		canonical(expected, expected);
	nd_arena_free(&arena);
	return right;
}

static void
forgiving_syntax(void)
{
	CHECK(forgiven("", ""));
	CHECK(forgiven("?!", ""));
	CHECK(forgiven("hamas", "hamas"));
	CHECK(forgiven("[source:hamas] | b", "[source:hamas] | b"));
	CHECK(forgiven("hamas rejects talks", "hamas & rejects & talks"));
	CHECK(forgiven("hamas and israel", "hamas & israel"));
	CHECK(forgiven("a b or c d", "a & (b | c) & d"));
	CHECK(forgiven("a b | c | d", "a & (b | c | d)"));
	CHECK(forgiven("or a", "or & a"));
	CHECK(forgiven("a or", "a"));
	CHECK(forgiven("hamas -israel", "hamas & !israel"));
	CHECK(forgiven("hamas - israel", "hamas & israel"));
	CHECK(forgiven("hamas !\"cease fire\"", "hamas & !\"cease fire\""));
	CHECK(forgiven("\"cease fire\" talks", "\"cease fire\" & talks"));
	CHECK(forgiven("\"cease fire talks", "cease & fire & talks"));
	CHECK(forgiven("(a & b", "a & b"));
	CHECK(forgiven("a))) ]] &&& b", "a & b"));
	CHECK(forgiven("colour:red killed > 100", "colour & red & killed > 100"));
	CHECK(forgiven("killed > many", "killed & many"));
	CHECK(forgiven("killed 40", "killed & 40"));
	CHECK(forgiven("stance:loud source:hamas", "stance & loud & source:hamas"));
	CHECK(forgiven("\"\" a \"", "a"));
	CHECK(forgiven("what did they say about talks?", "what & did & they & say & about & talks"));
}

int
main(void)
{
	words();
	folding_is_stable();
	strict_syntax();
	faults();
	limits();
	forgiving_syntax();
	return unit_result();
}
