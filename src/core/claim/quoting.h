/*
 * quoting.h
 *		What follows from quotation marks alone, where models are unsure.
 */
#ifndef ND_QUOTING_H
#define ND_QUOTING_H

#include "claim/decide.h"

/*
 * Makes each quotation that a draft takes part of, from a cue outside it,
 * content as a whole; and gives a draft that has no content the quotation
 * next to its cue.
 */
extern void nd_complete_quotations(const NdChunk *chunk, NdDrafts *drafts);

/*
 * Gives quotations that no draft holds to the draft before them: one that
 * follows at once in the same paragraph, and one that the next paragraph
 * reopens. Others that are paragraphs of their own become drafts without cue
 * and source, where somebody has spoken before (`spoken`: before the chunk).
 * False when there is no memory.
 */
extern bool nd_follow_quotations(NdArena *arena, const NdChunk *chunk, bool spoken,
								 NdDrafts *drafts);

#endif
