/*
 * collect.c
 *		From the rooms of the core to findings.
 */
#include "digest/findings.h"

#include "digest/kept.h"
#include "language/tagset.h"

#include <string.h>

#define MOST_COMPARED	200		/* sources of the body, with each of the title */

/* A title or a body, and what was found in it. */
typedef struct Part
{
	const NdDocument *document;
	const NdClaims *claims;
	const NdSources *sources;
	NdTolls		tolls;
	NdCharacters characters;
	NdKeeper	keeper;
	NdKept	   *kept;
	uint32_t   *numbers;		/* of its sources in the findings */
	bool		is_title;
	uint32_t	claims_before;	/* of the title, which comes first */
	uint32_t	tolls_before;
} Part;

typedef struct Collector
{
	NdArena    *arena;
	NdArticle	article;
	Part		title;
	Part		body;
	NdFindings *findings;
} Collector;

static uint32_t
place_of(const Part *part, uint32_t byte)
{
	return part->kept->counts_bytes ? byte : nd_character_at(&part->characters, byte);
}

/*
 * Words
 */

static bool
is_name(const NdToken *token)
{
	return token->tag == ND_TAG_NNP || token->tag == ND_TAG_NNPS;
}

/* Finds the names among the capital words of an excerpt. */
static bool
add_names(NdArena *arena, const Part *part, uint32_t excerpt, uint32_t *token, uint32_t *room)
{
	const NdDocument *document = part->document;
	NdKept	   *kept = part->kept;
	NdSpan		at = nd_excerpt_span(kept, excerpt);
	NdText		text = nd_kept_words(kept, at);
	uint32_t	origin = part->keeper.runs[excerpt].start;
	uint32_t	end = 0;
	NdSpan		word;

	while (nd_next_capital(text, &end, &word))
	{
		while (*token < document->n_tokens && document->tokens[*token].end <= origin + word.start)
			(*token)++;
		if (*token == document->n_tokens || !is_name(&document->tokens[*token]) ||
			document->tokens[*token].start >= origin + word.end)
			continue;
		if (!nd_reserve(arena, &kept->names, room, kept->n_names + 1, sizeof(NdSpan)))
			return false;
		kept->names[kept->n_names++] = (NdSpan) {at.start + word.start, at.start + word.end};
	}
	return true;
}

static bool
want_claim(NdKeeper *keeper, const NdClaim *claim)
{
	return nd_keeper_want_pieces(keeper, claim->source) &&
		nd_keeper_want_pieces(keeper, claim->cue) &&
		nd_keeper_want_pieces(keeper, claim->content);
}

static bool
want_toll(NdKeeper *keeper, const NdToll *toll)
{
	return nd_keeper_want(keeper, toll->at) && nd_keeper_want(keeper, toll->victims) &&
		nd_keeper_want(keeper, toll->place);
}

static bool
keep_words(NdArena *arena, Part *part)
{
	NdKept	   *kept = part->kept;
	uint32_t	token = 0;
	uint32_t	room = 0;

	part->keeper.arena = arena;
	for (uint32_t i = 0; i < part->claims->count; i++)
		if (!want_claim(&part->keeper, &part->claims->claims[i]))
			return false;
	for (uint32_t i = 0; i < part->tolls.count; i++)
		if (!want_toll(&part->keeper, &part->tolls.tolls[i]))
			return false;
	if (!nd_keeper_close(&part->keeper, part->document->text, NULL, 0, kept) ||
		!nd_characters_init(arena, part->document->text, &part->characters))
		return false;
	for (uint32_t i = 0; i < kept->n_excerpts; i++)
	{
		kept->excerpts[i].place = place_of(part, part->keeper.runs[i].start);
		if (!add_names(arena, part, i, &token, &room))
			return false;
	}
	return true;
}

/*
 * Sources
 */

static bool
same(const NdIdentity *a, const NdIdentity *b)
{
	return a->kind == b->kind && a->key.length == b->key.length &&
		memcmp(a->key.bytes, b->key.bytes, a->key.length) == 0;
}

/* The identity of the body that a title's one is, or ND_NONE. */
static uint32_t
find_in_body(const NdSources *body, const NdIdentity *identity)
{
	for (uint32_t i = 0; i < body->count && i < MOST_COMPARED; i++)
		if (same(&body->identities[i], identity))
			return i;
	return ND_NONE;
}

