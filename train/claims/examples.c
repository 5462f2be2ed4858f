/*
 * examples.c
 *		From annotated articles to rows of tokens with features and states.
 */
#include "claims/examples.h"

#include "claim/propose.h"
#include "base/hash.h"
#include "claims/memory.h"

#include <string.h>

/* Features live until the program ends: handed out from large blocks. */
typedef struct Store
{
	uint32_t   *block;
	size_t		left;
} Store;

static uint32_t *
keep_features(Store *store, const NdFeature *features, uint32_t count)
{
	uint32_t   *kept;

	if (store->left < count)
	{
		store->left = (size_t) 1 << 22;
		store->block = must_grow(NULL, store->left, sizeof(uint32_t));
	}
	kept = store->block;
	store->block += count;
	store->left -= count;
	memcpy(kept, features, count * sizeof(uint32_t));
	return kept;
}

static Position *
add_position(Examples *examples)
{
	if (examples->n_positions == examples->position_room)
	{
		examples->position_room = examples->position_room * 2 + 65536;
		examples->positions = must_grow(examples->positions, examples->position_room, sizeof(Position));
	}
	memset(&examples->positions[examples->n_positions], 0, sizeof(Position));
	return &examples->positions[examples->n_positions++];
}

/* Closes the sequence of all positions since `first`; makes its states legal. */
static void
add_sequence(Examples *examples, uint32_t first)
{
	Sequence   *sequence;

	for (uint32_t i = first; i < examples->n_positions; i++)
	{
		Position   *position = &examples->positions[i];

		if (nd_state_continues(position->state) &&
			(i == first || !nd_state_follows(position[-1].state, position->state)))
			position->state--;
	}
	if (examples->n_sequences == examples->sequence_room)
	{
		examples->sequence_room = examples->sequence_room * 2 + 4096;
		examples->sequences = must_grow(examples->sequences, examples->sequence_room, sizeof(Sequence));
	}
	sequence = &examples->sequences[examples->n_sequences++];
	sequence->first = first;
	sequence->count = examples->n_positions - first;
}

static NdState
begin_state(NdRole role, bool left)
{
	if (role == ND_ROLE_SOURCE)
		return left ? ND_STATE_BEGIN_SOURCE_LEFT : ND_STATE_BEGIN_SOURCE_RIGHT;
	if (role == ND_ROLE_CONTENT)
		return left ? ND_STATE_BEGIN_CONTENT_LEFT : ND_STATE_BEGIN_CONTENT_RIGHT;
	return ND_STATE_BEGIN_CUE;
}

static uint32_t
paragraph_of(const NdDocument *document, uint32_t token)
{
	uint32_t	low = 0;
	uint32_t	high = document->n_sentences;

	while (high - low > 1)
	{
		uint32_t	middle = low + (high - low) / 2;

		if (document->sentences[middle].first_token <= token)
			low = middle;
		else
			high = middle;
	}
	return document->sentences[low].paragraph;
}

/*
 * Writes the states of one role, seen from a cue that begins at `cue`, into
 * states[] of all tokens; tokens that serve another purpose keep it.
 */
static void
mark_role(const NdDocument *document, const TokenSet *set, NdRole role, uint32_t cue,
		  uint8_t *states)
{
	uint32_t	last = ND_NONE;

	for (uint32_t i = 0; i < set->count; i++)
	{
		uint32_t	token = set->tokens[i];
		NdState		begin = begin_state(role, token < cue);

		if (states[token] > ND_STATE_AMID)
			continue;
		states[token] = (uint8_t)
			(last + 1 == token && last != ND_NONE &&
			 (states[last] == begin || states[last] == begin + 1) &&
			 paragraph_of(document, last) == paragraph_of(document, token) ? begin + 1 : begin);
		last = token;
	}
}

