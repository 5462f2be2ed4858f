/*
 * locate.c
 *		From bytes to the tokens that stand there.
 */
#include "text/locate.h"

uint32_t
nd_token_after(const NdDocument *document, uint32_t byte)
{
	uint32_t	low = 0;
	uint32_t	high = document->n_tokens;

	while (low < high)
	{
		uint32_t	middle = low + (high - low) / 2;

		if (document->tokens[middle].end > byte)
			high = middle;
		else
			low = middle + 1;
	}
	return low;
}
