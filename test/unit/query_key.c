/*
 * query_key.c
 *		Keys and plans: what an index says of findings never contradicts what
 *		matching says.
 */
#include "unit.h"

#include "query/plan.h"
#include "query/words.h"
#include "toll/compare.h"

#include <stdlib.h>
#include <string.h>

#define ROUNDS	20000

typedef struct Bench
{
	NdContext	context;
	NdArena		arena;
	NdStemmer	stemmer;
	uint64_t	random;
} Bench;

/* The constants are Knuth's. */
static uint32_t
below(Bench *bench, uint32_t limit)
{
	bench->random = bench->random * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
	return (uint32_t) (bench->random >> 33) % limit;
}

static NdText
text_of(const char *bytes)
{
	return (NdText) {bytes, (uint32_t) strlen(bytes)};
}

/*
 * Findings at random: few words, so that terms meet often
 */

static const char words[] =
	"Talks fail in Gaza. The talks failed; Reed's ships of war, the U.S. fleet, were hit: "
	"fighters killed 1,200 fighting men in Ostend, said a sailor who says that ships sail.";

static NdSpan
some_span(Bench *bench)
{
	uint32_t	start = below(bench, sizeof(words) - 20);

	return (NdSpan) {start, start + below(bench, 20)};
}

static NdPieces
some_pieces(Bench *bench)
{
	NdPieces	pieces = {nd_alloc_array(&bench->arena, 2, sizeof(NdSpan)), below(bench, 3)};

	pieces.spans[0] = some_span(bench);
	pieces.spans[1] = (NdSpan) {pieces.spans[0].end, sizeof(words) - 1};
	return pieces;
}

static void
fill_kept(Bench *bench, NdKept *kept)
{
	uint32_t	at = 0;
	NdSpan		word;

	kept->text = text_of(words);
	kept->names = nd_alloc_array(&bench->arena, sizeof(words), sizeof(NdSpan));
	while (nd_next_word(kept->text, &at, &word))
		if (below(bench, 5) == 0)
			kept->names[kept->n_names++] = word;
}

static NdTollValue
some_toll(Bench *bench)
{
	int64_t		low = below(bench, 12);
	NdHedge		hedge = (NdHedge) below(bench, ND_HEDGES);
	int64_t		high = hedge == ND_EXACT || hedge == ND_ABOUT || hedge == ND_ALMOST ? low :
		low + 1 + below(bench, 5);
	NdTollValue value = nd_toll_value((NdTollKind) below(bench, 2),
									  hedge == ND_AT_MOST || hedge == ND_LESS_THAN ? ND_NO_BOUND : low,
									  hedge == ND_AT_LEAST || hedge == ND_MORE_THAN ? ND_NO_BOUND : high,
									  hedge);

	CHECK(nd_toll_fault(&value) == NULL);
	return value;
}

static void
fill_claim(Bench *bench, NdFindings *findings, NdFoundClaim *claim)
{
	claim->number = (uint32_t) (claim - findings->claims) + 1;
	claim->source = below(bench, 4) == 0 ? ND_NONE : below(bench, findings->n_sources);
	claim->n_via = below(bench, 2);
	claim->via = nd_alloc(&bench->arena, sizeof(uint32_t));
	claim->via[0] = below(bench, findings->n_sources);
	claim->content = some_pieces(bench);
	claim->cue = some_pieces(bench);
	claim->manner.stance = below(bench, 2) ? ND_STATE : ND_DENY;
	claim->manner.hedged = below(bench, 2);
	claim->quote = below(bench, 2) ? ND_DIRECT : ND_INDIRECT;
	claim->passage = below(bench, 2) ? ND_BODY : ND_TITLE;
}

static void
fill_toll(Bench *bench, NdFindings *findings, NdFoundToll *toll, bool one_claim)
{
	toll->value = some_toll(bench);
	toll->at = some_span(bench);
	toll->victims = some_span(bench);
	toll->place = some_span(bench);
	toll->group = (NdVictimGroup) below(bench, 3);
	toll->negated = below(bench, 4) == 0;
	toll->claim = one_claim ? 1 : below(bench, findings->n_claims + 1);
	toll->passage = below(bench, 2) ? ND_BODY : ND_RELATED;
}

