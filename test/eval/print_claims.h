/*
 * print_claims.h
 *		Claims with their sources as JSON, in the form that the scorers read.
 */
#ifndef PRINT_CLAIMS_H
#define PRINT_CLAIMS_H

#include "source/source.h"

/* [{...}, ...]; offsets count characters. */
extern void print_claims(const NdDocument *document, const NdCharacters *characters,
						 const NdClaims *claims, const NdSources *sources);

/* The same without sources, and without the claims that rules have added. */
extern void print_attributions(const NdDocument *document, const NdCharacters *characters,
							   const NdClaims *claims);

#endif
