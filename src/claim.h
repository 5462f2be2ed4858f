/*
 * claim.h
 *		The type news_claim: one claim with everything that belongs to it.
 */
#ifndef ND_CLAIM_GLUE_H
#define ND_CLAIM_GLUE_H

#include "digest/findings.h"
#include "reader.h"

/* The value of a claim, an index into claims, in the memory of the reader. */
extern Datum nd_claim_datum(NdReader *reader, const NdFindings *findings, uint32 claim);

#endif
