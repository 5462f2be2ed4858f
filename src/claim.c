/*
 * claim.c
 *		The type news_claim: one claim with everything that belongs to it.
 */
#include "postgres.h"

#include "claim.h"
#include "compat.h"
#include "digest.h"
#include "findings.h"

Datum
nd_claim_datum(NdReader *reader, const NdFindings *findings, uint32 claim)
{
	NdFindings	one;

	if (!nd_findings_of_claim(&reader->arena, findings, claim, &one))
		nd_reader_report(reader);
	return nd_value_of_findings(reader, &one, ND_ONE_CLAIM);
}

ND_FUNCTION(news_claim_in);

Datum
news_claim_in(PG_FUNCTION_ARGS)
{
	return nd_form_in(fcinfo, ND_ONE_CLAIM);
}

ND_FUNCTION(news_claim_out);

Datum
news_claim_out(PG_FUNCTION_ARGS)
{
	return nd_form_out(fcinfo, ND_ONE_CLAIM);
}

ND_FUNCTION(news_claim_recv);

Datum
news_claim_recv(PG_FUNCTION_ARGS)
{
	return nd_form_recv(fcinfo, ND_ONE_CLAIM);
}

ND_FUNCTION(news_claim_send);

Datum
news_claim_send(PG_FUNCTION_ARGS)
{
	return nd_form_send(fcinfo);
}

ND_FUNCTION(news_claim_jsonb);

Datum
news_claim_jsonb(PG_FUNCTION_ARGS)
{
	return nd_form_to_jsonb(fcinfo, ND_ONE_CLAIM);
}

ND_FUNCTION(news_claim_of_jsonb);

Datum
news_claim_of_jsonb(PG_FUNCTION_ARGS)
{
	return nd_form_of_jsonb(fcinfo, ND_ONE_CLAIM);
}
