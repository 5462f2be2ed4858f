/*
 * value.h
 *		A number of people with a kind of harm: what is indexed and compared.
 */
#ifndef ND_TOLL_VALUE_H
#define ND_TOLL_VALUE_H

#include "toll/number.h"

/* The values are on disk: append only. */
typedef enum NdTollKind
{
	ND_KILLED,
	ND_WOUNDED,
	ND_CASUALTIES,				/* killed or wounded, not told apart */
	ND_MISSING,
	ND_CAPTURED,				/* kidnapped, taken or held hostage */
	ND_DETAINED,				/* arrested, jailed */
	ND_DISPLACED,				/* fled, evacuated, made homeless */
	ND_RELEASED,
	ND_RESCUED
} NdTollKind;

#define ND_TOLL_KINDS	(ND_RESCUED + 1)

/*
 * Bounds as they were stated, and how to read them. The bytes are on disk,
 * hashed and compared: `unused` is zero.
 */
typedef struct NdTollValue
{
	int64_t		low;			/* or ND_NO_BOUND */
	int64_t		high;
	uint8_t		kind;			/* NdTollKind */
	uint8_t		hedge;			/* NdHedge */
	uint8_t		unused[6];
} NdTollValue;

/* NUL-terminated, "?" for a number that is none. */
extern const char *nd_toll_kind_name(unsigned kind);
extern const char *nd_hedge_name(unsigned hedge);

/* The number of a name of `length` bytes, or ND_TOLL_KINDS / ND_HEDGES. */
extern unsigned nd_toll_kind_number(const char *name, size_t length);
extern unsigned nd_hedge_number(const char *name, size_t length);

/* Why a value cannot be, NUL-terminated; NULL where it can. */
extern const char *nd_toll_fault(const NdTollValue *value);

/*
 * Makes a value of bounds and hedge; a range of equal bounds becomes exact, so
 * that every value has one form. The result may be faulty.
 */
extern NdTollValue nd_toll_value(NdTollKind kind, int64_t low, int64_t high, NdHedge hedge);

#define ND_TOLL_TEXT	64		/* room for the text form and its NUL */

/*
 * Writes the text form, NUL-terminated, and returns its length:
 *
 *		killed 40			exact			killed ~1200		about
 *		killed >=7			at least		killed ~<1200		almost
 *		killed >13000		more than		killed 10..15		range
 *		wounded <=500		at most			displaced ~3..9		vague
 *		wounded <500		less than
 */
extern uint32_t nd_toll_print(const NdTollValue *value, char text[ND_TOLL_TEXT]);

/* What is wrong with a text. */
typedef struct NdTollFault
{
	const char *what;			/* a sentence, NUL-terminated; NULL: nothing */
	uint32_t	at;				/* byte */
} NdTollFault;

/* Reads the text form; white space at the edges is skipped. */
extern NdTollFault nd_toll_parse(const char *text, size_t length, NdTollValue *value);

#endif
