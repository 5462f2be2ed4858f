/*
 * digest_json_read.c
 *		Findings from JSON.
 *
 * Only what the rest follows from is read; a key that is missing gives nothing
 * or the first of its values. So what is missing, not known or contradicts
 * shows when the findings are written as JSON again and compared. The first
 * fault is kept, and reading goes on: whatever was read keeps to its bounds.
 */
#include "postgres.h"

#include "miscadmin.h"
#include "utils/builtins.h"
#include "utils/datetime.h"
#include "utils/numeric.h"

#include "digest_json.h"
#include "input.h"
#include "published.h"
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
	NdJsonFault *fault;
	Places		title;
	Places		body;
} Reading;

/* An object, and where it stands. */
typedef struct Object
{
	Reading    *reading;
	JsonbContainer *container;
	const char *path;
} Object;

static const char *
path_of(const Object *object, const char *key)
{
	return object->path[0] == '\0' ? pstrdup(key) : psprintf("%s.%s", object->path, key);
}

static void
fail(const Object *object, const char *key, const char *what)
{
	NdJsonFault *fault = object->reading->fault;

	if (fault->what)
		return;
	fault->path = path_of(object, key);
	fault->what = what;
}

static void *
allocate(Reading *reading, uint32 count, size_t size)
{
	void	   *memory = nd_alloc_array(&reading->reader->arena, count, size);

	if (memory == NULL)
		nd_reader_report(reading->reader);
	return memory;
}

/*
 * Single values
 */

/* The value of a key, or NULL. */
static const JsonbValue *
get(const Object *object, const char *key)
{
	const JsonbValue *value = getKeyJsonValueFromContainer(object->container, key,
														   (int) strlen(key), NULL);

	return value && value->type != jbvNull ? value : NULL;
}

/* One of a type, which others are a fault. */
static const JsonbValue *
get_typed(const Object *object, const char *key, enum jbvType type, const char *what)
{
	const JsonbValue *value = get(object, key);

	if (value == NULL || value->type == type)
		return value;
	fail(object, key, what);
	return NULL;
}

/* A number times a thousand, or -1 where it has more places or is too large. */
static int64
thousandths_of(const JsonbValue *value)
{
	const char *digits = DatumGetCString(DirectFunctionCall1(numeric_out,
															 NumericGetDatum(value->val.numeric)));
	int64		number = 0;
	int			places = -1;

	for (; *digits && number < PG_INT32_MAX * INT64CONST(1000); digits++)
	{
		if (*digits == '.' && places < 0)
			places = 0;
		else if (*digits < '0' || *digits > '9' || places == 3)
			return -1;
		else
		{
			number = number * 10 + (*digits - '0');
			places += places >= 0;
		}
	}
	for (places = Max(places, 0); places < 3; places++)
		number *= 10;
	return *digits ? -1 : number;
}

/* A whole number of a value, or a fault. */
static uint32
number_of(const Object *object, const char *key, const JsonbValue *value)
{
	int64		number = value->type == jbvNumeric ? thousandths_of(value) : -1;

	if (number < 0 || number % 1000 != 0 || number / 1000 > PG_INT32_MAX)
	{
		fail(object, key, "A whole number must stand here, from 0 to 2147483647.");
		return 0;
	}
	return (uint32) (number / 1000);
}

static uint32
get_number(const Object *object, const char *key)
{
	const JsonbValue *value = get(object, key);

	return value ? number_of(object, key, value) : 0;
}

static uint16
get_confidence(const Object *object)
{
	const JsonbValue *value = get(object, "confidence");
	int64		number = value && value->type == jbvNumeric ? thousandths_of(value) : -1;

	if (number < 0 || number > 1000)
	{
		fail(object, "confidence", "A number from 0 to 1 with up to three places must stand here.");
		return 0;
	}
	return (uint16) number;
}

static bool
get_flag(const Object *object, const char *key)
{
	const JsonbValue *value = get_typed(object, key, jbvBool, "True or false must stand here.");

	return value && value->val.boolean;
}

static const JsonbValue *
get_string(const Object *object, const char *key)
{
	return get_typed(object, key, jbvString, "A string must stand here.");
}

/* In UTF-8; a character that it lacks becomes an ill-formed byte. */
static NdText
get_text(const Object *object, const char *key)
{
	const JsonbValue *value = get_string(object, key);
	NdReader   *reader = object->reading->reader;
	NdInput		input = {{NULL, 0}};

	if (value && !nd_input_open(reader, cstring_to_text_with_len(value->val.string.val,
																 value->val.string.len), &input))
		nd_reader_report(reader);
	return input.text;
}

