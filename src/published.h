/*
 * published.h
 *		Dates between the server, which counts from 2000, and the core, which
 *		counts from 1970.
 */
#ifndef ND_PUBLISHED_H
#define ND_PUBLISHED_H

#include "fmgr.h"
#include "utils/date.h"

#include "claim/said_on.h"

#define ND_DAYS_TO_2000	(POSTGRES_EPOCH_JDATE - UNIX_EPOCH_JDATE)

/* The argument with this number, a date; NULL and infinite ones are none. */
static inline int32_t
nd_published(FunctionCallInfo fcinfo, int argument)
{
	DateADT		date;

	if (PG_ARGISNULL(argument))
		return ND_NO_DATE;
	date = PG_GETARG_DATEADT(argument);
	return DATE_NOT_FINITE(date) ? ND_NO_DATE : date + ND_DAYS_TO_2000;
}

/* A day of the core's as a date; it lies before a date of the server. */
static inline Datum
nd_date_datum(int32_t days)
{
	return DateADTGetDatum(days - ND_DAYS_TO_2000);
}

#endif
