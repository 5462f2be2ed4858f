/*
 * engine_info.c
 *		news_engine(): what the analysis is made of.
 *
 * Two servers whose rows are equal give the same claims for the same article.
 */
#include "postgres.h"

#include "compat.h"
#include "fingerprints.h"
#include "lexicon/lexicon.h"
#include "rows.h"
#include "stemmer.h"

/*
 * Releases of Snowball differ in some words. The probes are such words, with
 * the stems that this release of newsdesk was made with.
 */
static const char *
stemmer_state(void)
{
	const NdLexicon *probes = &nd_lexicon_stem_probes;

	for (uint32 i = 0; i < probes->entries; i++)
	{
		NdWordValue word = nd_lexicon_entry(probes, i);
		NdWordValue expected = nd_lexicon_value(probes, i);
		NdText		probe = {word.bytes, word.length};
		text	   *stem = nd_stem_word(probe);

		if (stem == NULL || VARSIZE_ANY_EXHDR(stem) != expected.length ||
			memcmp(VARDATA_ANY(stem), expected.bytes, expected.length) != 0)
			return "snowball english, other stems than expected";
	}
	return "snowball english, stems as expected";
}

ND_FUNCTION(news_engine);

Datum
news_engine(PG_FUNCTION_ARGS)
{
	NdRows		rows;

	nd_rows_open(&rows, fcinfo);
	nd_rows_begin(&rows);
	nd_row_add_name(&rows, ND_VERSION);
	nd_row_add_name(&rows, ND_MODEL_FINGERPRINT);
	nd_row_add_name(&rows, ND_LEXICON_FINGERPRINT);
	nd_row_add_name(&rows, stemmer_state());
	nd_row_end(&rows);
	return (Datum) 0;
}
