/*
 * manner.c
 *		How a claim is made.
 *
 * The words of the cue are brought to the form a dictionary has and read from
 * the left: auxiliaries are passed over, a negation is counted, a verb such as
 * "refuse" turns round what it governs, and the first phrase of cues.txt, or
 * word of the reporting lists, tells the stance.
 */
#include "claim/manner.h"

#include "language/lemma.h"
#include "language/tagset.h"
#include "lexicon/lexicon.h"
#include "text/locate.h"

#include <string.h>

#define MOST_WORDS		24		/* of a cue */
#define LONGEST_PHRASE	5		/* words of an entry of cues.txt */

typedef struct Word
{
	char		lemma[ND_LEMMA_BYTES];
	uint32_t	length;
	uint8_t		tag;
	bool		glued;			/* no space before it: "pooh-pooh" */
} Word;

typedef struct Reading
{
	const NdDocument *document;
	const NdClaim *claim;
	Word		words[MOST_WORDS];
	uint32_t	count;
	bool		negated;
	bool		passive;
	bool		known;			/* the stance has been found */
	bool		refuses;		/* with "not", the content is held untrue */
	bool		sure;
	bool		hearsay;
	NdStance	stance;
} Reading;

static const char *const stance_names[ND_N_STANCES] = {
	"state", "affirm", "deny", "concede", "accuse", "demand", "promise", "warn", "believe",
	"question", "support"
};

const char *
nd_stance_name(unsigned stance)
{
	return stance_names[stance < ND_N_STANCES ? stance : 0];
}

const char *
nd_certainty_name(unsigned hedged)
{
	return hedged ? "hedged" : "certain";
}

static NdStance
stance_of(const char *name, uint32_t length)
{
	for (unsigned i = 0; i < ND_N_STANCES; i++)
		if (strlen(stance_names[i]) == length && memcmp(stance_names[i], name, length) == 0)
			return (NdStance) i;
	return ND_STATE;
}

static bool
has(const NdLexicon *lexicon, const Word *word)
{
	return nd_lexicon_find(lexicon, word->lemma, word->length) != UINT32_MAX;
}

static bool
is(const Word *word, const char *text)
{
	return word->length == strlen(text) && memcmp(word->lemma, text, word->length) == 0;
}

static void
read_word(const NdDocument *document, uint32_t token, bool lemma, Word *word)
{
	const NdToken *at = &document->tokens[token];
	const char *bytes = document->text.bytes + at->start;
	uint32_t	length = at->end - at->start;

	word->tag = at->tag;
	word->glued = !at->space_before;
	if (!lemma)
		word->length = nd_word_normalise(bytes, length, word->lemma);
	else
		word->length = nd_lemma(bytes, length, (NdTag) at->tag, word->lemma);
}

static bool
is_verb(unsigned tag)
{
	return tag >= ND_TAG_VB && tag <= ND_TAG_VBZ;
}

/* Words of a cue that say nothing about its stance. */
static bool
is_idle(const Word *word)
{
	switch (word->tag)
	{
		case ND_TAG_DT:
		case ND_TAG_PRP:
		case ND_TAG_PRPS:
		case ND_TAG_COMMA:
		case ND_TAG_TO:
			return !is(word, "to") || word->tag == ND_TAG_TO;
		case ND_TAG_RB:
		case ND_TAG_RBR:
			return !has(&nd_lexicon_hearsay, word) && !has(&nd_lexicon_cues, word) &&
				!is(word, "out") && !is(word, "back") && !is(word, "down") && !is(word, "yet");
		default:
			return false;
	}
}

/* A cue's verb that the tagger took for a noun or an adjective. */
static void
try_as_verb(const NdDocument *document, uint32_t token, Word *word)
{
	static const NdTag tags[] = {ND_TAG_VBD, ND_TAG_VBZ, ND_TAG_VBG};
	const NdToken *at = &document->tokens[token];
	Word		verb = *word;

	if (has(&nd_lexicon_reporting_nouns, word) || has(&nd_lexicon_reporting_adjectives, word) ||
		has(&nd_lexicon_cues, word))
		return;
	for (size_t i = 0; i < sizeof(tags) / sizeof(tags[0]); i++)
	{
		verb.length = nd_lemma(document->text.bytes + at->start, at->end - at->start, tags[i], verb.lemma);
		if (has(&nd_lexicon_reporting_verbs, &verb))
		{
			*word = verb;
			word->tag = (uint8_t) tags[i];
			return;
		}
	}
}

