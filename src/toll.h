/*
 * toll.h
 *		The types news_toll and news_toll_reach as datums.
 */
#ifndef ND_TOLL_GLUE_H
#define ND_TOLL_GLUE_H

#include "fmgr.h"

#include "toll/compare.h"

#define DatumGetToll(datum)		((NdTollValue *) DatumGetPointer(datum))
#define PG_GETARG_TOLL(n)		DatumGetToll(PG_GETARG_DATUM(n))
#define DatumGetReach(datum)	((NdTollReach *) DatumGetPointer(datum))
#define PG_GETARG_REACH(n)		DatumGetReach(PG_GETARG_DATUM(n))

/* A copy of a value in the current memory context, as a datum. */
extern Datum nd_toll_datum(NdTollValue value);
extern Datum nd_reach_datum(NdTollReach reach);

#endif
