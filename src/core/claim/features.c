/*
 * features.c
 *		The features of a token that do not depend on a cue.
 */
#include "claim/features.h"

#include "language/tagset.h"

/* Templates of a group count from here, so that groups can grow. */
enum
{
	WORDS = 0,
	TAGS = 32,
	REPORTERS = 64,
	QUOTATIONS = 96,
	POSITIONS = 128,
	TREE = 160,
	FRAME = 208
};

NdNearby *
nd_nearby(NdArena *arena, const NdChunk *chunk)
{
	NdNearby   *nearby = nd_alloc_array(arena, chunk->count, sizeof(NdNearby));
	uint32_t	reporter = ND_NONE;
	uint32_t	quote = ND_NONE;

	if (nearby == NULL)
		return NULL;
	for (uint32_t i = 0; i < chunk->count; i++)
	{
		const NdView *view = &chunk->views[i];

		if (i == view->sentence_first)
			reporter = quote = ND_NONE;
		if (view->quoted)
			quote = i;
		nearby[i].reporter_left = reporter;
		nearby[i].quote_left = quote;
		if (view->reporting && !view->quoted)
			reporter = i;
	}
	for (uint32_t i = chunk->count; i-- > 0;)
	{
		const NdView *view = &chunk->views[i];

		if (i + 1 == view->sentence_end)
			reporter = quote = ND_NONE;
		if (view->quoted)
			quote = i;
		nearby[i].reporter_right = reporter;
		nearby[i].quote_right = quote;
		if (view->reporting && !view->quoted)
			reporter = i;
	}
	return nearby;
}

const NdView *
nd_view_at(const NdChunk *chunk, uint32_t token, int32_t offset)
{
	static const NdView none = {
		.form = ND_NO_WORD, .lemma = ND_NO_WORD, .tag = ND_NO_TAG,
		.relation = ND_NO_TAG, .head = ND_NONE, .subject = ND_NONE, .object = ND_NONE
	};
	int64_t		at = (int64_t) token + offset;

	return at < 0 || at >= chunk->count ? &none : &chunk->views[at];
}

static const NdView *
view_or_none(const NdChunk *chunk, uint32_t token)
{
	return nd_view_at(chunk, 0, token == ND_NONE ? -1 : (int32_t) token);
}

static void
add_words(const NdChunk *chunk, uint32_t token, NdFeatureList *list)
{
	const NdView *v[7];

	list->template = WORDS;
	for (int32_t i = 0; i < 7; i++)
	{
		v[i] = nd_view_at(chunk, token, i - 3);
		nd_feature(list, v[i]->form);
	}
	nd_feature2(list, v[1]->form, v[2]->form);
	nd_feature2(list, v[2]->form, v[3]->form);
	nd_feature2(list, v[3]->form, v[4]->form);
	nd_feature2(list, v[4]->form, v[5]->form);
	nd_feature(list, v[2]->lemma);
	nd_feature(list, v[3]->lemma);
	nd_feature(list, v[4]->lemma);
	nd_feature3(list, v[2]->lemma, v[3]->lemma, v[4]->lemma);
	nd_feature(list, v[3]->shape);
	nd_feature3(list, v[2]->shape, v[3]->shape, v[4]->shape);
	nd_feature(list, v[3]->suffix2);
	nd_feature(list, v[3]->suffix3);
}

static void
add_tags(const NdChunk *chunk, uint32_t token, NdFeatureList *list)
{
	uint64_t	lemma = chunk->views[token].lemma;
	uint64_t	p[7];

	list->template = TAGS;
	for (int32_t i = 0; i < 7; i++)
	{
		p[i] = nd_view_at(chunk, token, i - 3)->tag;
		nd_feature(list, p[i]);
	}
	for (uint32_t i = 1; i < 5; i++)
		nd_feature(list, p[i] << 8 | p[i + 1]);
	for (uint32_t i = 1; i < 4; i++)
		nd_feature(list, p[i] << 16 | p[i + 1] << 8 | p[i + 2]);
	nd_feature2(list, lemma, p[2]);
	nd_feature2(list, lemma, p[3]);
	nd_feature2(list, lemma, p[4]);
	nd_feature(list, p[2] << 24 | p[3] << 16 | p[4] << 8 | p[5]);
}

