/*
 * happened.h
 *		When the harm was done, as far as the sentence says.
 */
#ifndef ND_TOLL_HAPPENED_H
#define ND_TOLL_HAPPENED_H

#include "toll/draft.h"

/* What a date in a sentence is the date of. */
typedef enum NdDateRole
{
	ND_DATED_HARM,				/* what the sentence tells: "on Tuesday" */
	ND_DATED_EVENT,				/* an event it names: "Monday's strike" */
	ND_DATED_SINCE,				/* the beginning of a period */
	ND_DATED_NEVER				/* something else: a report, a deadline, a record */
} NdDateRole;

typedef struct NdDateMention
{
	NdDays		days;			/* may be unknown: the text tells another time */
	uint32_t	first;			/* tokens of the scene */
	uint32_t	end;
	NdDateRole	role;
	uint32_t	verb;			/* that the tree hangs it on, or ND_NONE */
	bool		counted;		/* it is the day of a count or a find */
	bool		reported;		/* ... on which something was said */
	bool		of_event;		/* ... of an event, whatever stands between */
	bool		opens;			/* "2007, when": of what follows it */
} NdDateMention;

/* In text order. */
typedef struct NdDateMentions
{
	NdDateMention *mentions;
	uint32_t	count;
} NdDateMentions;

/*
 * Finds the dates of a scene (dated.c). Allocated in
 * `arena`. Time is linear. False when there is no memory.
 */
extern bool nd_find_dates(NdArena *arena, const NdTollDrafts *drafts, int32_t published,
						  NdDateMentions *dates);

/*
 * The days of a figure of that scene; unknown where the sentence does not say,
 * or says it of what is only planned or feared. `claims`, or NULL, are those of
 * the document: a date among the words that report the figure is not its own.
 */
extern NdDays nd_toll_happened(const NdTollDrafts *drafts, uint32_t draft, NdScope scope,
							   const NdDateMentions *dates, const NdClaims *claims,
							   int32_t published);

#endif
