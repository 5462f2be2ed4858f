/*
 * stem.c
 *		Stems of words.
 */
#include "language/stem.h"

#include <libstemmer.h>
#include <string.h>

#define LONGEST 100

bool
nd_stemmer_open(NdContext *context, NdStemmer *stemmer)
{
	stemmer->handle = sb_stemmer_new("english", "UTF_8");
	if (stemmer->handle == NULL)
		return nd_fail(context, ND_NO_MEMORY, 0, "out of memory");
	return true;
}

void
nd_stemmer_close(NdStemmer *stemmer)
{
	sb_stemmer_delete(stemmer->handle);
	stemmer->handle = NULL;
}

uint32_t
nd_stem(NdStemmer *stemmer, const char *bytes, uint32_t length, char stem[ND_STEM_BYTES])
{
	uint32_t	used = nd_word_normalise(bytes, length, stem);
	const sb_symbol *found;
	int			found_length;

	if (length > LONGEST)
		return used;
	found = sb_stemmer_stem(stemmer->handle, (const sb_symbol *) stem, (int) used);
	found_length = sb_stemmer_length(stemmer->handle);
	if (found == NULL || found_length < 0 || found_length > ND_STEM_BYTES)
		return used;
	memcpy(stem, found, (size_t) found_length);
	return (uint32_t) found_length;
}
