/*
 * tagger_features.c
 *		What the tagger looks at.
 *
 * The order of the calls of put() numbers the templates: a change asks for
 * new weights.
 */
#include "language/tagger_features.h"

#include "language/feature.h"
#include "language/tagset.h"

#define FLAG_FIRST		0x20
#define FLAG_SHOUTING	0x40

typedef struct Features
{
	uint64_t   *hashes;
	uint32_t	n;
} Features;

static inline void
put(Features *features, uint64_t a, uint64_t b, uint64_t c)
{
	features->hashes[features->n] = nd_feature(features->n, a, b, c);
	features->n++;
}

/* Whether four fifths of the longer words begin with a capital. */
static bool
is_shouting(const NdWord *words, uint32_t n)
{
	uint32_t	longer = 0;
	uint32_t	capital = 0;

	for (uint32_t i = 0; i < n; i++)
	{
		if (words[i].characters < 4 || !(words[i].flags & ND_WORD_LETTER))
			continue;
		longer++;
		if (words[i].flags & ND_WORD_CAPITAL)
			capital++;
	}
	return longer >= 2 && (uint64_t) capital * 5 >= (uint64_t) longer * 4;
}

NdTagSentence
nd_tag_sentence(const NdWord *words, uint32_t n)
{
	NdTagSentence sentence = {words, n, is_shouting(words, n)};

	return sentence;
}

static void
put_word(Features *features, const NdWord *word)
{
	put(features, 0, 0, 0);
	put(features, word->form, 0, 0);
	put(features, word->raw, 0, 0);
	for (unsigned k = 0; k < 4; k++)
		put(features, word->suffix[k], 0, 0);
	for (unsigned k = 0; k < 3; k++)
		put(features, word->prefix[k], 0, 0);
	put(features, word->shape, 0, 0);
	put(features, word->shape, word->suffix[1], 0);
}

static void
put_neighbours(Features *features, const NdWord *before2, const NdWord *before,
			   const NdWord *word, const NdWord *after, const NdWord *after2)
{
	put(features, before->form, 0, 0);
	put(features, before2->form, 0, 0);
	put(features, after->form, 0, 0);
	put(features, after2->form, 0, 0);
	put(features, before->form, word->form, 0);
	put(features, word->form, after->form, 0);
	put(features, before->suffix[2], 0, 0);
	put(features, after->suffix[2], 0, 0);
	put(features, after->shape, word->shape, 0);
	put(features, after->suffix[1], word->suffix[1], 0);
	put(features, after->form, after2->form, 0);
	put(features, before->form, before2->form, 0);
	put(features, before->form, after->form, 0);
}

static void
put_history(Features *features, uint64_t tag1, uint64_t tag2, const NdWord *word,
			const NdWord *after)
{
	put(features, tag1, 0, 0);
	put(features, tag2, 0, 0);
	put(features, tag1, tag2, 0);
	put(features, tag1, word->form, 0);
	put(features, tag1, after->form, 0);
	put(features, tag1, word->suffix[2], 0);
	put(features, tag2, word->form, 0);
	put(features, tag1, tag2, word->form);
	put(features, tag1, tag2, after->form);
}

/* Combinations, mostly for words that are rare or unknown. */
static void
put_ends(Features *features, uint64_t tag1, uint64_t tag2, const NdWord *before,
		 const NdWord *word, const NdWord *after)
{
	put(features, before->flags, word->flags, after->flags);
	put(features, word->form, after->suffix[2], 0);
	put(features, word->suffix[2], after->suffix[2], 0);
	put(features, word->suffix[2], before->suffix[2], 0);
	put(features, tag1, word->suffix[2], after->suffix[1]);
	put(features, tag1, tag2, word->suffix[2]);
	put(features, word->suffix[3], word->flags, 0);
	put(features, word->prefix[2], word->suffix[2], 0);
	put(features, tag1, word->form, after->form);
}

uint32_t
nd_tag_features(const NdTagSentence *sentence, const uint8_t *tags, uint32_t i,
				uint64_t features[ND_TAGGER_FEATURES])
{
	static const NdWord outside = {.form = 1, .raw = 1, .shape = 1,
	.suffix = {1, 1, 1, 1}, .prefix = {1, 1, 1}};
	const NdWord *word = sentence->words + i;
	const NdWord *after = i + 1 < sentence->n ? word + 1 : &outside;
	const NdWord *after2 = i + 2 < sentence->n ? word + 2 : &outside;
	const NdWord *before = i >= 1 ? word - 1 : &outside;
	const NdWord *before2 = i >= 2 ? word - 2 : &outside;
	uint64_t	tag1 = i >= 1 ? tags[i - 1] : ND_N_TAGS;
	uint64_t	tag2 = i >= 2 ? tags[i - 2] : ND_N_TAGS;
	uint64_t	flags = word->flags | (i == 0 ? FLAG_FIRST : 0u) |
		(sentence->shouting ? FLAG_SHOUTING : 0u);
	Features	list = {features, 0};

	put_word(&list, word);
	put_neighbours(&list, before2, before, word, after, after2);
	put_history(&list, tag1, tag2, word, after);
	put(&list, flags, 0, 0);
	put(&list, flags, tag1, 0);
	put(&list, flags, word->suffix[2], 0);
	put(&list, flags, word->form, 0);
	put_ends(&list, tag1, tag2, before, word, after);
	return list.n;
}
