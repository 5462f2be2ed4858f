/*
 * json_read.c
 *		Reading a JSON value key by key.
 */
#include "postgres.h"

#include "miscadmin.h"
#include "utils/builtins.h"
#include "utils/datetime.h"
#include "utils/numeric.h"

#include "input.h"
#include "json_read.h"
#include "published.h"

static const char *
path_of(const NdJsonObject *object, const char *key)
{
	return object->path[0] == '\0' ? pstrdup(key) : psprintf("%s.%s", object->path, key);
}

void
nd_json_fail(const NdJsonObject *object, const char *key, const char *what)
{
	if (object->fault->what)
		return;
	object->fault->path = path_of(object, key);
	object->fault->what = what;
}

/*
 * Single values
 */

/* The value of a key, or NULL. */
static const JsonbValue *
get(const NdJsonObject *object, const char *key)
{
	const JsonbValue *value = getKeyJsonValueFromContainer(object->container, key,
														   (int) strlen(key), NULL);

	return value && value->type != jbvNull ? value : NULL;
}

/* One of a type, which others are a fault. */
static const JsonbValue *
get_typed(const NdJsonObject *object, const char *key, enum jbvType type, const char *what)
{
	const JsonbValue *value = get(object, key);

	if (value == NULL || value->type == type)
		return value;
	nd_json_fail(object, key, what);
	return NULL;
}

/* A number times a thousand, or -1 where it has more places or is too large. */
static int64
thousandths_of(const JsonbValue *value)
{
	const char *digits = DatumGetCString(DirectFunctionCall1(numeric_out,
															 NumericGetDatum(value->val.numeric)));
	int64		number = 0;
	int			places = -1;

	for (; *digits && number < PG_INT32_MAX * INT64CONST(1000); digits++)
	{
		if (*digits == '.' && places < 0)
			places = 0;
		else if (*digits < '0' || *digits > '9' || places == 3)
			return -1;
		else
		{
			number = number * 10 + (*digits - '0');
			places += places >= 0;
		}
	}
	for (places = Max(places, 0); places < 3; places++)
		number *= 10;
	return *digits ? -1 : number;
}

/* A whole number of a value, or a fault. */
static uint32
number_of(const NdJsonObject *object, const char *key, const JsonbValue *value)
{
	int64		number = value->type == jbvNumeric ? thousandths_of(value) : -1;

	if (number < 0 || number % 1000 != 0 || number / 1000 > PG_INT32_MAX)
	{
		nd_json_fail(object, key, "A whole number must stand here, from 0 to 2147483647.");
		return 0;
	}
	return (uint32) (number / 1000);
}

uint32
nd_json_number(const NdJsonObject *object, const char *key)
{
	const JsonbValue *value = get(object, key);

	return value ? number_of(object, key, value) : 0;
}

uint16
nd_json_thousandths(const NdJsonObject *object, const char *key)
{
	const JsonbValue *value = get(object, key);
	int64		number = value && value->type == jbvNumeric ? thousandths_of(value) : -1;

	if (number < 0 || number > 1000)
	{
		nd_json_fail(object, key, "A number from 0 to 1 with up to three places must stand here.");
		return 0;
	}
	return (uint16) number;
}

bool
nd_json_flag(const NdJsonObject *object, const char *key)
{
	const JsonbValue *value = get_typed(object, key, jbvBool, "True or false must stand here.");

	return value && value->val.boolean;
}

NdText
nd_json_string(const NdJsonObject *object, const char *key)
{
	const JsonbValue *value = get_typed(object, key, jbvString, "A string must stand here.");
	NdText		string = {NULL, 0};

	if (value)
	{
		string.bytes = value->val.string.val;
		string.length = (uint32_t) value->val.string.len;
	}
	return string;
}

NdText
nd_json_text(const NdJsonObject *object, const char *key)
{
	NdText		string = nd_json_string(object, key);
	NdInput		input = {{NULL, 0}};

	if (string.length == 0 ||
		nd_input_open(object->reader, cstring_to_text_with_len(string.bytes, (int) string.length),
					  &input))
		return input.text;
	if (object->reader->context.status != ND_LIMIT)
		nd_reader_report(object->reader);
	nd_json_fail(object, key, "This text is too long.");
	return input.text;
}

