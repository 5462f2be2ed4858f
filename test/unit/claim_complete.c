/*
 * claim_complete.c
 *		The claims of whole texts: what the models leave out, cut off or get wrong.
 */
#include "unit.h"

#include "article.h"
#include "claim/completion.h"

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

/* Who stands behind a sentence says all of it, and the claims in it end with it. */
static void
check_enclosed(void)
{
	CHECK(claims("Norland accused Estmark of shelling the plant, the agency said in a statement.\n",
				 "Norland|accused|Estmark of shelling the plant|"
				 "the agency|said in a statement|Norland accused Estmark of shelling the plant|"));
	CHECK(claims("The rebels rejected the truce on Monday, two officials familiar with the talks told the Courier.\n",
				 "two officials familiar with the talks|told|The rebels rejected the truce on Monday|"));
	CHECK(claims("The minister denied the report, a person close to him told The Daily.\n",
				 "a person close to him|told|The minister denied the report|"));
	CHECK(claims("Norland will demand an apology, Prime Minister Jane Roe told parliament.\n",
				 "Norland|will demand|an apology|Prime Minister Jane Roe|told|Norland will demand an apology|"));
	CHECK(claims("Shares fell 3%, analysts at Goldstone said, adding that the bank expects more losses.\n",
				 "analysts at Goldstone|said|Shares fell 3%|"));
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

/* Words before a colon speak, or stand below a picture. */
static void
check_labels(void)
{
	CHECK(!holds_claim("The flood came at night.\n\nRelieved: The men were pulled out after two days\n\n"
					   "Ordeal: The bus lay in the mud\n\nRescue: Boats came from three towns\n\n"
					   "Nobody was hurt, and the road will open soon.\n",
					   "Relieved|:|"));
	CHECK(claims("The council met.\n\nRoe: We did all we could for the people of this town.\n\n"
				 "Vance: That is not what I heard.\n\nRoe: Then you should listen to them.\n\n"
				 "Vance: I do so every day.\n",
				 "Vance|:|I do so every day|"));
	CHECK(!holds_claim("Voters in five states voting on Tuesday are unhappy with the country.\n", "|states|"));
}

/* Every rule has a measured confidence, no two the same. */
static void
check_confidences(void)
{
	static const char *const rules[] = {
		"chain", "expletive", "filled", "form", "hearsay", "inverted", "label", "noun", "noun inside",
		"passive", "quotation", "speaker", "trailing", "verb", "verb inside"
	};

	for (size_t i = 0; i < sizeof(rules) / sizeof(rules[0]); i++)
	{
		CHECK(nd_rule_confidence(rules[i]) > 1 && nd_rule_confidence(rules[i]) < 1000);
		for (size_t k = 0; k < i; k++)
			CHECK(nd_rule_confidence(rules[k]) != nd_rule_confidence(rules[i]));
	}
}

int
main(void)
{
	check_trailing();
	check_enclosed();
	check_according();
	check_labels();
	check_confidences();
	return unit_result();
}
