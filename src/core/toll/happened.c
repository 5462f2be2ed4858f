/*
 * happened.c
 *		When the harm was done: which of a sentence's dates is that of a figure.
 *
 * A wrong day is worse than none. A date is taken when it hangs on the verb of
 * the harm, or stands in its clause; a day on which something was said, counted
 * or found is not.
 */
#include "toll/happened.h"

#include "toll/clause.h"

#define REACH_DATE		40u		/* tokens from a figure to its date */
#define FAR				1000u	/* further than any date */
#define OTHER_FIGURE	12u		/* how much further a date is behind another figure */
#define COMMA			3u
#define NOT_ITS_VERB	4u

/* The innermost claim made in this sentence whose content has a byte, or NULL. */
static const NdClaim *
claim_around(const NdScene *scene, const NdClaims *claims, uint32_t byte)
{
	const NdClaim *found = NULL;
	uint32_t	width = UINT32_MAX;
	uint32_t	low = 0;
	uint32_t	high = claims->count;

	while (low < high)
	{
		uint32_t	middle = low + (high - low) / 2;

		if (claims->claims[middle].sentence < scene->sentence)
			low = middle + 1;
		else
			high = middle;
	}
	for (; low < claims->count && claims->claims[low].sentence == scene->sentence; low++)
		for (uint32_t i = 0; i < claims->claims[low].content.count; i++)
		{
			NdSpan		piece = claims->claims[low].content.spans[i];

			if (piece.start <= byte && byte < piece.end && piece.end - piece.start < width)
			{
				width = piece.end - piece.start;
				found = &claims->claims[low];
			}
		}
	return found;
}

static bool
is_said(const NdClaim *claim, uint32_t byte)
{
	for (uint32_t i = 0; i < claim->content.count; i++)
		if (claim->content.spans[i].start <= byte && byte < claim->content.spans[i].end)
			return true;
	return false;
}

/* Whether a day of finding says nothing of the day of this harm. */
static bool
can_be_found_later(const NdTollDraft *draft)
{
	return draft->harm.kind != ND_RELEASED && draft->harm.kind != ND_RESCUED &&
		draft->harm.kind != ND_DETAINED;
}

static bool
fits(const NdTollDraft *draft, NdScope scope, const NdDateMention *date, bool told)
{
	bool		period = date->days.from != date->days.until;

	if (date->role == ND_DATED_EVENT)
		return true;
	if (date->role == ND_DATED_SINCE)
		return !(date->reported && !told);
	if (date->role == ND_DATED_NEVER || draft->harm.from == ND_FROM_TOLL ||
		(scope == ND_CUMULATIVE && !period))
		return false;
	return !(date->counted && can_be_found_later(draft)) && !(date->reported && !told);
}

/*
 * Whether a word keeps a date after it, or before it, from the figure.
 * *opened: a clause has begun that tells how it came about.
 */
static bool
parts_clauses(const NdScene *scene, uint32_t at, bool after, bool *opened)
{
	uint8_t		tag = nd_clue(scene, at)->tag;
	uint32_t	end;
	uint32_t	entry;

	if (nd_ends_clause(scene, at) || tag == ND_TAG_WDT || tag == ND_TAG_WP)
		return true;
	entry = nd_scene_phrase(scene, at, &nd_lexicon_clause_openers, &end);
	if (entry == UINT32_MAX)
		return false;
	*opened = true;
	return !after || nd_value_is(nd_lexicon_value(&nd_lexicon_clause_openers, entry), "both");
}

/* A verb of its own between harm and date: "the man ... was named on Friday". */
static bool
tells_more(const NdScene *scene, const NdTollDraft *draft, uint32_t at)
{
	const NdClue *clue = nd_clue(scene, at);

	return nd_is_finite_tag(clue->tag) && clue->verb == ND_NO_KIND &&
		(draft->harm.word == ND_NONE || at > draft->harm.word) &&
		nd_clue(scene, at - 1)->tag != ND_TAG_CC;
}

/*
 * How far a date is from a figure, in tokens and what stands between; FAR when
 * a clause of its own begins there.
 */
static uint32_t
distance(const NdTollDrafts *drafts, const NdTollDraft *draft, const NdDateMention *date)
{
	const NdScene *scene = drafts->scene;
	uint32_t	number = draft->number->first_token - scene->first;
	bool		after = date->first > number;
	uint32_t	from = after ? draft->number->end_token - scene->first : date->end;
	uint32_t	to = after ? date->first : number;
	uint32_t	way = 0;
	bool		opened = false;

	if (to <= from || to - from > REACH_DATE)
		return to <= from ? 0 : FAR;
	for (uint32_t i = from; i < to; i++)
	{
		uint32_t	other = nd_clue(scene, i)->number;

		way++;
		if (!(date->opens && !after) && date->role != ND_DATED_EVENT &&
			(parts_clauses(scene, i, after, &opened) ||
			 (after && !opened && !date->of_event && tells_more(scene, draft, i))))
			return FAR;
		if (other != ND_NONE && drafts->drafts[other].toll != ND_NONE)
			way += OTHER_FIGURE;
		if (nd_clue(scene, i)->tag == ND_TAG_COMMA)
			way += COMMA;
	}
	return way + (draft->harm.word == date->verb ? 0 : NOT_ITS_VERB);
}

NdDays
nd_toll_happened(const NdTollDrafts *drafts, uint32_t index, NdScope scope,
				 const NdDateMentions *dates, const NdClaims *claims, int32_t published)
{
	const NdTollDraft *draft = &drafts->drafts[index];
	const NdScene *scene = drafts->scene;
	const NdClaim *claim = NULL;
	NdDays		days = {ND_NO_DATE, ND_NO_DATE};
	uint32_t	nearest = FAR;

	if (dates->count == 0 || scope == ND_PLANNED || scope == ND_HYPOTHETICAL)
		return days;
	if (claims != NULL)
		claim = claim_around(scene, claims, draft->number->at.start);
	for (uint32_t i = 0; i < dates->count; i++)
	{
		const NdDateMention *date = &dates->mentions[i];
		uint32_t	byte = scene->tokens[date->first].start;
		bool		before = date->first < draft->number->first_token - scene->first;
		NdDateMention opened = *date;
		uint32_t	way;

		if (date->opens && before)
			opened.role = ND_DATED_EVENT;
		if ((claim != NULL && !is_said(claim, byte)) || (date->opens && !before) ||
			!fits(draft, scope, &opened, claim != NULL))
			continue;
		way = distance(drafts, draft, date);
		if (way < nearest)
		{
			nearest = way;
			days = date->days;
			if (opened.role == ND_DATED_SINCE && days.from != ND_NO_DATE)
				days.until = published;
		}
	}
	if (published != ND_NO_DATE && days.from != ND_NO_DATE)
	{
		if (days.from > published)
			return (NdDays) {ND_NO_DATE, ND_NO_DATE};
		if (days.until > published)
			days.until = published;
	}
	return days;
}
