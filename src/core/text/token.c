/*
 * token.c
 *		Splits sentences into tokens, by the conventions of UD English.
 *
 * A chunk of text between white space is an address, which is one token, or
 * words and marks. A word takes in the marks that stand inside words (3.5,
 * U.S., 9/11, AT&T, e-mail) and is then cut where two words are written as
 * one (don't, cannot, Miller's, 5pm).
 */
#include "text/read.h"

#include "lexicon/lexicon.h"
#include "text/abbreviation.h"
#include "text/address.h"
#include "text/mark.h"
#include "text/plain_word.h"

#define LONGEST_RUN		8		/* of one mark, before it becomes one token */
#define LONGEST_WORD	32		/* bytes, of a word that lists are asked for */
#define MOST_CLITICS	3		/* couldn't've */
#define SENTENCES_PER_POLL	64

typedef struct Splitter
{
	NdArena    *arena;
	NdDocument *document;
	NdText		text;
	uint32_t	room;			/* of document->tokens */
	NdSpan		sentence;
	uint32_t	chunk_end;		/* of the chunk that was last looked at */
	uint32_t	quotation;		/* outermost one that ends after the last token */
	uint32_t	quotations_end;
	uint16_t	space;
} Splitter;

static uint32_t
peek(const Splitter *splitter, uint32_t at, uint32_t *next)
{
	if (at >= splitter->sentence.end)
	{
		*next = at;
		return ' ';
	}
	return nd_decode(splitter->text, at, next);
}

static uint32_t
character_at(const Splitter *splitter, uint32_t at)
{
	uint32_t	next;

	return peek(splitter, at, &next);
}

/* The outermost quotation around a byte; bytes are asked for in order. */
static uint32_t
quotation_at(Splitter *splitter, uint32_t at)
{
	const NdQuotation *quotations = splitter->document->quotations;

	while (splitter->quotation < splitter->quotations_end)
	{
		const NdQuotation *quotation = &quotations[splitter->quotation];

		if (quotation->outer == ND_NONE && at < quotation->at.end)
			return at >= quotation->at.start ? splitter->quotation : ND_NONE;
		splitter->quotation++;
	}
	return ND_NONE;
}

static bool
add_token(Splitter *splitter, uint32_t start, uint32_t end)
{
	NdDocument *document = splitter->document;
	NdToken    *token;

	if (!nd_reserve(splitter->arena, &document->tokens, &splitter->room,
					document->n_tokens + 1, sizeof(NdToken)))
		return false;
	token = &document->tokens[document->n_tokens++];
	token->start = start;
	token->end = end;
	token->quotation = quotation_at(splitter, start);
	token->head = ND_NONE;
	token->space_before = splitter->space;
	splitter->space = 0;
	return true;
}

static bool
in_list(const Splitter *splitter, const NdLexicon *list, uint32_t start, uint32_t end)
{
	return nd_in_list(list, splitter->text, start, end);
}

/*
 * The end of the address that begins at `start`, or `start`. Looks at each
 * chunk once.
 */
static uint32_t
address_end(Splitter *splitter, uint32_t start)
{
	NdSpan		within = {start, splitter->sentence.end};

	if (start < splitter->chunk_end)
		return start;
	return nd_address_end(splitter->text, within, &splitter->chunk_end);
}

/*
 * Words
 */

/* A number of a telephone: 345-9945, 713-853-3989. */
static bool
is_telephone(const Splitter *splitter, uint32_t start, uint32_t hyphen)
{
	uint32_t	at = hyphen + 1;

	while (nd_is_digit(character_at(splitter, at)) && at - hyphen < 8)
		at++;
	if (hyphen - start < 3 || !nd_is_digit((unsigned char) splitter->text.bytes[hyphen - 1]) ||
		!nd_is_digit((unsigned char) splitter->text.bytes[hyphen - 2]) ||
		!nd_is_digit((unsigned char) splitter->text.bytes[hyphen - 3]) ||
		(hyphen - start > 3 && splitter->text.bytes[hyphen - 4] != '-'))
		return false;
	if (at - hyphen == 4)
		return splitter->text.bytes[at == splitter->sentence.end ? hyphen : at] == '-' &&
			at != splitter->sentence.end;
	return at - hyphen == 5;
}

/* Whether the hyphen at `at` belongs to the word that begins at `start`. */
static bool
joins_hyphen(const Splitter *splitter, uint32_t start, uint32_t at)
{
	if (is_telephone(splitter, start, at))
		return true;
	return nd_is_word(character_at(splitter, at + 1)) &&
		in_list(splitter, &nd_lexicon_hyphen_prefixes, start, at);
}

