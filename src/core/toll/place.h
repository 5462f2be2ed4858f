/*
 * place.h
 *		Where the harm was done, as far as the sentence says.
 */
#ifndef ND_TOLL_PLACE_H
#define ND_TOLL_PLACE_H

#include "toll/draft.h"

/* The first name of a place after the figure, or before it; may be empty. */
extern NdSpan nd_toll_place(const NdScene *scene, const NdTollDraft *draft);

#endif
