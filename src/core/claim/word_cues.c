/*
 * word_cues.c
 *		Claims by an adverb of hearsay, a passive without a source, or a noun:
 *		"reportedly", "is believed to", "his denial that".
 */
#include "claim/completion.h"

static const NdRun none = {0, 0};

static uint8_t
relation_of(const NdCompletion *completion, uint32_t token)
{
	return completion->document->tokens[token].relation;
}

static bool
touches_cue(const NdCompletion *completion, NdRun run)
{
	for (uint32_t i = run.first; i < run.end; i++)
		if (completion->cue[i])
			return true;
	return false;
}

/* "Looters allegedly removed two faces": what the adverb stands in. */
static bool
add_hearsay(NdCompletion *completion, uint32_t adverb)
{
	uint32_t	verb = nd_head_of(completion, adverb);
	NdRun		clause;
	NdRun		cue = {adverb, adverb + 1};

	if (verb == ND_NONE)
		return true;
	clause = completion->subtrees[verb];
	for (uint32_t i = verb; i < clause.end && i < verb + 60; i++)
		if (nd_head_of(completion, i) == verb && relation_of(completion, i) == ND_REL_CONJ)
			clause.end = completion->subtrees[i].first;
	while (clause.first < adverb && relation_of(completion, clause.first) == ND_REL_MARK)
		clause.first++;
	return nd_add_claim(completion, "hearsay", none, (NdRun[2]) {cue, none},
						(NdRun[2]) {{clause.first, adverb}, {adverb + 1, clause.end}});
}

/* "It has been suggested that the ship belonged to him" */
static bool
add_expletive(NdCompletion *completion, uint32_t it, uint32_t verb)
{
	uint32_t	clause = nd_child_of(completion, verb, ND_REL_CCOMP);

	if (clause == ND_NONE)
		clause = nd_child_of(completion, verb, ND_REL_CSUBJ);
	if (clause == ND_NONE || clause < verb || verb - it > 6 ||
		touches_cue(completion, (NdRun) {it, verb + 1}))
		return true;
	return nd_add_claim(completion, "expletive", none, (NdRun[2]) {{it, verb + 1}, none},
						(NdRun[2]) {completion->subtrees[clause], none});
}

/* "is accused of paying too little": the word that hangs from "of" */
static uint32_t
charge_of(const NdCompletion *completion, uint32_t verb)
{
	uint32_t	charge = nd_child_of(completion, verb, ND_REL_ADVCL);

	if (charge == ND_NONE || charge < verb)
		charge = nd_child_of(completion, verb, ND_REL_OBL);
	return charge != ND_NONE && charge > verb &&
		nd_token_is(completion, completion->subtrees[charge].first, "of") ? charge : ND_NONE;
}

/* "They are believed to have fled": subject and infinitive are the content. */
static bool
add_passive(NdCompletion *completion, uint32_t verb)
{
	uint32_t	subject = nd_child_of(completion, verb, ND_REL_NSUBJ_PASS);
	uint32_t	auxiliary = nd_child_of(completion, verb, ND_REL_AUX_PASS);
	uint32_t	infinitive = nd_child_of(completion, verb, ND_REL_XCOMP);
	uint32_t	first;

	if (subject == ND_NONE || auxiliary == ND_NONE)
		return true;
	if (nd_token_is(completion, subject, "it"))
		return add_expletive(completion, subject, verb);
	if (infinitive == ND_NONE)
		infinitive = charge_of(completion, verb);
	if (infinitive == ND_NONE ||
		auxiliary > verb || subject > auxiliary || infinitive < verb ||
		nd_child_of(completion, verb, ND_REL_OBL_AGENT) != ND_NONE)
		return true;
	first = auxiliary;
	while (first > completion->subtrees[subject].end && relation_of(completion, first - 1) == ND_REL_AUX)
		first--;
	if (touches_cue(completion, (NdRun) {first, verb + 1}))
		return true;
	return nd_add_claim(completion, "passive", none, (NdRun[2]) {{first, verb + 1}, none},
						(NdRun[2]) {completion->subtrees[subject],
									{completion->subtrees[infinitive].first,
									 completion->subtrees[infinitive].end}});
}

/* The end of a clause: a comma or the end of the sentence. */
static uint32_t
clause_end(const NdCompletion *completion, uint32_t token)
{
	const NdDocument *document = completion->document;
	const NdSentence *sentence = &document->sentences[completion->sentences[token]];
	uint32_t	end = token;

	while (end < sentence->first_token + sentence->tokens &&
		   document->tokens[end].tag != ND_TAG_COMMA && document->tokens[end].tag != ND_TAG_STOP)
		end++;
	return end;
}

/* "rumours of a hammer", within what somebody says */
static bool
takes_of(const NdCompletion *completion, uint32_t noun)
{
	return completion->content[noun] != ND_NONE &&
		nd_value_is(nd_lemma_value(completion, &nd_lexicon_claim_nouns, noun), "of") &&
		(nd_token_is(completion, noun + 1, "of") || nd_token_is(completion, noun + 1, "about"));
}

/* "his denial that he knew", "claims that the bust lies in the river" */
static bool
add_noun(NdCompletion *completion, uint32_t noun)
{
	uint32_t	that = noun + 1;
	uint32_t	owner = nd_child_of(completion, noun, ND_REL_NMOD_POSS);
	NdRun		source = none;

	uint32_t	end = completion->subtrees[noun].end;
	uint32_t	cue_end = noun + 1;

	if (owner != ND_NONE && owner < noun)
		source = completion->subtrees[owner];
	/* "Her hope is that rain keeps them at home" */
	if (owner != ND_NONE && (nd_token_is(completion, that, "is") || nd_token_is(completion, that, "was")))
	{
		that++;
		end = clause_end(completion, that);
	}
	else if (nd_token_is(completion, that, "that") && end <= that + 1)
		end = clause_end(completion, that);
	while (that < end && that < noun + 6 && !nd_token_is(completion, that, "that") &&
		   completion->content[noun] != ND_NONE)
		that++;
	if (that + 1 >= end || !nd_token_is(completion, that, "that"))
	{
		that = noun + 1;
		end = completion->subtrees[noun].end;
		if (!takes_of(completion, noun) || that + 1 >= end)
			return true;
	}
	return nd_add_claim(completion, completion->content[noun] != ND_NONE ? "noun inside" : "noun",
						source, (NdRun[2]) {{noun, cue_end}, none}, (NdRun[2]) {{that, end}, none});
}

bool
nd_add_by_words(NdCompletion *completion)
{
	for (uint32_t i = 0; i < completion->document->n_tokens; i++)
	{
		uint8_t		tag = completion->document->tokens[i].tag;
		bool		done = true;

		if (completion->cue[i])
			continue;
		if (tag == ND_TAG_RB && nd_token_in(completion, &nd_lexicon_hearsay, i))
			done = add_hearsay(completion, i);
		else if (tag == ND_TAG_VBN && nd_token_in(completion, &nd_lexicon_hearsay_participles, i))
			done = add_passive(completion, i);
		else if ((tag == ND_TAG_NN || tag == ND_TAG_NNS) &&
				 nd_lemma_value(completion, &nd_lexicon_claim_nouns, i).bytes != NULL)
			done = add_noun(completion, i);
		if (!done)
			return false;
	}
	return true;
}