static NdFoundSource *
add_source(NdFindings *findings, const NdIdentity *identity)
{
	NdFoundSource *source = &findings->sources[findings->n_sources++];

	source->kind = identity->kind;
	source->key = identity->key;
	source->name = identity->name;
	source->role = identity->role;
	source->mentions = identity->mentions;
	source->claims = identity->claims;
	source->denials = identity->denials;
	return source;
}

static void
add_body_sources(Collector *collector)
{
	const Part *body = &collector->body;

	for (uint32_t i = 0; i < body->sources->count; i++)
	{
		const NdIdentity *identity = &body->sources->identities[i];
		NdFoundSource *source;

		body->numbers[i] = collector->findings->n_sources;
		source = add_source(collector->findings, identity);
		source->first_at.start = place_of(body, identity->first_at.start);
		source->first_at.end = place_of(body, identity->first_at.end);
	}
}

/* What the title says of a source of the body counts for it. */
static void
merge_title_sources(Collector *collector)
{
	const Part *title = &collector->title;

	for (uint32_t i = 0; i < title->sources->count; i++)
	{
		const NdIdentity *identity = &title->sources->identities[i];
		uint32_t	in_body = title->numbers[i];
		NdFoundSource *source;

		if (in_body == ND_NONE)
			continue;
		source = &collector->findings->sources[collector->body.numbers[in_body]];
		source->mentions += identity->mentions;
		source->claims += identity->claims;
		source->denials += identity->denials;
		title->numbers[i] = collector->body.numbers[in_body];
	}
}

static bool
collect_sources(Collector *collector)
{
	Part	   *title = &collector->title;
	Part	   *body = &collector->body;
	NdFindings *findings = collector->findings;
	uint32_t	most = title->sources->count + body->sources->count;
	uint32_t	only_title = 0;

	title->numbers = nd_alloc_array(collector->arena, title->sources->count, sizeof(uint32_t));
	body->numbers = nd_alloc_array(collector->arena, body->sources->count, sizeof(uint32_t));
	findings->sources = nd_alloc_array(collector->arena, most, sizeof(NdFoundSource));
	if (title->numbers == NULL || body->numbers == NULL || findings->sources == NULL)
		return false;
	for (uint32_t i = 0; i < title->sources->count; i++)
		title->numbers[i] = find_in_body(body->sources, &title->sources->identities[i]);
	for (uint32_t i = 0; i < title->sources->count; i++)
		if (title->numbers[i] == ND_NONE)
			(void) add_source(findings, &title->sources->identities[i]);
	add_body_sources(collector);
	merge_title_sources(collector);
	for (uint32_t i = 0; i < title->sources->count; i++)
		if (title->numbers[i] == ND_NONE)
			title->numbers[i] = only_title++;
	return true;
}

/*
 * Claims and tolls
 */

static NdPassageKind
passage_of(const NdDocument *document, uint32_t sentence)
{
	uint32_t	paragraph = document->sentences[sentence].paragraph;

	return document->passages[document->paragraphs[paragraph].passage].kind;
}

static int32_t
day_within(int32_t day)
{
	return day < ND_FIRST_DAY || day > ND_LAST_DAY ? ND_NO_DATE : day;
}

static bool
fill_voice(Collector *collector, const Part *part, const NdVoice *voice, NdFoundClaim *found)
{
	found->parent = voice->parent == ND_NONE ? 0 : part->claims_before + voice->parent + 1;
	found->source = voice->source == ND_NONE ? ND_NONE : part->numbers[voice->source];
	found->manner = voice->manner;
	found->said_on = day_within(voice->said_on);
	found->n_via = voice->n_via;
	found->via = nd_alloc_array(collector->arena, voice->n_via, sizeof(uint32_t));
	if (found->via == NULL)
		return false;
	for (uint32_t i = 0; i < voice->n_via; i++)
		found->via[i] = part->numbers[voice->via[i]];
	return true;
}

static bool
add_claims(Collector *collector, const Part *part)
{
	NdFindings *findings = collector->findings;

	for (uint32_t i = 0; i < part->claims->count; i++)
	{
		const NdClaim *claim = &part->claims->claims[i];
		NdFoundClaim *found = &findings->claims[findings->n_claims++];

		found->number = findings->n_claims;
		found->in_title = part->is_title;
		found->quote = claim->quote;
		found->sentence = claim->sentence + 1;
		found->passage = passage_of(part->document, claim->sentence);
		found->confidence = claim->confidence;
		if (!fill_voice(collector, part, &part->sources->voices[i], found) ||
			!nd_keeper_pieces(&part->keeper, claim->source, &found->source_at) ||
			!nd_keeper_pieces(&part->keeper, claim->cue, &found->cue) ||
			!nd_keeper_pieces(&part->keeper, claim->content, &found->content))
			return false;
	}
	return true;
}

