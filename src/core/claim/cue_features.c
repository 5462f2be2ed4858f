/*
 * cue_features.c
 *		The features of a token as seen from a proposed cue.
 */
#include "claim/cue_features.h"

/* Templates of a group count from here, above those of features.c. */
enum
{
	PLACE = 256,
	AROUND = 288,
	OWN = 304,
	BETWEEN = 320,
	QUOTED = 336,
	WAY = 352,
	SUBJECT = 384,
	TURN = 400
};

typedef struct Seen
{
	const NdCueScene *scene;
	const NdView *view;
	const NdView *head;			/* of the cue */
	const NdOutlook *outlook;
	uint32_t	token;
	uint32_t	side;			/* 0 left of the cue, 1 in it, 2 right */
	uint32_t	distance;
	uint32_t	sentences;		/* from the cue's, capped */
} Seen;

static Seen
look(const NdCueScene *scene, uint32_t token)
{
	const NdView *view = &scene->chunk->views[token];
	const NdView *head = &scene->chunk->views[scene->head];
	uint32_t	apart = view->sentence > head->sentence ?
		view->sentence - head->sentence : head->sentence - view->sentence;
	Seen		seen = {
		.scene = scene, .view = view, .head = head, .token = token,
		.outlook = &scene->outlook[token], .side = 1,
		.sentences = apart < 3 ? apart : 3
	};

	if (token < scene->cue->first)
	{
		seen.side = 0;
		seen.distance = nd_step(scene->cue->first - token);
	}
	else if (token >= scene->cue->end)
	{
		seen.side = 2;
		seen.distance = nd_step(token - scene->cue->end + 1);
	}
	return seen;
}

static void
add_place(const Seen *seen, NdFeatureList *list)
{
	uint64_t	lemma = nd_hash_join(seen->head->lemma, seen->side);
	uint64_t	class = (uint64_t) seen->head->reporting << 8 | seen->side;
	uint64_t	place = (uint64_t) seen->side << 8 | seen->distance;

	list->template = PLACE;
	nd_feature(list, place);
	nd_feature2(list, seen->side, seen->sentences);
	nd_feature2(list, place, seen->sentences);
	nd_feature2(list, seen->side, seen->scene->string);
	nd_feature(list, lemma);
	nd_feature2(list, lemma, seen->distance);
	nd_feature2(list, lemma, seen->view->tag);
	nd_feature2(list, lemma, seen->view->relation);
	nd_feature2(list, lemma, seen->view->lemma);
	nd_feature2(list, class, seen->view->tag);
	nd_feature2(list, class, seen->distance);
	nd_feature2(list, seen->side, seen->scene->strength);
	nd_feature2(list, place, seen->head->tag);
	nd_feature3(list, seen->side, seen->head->tag, seen->head->relation);
	nd_feature3(list, seen->side, nd_frame(seen->head), seen->sentences);
	nd_feature2(list, lemma, nd_frame(seen->head));
}

/* The words next to the cue. */
static void
add_around(const Seen *seen, NdFeatureList *list)
{
	const NdChunk *chunk = seen->scene->chunk;
	const NdCandidate *cue = seen->scene->cue;
	const NdView *before = nd_view_at(chunk, cue->first, -1);
	const NdView *before2 = nd_view_at(chunk, cue->first, -2);
	const NdView *after = nd_view_at(chunk, cue->end, 0);
	const NdView *after2 = nd_view_at(chunk, cue->end, 1);
	uint64_t	place = (uint64_t) seen->side << 8 | seen->distance;

	list->template = AROUND;
	nd_feature2(list, place, before->form);
	nd_feature2(list, place, after->form);
	nd_feature3(list, place, before->tag, before2->tag);
	nd_feature3(list, place, after->tag, after2->tag);
	nd_feature3(list, seen->side, before->form, seen->head->lemma);
	nd_feature3(list, seen->side, after->form, seen->head->lemma);
	nd_feature3(list, seen->side, after->form, seen->outlook->branch == ND_NONE ? ND_NO_TAG :
				chunk->views[seen->outlook->branch].relation);
}