static bool
joins_comma(const Splitter *splitter, uint32_t before, uint32_t at)
{
	if (!nd_is_digit(before))
		return false;
	for (uint32_t i = 1; i <= 3; i++)
		if (!nd_is_digit(character_at(splitter, at + i)))
			return false;
	return !nd_is_digit(character_at(splitter, at + 4));
}

/* 9/11, 1/2, s/he, w/o, but: and / or */
static bool
joins_slash(uint32_t start, uint32_t before, uint32_t after, uint32_t at)
{
	if (nd_is_digit(before) && nd_is_digit(after))
		return true;
	return at == start + 1 && nd_is_letter(before) && nd_is_letter(after);
}

/*
 * Whether the mark c at `at` stands inside the word that begins at `start`.
 */
static bool
joins(const Splitter *splitter, uint32_t start, uint32_t before, uint32_t c, uint32_t at)
{
	uint32_t	next;
	uint32_t	after;

	(void) peek(splitter, at, &next);
	after = character_at(splitter, next);
	if (c == '_')
		return true;
	if (nd_is_hyphen(c))
		return joins_hyphen(splitter, start, at);
	if (c == '$')
		return at - start <= 2 && nd_is_upper(before);
	if (!nd_is_word(after))
		return false;
	if (c == '.')
		return true;
	if (nd_is_apostrophe(c))
		return nd_is_letter(after);
	if (c == ',')
		return joins_comma(splitter, before, at);
	if (c == ':')
		return nd_is_digit(before) && nd_is_digit(after);
	if (c == '/')
		return joins_slash(start, before, after, at);
	return c == '&' && nd_is_upper(before) && nd_is_upper(after);
}

/* The end of the word that begins at `start`, without a last full stop. */
static uint32_t
word_end(const Splitter *splitter, uint32_t start)
{
	uint32_t	before = ' ';
	uint32_t	at = start;
	uint32_t	next;

	while (at < splitter->sentence.end)
	{
		uint32_t	c = peek(splitter, at, &next);

		if (!nd_is_word(c) && (at == start || !joins(splitter, start, before, c, at)))
			break;
		before = c;
		at = next;
		if (c == '$')
			break;
	}
	return at;
}

/* Whether nothing but closing marks follows in the sentence. */
static bool
at_sentence_end(const Splitter *splitter, uint32_t at)
{
	uint32_t	next;

	for (int i = 0; i < 4 && at < splitter->sentence.end; i++)
	{
		uint32_t	c = peek(splitter, at, &next);

		if (!nd_is_quote(c) && !nd_is_closing_bracket(c) && !nd_is_space(c))
			return false;
		at = next;
	}
	return at >= splitter->sentence.end;
}

static bool
number_follows(const Splitter *splitter, uint32_t at)
{
	uint32_t	next;

	while (at < splitter->sentence.end && nd_is_space(peek(splitter, at, &next)))
		at = next;
	return nd_is_digit(character_at(splitter, at)) || character_at(splitter, at) == '#';
}

/* Whether the full stop at `at` belongs to the word before it. */
static bool
keeps_stop(const Splitter *splitter, uint32_t start, uint32_t at)
{
	uint32_t	word;

	if (character_at(splitter, at) != '.' || nd_is_terminator(character_at(splitter, at + 1)))
		return false;
	switch (nd_abbreviation(splitter->text, start, at, &word))
	{
		case ND_NO_ABBREVIATION:
			return false;
		case ND_ABBREVIATION_NUMBER:
			return number_follows(splitter, at + 1);
		case ND_ABBREVIATION_INITIAL:
		case ND_ABBREVIATION_GUESSED:
		case ND_ABBREVIATION_LAST:
			return !at_sentence_end(splitter, at + 1);
		default:
			return true;
	}
}

/* Where the n't or 's at the end of a word begins, or `end`. */
static uint32_t
clitic_start(const Splitter *splitter, uint32_t start, uint32_t end)
{
	static const char *const clitics[] = {"'s", "'m", "'d", "'ll", "'re", "'ve"};
	uint32_t	apostrophe = end;
	uint32_t	after = end;
	char		word[LONGEST_WORD];
	uint32_t	length;

	for (int letters = 0; letters < 3 && apostrophe > start; letters++)
	{
		uint32_t	c = nd_decode_before(splitter->text, apostrophe, &apostrophe);

		if (nd_is_apostrophe(c))
			break;
		after = apostrophe;
	}
	if (apostrophe <= start || !nd_is_apostrophe(character_at(splitter, apostrophe)))
		return end;
	length = nd_plain_word(splitter->text, apostrophe, end, word, LONGEST_WORD);
	if (length == 2 && word[1] == 't' && after - start > 2 &&
		nd_to_lower((unsigned char) splitter->text.bytes[apostrophe - 1]) == 'n')
		return apostrophe - 1 > start ? apostrophe - 1 : end;
	for (size_t i = 0; i < sizeof(clitics) / sizeof(clitics[0]); i++)
		if (length > 0 && nd_value_is((NdWordValue) {word, length}, clitics[i]))
			return apostrophe;
	return end;
}

