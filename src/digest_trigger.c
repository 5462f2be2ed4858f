/*
 * digest_trigger.c
 *		news_digest_trigger('digest', 'body', 'title', 'published'): a row
 *		trigger that fills a column of digests, in the manner of
 *		tsvector_update_trigger.
 *
 * Title and published may be left out. An unchanged article is not analysed
 * again, unless its digest is missing.
 */
#include "postgres.h"

#include "access/htup_details.h"
#include "catalog/pg_namespace.h"
#include "catalog/pg_type.h"
#include "commands/trigger.h"
#include "executor/spi.h"
#include "nodes/pg_list.h"
#include "parser/parse_coerce.h"
#include "parser/parse_func.h"
#include "utils/builtins.h"
#include "utils/datum.h"
#include "utils/date.h"
#include "utils/lsyscache.h"
#include "utils/timestamp.h"

#include "compat.h"

typedef enum Role
{
	DIGEST,
	BODY,
	TITLE,
	PUBLISHED,
	ROLES
} Role;

/* The columns that the arguments name; 0 for those left out. */
typedef struct Columns
{
	int			numbers[ROLES];
	Oid			types[ROLES];
} Columns;

static TriggerData *
check_call(FunctionCallInfo fcinfo)
{
	TriggerData *call = (TriggerData *) fcinfo->context;

	if (!CALLED_AS_TRIGGER(fcinfo))
		ereport(ERROR,
				(errcode(ERRCODE_E_R_I_E_TRIGGER_PROTOCOL_VIOLATED),
				 errmsg("news_digest_trigger was not called by a trigger")));
	if (!TRIGGER_FIRED_BEFORE(call->tg_event) || !TRIGGER_FIRED_FOR_ROW(call->tg_event) ||
		!(TRIGGER_FIRED_BY_INSERT(call->tg_event) || TRIGGER_FIRED_BY_UPDATE(call->tg_event)))
		ereport(ERROR,
				(errcode(ERRCODE_E_R_I_E_TRIGGER_PROTOCOL_VIOLATED),
				 errmsg("news_digest_trigger must be fired BEFORE INSERT OR UPDATE, FOR EACH ROW")));
	if (call->tg_trigger->tgnargs < 2 || call->tg_trigger->tgnargs > ROLES)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("news_digest_trigger takes two to four arguments, not %d",
						call->tg_trigger->tgnargs),
				 errhint("The columns of digest, body, title and date of publication.")));
	return call;
}

/* The function of the extension that makes digests, beside ours. */
static Oid
digest_function(FunctionCallInfo fcinfo)
{
	char	   *schema = get_namespace_name(get_func_namespace(fcinfo->flinfo->fn_oid));
	Oid			arguments[] = {TEXTOID, TEXTOID, DATEOID};

	return LookupFuncName(list_make2(makeString(schema), makeString("news_digest")), 3,
						  arguments, false);
}

static bool
has_role(Role role, Oid type, Oid digest_type)
{
	switch (role)
	{
		case DIGEST:
			return type == digest_type;
		case BODY:
		case TITLE:
			return IsBinaryCoercible(type, TEXTOID);
		default:
			type = getBaseType(type);
			return type == DATEOID || type == TIMESTAMPOID || type == TIMESTAMPTZOID;
	}
}

static void
find_columns(TriggerData *call, Oid digest_type, Columns *columns)
{
	static const char *const wanted[] = {"a news_digest", "a text", "a text",
		"a date or timestamp"};
	TupleDesc	description = RelationGetDescr(call->tg_relation);

	memset(columns, 0, sizeof(Columns));
	for (int i = 0; i < call->tg_trigger->tgnargs; i++)
	{
		const char *name = call->tg_trigger->tgargs[i];

		columns->numbers[i] = SPI_fnumber(description, name);
		if (columns->numbers[i] <= 0)
			ereport(ERROR,
					(errcode(ERRCODE_UNDEFINED_COLUMN),
					 errmsg("column \"%s\" of news_digest_trigger does not exist", name)));
		columns->types[i] = SPI_gettypeid(description, columns->numbers[i]);
		if (!has_role(i, columns->types[i], digest_type))
			ereport(ERROR,
					(errcode(ERRCODE_DATATYPE_MISMATCH),
					 errmsg("column \"%s\" of news_digest_trigger is not %s", name, wanted[i])));
	}
}

