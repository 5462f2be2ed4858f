/*
 * digest_json_read.c
 *		Findings from JSON.
 *
 * Only what the rest follows from is read; a key that is missing gives nothing
 * or the first of its values. So what is missing, not known or contradicts
 * shows when the findings are written as JSON again and compared. After a fault
 * reading goes on: whatever was read keeps to its bounds.
 */
#include "postgres.h"

#include "digest_json.h"
#include "toll.h"

/* Where the characters of a kept text are. */
typedef struct Places
{
	const NdKept *kept;
	uint32	   *first;			/* character that an excerpt begins with */
	uint32	   *bytes;			/* where a character begins */
	uint32		characters;
} Places;

typedef struct Reading
{
	NdReader   *reader;
	NdFindings *findings;
	Places		title;
	Places		body;
} Reading;

static void *
allocate(NdReader *reader, uint32 count, size_t size)
{
	void	   *memory = nd_alloc_array(&reader->arena, count, size);

	if (memory == NULL)
		nd_reader_report(reader);
	return memory;
}

/*
 * Kept words
 */

static uint32
byte_of(const Places *places, uint32 character)
{
	return places->bytes ? places->bytes[character] : character;
}

/* The last excerpt that begins at or before a place; there are some. */
static uint32
excerpt_at(const NdKept *kept, uint32 place)
{
	uint32		low = 0;
	uint32		high = kept->n_excerpts;

	while (high - low > 1)
	{
		uint32		middle = low + (high - low) / 2;

		if (kept->excerpts[middle].place <= place)
			low = middle;
		else
			high = middle;
	}
	return low;
}

/* The bytes of the kept text that stood at a place. */
static NdSpan
kept_span(const NdJsonObject *object, const char *key, const Places *places, NdSpan at)
{
	NdSpan		bytes = {0, 0};

	if (places->kept->n_excerpts > 0 && at.start < at.end)
	{
		uint32		number = excerpt_at(places->kept, at.start);
		uint32		place = places->kept->excerpts[number].place;
		uint32		first = places->first[number];
		uint32		characters = places->first[number + 1] - first;

		if (place <= at.start && at.end - place <= characters)
		{
			bytes.start = byte_of(places, first + (at.start - place));
			bytes.end = byte_of(places, first + (at.end - place));
			return bytes;
		}
	}
	nd_json_fail(object, key, "This place is in none of the excerpts.");
	return bytes;
}

static NdSpan
get_words(const NdJsonObject *object, const char *key, const Places *places)
{
	NdSpan		at = nd_json_span(object, key);

	return nd_span_empty(at) ? at : kept_span(object, key, places, at);
}

/* Places in text order; *count of them. */
static NdSpan *
get_all_words(const NdJsonObject *object, const char *key, const Places *places, uint32_t *count)
{
	JsonbContainer *array;
	NdSpan	   *spans;

	*count = nd_json_array(object, key, &array);
	spans = allocate(object->reader, *count, sizeof(NdSpan));
	for (uint32 i = 0; i < *count; i++)
	{
		NdSpan		at = nd_json_span_at(object, key, array, i);

		spans[i] = kept_span(object, key, places, at);
		if (i > 0 && spans[i].start < spans[i - 1].end)
			nd_json_fail(object, key, "Places must be in the order of the text.");
	}
	return spans;
}

static NdPieces
get_pieces(const NdJsonObject *object, const char *key, const Places *places)
{
	NdPieces	pieces;

	pieces.spans = get_all_words(object, key, places, &pieces.count);
	return pieces;
}

/* Puts the texts of excerpts one after another. */
static void
join_excerpts(NdReader *reader, NdKept *kept, const NdText *texts, Places *places)
{
	char	   *bytes = allocate(reader, kept->text.length, 1);
	uint32		used = 0;

	kept->text.bytes = bytes;
	if (!kept->counts_bytes)
		places->bytes = allocate(reader, kept->text.length + 1, sizeof(uint32));
	for (uint32 i = 0; i < kept->n_excerpts; i++)
	{
		uint32_t	next = texts[i].length;

		if (texts[i].length > 0)
			memcpy(bytes + used, texts[i].bytes, texts[i].length);
		kept->excerpts[i].start = used;
		places->first[i] = places->characters;
		if (kept->counts_bytes)
			places->characters += texts[i].length;
		else
			for (uint32 at = 0; at < texts[i].length; at = next)
			{
				nd_decode(texts[i], at, &next);
				places->bytes[places->characters++] = used + at;
			}
		used += texts[i].length;
	}
	places->first[kept->n_excerpts] = places->characters;
	if (places->bytes)
		places->bytes[places->characters] = used;
	if (!nd_characters_init(&reader->arena, kept->text, &kept->characters))
		nd_reader_report(reader);
}