static void
mark_amid(const GoldClaim *claim, uint8_t *states)
{
	uint32_t	first = UINT32_MAX;
	uint32_t	last = 0;

	for (unsigned role = ND_ROLE_SOURCE; role < ND_N_ROLES; role++)
	{
		const TokenSet *set = &claim->roles[role];

		if (set->count == 0)
			continue;
		if (set->tokens[0] < first)
			first = set->tokens[0];
		if (set->tokens[set->count - 1] > last)
			last = set->tokens[set->count - 1];
	}
	for (uint32_t i = first; i < last; i++)
		if (states[i] == ND_STATE_OUTSIDE)
			states[i] = ND_STATE_AMID;
}

/* The states of all tokens of an article, for the proposer. */
static uint8_t *
article_states(const GoldArticle *article)
{
	uint8_t    *states = must_clear(article->document.n_tokens, 1);
	static const NdRole order[] = {ND_ROLE_CUE, ND_ROLE_CONTENT, ND_ROLE_SOURCE};

	for (int step = 0; step < 3; step++)
		for (uint32_t i = 0; i < article->n_claims; i++)
		{
			const GoldClaim *claim = &article->claims[i];

			if (claim->cue != ND_NONE)
				mark_role(&article->document, &claim->roles[order[step]], order[step],
						  claim->cue, states);
		}
	for (uint32_t i = 0; i < article->n_claims; i++)
		if (article->claims[i].cue != ND_NONE)
			mark_amid(&article->claims[i], states);
	return states;
}

static void
stop(const Corpus *corpus)
{
	fprintf(stderr, "%s\n", corpus->context.message);
	exit(1);
}

static void
add_chunk(Store *store, const NdChunk *chunk, const NdNearby *nearby, const uint8_t *states,
		  Examples *examples)
{
	uint32_t	first = examples->n_positions;
	NdFeature	features[ND_MOST_FEATURES];

	for (uint32_t i = 0; i < chunk->count; i++)
	{
		uint32_t	count = nd_token_features(chunk, nearby, i, features);
		Position   *position = add_position(examples);

		position->features[0] = keep_features(store, features, count);
		position->counts[0] = (uint16_t) count;
		position->state = states[chunk->first_token + i];
	}
	if (chunk->count > 0)
		add_sequence(examples, first);
}

void
proposer_examples(Corpus *corpus, uint32_t left_out, Examples *examples)
{
	Store		store = {0};

	memset(examples, 0, sizeof(*examples));
	for (uint32_t a = 0; a < corpus->count; a++)
	{
		const GoldArticle *article = &corpus->articles[a];
		uint8_t    *states;
		uint32_t	sentence = 0;

		if (article->fold == left_out)
			continue;
		states = article_states(article);
		while (sentence < article->document.n_sentences)
		{
			NdMark		mark = nd_arena_mark(&corpus->arena);
			NdChunk		chunk;
			NdNearby   *nearby;

			sentence = nd_chunk_bounds(&article->document, sentence, &chunk);
			if (!nd_chunk_fill(&corpus->arena, &chunk) ||
				(nearby = nd_nearby(&corpus->arena, &chunk)) == NULL)
				stop(corpus);
			add_chunk(&store, &chunk, nearby, states, examples);
			nd_arena_rewind(&corpus->arena, mark);
		}
		free(states);
	}
}

/*
 * For each candidate the claim whose cue it shares most tokens with; a claim
 * goes to one candidate only.
 */
static void
match_candidates(const GoldArticle *article, const NdChunk *chunk,
				 const NdProposal *proposal, const GoldClaim **matches)
{
	for (uint32_t c = 0; c < proposal->n_candidates; c++)
		matches[c] = NULL;
	for (uint32_t g = 0; g < article->n_claims; g++)
	{
		const TokenSet *cue = &article->claims[g].roles[ND_ROLE_CUE];
		uint32_t	best = 0;
		uint32_t	most = 0;

		for (uint32_t c = 0; c < proposal->n_candidates; c++)
		{
			uint32_t	common = 0;

			for (uint32_t i = 0; i < cue->count; i++)
				common += cue->tokens[i] >= chunk->first_token + proposal->candidates[c].first &&
					cue->tokens[i] < chunk->first_token + proposal->candidates[c].end;
			if (common > most && matches[c] == NULL)
			{
				most = common;
				best = c;
			}
		}
		if (most > 0)
			matches[best] = &article->claims[g];
	}
}

