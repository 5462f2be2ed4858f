/*
 * keys.c
 *		Keys of values of news_claim and news_digest, and keys as datums.
 */
#include "postgres.h"

#include "compat.h"
#include "findings.h"
#include "keys.h"
#include "stemmer.h"

void
nd_keys_of_value(NdReader *reader, Datum value, NdDigestForm form,
				 NdFindings *findings, NdKeys *keys)
{
	nd_findings_of_value(reader, value, form, findings);
	if (!nd_findings_keys(&reader->arena, nd_backend_stemmer(), findings, keys))
		nd_reader_report(reader);
}

Datum
nd_key_datum(NdText key)
{
	struct varlena *value = palloc(VARHDRSZ + key.length);

	SET_VARSIZE(value, VARHDRSZ + key.length);
	memcpy(VARDATA(value), key.bytes, key.length);
	return PointerGetDatum(value);
}