static void
read_excerpts(const NdJsonObject *object, NdKept *kept, Places *places)
{
	JsonbContainer *array;
	NdText	   *texts;

	kept->n_excerpts = nd_json_array(object, "excerpts", &array);
	kept->excerpts = allocate(object->reader, kept->n_excerpts, sizeof(NdExcerpt));
	texts = allocate(object->reader, kept->n_excerpts, sizeof(NdText));
	places->first = allocate(object->reader, kept->n_excerpts + 1, sizeof(uint32));
	for (uint32 i = 0; i < kept->n_excerpts; i++)
	{
		NdJsonObject excerpt;

		if (!nd_json_object_at(object, "excerpts", array, i, &excerpt))
			continue;
		texts[i] = nd_json_text(&excerpt, "text");
		kept->excerpts[i].place = nd_json_number(&excerpt, "at");
		kept->text.length += texts[i].length;
	}
	join_excerpts(object->reader, kept, texts, places);
}

static void
read_kept(const NdJsonObject *root, const char *key, NdKept *kept, Places *places)
{
	NdJsonObject object;

	places->kept = kept;
	if (!nd_json_object(root, key, &object))
		return;
	read_excerpts(&object, kept, places);
	kept->names = get_all_words(&object, "names", places, &kept->n_names);
}

/*
 * Sources, claims, tolls
 */

static void
read_source(const NdJsonObject *object, NdFoundSource *source)
{
	source->kind = (NdSourceKind) nd_json_name(object, "kind", nd_source_kind_name,
											   ND_SOURCE_DOCUMENT + 1);
	source->key = nd_json_text(object, "key");
	source->name = nd_json_text(object, "name");
	source->role = nd_json_text(object, "role");
	source->first_at = nd_json_span(object, "first_at");
	source->mentions = nd_json_number(object, "mentions");
	source->claims = nd_json_number(object, "claims");
	source->denials = nd_json_number(object, "denials");
}

/* The index of a source with a number from 1. */
static uint32
source_index(const Reading *reading, const NdJsonObject *object, const char *key, uint32 number)
{
	if (number >= 1 && number <= reading->findings->n_sources)
		return number - 1;
	nd_json_fail(object, key, "There is no source with this number.");
	return ND_NONE;
}

static void
read_voice(const Reading *reading, const NdJsonObject *object, NdFoundClaim *claim)
{
	uint32		number = nd_json_number(object, "source_no");
	JsonbContainer *array;

	claim->source = number == 0 ? ND_NONE : source_index(reading, object, "source_no", number);
	claim->n_via = nd_json_array(object, "via_no", &array);
	claim->via = allocate(object->reader, claim->n_via, sizeof(uint32_t));
	for (uint32 i = 0; i < claim->n_via; i++)
	{
		number = nd_json_number_at(object, "via_no", array, i);
		claim->via[i] = source_index(reading, object, "via_no", number);
	}
}

static const Places *
places_of(const Reading *reading, NdPassageKind passage)
{
	return passage == ND_TITLE ? &reading->title : &reading->body;
}

static void
read_claim(const Reading *reading, const NdJsonObject *object, NdFoundClaim *claim)
{
	const Places *places;

	claim->number = nd_json_number(object, "claim_no");
	claim->parent = nd_json_number(object, "parent_no");
	claim->passage = (NdPassageKind) nd_json_name(object, "passage_kind", nd_passage_kind_name,
												  ND_BOILERPLATE + 1);
	claim->in_title = claim->passage == ND_TITLE;
	places = places_of(reading, claim->passage);
	read_voice(reading, object, claim);
	claim->source_at = get_pieces(object, "source_at", places);
	claim->cue = get_pieces(object, "cue_at", places);
	claim->content = get_pieces(object, "content_at", places);
	claim->manner.stance = (NdStance) nd_json_name(object, "stance", nd_stance_name, ND_N_STANCES);
	claim->manner.negated = nd_json_flag(object, "negated");
	claim->manner.denies = nd_json_flag(object, "denies");
	claim->manner.hedged = nd_json_name(object, "certainty", nd_certainty_name, 2) != 0;
	claim->quote = (NdQuoteKind) nd_json_name(object, "quote", nd_quote_kind_name, ND_INDIRECT + 1);
	claim->sentence = nd_json_number(object, "sentence_no");
	claim->said_on = nd_json_day(object, "said_on");
	claim->confidence = nd_json_thousandths(object, "confidence");
}

