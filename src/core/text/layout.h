/*
 * layout.h
 *		Sentences that begin without a full stop before them, because a line
 *		or an item began there before the lines were joined.
 */
#ifndef ND_LAYOUT_H
#define ND_LAYOUT_H

#include "text/text.h"

/* What an item of a list begins with: "2.)", "b.", or a bullet. */
typedef struct NdListMark
{
	uint32_t	end;			/* the byte after it; 0: there is none */
	uint32_t	value;			/* 2 for "2", 'b' for "b" */
	char		tail[2];		/* ".)", ")", "." */
	bool		bullet;
} NdListMark;

/* What has been seen of a paragraph; begin with zeros. */
typedef struct NdLayout
{
	NdListMark	list;			/* of the last item */
	uint32_t	stamp_end;		/* after a date and time, or 0 */
} NdLayout;

/*
 * To be called where a sentence begins. Returns the byte after its list mark,
 * or `start`.
 */
extern uint32_t nd_layout_start(NdText text, uint32_t start, uint32_t end,
								NdLayout *layout);

/*
 * Whether a sentence begins at byte `at`, where a word does. `sentence` is
 * the sentence before it and the end of the paragraph, `before` the start of
 * the word before. Reads those two words and a few dozen bytes more.
 */
extern bool nd_layout_breaks(NdText text, NdSpan sentence, uint32_t before, uint32_t at,
							 NdLayout *layout);

#endif
