/*
 * relate.c
 *		What the figures of a sentence tell about each other: lists, parts of a
 *		whole, figures named to be corrected.
 */
#include "toll/clause.h"
#include "toll/draft.h"

#define REACH_EARLIER	6		/* tokens from "an earlier figure" to it */
#define REACH_FIGURES	12u		/* figures back that a figure can refer to */

static uint32_t
first_of(const NdTollDrafts *drafts, const NdTollDraft *draft)
{
	return draft->number->first_token - drafts->scene->first;
}

static bool
is_joiner(const NdScene *scene, uint32_t at)
{
	return nd_scene_in(scene, at, &nd_lexicon_figure_joiners);
}

/* The end of a short "in 2022", "on Monday", at most `limit`. */
static uint32_t
prepositional_end(const NdScene *scene, uint32_t at, uint32_t limit)
{
	uint32_t	end = at + 1;

	while (end < limit && end < at + 5 && !is_joiner(scene, end))
		end++;
	return end;
}

/* Whether nothing but words that join stands between two figures. */
static bool
is_joined(const NdTollDrafts *drafts, const NdTollDraft *last, const NdTollDraft *next)
{
	const NdScene *scene = drafts->scene;
	uint32_t	from = last->victims.after;
	uint32_t	to = first_of(drafts, next);
	uint32_t	a = last->victims.head;
	uint32_t	b = next->victims.head;

	if (from < to && nd_clue(scene, from)->tag == ND_TAG_IN && !nd_scene_is(scene, from, "of"))
		from = prepositional_end(scene, from, to);
	if (from < to && to - from <= 3)
	{
		uint32_t	at = from;

		while (at < to && is_joiner(scene, at))
			at++;
		if (at == to)
			return true;
	}
	return a != ND_NONE && b != ND_NONE && a < b && scene->tokens[b].relation == ND_REL_CONJ &&
		scene->tokens[b].head == a;
}

static bool
can_inherit(const NdScene *scene, const NdTollDraft *draft)
{
	if (!draft->countable || nd_is_thing(scene, &draft->victims) || draft->whole)
		return false;
	if (draft->number->flags & (ND_NUMBER_ZERO | ND_NUMBER_NOBODY))
		return false;
	return draft->victims.head == ND_NONE || nd_is_people(scene, draft->victims.head, false) ||
		nd_clue(scene, draft->victims.head)->noun != ND_NO_KIND;
}

static void
inherit(NdTollDraft *draft, const NdTollDraft *from)
{
	draft->harm.kind = from->harm.kind;
	draft->harm.from = ND_FROM_NEIGHBOUR;
	draft->harm.word = from->harm.word;
	draft->harm.noun = ND_NONE;
}

/*
 * Parts
 */

/* Whether a phrase that introduces a part ends right before the figure. */
static bool
is_introduced(const NdTollDrafts *drafts, const NdTollDraft *draft)
{
	const NdScene *scene = drafts->scene;
	uint32_t	at = first_of(drafts, draft);

	if (at > 0 && (nd_scene_is(scene, at - 1, ",") || nd_scene_is(scene, at - 1, ":")))
		at--;
	for (uint32_t length = 1; length <= 3 && length <= at; length++)
	{
		uint32_t	end;

		if (nd_scene_is(scene, at - length, "with"))
			continue;
		if (nd_scene_phrase(scene, at - length, &nd_lexicon_subset_cues, &end) != UINT32_MAX &&
			end == at)
			return true;
	}
	return false;
}

/* "Of the 32,500 dead, over 13,000 ...": the whole stands first. */
static bool
is_whole_ahead(const NdTollDrafts *drafts, const NdTollDraft *draft)
{
	const NdScene *scene = drafts->scene;
	uint32_t	at = first_of(drafts, draft);

	if (at > 0 && nd_scene_is(scene, at - 1, "the"))
		at--;
	if (at == 0 || !nd_scene_is(scene, at - 1, "of"))
		return false;
	return at == 1 || nd_scene_is(scene, at - 2, "that") || nd_scene_is(scene, at - 2, ",");
}