static void
gather_words(Reading *reading)
{
	const NdDocument *document = reading->document;
	const NdPieces *cue = &reading->claim->cue;
	bool		be = false;

	for (uint32_t p = 0; p < cue->count; p++)
		for (uint32_t i = nd_token_after(document, cue->spans[p].start);
			 i < document->n_tokens && document->tokens[i].start < cue->spans[p].end &&
			 reading->count < MOST_WORDS; i++)
		{
			Word	   *word = &reading->words[reading->count];

			read_word(document, i, false, word);
			if (has(&nd_lexicon_negations, word))
			{
				reading->negated = !reading->negated;
				continue;
			}
			read_word(document, i, true, word);
			if (!is_verb(word->tag))
				try_as_verb(document, i, word);
			reading->passive = be && word->tag == ND_TAG_VBN;
			if (is_verb(word->tag))
				be = is(word, "be");
			if (!is_idle(word))
				reading->count++;
		}
}

/* The entry of cues.txt that begins at a word; *used is set to its words. */
static uint32_t
find_phrase(const Reading *reading, uint32_t at, uint32_t *used)
{
	char		phrase[LONGEST_PHRASE * (ND_LEMMA_BYTES + 1)];
	uint32_t	best = UINT32_MAX;
	uint32_t	length = 0;

	for (uint32_t n = 0; n < LONGEST_PHRASE && at + n < reading->count; n++)
	{
		const Word *word = &reading->words[at + n];
		uint32_t	entry;

		if (n > 0 && !word->glued)
			phrase[length++] = ' ';
		memcpy(phrase + length, word->lemma, word->length);
		length += word->length;
		entry = nd_lexicon_find(&nd_lexicon_cues, phrase, length);
		if (entry != UINT32_MAX)
		{
			best = entry;
			*used = n + 1;
		}
	}
	return best;
}

/* The word of the content with this number, as the text has it. */
static bool
content_word(const Reading *reading, uint32_t number, Word *word)
{
	const NdPieces *content = &reading->claim->content;
	uint32_t	seen = 0;

	for (uint32_t p = 0; p < content->count; p++)
		for (uint32_t i = nd_token_after(reading->document, content->spans[p].start);
			 i < reading->document->n_tokens &&
			 reading->document->tokens[i].start < content->spans[p].end; i++)
		{
			uint8_t		tag = reading->document->tokens[i].tag;

			if (tag == ND_TAG_OPEN_QUOTE || tag == ND_TAG_CLOSE_QUOTE || tag == ND_TAG_COMMA)
				continue;
			if (seen++ == number)
			{
				read_word(reading->document, i, false, word);
				return true;
			}
			if (seen > number)
				return false;
		}
	return false;
}

static bool
asks(const Reading *reading)
{
	const NdPieces *content = &reading->claim->content;
	NdText		text = reading->document->text;
	Word		word;

	if (content->count == 0)
		return false;
	for (uint32_t p = 0; p < content->count; p++)
	{
		uint32_t	end = content->spans[p].end;
		uint32_t	from = end > content->spans[p].start + 6 ? end - 6 : content->spans[p].start;

		for (uint32_t i = from; i < end; i++)
			if (text.bytes[i] == '?')
				return true;
	}
	return content_word(reading, 0, &word) &&
		(word.tag == ND_TAG_WRB || word.tag == ND_TAG_WP || is(&word, "whether") || is(&word, "if") ||
		 is(&word, "why") || is(&word, "how") || is(&word, "what"));
}

/* "suspects him of lying": an "of" before a participle. */
static bool
says_of_what(const Reading *reading)
{
	Word		word;
	Word		next;

	for (uint32_t i = 1; i < 12 && content_word(reading, i, &word); i++)
		if (is(&word, "of") && content_word(reading, i + 1, &next) && next.tag == ND_TAG_VBG)
			return true;
	return false;
}

