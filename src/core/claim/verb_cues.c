/*
 * verb_cues.c
 *		Claims inside claims, by verbs: "the minister said that the army had
 *		denied the report".
 */
#include "claim/completion.h"

#include <string.h>

static uint8_t
tag_of(const NdCompletion *completion, uint32_t token)
{
	return completion->document->tokens[token].tag;
}

static uint8_t
relation_of(const NdCompletion *completion, uint32_t token)
{
	return completion->document->tokens[token].relation;
}

static bool
is_verb(unsigned tag)
{
	return tag >= ND_TAG_VB && tag <= ND_TAG_VBZ;
}

/* The subject of a verb, or of the verb it shares its subject with. */
uint32_t
nd_subject_of(const NdCompletion *completion, uint32_t verb, bool *passive)
{
	for (unsigned steps = 0; steps < 3 && verb != ND_NONE; steps++)
	{
		uint32_t	subject = nd_child_of(completion, verb, ND_REL_NSUBJ);
		uint8_t		relation = relation_of(completion, verb);

		*passive = false;
		if (subject != ND_NONE)
			return subject;
		subject = nd_child_of(completion, verb, ND_REL_NSUBJ_PASS);
		if (subject != ND_NONE)
		{
			*passive = true;
			return subject;
		}
		if (relation != ND_REL_CONJ && relation != ND_REL_XCOMP && relation != ND_REL_ADVCL)
			return ND_NONE;
		verb = nd_head_of(completion, verb);
	}
	return ND_NONE;
}

/* The verb group from its first auxiliary, with a particle after it. */
static NdRun
cue_of(const NdCompletion *completion, uint32_t verb)
{
	NdRun		cue = {verb, verb + 1};
	uint32_t	particle = nd_child_of(completion, verb, ND_REL_COMPOUND_PRT);

	while (cue.first > completion->subtrees[verb].first && verb - cue.first < 6)
	{
		uint32_t	before = cue.first - 1;
		uint8_t		relation = relation_of(completion, before);

		if (relation != ND_REL_AUX && relation != ND_REL_AUX_PASS &&
			!(relation == ND_REL_ADVMOD && nd_head_of(completion, before) == verb &&
			  (nd_token_in(completion, &nd_lexicon_negations, before) ||
			   (before > 0 && relation_of(completion, before - 1) == ND_REL_AUX))))
			break;
		cue.first--;
	}
	if (particle == verb + 1)
		cue.end++;
	return cue;
}

/* What is said: all that hangs from the verb behind it. */
static NdRun
content_of(const NdCompletion *completion, uint32_t verb, NdRun cue, bool *clause)
{
	NdRun		content = {cue.end, completion->subtrees[verb].end};
	bool		found = false;

	*clause = false;
	for (uint32_t i = cue.end; i < content.end && i < cue.end + 60; i++)
	{
		uint8_t		relation = relation_of(completion, i);

		if (nd_head_of(completion, i) != verb)
			continue;
		if (relation == ND_REL_ADVCL && completion->subtrees[i].first == cue.end &&
			(tag_of(completion, cue.end) == ND_TAG_TO || tag_of(completion, cue.end) == ND_TAG_VBG))
			relation = ND_REL_XCOMP;
		if (relation == ND_REL_CONJ || relation == ND_REL_PARATAXIS || relation == ND_REL_ADVCL ||
			(relation == ND_REL_CC && found))
		{
			content.end = completion->subtrees[i].first;
			break;
		}
		if (relation == ND_REL_CCOMP || relation == ND_REL_XCOMP)
		{
			if (!found || (relation_of(completion, i) == ND_REL_CCOMP && !*clause))
				content.first = completion->subtrees[i].first;
			*clause = true;
			found = true;
		}
		else if (relation == ND_REL_OBJ || relation == ND_REL_OBL)
		{
			if (!found)
				content.first = completion->subtrees[i].first;
			found = true;
		}
	}
	if (!found)
		content.end = content.first;
	return content;
}

bool
nd_may_be_source(const NdCompletion *completion, uint32_t subject)
{
	uint8_t		tag = tag_of(completion, subject);

	if (tag == ND_TAG_EX || tag == ND_TAG_DT || tag == ND_TAG_CD || is_verb(tag))
		return false;
	if (tag == ND_TAG_PRP)
		return nd_token_in(completion, &nd_lexicon_pronouns, subject) &&
			!nd_token_is(completion, subject, "it");
	if (tag == ND_TAG_WDT || nd_token_is(completion, subject, "that") || nd_token_is(completion, subject, "which"))
		return false;
	if (tag == ND_TAG_NN || tag == ND_TAG_NNS)
		return nd_lemma_value(completion, &nd_lexicon_person_nouns, subject).bytes != NULL ||
			nd_lemma_value(completion, &nd_lexicon_body_nouns, subject).bytes != NULL;
	return true;
}

