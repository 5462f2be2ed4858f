/*
 * language.h
 *		Parts of speech and trees of all sentences of a document.
 */
#ifndef ND_LANGUAGE_H
#define ND_LANGUAGE_H

#include "engine.h"
#include "text/document.h"

/*
 * Fills the tag, head, relation and margin of every token of a document.
 * Works in `arena`, which may be that of the document, and gives back all it
 * took there; time is linear. The poll callback is asked for every sentence,
 * and within long ones. False with ND_NO_MEMORY, ND_LIMIT or ND_CANCELLED.
 */
extern bool nd_analyse_language(NdArena *arena, const NdEngine *engine,
								NdDocument *document);

#endif
