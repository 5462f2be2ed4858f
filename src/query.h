/*
 * query.h
 *		The type news_query: a version byte, then the canonical text in UTF-8.
 *
 * So equal queries have equal bytes, in any encoding of the server.
 */
#ifndef ND_QUERY_GLUE_H
#define ND_QUERY_GLUE_H

#include "fmgr.h"

#include "query/query.h"

#define ND_QUERY_VERSION	1

/* Version and text without a varlena header; detoasted. */
#define PG_GETARG_QUERY(n)	PG_GETARG_VARLENA_PP(n)

/*
 * Reads a stored query and fills its stems; memory is of `arena`. False with an
 * error in the arena's context. Raises an error for a version that is unknown.
 */
extern bool nd_query_of(NdArena *arena, struct varlena *stored, NdQuery *query);

#endif
