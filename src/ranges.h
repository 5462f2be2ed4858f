/*
 * ranges.h
 *		Places and days as ranges of the server.
 */
#ifndef ND_RANGES_H
#define ND_RANGES_H

#include "fmgr.h"

#include "text/text.h"

/* An int4range: zero-based, end exclusive. */
extern Datum nd_range_datum(NdSpan places);

/* An int4multirange. Places are in text order; those that touch become one. */
extern Datum nd_multirange_datum(const NdSpan *places, uint32 count);

/*
 * A daterange of days since 1970-01-01, both of them included; ND_NO_DATE for
 * an end that is not known.
 */
extern Datum nd_daterange_datum(int32_t from, int32_t until);

#endif