/* The last toll near before with a kind, or of any kind. */
static uint32_t
last_toll(const NdTollDrafts *drafts, uint8_t kind)
{
	uint32_t	end = drafts->before->count;

	for (uint32_t i = end; i > drafts->near_before && end - i < REACH_FIGURES; i--)
	{
		const NdToll *toll = &drafts->before->tolls[i - 1];

		if ((kind == ND_NO_KIND || toll->value.kind == kind) && toll->part_of == ND_NONE &&
			toll->scope != ND_PLANNED && toll->scope != ND_HYPOTHETICAL &&
			(toll->value.low > 0 || toll->value.high > 0))
			return i - 1;
	}
	return ND_NONE;
}

/* The group of "eight of the dead": its kind, or ND_NO_KIND. */
static uint8_t
kind_of_group(const NdScene *scene, const NdTollDraft *draft)
{
	for (uint32_t i = draft->victims.first; i < draft->victims.end; i++)
		if (nd_clue(scene, i)->noun != ND_NO_KIND &&
			nd_clue(scene, i)->noun_use != ND_NOUN_TOLL)
			return nd_clue(scene, i)->noun;
	if (nd_clue(scene, draft->victims.first)->state != ND_NO_KIND)
		return nd_clue(scene, draft->victims.first)->state;
	return ND_NO_KIND;
}

static bool
is_victims(const NdScene *scene, const NdTollDraft *draft)
{
	return draft->victims.head != ND_NONE &&
		(nd_scene_is(scene, draft->victims.head, "victims") ||
		 nd_scene_is(scene, draft->victims.head, "casualties"));
}

/* A noun for people after "were": "eight of the dead were schoolchildren". */
static void
read_predicate_noun(const NdScene *scene, NdTollDraft *draft)
{
	uint32_t	at = draft->victims.after;
	uint32_t	end;

	if (nd_scene_is(scene, at, "who"))
		at += 2;
	if (!nd_scene_is(scene, at, "were") && !nd_scene_is(scene, at, "was") &&
		!nd_scene_is(scene, at, "are") && !nd_scene_is(scene, at, "is"))
		return;
	at++;
	while (nd_clue(scene, at)->tag == ND_TAG_DT || nd_clue(scene, at)->tag == ND_TAG_RB)
		at++;
	end = nd_noun_phrase_end(scene, at);
	if (end == at || !nd_is_people(scene, end - 1, false))
		return;
	draft->victims.first = at;
	draft->victims.end = end;
	draft->victims.head = end - 1;
	draft->harm.noun = end - 1;
}

/* A part of a figure of an earlier sentence. */
static void
relate_backwards(NdTollDrafts *drafts, NdTollDraft *draft)
{
	const NdScene *scene = drafts->scene;
	uint8_t		kind = draft->victims.of_group ? kind_of_group(scene, draft) : ND_NO_KIND;
	uint32_t	toll;

	if (draft->victims.of_group && kind == ND_NO_KIND && !is_victims(scene, draft) &&
		!(draft->victims.of_pronoun))
		return;
	toll = last_toll(drafts, kind != ND_NO_KIND ? kind :
					 draft->harm.kind <= ND_WOUNDED ? draft->harm.kind : ND_NO_KIND);
	if (toll == ND_NONE && kind == ND_NO_KIND)
		return;
	draft->subset = true;
	draft->part_of_toll = toll;
	if (draft->harm.kind == ND_NO_KIND || (kind != ND_NO_KIND && kind <= ND_WOUNDED))
	{
		draft->harm.kind = kind != ND_NO_KIND ? kind : drafts->before->tolls[toll].value.kind;
		draft->harm.from = ND_FROM_NEIGHBOUR;
	}
	read_predicate_noun(scene, draft);
}

/* "one of them said" */
static bool
is_speaker(const NdScene *scene, const NdTollDraft *draft)
{
	uint32_t	verb = draft->victims.after;

	return draft->harm.kind == ND_NO_KIND && nd_is_finite_tag(nd_clue(scene, verb)->tag) &&
		nd_scene_in(scene, verb, &nd_lexicon_speech_verbs) && !nd_scene_is(scene, verb + 1, "to");
}

