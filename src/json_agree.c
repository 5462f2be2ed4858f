/*
 * json_agree.c
 *		Where two JSON values differ.
 */
#include "postgres.h"

#include "miscadmin.h"
#include "utils/builtins.h"
#include "utils/numeric.h"

#include "json_read.h"

typedef struct Comparison
{
	StringInfoData path;		/* of what is being compared */
	NdJsonFault *fault;
} Comparison;

static bool
fail(Comparison *comparison, const char *what)
{
	comparison->fault->path = comparison->path.len > 0 ? pstrdup(comparison->path.data) : NULL;
	comparison->fault->what = what;
	return false;
}

/* Lengthens the path by a key, and returns its length before. */
static int
enter_key(Comparison *comparison, const JsonbValue *key)
{
	int			length = comparison->path.len;

	if (length > 0)
		appendStringInfoChar(&comparison->path, '.');
	appendBinaryStringInfo(&comparison->path, key->val.string.val, key->val.string.len);
	return length;
}

static int
enter_element(Comparison *comparison, uint32 number)
{
	int			length = comparison->path.len;

	appendStringInfo(&comparison->path, "[%u]", number);
	return length;
}

static void
leave(Comparison *comparison, int length)
{
	comparison->path.len = length;
	comparison->path.data[length] = '\0';
}

static bool
same_scalar(const JsonbValue *a, const JsonbValue *b)
{
	if (a->type != b->type)
		return false;
	switch (a->type)
	{
		case jbvString:
			return a->val.string.len == b->val.string.len &&
				memcmp(a->val.string.val, b->val.string.val, a->val.string.len) == 0;
		case jbvNumeric:
			return DatumGetBool(DirectFunctionCall2(numeric_eq,
													NumericGetDatum(a->val.numeric),
													NumericGetDatum(b->val.numeric)));
		case jbvBool:
			return a->val.boolean == b->val.boolean;
		default:
			return true;
	}
}

static bool agrees(Comparison *comparison, const JsonbValue *given, const JsonbValue *wanted);

/* Every key that is not null in `given`, which `wanted` must have too. */
static bool
keys_agree(Comparison *comparison, JsonbContainer *given, JsonbContainer *wanted)
{
	JsonbIterator *iterator = JsonbIteratorInit(given);
	JsonbValue	key;
	JsonbValue	value;

	JsonbIteratorNext(&iterator, &key, true);
	while (JsonbIteratorNext(&iterator, &key, true) == WJB_KEY)
	{
		const JsonbValue *other = getKeyJsonValueFromContainer(wanted, key.val.string.val,
															   key.val.string.len, NULL);
		int			outer = enter_key(comparison, &key);

		JsonbIteratorNext(&iterator, &value, true);
		if (value.type == jbvNull)
			;
		else if (other == NULL)
			return fail(comparison, "There is no such key here.");
		else if (!agrees(comparison, &value, other))
			return false;
		leave(comparison, outer);
	}
	return true;
}

/* Keys of `wanted` that are not in `given`. */
static bool
no_key_missing(Comparison *comparison, JsonbContainer *given, JsonbContainer *wanted)
{
	JsonbIterator *iterator = JsonbIteratorInit(wanted);
	JsonbValue	key;
	JsonbValue	value;

	JsonbIteratorNext(&iterator, &key, true);
	while (JsonbIteratorNext(&iterator, &key, true) == WJB_KEY)
	{
		const JsonbValue *other = getKeyJsonValueFromContainer(given, key.val.string.val,
															   key.val.string.len, NULL);

		JsonbIteratorNext(&iterator, &value, true);
		if (other == NULL || other->type == jbvNull)
		{
			enter_key(comparison, &key);
			return fail(comparison, "This key is missing.");
		}
	}
	return true;
}

static bool
elements_agree(Comparison *comparison, JsonbContainer *given, JsonbContainer *wanted)
{
	uint32		count = JsonContainerSize(wanted);

	if (JsonContainerSize(given) != count)
		return fail(comparison, "This array has another number of elements than follows from the rest.");
	for (uint32 i = 0; i < count; i++)
	{
		int			outer = enter_element(comparison, i);

		if (!agrees(comparison, getIthJsonbValueFromContainer(given, i),
					getIthJsonbValueFromContainer(wanted, i)))
			return false;
		leave(comparison, outer);
	}
	return true;
}

/* Goes as deep as both values do, and `wanted` has few levels. */
static bool
containers_agree(Comparison *comparison, JsonbContainer *given, JsonbContainer *wanted)
{
	CHECK_FOR_INTERRUPTS();
	if (JsonContainerIsObject(given) && JsonContainerIsObject(wanted))
		return keys_agree(comparison, given, wanted) &&
			no_key_missing(comparison, given, wanted);
	if (JsonContainerIsArray(given) && JsonContainerIsArray(wanted))
		return elements_agree(comparison, given, wanted);
	return fail(comparison, "This contradicts the rest of the value.");
}

static bool
agrees(Comparison *comparison, const JsonbValue *given, const JsonbValue *wanted)
{
	if (given->type == jbvBinary && wanted->type == jbvBinary)
		return containers_agree(comparison, given->val.binary.data, wanted->val.binary.data);
	if (same_scalar(given, wanted))
		return true;
	return fail(comparison, "This contradicts the rest of the value.");
}

bool
nd_json_agrees(Jsonb *given, Jsonb *wanted, NdJsonFault *fault)
{
	Comparison	comparison = {.fault = fault};

	initStringInfo(&comparison.path);
	return containers_agree(&comparison, &given->root, &wanted->root);
}
