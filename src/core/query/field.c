/*
 * field.c
 *		What a query can ask for.
 */
#include "query/field.h"

#include <string.h>

static const char field_names[][12] = {
	[ND_FIELD_SOURCE] = "source", [ND_FIELD_VIA] = "via", [ND_FIELD_KIND] = "kind",
	[ND_FIELD_STANCE] = "stance", [ND_FIELD_QUOTE] = "quote",
	[ND_FIELD_CERTAINTY] = "certainty", [ND_FIELD_CUE] = "cue",
	[ND_FIELD_VICTIMS] = "victims", [ND_FIELD_PASSAGE] = "passage"
};

const char *
nd_field_name(NdField field)
{
	return field == ND_FIELD_CONTENT || field == ND_FIELD_FIGURE ? NULL : field_names[field];
}

NdField
nd_field_number(NdText name)
{
	for (unsigned field = ND_FIELD_SOURCE; field <= ND_FIELD_PASSAGE; field++)
		if (strlen(field_names[field]) == name.length &&
			memcmp(field_names[field], name.bytes, name.length) == 0)
			return (NdField) field;
	return ND_FIELD_CONTENT;
}

const char *
nd_value_name(NdField field, unsigned value)
{
	switch (field)
	{
		case ND_FIELD_KIND:
			return value <= ND_SOURCE_DOCUMENT ? nd_source_kind_name(value) : NULL;
		case ND_FIELD_STANCE:
			return value < ND_N_STANCES ? nd_stance_name(value) : NULL;
		case ND_FIELD_QUOTE:
			return value <= ND_INDIRECT ? nd_quote_kind_name(value) : NULL;
		case ND_FIELD_CERTAINTY:
			return value <= 1 ? nd_certainty_name(value) : NULL;
		case ND_FIELD_PASSAGE:
			return value <= ND_BOILERPLATE ? nd_passage_kind_name(value) : NULL;
		case ND_FIELD_CONTENT:
		case ND_FIELD_SOURCE:
		case ND_FIELD_VIA:
		case ND_FIELD_CUE:
		case ND_FIELD_VICTIMS:
		case ND_FIELD_FIGURE:
			break;
	}
	return NULL;
}

uint32_t
nd_values_called(NdField field, NdText name, bool prefix)
{
	uint32_t	values = 0;
	const char *known;

	for (unsigned value = 0; (known = nd_value_name(field, value)) != NULL; value++)
	{
		size_t		length = strlen(known);

		if ((prefix ? length >= name.length : length == name.length) &&
			memcmp(known, name.bytes, name.length) == 0)
			values |= UINT32_C(1) << value;
	}
	return values;
}
