/*
 * keys.h
 *		Keys of values of news_claim and news_digest, and keys as datums.
 */
#ifndef ND_KEYS_H
#define ND_KEYS_H

#include "fmgr.h"

#include "digest/digest.h"
#include "query/key.h"
#include "reader.h"

/*
 * Reads a value, and makes its keys, in the memory of the reader. Raises an
 * error for a damaged value.
 */
extern void nd_keys_of_value(NdReader *reader, Datum value, NdDigestForm form,
							 NdFindings *findings, NdKeys *keys);

/* A key as bytea, in the current memory context, and back without a copy. */
extern Datum nd_key_datum(NdText key);

static inline NdText
nd_datum_key(Datum datum)
{
	struct varlena *value = (struct varlena *) DatumGetPointer(datum);
	NdText		key = {VARDATA_ANY(value), (uint32_t) VARSIZE_ANY_EXHDR(value)};

	return key;
}

#endif
