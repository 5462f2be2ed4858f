/*
 * json_read.h
 *		Reading a JSON value key by key, and comparing two.
 *
 * A key that is missing or null gives nothing, 0, false or the first of its
 * values, without a fault. The first fault is kept, and reading goes on.
 */
#ifndef ND_JSON_READ_H
#define ND_JSON_READ_H

#include "utils/jsonb.h"

#include "reader.h"

/* What is wrong with a JSON value; texts are palloc'd. */
typedef struct NdJsonFault
{
	const char *path;			/* "claims[3].stance"; NULL: the value as a whole */
	const char *what;			/* a sentence; NULL: nothing */
} NdJsonFault;

/* An object, and where it stands. */
typedef struct NdJsonObject
{
	NdReader   *reader;
	NdJsonFault *fault;
	JsonbContainer *container;
	const char *path;			/* "" at the top */
} NdJsonObject;

/* Records a fault at a key, unless there is one. */
extern void nd_json_fail(const NdJsonObject *object, const char *key, const char *what);

/* A whole number from 0 to INT32_MAX. */
extern uint32 nd_json_number(const NdJsonObject *object, const char *key);

/* A number from 0 to 1, which must be there, as thousandths. */
extern uint16 nd_json_thousandths(const NdJsonObject *object, const char *key);

extern bool nd_json_flag(const NdJsonObject *object, const char *key);

/* A day as in "2031-05-14", as days since 1970-01-01, or ND_NO_DATE. */
extern int32_t nd_json_day(const NdJsonObject *object, const char *key);

/* The bytes of a string in the server's encoding. */
extern NdText nd_json_string(const NdJsonObject *object, const char *key);

/*
 * A string in UTF-8, in the memory of the reader; a character that Unicode
 * lacks becomes an ill-formed byte.
 */
extern NdText nd_json_text(const NdJsonObject *object, const char *key);

/* The number below `count` that `name_of` calls so; it may give NULL. */
extern unsigned nd_json_name(const NdJsonObject *object, const char *key,
							 const char *(*name_of) (unsigned), unsigned count);

/* Two numbers in an array. */
extern NdSpan nd_json_span(const NdJsonObject *object, const char *key);

/* An object within; false where there is none. */
extern bool nd_json_object(const NdJsonObject *object, const char *key, NdJsonObject *inner);

/* An array: how many elements it has, 0 where there is none. */
extern uint32 nd_json_array(const NdJsonObject *object, const char *key, JsonbContainer **array);

/* Its elements, by a number below that. Answers interrupts. */
extern bool nd_json_object_at(const NdJsonObject *object, const char *key,
							  JsonbContainer *array, uint32 number, NdJsonObject *element);
extern uint32 nd_json_number_at(const NdJsonObject *object, const char *key,
								JsonbContainer *array, uint32 number);
extern NdSpan nd_json_span_at(const NdJsonObject *object, const char *key,
							  JsonbContainer *array, uint32 number);

/*
 * Whether two values say the same, where null is as good as no key. False with
 * the first place where `given` differs from `wanted`.
 */
extern bool nd_json_agrees(Jsonb *given, Jsonb *wanted, NdJsonFault *fault);

#endif