/* Lists of features of the tokens of a chunk, made when first asked for. */
typedef struct Shared
{
	const uint32_t *features;
	uint16_t	count;
} Shared;

static void
add_window(Store *store, const NdCueScene *scene, const NdNearby *nearby,
		   Shared *shared, const uint8_t *states, Examples *examples)
{
	uint32_t	first = examples->n_positions;
	NdFeature	features[ND_MOST_FEATURES];

	for (uint32_t i = scene->from; i < scene->to; i++)
	{
		uint32_t	count;
		Position   *position = add_position(examples);

		if (shared[i].features == NULL)
		{
			count = nd_token_features(scene->chunk, nearby, i, features);
			shared[i].features = keep_features(store, features, count);
			shared[i].count = (uint16_t) count;
		}
		position->features[0] = shared[i].features;
		position->counts[0] = shared[i].count;
		count = nd_cue_features(scene, i, features);
		position->features[1] = keep_features(store, features, count);
		position->counts[1] = (uint16_t) count;
		position->state = states[scene->chunk->first_token + i];
	}
	add_sequence(examples, first);
}

static void
add_candidates(Store *store, const GoldArticle *article, const NdChunk *chunk,
			   const NdNearby *nearby, const NdProposal *proposal, int32_t unit,
			   Examples *examples)
{
	const GoldClaim **matches = must_clear(proposal->n_candidates, sizeof(*matches));
	Shared	   *shared = must_clear(chunk->count, sizeof(Shared));
	uint8_t    *states = must_clear(article->document.n_tokens, 1);
	NdCueScene	scene = {
		.chunk = chunk, .candidates = proposal->candidates, .n_candidates = proposal->n_candidates,
		.outlook = must_clear(chunk->count, sizeof(NdOutlook))
	};

	match_candidates(article, chunk, proposal, matches);
	for (uint32_t c = 0; c < proposal->n_candidates; c++)
	{
		const GoldClaim *claim = matches[c];

		memset(states, 0, article->document.n_tokens);
		if (claim)
		{
			uint32_t	cue = chunk->first_token + proposal->candidates[c].first;

			mark_role(&article->document, &claim->roles[ND_ROLE_CUE], ND_ROLE_CUE, cue, states);
			mark_role(&article->document, &claim->roles[ND_ROLE_CONTENT], ND_ROLE_CONTENT, cue, states);
			mark_role(&article->document, &claim->roles[ND_ROLE_SOURCE], ND_ROLE_SOURCE, cue, states);
			mark_amid(claim, states);
		}
		nd_cue_scene(&scene, c, unit);
		add_window(store, &scene, nearby, shared, states, examples);
	}
	free(scene.outlook);
	free(states);
	free(shared);
	free(matches);
}

void
decider_examples(Corpus *corpus, const NdCrf proposers[FOLDS], uint32_t left_out, Examples *examples)
{
	Store		store = {0};

	memset(examples, 0, sizeof(*examples));
	for (uint32_t a = 0; a < corpus->count; a++)
	{
		const GoldArticle *article = &corpus->articles[a];
		const NdCrf *proposer = &proposers[article->fold];
		uint32_t	sentence = 0;

		if (article->fold == left_out)
			continue;
		while (sentence < article->document.n_sentences)
		{
			NdMark		mark = nd_arena_mark(&corpus->arena);
			NdChunk		chunk;
			NdNearby   *nearby;
			NdProposal	proposal;

			sentence = nd_chunk_bounds(&article->document, sentence, &chunk);
			if (chunk.count == 0)
				continue;
			if (!nd_chunk_fill(&corpus->arena, &chunk) ||
				(nearby = nd_nearby(&corpus->arena, &chunk)) == NULL ||
				!nd_propose(&corpus->arena, proposer, &chunk, nearby, &proposal))
				stop(corpus);
			add_candidates(&store, article, &chunk, nearby, &proposal,
						   proposer->parameters[ND_PARAMETER_UNIT], examples);
			nd_arena_rewind(&corpus->arena, mark);
		}
	}
}

