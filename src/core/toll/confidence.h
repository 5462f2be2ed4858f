/*
 * confidence.h
 *		How often figures that were found in the same way are right.
 */
#ifndef ND_TOLL_CONFIDENCE_H
#define ND_TOLL_CONFIDENCE_H

#include "toll/draft.h"

/*
 * The entry of lexicon/toll_reliability.txt for a toll: what says the harm, and
 * what is counted. UINT32_MAX when the list has none.
 */
extern uint32_t nd_toll_grounds(const NdScene *scene, const NdTollDraft *draft);

/* The share of such figures that are right, in thousandths. */
extern uint16_t nd_grounds_reliability(uint32_t grounds);

#endif
