/*
 * locate.h
 *		From bytes to the tokens that stand there.
 */
#ifndef ND_LOCATE_H
#define ND_LOCATE_H

#include "text/document.h"

/*
 * The first token that ends after the byte; document->n_tokens when there is
 * none. Logarithmic in the number of tokens.
 */
extern uint32_t nd_token_after(const NdDocument *document, uint32_t byte);

#endif
