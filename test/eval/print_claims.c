/*
 * print_claims.c
 *		Claims with their sources as JSON.
 */
#include "print_claims.h"

#include "framed.h"

#include <stdio.h>

static const char *const quote_names[] = {"direct", "mixed", "indirect"};
static const char *const passage_names[] = {
	"title", "headline", "dateline", "byline", "body", "caption", "related", "boilerplate"
};

static void
print_key(const NdSources *sources, uint32_t identity)
{
	if (identity == ND_NONE)
		printf("null");
	else
		print_json_string(sources->identities[identity].key.bytes,
						  sources->identities[identity].key.length);
}

static void
print_voice(const NdSources *sources, const NdVoice *voice)
{
	printf("\"source_key\": ");
	print_key(sources, voice->source);
	printf(", \"source_kind\": \"%s\", \"source_role\": ",
		   nd_source_kind_name(voice->source == ND_NONE ? ND_SOURCE_UNKNOWN :
							   sources->identities[voice->source].kind));
	if (voice->source == ND_NONE)
		printf("null");
	else
		print_json_string(sources->identities[voice->source].role.bytes,
						  sources->identities[voice->source].role.length);
	printf(", \"via\": [");
	for (uint32_t i = 0; i < voice->n_via; i++)
	{
		printf("%s", i > 0 ? ", " : "");
		print_key(sources, voice->via[i]);
	}
	printf("], \"parent\": ");
	if (voice->parent == ND_NONE)
		printf("null");
	else
		printf("%u", voice->parent);
	printf(", \"stance\": \"%s\", \"negated\": %s, \"denies\": %s, \"certainty\": \"%s\", ",
		   nd_stance_name(voice->manner.stance), voice->manner.negated ? "true" : "false",
		   voice->manner.denies ? "true" : "false", voice->manner.hedged ? "hedged" : "certain");
	if (voice->said_on != ND_NO_DATE)
		printf("\"said_on\": %d, ", voice->said_on);
}

static void
print_places(const NdDocument *document, const NdCharacters *characters, const NdClaim *claim)
{
	const NdSentence *sentence = &document->sentences[claim->sentence];
	uint32_t	passage = document->paragraphs[sentence->paragraph].passage;

	printf("\"source\": ");
	print_spans(characters, claim->source.spans, claim->source.count);
	printf(", \"cue\": ");
	print_spans(characters, claim->cue.spans, claim->cue.count);
	printf(", \"content\": ");
	print_spans(characters, claim->content.spans, claim->content.count);
	printf(", \"quote\": \"%s\", \"passage\": \"%s\", \"confidence\": %.3f",
		   quote_names[claim->quote], passage_names[document->passages[passage].kind],
		   claim->confidence / 1000.0);
}

void
print_attributions(const NdDocument *document, const NdCharacters *characters,
				   const NdClaims *claims)
{
	const char *comma = "";

	printf("[");
	for (uint32_t i = 0; i < claims->count; i++)
		if (!claims->claims[i].added)
		{
			printf("%s{", comma);
			print_places(document, characters, &claims->claims[i]);
			printf("}");
			comma = ", ";
		}
	printf("]");
}

void
print_claims(const NdDocument *document, const NdCharacters *characters,
			 const NdClaims *claims, const NdSources *sources)
{
	printf("[");
	for (uint32_t i = 0; i < claims->count; i++)
	{
		if (i > 0)
			printf(", ");
		printf("{");
		print_voice(sources, &sources->voices[i]);
		print_places(document, characters, &claims->claims[i]);
		printf("}");
	}
	printf("]");
}