/* The number below `count` that a function gives this name for, or a fault. */
static unsigned
get_name(const Object *object, const char *key, const char *(*name_of) (unsigned), unsigned count)
{
	const JsonbValue *value = get_string(object, key);

	if (value == NULL)
		return 0;
	for (unsigned number = 0; number < count; number++)
	{
		const char *name = name_of(number);

		if (name && strlen(name) == (size_t) value->val.string.len &&
			memcmp(name, value->val.string.val, value->val.string.len) == 0)
			return number;
	}
	fail(object, key, "There is no such name here.");
	return 0;
}

/* Digits up to a mark, or -1. Ahead of the mark stands at most what a date has. */
static int
scan_digits(const char **text, const char *end, char mark)
{
	int			number = 0;
	const char *at = *text;

	while (at < end && at < *text + 7 && *at >= '0' && *at <= '9')
		number = number * 10 + (*at++ - '0');
	if (at == *text || (mark ? at == end || *at != mark : at != end))
		return -1;
	*text = at + 1;
	return number;
}

/* A day that is none of the calendar shows when it is written again. */
static int32_t
get_day(const Object *object, const char *key)
{
	const JsonbValue *value = get_string(object, key);
	const char *text;
	const char *end;
	bool		before_christ;
	int			year;
	int			month;
	int			day;

	if (value == NULL)
		return ND_NO_DATE;
	text = value->val.string.val;
	end = text + value->val.string.len;
	before_christ = text < end && *text == '-';
	text += before_christ;
	year = scan_digits(&text, end, '-');
	month = year < 0 ? -1 : scan_digits(&text, end, '-');
	day = month < 0 ? -1 : scan_digits(&text, end, '\0');
	if (month < 1 || month > 12 || day < 1 || day > 31 ||
		!IS_VALID_JULIAN(before_christ ? -year : year, month, day))
	{
		fail(object, key, "A day must stand here, as in \"2031-05-14\".");
		return ND_NO_DATE;
	}
	return date2j(before_christ ? -year : year, month, day) - UNIX_EPOCH_JDATE;
}

static NdTollValue
get_toll(const Object *object)
{
	const JsonbValue *value = get_string(object, "toll");
	NdTollValue toll = {0};
	NdTollFault fault = {"A toll must stand here.", 0};

	if (value)
		fault = nd_toll_parse(value->val.string.val, value->val.string.len, &toll);
	if (fault.what)
		fail(object, "toll", fault.what);
	return toll;
}

/*
 * Arrays
 */

static JsonbContainer *
container_of(const JsonbValue *value, uint32 flag)
{
	if (value->type != jbvBinary || (value->val.binary.data->header & flag) == 0)
		return NULL;
	return value->val.binary.data;
}

/* The array of a key and how many elements it has; 0 where there is none. */
static uint32
get_array(const Object *object, const char *key, JsonbContainer **array)
{
	const JsonbValue *value = get(object, key);

	if (value == NULL)
		return 0;
	*array = container_of(value, JB_FARRAY);
	if (*array == NULL)
	{
		fail(object, key, "An array must stand here.");
		return 0;
	}
	return JsonContainerSize(*array);
}

static bool
get_element(const Object *object, const char *key, JsonbContainer *array, uint32 number,
			Object *element)
{
	CHECK_FOR_INTERRUPTS();
	element->reading = object->reading;
	element->path = psprintf("%s[%u]", path_of(object, key), number);
	element->container = container_of(getIthJsonbValueFromContainer(array, number), JB_FOBJECT);
	if (element->container == NULL)
		fail(object, psprintf("%s[%u]", key, number), "An object must stand here.");
	return element->container != NULL;
}

/* Two numbers in an array. */
static NdSpan
span_of(const Object *object, const char *key, const JsonbValue *value)
{
	JsonbContainer *array = container_of(value, JB_FARRAY);
	NdSpan		span = {0, 0};

	if (array == NULL || JsonContainerSize(array) != 2)
	{
		fail(object, key, "A place must stand here: an array of two numbers.");
		return span;
	}
	span.start = number_of(object, key, getIthJsonbValueFromContainer(array, 0));
	span.end = number_of(object, key, getIthJsonbValueFromContainer(array, 1));
	return span;
}

static NdSpan
get_span(const Object *object, const char *key)
{
	const JsonbValue *value = get(object, key);
	NdSpan		none = {0, 0};

	return value ? span_of(object, key, value) : none;
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
kept_span(const Object *object, const char *key, const Places *places, NdSpan at)
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
	fail(object, key, "This place is in none of the excerpts.");
	return bytes;
}

static NdSpan
get_words(const Object *object, const char *key, const Places *places)
{
	const JsonbValue *value = get(object, key);
	NdSpan		none = {0, 0};

	return value ? kept_span(object, key, places, span_of(object, key, value)) : none;
}

