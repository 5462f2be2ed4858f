/*
 * rows.h
 *		The rows that a function returns, column by column.
 */
#ifndef ND_ROWS_H
#define ND_ROWS_H

#include "fmgr.h"
#include "nodes/execnodes.h"

#define ND_MOST_COLUMNS 32

typedef struct NdRows
{
	ReturnSetInfo *result;
	MemoryContext memory;		/* of the values of one row */
	int			columns;		/* filled in the row that is being made */
	Datum		values[ND_MOST_COLUMNS];
	bool		nulls[ND_MOST_COLUMNS];
} NdRows;

/*
 * Prepares a materialised result. To be called first, also where no rows
 * follow.
 */
extern void nd_rows_open(NdRows *rows, FunctionCallInfo fcinfo);

/*
 * Makes the memory of a row, a child of the current one, and switches to it:
 * what the values of a row take is free again after nd_row_end.
 */
extern void nd_rows_begin(NdRows *rows);

/* The next column of the row. */
extern void nd_row_add(NdRows *rows, Datum value);
extern void nd_row_add_name(NdRows *rows, const char *name);
extern void nd_row_add_null(NdRows *rows);

/* Stores the row. Answers interrupts. */
extern void nd_row_end(NdRows *rows);

#endif
