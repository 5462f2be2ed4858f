/*
 * article_fuzzer.c
 *		The core's entry under libFuzzer: any bytes are an article.
 *
 * The first line, when it ends within 64 bytes, is the title. Beyond what the
 * sanitizers see, everything that a caller relies on is checked: places lie
 * within the text, in order, nested as the headers say, and a tree is a tree.
 */
#include "article.h"
#include "language/tagset.h"
#include "toll/toll.h"

#include "require.h"

#include <string.h>

static void
check_span(NdSpan span, NdSpan within)
{
	REQUIRE(span.start <= span.end);
	REQUIRE(nd_span_contains(within, span));
}

static void
check_tree(const NdDocument *document, const NdSentence *sentence)
{
	uint32_t	roots = 0;

	for (uint32_t i = 0; i < sentence->tokens; i++)
	{
		const NdToken *token = &document->tokens[sentence->first_token + i];
		uint32_t	steps = 0;

		check_span(nd_token_span(token), sentence->at);
		REQUIRE(i == 0 || token[-1].end <= token->start);
		REQUIRE(token->start < token->end);
		REQUIRE(token->tag < ND_N_TAGS && token->relation < ND_N_RELATIONS);
		REQUIRE(token->quotation == ND_NONE || token->quotation < document->n_quotations);
		roots += token->head == ND_NONE;
		for (uint32_t at = i; at != ND_NONE; steps++)
		{
			REQUIRE(at < sentence->tokens && steps <= sentence->tokens);
			at = document->tokens[sentence->first_token + at].head;
		}
	}
	REQUIRE(sentence->tokens == 0 || roots == 1);
}

static void
check_document(const NdDocument *document)
{
	NdSpan		whole = {0, document->text.length};
	uint32_t	tokens = 0;
	uint32_t	sentences = 0;

	for (uint32_t i = 0; i < document->n_passages; i++)
	{
		check_span(document->passages[i].at, whole);
		REQUIRE(i == 0 || document->passages[i - 1].at.end <= document->passages[i].at.start);
	}
	for (uint32_t i = 0; i < document->n_paragraphs; i++)
	{
		const NdParagraph *paragraph = &document->paragraphs[i];

		REQUIRE(paragraph->passage < document->n_passages);
		check_span(paragraph->at, document->passages[paragraph->passage].at);
		REQUIRE(paragraph->first_sentence == sentences);
		sentences += paragraph->sentences;
		for (uint32_t q = 0; q < paragraph->quotations; q++)
		{
			const NdQuotation *quotation = &document->quotations[paragraph->first_quotation + q];

			check_span(quotation->at, paragraph->at);
			check_span(quotation->inside, quotation->at);
		}
	}
	REQUIRE(sentences == document->n_sentences);
	for (uint32_t i = 0; i < document->n_sentences; i++)
	{
		const NdSentence *sentence = &document->sentences[i];

		REQUIRE(sentence->paragraph < document->n_paragraphs);
		check_span(sentence->at, document->paragraphs[sentence->paragraph].at);
		REQUIRE(i == 0 || sentence[-1].at.end <= sentence->at.start);
		REQUIRE(sentence->first_token == tokens);
		tokens += sentence->tokens;
		check_tree(document, sentence);
	}
	REQUIRE(tokens == document->n_tokens);
}

static void
check_pieces(const NdDocument *document, const NdPieces *pieces)
{
	NdSpan		whole = {0, document->text.length};

	for (uint32_t i = 0; i < pieces->count; i++)
	{
		check_span(pieces->spans[i], whole);
		REQUIRE(pieces->spans[i].start < pieces->spans[i].end);
		REQUIRE(i == 0 || pieces->spans[i - 1].end <= pieces->spans[i].start);
	}
}

static void
check_claims(const NdDocument *document, const NdClaims *claims)
{
	for (uint32_t i = 0; i < claims->count; i++)
	{
		const NdClaim *claim = &claims->claims[i];

		check_pieces(document, &claim->source);
		check_pieces(document, &claim->cue);
		check_pieces(document, &claim->content);
		REQUIRE(claim->cue.count + claim->content.count > 0);
		REQUIRE(claim->sentence < document->n_sentences);
		REQUIRE(claim->confidence <= 1000);
		REQUIRE(claim->quote <= ND_INDIRECT);
	}
}

static void
check_sources(const NdDocument *document, const NdClaims *claims, const NdSources *sources)
{
	NdSpan		whole = {0, document->text.length};

	for (uint32_t i = 0; i < sources->count; i++)
	{
		const NdIdentity *identity = &sources->identities[i];

		REQUIRE(identity->kind <= ND_SOURCE_DOCUMENT);
		REQUIRE(identity->key.length > 0 && identity->name.length > 0);
		check_span(identity->first_at, whole);
		REQUIRE(identity->denials <= identity->claims);
	}
	for (uint32_t i = 0; i < claims->count; i++)
	{
		const NdVoice *voice = &sources->voices[i];

		REQUIRE(voice->source == ND_NONE || voice->source < sources->count);
		REQUIRE(voice->parent == ND_NONE || (voice->parent < claims->count && voice->parent != i));
		REQUIRE(voice->manner.stance < ND_N_STANCES);
		for (uint32_t k = 0; k < voice->n_via; k++)
			REQUIRE(voice->via[k] < sources->count);
	}
}

static void
check_tolls(NdArena *arena, const NdDocument *document, const NdClaims *claims)
{
	NdTolls		tolls;

	REQUIRE(nd_find_tolls(arena, document, claims, 20000, &tolls));
	for (uint32_t i = 0; i < tolls.count; i++)
	{
		const NdToll *toll = &tolls.tolls[i];

		REQUIRE(toll->sentence < document->n_sentences);
		check_span(toll->at, document->sentences[toll->sentence].at);
		REQUIRE(i == 0 || toll[-1].at.end <= toll->at.start);
		REQUIRE(toll->part_of == ND_NONE || (toll->part_of < tolls.count && toll->part_of != i));
		REQUIRE(toll->claim == ND_NONE || toll->claim < claims->count);
		REQUIRE(toll->confidence <= 1000);
	}
}

int
LLVMFuzzerTestOneInput(const unsigned char *data, size_t size)
{
	static NdEngine engine;
	static bool opened = false;
	const unsigned char *line_end = memchr(data, '\n', size < 64 ? size : 64);
	size_t		title_length = line_end ? (size_t) (line_end - data) : 0;
	size_t		body_start = line_end ? title_length + 1 : 0;
	NdText		title = {(const char *) data, (uint32_t) title_length};
	char	   *copy = malloc(size - body_start + 1);
	NdText		body = {copy, (uint32_t) (size - body_start)};
	NdContext	context;
	NdArena		arena;
	NdArticle	article;

	nd_context_init(&context);
	if (!opened)
		opened = nd_engine_open(&context, nd_embedded_models(), &engine);
	REQUIRE(opened);
	if (size > body_start)
		memcpy(copy, data + body_start, size - body_start);
	nd_arena_init(&arena, &context);
	REQUIRE(nd_read_article(&arena, &engine, body, title, &article));
	check_document(&article.body);
	check_document(&article.title);
	check_claims(&article.body, &article.body_claims);
	check_claims(&article.title, &article.title_claims);
	REQUIRE(nd_find_article_sources(&arena, (int32_t) size, &article));
	check_sources(&article.body, &article.body_claims, &article.body_sources);
	check_sources(&article.title, &article.title_claims, &article.title_sources);
	check_tolls(&arena, &article.body, &article.body_claims);
	nd_arena_free(&arena);
	REQUIRE(context.held_bytes == 0);
	free(copy);
	return 0;
}
