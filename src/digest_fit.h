/*
 * digest_fit.h
 *		Whether findings from outside have a text form here.
 */
#ifndef ND_DIGEST_FIT_H
#define ND_DIGEST_FIT_H

#include "digest/findings.h"

/*
 * Why findings that were read from foreign bytes would not come back from their
 * text form in this server; NULL where they would. What other encodings than
 * UTF-8 do not have may become question marks, and is no reason.
 */
extern const char *nd_findings_misfit(const NdFindings *findings);

#endif