/* The draft before that can be a number of people or things. */
static uint32_t
last_countable(const NdTollDrafts *drafts, uint32_t i)
{
	for (uint32_t steps = 0; i > 0 && steps < REACH_FIGURES; steps++)
	{
		const NdTollDraft *draft = &drafts->drafts[--i];

		if (draft->countable && (draft->harm.kind != ND_NO_KIND ||
								 !(draft->number->flags & ND_NUMBER_ARTICLE)))
			return i;
	}
	return ND_NONE;
}

static void
relate_part(NdTollDrafts *drafts, uint32_t i)
{
	NdTollDraft *draft = &drafts->drafts[i];
	bool		introduced = is_introduced(drafts, draft);
	uint32_t	whole = ND_NONE;

	if (is_speaker(drafts->scene, draft) ||
		(draft->number->flags & (ND_NUMBER_ZERO | ND_NUMBER_NOBODY)))
		return;
	if (draft->victims.whole != ND_NONE && draft->victims.whole < drafts->count)
	{
		draft->part_of = draft->victims.whole;
		draft->subset = true;
		return;
	}
	if (i > 0 && is_whole_ahead(drafts, &drafts->drafts[i - 1]))
		whole = i - 1;
	else if (introduced || draft->victims.of_pronoun)
	{
		whole = last_countable(drafts, i);
		if (whole == ND_NONE)
		{
			relate_backwards(drafts, draft);
			return;
		}
		if (drafts->drafts[whole].subset && drafts->drafts[whole].part_of != ND_NONE)
			whole = drafts->drafts[whole].part_of;
	}
	else
	{
		/* the rest of a list of parts: "including three women and a baby" */
		if (i > 0 && drafts->drafts[i - 1].subset && drafts->drafts[i - 1].part_of != ND_NONE &&
			is_joined(drafts, &drafts->drafts[i - 1], draft) &&
			draft->harm.from != ND_FROM_STATE)
			whole = drafts->drafts[i - 1].part_of;
		else if (draft->victims.of_group)
		{
			relate_backwards(drafts, draft);
			return;
		}
		else
			return;
	}
	if (drafts->drafts[whole].harm.kind == ND_NO_KIND)
	{
		/* a part of something that is no toll */
		if (nd_is_thing(drafts->scene, &drafts->drafts[whole].victims) ||
			(draft->harm.from != ND_FROM_STATE && draft->harm.from != ND_FROM_PREDICATE))
			draft->harm.kind = ND_NO_KIND;
		return;
	}
	draft->subset = true;
	draft->part_of = whole;
	if (draft->harm.kind == ND_NO_KIND ||
		(draft->harm.from != ND_FROM_STATE && draft->harm.from != ND_FROM_PREDICATE))
		inherit(draft, &drafts->drafts[whole]);
	read_predicate_noun(drafts->scene, draft);
}

/*
 * Earlier figures
 */

/* "up from 19", "an earlier figure of 174", "not three but five" */
static bool
is_other_figure(const NdTollDrafts *drafts, const NdTollDraft *draft)
{
	const NdScene *scene = drafts->scene;
	uint32_t	at = first_of(drafts, draft);

	if (draft->victims.head != ND_NONE && !nd_is_people(scene, draft->victims.head, false))
		return false;
	for (uint32_t i = at; i > 0 && at - i < REACH_EARLIER; i--)
	{
		uint8_t		tag = nd_clue(scene, i - 1)->tag;

		if (nd_scene_in(scene, i - 1, &nd_lexicon_earlier_figures))
			return true;
		if (nd_clue(scene, i - 1)->number_of != ND_NONE || tag == ND_TAG_STOP ||
			nd_clue(scene, i - 1)->thing)
			return false;
	}
	return false;
}

