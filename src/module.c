/*
 * module.c
 *		What the server checks when it loads the library.
 */
#include "postgres.h"

#include "compat.h"

ND_MODULE_MAGIC;