/* Places in text order; *count of them. */
static NdSpan *
get_all_words(const Object *object, const char *key, const Places *places, uint32_t *count)
{
	JsonbContainer *array = NULL;
	NdSpan	   *spans;

	*count = get_array(object, key, &array);
	spans = allocate(object->reading, *count, sizeof(NdSpan));
	for (uint32 i = 0; i < *count; i++)
	{
		NdSpan		at = span_of(object, key, getIthJsonbValueFromContainer(array, i));

		spans[i] = kept_span(object, key, places, at);
		if (i > 0 && spans[i].start < spans[i - 1].end)
			fail(object, key, "Places must be in the order of the text.");
	}
	return spans;
}

static NdPieces
get_pieces(const Object *object, const char *key, const Places *places)
{
	NdPieces	pieces;

	pieces.spans = get_all_words(object, key, places, &pieces.count);
	return pieces;
}

/* Puts the texts of excerpts one after another. */
static void
join_excerpts(Reading *reading, NdKept *kept, const NdText *texts, Places *places)
{
	char	   *bytes = allocate(reading, kept->text.length, 1);
	uint32		used = 0;

	kept->text.bytes = bytes;
	if (!kept->counts_bytes)
		places->bytes = allocate(reading, kept->text.length + 1, sizeof(uint32));
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
	if (!nd_characters_init(&reading->reader->arena, kept->text, &kept->characters))
		nd_reader_report(reading->reader);
}

static void
read_excerpts(const Object *object, NdKept *kept, Places *places)
{
	JsonbContainer *array = NULL;
	NdText	   *texts;

	kept->n_excerpts = get_array(object, "excerpts", &array);
	kept->excerpts = allocate(object->reading, kept->n_excerpts, sizeof(NdExcerpt));
	texts = allocate(object->reading, kept->n_excerpts, sizeof(NdText));
	places->first = allocate(object->reading, kept->n_excerpts + 1, sizeof(uint32));
	for (uint32 i = 0; i < kept->n_excerpts; i++)
	{
		Object		excerpt;

		if (!get_element(object, "excerpts", array, i, &excerpt))
			continue;
		texts[i] = get_text(&excerpt, "text");
		kept->excerpts[i].place = get_number(&excerpt, "at");
		kept->text.length += texts[i].length;
	}
	join_excerpts(object->reading, kept, texts, places);
}

static void
read_kept(const Object *root, const char *key, NdKept *kept, Places *places)
{
	const JsonbValue *value = get(root, key);
	Object		object = {root->reading, NULL, key};

	places->kept = kept;
	if (value == NULL)
		return;
	object.container = container_of(value, JB_FOBJECT);
	if (object.container == NULL)
	{
		fail(root, key, "An object must stand here.");
		return;
	}
	read_excerpts(&object, kept, places);
	kept->names = get_all_words(&object, "names", places, &kept->n_names);
}

/*
 * Sources, claims, tolls
 */

static void
read_source(const Object *object, NdFoundSource *source)
{
	source->kind = (NdSourceKind) get_name(object, "kind", nd_source_kind_name,
										   ND_SOURCE_DOCUMENT + 1);
	source->key = get_text(object, "key");
	source->name = get_text(object, "name");
	source->role = get_text(object, "role");
	source->first_at = get_span(object, "first_at");
	source->mentions = get_number(object, "mentions");
	source->claims = get_number(object, "claims");
	source->denials = get_number(object, "denials");
}

/* The index of a source with a number from 1. */
static uint32
source_index(const Object *object, const char *key, uint32 number)
{
	if (number >= 1 && number <= object->reading->findings->n_sources)
		return number - 1;
	fail(object, key, "There is no source with this number.");
	return ND_NONE;
}

static void
read_voice(const Object *object, NdFoundClaim *claim)
{
	uint32		number = get_number(object, "source_no");
	JsonbContainer *array = NULL;

	claim->source = number == 0 ? ND_NONE : source_index(object, "source_no", number);
	claim->n_via = get_array(object, "via_no", &array);
	claim->via = allocate(object->reading, claim->n_via, sizeof(uint32_t));
	for (uint32 i = 0; i < claim->n_via; i++)
	{
		number = number_of(object, "via_no", getIthJsonbValueFromContainer(array, i));
		claim->via[i] = source_index(object, "via_no", number);
	}
}

static const Places *
places_of(const Object *object, NdPassageKind passage)
{
	return passage == ND_TITLE ? &object->reading->title : &object->reading->body;
}