/* Whether a verb's entry names this word. */
static bool
entry_names(NdWordValue entry, const char *word, uint32_t length)
{
	for (uint32_t at = 0; at < entry.length;)
	{
		uint32_t	end = at;

		while (end < entry.length && entry.bytes[end] != ' ')
			end++;
		if (end - at == length && memcmp(entry.bytes + at, word, length) == 0)
			return true;
		at = end + 1;
	}
	return false;
}

/* "put the dead at 19" */
static bool
puts_at(const NdCompletion *completion, NdRun content)
{
	for (uint32_t i = content.first; i + 1 < content.end && i < content.first + 12; i++)
		if (nd_token_is(completion, i, "at") && tag_of(completion, i + 1) == ND_TAG_CD)
			return true;
	return false;
}

/*
 * Whether what follows a verb makes a claim of it; a preposition that the
 * verb governs goes over to the cue.
 */
static bool
is_claim(const NdCompletion *completion, NdWordValue entry, bool clause, NdRun *cue, NdRun *content)
{
	char		form[ND_WORD_BYTES];
	const NdToken *word;
	uint32_t	length;

	if (content->first >= content->end)
		return false;
	if (clause)
		return true;
	word = &completion->document->tokens[content->first];
	length = nd_word_normalise(completion->document->text.bytes + word->start,
							   word->end - word->start, form);
	if (content->first == cue->end && content->first + 1 < content->end &&
		entry_names(entry, form, length))
	{
		content->first++;
		cue->end++;
		return true;
	}
	if (entry_names(entry, "at", 2))
		return puts_at(completion, *content);
	return word->tag != ND_TAG_IN && entry_names(entry, "object", 6);
}

/* "Prices will fall, the bank said": what stands before the comma. */
static NdRun
content_before(const NdCompletion *completion, uint32_t verb, uint32_t subject, bool *clause)
{
	const NdDocument *document = completion->document;
	uint32_t	clause_head = nd_child_of(completion, verb, ND_REL_CCOMP);
	uint32_t	first = document->sentences[completion->sentences[verb]].first_token;
	uint32_t	end = completion->subtrees[subject].first;
	uint32_t	head = nd_head_of(completion, verb);

	if (verb < end)
		end = verb;
	if (clause_head == ND_NONE && relation_of(completion, verb) == ND_REL_PARATAXIS)
		clause_head = head;
	if (clause_head == ND_NONE || clause_head > end)
		clause_head = nd_child_of(completion, verb, ND_REL_ADVCL);
	*clause = clause_head != ND_NONE && clause_head < end &&
		tag_of(completion, completion->subtrees[clause_head].first) != ND_TAG_IN &&
		tag_of(completion, completion->subtrees[clause_head].first) != ND_TAG_WRB;
	if (!*clause || end == first || document->tokens[end - 1].tag != ND_TAG_COMMA)
		return (NdRun) {0, 0};
	return (NdRun) {first, end};
}

static bool
add_by_verb(NdCompletion *completion, uint32_t verb)
{
	NdWordValue entry = nd_lemma_value(completion, &nd_lexicon_inner_verbs, verb);
	NdRun		none = {0, 0};
	NdRun		cue;
	NdRun		content;
	uint32_t	subject;
	bool		passive;
	bool		clause;

	if (entry.bytes == NULL)
		return true;
	subject = nd_subject_of(completion, verb, &passive);
	if (subject == ND_NONE || passive || !nd_may_be_source(completion, subject))
		return true;
	cue = cue_of(completion, verb);
	content = content_of(completion, verb, cue, &clause);
	if (subject > verb || !is_claim(completion, entry, clause, &cue, &content))
	{
		content = content_before(completion, verb, subject, &clause);
		if (!is_claim(completion, entry, clause, &cue, &content))
			return true;
	}
	for (uint32_t i = cue.first; i < cue.end; i++)
		if (completion->cue[i])
			return true;
	return nd_add_claim(completion, completion->content[verb] != ND_NONE ? "verb inside" : "verb",
						completion->subtrees[subject], (NdRun[2]) {cue, none},
						(NdRun[2]) {content, none});
}

/* Whether a word that is tagged a noun is a verb of reporting by its form. */
static bool
is_mistagged(const NdCompletion *completion, uint32_t token)
{
	static const NdTag tags[] = {ND_TAG_VBZ, ND_TAG_VBD};
	const NdToken *word = &completion->document->tokens[token];
	const char *bytes = completion->document->text.bytes + word->start;
	char		lemma[ND_LEMMA_BYTES];

	if (word->tag != ND_TAG_NNS && word->tag != ND_TAG_NN && word->tag != ND_TAG_JJ &&
		word->relation != ND_REL_AMOD)
		return false;
	if (bytes[0] >= 'A' && bytes[0] <= 'Z')
		return false;
	for (size_t i = 0; i < sizeof(tags) / sizeof(tags[0]); i++)
	{
		uint32_t	length = nd_lemma(bytes, word->end - word->start, tags[i], lemma);

		if ((length != word->end - word->start || memcmp(lemma, bytes, length) != 0) &&
			nd_lexicon_find(&nd_lexicon_inner_verbs, lemma, length) != UINT32_MAX)
			return true;
	}
	return false;
}