/* The nearest reporting verb on one side: which, how far, seen from what. */
static void
add_reporter(const NdChunk *chunk, uint32_t token, uint32_t reporter, NdFeatureList *list)
{
	const NdView *view = &chunk->views[token];
	const NdView *there = view_or_none(chunk, reporter);
	uint32_t	distance = reporter == ND_NONE ? 9 :
		nd_step(reporter > token ? reporter - token : token - reporter);

	nd_feature2(list, distance, there->reporting);
	nd_feature(list, there->lemma);
	nd_feature2(list, there->lemma, view->tag);
	nd_feature2(list, distance, view->lemma);
}

static void
add_reporters(const NdChunk *chunk, const NdNearby *nearby, uint32_t token, NdFeatureList *list)
{
	const NdView *view = &chunk->views[token];

	list->template = REPORTERS;
	nd_feature2(list, view->reporting, view->quoted);
	nd_feature2(list, view->noun, view->relation);
	add_reporter(chunk, token, nearby[token].reporter_left, list);
	add_reporter(chunk, token, nearby[token].reporter_right, list);
	nd_feature3(list, nd_view_at(chunk, token, -1)->reporting, view->reporting,
				nd_view_at(chunk, token, 1)->reporting);
}

static bool
starts_paragraph(const NdChunk *chunk, uint32_t token)
{
	return token == 0 ||
		nd_chunk_paragraph(chunk, token) != nd_chunk_paragraph(chunk, token - 1);
}

static bool
ends_paragraph(const NdChunk *chunk, uint32_t token)
{
	return token + 1 >= chunk->count || starts_paragraph(chunk, token + 1);
}

/* The quotation that the token stands in, seen as a whole. */
static void
add_own_quotation(const NdChunk *chunk, uint32_t token, NdFeatureList *list)
{
	const NdView *view = &chunk->views[token];
	uint32_t	first = view->quote_first;
	uint32_t	end = view->quote_end;
	uint32_t	length = nd_step((end - first) / 2);
	uint32_t	starts = first == view->sentence_first;
	uint32_t	opens = starts_paragraph(chunk, first);
	uint32_t	whole = opens && ends_paragraph(chunk, end - 1);

	nd_feature(list, length);
	nd_feature2(list, nd_step(token - first), length);
	nd_feature2(list, nd_step(end - 1 - token), length);
	nd_feature2(list, nd_view_at(chunk, first, -1)->form, nd_view_at(chunk, first, -2)->form);
	nd_feature2(list, nd_view_at(chunk, end, 0)->form, nd_view_at(chunk, end, -2)->form);
	nd_feature3(list, starts, opens, whole);
	nd_feature3(list, starts << 1 | opens, length, nd_quote_place(view, token));
	nd_feature2(list, nd_view_at(chunk, end, 0)->tag, nd_view_at(chunk, end, 1)->tag);
}

static void
add_quotations(const NdChunk *chunk, const NdNearby *nearby, uint32_t token, NdFeatureList *list)
{
	const NdView *view = &chunk->views[token];
	const NdView *before = nd_view_at(chunk, token, -1);
	const NdView *after = nd_view_at(chunk, token, 1);
	uint32_t	place = nd_quote_place(view, token);
	uint32_t	left = nearby[token].quote_left;
	uint32_t	right = nearby[token].quote_right;
	uint32_t	far_left = left == ND_NONE ? 9 : nd_step(token - left);
	uint32_t	far_right = right == ND_NONE ? 9 : nd_step(right - token);

	list->template = QUOTATIONS;
	nd_feature(list, place);
	nd_feature3(list, before->quoted, place, after->quoted);
	nd_feature2(list, far_left, far_right);
	nd_feature3(list, far_left, far_right, view->lemma);
	nd_feature3(list, far_left, far_right, view->tag);
	nd_feature3(list, far_left, far_right, view->reporting);
	nd_feature3(list, left == ND_NONE, right == ND_NONE, view->relation);
	if (view->quoted)
		add_own_quotation(chunk, token, list);
}

static void
add_positions(const NdChunk *chunk, uint32_t token, NdFeatureList *list)
{
	const NdView *view = &chunk->views[token];
	uint32_t	paragraph = nd_chunk_paragraph(chunk, token);
	uint32_t	passage = chunk->document->paragraphs[paragraph].passage;
	uint32_t	kind = (uint32_t) chunk->document->passages[passage].kind;
	uint32_t	length = nd_step((view->sentence_end - view->sentence_first) / 2);

	list->template = POSITIONS;
	nd_feature2(list, paragraph < 3 ? paragraph : 3, kind);
	nd_feature(list, nd_step(token - view->sentence_first));
	nd_feature(list, nd_step(view->sentence_end - 1 - token));
	nd_feature(list, length);
	nd_feature(list, chunk->views[view->sentence_first].form);
	nd_feature2(list, starts_paragraph(chunk, token), ends_paragraph(chunk, token));
	nd_feature2(list, token == view->sentence_first, view->tag);
}