unsigned
nd_json_name(const NdJsonObject *object, const char *key, const char *(*name_of) (unsigned),
			 unsigned count)
{
	NdText		string = nd_json_string(object, key);

	if (string.bytes == NULL)
		return 0;
	for (unsigned number = 0; number < count; number++)
	{
		const char *name = name_of(number);

		if (name && strlen(name) == string.length &&
			memcmp(name, string.bytes, string.length) == 0)
			return number;
	}
	nd_json_fail(object, key, "There is no such name here.");
	return 0;
}

/* Digits up to a mark, or -1. Ahead of the mark stands at most what a date has. */
static int
scan_digits(const char **text, const char *end, char mark)
{
	int			number = 0;
	const char *at = *text;

	while (at < end && at < *text + 7 && *at >= '0' && *at <= '9')
		number = number * 10 + (*at++ - '0');
	if (at == *text || (mark ? at == end || *at != mark : at != end))
		return -1;
	*text = at + 1;
	return number;
}

/* A day that is none of the calendar shows when it is written again. */
int32_t
nd_json_day(const NdJsonObject *object, const char *key)
{
	NdText		string = nd_json_string(object, key);
	const char *text = string.bytes;
	const char *end = text + string.length;
	bool		before_christ;
	int			year;
	int			month;
	int			day;

	if (text == NULL)
		return ND_NO_DATE;
	before_christ = text < end && *text == '-';
	text += before_christ;
	year = scan_digits(&text, end, '-');
	month = year < 0 ? -1 : scan_digits(&text, end, '-');
	day = month < 0 ? -1 : scan_digits(&text, end, '\0');
	if (month < 1 || month > 12 || day < 1 || day > 31 ||
		!IS_VALID_JULIAN(before_christ ? -year : year, month, day))
	{
		nd_json_fail(object, key, "A day must stand here, as in \"2031-05-14\".");
		return ND_NO_DATE;
	}
	return date2j(before_christ ? -year : year, month, day) - UNIX_EPOCH_JDATE;
}

/*
 * Arrays
 */

static JsonbContainer *
container_of(const JsonbValue *value, uint32 flag)
{
	if (value->type != jbvBinary || (value->val.binary.data->header & flag) == 0)
		return NULL;
	return value->val.binary.data;
}

uint32
nd_json_array(const NdJsonObject *object, const char *key, JsonbContainer **array)
{
	const JsonbValue *value = get(object, key);

	*array = value ? container_of(value, JB_FARRAY) : NULL;
	if (value && *array == NULL)
		nd_json_fail(object, key, "An array must stand here.");
	return *array ? JsonContainerSize(*array) : 0;
}

/* Fills *inner from a value that must be an object. */
static bool
enter(const NdJsonObject *object, const char *key, const JsonbValue *value, NdJsonObject *inner)
{
	*inner = *object;
	inner->path = path_of(object, key);
	inner->container = container_of(value, JB_FOBJECT);
	if (inner->container == NULL)
		nd_json_fail(object, key, "An object must stand here.");
	return inner->container != NULL;
}

bool
nd_json_object(const NdJsonObject *object, const char *key, NdJsonObject *inner)
{
	const JsonbValue *value = get(object, key);

	return value && enter(object, key, value, inner);
}

bool
nd_json_object_at(const NdJsonObject *object, const char *key, JsonbContainer *array,
				  uint32 number, NdJsonObject *element)
{
	CHECK_FOR_INTERRUPTS();
	return enter(object, psprintf("%s[%u]", key, number),
				 getIthJsonbValueFromContainer(array, number), element);
}

uint32
nd_json_number_at(const NdJsonObject *object, const char *key, JsonbContainer *array,
				  uint32 number)
{
	return number_of(object, key, getIthJsonbValueFromContainer(array, number));
}

static NdSpan
span_of(const NdJsonObject *object, const char *key, const JsonbValue *value)
{
	JsonbContainer *array = container_of(value, JB_FARRAY);
	NdSpan		span = {0, 0};

	if (array == NULL || JsonContainerSize(array) != 2)
	{
		nd_json_fail(object, key, "A place must stand here: an array of two numbers.");
		return span;
	}
	span.start = nd_json_number_at(object, key, array, 0);
	span.end = nd_json_number_at(object, key, array, 1);
	return span;
}

NdSpan
nd_json_span(const NdJsonObject *object, const char *key)
{
	const JsonbValue *value = get(object, key);
	NdSpan		none = {0, 0};

	return value ? span_of(object, key, value) : none;
}

NdSpan
nd_json_span_at(const NdJsonObject *object, const char *key, JsonbContainer *array, uint32 number)
{
	return span_of(object, key, getIthJsonbValueFromContainer(array, number));
}
