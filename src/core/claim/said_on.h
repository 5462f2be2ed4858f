/*
 * said_on.h
 *		The day on which something was said.
 */
#ifndef ND_SAID_ON_H
#define ND_SAID_ON_H

#include "claim/claim.h"
#include "language/date.h"

/*
 * Days since 1970-01-01 of the day that the sentence of a claim's cue names
 * outside of its content: "on Tuesday", "Wednesday, March 27", "yesterday".
 * Weekdays and days without a year are those nearest before `published` (or
 * it); ND_NO_DATE when the text does not say, or `published` is ND_NO_DATE
 * and the text gives no year. Of a claim inside another one, `parent` (else
 * NULL), only what stands in the parent's content tells.
 */
extern int32_t nd_said_on(const NdDocument *document, const NdClaim *claim, const NdClaim *parent,
						  int32_t published);

#endif
