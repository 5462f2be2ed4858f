/*
 * compat.h
 *		What differs between the releases of PostgreSQL, 15 to 18.
 */
#ifndef ND_COMPAT_H
#define ND_COMPAT_H

#include "fmgr.h"
#include "commands/vacuum.h"
#include "utils/fmgrprotos.h"
#include "utils/rangetypes.h"

#if PG_VERSION_NUM >= 160000
#include "varatt.h"
#endif

/*
 * Up to 15 a module is loaded with all its symbols visible to all others, so
 * ours are compiled hidden, and what the server looks up is declared visible
 * before the server's own macros declare it.
 */
#if PG_VERSION_NUM >= 160000
#define ND_FUNCTION(name)	PG_FUNCTION_INFO_V1(name)
#define ND_MODULE_MAGIC		ND_MAGIC
#else
#define ND_VISIBLE			extern __attribute__((visibility("default")))
#define ND_FUNCTION(name) \
	ND_VISIBLE Datum name(PG_FUNCTION_ARGS); \
	ND_VISIBLE const Pg_finfo_record *pg_finfo_##name(void); \
	PG_FUNCTION_INFO_V1(name)
#define ND_MODULE_MAGIC \
	ND_VISIBLE const Pg_magic_struct *PG_MAGIC_FUNCTION_NAME(void); \
	ND_MAGIC
#endif

/* 18 wants to know name and version too. */
#ifdef PG_MODULE_MAGIC_EXT
#define ND_MAGIC	PG_MODULE_MAGIC_EXT(.name = "newsdesk", .version = ND_VERSION)
#else
#define ND_MAGIC	PG_MODULE_MAGIC
#endif

/* 16 added soft errors; before it all errors are hard. */
#if PG_VERSION_NUM < 160000
#define ereturn(context, value, ...) \
	do { \
		ereport(ERROR, __VA_ARGS__); \
		return value; \
	} while (0)
#endif

/* False with a soft error; a text that is no JSON is a hard one before 16. */
static inline bool
nd_jsonb_of_text(char *text, struct Node *escontext, Datum *jsonb)
{
#if PG_VERSION_NUM >= 160000
	return DirectInputFunctionCallSafe(jsonb_in, text, InvalidOid, -1, escontext, jsonb);
#else
	*jsonb = DirectFunctionCall1(jsonb_in, CStringGetDatum(text));
	return true;
#endif
}

/* The detail that ANALYZE is to keep of a column; 17 moved it. */
static inline int
nd_statistics_target(const VacAttrStats *stats)
{
#if PG_VERSION_NUM >= 170000
	int			target = stats->attstattarget;
#else
	int			target = stats->attr->attstattarget;
#endif

	return target < 0 ? default_statistics_target : target;
}

/* Sleeps where ANALYZE is to be gentle, and answers interrupts. */
static inline void
nd_analyze_delay(void)
{
#if PG_VERSION_NUM >= 180000
	vacuum_delay_point(true);
#else
	vacuum_delay_point();
#endif
}

static inline RangeType *
nd_make_range(TypeCacheEntry *type, RangeBound *lower, RangeBound *upper)
{
#if PG_VERSION_NUM >= 160000
	return make_range(type, lower, upper, false, NULL);
#else
	return make_range(type, lower, upper, false);
#endif
}

#endif
