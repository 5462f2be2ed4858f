/*
 * text_rows.h
 *		Set-returning functions over one text: news_passages and the like.
 */
#ifndef ND_TEXT_ROWS_H
#define ND_TEXT_ROWS_H

#include "input.h"
#include "rows.h"

/* Adds the rows of a text that has been read. */
typedef void (*NdAddTextRows) (NdRows *rows, const NdInput *input, const NdDocument *document);

/*
 * Reads argument 0, up to its tokens or, with `tagged`, up to tags and trees.
 * A text beyond the limits is a warning, and gives no rows.
 */
extern Datum nd_rows_of_text(FunctionCallInfo fcinfo, bool tagged, NdAddTextRows add_rows);

#endif
