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

#include "source/source.h"

/* The value of a claim's source, in the current memory context. */
extern Datum nd_source_datum(const NdSources *sources, const NdVoice *voice);

/* The value of an identity without a chain. */
extern Datum nd_identity_datum(const NdIdentity *identity);

#endif
