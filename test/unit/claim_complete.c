/*
 * claim_complete.c
 *		The claims of whole texts: what the models leave out, cut off or get wrong.
 */
#include "unit.h"

#include "article.h"

#include <string.h>

static void
add_pieces(char *out, const NdDocument *document, const NdPieces *pieces)
{
	for (uint32_t i = 0; i < pieces->count; i++)
	{
		strcat(out, i > 0 ? " ... " : "");
		strncat(out, document->text.bytes + pieces->spans[i].start,
				pieces->spans[i].end - pieces->spans[i].start);
	}
	strcat(out, "|");
}

/* Reads a text and writes "source|cue|content|" of each claim to `out`. */
static void
read_all(const char *bytes, char *out)
{
	NdContext	context;
	NdArena		arena;
	NdEngine	engine;
	NdArticle	article;
	NdText		text = {bytes, (uint32_t) strlen(bytes)};
	NdText		title = {NULL, 0};

	out[0] = '\0';
	nd_context_init(&context);
	nd_arena_init(&arena, &context);
	if (nd_engine_open(&context, nd_embedded_models(), &engine) &&
		nd_read_article(&arena, &engine, text, title, &article))
		for (uint32_t i = 0; i < article.body_claims.count; i++)
		{
			add_pieces(out, &article.body, &article.body_claims.claims[i].source);
			add_pieces(out, &article.body, &article.body_claims.claims[i].cue);
			add_pieces(out, &article.body, &article.body_claims.claims[i].content);
		}
	nd_arena_free(&arena);
}

static bool
holds_claim(const char *text, const char *expected)
{
	char		found[8192];

	read_all(text, found);
	return strstr(found, expected) != NULL;
}

/* Whether one of the claims of a text is this. */
static bool
claims(const char *text, const char *expected)
{
	char		found[8192];

	read_all(text, found);
	if (strstr(found, expected) == NULL)
		printf("%s\n  expected %s\n  found    %s\n", text, expected, found);
	return strstr(found, expected) != NULL;
}

static void
check_trailing(void)
{
	CHECK(claims("At least 63 people have been killed and 112 are missing after the Vask dam burst above the city "
				 "of Sellin, the government said on Wednesday, as envoys met in Tassara to discuss a truce.\n",
				 "the government|said|At least 63 people have been killed and 112 are missing after the Vask dam "
				 "burst above the city of Sellin|"));
	CHECK(claims("The carrier lost 40 million euros, the chief executive told investors, blaming a mild winter.\n",
				 "the chief executive|told|The carrier lost 40 million euros|"));
	CHECK(!holds_claim("As rain fell on Marlow, officials spoke to reporters.\n", "officials|"));
}

static void
check_according(void)
{
	CHECK(claims("According to Kallio, shipments in the range of 4 million to 5 million will be seen by most "
				 "component suppliers in March.\n",
				 "Kallio|According to|shipments in the range of 4 million to 5 million will be seen by most "
				 "component suppliers in March|"));
	CHECK(claims("Only last year, according to the Marlow Clinic, 31 minors gave birth.\n",
				 "the Marlow Clinic|according to|Only last year ... 31 minors gave birth|"));
}

int
main(void)
{
	check_trailing();
	check_according();
	return unit_result();
}
