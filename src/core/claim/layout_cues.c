/*
 * layout_cues.c
 *		Claims by the place of their words: quotations that stand alone, and
 *		what follows a speaker's name and a colon.
 */
#include "claim/completion.h"

#include <string.h>

#define NEARBY	400				/* tokens looked through for a name */
#define MOST_SPEAKERS	16		/* of a conversation, compared with each other */

static const NdRun none = {0, 0};

static uint32_t
first_token_of(const NdCompletion *completion, const NdParagraph *paragraph)
{
	return completion->document->sentences[paragraph->first_sentence].first_token;
}

static uint32_t
end_token_of(const NdCompletion *completion, const NdParagraph *paragraph)
{
	const NdSentence *last =
		&completion->document->sentences[paragraph->first_sentence + paragraph->sentences - 1];

	return last->first_token + last->tokens;
}

static bool
is_free(const NdCompletion *completion, NdRun run)
{
	for (uint32_t i = run.first; i < run.end; i++)
		if (completion->content[i] != ND_NONE || completion->cue[i])
			return false;
	return true;
}

/* A name or a role of up to five words, then a colon. */
static uint32_t
label_end(const NdCompletion *completion, NdRun line)
{
	for (uint32_t i = line.first + 1; i < line.end && i <= line.first + 6; i++)
	{
		if (nd_token_is(completion, i, ":"))
			return i;
		if (completion->document->tokens[i].tag == ND_TAG_COMMA ||
			completion->document->tokens[i].tag == ND_TAG_STOP ||
			nd_token_in(completion, &nd_lexicon_negations, i))
			break;
	}
	return ND_NONE;
}

static bool
begins_upper(const NdCompletion *completion, uint32_t token)
{
	uint32_t	next;
	uint32_t	at = completion->document->tokens[token].start;

	if (completion->document->text.bytes[at] == '@')
		return true;
	return nd_is_upper(nd_decode(completion->document->text, at, &next));
}

static bool
is_speaking_noun(const NdCompletion *completion, uint32_t token)
{
	return nd_lemma_value(completion, &nd_lexicon_person_nouns, token).bytes != NULL ||
		nd_lemma_value(completion, &nd_lexicon_body_nouns, token).bytes != NULL ||
		nd_token_in(completion, &nd_lexicon_person_nouns, token) ||
		nd_token_in(completion, &nd_lexicon_body_nouns, token);
}

static bool
is_listed_name(const NdCompletion *completion, uint32_t token)
{
	return nd_token_in(completion, &nd_lexicon_given_names, token) ||
		nd_token_in(completion, &nd_lexicon_countries, token) ||
		nd_token_in(completion, &nd_lexicon_organisations, token) ||
		nd_token_in(completion, &nd_lexicon_media_names, token);
}

/* Whether a word of the label stands in the text near it, too, with a capital. */
static bool
is_named_nearby(const NdCompletion *completion, NdRun label)
{
	const NdDocument *document = completion->document;
	const NdToken *last = &document->tokens[label.end - 1];
	uint32_t	length = last->end - last->start;
	uint32_t	first = label.first > NEARBY ? label.first - NEARBY : 0;
	uint32_t	end = document->n_tokens - label.end > NEARBY ? label.end + NEARBY : document->n_tokens;

	for (uint32_t i = first; i < end; i++)
		if ((i < label.first || i > label.end) && document->tokens[i].end - document->tokens[i].start == length &&
			memcmp(document->text.bytes + document->tokens[i].start,
				   document->text.bytes + last->start, length) == 0 &&
			(document->tokens[i].tag == ND_TAG_NNP || document->tokens[i].tag == ND_TAG_NNPS))
			return true;
	return false;
}

static bool
in_body(const NdCompletion *completion, uint32_t token)
{
	const NdDocument *document = completion->document;
	const NdSentence *sentence = &document->sentences[completion->sentences[token]];
	NdPassageKind kind = document->passages[document->paragraphs[sentence->paragraph].passage].kind;

	return kind == ND_BODY || kind == ND_CAPTION;
}

/*
 * "The council: ..." speaks, "Photo: ..." does not, nor does "Relieved: the man after
 * his rescue" below a picture.
 */
static bool
names_speaker(const NdCompletion *completion, NdRun label)
{
	uint32_t	last = label.end - 1;
	uint8_t		tag = completion->document->tokens[last].tag;
	uint8_t		first = completion->document->tokens[label.first].tag;

	if (!begins_upper(completion, label.first) ||
		nd_token_in(completion, &nd_lexicon_idle_labels, last) ||
		nd_token_in(completion, &nd_lexicon_idle_labels, label.first))
		return false;
	if (completion->conversation || is_listed_name(completion, last) ||
		is_listed_name(completion, label.first) ||
		completion->document->text.bytes[completion->document->tokens[label.first].start] == '@')
		return true;
	if (first == ND_TAG_PRPS && nd_lemma_value(completion, &nd_lexicon_reporting_nouns, last).bytes != NULL)
		return true;
	if (is_speaking_noun(completion, last))
		return !in_body(completion, last) || label.end - label.first > 1 ||
			completion->document->tokens[label.end + 1].quotation != ND_NONE;
	return (tag == ND_TAG_NNP || tag == ND_TAG_NNPS) &&
		(!in_body(completion, last) || is_named_nearby(completion, label) ||
		 completion->document->tokens[label.end + 1].quotation != ND_NONE);
}

