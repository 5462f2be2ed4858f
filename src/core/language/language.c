/*
 * language.c
 *		Parts of speech and trees of all sentences of a document.
 */
#include "language/language.h"

static bool
analyse_sentence(NdArena *arena, const NdEngine *engine, NdText text, NdToken *tokens,
				 uint32_t n)
{
	NdWord	   *words = nd_alloc_array(arena, n, sizeof(*words));
	uint8_t    *tags = nd_alloc_array(arena, n, sizeof(*tags));
	NdArc	   *arcs = nd_alloc_array(arena, n, sizeof(*arcs));

	if (words == NULL || tags == NULL || arcs == NULL)
		return false;
	for (uint32_t i = 0; i < n; i++)
		nd_word(text.bytes + tokens[i].start, tokens[i].end - tokens[i].start, words + i);
	if (!nd_tag(arena->context, &engine->tagger, words, n, tags) ||
		!nd_parse(arena, &engine->parser, words, tags, n, arcs))
		return false;
	for (uint32_t i = 0; i < n; i++)
	{
		tokens[i].tag = tags[i];
		tokens[i].head = arcs[i].head;
		tokens[i].relation = arcs[i].relation;
		tokens[i].margin = arcs[i].margin;
	}
	return true;
}

bool
nd_analyse_language(NdArena *arena, const NdEngine *engine, NdDocument *document)
{
	for (uint32_t i = 0; i < document->n_sentences; i++)
	{
		const NdSentence *sentence = document->sentences + i;
		NdMark		mark = nd_arena_mark(arena);
		bool		done;

		if (!nd_poll(arena->context))
			return false;
		done = analyse_sentence(arena, engine, document->text,
								document->tokens + sentence->first_token, sentence->tokens);
		nd_arena_rewind(arena, mark);
		if (!done)
			return false;
	}
	return true;
}