static void
add_own(const Seen *seen, NdFeatureList *list)
{
	const NdView *view = seen->view;
	const NdView *before = nd_view_at(seen->scene->chunk, seen->token, -1);
	const NdView *after = nd_view_at(seen->scene->chunk, seen->token, 1);
	uint32_t	in_cue = seen->side != 1 ? 0 :
		1u + (seen->token == seen->scene->cue->first) + 2u * (seen->token + 1 == seen->scene->cue->end);

	list->template = OWN;
	nd_feature2(list, seen->side, view->form);
	nd_feature2(list, seen->side, view->tag);
	nd_feature3(list, seen->side, before->tag, view->tag);
	nd_feature3(list, seen->side, view->tag, after->tag);
	nd_feature3(list, seen->side, before->tag, (uint64_t) view->tag << 8 | after->tag);
	nd_feature3(list, seen->side, before->form, view->form);
	nd_feature3(list, seen->side, view->form, after->form);
	nd_feature2(list, in_cue, view->lemma);
	nd_feature3(list, seen->side, seen->outlook->other_cue, view->tag);
	nd_feature3(list, seen->side, seen->token == view->sentence_first,
				seen->token + 1 == view->sentence_end);
}

static void
add_between(const Seen *seen, NdFeatureList *list)
{
	const NdOutlook *outlook = seen->outlook;
	uint64_t	lemma = nd_hash_join(seen->head->lemma, seen->side);
	uint64_t	all = (uint64_t) outlook->commas << 16 | (uint64_t) outlook->cues << 8 | outlook->turns;

	list->template = BETWEEN;
	nd_feature2(list, seen->side, outlook->commas);
	nd_feature2(list, lemma, outlook->commas);
	nd_feature2(list, seen->side, outlook->cues);
	nd_feature3(list, seen->side, outlook->cues, seen->head->reporting);
	nd_feature2(list, seen->side, outlook->turns);
	nd_feature2(list, lemma, outlook->turns);
	nd_feature2(list, seen->side, all);
	nd_feature3(list, seen->side, all, seen->view->tag);
	nd_feature3(list, seen->side, outlook->turns, seen->sentences);
	nd_feature3(list, seen->side, seen->scene->cue_before, seen->scene->cue_after);
}

/* The token's quotation and how it lies to the cue. */
static void
add_quoted(const Seen *seen, NdFeatureList *list)
{
	const NdView *view = seen->view;
	const NdCandidate *cue = seen->scene->cue;
	bool		cue_quoted = seen->head->quoted;
	bool		same = view->quoted && cue_quoted && view->quote_first == seen->head->quote_first;
	uint32_t	place = nd_quote_place(view, seen->token);
	uint32_t	gap = !view->quoted ? 9 : view->quote_first >= cue->end ?
		nd_step(view->quote_first - cue->end) : view->quote_end <= cue->first ?
		nd_step(cue->first - view->quote_end) : 8;
	uint64_t	way = (uint64_t) seen->side << 16 | gap << 8 | place;

	list->template = QUOTED;
	nd_feature(list, way);
	nd_feature2(list, way, seen->head->lemma);
	nd_feature2(list, way, seen->sentences);
	nd_feature2(list, way, seen->outlook->turns);
	nd_feature3(list, seen->side, (uint64_t) cue_quoted << 1 | same, place);
	nd_feature3(list, way, seen->outlook->cues, seen->outlook->turns);
}

