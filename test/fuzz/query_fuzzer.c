/*
 * query_fuzzer.c
 *		Query texts under libFuzzer: any bytes are a query, or are none.
 *
 * The first line is the query, the rest an article that it is matched with.
 * Beyond what the sanitizers see: canonical text stands for its query, the
 * forgiving form takes anything, folded words are words, and the operators mean
 * what they should.
 */
#include "query/query.h"
#include "query/words.h"

#include "require.h"

#include <string.h>

#define MOST_SPANS	16

static bool
same_text(NdText a, NdText b)
{
	return a.length == b.length && (a.length == 0 || memcmp(a.bytes, b.bytes, a.length) == 0);
}

static void
check_words(NdArena *arena, NdText text)
{
	NdText		folded;
	NdText		again;
	NdSpan		word;
	uint32_t	before = 0;
	uint32_t	at = 0;

	while (nd_next_word(text, &at, &word))
	{
		REQUIRE(before <= word.start && word.start < word.end && word.end == at && at <= text.length);
		before = at;
	}
	REQUIRE(nd_fold_all(arena, text, &folded) && nd_fold_all(arena, folded, &again));
	REQUIRE(same_text(folded, again));
}

static void
check_term(const NdTerm *term)
{
	uint32_t	bytes = 0;

	if (term->field == ND_FIELD_FIGURE)
	{
		REQUIRE(term->low <= term->high && term->toll < ND_TOLL_KINDS && term->n_words == 0);
		return;
	}
	REQUIRE(term->n_words > 0 && term->n_words <= ND_QUERY_MOST_WORDS);
	REQUIRE(term->match != ND_MATCH_PREFIX || term->n_words == 1);
	REQUIRE((term->values != 0) == (nd_value_name(term->field, 0) != NULL));
	for (uint32_t i = 0; i < term->n_words; i++)
	{
		REQUIRE(term->words[i].length > 0 && term->words[i].length <= ND_FOLDED_BYTES);
		bytes += term->words[i].length + (i > 0);
	}
	REQUIRE(bytes == term->text.length);
}

/* Operands fill their operator, and are in canonical form. */
static void
check_node(const NdQuery *query, uint32_t at, bool in_brackets)
{
	const NdQueryNode *node = &query->nodes[at];
	uint32_t	operands = 0;
	uint32_t	i = at + 1;

	for (; i < at + node->size; i += query->nodes[i].size)
	{
		REQUIRE(query->nodes[i].op != node->op);
		check_node(query, i, in_brackets || node->op == ND_QUERY_SAME);
		operands++;
	}
	REQUIRE(i == at + node->size && i <= query->n_nodes);
	REQUIRE(node->op != ND_QUERY_SAME || !in_brackets);
	switch (node->op)
	{
		case ND_QUERY_TERM:
			REQUIRE(operands == 0 && node->term < query->n_terms);
			check_term(&query->terms[node->term]);
			break;
		case ND_QUERY_NOT:
		case ND_QUERY_SAME:
			REQUIRE(operands == 1);
			break;
		case ND_QUERY_AND:
		case ND_QUERY_OR:
			REQUIRE(operands >= 2);
			break;
	}
}

static bool
same_query(const NdQuery *a, const NdQuery *b)
{
	if (a->n_nodes != b->n_nodes || a->n_terms != b->n_terms)
		return false;
	for (uint32_t i = 0; i < a->n_nodes; i++)
		if (a->nodes[i].op != b->nodes[i].op || a->nodes[i].size != b->nodes[i].size ||
			a->nodes[i].term != b->nodes[i].term)
			return false;
	for (uint32_t i = 0; i < a->n_terms; i++)
	{
		const NdTerm *s = &a->terms[i];
		const NdTerm *t = &b->terms[i];

		if (s->field != t->field || s->match != t->match || !same_text(s->text, t->text) ||
			s->values != t->values || s->toll != t->toll || s->comparison != t->comparison ||
			s->possibly != t->possibly || s->low != t->low || s->high != t->high)
			return false;
	}
	return true;
}

static void
check_query(NdArena *arena, const NdQuery *query)
{
	NdText		printed;
	NdText		reprinted;
	NdQuery		again;
	NdQueryFault fault;

	if (query->n_nodes > 0)
		check_node(query, 0, false);
	REQUIRE(nd_query_print(arena, query, &printed));
	REQUIRE(printed.length <= ND_QUERY_MOST_BYTES);
	REQUIRE(nd_query_parse(arena, printed, &again, &fault));
	REQUIRE(same_query(query, &again));
	REQUIRE(nd_query_print(arena, &again, &reprinted) && same_text(printed, reprinted));
}

