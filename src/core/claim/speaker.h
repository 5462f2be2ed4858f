/*
 * speaker.h
 *		Speakers named at the start of a line: "MILLER: We are not there yet."
 */
#ifndef ND_SPEAKER_H
#define ND_SPEAKER_H

#include "claim/decide.h"

/*
 * Fills labels[document->n_paragraphs], in `arena`: the tokens that the name
 * of a speaker and its colon take up at the start of the paragraph, or 0.
 * A name is believed when it opens two paragraphs or more (its last word
 * does: "Jake Miller:", then "Miller:"). NULL when there is no memory.
 */
extern uint8_t *nd_find_speakers(NdArena *arena, const NdDocument *document);

/*
 * Replaces drafts of the paragraphs that have a speaker by one for each: the
 * rest of the paragraph is what the speaker says. False when there is no
 * memory.
 */
extern bool nd_speaker_drafts(NdArena *arena, const NdChunk *chunk,
							  const uint8_t *labels, NdDrafts *drafts);

#endif
