/*
 * completion.h
 *		What the rules that add claims share.
 */
#ifndef ND_COMPLETION_H
#define ND_COMPLETION_H

#include "claim/claim.h"
#include "language/lemma.h"
#include "language/tagset.h"
#include "lexicon/lexicon.h"
#include "text/locate.h"

/* Tokens first .. end - 1; none where first >= end. */
typedef struct NdRun
{
	uint32_t	first;
	uint32_t	end;
} NdRun;

typedef struct NdCompletion
{
	NdArena    *arena;
	const NdDocument *document;
	NdClaim    *claims;
	uint32_t	count;
	uint32_t	room;
	bool	   *cue;			/* of each token: part of a cue */
	uint32_t   *content;		/* of each token: a claim whose content has it, or ND_NONE */
	bool		conversation;	/* an interview: lines begin with speakers */
	NdRun	   *subtrees;		/* of each token */
	uint32_t   *sentences;		/* of each token */
} NdCompletion;

/* The token's head in the document, or ND_NONE. */
extern uint32_t nd_head_of(const NdCompletion *completion, uint32_t token);

/* The first child with this relation within reach, or ND_NONE. */
extern uint32_t nd_child_of(const NdCompletion *completion, uint32_t token, unsigned relation);

/*
 * Adds a claim whose roles are up to two runs each (empty ones are left out),
 * trimmed of marks at the edges of source and cue. `rule` is an entry of
 * rule_confidences.txt. False without memory.
 */
extern bool nd_add_claim(NdCompletion *completion, const char *rule, NdRun source,
						 const NdRun cue[2], const NdRun content[2]);

/* How often a rule is right, in thousandths, by rule_confidences.txt. */
extern uint16_t nd_rule_confidence(const char *rule);

/* The value a list has for a token's base form, length 0 when it has none. */
extern NdWordValue nd_lemma_value(const NdCompletion *completion, const NdLexicon *lexicon,
								  uint32_t token);

/* Whether a token is this word, in lower case. */
extern bool nd_token_is(const NdCompletion *completion, uint32_t token, const char *word);

/* Whether a list has the token as it stands. */
extern bool nd_token_in(const NdCompletion *completion, const NdLexicon *lexicon, uint32_t token);

/*
 * The subject of a verb, or of the verb it shares its subject with; ND_NONE.
 * *passive tells that something is done to it (verb_cues.c).
 */
extern uint32_t nd_subject_of(const NdCompletion *completion, uint32_t verb, bool *passive);

/* Whether a noun or pronoun can speak. */
extern bool nd_may_be_source(const NdCompletion *completion, uint32_t subject);

/* Without commas and quotation marks at the edges. */
extern NdRun nd_trim_run(const NdCompletion *completion, NdRun run);

/* Content keeps its quotation marks, and loses a comma or stop outside them. */
extern NdRun nd_trim_content(const NdCompletion *completion, NdRun run);

/* The tokens that a span covers. */
extern NdRun nd_run_of(const NdCompletion *completion, NdSpan span);

/*
 * Whether a verb of saying and its subject stand between commas behind what is
 * said (trailing_cues.c).
 */
extern bool nd_read_trailing(const NdCompletion *completion, uint32_t verb, NdRun *source,
							 NdRun *content);

/* Gives whole sentences to who stands behind them (enclose.c). */
extern bool nd_enclose_claims(NdCompletion *completion);

/* Fills, trims and drops claims of the models that fell short (mend.c). */
extern bool nd_mend_claims(NdCompletion *completion);

/* Settles the models' claims, before any is added (settle.c). */
extern bool nd_settle_claims(NdCompletion *completion);

/* The rules. */
extern bool nd_add_by_chains(NdCompletion *completion);		/* chain_cues.c */
extern bool nd_add_by_verbs(NdCompletion *completion);		/* verb_cues.c */
extern bool nd_add_by_words(NdCompletion *completion);		/* word_cues.c */
extern bool nd_add_by_layout(NdCompletion *completion);		/* layout_cues.c */

#endif
