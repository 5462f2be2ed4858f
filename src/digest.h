/*
 * digest.h
 *		The types news_digest and news_claim: what both have in common. A form
 *		says which of both a value is.
 */
#ifndef ND_DIGEST_GLUE_H
#define ND_DIGEST_GLUE_H

#include "fmgr.h"

#include "digest/digest.h"

/* The bodies of the functions of a type; the value is argument 0. */
extern Datum nd_form_in(FunctionCallInfo fcinfo, NdDigestForm form);
extern Datum nd_form_out(FunctionCallInfo fcinfo, NdDigestForm form);
extern Datum nd_form_recv(FunctionCallInfo fcinfo, NdDigestForm form);
extern Datum nd_form_send(FunctionCallInfo fcinfo);
extern Datum nd_form_to_jsonb(FunctionCallInfo fcinfo, NdDigestForm form);
extern Datum nd_form_of_jsonb(FunctionCallInfo fcinfo, NdDigestForm form);

/* "news_digest" or "news_claim". */
extern const char *nd_form_type(NdDigestForm form);

#endif
