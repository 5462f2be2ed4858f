/*
 * query_match.c
 *		Which findings meet which queries.
 */
#include "unit.h"

#include "query/query.h"
#include "query/words.h"

#include <string.h>

/* An article of our own, cut down to what is kept of it. */
static const char body[] =
	"Hamas rejects the new cease-fire proposals | rejected | "
	"forty civilians, aid workers among them, were killed in Gaza | according to | "
	"at least 7 aid workers | three soldiers were not hurt | Bakers cannot bake | denies | "
	"dozens of Syrian villagers";

static NdText
text_of(const char *string)
{
	return (NdText) {string, (uint32_t) strlen(string)};
}

/* Where words stand in the body. */
static NdSpan
at(const char *words)
{
	const char *found = strstr(body, words);
	uint32_t	start = (uint32_t) (found - body);

	CHECK(found != NULL);
	return (NdSpan) {start, start + (uint32_t) strlen(words)};
}

enum
{
	HAMAS, MINISTRY, DIPLOMATS
};

typedef struct Article
{
	NdSpan		names[3];
	NdSpan		pieces[8];
	uint32_t	via[1];
	NdFoundSource sources[3];
	NdFoundClaim claims[3];
	NdFoundToll tolls[4];
	NdFindings	findings;
} Article;

/*
 * 1: Hamas denies; 2: the ministry, from diplomats, says with reserve, with
 * two figures, one of them denied; 3: nobody known. One figure is of no claim.
 */
static void
make_article(Article *a)
{
	memset(a, 0, sizeof(*a));
	a->names[0] = at("Hamas");
	a->names[1] = at("Gaza");
	a->names[2] = at("Bakers");
	a->pieces[0] = at("the new cease-fire proposals");
	a->pieces[1] = at("rejected");
	a->pieces[2] = at("forty civilians, aid workers");
	a->pieces[3] = at("were killed in Gaza");
	a->pieces[4] = at("according to");
	a->pieces[5] = at("Bakers cannot bake");
	a->via[0] = DIPLOMATS;
	a->sources[HAMAS] = (NdFoundSource) {.kind = ND_SOURCE_ORGANISATION, .key = text_of("hamas")};
	a->sources[MINISTRY] = (NdFoundSource) {.kind = ND_SOURCE_ORGANISATION, .key = text_of("gaza's health ministry")};
	a->sources[DIPLOMATS] = (NdFoundSource) {.kind = ND_SOURCE_ANONYMOUS, .key = text_of("unnamed diplomats")};
	a->claims[0] = (NdFoundClaim) {
		.number = 1, .source = HAMAS, .cue = {&a->pieces[1], 1}, .content = {&a->pieces[0], 1},
		.manner = {.stance = ND_DENY}, .quote = ND_INDIRECT, .passage = ND_BODY
	};
	a->claims[1] = (NdFoundClaim) {
		.number = 2, .source = MINISTRY, .via = a->via, .n_via = 1, .cue = {&a->pieces[4], 1},
		.content = {&a->pieces[2], 2}, .manner = {.stance = ND_STATE, .hedged = true},
		.quote = ND_DIRECT, .passage = ND_BODY
	};
	a->claims[2] = (NdFoundClaim) {
		.number = 3, .source = ND_NONE, .content = {&a->pieces[5], 1},
		.quote = ND_MIXED, .passage = ND_HEADLINE
	};
	a->tolls[0] = (NdFoundToll) {
		.number = 1, .value = nd_toll_value(ND_KILLED, 7, ND_NO_BOUND, ND_AT_LEAST),
		.at = at("at least 7"), .victims = at("aid workers | three"), .group = ND_AID_WORKERS, .claim = 2
	};
	a->tolls[0].victims.end -= (uint32_t) strlen(" | three");
	a->tolls[1] = (NdFoundToll) {
		.number = 2, .value = nd_toll_value(ND_WOUNDED, 3, 3, ND_EXACT),
		.at = at("three"), .victims = at("soldiers"), .claim = 2, .negated = true
	};
	a->tolls[2] = (NdFoundToll) {
		.number = 3, .value = nd_toll_value(ND_DISPLACED, 24, 99, ND_VAGUE),
		.at = at("dozens"), .victims = at("Syrian villagers"), .passage = ND_RELATED
	};
	a->tolls[3] = (NdFoundToll) {
		.number = 4, .value = nd_toll_value(ND_KILLED, 40, 40, ND_EXACT),
		.at = at("forty"), .victims = at("civilians"), .place = at("Gaza"), .group = ND_CIVILIANS, .claim = 2
	};
	a->findings.body = (NdKept) {
		.text = text_of(body), .names = a->names, .n_names = 3
	};
	a->findings.sources = a->sources;
	a->findings.n_sources = 3;
	a->findings.claims = a->claims;
	a->findings.n_claims = 3;
	a->findings.tolls = a->tolls;
	a->findings.n_tolls = 4;
}

