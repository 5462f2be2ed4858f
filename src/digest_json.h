/*
 * digest_json.h
 *		Findings as JSON, the text form of news_digest and news_claim.
 *
 * Keys are called as the columns of news_claims, news_tolls and news_sources;
 * what is absent has no key. Words stand twice: in the excerpts, which are what
 * is read, and again beside each place, for who reads them.
 */
#ifndef ND_DIGEST_JSON_H
#define ND_DIGEST_JSON_H

#include "lib/stringinfo.h"
#include "utils/jsonb.h"

#include "digest/digest.h"
#include "reader.h"

/* What is wrong with a JSON value; texts are palloc'd. */
typedef struct NdJsonFault
{
	const char *path;			/* "claims[3].stance"; NULL: the value as a whole */
	const char *what;			/* a sentence; NULL: nothing */
} NdJsonFault;

/* Appends findings in the server's encoding. */
extern void nd_append_json(StringInfo out, const NdFindings *findings, NdDigestForm form);

/*
 * Reads findings in the memory of the reader. What is said twice is read once,
 * and findings may contradict each other still; the caller compares. False
 * with a fault.
 */
extern bool nd_findings_of_json(NdReader *reader, Jsonb *json, NdDigestForm form,
								NdFindings *findings, NdJsonFault *fault);

/*
 * Whether two values say the same, where null is as good as no key. False with
 * the first place where `given` differs from `wanted`.
 */
extern bool nd_json_agrees(Jsonb *given, Jsonb *wanted, NdJsonFault *fault);

#endif
