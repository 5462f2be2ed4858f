/*
 * names.h
 *		How the enumerations of the core are called in SQL.
 */
#ifndef ND_NAMES_H
#define ND_NAMES_H

#include "claim/claim.h"

extern const char *nd_passage_kind_name(NdPassageKind kind);
extern const char *nd_quote_kind_name(NdQuoteKind kind);

#endif
