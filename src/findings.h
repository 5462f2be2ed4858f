/*
 * findings.h
 *		Findings between the core and the server: where they come from, values
 *		that hold them, rows made of them.
 *
 * A value of news_digest or news_claim is the core's digest (digest/digest.h)
 * behind a varlena header, in UTF-8 whatever the server's encoding is.
 */
#ifndef ND_FINDINGS_GLUE_H
#define ND_FINDINGS_GLUE_H

#include "digest/digest.h"
#include "reader.h"
#include "rows.h"

/*
 * Reads the article whose body, title and day are arguments 0 to 2; body is
 * not NULL. One beyond the limits is a warning, and findings with a fault.
 */
extern void nd_findings_of_article(NdReader *reader, FunctionCallInfo fcinfo,
								   NdFindings *findings);

/*
 * Decodes a value. The findings may point into it, or into the current memory
 * context, which must live as long. False where it is damaged, with byte and
 * reason in the context of the reader.
 */
extern bool nd_read_value(NdReader *reader, Datum value, NdDigestForm form,
						  NdFindings *findings);

/* The same of a stored value: one that is damaged is an error. */
extern void nd_findings_of_value(NdReader *reader, Datum value, NdDigestForm form,
								 NdFindings *findings);

/* Encodes findings, in the memory of the reader. */
extern Datum nd_value_of_findings(NdReader *reader, const NdFindings *findings,
								  NdDigestForm form);

/* A value for the caller of the function: a copy that outlives the reader. */
extern Datum nd_reader_result(NdReader *reader, Datum value);

/* Adds the rows of findings. */
typedef void (*NdAddRows) (NdRows *rows, NdReader *reader, const NdFindings *findings);

/* Set-returning functions: of an article, none for a NULL body; of a digest. */
extern Datum nd_rows_of_article(FunctionCallInfo fcinfo, NdAddRows add_rows);
extern Datum nd_rows_of_digest(FunctionCallInfo fcinfo, NdAddRows add_rows);

/* Columns: text, NULL where empty; a number, NULL for 0; thousandths. */
extern void nd_row_add_text(NdRows *rows, NdText text);
extern void nd_row_add_number(NdRows *rows, uint32 number);
extern void nd_row_add_confidence(NdRows *rows, uint16 confidence);

/*
 * Several pieces: their words in the server's encoding, and where they stood.
 * One space stands between the words of two pieces, but for such as touched in
 * the article: a multirange has no ranges that touch, so words and ranges have
 * the same parts.
 */
extern NdSpan *nd_places_of_pieces(const NdKept *kept, NdPieces pieces);
extern void nd_append_pieces(StringInfo out, const NdKept *kept, NdPieces pieces,
							 const NdSpan *places);

#endif