/* The token as part of what hangs from a verb above it. */
static void
add_branch(const NdChunk *chunk, uint32_t token, uint32_t top, uint32_t branch,
		   NdFeatureList *list)
{
	const NdView *view = &chunk->views[token];
	const NdView *above = view_or_none(chunk, top);
	const NdView *below = view_or_none(chunk, branch);
	uint64_t	place = branch == ND_NONE ? 7 : nd_edges(below, token);
	uint64_t	way = (uint64_t) below->relation << 8 | place;

	nd_feature2(list, way, above->reporting);
	nd_feature2(list, way, above->lemma);
	nd_feature2(list, way, nd_frame(above));
	nd_feature2(list, way, view->tag);
	nd_feature2(list, way << 1 | (branch != ND_NONE && branch > top), above->tag);
}

static void
add_tree(const NdChunk *chunk, uint32_t token, NdFeatureList *list)
{
	const NdView *view = &chunk->views[token];
	const NdView *head = view_or_none(chunk, view->head);
	const NdView *grand = view_or_none(chunk, head->head);
	const NdView *clause = &chunk->views[view->clause];
	const NdView *governor = view_or_none(chunk, clause->head);
	const NdView *root = &chunk->views[view->root];
	const NdView *before = nd_view_at(chunk, token, -1);
	uint64_t	relation = view->relation;
	uint64_t	way = (uint64_t) clause->relation << 8 | nd_edges(clause, token);
	uint32_t	upper = view->reporter == ND_NONE ? ND_NONE : chunk->views[view->reporter].reporter;
	uint32_t	upper_branch = view->reporter == ND_NONE ? ND_NONE : chunk->views[view->reporter].branch;

	list->template = TREE;
	nd_feature(list, relation);
	nd_feature2(list, relation, head->lemma);
	nd_feature2(list, relation, head->tag);
	nd_feature2(list, relation, head->relation);
	nd_feature3(list, relation, head->relation, grand->lemma);
	nd_feature(list, nd_frame(view));
	nd_feature2(list, nd_frame(view), view->lemma);
	nd_feature2(list, nd_frame(view), relation);
	nd_feature(list, view->depth < 8 ? view->depth : 8);
	nd_feature2(list, way, governor->lemma);
	nd_feature2(list, way, nd_frame(clause));
	nd_feature3(list, way, governor->reporting, clause->head != ND_NONE && clause->head > view->clause);
	nd_feature2(list, view->head != ND_NONE && view->head == before->head, relation);
	nd_feature2(list, view->head == ND_NONE ? 2 : view->head > token, relation);
	nd_feature2(list, view->left == token, view->right == token);
	add_branch(chunk, token, view->root, view->root_branch, list);
	nd_feature2(list, root->lemma, root->reporting);
	add_branch(chunk, token, view->reporter, view->branch, list);
	add_branch(chunk, token, upper, upper_branch, list);
}

/* What the token takes, as a verb or noun that may report something. */
static void
add_frame(const NdChunk *chunk, uint32_t token, NdFeatureList *list)
{
	const NdView *view = &chunk->views[token];
	const NdView *subject = view_or_none(chunk, view->subject);
	const NdView *object = view_or_none(chunk, view->object);
	const NdView *head = view_or_none(chunk, view->head);
	uint64_t	kind = (uint64_t) view->reporting << 16 | (uint64_t) view->noun << 8 | view->tag;

	list->template = FRAME;
	nd_feature2(list, nd_frame(view), kind);
	nd_feature3(list, nd_frame(view), view->tag, view->relation);
	nd_feature2(list, view->lemma, subject->tag);
	nd_feature3(list, kind, subject->tag, subject->shape);
	nd_feature2(list, kind, subject->lemma);
	nd_feature2(list, view->lemma, object->lemma);
	nd_feature3(list, view->lemma, object->noun, object->tag);
	nd_feature2(list, view->lemma, head->lemma);
	nd_feature3(list, kind, view->relation, head->reporting);
}

uint32_t
nd_token_features(const NdChunk *chunk, const NdNearby *nearby, uint32_t token, NdFeature *out)
{
	NdFeatureList list = {.features = out};

	add_words(chunk, token, &list);
	add_tags(chunk, token, &list);
	add_reporters(chunk, nearby, token, &list);
	add_quotations(chunk, nearby, token, &list);
	add_positions(chunk, token, &list);
	add_tree(chunk, token, &list);
	add_frame(chunk, token, &list);
	return list.count;
}
