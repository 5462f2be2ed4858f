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

#include "digest/digest.h"
#include "json_read.h"

/* Appends findings in the server's encoding. */
extern void nd_append_json(StringInfo out, const NdFindings *findings, NdDigestForm form);

/*
 * Reads findings in the memory of the reader. What is said twice is read once,
 * and findings may contradict each other still; the caller compares. False
 * with a fault.
 */
extern bool nd_findings_of_json(NdReader *reader, Jsonb *json, NdDigestForm form,
								NdFindings *findings, NdJsonFault *fault);

#endif