static void
add_tolls(Collector *collector, const Part *part)
{
	NdFindings *findings = collector->findings;

	for (uint32_t i = 0; i < part->tolls.count; i++)
	{
		const NdToll *toll = &part->tolls.tolls[i];
		NdFoundToll *found = &findings->tolls[findings->n_tolls++];

		found->number = findings->n_tolls;
		found->in_title = part->is_title;
		found->value = toll->value;
		found->at = nd_keeper_span(&part->keeper, toll->at);
		found->victims = nd_keeper_span(&part->keeper, toll->victims);
		found->place = nd_keeper_span(&part->keeper, toll->place);
		found->group = toll->group;
		found->scope = toll->scope;
		found->part_of = toll->part_of == ND_NONE ? 0 : part->tolls_before + toll->part_of + 1;
		found->negated = toll->negated;
		found->claim = toll->claim == ND_NONE ? 0 : part->claims_before + toll->claim + 1;
		found->sentence = toll->sentence + 1;
		found->passage = passage_of(part->document, toll->sentence);
		found->happened_from = day_within(toll->happened_from);
		found->happened_until = day_within(toll->happened_until);
		found->confidence = toll->confidence;
	}
}

static bool
collect(Collector *collector)
{
	NdArena    *arena = collector->arena;
	NdFindings *findings = collector->findings;
	Part	   *title = &collector->title;
	Part	   *body = &collector->body;

	body->claims_before = title->claims->count;
	body->tolls_before = title->tolls.count;
	findings->claims = nd_alloc_array(arena, (size_t) title->claims->count + body->claims->count,
									  sizeof(NdFoundClaim));
	findings->tolls = nd_alloc_array(arena, (size_t) title->tolls.count + body->tolls.count,
									 sizeof(NdFoundToll));
	if (findings->claims == NULL || findings->tolls == NULL || !keep_words(arena, title) ||
		!keep_words(arena, body) || !collect_sources(collector) ||
		!add_claims(collector, title) || !add_claims(collector, body))
		return false;
	add_tolls(collector, title);
	add_tolls(collector, body);
	return true;
}

static bool
find_part_tolls(Collector *collector, Part *part, int32_t published)
{
	return nd_find_tolls(collector->arena, part->document, part->claims, published,
						 &part->tolls);
}

/* An article that is beyond the limits is a finding, too. */
static bool
report_fault(NdArena *arena, NdFindings *findings)
{
	NdContext  *context = arena->context;
	uint32_t	length = (uint32_t) strlen(context->message);
	char	   *message = nd_alloc(arena, length);

	if (message == NULL)
		return false;
	memset(findings, 0, sizeof(*findings));
	memcpy(message, context->message, length);
	findings->fault = (NdText) {message, length};
	context->status = ND_OK;
	context->offset = 0;
	context->message[0] = '\0';
	return true;
}

bool
nd_analyse_article(NdArena *arena, const NdEngine *engine, NdText body, NdText title,
				   int32_t published, bool counts_bytes, NdFindings *findings)
{
	Collector	collector = {.arena = arena, .findings = findings};
	NdArticle  *article = &collector.article;
	NdMark		mark = nd_arena_mark(arena);

	memset(findings, 0, sizeof(*findings));
	findings->title.counts_bytes = findings->body.counts_bytes = counts_bytes;
	collector.title = (Part) {.document = &article->title, .claims = &article->title_claims,
		.sources = &article->title_sources, .kept = &findings->title, .is_title = true};
	collector.body = (Part) {.document = &article->body, .claims = &article->body_claims,
		.sources = &article->body_sources, .kept = &findings->body};
	if (nd_read_article(arena, engine, body, title, article) &&
		nd_find_article_sources(arena, published, article) &&
		find_part_tolls(&collector, &collector.title, published) &&
		find_part_tolls(&collector, &collector.body, published) && collect(&collector))
		return true;
	if (arena->context->status != ND_LIMIT)
		return false;
	nd_arena_rewind(arena, mark);
	return report_fault(arena, findings);
}