/*
 * A list that several positions share is counted and replaced once: positions
 * that share it follow each other closely, but not next to each other, so the
 * first word of a list done is remembered by its address.
 */
typedef struct Done
{
	const uint32_t **lists;
	uint16_t   *counts;
	size_t		mask;
} Done;

static uint16_t *
done_slot(Done *done, const uint32_t *list, bool *known)
{
	size_t		slot = (size_t) nd_mix((uint64_t) (uintptr_t) list) & done->mask;

	while (done->lists[slot] != NULL && done->lists[slot] != list)
		slot = (slot + 1) & done->mask;
	*known = done->lists[slot] == list;
	done->lists[slot] = list;
	return &done->counts[slot];
}

static void
done_init(Done *done, const Examples *examples)
{
	done->mask = 1;
	while (done->mask < 4 * (size_t) examples->n_positions)
		done->mask *= 2;
	done->lists = must_clear(done->mask, sizeof(*done->lists));
	done->counts = must_clear(done->mask, sizeof(*done->counts));
	done->mask--;
}

static void
done_free(Done *done)
{
	free(done->lists);
	free(done->counts);
}

static void
count_features(Examples *examples, FeatureTable *table)
{
	Done		done;
	bool		known;

	done_init(&done, examples);
	for (uint32_t p = 0; p < examples->n_positions; p++)
		for (int list = 0; list < 2; list++)
		{
			const Position *position = &examples->positions[p];

			if (position->counts[list] == 0)
				continue;
			done_slot(&done, position->features[list], &known);
			for (uint32_t i = 0; !known && i < position->counts[list]; i++)
				feature_table_count(table, position->features[list][i]);
		}
	done_free(&done);
}

typedef uint32_t (*Replace) (const void *map, uint32_t *features, uint32_t count);

static void
replace_features(Examples *examples, Replace replace, const void *map)
{
	Done		done;
	bool		known;

	done_init(&done, examples);
	for (uint32_t p = 0; p < examples->n_positions; p++)
		for (int list = 0; list < 2; list++)
		{
			Position   *position = &examples->positions[p];
			uint16_t   *count;

			if (position->counts[list] == 0)
				continue;
			count = done_slot(&done, position->features[list], &known);
			if (!known)
				*count = (uint16_t) replace
					(map, (uint32_t *) (uintptr_t) position->features[list], position->counts[list]);
			position->counts[list] = *count;
		}
	done_free(&done);
}

static uint32_t
number_list(const void *map, uint32_t *features, uint32_t count)
{
	return feature_table_replace(map, features, count);
}

void
examples_number(Examples *examples, uint32_t least, FeatureTable *table)
{
	feature_table_init(table);
	count_features(examples, table);
	feature_table_number(table, least);
	replace_features(examples, number_list, table);
}

static uint32_t
renumber_list(const void *map, uint32_t *features, uint32_t count)
{
	const uint32_t *numbers = map;
	uint32_t	kept = 0;

	for (uint32_t i = 0; i < count; i++)
		if (numbers[features[i]] != NO_FEATURE)
			features[kept++] = numbers[features[i]];
	return kept;
}

void
examples_restrict(Examples *examples, const bool *keep, FeatureTable *table)
{
	uint32_t   *numbers = must_clear(table->count, sizeof(uint32_t));
	uint32_t	kept = 0;

	for (uint32_t i = 0; i < table->count; i++)
	{
		numbers[i] = keep[i] ? kept : NO_FEATURE;
		if (keep[i])
			table->features[kept++] = table->features[i];
	}
	table->count = kept;
	replace_features(examples, renumber_list, numbers);
	free(numbers);
}