/* What can follow a verb, but hardly a noun in the plural. */
static bool
opens_object(const NdCompletion *completion, uint32_t token)
{
	switch (tag_of(completion, token))
	{
		case ND_TAG_DT:
		case ND_TAG_CD:
		case ND_TAG_PRP:
		case ND_TAG_PRPS:
		case ND_TAG_VBG:
			return true;
		default:
			return nd_token_is(completion, token, "that") || nd_token_is(completion, token + 1, "that");
	}
}

/* What a sentence begins with, up to a verb: all of it the verb's subject. */
static NdRun
words_before(const NdCompletion *completion, uint32_t first, uint32_t verb)
{
	NdRun		run = nd_trim_run(completion, (NdRun) {first, verb});

	for (uint32_t i = run.first; i < run.end; i++)
		if (is_verb(tag_of(completion, i)) || completion->cue[i] || tag_of(completion, i) == ND_TAG_MD ||
			(i == run.first && tag_of(completion, i) == ND_TAG_IN) || tag_of(completion, i) == ND_TAG_CC)
			return (NdRun) {0, 0};
	return run;
}

/* "No one was hurt, confirmed rescue chief Jane Roe." */
static bool
add_inverted(NdCompletion *completion, NdRun sentence, uint32_t verb)
{
	NdRun		none = {0, 0};
	NdRun		source = words_before(completion, verb + 1, sentence.end);
	uint8_t		last;

	if (source.first >= source.end || source.end - source.first > 10)
		return true;
	last = tag_of(completion, source.end - 1);
	if (last != ND_TAG_NNP && last != ND_TAG_NN && last != ND_TAG_NNS)
		return true;
	return nd_add_claim(completion, "inverted", source, (NdRun[2]) {{verb, verb + 1}, none},
						(NdRun[2]) {{sentence.first, verb - 1}, none});
}

/*
 * "Mr Roe, 58, denies nine counts" with a noun for a verb, and ", the paper
 * states." at the end of a sentence: the trees are of no use there.
 */
static bool
add_mistagged(NdCompletion *completion, uint32_t verb)
{
	const NdDocument *document = completion->document;
	const NdSentence *sentence = &document->sentences[completion->sentences[verb]];
	uint32_t	first = sentence->first_token;
	uint32_t	end = first + sentence->tokens;
	uint32_t	comma = verb;
	NdRun		none = {0, 0};
	NdRun		source;
	NdRun		content;

	while (end > verb + 1 && tag_of(completion, end - 1) == ND_TAG_STOP)
		end--;
	/* "in five states voting on Tuesday" */
	if (verb == first || verb - first > 16 || tag_of(completion, verb - 1) == ND_TAG_CD ||
		(tag_of(completion, verb - 1) == ND_TAG_JJ &&
		 !nd_token_in(completion, &nd_lexicon_person_nouns, verb - 1)) ||
		!is_mistagged(completion, verb))
		return true;
	if (verb + 1 < end && opens_object(completion, verb + 1))
	{
		source = words_before(completion, first, verb);
		if (source.first >= source.end)
			return true;
		return nd_add_claim(completion, "form", source, (NdRun[2]) {{verb, verb + 1}, none},
							(NdRun[2]) {{verb + 1, end}, none});
	}
	if (nd_read_trailing(completion, verb, &source, &content) && completion->content[verb] == ND_NONE)
		return nd_add_claim(completion, "form", source, (NdRun[2]) {{verb, verb + 1}, none},
							(NdRun[2]) {content, none});
	if (verb > first + 2 && tag_of(completion, verb - 1) == ND_TAG_COMMA)
		return add_inverted(completion, (NdRun) {first, end}, verb);
	while (comma > first && verb - comma < 8 && tag_of(completion, comma) != ND_TAG_COMMA)
		comma--;
	if (verb + 1 != end || comma == first || tag_of(completion, comma) != ND_TAG_COMMA ||
		completion->content[first] != ND_NONE || completion->cue[first])
		return true;
	source = words_before(completion, comma + 1, verb);
	if (source.first >= source.end)
		return true;
	return nd_add_claim(completion, "form", source, (NdRun[2]) {{verb, verb + 1}, none},
						(NdRun[2]) {{first, comma}, none});
}

bool
nd_add_by_verbs(NdCompletion *completion)
{
	for (uint32_t i = 0; i < completion->document->n_tokens; i++)
	{
		if (completion->cue[i])
			continue;
		if (!is_verb(tag_of(completion, i)) || relation_of(completion, i) == ND_REL_AMOD)
		{
			if (!add_mistagged(completion, i))
				return false;
			continue;
		}
		if (relation_of(completion, i) == ND_REL_AUX ||
			relation_of(completion, i) == ND_REL_AUX_PASS)
			continue;
		if (!add_by_verb(completion, i))
			return false;
	}
	return true;
}
