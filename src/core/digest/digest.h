/*
 * digest.h
 *		Findings as bytes: the inside of the types news_digest and news_claim.
 *
 * The first byte is the version, the second says which of both it is. These
 * bytes are on disk for ever: a new version gets a new number, and readers go
 * on reading the old ones. Equal findings have equal bytes.
 */
#ifndef ND_DIGEST_H
#define ND_DIGEST_H

#include "digest/findings.h"

#define ND_DIGEST_VERSION	1

typedef enum NdDigestForm
{
	ND_WHOLE_ARTICLE = 'a',
	ND_ONE_CLAIM = 'c'			/* exactly one claim, as nd_findings_of_claim makes */
} NdDigestForm;

/* Room that writing may take for a varlena header before the bytes. */
#define ND_DIGEST_HEADROOM	4

/*
 * Writes findings. *bytes points at `headroom` unused bytes (0 or
 * ND_DIGEST_HEADROOM) before the digest, *length counts both; in `arena`.
 * False without memory, or with ND_LIMIT beyond 1 GB. Findings that do not keep
 * the promises of findings.h may give bytes that cannot be read; so findings
 * from outside are to be written, and what was written is to be read.
 */
extern bool nd_digest_write(NdArena *arena, const NdFindings *findings, NdDigestForm form,
							uint32_t headroom, unsigned char **bytes, uint32_t *length);

/*
 * Reads and checks every byte: any input gives findings that keep all the
 * promises of findings.h, or false with ND_DAMAGED, where the context's offset
 * is the byte and its message the reason. The findings are of `arena` and do
 * not point into `bytes`. Time and memory are linear in `length`.
 */
extern bool nd_digest_read(NdArena *arena, const unsigned char *bytes, uint32_t length,
						   NdDigestForm form, NdFindings *findings);

/*
 * Whether bytes are those that writing the findings read from them gives: to be
 * asked of bytes that come from outside, since a value must have one form only.
 * If not, false with ND_DAMAGED.
 */
extern bool nd_digest_check(NdArena *arena, const NdFindings *findings, NdDigestForm form,
							const unsigned char *bytes, uint32_t length);

#endif
