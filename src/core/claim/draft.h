/*
 * draft.h
 *		A claim before it becomes one: the roles of the tokens of a window.
 */
#ifndef ND_DRAFT_H
#define ND_DRAFT_H

#include "claim/chunk.h"
#include "claim/claim.h"
#include "claim/states.h"

/* What is known of how sure a draft is, in scores of the decider. */
typedef enum NdEvidence
{
	ND_EVIDENCE_CLAIM,			/* above the path without any claim */
	ND_EVIDENCE_PROPOSED,		/* margin of the candidate */
	ND_EVIDENCE_CUE,			/* how sure the surest token of the cue is, */
	ND_EVIDENCE_SOURCE,			/* of the source (without one: that there is none) */
	ND_EVIDENCE_CONTENT,		/* of the content, on average */
	ND_EVIDENCE_CONTENT_EDGE,	/* the least sure decision on content */
	ND_N_EVIDENCE
} NdEvidence;

typedef struct NdDraft
{
	uint32_t	first;			/* token of the chunk that roles[0] is about */
	uint32_t	count;
	uint8_t    *roles;			/* NdRole */
	uint32_t	cue;			/* first token of the cue, or of the content */
	bool		orphan;			/* the proposer's alone */
	bool		floating;		/* a quotation without cue and source */
	bool		speech;			/* the line of a speaker named at its start */
	int32_t		evidence[ND_N_EVIDENCE];
} NdDraft;

static inline NdRole
nd_draft_role(const NdDraft *draft, uint32_t token)
{
	return token < draft->first || token >= draft->first + draft->count ?
		ND_ROLE_NONE : (NdRole) draft->roles[token - draft->first];
}

/* Whether some token has this role. */
extern bool nd_draft_has_role(const NdDraft *draft, NdRole role);

/* How its content lies to quotation marks. */
extern NdQuoteKind nd_draft_quote(const NdChunk *chunk, const NdDraft *draft);

#endif