static void
read_claim(const Object *object, NdFoundClaim *claim)
{
	const Places *places;

	claim->number = get_number(object, "claim_no");
	claim->parent = get_number(object, "parent_no");
	claim->passage = (NdPassageKind) get_name(object, "passage_kind", nd_passage_kind_name,
											  ND_BOILERPLATE + 1);
	claim->in_title = claim->passage == ND_TITLE;
	places = places_of(object, claim->passage);
	read_voice(object, claim);
	claim->source_at = get_pieces(object, "source_at", places);
	claim->cue = get_pieces(object, "cue_at", places);
	claim->content = get_pieces(object, "content_at", places);
	claim->manner.stance = (NdStance) get_name(object, "stance", nd_stance_name, ND_N_STANCES);
	claim->manner.negated = get_flag(object, "negated");
	claim->manner.denies = get_flag(object, "denies");
	claim->manner.hedged = get_name(object, "certainty", nd_certainty_name, 2) != 0;
	claim->quote = (NdQuoteKind) get_name(object, "quote", nd_quote_kind_name, ND_INDIRECT + 1);
	claim->sentence = get_number(object, "sentence_no");
	claim->said_on = get_day(object, "said_on");
	claim->confidence = get_confidence(object);
}

static void
read_toll(const Object *object, NdFoundToll *toll)
{
	const Places *places;

	toll->number = get_number(object, "toll_no");
	toll->value = get_toll(object);
	toll->passage = (NdPassageKind) get_name(object, "passage_kind", nd_passage_kind_name,
											 ND_BOILERPLATE + 1);
	toll->in_title = toll->passage == ND_TITLE;
	places = places_of(object, toll->passage);
	toll->at = get_words(object, "toll_at", places);
	toll->victims = get_words(object, "victims_at", places);
	toll->place = get_words(object, "place_at", places);
	toll->group = (NdVictimGroup) get_name(object, "victim_group", nd_victim_group_name,
										   ND_VICTIM_GROUPS);
	toll->scope = (NdScope) get_name(object, "scope", nd_scope_name, ND_HYPOTHETICAL + 1);
	toll->part_of = get_number(object, "part_of");
	toll->negated = get_flag(object, "negated");
	toll->claim = get_number(object, "claim_no");
	toll->sentence = get_number(object, "sentence_no");
	toll->happened_from = get_day(object, "happened_from");
	toll->happened_until = get_day(object, "happened_until");
	toll->confidence = get_confidence(object);
}

static void
read_sources(const Object *root, NdFindings *findings)
{
	JsonbContainer *array = NULL;
	Object		object;

	findings->n_sources = get_array(root, "sources", &array);
	findings->sources = allocate(root->reading, findings->n_sources, sizeof(NdFoundSource));
	for (uint32 i = 0; i < findings->n_sources; i++)
		if (get_element(root, "sources", array, i, &object))
			read_source(&object, &findings->sources[i]);
}

static void
read_claims(const Object *root, NdDigestForm form, NdFindings *findings)
{
	JsonbContainer *array = NULL;
	Object		object;

	findings->n_claims = form == ND_ONE_CLAIM ? 1 : get_array(root, "claims", &array);
	findings->claims = allocate(root->reading, findings->n_claims, sizeof(NdFoundClaim));
	if (form == ND_ONE_CLAIM)
		read_claim(root, &findings->claims[0]);
	else
		for (uint32 i = 0; i < findings->n_claims; i++)
			if (get_element(root, "claims", array, i, &object))
				read_claim(&object, &findings->claims[i]);
}

static void
read_tolls(const Object *root, NdFindings *findings)
{
	JsonbContainer *array = NULL;
	Object		object;

	findings->n_tolls = get_array(root, "tolls", &array);
	findings->tolls = allocate(root->reading, findings->n_tolls, sizeof(NdFoundToll));
	for (uint32 i = 0; i < findings->n_tolls; i++)
		if (get_element(root, "tolls", array, i, &object))
			read_toll(&object, &findings->tolls[i]);
}

bool
nd_findings_of_json(NdReader *reader, Jsonb *json, NdDigestForm form, NdFindings *findings,
					NdJsonFault *fault)
{
	Reading		reading = {.reader = reader, .findings = findings, .fault = fault};
	Object		root = {&reading, &json->root, ""};

	memset(findings, 0, sizeof(*findings));
	if (!JB_ROOT_IS_OBJECT(json))
	{
		fault->what = "An object must stand here.";
		return false;
	}
	if (get_number(&root, "version") != ND_DIGEST_VERSION)
		fail(&root, "version", "This version is not known.");
	findings->fault = get_text(&root, "error");
	if (findings->fault.length == 0)
	{
		findings->title.counts_bytes = findings->body.counts_bytes = get(&root, "counts") != NULL;
		read_kept(&root, "title", &findings->title, &reading.title);
		read_kept(&root, "body", &findings->body, &reading.body);
		read_sources(&root, findings);
		read_claims(&root, form, findings);
		read_tolls(&root, findings);
	}
	return fault->what == NULL;
}