/* The way through the tree from the token to the cue. */
static void
add_way(const Seen *seen, NdFeatureList *list)
{
	const NdOutlook *outlook = seen->outlook;
	const NdView *branch = outlook->branch == ND_NONE ? seen->head :
		&seen->scene->chunk->views[outlook->branch];
	uint64_t	lemma = seen->head->lemma;
	uint64_t	class = seen->head->reporting;
	uint64_t	path = nd_hash_join(outlook->up, nd_hash_join(outlook->down,
											   (uint64_t) (outlook->steps == ND_NONE) << 8 | seen->side));
	uint64_t	relation = outlook->branch == ND_NONE ? ND_NO_TAG : branch->relation;
	uint64_t	way = nd_hash_join(outlook->down, relation << 16 | seen->side << 8 |
								   nd_edges(branch, seen->token));
	uint64_t	limb = nd_hash_join(outlook->down, relation << 8 | seen->side);

	list->template = WAY;
	nd_feature(list, path);
	nd_feature2(list, path, lemma);
	nd_feature2(list, path, class);
	nd_feature2(list, path, seen->view->tag);
	nd_feature(list, way);
	nd_feature2(list, way, lemma);
	nd_feature2(list, way, class);
	nd_feature2(list, way, seen->view->tag);
	nd_feature2(list, way, nd_frame(seen->head));
	nd_feature2(list, way, seen->scene->strength);
	nd_feature2(list, limb, lemma);
	nd_feature2(list, limb, nd_frame(seen->head));
	nd_feature2(list, limb, seen->outlook->cues);
	nd_feature2(list, limb, branch->lemma);
	nd_feature2(list, limb, branch->tag);
	nd_feature2(list, limb, nd_quote_place(seen->view, seen->token));
	nd_feature2(list, limb, nd_frame(branch));
}

/* The token as part of the subject, the cue's own or one it shares. */
static void
add_subject(const Seen *seen, NdFeatureList *list)
{
	const NdCueScene *scene = seen->scene;
	const NdView *head = seen->head;
	const NdView *top = nd_view_at(scene->chunk, 0, scene->subject == ND_NONE ? -1 : (int32_t) scene->subject);
	bool		within = scene->subject != ND_NONE &&
		seen->token >= top->left && seen->token <= top->right;
	uint64_t	place = (uint64_t) scene->subject_steps << 16 | seen->side << 8 |
		(within ? 4 + nd_edges(top, seen->token) : scene->subject == ND_NONE);

	list->template = SUBJECT;
	nd_feature(list, place);
	nd_feature2(list, place, head->relation);
	nd_feature2(list, place, head->tag);
	nd_feature2(list, place, head->lemma);
	nd_feature3(list, place, top->tag, seen->view->tag);
	nd_feature3(list, place, seen->outlook->cues, seen->outlook->commas);
	nd_feature2(list, place, seen->token == scene->subject);
}

/* The part of the cue's sentence that a token belongs to. */
static uint64_t
limb_at(const NdCueScene *scene, uint32_t token)
{
	const NdOutlook *outlook;

	if (token < scene->from || token >= scene->to)
		return 0;
	outlook = &scene->outlook[token];
	if (outlook->steps == ND_NONE)
		return 1;
	return nd_hash_join(outlook->down, outlook->branch == ND_NONE ? ND_NO_TAG :
						scene->chunk->views[outlook->branch].relation);
}

/* Where one part ends and the next begins. */
static void
add_turn(const Seen *seen, NdFeatureList *list)
{
	const NdCueScene *scene = seen->scene;
	const NdView *before = nd_view_at(scene->chunk, seen->token, -1);
	const NdView *after = nd_view_at(scene->chunk, seen->token, 1);
	uint64_t	limb = nd_hash_join(limb_at(scene, seen->token), seen->side);
	uint64_t	previous = limb_at(scene, seen->token > scene->from ? seen->token - 1 : UINT32_MAX);
	uint64_t	next = limb_at(scene, seen->token + 1);

	list->template = TURN;
	nd_feature2(list, limb, previous);
	nd_feature2(list, limb, next);
	nd_feature3(list, limb, previous, before->tag);
	nd_feature3(list, limb, next, after->tag);
	nd_feature2(list, limb, before->form);
	nd_feature2(list, limb, after->form);
	nd_feature3(list, limb, before->tag, seen->view->tag);
	nd_feature3(list, limb, seen->view->tag, after->tag);
	nd_feature3(list, limb, seen->token + 2 >= seen->view->sentence_end, after->tag);
}

uint32_t
nd_cue_features(const NdCueScene *scene, uint32_t token, NdFeature *out)
{
	NdFeatureList list = {.features = out};
	Seen		seen = look(scene, token);

	add_place(&seen, &list);
	add_around(&seen, &list);
	add_own(&seen, &list);
	add_between(&seen, &list);
	add_quoted(&seen, &list);
	add_way(&seen, &list);
	add_subject(&seen, &list);
	add_turn(&seen, &list);
	return list.count;
}
