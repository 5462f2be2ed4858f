/*
 * complete.h
 *		Claims that the trained models leave out.
 *
 * The corpus that they learned from marks no claim inside another, and sets
 * quotations without a cue apart only now and then. What is added here is
 * found in the dependency trees and the quotations by rule.
 */
#ifndef ND_COMPLETE_H
#define ND_COMPLETE_H

#include "claim/claim.h"

/*
 * Replaces *claims by the same claims and the ones found besides, ordered by
 * their cues; everything is allocated in `arena`. Time is linear in the text.
 * False when there is no memory or the poll callback says stop.
 */
extern bool nd_complete_claims(NdArena *arena, const NdDocument *document, NdClaims *claims);

#endif