/* Spans of a text at its blanks, in order. */
static uint32_t
cut(NdText text, NdSpan spans[MOST_SPANS])
{
	uint32_t	count = 0;

	for (uint32_t i = 0; i < text.length && count < MOST_SPANS; i++)
		if (text.bytes[i] == ' ')
		{
			uint32_t	start = count > 0 ? spans[count - 1].end : 0;

			spans[count++] = (NdSpan) {start, i};
		}
	return count;
}

static bool
matches(NdArena *arena, NdStemmer *stemmer, const NdQuery *query, const NdFindings *findings, bool one_claim)
{
	bool		met;

	REQUIRE(nd_query_matches(arena, stemmer, query, findings, one_claim, &met));
	return met;
}

/* A query under one more operator. */
static NdQuery
wrapped(NdArena *arena, const NdQuery *query, NdQueryOp op)
{
	NdQuery		result = *query;

	result.nodes = nd_alloc_array(arena, query->n_nodes + 1, sizeof(NdQueryNode));
	REQUIRE(result.nodes != NULL);
	memcpy(result.nodes + 1, query->nodes, query->n_nodes * sizeof(NdQueryNode));
	result.nodes[0] = (NdQueryNode) {.op = op, .size = query->n_nodes + 1};
	result.n_nodes++;
	return result;
}

static void
check_matching(NdArena *arena, NdStemmer *stemmer, NdQuery *query, NdText article)
{
	NdSpan		spans[MOST_SPANS];
	uint32_t	n_spans = cut(article, spans);
	uint32_t	via[] = {1};
	NdFoundSource sources[] = {
		{.kind = ND_SOURCE_PERSON, .key = article}, {.kind = ND_SOURCE_MEDIA, .key = {"a b", 3}}
	};
	NdFoundClaim claim = {
		.number = 1, .source = 0, .via = via, .n_via = 1, .cue = {spans, n_spans > 0},
		.content = {spans, n_spans}, .passage = ND_BODY
	};
	NdFoundToll tolls[] = {
		{.number = 1, .value = nd_toll_value(ND_KILLED, 10, 15, ND_RANGE), .claim = 1, .passage = ND_BODY},
		{.number = 2, .value = nd_toll_value(ND_WOUNDED, 5, ND_NO_BOUND, ND_AT_LEAST), .claim = 1, .passage = ND_BODY}
	};
	NdFindings	findings = {
		.body = {.text = article, .names = spans + n_spans / 2, .n_names = n_spans - n_spans / 2},
		.sources = sources, .n_sources = 2, .claims = &claim, .n_claims = 1, .tolls = tolls, .n_tolls = 2
	};
	NdQuery		other;
	bool		met;

	if (n_spans > 0)
		tolls[0].victims = tolls[1].place = spans[0];
	REQUIRE(nd_query_stem(arena, stemmer, query));
	met = matches(arena, stemmer, query, &findings, true);
	REQUIRE(matches(arena, stemmer, query, &findings, false) == met);
	if (query->n_nodes == 0)
	{
		REQUIRE(!met);
		return;
	}
	other = wrapped(arena, query, ND_QUERY_NOT);
	REQUIRE(matches(arena, stemmer, &other, &findings, true) != met);
	REQUIRE(matches(arena, stemmer, &other, &findings, false) != met);
	other = wrapped(arena, query, ND_QUERY_SAME);
	REQUIRE(matches(arena, stemmer, &other, &findings, true) == met);
	tolls[0].claim = tolls[1].claim = 0;
	matches(arena, stemmer, query, &findings, false);
}

int
LLVMFuzzerTestOneInput(const unsigned char *data, size_t size)
{
	static NdStemmer stemmer;
	const unsigned char *line = size > 0 ? memchr(data, '\n', size) : NULL;
	size_t		length = line ? (size_t) (line - data) : size;
	NdText		text = {(const char *) data, (uint32_t) length};
	NdText		article = {(const char *) data + length, (uint32_t) (size - length)};
	NdContext	context;
	NdArena		arena;
	NdQuery		query;
	NdQueryFault fault;

	nd_context_init(&context);
	nd_arena_init(&arena, &context);
	if (stemmer.handle == NULL)
		REQUIRE(nd_stemmer_open(&context, &stemmer));
	check_words(&arena, text);
	if (nd_query_parse(&arena, text, &query, &fault))
		check_query(&arena, &query);
	else
		REQUIRE(fault.what != NULL && fault.at <= text.length);
	REQUIRE(nd_query_forgive(&arena, text, &query));
	check_query(&arena, &query);
	check_matching(&arena, &stemmer, &query, article);
	REQUIRE(context.status == ND_OK);
	nd_arena_free(&arena);
	return 0;
}