static NdTollValue
get_toll(const NdJsonObject *object)
{
	NdText		string = nd_json_string(object, "toll");
	NdTollValue toll = {0};
	NdTollFault fault = {"A toll must stand here.", 0};

	if (string.length > 0)
		fault = nd_toll_parse(string.bytes, string.length, &toll);
	if (fault.what)
		nd_json_fail(object, "toll", fault.what);
	return toll;
}

static void
read_toll(const Reading *reading, const NdJsonObject *object, NdFoundToll *toll)
{
	const Places *places;

	toll->number = nd_json_number(object, "toll_no");
	toll->value = get_toll(object);
	toll->passage = (NdPassageKind) nd_json_name(object, "passage_kind", nd_passage_kind_name,
												 ND_BOILERPLATE + 1);
	toll->in_title = toll->passage == ND_TITLE;
	places = places_of(reading, toll->passage);
	toll->at = get_words(object, "toll_at", places);
	toll->victims = get_words(object, "victims_at", places);
	toll->place = get_words(object, "place_at", places);
	toll->group = (NdVictimGroup) nd_json_name(object, "victim_group", nd_victim_group_name,
											   ND_VICTIM_GROUPS);
	toll->scope = (NdScope) nd_json_name(object, "scope", nd_scope_name, ND_HYPOTHETICAL + 1);
	toll->part_of = nd_json_number(object, "part_of");
	toll->negated = nd_json_flag(object, "negated");
	toll->claim = nd_json_number(object, "claim_no");
	toll->sentence = nd_json_number(object, "sentence_no");
	toll->happened_from = nd_json_day(object, "happened_from");
	toll->happened_until = nd_json_day(object, "happened_until");
	toll->confidence = nd_json_thousandths(object, "confidence");
}

static void
read_sources(const Reading *reading, const NdJsonObject *root)
{
	NdFindings *findings = reading->findings;
	JsonbContainer *array;
	NdJsonObject object;

	findings->n_sources = nd_json_array(root, "sources", &array);
	findings->sources = allocate(reading->reader, findings->n_sources, sizeof(NdFoundSource));
	for (uint32 i = 0; i < findings->n_sources; i++)
		if (nd_json_object_at(root, "sources", array, i, &object))
			read_source(&object, &findings->sources[i]);
}

static void
read_claims(const Reading *reading, const NdJsonObject *root, NdDigestForm form)
{
	NdFindings *findings = reading->findings;
	JsonbContainer *array;
	NdJsonObject object;

	findings->n_claims = form == ND_ONE_CLAIM ? 1 : nd_json_array(root, "claims", &array);
	findings->claims = allocate(reading->reader, findings->n_claims, sizeof(NdFoundClaim));
	if (form == ND_ONE_CLAIM)
		read_claim(reading, root, &findings->claims[0]);
	else
		for (uint32 i = 0; i < findings->n_claims; i++)
			if (nd_json_object_at(root, "claims", array, i, &object))
				read_claim(reading, &object, &findings->claims[i]);
}

static void
read_tolls(const Reading *reading, const NdJsonObject *root)
{
	NdFindings *findings = reading->findings;
	JsonbContainer *array;
	NdJsonObject object;

	findings->n_tolls = nd_json_array(root, "tolls", &array);
	findings->tolls = allocate(reading->reader, findings->n_tolls, sizeof(NdFoundToll));
	for (uint32 i = 0; i < findings->n_tolls; i++)
		if (nd_json_object_at(root, "tolls", array, i, &object))
			read_toll(reading, &object, &findings->tolls[i]);
}

bool
nd_findings_of_json(NdReader *reader, Jsonb *json, NdDigestForm form, NdFindings *findings,
					NdJsonFault *fault)
{
	Reading		reading = {.reader = reader, .findings = findings};
	NdJsonObject root = {reader, fault, &json->root, ""};

	memset(findings, 0, sizeof(*findings));
	if (!JB_ROOT_IS_OBJECT(json))
	{
		fault->what = "An object must stand here.";
		return false;
	}
	if (nd_json_number(&root, "version") != ND_DIGEST_VERSION)
		nd_json_fail(&root, "version", "This version is not known.");
	findings->fault = nd_json_text(&root, "error");
	if (findings->fault.length == 0)
	{
		findings->title.counts_bytes = findings->body.counts_bytes =
			nd_json_string(&root, "counts").length > 0;
		read_kept(&root, "title", &findings->title, &reading.title);
		read_kept(&root, "body", &findings->body, &reading.body);
		read_sources(&reading, &root);
		read_claims(&reading, &root, form);
		read_tolls(&reading, &root);
	}
	return fault->what == NULL;
}