/* "told <the driver to stop>": somebody, then an infinitive. */
static bool
bids(const Reading *reading)
{
	Word		word;

	for (uint32_t i = 0; i < 10 && content_word(reading, i, &word); i++)
	{
		if (word.tag == ND_TAG_TO)
			return i > 0;
		if (is(&word, "that") || word.tag == ND_TAG_VBD || word.tag == ND_TAG_VBZ ||
			word.tag == ND_TAG_VBP || word.tag == ND_TAG_MD || word.tag == ND_TAG_WRB)
			return false;
	}
	return false;
}

static bool
condition_holds(const Reading *reading, const char *name, uint32_t length)
{
	Word		word;

	if (length == 2 && memcmp(name, "if", 2) == 0)
		return asks(reading);
	if (length == 2 && memcmp(name, "of", 2) == 0)
		return says_of_what(reading);
	if (length == 2 && memcmp(name, "do", 2) == 0)
		return bids(reading);
	if (!content_word(reading, 0, &word))
		return false;
	if (length == 2 && memcmp(name, "to", 2) == 0)
		return is(&word, "to");
	return length == 4 && memcmp(name, "that", 4) == 0 && is(&word, "that");
}

/* Reads the value of an entry of cues.txt; true when it ends the search. */
static bool
heed_value(Reading *reading, NdWordValue value)
{
	bool		governs = false;

	for (uint32_t at = 0; at < value.length;)
	{
		const char *flag = value.bytes + at;
		uint32_t	length = 0;
		const char *colon;

		while (at + length < value.length && flag[length] != ' ')
			length++;
		colon = memchr(flag, ':', length);
		if (at == 0)
			reading->stance = stance_of(flag, length);
		else if (colon != NULL)
		{
			if (condition_holds(reading, flag, (uint32_t) (colon - flag)))
				reading->stance = stance_of(colon + 1, length - (uint32_t) (colon + 1 - flag));
		}
		else if (length == 3)
		{
			governs = true;
			reading->negated = !reading->negated;
		}
		else if (length == 4)
			reading->sure = true;
		else if (length == 6)
			reading->refuses = true;
		else if (length == 7)
			reading->hearsay = true;
		at += length + 1;
	}
	return !governs;
}

/* "repeated his promise": the noun tells what the verb does not. */
static void
heed_noun_after(Reading *reading, uint32_t at)
{
	for (; at < reading->count; at++)
	{
		const Word *word = &reading->words[at];
		uint32_t	entry;

		const NdLexicon *list = word->tag == ND_TAG_VBG ?
			&nd_lexicon_reporting_verbs : &nd_lexicon_reporting_nouns;

		if (word->tag != ND_TAG_NN && word->tag != ND_TAG_NNS && word->tag != ND_TAG_VBG)
			continue;
		entry = nd_lexicon_find(list, word->lemma, word->length);
		if (entry != UINT32_MAX)
			reading->stance = stance_of(nd_lexicon_value(list, entry).bytes,
										nd_lexicon_value(list, entry).length);
	}
}

static bool
heed_lists(Reading *reading, const Word *word)
{
	const NdLexicon *lists[] = {
		&nd_lexicon_reporting_verbs, &nd_lexicon_reporting_nouns, &nd_lexicon_reporting_adjectives
	};

	for (size_t i = 0; i < sizeof(lists) / sizeof(lists[0]); i++)
	{
		uint32_t	entry = nd_lexicon_find(lists[i], word->lemma, word->length);

		if (entry != UINT32_MAX)
		{
			NdWordValue value = nd_lexicon_value(lists[i], entry);

			reading->stance = stance_of(value.bytes, value.length);
			return true;
		}
	}
	return false;
}

static bool
is_auxiliary(const Word *word)
{
	return word->tag == ND_TAG_MD || is(word, "be") || is(word, "have") || is(word, "do") ||
		is(word, "express") || is(word, "give") || is(word, "voice") || is(word, "make") ||
		is(word, "remain") || is(word, "appear") || is(word, "seem");
}

