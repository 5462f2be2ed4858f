/*
 * source.h
 *		Who stands behind each claim of an article: one identity for all the
 *		ways in which the text speaks of the same person, body or paper.
 */
#ifndef ND_SOURCE_H
#define ND_SOURCE_H

#include "claim/claim.h"
#include "claim/manner.h"
#include "claim/said_on.h"

/* The values are on disk later: append only. */
typedef enum NdSourceKind
{
	ND_SOURCE_UNKNOWN,
	ND_SOURCE_PERSON,
	ND_SOURCE_COUNTRY,
	ND_SOURCE_ORGANISATION,		/* armed groups and offices too */
	ND_SOURCE_MEDIA,
	ND_SOURCE_ANONYMOUS,		/* persons without a name */
	ND_SOURCE_DOCUMENT
} NdSourceKind;

/* Texts are allocated in the arena of the call; an empty one has length 0. */
typedef struct NdIdentity
{
	NdSourceKind kind;
	NdText		key;			/* lower case, straight apostrophes, no article */
	NdText		name;			/* as the text writes it at its fullest */
	NdText		role;			/* "State Department spokesman"; may be empty */
	NdSpan		first_at;		/* the first mention */
	uint32_t	mentions;
	uint32_t	claims;
	uint32_t	denials;		/* of these, how many deny */
} NdIdentity;

/* Who stands behind one claim, and how it is said. */
typedef struct NdVoice
{
	uint32_t	source;			/* identity, or ND_NONE where no source is known */
	uint32_t   *via;			/* the source's own source, nearest first */
	uint32_t	n_via;
	uint32_t	parent;			/* smallest claim that contains this one, or ND_NONE */
	NdManner	manner;
	int32_t		said_on;		/* days since 1970-01-01, or ND_NO_DATE */
} NdVoice;

typedef struct NdSources
{
	NdIdentity *identities;		/* in the order of their first mention */
	uint32_t	count;
	NdVoice    *voices;			/* one for each claim of `claims` */
} NdSources;

/*
 * Resolves the sources of all claims of a document. `published` counts days
 * since 1970-01-01, or is ND_NO_DATE. Everything is allocated in `arena`.
 * Time is linear in the text: how far back is looked for a pronoun's person
 * has a limit. False with an error in the arena's context.
 */
extern bool nd_find_sources(NdArena *arena, const NdDocument *document,
							const NdClaims *claims, int32_t published,
							NdSources *sources);

/*
 * Gives the sources of a title the identities that the body has for them: a
 * headline says "Miller", the text Matthew Miller.
 */
extern void nd_adopt_identities(const NdSources *body, NdSources *title);

/* Names of the kinds as SQL shows them; "unknown" for a number that is none. */
extern const char *nd_source_kind_name(unsigned kind);

#endif
