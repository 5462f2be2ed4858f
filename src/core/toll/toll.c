/*
 * toll.c
 *		From numbers to tolls, sentence by sentence.
 */
#include "toll/toll.h"

#include "toll/confidence.h"
#include "toll/draft.h"
#include "toll/happened.h"
#include "toll/place.h"
#include "toll/report.h"

#include <string.h>

#define NEAR_SENTENCES	6		/* how far back "the dead" are looked for */
#define SENTENCES_PER_POLL	16

static const char scope_names[][16] = {
	"incident", "cumulative", "subset", "planned", "hypothetical"
};

static const char group_names[ND_VICTIM_GROUPS][16] = {
	"", "civilians", "combatants", "children", "women", "medics", "journalists", "aid workers",
	"police", "hostages", "prisoners"
};

const char *
nd_scope_name(unsigned scope)
{
	return scope < sizeof(scope_names) / sizeof(scope_names[0]) ? scope_names[scope] : "?";
}

const char *
nd_victim_group_name(unsigned group)
{
	if (group == ND_NO_GROUP)
		return NULL;
	return group < ND_VICTIM_GROUPS ? group_names[group] : "?";
}

typedef struct Collector
{
	NdArena    *arena;
	NdArena		scratch;		/* of one sentence */
	const NdDocument *document;
	const NdClaims *claims;
	int32_t		published;
	NdTolls    *out;
	uint32_t	room;
} Collector;

static NdSpan
span_of(const NdScene *scene, uint32_t first, uint32_t end)
{
	return (NdSpan)
	{
		scene->tokens[first].start, scene->tokens[end - 1].end
	};
}

/* Whether the noun only names the harm: deaths, the wounded. */
static bool
names_harm(const NdScene *scene, const NdTollDraft *draft)
{
	for (uint32_t i = draft->victims.first; i <= draft->victims.head; i++)
	{
		const NdClue *clue = nd_clue(scene, i);

		if (clue->noun != ND_NO_KIND && clue->noun_end == draft->victims.head + 1 &&
			(clue->noun_use == ND_NOUN_HARM || clue->noun_use == ND_NOUN_WITH))
			return true;
	}
	return false;
}

static NdVictimGroup
group_of(const NdScene *scene, const NdTollDraft *draft, bool harm_noun)
{
	NdVictimGroup group = ND_NO_GROUP;

	if (draft->victims.head == ND_NONE)
		return ND_NO_GROUP;
	group = (NdVictimGroup) nd_clue(scene, draft->victims.head)->group;
	if (group != ND_NO_GROUP || (!harm_noun && nd_clue(scene, draft->victims.head)->people))
		return group;
	for (uint32_t i = draft->victims.head; i > draft->victims.first; i--)
		if (nd_clue(scene, i - 1)->group != ND_NO_GROUP)
			return (NdVictimGroup) nd_clue(scene, i - 1)->group;
	return ND_NO_GROUP;
}

/* "a soldier", "no deaths", "a fifth victim": the noun belongs to the figure. */
static NdSpan
toll_span(const NdScene *scene, const NdTollDraft *draft)
{
	NdSpan		at = draft->number->at;

	if ((draft->number->flags & (ND_NUMBER_ARTICLE | ND_NUMBER_ZERO | ND_NUMBER_ORDINAL)) &&
		draft->victims.head != ND_NONE && draft->harm.noun == ND_NONE)
		at.end = scene->tokens[draft->victims.head].end;
	return at;
}

/* "forty dead, at the least": a hedge apart from its number. */
static bool
is_hedged_later(const NdScene *scene, const NdTollDraft *draft)
{
	uint32_t	at = draft->victims.after;

	for (uint32_t i = at; i < scene->count && i < at + 5; i++)
	{
		uint32_t	end;
		uint32_t	entry;

		if (nd_clue(scene, i)->number != ND_NONE)
			return false;
		entry = nd_scene_phrase(scene, i, &nd_lexicon_number_hedges, &end);
		if (entry != UINT32_MAX &&
			nd_value_is(nd_lexicon_value(&nd_lexicon_number_hedges, entry), "at least"))
			return end >= scene->count || nd_clue(scene, end)->tag == ND_TAG_STOP ||
				nd_clue(scene, end)->tag == ND_TAG_COMMA ||
				nd_clue(scene, end)->tag == ND_TAG_CLOSE_QUOTE;
	}
	return false;
}

static NdTollValue
value_of(const NdScene *scene, const NdTollDraft *draft)
{
	const NdNumber *number = draft->number;

	if (number->hedge == ND_EXACT && number->low > 0 && is_hedged_later(scene, draft))
		return nd_toll_value((NdTollKind) draft->harm.kind, number->low, ND_NO_BOUND,
							 ND_AT_LEAST);
	return nd_toll_value((NdTollKind) draft->harm.kind, number->low, number->high,
						 number->hedge);
}

