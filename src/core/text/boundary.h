/*
 * boundary.h
 *		Whether a sentence ends at a full stop, question or exclamation mark.
 */
#ifndef ND_BOUNDARY_H
#define ND_BOUNDARY_H

#include "text/text.h"

typedef struct NdBoundary
{
	bool		ends;			/* a sentence ends here */
	uint32_t	end;			/* the byte after it, closing marks included */
	uint32_t	resume;			/* where to look for the next mark */
} NdBoundary;

/*
 * Judges the mark at byte `at`, for which nd_is_terminator holds. `sentence`
 * is what is known of the sentence: its start, and the end of the paragraph.
 * Reads at most a few hundred bytes on either side of the run of marks, and
 * resume is past that run, so that judging all marks of a text is linear.
 */
extern NdBoundary nd_judge_boundary(NdText text, NdSpan sentence, uint32_t at);

#endif
