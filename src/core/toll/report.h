/*
 * report.h
 *		Which claim reports a figure.
 */
#ifndef ND_TOLL_REPORT_H
#define ND_TOLL_REPORT_H

#include "toll/toll.h"

/*
 * Sets the claim of every toll: the innermost one whose content has its number
 * in it; a claim that holds its content untrue negates the toll. What is
 * allocated in `arena` is given back. False when there is no memory.
 */
extern bool nd_report_tolls(NdArena *arena, const NdDocument *document,
							const NdClaims *claims, NdTolls *tolls);

#endif
