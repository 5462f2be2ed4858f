/*
 * framed.h
 *		Texts on standard input, one after the other, each framed as
 *		"<id>\t<bytes>\n", the bytes, "\n"; and JSON on standard output.
 */
#ifndef FRAMED_H
#define FRAMED_H

#include "text/text.h"
#include "toll/number.h"

typedef struct Record
{
	char		id[256];
	char	   *bytes;			/* malloc'ed, grows from record to record */
	size_t		length;
	size_t		room;
} Record;

/* False at the end of the input; a broken frame ends the program. */
extern int	read_record(Record *record);

extern void print_json_string(const char *bytes, size_t length);

/* "name": bound or null, and a comma. */
extern void print_bound(const char *name, int64_t bound);

/* [[start, end], ...] in characters. */
extern void print_spans(const NdCharacters *characters, const NdSpan *spans, uint32_t count);

/* Ends the program when the context holds an error. */
extern void check_context(const NdContext *context, const char *id);

#endif
