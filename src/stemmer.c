/*
 * stemmer.c
 *		Stems of words, in the server's encoding.
 */
#include "postgres.h"

#include "catalog/namespace.h"
#include "mb/pg_wchar.h"
#include "utils/builtins.h"

#include "language/stem.h"
#include "stemmer.h"

NdStemmer *
nd_backend_stemmer(void)
{
	static NdStemmer stemmer = {NULL};
	NdContext	context;

	nd_context_init(&context);
	if (stemmer.handle == NULL && !nd_stemmer_open(&context, &stemmer))
		ereport(ERROR,
				(errcode(ERRCODE_OUT_OF_MEMORY),
				 errmsg("out of memory"),
				 errdetail("Failed while the stemmer was loaded.")));
	return &stemmer;
}

static bool
is_ascii(const char *bytes, int length)
{
	for (int i = 0; i < length; i++)
		if (IS_HIGHBIT_SET(bytes[i]))
			return false;
	return true;
}

/* From UTF-8; NULL where a character is missing in the server's encoding. */
static text *
to_server_text(const char *bytes, int length)
{
	int			encoding = GetDatabaseEncoding();
	Oid			procedure;
	int			room;
	unsigned char *converted;

	if (encoding == PG_UTF8 || encoding == PG_SQL_ASCII || is_ascii(bytes, length))
		return cstring_to_text_with_len(bytes, length);
	procedure = FindDefaultConversionProc(PG_UTF8, encoding);
	if (!OidIsValid(procedure))
		return NULL;
	room = (length + 1) * MAX_CONVERSION_GROWTH + 1;
	converted = palloc(room);
	if (pg_do_encoding_conversion_buf(procedure, PG_UTF8, encoding,
									  (unsigned char *) pnstrdup(bytes, length), length,
									  converted, room, true) != length)
		return NULL;
	return cstring_to_text((char *) converted);
}

text *
nd_stem_word(NdText word)
{
	char		stem[ND_STEM_BYTES];
	uint32		length = nd_stem(nd_backend_stemmer(), word.bytes, word.length, stem);

	return to_server_text(stem, length);
}