/* 80's, 1930's */
static bool
is_decade(const Splitter *splitter, uint32_t start, uint32_t clitic)
{
	uint32_t	length = clitic - start;

	return (length == 2 || length == 4) && splitter->text.bytes[clitic - 1] == '0' &&
		nd_is_digit((unsigned char) splitter->text.bytes[start]);
}

/* Where a number ends that is written together with its unit, or `end`. */
static uint32_t
unit_start(const Splitter *splitter, uint32_t start, uint32_t end)
{
	uint32_t	at = end;

	if (!nd_is_digit((unsigned char) splitter->text.bytes[start]))
		return end;
	while (at > start && end - at < 8 &&
		   !nd_is_digit((unsigned char) splitter->text.bytes[at - 1]))
		at--;
	return in_list(splitter, &nd_lexicon_units, at, end) ? at : end;
}

/* Adds a word of a list of contractions as its parts. */
static bool
add_parts(Splitter *splitter, uint32_t start, uint32_t end, NdWordValue parts)
{
	uint32_t	at = start;
	uint32_t	next;

	for (uint32_t i = 0; i < parts.length; i++)
	{
		if (parts.bytes[i] != ' ')
		{
			(void) nd_decode(splitter->text, at, &next);
			at = next;
		}
		else
		{
			if (!add_token(splitter, start, at))
				return false;
			start = at;
		}
	}
	return add_token(splitter, start, end);
}

static bool
add_word(Splitter *splitter, uint32_t start, uint32_t end)
{
	char		word[LONGEST_WORD];
	uint32_t	length = nd_plain_word(splitter->text, start, end, word, LONGEST_WORD);
	uint32_t	entry = nd_lexicon_find(&nd_lexicon_contractions, word, length);
	uint32_t	cuts[MOST_CLITICS + 1];
	uint32_t	n = 0;

	if (length > 0 && entry != UINT32_MAX)
		return add_parts(splitter, start, end,
						 nd_lexicon_value(&nd_lexicon_contractions, entry));
	cuts[0] = end;
	while (n < MOST_CLITICS)
	{
		uint32_t	cut = clitic_start(splitter, start, cuts[n]);

		if (cut == cuts[n] || is_decade(splitter, start, cut))
			break;
		cuts[++n] = cut;
	}
	if (n == 0)
	{
		cuts[1] = unit_start(splitter, start, end);
		n = cuts[1] < end;
	}
	if (!add_token(splitter, start, cuts[n]))
		return false;
	for (; n > 0; n--)
		if (!add_token(splitter, cuts[n], cuts[n - 1]))
			return false;
	return true;
}

/*
 * Marks
 */

/* The end of a run of one mark. */
static uint32_t
run_end(const Splitter *splitter, uint32_t start, uint32_t *count)
{
	uint32_t	next;
	uint32_t	c = peek(splitter, start, &next);
	uint32_t	at = next;

	*count = 1;
	while (at < splitter->sentence.end && peek(splitter, at, &next) == c)
	{
		at = next;
		++*count;
	}
	return at;
}

/* :) ;-( */
static uint32_t
emoticon_end(const Splitter *splitter, uint32_t start)
{
	uint32_t	at = start + 1;
	uint32_t	c = character_at(splitter, start);

	if (c != ':' && c != ';' && c != '=')
		return start;
	if (character_at(splitter, at) == '-')
		at++;
	c = character_at(splitter, at);
	if (c != ')' && c != '(' && !((c == 'D' || c == 'P') &&
								  !nd_is_word(character_at(splitter, at + 1))))
		return start;
	return at + 1;
}

/* [...] */
static uint32_t
omission_end(const Splitter *splitter, uint32_t start)
{
	uint32_t	at = start + 1;
	uint32_t	next;

	if (character_at(splitter, start) != '[')
		return start;
	while (at - start < 6 && nd_is_terminator(peek(splitter, at, &next)))
		at = next;
	return at > start + 1 && character_at(splitter, at) == ']' ? at + 1 : start;
}

