/*
 * claim_stems.c
 *		news_claim_stems(claim): the words of what is said, as queries find them.
 */
#include "postgres.h"

#include "catalog/pg_type.h"
#include "utils/array.h"

#include "compat.h"
#include "findings.h"
#include "language/stem.h"
#include "query/words.h"
#include "server_text.h"
#include "stemmer.h"

/* The stem of a word, or for a name the word itself, folded. */
static NdText
stem_of(const NdKept *kept, NdSpan word, bool is_name)
{
	char		folded[ND_FOLDED_BYTES];
	char		stem[ND_STEM_BYTES];
	NdText		result = {NULL, nd_fold(kept->text, word, folded)};
	const char *bytes = folded;

	if (!is_name)
	{
		result.length = nd_stem(nd_backend_stemmer(), folded, result.length, stem);
		bytes = stem;
	}
	result.bytes = pnstrdup(bytes, result.length);
	return result;
}

static int
compare(const void *left, const void *right)
{
	const NdText *a = left;
	const NdText *b = right;
	int			order = memcmp(a->bytes, b->bytes, Min(a->length, b->length));

	return order != 0 ? order : (a->length > b->length) - (a->length < b->length);
}

static NdText *
read_stems(NdReader *reader, const NdKept *kept, NdPieces content, uint32_t *count)
{
	NdWordReader words = nd_read_words(kept, content.spans, content.count);
	NdText	   *stems = NULL;
	uint32_t	room = 0;
	NdSpan		word;
	bool		is_name;

	for (*count = 0; nd_read_word(&words, &word, &is_name); (*count)++)
	{
		if (!nd_reserve(&reader->arena, &stems, &room, *count + 1, sizeof(NdText)))
			nd_reader_report(reader);
		stems[*count] = stem_of(kept, word, is_name);
	}
	return stems;
}

static Datum
array_of(NdText *stems, uint32 count)
{
	Datum	   *texts = palloc(Max(count, 1) * sizeof(Datum));
	uint32		distinct = 0;

	if (count > 0)
		qsort(stems, count, sizeof(NdText), compare);
	for (uint32 i = 0; i < count; i++)
		if (i == 0 || compare(&stems[i - 1], &stems[i]) != 0)
			texts[distinct++] = nd_server_text(stems[i]);
	return PointerGetDatum(construct_array(texts, (int) distinct, TEXTOID, -1, false,
										   TYPALIGN_INT));
}

ND_FUNCTION(news_claim_stems);

Datum
news_claim_stems(PG_FUNCTION_ARGS)
{
	NdReader	reader;
	NdFindings	findings;
	const NdFoundClaim *claim;
	NdText	   *stems;
	uint32_t	count;
	Datum		result;

	nd_reader_open(&reader);
	nd_findings_of_value(&reader, PG_GETARG_DATUM(0), ND_ONE_CLAIM, &findings);
	claim = &findings.claims[0];
	stems = read_stems(&reader, nd_kept_of(&findings, claim->in_title), claim->content, &count);
	result = nd_reader_result(&reader, array_of(stems, count));
	nd_reader_close(&reader);
	return result;
}
