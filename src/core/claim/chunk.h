/*
 * chunk.h
 *		A run of sentences that is searched for claims at once, with all that
 *		the features ask of its tokens.
 *
 * A chunk is whole paragraphs of one passage, as many as make up sixty tokens;
 * a very long paragraph is cut between sentences. So memory is bounded
 * whatever the text, and training sees the same runs as the backend.
 */
#ifndef ND_CHUNK_H
#define ND_CHUNK_H

#include "text/document.h"

/* A token as the features see it. Indexes count from the start of the chunk. */
typedef struct NdView
{
	uint64_t	form;			/* hashes of NdWord */
	uint64_t	lemma;
	uint32_t	suffix2;
	uint32_t	suffix3;
	uint32_t	shape;
	uint8_t		tag;
	uint8_t		relation;
	uint8_t		reporting;		/* a verb of reporting_verbs.txt: its class + 1 */
	uint8_t		noun;			/* the same for reporting nouns and adjectives */
	uint32_t	sentence;		/* of the document */
	uint32_t	sentence_first;
	uint32_t	sentence_end;

	/* quotations: outermost ones, cut at the edges of the chunk */
	bool		quoted;
	bool		quote_closed;
	uint32_t	quote_first;
	uint32_t	quote_end;

	/* the tree; ND_NONE where there is no such token */
	uint32_t	head;
	uint32_t	left;			/* edges of the subtree */
	uint32_t	right;
	uint32_t	depth;
	uint64_t	children;		/* set of the relations of its children */
	uint32_t	subject;		/* its child that is one */
	uint32_t	object;
	uint32_t	root;
	uint32_t	root_branch;	/* child of the root that the token hangs from */
	uint32_t	clause;			/* nearest clause head above, or itself */
	uint32_t	reporter;		/* nearest reporting verb above */
	uint32_t	branch;			/* child of the reporter it hangs from */
} NdView;

typedef struct NdChunk
{
	const NdDocument *document;
	uint32_t	first_token;
	uint32_t	count;			/* tokens */
	uint32_t	first_sentence;
	uint32_t	sentences;
	uint32_t	first_paragraph;
	uint32_t	paragraphs;		/* the last may go on in the next chunk */
	NdView	   *views;
	uint32_t   *order;			/* tokens of each sentence, heads before children */
} NdChunk;

#define ND_CHUNK_WISH	60		/* tokens a chunk has if the text has them */
#define ND_CHUNK_LIMIT	1000	/* tokens at which a paragraph is cut */

/*
 * Sets the bounds of the chunk that begins at a sentence of the document and
 * returns the sentence after it.
 */
extern uint32_t nd_chunk_bounds(const NdDocument *document, uint32_t sentence,
								NdChunk *chunk);

/* Fills views and order, in `arena`. False when there is no memory. */
extern bool nd_chunk_fill(NdArena *arena, NdChunk *chunk);

/* Fills the tree part of all views (tree.c). */
extern bool nd_chunk_trees(NdArena *arena, NdChunk *chunk);

static inline uint32_t
nd_chunk_paragraph(const NdChunk *chunk, uint32_t token)
{
	return chunk->document->sentences[chunk->views[token].sentence].paragraph;
}

#endif
