/*
 * engine.c
 *		Opens the weights that reading an article needs.
 */
#include "engine.h"

#include <string.h>

bool
nd_engine_open(NdContext *context, NdModelFiles files, NdEngine *engine)
{
	memset(engine, 0, sizeof(*engine));
	if (files.tagger.length != 0 &&
		!nd_tagger_open(context, files.tagger.bytes, files.tagger.length, &engine->tagger))
		return false;
	if (files.parser.length != 0 &&
		!nd_parser_open(context, files.parser.bytes, files.parser.length, &engine->parser))
		return false;
	return nd_claim_model_open(context, files.proposer.bytes, files.proposer.length,
							   files.decider.bytes, files.decider.length,
							   &engine->claims);
}