static void
fill_findings(Bench *bench, NdFindings *findings, bool one_claim)
{
	static const char *const keys[] = {"miller", "jane reed", "office of jane reed", "--"};

	memset(findings, 0, sizeof(*findings));
	fill_kept(bench, &findings->body);
	findings->n_sources = 4;
	findings->sources = nd_alloc_array(&bench->arena, 4, sizeof(NdFoundSource));
	for (unsigned i = 0; i < 4; i++)
	{
		findings->sources[i].key = text_of(keys[i]);
		findings->sources[i].kind = i % 2 ? ND_SOURCE_PERSON : ND_SOURCE_MEDIA;
	}
	findings->n_claims = one_claim ? 1 : below(bench, 4);
	findings->claims = nd_alloc_array(&bench->arena, 4, sizeof(NdFoundClaim));
	for (uint32_t i = 0; i < findings->n_claims; i++)
		fill_claim(bench, findings, &findings->claims[i]);
	findings->n_tolls = below(bench, 4);
	findings->tolls = nd_alloc_array(&bench->arena, 4, sizeof(NdFoundToll));
	for (uint32_t i = 0; i < findings->n_tolls; i++)
		fill_toll(bench, findings, &findings->tolls[i], one_claim);
}

/*
 * Queries at random
 */

static const char *const terms[] = {
	"talks", "talk", "fail", "reed", "gaza", "ship*", "f*", "us", "1200", "\"talks fail\"",
	"\"fighting men in\"", "\"the talks failed reed\"", "nowhere", "source:reed", "source:j*",
	"source:\"jane reed\"", "via:miller", "via:\"office of jane reed\"", "kind:person",
	"kind:m*", "kind:unknown", "stance:deny", "stance:state", "quote:direct", "certainty:hedged",
	"cue:say", "cue:\"said a sailor\"", "cue:sa*", "victims:fighter", "victims:\"fighting men\"",
	"victims:civilians", "victims:comb*", "passage:body", "passage:related", "killed > 4",
	"killed >? 4", "killed < 6", "killed <=? 6", "killed = 5", "killed =? 5", "killed 3..7",
	"wounded >= 0", "wounded >=? 0", "wounded <= 0", "killed =? 3..7"
};

typedef struct Writer
{
	char		bytes[4096];
	size_t		length;
} Writer;

static void
write_text(Writer *writer, const char *text)
{
	size_t		length = strlen(text);

	memcpy(writer->bytes + writer->length, text, length);
	writer->length += length;
}

static void
write_query(Bench *bench, Writer *writer, unsigned depth)
{
	switch (depth == 0 ? 9 : below(bench, 10))
	{
		case 0:
			write_text(writer, "!");
			write_query(bench, writer, depth - 1);
			return;
		case 1:
		case 2:
			write_text(writer, "[");
			write_query(bench, writer, depth - 1);
			write_text(writer, "]");
			return;
		case 3:
		case 4:
		case 5:
		case 6:
			write_text(writer, "(");
			write_query(bench, writer, depth - 1);
			write_text(writer, below(bench, 2) ? " & " : " | ");
			write_query(bench, writer, depth - 1);
			write_text(writer, ")");
			return;
	}
	write_text(writer, terms[below(bench, sizeof(terms) / sizeof(terms[0]))]);
}

/*
 * The property
 */

/* Which ranges have keys; ranges must be met without a gap. */
static NdTernary *
look_up(Bench *bench, const NdPlan *plan, const NdKeys *keys)
{
	NdTernary  *present = nd_alloc_array(&bench->arena, plan->n_ranges, sizeof(NdTernary));

	for (uint32_t r = 0; r < plan->n_ranges; r++)
	{
		int			last = -1;

		for (uint32_t k = 0; k < keys->count; k++)
		{
			int			side = nd_key_range_compare(&plan->ranges[r], keys->keys[k]);

			side = (side > 0) - (side < 0);
			CHECK(side >= last);
			last = side;
			if (side == 0)
				present[r] = ND_YES;
		}
	}
	return present;
}

