/*
 * mention.h
 *		Where the names and roles of sources stand in the kept texts.
 */
#ifndef ND_MENTION_H
#define ND_MENTION_H

#include "digest/findings.h"

/* Bytes of the kept text of the body, or of the title if that alone names the
 * source; empty where nothing was found. */
typedef struct NdMention
{
	NdSpan		name;
	NdSpan		role;
} NdMention;

/*
 * Looks for name and role of each source among the words that claims have for
 * it, the first claim first. In `arena`, one for each source; NULL without
 * memory. Takes linear time: only short texts are looked for.
 */
extern NdMention *nd_find_mentions(NdArena *arena, const NdFindings *findings);

#endif
