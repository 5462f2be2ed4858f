/*
 * engine.h
 *		The weights and word lists that reading an article needs, checked once.
 *
 * An engine is read-only after nd_engine_open and holds no memory of its own,
 * so one serves any number of calls at a time.
 */
#ifndef ND_ENGINE_H
#define ND_ENGINE_H

#include "claim/model.h"
#include "language/parser.h"
#include "language/tagger.h"

/* A file of weights in memory, 8-byte aligned. */
typedef struct NdBlob
{
	const unsigned char *bytes;
	size_t		length;
} NdBlob;

typedef struct NdModelFiles
{
	NdBlob		tagger;
	NdBlob		parser;
	NdBlob		proposer;		/* proposes cues */
	NdBlob		decider;		/* decides the spans of each cue */
} NdModelFiles;

typedef struct NdEngine
{
	NdTagger	tagger;
	NdParser	parser;
	NdClaimModel claims;
} NdEngine;

/* The files of model/, compiled in (embedded.S). */
extern NdModelFiles nd_embedded_models(void);

/*
 * Checks every byte of the files that reading could follow (checksum, sizes,
 * offsets) and points *engine into them; they must outlive it. An absent file
 * (length 0) leaves its stage unusable, for the programs that train the next.
 * False with ND_DAMAGED otherwise.
 */
extern bool nd_engine_open(NdContext *context, NdModelFiles files, NdEngine *engine);

#endif
