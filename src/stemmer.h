/*
 * stemmer.h
 *		Stems of words, in the server's encoding.
 */
#ifndef ND_STEMMER_H
#define ND_STEMMER_H

#include "fmgr.h"

#include "language/stem.h"
#include "text/text.h"

/* The stemmer of this backend, opened on first use and never closed. */
extern NdStemmer *nd_backend_stemmer(void);

/*
 * The stem of a word (language/stem.h), in the current memory context. NULL
 * where the server's encoding has no such characters.
 */
extern text *nd_stem_word(NdText word);

#endif