/* Marks that go together as a token when they repeat. */
static bool
repeats(uint32_t c)
{
	return c == '-' || c == '=' || c == '*' || c == '_' || c == '~' || c == '#' || c == '+' ||
		c == '<' || c == '>' || nd_is_apostrophe(c) || (nd_is_dash(c) && c != 0x2043);
}

static uint32_t
mark_end(const Splitter *splitter, uint32_t start)
{
	uint32_t	count;
	uint32_t	next;
	uint32_t	c = peek(splitter, start, &next);
	uint32_t	end = run_end(splitter, start, &count);

	if (count > LONGEST_RUN)
		return end;
	if (emoticon_end(splitter, start) > start)
		return emoticon_end(splitter, start);
	if (omission_end(splitter, start) > start)
		return omission_end(splitter, start);
	if (nd_is_terminator(c))
	{
		while (next < splitter->sentence.end && nd_is_terminator(peek(splitter, next, &end)))
			next = end;
		return next;
	}
	if (nd_is_apostrophe(c) && count > 2)
		return next;
	return count > 1 && repeats(c) ? end : next;
}

/*
 * The end of what the apostrophe at `start` begins: 'em, '90s, and the 's of
 * (CIA)'s; or `start`.
 */
static uint32_t
elision_end(const Splitter *splitter, uint32_t start)
{
	uint32_t	next;
	uint32_t	end;

	if (!nd_is_apostrophe(peek(splitter, start, &next)))
		return start;
	end = word_end(splitter, next);
	if (start > splitter->sentence.start &&
		(end - next == 1 || end - next == 2) && clitic_start(splitter, start - 1, end) == start)
		return end;
	if (in_list(splitter, &nd_lexicon_elisions, next, end))
		return end;
	if (end - next >= 2 && end - next <= 3 &&
		nd_is_digit((unsigned char) splitter->text.bytes[next]) &&
		nd_is_digit((unsigned char) splitter->text.bytes[next + 1]))
		return end;
	return start;
}

/* Adds the token or the word that begins at `start`; *end is set after it. */
static bool
add_next(Splitter *splitter, uint32_t start, uint32_t *end)
{
	*end = address_end(splitter, start);
	if (*end > start)
		return add_token(splitter, start, *end);
	if (nd_is_word(character_at(splitter, start)))
	{
		*end = word_end(splitter, start);
		if (keeps_stop(splitter, start, *end))
			++*end;
		return add_word(splitter, start, *end);
	}
	*end = elision_end(splitter, start);
	if (*end == start)
		*end = mark_end(splitter, start);
	return add_token(splitter, start, *end);
}

static bool
read_sentence(Splitter *splitter, NdSentence *sentence)
{
	NdDocument *document = splitter->document;

	splitter->sentence = sentence->at;
	splitter->chunk_end = sentence->at.start;
	sentence->first_token = document->n_tokens;
	for (uint32_t at = sentence->at.start, next; at < sentence->at.end; at = next)
	{
		uint32_t	c = nd_decode(splitter->text, at, &next);

		if (nd_is_space(c))
			splitter->space = 1;
		else if (!add_next(splitter, at, &next))
			return false;
	}
	sentence->tokens = document->n_tokens - sentence->first_token;
	return true;
}

bool
nd_find_tokens(NdArena *arena, NdDocument *document)
{
	Splitter	splitter = {.arena = arena,.document = document,.text = document->text};

	document->tokens = NULL;
	document->n_tokens = 0;
	for (uint32_t i = 0; i < document->n_sentences; i++)
	{
		NdSentence *sentence = &document->sentences[i];
		const NdParagraph *paragraph = &document->paragraphs[sentence->paragraph];
		uint32_t	before = i > 0 ? document->sentences[i - 1].at.end : 0;

		if (i % SENTENCES_PER_POLL == 0 && !nd_poll(arena->context))
			return false;
		if (i == paragraph->first_sentence)
		{
			splitter.quotation = paragraph->first_quotation;
			splitter.quotations_end = paragraph->first_quotation + paragraph->quotations;
		}
		splitter.space = before != sentence->at.start;
		if (!read_sentence(&splitter, sentence))
			return false;
	}
	return true;
}

bool
nd_token_is_word(const NdDocument *document, const NdToken *token)
{
	uint32_t	next;

	for (uint32_t at = token->start; at < token->end; at = next)
	{
		uint32_t	character = nd_decode(document->text, at, &next);

		if (nd_is_letter(character) || nd_is_digit(character))
			return true;
	}
	return false;
}