static void
read_stance(Reading *reading)
{
	for (uint32_t at = 0; at < reading->count && !reading->known;)
	{
		const Word *word = &reading->words[at];
		uint32_t	used = 1;
		uint32_t	entry = find_phrase(reading, at, &used);

		if (entry != UINT32_MAX && !(used == 1 && is_auxiliary(word) && at + 1 < reading->count))
			reading->known = heed_value(reading, nd_lexicon_value(&nd_lexicon_cues, entry));
		else if (!is_auxiliary(word))
			reading->known = heed_lists(reading, word);
		if (is(word, "appear") || is(word, "seem"))
			reading->hearsay = true;
		at += used;
		if (reading->known && reading->stance == ND_STATE)
			heed_noun_after(reading, at);
	}
}

/* "expressed <optimism>": the noun tells what the verb does not. */
static void
read_stance_of_content(Reading *reading)
{
	const Word *verb = reading->count > 0 ? &reading->words[reading->count - 1] : NULL;
	Word		word;

	if (verb == NULL || !(is(verb, "express") || is(verb, "voice") || is(verb, "give")))
		return;
	for (uint32_t i = 0; i < 4 && content_word(reading, i, &word); i++)
		if (heed_lists(reading, &word))
			return;
}

/* The word that everything in the first sentence of the content hangs from. */
static uint32_t
content_root(const Reading *reading, uint32_t *first, uint32_t *end)
{
	const NdDocument *document = reading->document;
	NdSpan		span = reading->claim->content.spans[0];
	uint32_t	token = nd_token_after(document, span.start);
	uint32_t	sentence = reading->claim->sentence;
	uint32_t	low = 0;
	uint32_t	high = document->n_sentences;

	while (low < high)
	{
		uint32_t	middle = low + (high - low) / 2;

		if (document->sentences[middle].at.end > span.start)
			high = middle;
		else
			low = middle + 1;
	}
	if (low < document->n_sentences)
		sentence = low;
	*first = document->sentences[sentence].first_token;
	*end = *first + document->sentences[sentence].tokens;
	for (uint32_t i = token; i < *end && document->tokens[i].start < span.end; i++)
	{
		const NdToken *at = &document->tokens[i];
		uint32_t	head;

		if (at->relation == ND_REL_PUNCT)
			continue;
		if (at->head == ND_NONE)
			return i;
		head = *first + at->head;
		if (document->tokens[head].start < span.start || document->tokens[head].start >= span.end)
			return i;
	}
	return token;
}

/* "may", "could", "probably", "likely" beside the main verb. */
static bool
content_hedged(const Reading *reading)
{
	const NdDocument *document = reading->document;
	uint32_t	first;
	uint32_t	end;
	uint32_t	root;
	bool		hedged = false;

	if (reading->claim->content.count == 0)
		return false;
	root = content_root(reading, &first, &end);
	for (uint32_t i = first; i < end; i++)
	{
		const NdToken *token = &document->tokens[i];
		Word		word;

		if (i != root && (token->head == ND_NONE || first + token->head != root))
			continue;
		if (document->tokens[i].start < reading->claim->content.spans[0].start ||
			document->tokens[i].start >= reading->claim->content.spans[0].end)
			continue;
		read_word(document, i, false, &word);
		if (has(&nd_lexicon_negations, &word) || is(&word, "have"))
			return false;
		if (token->relation != ND_REL_AUX && token->relation != ND_REL_ADVMOD && i != root)
			continue;
		if (token->tag != ND_TAG_NNP)
			hedged = hedged || has(&nd_lexicon_hedges, &word);
	}
	return hedged;
}

NdManner
nd_claim_manner(const NdDocument *document, const NdClaim *claim)
{
	Reading		reading = {.document = document, .claim = claim};
	NdManner	manner = {.stance = ND_STATE};

	gather_words(&reading);
	read_stance(&reading);
	read_stance_of_content(&reading);
	if (reading.count == 0 && reading.negated)
		reading.negated = false;
	manner.stance = reading.stance;
	manner.negated = reading.negated;
	manner.denies = reading.negated ? reading.refuses : reading.stance == ND_DENY;
	manner.hedged = (reading.stance == ND_BELIEVE && !reading.sure) || reading.hearsay ||
		(reading.passive && claim->source.count == 0 && reading.stance == ND_STATE) ||
		content_hedged(&reading);
	return manner;
}