static bool
add_label(NdCompletion *completion, NdRun line, bool *found)
{
	uint32_t	colon = label_end(completion, line);
	NdRun		content = {colon + 1, line.end};

	*found = false;
	if (colon == ND_NONE || colon + 2 >= line.end ||
		!completion->document->tokens[colon + 1].space_before ||
		!is_free(completion, (NdRun) {line.first, colon + 1}) ||
		!names_speaker(completion, (NdRun) {line.first, colon}))
		return true;
	if (!is_free(completion, (NdRun) {colon + 1, colon + 2}) ||
		completion->cue[line.end - 1])
		return true;
	*found = true;
	return nd_add_claim(completion, completion->conversation ? "speaker" : "label",
						(NdRun) {line.first, colon},
						(NdRun[2]) {{colon, colon + 1}, none}, (NdRun[2]) {content, none});
}

/* The tokens of a quotation with its marks. */
static NdRun
quotation_run(const NdCompletion *completion, uint32_t first, uint32_t end)
{
	uint32_t	quotation = completion->document->tokens[first].quotation;
	NdRun		run = {first, first};

	while (run.end < end && completion->document->tokens[run.end].quotation == quotation)
		run.end++;
	return run;
}

/*
 * Whole sentences in quotation marks that nobody is given for: in a new
 * paragraph, or after another sentence.
 */
static bool
add_floating(NdCompletion *completion, const NdParagraph *paragraph)
{
	const NdDocument *document = completion->document;
	uint32_t	end = end_token_of(completion, paragraph);

	for (uint32_t s = 0; s < paragraph->sentences; s++)
	{
		const NdSentence *sentence = &document->sentences[paragraph->first_sentence + s];
		uint32_t	first = sentence->first_token;
		NdRun		run;
		uint32_t	after;

		if (sentence->tokens == 0 || document->tokens[first].quotation == ND_NONE ||
			document->quotations[document->tokens[first].quotation].at.start !=
			document->tokens[first].start)
			continue;
		run = quotation_run(completion, first, end);
		after = run.end;
		if (run.end - run.first < 4 || !is_free(completion, run) ||
			(after < end && completion->sentences[after] == completion->sentences[run.end - 1]))
			continue;
		if (!nd_add_claim(completion, "quotation", none, (NdRun[2]) {none, none},
						  (NdRun[2]) {run, none}))
			return false;
	}
	return true;
}

static NdRun
line_of(const NdCompletion *completion, const NdParagraph *paragraph)
{
	return (NdRun) {first_token_of(completion, paragraph), end_token_of(completion, paragraph)};
}

/* Whether two labels are of the same words. */
static bool
same_label(const NdCompletion *completion, NdRun a, NdRun b)
{
	const NdDocument *document = completion->document;
	const NdToken *first = &document->tokens[a.first];
	const NdToken *second = &document->tokens[b.first];
	uint32_t	length = document->tokens[a.end - 1].end - first->start;

	return length == document->tokens[b.end - 1].end - second->start &&
		memcmp(document->text.bytes + first->start, document->text.bytes + second->start, length) == 0;
}

/*
 * Lines whose labels come back make an interview of a text; those of pictures
 * ("Relieved: ...") are new each time.
 */
static bool
is_conversation(const NdCompletion *completion)
{
	NdRun		labels[MOST_SPEAKERS];
	uint32_t	count = 0;
	uint32_t	repeated = 0;

	for (uint32_t p = 0; p < completion->document->n_paragraphs && repeated < 2; p++)
	{
		const NdParagraph *paragraph = &completion->document->paragraphs[p];
		NdRun		label;
		uint32_t	i;

		if (paragraph->sentences == 0 ||
			completion->document->passages[paragraph->passage].kind != ND_BODY)
			continue;
		label.first = first_token_of(completion, paragraph);
		label.end = label_end(completion, line_of(completion, paragraph));
		if (label.end == ND_NONE)
			continue;
		for (i = 0; i < count && !same_label(completion, labels[i], label); i++)
			;
		if (i < count)
			repeated++;
		else if (count < MOST_SPEAKERS)
			labels[count++] = label;
	}
	return repeated > 1;
}

/* "Its conclusion: ..." in the middle of a paragraph. */
static bool
add_inner_labels(NdCompletion *completion, const NdParagraph *paragraph)
{
	for (uint32_t s = 1; s < paragraph->sentences; s++)
	{
		const NdSentence *sentence =
			&completion->document->sentences[paragraph->first_sentence + s];
		NdRun		run = {sentence->first_token, sentence->first_token + sentence->tokens};
		bool		found;

		if (sentence->tokens > 4 && !add_label(completion, run, &found))
			return false;
	}
	return true;
}

bool
nd_add_by_layout(NdCompletion *completion)
{
	const NdDocument *document = completion->document;

	completion->conversation = is_conversation(completion);

	for (uint32_t p = 0; p < document->n_paragraphs; p++)
	{
		const NdParagraph *paragraph = &document->paragraphs[p];
		bool		label;

		if (paragraph->sentences == 0)
			continue;
		if (!add_label(completion, line_of(completion, paragraph), &label) ||
			(!label && (!add_floating(completion, paragraph) ||
						!add_inner_labels(completion, paragraph))))
			return false;
	}
	return true;
}
