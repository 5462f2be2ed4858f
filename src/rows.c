/*
 * rows.c
 *		The rows that a function returns, column by column.
 */
#include "postgres.h"

#include "funcapi.h"
#include "miscadmin.h"
#include "utils/builtins.h"
#include "utils/memutils.h"
#include "utils/tuplestore.h"

#include "rows.h"

void
nd_rows_open(NdRows *rows, FunctionCallInfo fcinfo)
{
	InitMaterializedSRF(fcinfo, 0);
	memset(rows, 0, sizeof(*rows));
	rows->result = (ReturnSetInfo *) fcinfo->resultinfo;
}

void
nd_rows_begin(NdRows *rows)
{
	rows->memory = AllocSetContextCreate(CurrentMemoryContext, "newsdesk row",
										 ALLOCSET_DEFAULT_SIZES);
	MemoryContextSwitchTo(rows->memory);
}

static void
add(NdRows *rows, Datum value, bool null)
{
	Assert(rows->columns < ND_MOST_COLUMNS);
	rows->values[rows->columns] = value;
	rows->nulls[rows->columns] = null;
	rows->columns++;
}

void
nd_row_add(NdRows *rows, Datum value)
{
	add(rows, value, false);
}

void
nd_row_add_name(NdRows *rows, const char *name)
{
	add(rows, CStringGetTextDatum(name), false);
}

void
nd_row_add_null(NdRows *rows)
{
	add(rows, (Datum) 0, true);
}

/*
 * The number of columns is compared with the declaration in SQL because an
 * older or newer script may be installed than the library expects.
 */
void
nd_row_end(NdRows *rows)
{
	CHECK_FOR_INTERRUPTS();
	if (rows->columns != rows->result->setDesc->natts)
		ereport(ERROR,
				(errcode(ERRCODE_DATATYPE_MISMATCH),
				 errmsg("function returns %d columns, its declaration has %d",
						rows->columns, rows->result->setDesc->natts),
				 errhint("Run ALTER EXTENSION newsdesk UPDATE.")));
	tuplestore_putvalues(rows->result->setResult, rows->result->setDesc,
						 rows->values, rows->nulls);
	rows->columns = 0;
	MemoryContextReset(rows->memory);
}
