/*
 * source.h
 *		The type news_source: an identity and its chain.
 *
 * A value is its text form, "media:cnn < anonymous:diplomatic sources", in the
 * server's encoding behind a varlena header. Only canonical forms are stored,
 * so that equal values have equal bytes.
 */
#ifndef ND_SOURCE_GLUE_H
#define ND_SOURCE_GLUE_H

#include "fmgr.h"
#include "lib/stringinfo.h"

#include "digest/findings.h"

/* The value of a claim's source with its chain; the claim has a source. */
extern Datum nd_source_of_claim(const NdFindings *findings, const NdFoundClaim *claim);
extern void nd_append_source(StringInfo out, const NdFindings *findings,
							 const NdFoundClaim *claim);

/* The value of a source without a chain. */
extern Datum nd_source_alone(const NdFoundSource *source);

#endif
