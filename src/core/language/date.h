/*
 * date.h
 *		Dates in English text: "Tuesday", "March 3-5, 2011", "last week".
 *
 * Days count from 1970-01-01. Ranges include both ends.
 */
#ifndef ND_DATE_H
#define ND_DATE_H

#include "text/document.h"

#define ND_NO_DATE	INT32_MIN

typedef struct NdDays
{
	int32_t		from;			/* ND_NO_DATE where that end is not known */
	int32_t		until;
} NdDays;

typedef enum NdDateForm
{
	ND_DATE_DAY,				/* a day, or days of a month */
	ND_DATE_PHRASE,				/* as seen from the day of publication: last week */
	ND_DATE_MONTH,				/* a month without day and year: may be another word */
	ND_DATE_MONTH_YEAR,
	ND_DATE_YEAR				/* four digits: may be a number */
} NdDateForm;

typedef struct NdDate
{
	NdDays		days;			/* unknown where the text leaves it to a day of
								 * publication that is not known */
	uint32_t	end;			/* token after it */
	NdDateForm	form;
	bool		has_year;		/* it says in which year */
} NdDate;

/*
 * Reads the longest date that begins at a token and ends before `end`.
 * `published`, or ND_NO_DATE, tells the year where the text does not: weekdays,
 * days and months without a year are the last ones not after it. False when no
 * date begins there. Reads a few tokens only.
 */
extern bool nd_read_date(const NdDocument *document, uint32_t token, uint32_t end,
						 int32_t published, NdDate *date);

#endif
