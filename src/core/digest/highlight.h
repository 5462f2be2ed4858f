/*
 * highlight.h
 *		An article as a fragment of HTML in which claims and figures are marked.
 */
#ifndef ND_HIGHLIGHT_H
#define ND_HIGHLIGHT_H

#include "digest/findings.h"

/*
 * Writes a body as HTML, in `arena`: a <p> for each paragraph, and around what
 * was found a <span>:
 *
 *		class="nd-claim nd-source", "nd-claim nd-cue", "nd-claim nd-content":
 *			data-claim (number), data-source (key), data-source-kind,
 *			data-stance, data-negated, data-denies
 *		class="nd-toll":
 *			data-toll (number), data-kind, data-low, data-high,
 *			data-hedge, data-text, data-claim, data-negated
 *
 * An attribute without a value to tell is left out; data-negated and
 * data-denies are "true" or left out. Spans that overlap are split, so that the
 * fragment is well-formed, as XML too. It is UTF-8: ill-formed bytes and control
 * characters of the body become &#xFFFD;.
 *
 * Findings of another body, or of an older version of it, do no harm: words are
 * marked only where they stand as the findings have them.
 *
 * Takes linear time. False with an error in the arena's context.
 */
extern bool nd_highlight(NdArena *arena, NdText body, const NdFindings *findings,
						 NdText *html);

#endif
