/*
 * quote.h
 *		How much of a claim's content is in quotation marks.
 */
#ifndef ND_QUOTE_H
#define ND_QUOTE_H

#include "claim/claim.h"

/*
 * Direct when every word of the content stands in quotation marks, or on a
 * line after a speaker's label in an interview or after an account's name;
 * mixed when some do.
 */
extern NdQuoteKind nd_quote_kind(const NdDocument *document, const NdClaim *claim);

#endif