static bool
agrees(NdTernary state, bool met)
{
	return state == ND_MAYBE || (state == ND_YES) == met;
}

static void
compare(Bench *bench, const NdFindings *findings, const NdQuery *query, bool one_claim)
{
	NdKeys		keys;
	NdPlan		plan;
	NdTernary  *present;
	bool		any = false;
	bool		met;
	NdTernary	state;

	CHECK(nd_query_matches(&bench->arena, &bench->stemmer, query, findings, one_claim, &met));
	CHECK(nd_findings_keys(&bench->arena, &bench->stemmer, findings, &keys));
	CHECK(nd_query_plan(&bench->arena, query, one_claim, &plan));
	present = look_up(bench, &plan, &keys);
	state = nd_plan_consistent(&plan, present);
	CHECK(agrees(state, met));
	for (uint32_t i = 0; i < plan.n_ranges; i++)
		any = any || present[i] == ND_YES;
	CHECK(any || plan.everything || !met);
	for (uint32_t i = 0; i < plan.n_ranges; i++)
		if (below(bench, 3) == 0)
			present[i] = ND_MAYBE;
	CHECK(agrees(nd_plan_consistent(&plan, present), met));
	CHECK(state != ND_MAYBE || nd_plan_consistent(&plan, present) == ND_MAYBE);
}

static void
property(Bench *bench)
{
	for (unsigned round = 0; round < ROUNDS; round++)
	{
		bool		one_claim = below(bench, 2);
		Writer		writer = {.length = 0};
		NdFindings	findings;
		NdQuery		query;
		NdQueryFault fault;

		fill_findings(bench, &findings, one_claim);
		write_query(bench, &writer, below(bench, 5));
		CHECK(nd_query_parse(&bench->arena, (NdText) {writer.bytes, (uint32_t) writer.length},
							 &query, &fault));
		CHECK(nd_query_stem(&bench->arena, &bench->stemmer, &query));
		compare(bench, &findings, &query, one_claim);
		nd_arena_free(&bench->arena);
	}
}

/*
 * Plans
 */

static NdPlan
plan_of(Bench *bench, const char *text, bool one_claim)
{
	NdQuery    *query = nd_alloc(&bench->arena, sizeof(NdQuery));
	NdQueryFault fault;
	NdPlan		plan;

	CHECK(nd_query_parse(&bench->arena, text_of(text), query, &fault));
	CHECK(nd_query_stem(&bench->arena, &bench->stemmer, query));
	CHECK(nd_query_plan(&bench->arena, query, one_claim, &plan));
	return plan;
}

static unsigned
looked_up(Bench *bench, const char *text)
{
	return plan_of(bench, text, true).n_ranges;
}

static void
ranges_beside_words(Bench *bench)
{
	CHECK(looked_up(bench, "talks") == 2);
	CHECK(looked_up(bench, "killed > 4") == 1);
	CHECK(looked_up(bench, "killed 3..7") == 2);
	CHECK(looked_up(bench, "talks & killed > 4") == 3);
	CHECK(looked_up(bench, "talks & ship*") == 2);
	CHECK(looked_up(bench, "talks & [ship* | killed > 4]") == 3);
	CHECK(looked_up(bench, "talks & !killed > 4") == 3);
	CHECK(looked_up(bench, "talks | killed > 4") == 3);
	CHECK(looked_up(bench, "talks & stance:deny") == 3);
	CHECK(looked_up(bench, "killed > 4 & stance:deny") == 2);
	CHECK(looked_up(bench, "killed > 4 & ship*") == 2);
	CHECK(looked_up(bench, "killed > 4 & (stance:deny | source:reed)") == 3);
	CHECK(looked_up(bench, "") == 0);
}

static void
everything(Bench *bench)
{
	CHECK(plan_of(bench, "!talks", true).everything);
	CHECK(plan_of(bench, "talks | !ships", true).everything);
	CHECK(plan_of(bench, "[!talks]", false).everything);
	CHECK(!plan_of(bench, "talks & !ships", true).everything);
	CHECK(!plan_of(bench, "", false).everything);
}

