/*
 * server_text.h
 *		Words that the core made, as texts of the server.
 */
#ifndef ND_SERVER_TEXT_H
#define ND_SERVER_TEXT_H

#include "fmgr.h"
#include "lib/stringinfo.h"

#include "text/text.h"

/*
 * Appends UTF-8 in the server's encoding. A character that it does not have,
 * or that is ill-formed, becomes a question mark, so this never fails.
 */
extern void nd_append_server_text(StringInfo out, NdText text);

extern Datum nd_server_text(NdText text);

#endif