static void
relate_earlier(NdTollDrafts *drafts, uint32_t i)
{
	NdTollDraft *draft = &drafts->drafts[i];
	uint32_t	toll;

	if ((draft->number->flags & ND_NUMBER_ARTICLE) || !is_other_figure(drafts, draft))
		return;
	for (uint32_t j = i; j > 0 && i - j < REACH_FIGURES; j--)
		if (drafts->drafts[j - 1].harm.kind != ND_NO_KIND)
		{
			inherit(draft, &drafts->drafts[j - 1]);
			return;
		}
	for (uint32_t j = i + 1; j < drafts->count && j - i < REACH_FIGURES; j++)
		if (drafts->drafts[j].harm.kind != ND_NO_KIND && nd_scene_is(drafts->scene,
																	 first_of(drafts, draft) - 1,
																	 "not"))
		{
			inherit(draft, &drafts->drafts[j]);
			return;
		}
	toll = last_toll(drafts, ND_NO_KIND);
	if (toll == ND_NONE || i > 0 || drafts->scene->harm)
		return;
	draft->harm.kind = drafts->before->tolls[toll].value.kind;
	draft->harm.from = ND_FROM_NEIGHBOUR;
}

/* "free 30 captives for 250 jailed fighters", "in return for 800 prisoners" */
static void
relate_exchange(NdTollDrafts *drafts, uint32_t i)
{
	NdTollDraft *draft = &drafts->drafts[i];
	uint32_t	at = first_of(drafts, draft);

	if (at == 0 || !nd_scene_is(drafts->scene, at - 1, "for") ||
		(draft->number->flags & ND_NUMBER_ARTICLE) ||
		nd_is_thing(drafts->scene, &draft->victims))
		return;
	for (uint32_t j = i; j > 0 && i - j < REACH_FIGURES; j--)
		if (drafts->drafts[j - 1].harm.kind == ND_RELEASED)
		{
			inherit(draft, &drafts->drafts[j - 1]);
			return;
		}
}

/* "a fifth victim, a 70-year-old woman," is one figure. */
static bool
is_apposition(const NdTollDrafts *drafts, uint32_t i)
{
	const NdTollDraft *draft = &drafts->drafts[i];
	uint32_t	at = first_of(drafts, draft);
	const NdTollDraft *last = i > 0 ? &drafts->drafts[i - 1] : NULL;

	return last && (draft->number->flags & ND_NUMBER_ARTICLE) && last->harm.kind != ND_NO_KIND &&
		(last->number->flags & (ND_NUMBER_ARTICLE | ND_NUMBER_ORDINAL)) &&
		last->victims.after + 1 == at && nd_scene_is(drafts->scene, at - 1, ",") &&
		nd_clue(drafts->scene, draft->victims.after)->tag == ND_TAG_COMMA;
}

void
nd_relate_tolls(NdTollDrafts *drafts)
{
	for (uint32_t i = 0; i < drafts->count; i++)
	{
		NdTollDraft *draft = &drafts->drafts[i];

		if (draft->whole && draft->harm.from != ND_FROM_NOUN)
		{
			draft->harm.kind = ND_NO_KIND;
			for (uint32_t t = draft->victims.first; t < draft->victims.end; t++)
				if (nd_clue(drafts->scene, t)->noun_use == ND_NOUN_PEOPLE)
				{
					draft->harm.kind = nd_clue(drafts->scene, t)->noun;
					draft->harm.from = ND_FROM_NOUN;
				}
		}
	}
	for (uint32_t i = 0; i < drafts->count; i++)
	{
		NdTollDraft *draft = &drafts->drafts[i];

		if (!draft->countable)
			continue;
		if (is_apposition(drafts, i))
		{
			draft->countable = false;
			continue;
		}
		relate_part(drafts, i);
		relate_exchange(drafts, i);
		if (draft->harm.kind != ND_NO_KIND || !can_inherit(drafts->scene, draft))
			continue;
		if (i > 0 && drafts->drafts[i - 1].harm.kind != ND_NO_KIND &&
			is_joined(drafts, &drafts->drafts[i - 1], draft))
			inherit(draft, &drafts->drafts[i - 1]);
		else
			relate_earlier(drafts, i);
	}
}