/* Whether findings meet a query: 1, 0, or -1 when something fails. */
static int
meet(const char *text, const NdFindings *findings, bool one_claim)
{
	NdContext	context;
	NdArena		arena;
	NdStemmer	stemmer;
	NdQuery		query;
	NdQueryFault fault;
	bool		met;
	int			result = -1;

	nd_context_init(&context);
	nd_arena_init(&arena, &context);
	if (!nd_query_parse(&arena, text_of(text), &query, &fault))
		printf("%s in %s\n", fault.what, text);
	else if (nd_stemmer_open(&context, &stemmer))
	{
		if (nd_query_stem(&arena, &stemmer, &query) &&
			nd_query_matches(&arena, &stemmer, &query, findings, one_claim, &met))
			result = met;
		nd_stemmer_close(&stemmer);
	}
	nd_arena_free(&arena);
	return result;
}

static int
article_meets(const char *text)
{
	Article		article;

	make_article(&article);
	return meet(text, &article.findings, false);
}

/* The second claim with its figures, as a value of its own. */
static int
claim_meets(const char *text)
{
	Article		article;

	make_article(&article);
	article.claims[0] = article.claims[1];
	article.tolls[2] = article.tolls[3];
	article.findings.n_claims = 1;
	article.findings.n_tolls = 3;
	return meet(text, &article.findings, true);
}

static void
content(void)
{
	CHECK(article_meets("proposal") == 1);
	CHECK(article_meets("PROPOSED") == 1);
	CHECK(article_meets("proposition") == 0);
	CHECK(article_meets("propos*") == 1);
	CHECK(article_meets("proposalsx*") == 0);
	CHECK(article_meets("cease-fire") == 1);
	CHECK(article_meets("\"new cease fire proposal\"") == 1);
	CHECK(article_meets("\"cease proposal\"") == 0);
	CHECK(article_meets("hamas") == 0);
	CHECK(article_meets("bakers") == 1);
	CHECK(article_meets("baker") == 0);
	CHECK(article_meets("baking") == 1);
	CHECK(article_meets("\"workers were killed\"") == 1);
	CHECK(article_meets("\"proposals forty\"") == 0);
	CHECK(article_meets("rejected") == 0);
	CHECK(article_meets("\"at least\"") == 1);
	CHECK(article_meets("villagers") == 0);
	CHECK(article_meets("three") == 0);
	CHECK(article_meets("") == 0);
}

