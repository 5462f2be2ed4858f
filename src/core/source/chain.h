/*
 * chain.h
 *		Where a source has it from: "CNN, citing diplomats, said".
 */
#ifndef ND_CHAIN_H
#define ND_CHAIN_H

#include "source/refer.h"

/*
 * Sets the `via` of a claim's voice, whose figures are numbers of the cast.
 * False when there is no memory.
 */
extern bool nd_find_chain(NdReferrer *referrer, uint32_t claim, NdVoice *voice);

#endif