static bool
add_toll(Collector *collector, const NdScene *scene, NdTollDraft *draft)
{
	NdTolls    *out = collector->out;
	bool		harm_noun;
	NdToll	   *toll;

	if (!nd_reserve(collector->arena, &out->tolls, &collector->room, out->count + 1,
					sizeof(NdToll)))
		return false;
	draft->toll = out->count;
	toll = &out->tolls[out->count++];
	memset(toll, 0, sizeof(*toll));
	harm_noun = draft->victims.head != ND_NONE && names_harm(scene, draft);
	toll->value = value_of(scene, draft);
	toll->at = toll_span(scene, draft);
	toll->group = group_of(scene, draft, harm_noun);
	if (draft->victims.head != ND_NONE && !harm_noun)
		toll->victims = span_of(scene, draft->victims.first < draft->victims.head ?
								draft->victims.first : draft->victims.head,
								draft->victims.head + 1);
	toll->place = nd_toll_place(scene, draft);
	toll->scope = nd_toll_scope(scene, draft);
	toll->negated = nd_toll_is_denied(scene, draft);
	toll->claim = ND_NONE;
	toll->sentence = scene->sentence;
	toll->part_of = draft->part_of_toll;
	toll->grounds = nd_toll_grounds(scene, draft);
	toll->confidence = nd_grounds_reliability(toll->grounds);
	return true;
}

/* Figures of people whom no word of harm reaches. */
static bool
is_toll(const NdScene *scene, const NdTollDraft *draft)
{
	if (!draft->countable || draft->harm.kind == ND_NO_KIND)
		return false;
	if (nd_is_thing(scene, &draft->victims) && draft->harm.from != ND_FROM_NOUN)
		return false;
	if ((draft->number->flags & ND_NUMBER_ARTICLE) && draft->harm.from == ND_FROM_TOLL)
		return false;
	/* "none of the injuries was serious" */
	if ((draft->number->flags & ND_NUMBER_NOBODY) && draft->harm.from == ND_FROM_NOUN &&
		draft->victims.of_group)
		return false;
	return true;
}

/* The first toll near enough to be spoken of in a sentence. */
static uint32_t
near_before(const NdTolls *tolls, uint32_t sentence)
{
	uint32_t	first = tolls->count;

	while (first > 0 && tolls->tolls[first - 1].sentence + NEAR_SENTENCES >= sentence)
		first--;
	return first;
}

/* The days of the figures of a sentence, once all of them are known. */
static bool
date_tolls(Collector *collector, const NdTollDrafts *drafts)
{
	NdDateMentions dates;

	if (!nd_find_dates(&collector->scratch, drafts, collector->published, &dates))
		return false;
	for (uint32_t i = 0; i < drafts->count; i++)
		if (drafts->drafts[i].toll != ND_NONE)
		{
			NdToll	   *toll = &collector->out->tolls[drafts->drafts[i].toll];
			NdDays		days = nd_toll_happened(drafts, i, toll->scope, &dates,
												collector->claims, collector->published);

			toll->happened_from = days.from;
			toll->happened_until = days.until;
		}
	return true;
}

static bool
read_sentence(Collector *collector, uint32_t sentence)
{
	NdScene		scene;
	NdTollDrafts drafts;
	uint32_t	known = collector->out->count;
	uint32_t	first = near_before(collector->out, sentence);

	if (!nd_scene_fill(&collector->scratch, collector->document, sentence, &scene))
		return false;
	if (!scene.harm && first == collector->out->count)
		return true;
	if (!nd_scene_count(&collector->scratch, &scene) ||
		!nd_toll_drafts(&collector->scratch, &scene, collector->out, first, &drafts))
		return false;
	nd_relate_tolls(&drafts);
	for (uint32_t i = 0; i < drafts.count; i++)
		if (is_toll(&scene, &drafts.drafts[i]) &&
			!add_toll(collector, &scene, &drafts.drafts[i]))
			return false;
	for (uint32_t i = 0; i < drafts.count; i++)
	{
		const NdTollDraft *draft = &drafts.drafts[i];

		if (draft->toll != ND_NONE && draft->part_of != ND_NONE)
		{
			NdToll	   *toll = &collector->out->tolls[draft->toll];

			toll->part_of = drafts.drafts[draft->part_of].toll;
			if (toll->part_of == ND_NONE && toll->scope == ND_SUBSET)
				toll->scope = ND_INCIDENT;
		}
	}
	return known == collector->out->count || date_tolls(collector, &drafts);
}

bool
nd_find_tolls(NdArena *arena, const NdDocument *document, const NdClaims *claims,
			  int32_t published, NdTolls *tolls)
{
	Collector	collector = {.arena = arena, .document = document, .claims = claims,
	.published = published, .out = tolls};
	bool		done = true;

	memset(tolls, 0, sizeof(*tolls));
	nd_arena_init(&collector.scratch, arena->context);
	for (uint32_t i = 0; i < document->n_sentences && done; i++)
	{
		NdMark		mark = nd_arena_mark(&collector.scratch);

		done = (i % SENTENCES_PER_POLL != 0 || nd_poll(arena->context)) &&
			read_sentence(&collector, i);
		nd_arena_rewind(&collector.scratch, mark);
	}
	nd_arena_free(&collector.scratch);
	return done && (claims == NULL || nd_report_tolls(arena, document, claims, tolls));
}