static void
fields(void)
{
	CHECK(article_meets("source:hamas") == 1);
	CHECK(article_meets("source:health") == 1);
	CHECK(article_meets("source:ministries") == 0);
	CHECK(article_meets("source:minist*") == 1);
	CHECK(article_meets("source:health-ministry") == 1);
	CHECK(article_meets("source:gaza-ministry") == 0);
	CHECK(article_meets("source:\"health ministry\"") == 0);
	CHECK(article_meets("source:\"Gaza's Health Ministry\"") == 1);
	CHECK(article_meets("source:diplomats") == 0);
	CHECK(article_meets("via:diplomats") == 1);
	CHECK(article_meets("kind:anonymous") == 0);
	CHECK(article_meets("kind:unknown & kind:org*") == 1);
	CHECK(article_meets("stance:deny & stance:state") == 1);
	CHECK(article_meets("stance:warn | quote:direct") == 1);
	CHECK(article_meets("certainty:hedged & !certainty:certain") == 0);
	CHECK(article_meets("cue:reject") == 1);
	CHECK(article_meets("cue:according") == 1);
	CHECK(article_meets("cue:\"according\"") == 0);
	CHECK(article_meets("cue:\"according to\"") == 1);
	CHECK(article_meets("passage:headline") == 1);
	CHECK(article_meets("passage:related") == 1);
	CHECK(article_meets("passage:boilerplate") == 0);
	CHECK(article_meets("victims:civilian") == 1);
	CHECK(article_meets("victims:worker") == 1);
	CHECK(article_meets("victims:\"aid workers\"") == 1);
	CHECK(article_meets("victims:\"workers\"") == 0);
	CHECK(article_meets("victims:syrians") == 1);
	CHECK(article_meets("victims:soldiers") == 0);
}

static void
figures(void)
{
	CHECK(article_meets("killed > 39") == 1);
	CHECK(article_meets("killed > 40") == 0);
	CHECK(article_meets("killed >? 1000") == 1);
	CHECK(article_meets("killed >= 7") == 1);
	CHECK(article_meets("killed < 40") == 0);
	CHECK(article_meets("killed <= 40") == 1);
	CHECK(article_meets("killed <? 8") == 1);
	CHECK(article_meets("killed <? 7") == 0);
	CHECK(article_meets("killed <=? 7") == 1);
	CHECK(article_meets("killed = 40") == 1);
	CHECK(article_meets("killed = 7") == 0);
	CHECK(article_meets("killed =? 7") == 1);
	CHECK(article_meets("killed 40..41") == 1);
	CHECK(article_meets("killed 7..39") == 0);
	CHECK(article_meets("killed =? 8..39") == 1);
	CHECK(article_meets("wounded >= 0") == 0);
	CHECK(article_meets("displaced 20..99") == 1);
	CHECK(article_meets("displaced 25..99") == 0);
	CHECK(article_meets("missing >=? 0") == 0);
}

static void
brackets(void)
{
	CHECK(article_meets("source:hamas & killed > 10") == 1);
	CHECK(article_meets("[source:hamas & killed > 10]") == 0);
	CHECK(article_meets("[source:ministry & killed > 10]") == 1);
	CHECK(article_meets("[source:ministry & killed > 10] & [stance:deny & cease*]") == 1);
	CHECK(article_meets("![source:hamas & killed > 10]") == 1);
	CHECK(article_meets("[!source:hamas & !killed > 10]") == 1);
	CHECK(article_meets("!source:hamas") == 0);
	CHECK(article_meets("[!source:hamas]") == 1);
	CHECK(article_meets("[displaced >= 0]") == 0);
	CHECK(article_meets("[passage:related]") == 0);
	CHECK(article_meets("(source:hamas | x) & !(y | z)") == 1);
}

static void
one_claim(void)
{
	CHECK(claim_meets("source:ministry & killed >= 7 & killed = 40") == 1);
	CHECK(claim_meets("[source:ministry & killed >= 7]") == 1);
	CHECK(claim_meets("source:hamas") == 0);
	CHECK(claim_meets("!source:hamas & !wounded >=? 0") == 1);
	CHECK(claim_meets("least & passage:body") == 1);
	CHECK(claim_meets("passage:related") == 0);
	CHECK(claim_meets("") == 0);
}

/* Nothing found: only what is denied is met, and of no claim nothing. */
static void
nothing_found(void)
{
	NdFindings	none;

	memset(&none, 0, sizeof(none));
	CHECK(meet("a | killed > 3 | passage:body | [a]", &none, false) == 0);
	CHECK(meet("!a & !killed > 3 & ![a]", &none, false) == 1);
	CHECK(meet("", &none, false) == 0);
	CHECK(meet("!a", &none, true) == 0);
}