/* What keys say when all of them are there. */
static NdTernary
all_there(Bench *bench, const char *text, bool one_claim)
{
	NdPlan		plan = plan_of(bench, text, one_claim);
	NdTernary  *present = nd_alloc_array(&bench->arena, plan.n_ranges, sizeof(NdTernary));

	for (uint32_t i = 0; i < plan.n_ranges; i++)
		present[i] = ND_YES;
	return nd_plan_consistent(&plan, present);
}

static void
exactness(Bench *bench)
{
	CHECK(all_there(bench, "source:reed & stance:deny", true) == ND_YES);
	CHECK(all_there(bench, "[source:reed & stance:deny]", true) == ND_YES);
	CHECK(all_there(bench, "source:reed & stance:deny", false) == ND_YES);
	CHECK(all_there(bench, "[source:reed & stance:deny]", false) == ND_MAYBE);
	CHECK(all_there(bench, "[source:reed]", false) == ND_YES);
	CHECK(all_there(bench, "[killed > 4]", false) == ND_MAYBE);
	CHECK(all_there(bench, "killed > 4", false) == ND_YES);
	CHECK(all_there(bench, "killed 3..7", true) == ND_MAYBE);
	CHECK(all_there(bench, "killed >= 0", true) == ND_YES);
	CHECK(all_there(bench, "talks & killed > 4", true) == ND_MAYBE);
	CHECK(all_there(bench, "\"talks fail\"", true) == ND_MAYBE);
	CHECK(all_there(bench, "!source:reed", false) == ND_NO);
	CHECK(all_there(bench, "[!source:reed]", false) == ND_MAYBE);
}

/* A value too long for a key is found by its beginning, and checked again. */
static void
long_values(Bench *bench)
{
	char		value[1000];
	Writer		writer = {.length = 0};
	NdFindings	findings;
	NdQuery		query;
	NdQueryFault fault;

	memset(value, 'a', sizeof(value) - 1);
	value[sizeof(value) - 1] = '\0';
	for (unsigned i = 20; i + 20 < sizeof(value); i += 20)
		value[i] = ' ';
	fill_findings(bench, &findings, true);
	findings.claims[0].source = 0;
	findings.sources[0].key = text_of(value);
	write_text(&writer, "source:\"");
	write_text(&writer, value);
	write_text(&writer, "\"");
	CHECK(nd_query_parse(&bench->arena, (NdText) {writer.bytes, (uint32_t) writer.length},
						 &query, &fault));
	CHECK(nd_query_stem(&bench->arena, &bench->stemmer, &query));
	CHECK(query.terms[0].match == ND_MATCH_WHOLE);
	compare(bench, &findings, &query, true);
	value[sizeof(value) - 2] = 'b';
	compare(bench, &findings, &query, true);
}

static void
key_order(Bench *bench)
{
	NdText		low;
	NdText		high;
	NdText		word;

	CHECK(nd_key_of_point(&bench->arena, ND_KEY_TOLL_LOW, 255, &low));
	CHECK(nd_key_of_point(&bench->arena, ND_KEY_TOLL_LOW, 256, &high));
	CHECK(nd_key_of_text(&bench->arena, ND_KEY_WORD, text_of("zebra"), &word));
	CHECK(nd_key_compare(low, high) < 0 && nd_key_compare(high, low) > 0);
	CHECK(nd_key_compare(word, low) < 0);
	CHECK(nd_key_compare(low, low) == 0);
	CHECK(nd_key_point(high) == 256);
}

int
main(void)
{
	Bench		bench = {.random = 20240711};

	nd_context_init(&bench.context);
	nd_arena_init(&bench.arena, &bench.context);
	CHECK(nd_stemmer_open(&bench.context, &bench.stemmer));
	key_order(&bench);
	ranges_beside_words(&bench);
	everything(&bench);
	exactness(&bench);
	long_values(&bench);
	property(&bench);
	nd_arena_free(&bench.arena);
	nd_stemmer_close(&bench.stemmer);
	return unit_result();
}
