/*
 * embedded.c
 *		Where the weights compiled into the library lie (embedded.S).
 */
#include "engine.h"

extern const unsigned char nd_tagger_weights[];
extern const unsigned char nd_parser_weights[];
extern const unsigned char nd_proposer_weights[];
extern const unsigned char nd_decider_weights[];
extern const uint64_t nd_tagger_weights_bytes;
extern const uint64_t nd_parser_weights_bytes;
extern const uint64_t nd_proposer_weights_bytes;
extern const uint64_t nd_decider_weights_bytes;

NdModelFiles
nd_embedded_models(void)
{
	NdModelFiles files = {
		{nd_tagger_weights, nd_tagger_weights_bytes},
		{nd_parser_weights, nd_parser_weights_bytes},
		{nd_proposer_weights, nd_proposer_weights_bytes},
		{nd_decider_weights, nd_decider_weights_bytes},
	};

	return files;
}
