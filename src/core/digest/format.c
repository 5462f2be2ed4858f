/*
 * format.c
 *		What the writer and the reader of digests must agree on.
 */
#include "digest/format.h"

#include <string.h>

uint32_t
nd_fold_name(NdText name, char *key)
{
	uint32_t	length = 0;

	for (uint32_t i = 0; i < name.length; i++)
	{
		char		c = name.bytes[i];

		if (name.length - i >= 3 && memcmp(name.bytes + i, "\xE2\x80\x99", 3) == 0)
		{
			c = '\'';
			i += 2;
		}
		key[length++] = c >= 'A' && c <= 'Z' ? (char) (c - 'A' + 'a') : c;
	}
	return length;
}
