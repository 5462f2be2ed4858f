/*
 * tagset.c
 *		Names of parts of speech and dependency relations.
 */
#include "language/tagset.h"

#include <string.h>

static const char tag_names[ND_N_TAGS][8] = {
#define X(name, text) text,
	ND_TAGS(X)
#undef X
};

static const char relation_names[ND_N_RELATIONS][16] = {
#define X(name, text) text,
	ND_RELATIONS(X)
#undef X
};

const char *
nd_tag_name(unsigned tag)
{
	return tag < ND_N_TAGS ? tag_names[tag] : "?";
}

const char *
nd_relation_name(unsigned relation)
{
	return relation < ND_N_RELATIONS ? relation_names[relation] : "?";
}

unsigned
nd_tag_number(const char *name, size_t length)
{
	for (unsigned i = 0; i < ND_N_TAGS; i++)
		if (strlen(tag_names[i]) == length && memcmp(tag_names[i], name, length) == 0)
			return i;
	return ND_N_TAGS;
}

unsigned
nd_relation_number(const char *name, size_t length)
{
	for (unsigned i = 0; i < ND_N_RELATIONS; i++)
		if (strlen(relation_names[i]) == length &&
			memcmp(relation_names[i], name, length) == 0)
			return i;
	return ND_N_RELATIONS;
}