/* Whether one of the columns from `first` on has another value than before. */
static bool
article_changed(TriggerData *call, const Columns *columns)
{
	TupleDesc	description = RelationGetDescr(call->tg_relation);

	for (int i = BODY; i < ROLES; i++)
	{
		Datum		before;
		Datum		after;
		bool		was_null;
		bool		is_null;
		Form_pg_attribute column;

		if (columns->numbers[i] == 0)
			continue;
		column = TupleDescAttr(description, columns->numbers[i] - 1);
		before = heap_getattr(call->tg_trigtuple, columns->numbers[i], description, &was_null);
		after = heap_getattr(call->tg_newtuple, columns->numbers[i], description, &is_null);
		if (was_null != is_null ||
			(!is_null && !datum_image_eq(before, after, column->attbyval, column->attlen)))
			return true;
	}
	return false;
}

/* A moment falls on its day in UTC, wherever the session may be. */
static NullableDatum
day_of(NullableDatum published, Oid type)
{
	NullableDatum day = {(Datum) 0, true};
	Timestamp	moment;
	Timestamp	days;

	if (published.isnull || getBaseType(type) == DATEOID)
		return published;
	moment = DatumGetTimestamp(published.value);
	if (TIMESTAMP_NOT_FINITE(moment))
		return day;
	days = moment / USECS_PER_DAY - (moment % USECS_PER_DAY < 0);
	day.value = DateADTGetDatum((DateADT) days);
	day.isnull = false;
	return day;
}

static NullableDatum
make_digest(Oid function, TriggerData *call, HeapTuple row, const Columns *columns)
{
	LOCAL_FCINFO(fcinfo, 3);
	FmgrInfo	info;
	NullableDatum digest;

	fmgr_info(function, &info);
	InitFunctionCallInfoData(*fcinfo, &info, 3, InvalidOid, NULL, NULL);
	for (int i = BODY; i < ROLES; i++)
	{
		NullableDatum *argument = &fcinfo->args[i - BODY];

		argument->isnull = true;
		if (columns->numbers[i] > 0)
			argument->value = heap_getattr(row, columns->numbers[i],
										   RelationGetDescr(call->tg_relation), &argument->isnull);
	}
	fcinfo->args[PUBLISHED - BODY] = day_of(fcinfo->args[PUBLISHED - BODY],
											columns->types[PUBLISHED]);
	digest.value = FunctionCallInvoke(fcinfo);
	digest.isnull = fcinfo->isnull;
	return digest;
}

ND_FUNCTION(news_digest_trigger);

Datum
news_digest_trigger(PG_FUNCTION_ARGS)
{
	TriggerData *call = check_call(fcinfo);
	TupleDesc	description = RelationGetDescr(call->tg_relation);
	Oid			function = digest_function(fcinfo);
	HeapTuple	row = TRIGGER_FIRED_BY_UPDATE(call->tg_event) ? call->tg_newtuple : call->tg_trigtuple;
	Columns		columns;
	NullableDatum digest;

	find_columns(call, get_func_rettype(function), &columns);
	if (TRIGGER_FIRED_BY_UPDATE(call->tg_event) && !article_changed(call, &columns) &&
		!heap_attisnull(row, columns.numbers[DIGEST], description))
		PG_RETURN_POINTER(row);
	digest = make_digest(function, call, row, &columns);
	row = heap_modify_tuple_by_cols(row, description, 1, &columns.numbers[DIGEST],
									&digest.value, &digest.isnull);
	PG_RETURN_POINTER(row);
}
