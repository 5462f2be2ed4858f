/*
 * field.h
 *		What a query can ask for: fields, and the values of those that have few.
 */
#ifndef ND_QUERY_FIELD_H
#define ND_QUERY_FIELD_H

#include "query/query.h"

/* The name before the colon, NUL-terminated; NULL for content and figures. */
extern const char *nd_field_name(NdField field);

/* The field of a name in lower case, or ND_FIELD_CONTENT where there is none. */
extern NdField nd_field_number(NdText name);

static inline bool
nd_field_has_values(NdField field)
{
	return nd_value_name(field, 0) != NULL;
}

/* The values whose name this is, or begins so: bit n for the value n. */
extern uint32_t nd_values_called(NdField field, NdText name, bool prefix);

#endif