/* As many words as a term can have, in a row and as a whole. */
static void
long_phrases(void)
{
	Article		article;
	char		words[ND_QUERY_MOST_WORDS * 2 + 1];
	char		query[ND_QUERY_MOST_WORDS * 4 + 32];
	NdSpan		piece = {0, sizeof(words) - 1};

	for (uint32_t i = 0; i < ND_QUERY_MOST_WORDS; i++)
		memcpy(words + i * 2, i == ND_QUERY_MOST_WORDS - 1 ? "b " : "a ", 3);
	make_article(&article);
	article.findings.body.text = text_of(words);
	article.findings.body.n_names = 0;
	article.findings.n_tolls = 0;
	article.findings.n_claims = 1;
	article.claims[0].cue = article.claims[0].content = (NdPieces) {&piece, 1};
	snprintf(query, sizeof(query), "\"%s\" & cue:\"%s\"", words, words);
	CHECK(meet(query, &article.findings, false) == 1);
	piece.end -= 2;
	CHECK(meet(query, &article.findings, false) == 0);
	CHECK(meet("cue:\"a a\"", &article.findings, false) == 0);
	CHECK(meet("\"a a a\"", &article.findings, false) == 1);
	CHECK(meet("\"a b\"", &article.findings, false) == 0);
}

static bool
count_down(void *owner)
{
	unsigned   *left = owner;

	if (*left == 0)
		return false;
	--*left;
	return true;
}

/* Cancelled wherever the caller may, and then no answer. */
static void
cancelled(void)
{
	unsigned	polls = 0;
	bool		done = false;

	for (; !done && polls < 100; polls++)
	{
		unsigned	left = polls;
		Article		article;
		NdContext	context;
		NdArena		arena;
		NdStemmer	stemmer;
		NdQuery		query;
		NdQueryFault fault;
		bool		met;

		make_article(&article);
		nd_context_init(&context);
		nd_arena_init(&arena, &context);
		context.poll = count_down;
		context.poll_owner = &left;
		CHECK(nd_stemmer_open(&context, &stemmer));
		CHECK(nd_query_parse(&arena, text_of("![x & killed > 3] & !zebra"), &query, &fault));
		CHECK(nd_query_stem(&arena, &stemmer, &query));
		done = nd_query_matches(&arena, &stemmer, &query, &article.findings, false, &met);
		CHECK(context.status == (done ? ND_OK : ND_CANCELLED));
		nd_stemmer_close(&stemmer);
		nd_arena_free(&arena);
	}
	CHECK(done && polls > 6);
}

/* What lets matching pass over words by their first letter. */
static void
stems_keep_the_first_letter(void)
{
	static const char *const endings[] = {
		"", "s", "es", "ies", "ing", "ed", "ly", "ational", "ness", "'s", "yed", "eedly", "skis", "ying"
	};
	NdContext	context;
	NdStemmer	stemmer;
	uint64_t	random = 1;
	unsigned	changed = 0;
	char		word[32];
	char		stem[ND_STEM_BYTES];

	nd_context_init(&context);
	CHECK(nd_stemmer_open(&context, &stemmer));
	for (unsigned i = 0; i < 100000; i++)
	{
		uint32_t	length = 1 + i % 5;

		for (uint32_t k = 0; k < length; k++)
		{
			random = random * UINT64_C(6364136223846793005) + 1442695040888963407u;
			word[k] = (char) ('a' + (random >> 33) % 26);
		}
		strcpy(word + length, endings[i % (sizeof(endings) / sizeof(endings[0]))]);
		changed += nd_stem(&stemmer, word, (uint32_t) strlen(word), stem) == 0 || stem[0] != word[0];
	}
	CHECK(changed == 0);
	nd_stemmer_close(&stemmer);
}

int
main(void)
{
	content();
	fields();
	figures();
	brackets();
	one_claim();
	nothing_found();
	long_phrases();
	cancelled();
	stems_keep_the_first_letter();
	return unit_result();
}
