/*
 * clause.h
 *		What the words of a clause do, as far as harm is concerned. Indexes are
 *		those of the scene; all functions take any index.
 */
#ifndef ND_CLAUSE_H
#define ND_CLAUSE_H

#include "toll/harm.h"

extern bool nd_is_finite_tag(uint8_t tag);
extern bool nd_is_verb_tag(uint8_t tag);

/* A mark that no subject reaches across; also the end of the sentence. */
extern bool nd_ends_clause(const NdScene *scene, uint32_t at);

/* A form of be; of be, have, get or remain. */
extern bool nd_is_be(const NdScene *scene, uint32_t at);
extern bool nd_is_auxiliary(const NdScene *scene, uint32_t at);

/* Whether an object begins here, so that the verb before is active. */
extern bool nd_object_follows(const NdScene *scene, uint32_t at);

/* Whether a verb that is used of things too speaks of people here. */
extern bool nd_harm_fits(const NdScene *scene, const NdClue *verb, const NdNumber *number,
						 const NdVictims *victims);

/*
 * Whether a state can be one of what the number counts: only people are
 * wounded, but files are missing.
 */
extern bool nd_state_fits(const NdScene *scene, uint8_t kind, const NdVictims *victims);

/* Fills *harm; true always. */
extern bool nd_harm_found(NdHarm *harm, uint8_t kind, NdHarmFrom from, uint32_t word);

/* The first token from `at` on that is more than an adverb or auxiliary. */
extern uint32_t nd_skip_fillers(const NdScene *scene, uint32_t at);

/*
 * Reads a state or participle at a token for people before it; `passive` after
 * a form of be. Fills *harm and returns true when there is one.
 */
extern bool nd_read_state(const NdScene *scene, uint32_t at, bool passive,
						  const NdNumber *number, const NdVictims *victims,
						  NdHarmFrom from, NdHarm *harm);

/*
 * The verb of the clause after the people (predicate.c). False where none was
 * met; *harm may then hold what a relative clause says, which is second best.
 */
extern bool nd_find_predicate(const NdScene *scene, const NdNumber *number,
							  const NdVictims *victims, NdHarm *harm);

#endif
