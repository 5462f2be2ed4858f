/*
 * highlight.c
 *		Articles as HTML: marks, escapes, and elements that nest.
 */
#include "digest/highlight.h"

#include "articles.h"
#include "digest/digest.h"
#include "text/line.h"
#include "unit.h"

#define MOST_ELEMENTS	64

typedef struct Case
{
	NdContext	context;
	NdArena		arena;
	NdEngine	engine;
	NdFindings	findings;
	NdText		html;
} Case;

static NdText
text_of(const char *string)
{
	return (NdText) {string, (uint32_t) strlen(string)};
}

static bool
analyse(Case *of, NdText body, bool counts_bytes)
{
	nd_context_init(&of->context);
	nd_arena_init(&of->arena, &of->context);
	return nd_engine_open(&of->context, nd_embedded_models(), &of->engine) &&
		nd_analyse_article(&of->arena, &of->engine, body, (NdText) {NULL, 0}, 19800,
						   counts_bytes, &of->findings);
}

static void
end(Case *of)
{
	nd_arena_free(&of->arena);
	CHECK(of->context.held_bytes == 0);
}

/*
 * A reader of HTML that knows what nd_highlight may write
 */

typedef struct Html
{
	NdText		html;
	uint32_t	at;
	char	   *text;			/* what it shows, a newline after each paragraph */
	uint32_t	length;
	uint32_t	open;			/* elements */
	uint32_t	claims;
	uint32_t	tolls;
	const char *wrong;			/* what is not well-formed */
} Html;

static bool
skip(Html *html, const char *string)
{
	uint32_t	length = (uint32_t) strlen(string);

	if (html->html.length - html->at < length ||
		memcmp(html->html.bytes + html->at, string, length) != 0)
		return false;
	html->at += length;
	return true;
}

static void
read_character(Html *html)
{
	static const char *const entities[] = {"&amp;", "&lt;", "&gt;", "&quot;", "&#39;", "&#xFFFD;"};
	static const char shown[] = "&<>\"'?";
	char		c = html->html.bytes[html->at];
	uint32_t	next;

	for (unsigned i = 0; i < 6; i++)
		if (skip(html, entities[i]))
		{
			html->text[html->length++] = shown[i];
			return;
		}
	if (c == '&' || c == '<' || c == '>' || c == '"' || c == '\'' ||
		nd_decode(html->html, html->at, &next) == ND_ILL_FORMED)
		html->wrong = "a character is not escaped";
	else
		for (; html->at < next; html->at++)
			html->text[html->length++] = html->html.bytes[html->at];
}

/* Attributes are shown nowhere, but must be as well-formed as text. */
static void
read_attributes(Html *html)
{
	uint32_t	length = html->length;

	while (html->wrong == NULL && skip(html, " data-"))
	{
		while (html->html.bytes[html->at] == '-' ||
			   (html->html.bytes[html->at] >= 'a' && html->html.bytes[html->at] <= 'z'))
			html->at++;
		if (!skip(html, "=\""))
			html->wrong = "an attribute has no value";
		while (html->wrong == NULL && html->at < html->html.length && !skip(html, "\""))
			read_character(html);
	}
	html->length = length;
	if (!skip(html, ">"))
		html->wrong = "a tag has no end";
}

static void
read_inside_paragraph(Html *html)
{
	if (skip(html, "</span>"))
	{
		if (html->open == 0)
			html->wrong = "no element is open";
		else
			html->open--;
	}
	else if (skip(html, "<span class=\"nd-claim nd-source\"") ||
			 skip(html, "<span class=\"nd-claim nd-cue\"") ||
			 skip(html, "<span class=\"nd-claim nd-content\""))
	{
		html->claims++;
		html->open++;
		read_attributes(html);
	}
	else if (skip(html, "<span class=\"nd-toll\""))
	{
		html->tolls++;
		html->open++;
		read_attributes(html);
	}
	else
		read_character(html);
	if (html->open > MOST_ELEMENTS)
		html->wrong = "too many elements are open";
}

/* Reads a fragment; html->text is the caller's to free. */
static Html
read_html(NdText text)
{
	Html		html = {.html = text, .text = malloc(text.length + 1)};

	while (html.at < text.length && html.wrong == NULL)
	{
		if (!skip(&html, "<p>"))
			html.wrong = "a paragraph is expected";
		while (html.wrong == NULL && html.at < text.length && !skip(&html, "</p>\n"))
			read_inside_paragraph(&html);
		if (html.open > 0)
			html.wrong = "an element is open at the end of a paragraph";
		html.text[html.length++] = '\n';
	}
	if (html.wrong)
		printf("%s: %.*s\n", html.wrong, (int) (text.length - html.at), text.bytes + html.at);
	return html;
}

/* Whether what HTML shows is the body, line by line, ill-formed bytes as ?. */
static bool
shows(NdArena *arena, const Html *html, NdText body)
{
	NdLine	   *lines;
	uint32_t	n;
	uint32_t	at = 0;

	if (!nd_read_lines(arena, body, &lines, &n))
		return false;
	for (uint32_t i = 0; i < n; i++)
	{
		uint32_t	next;

		for (uint32_t byte = lines[i].at.start; byte < lines[i].at.end; byte = next)
		{
			bool		ill = nd_decode(body, byte, &next) == ND_ILL_FORMED;

			if (ill ? html->text[at] != '?' : memcmp(html->text + at, body.bytes + byte, next - byte) != 0)
				return false;
			at += ill ? 1 : next - byte;
		}
		if (html->text[at++] != '\n')
			return false;
	}
	return at == html->length;
}

/* Highlights a body, which may not be that of the findings. */
static Html
check_html(Case *of, NdText body)
{
	Html		html = {.text = NULL};

	CHECK(nd_highlight(&of->arena, body, &of->findings, &of->html));
	html = read_html(of->html);
	CHECK(html.wrong == NULL);
	CHECK(shows(&of->arena, &html, body));
	return html;
}

static unsigned claim_elements;
static unsigned toll_elements;

static void
check_article(NdText body, bool counts_bytes)
{
	Case		of;
	Html		html;
	uint32_t	pieces = 0;

	CHECK(analyse(&of, body, counts_bytes));
	html = check_html(&of, body);
	for (uint32_t i = 0; i < of.findings.n_claims; i++)
		pieces += of.findings.claims[i].source_at.count + of.findings.claims[i].cue.count +
			of.findings.claims[i].content.count;
	/* a piece that is split is more than one element */
	CHECK(html.claims >= pieces && html.tolls >= of.findings.n_tolls);
	claim_elements += html.claims;
	toll_elements += html.tolls;
	free(html.text);
	end(&of);
}

static void
test_article(NdText body)
{
	check_article(body, false);
	check_article(body, true);
}

/* Another body shows as it is, with no mark where the words are others. */
static void
test_other_body(NdText body)
{
	Case		of;
	Html		html;
	char	   *other = malloc(body.length + 3);

	CHECK(analyse(&of, body, false));
	memcpy(other, "X ", 2);
	memcpy(other + 2, body.bytes, body.length);
	html = check_html(&of, (NdText) {other, body.length + 2});
	CHECK(html.claims + html.tolls == 0);
	free(html.text);

	/* the first half as it was: its marks stay */
	memcpy(other, body.bytes, body.length);
	memset(other + body.length / 2, 'x', body.length / 4);
	html = check_html(&of, (NdText) {other, body.length});
	CHECK(html.claims > 0 && html.claims < 3 * of.findings.n_claims);
	free(html.text);
	for (uint32_t length = 0; length < body.length; length += 13)
		free(check_html(&of, (NdText) {body.bytes, length}).text);
	free(check_html(&of, (NdText) {"", 0}).text);
	free(other);
	end(&of);
}

static void
test_spoilt(NdText body)
{
	char	   *spoilt = malloc(body.length);

	memcpy(spoilt, body.bytes, body.length);
	for (uint32_t i = 0; i < body.length; i += 41)
		spoilt[i] = "\xFF<&\xE2\"\xC3'>"[i % 8];
	test_article((NdText) {spoilt, body.length});
	free(spoilt);
}

/* The body that kept words come from, dots where nothing was kept. */
static NdText
body_of(NdArena *arena, const NdKept *kept)
{
	uint32_t	last = kept->n_excerpts > 0 ? kept->excerpts[kept->n_excerpts - 1].place : 0;
	uint32_t	room = last + kept->text.length;
	char	   *bytes = last > 100000 ? NULL : nd_alloc(arena, room);

	if (bytes == NULL)
		return (NdText) {"", 0};
	memset(bytes, '.', room);
	for (uint32_t i = 0; i < kept->n_excerpts; i++)
	{
		uint32_t	end_byte = i + 1 < kept->n_excerpts ? kept->excerpts[i + 1].start : kept->text.length;

		memcpy(bytes + kept->excerpts[i].place, kept->text.bytes + kept->excerpts[i].start,
			   end_byte - kept->excerpts[i].start);
	}
	return (NdText) {bytes, room};
}

/* Digests that were changed byte by byte, and bodies that agree with them. */
static void
test_hostile(NdText body)
{
	Case		of;
	unsigned char *bytes;
	uint32_t	length;
	unsigned	read = 0;

	CHECK(analyse(&of, body, true));
	CHECK(nd_digest_write(&of.arena, &of.findings, ND_WHOLE_ARTICLE, 0, &bytes, &length));
	for (uint32_t i = 0; i < length; i++)
		for (unsigned bit = 0; bit < 8; bit++)
		{
			NdMark		mark = nd_arena_mark(&of.arena);

			bytes[i] ^= (unsigned char) (1u << bit);
			if (nd_digest_read(&of.arena, bytes, length, ND_WHOLE_ARTICLE, &of.findings))
			{
				free(check_html(&of, body_of(&of.arena, &of.findings.body)).text);
				read++;
			}
			of.context.status = ND_OK;
			bytes[i] ^= (unsigned char) (1u << bit);
			nd_arena_rewind(&of.arena, mark);
		}
	CHECK(read > 100);
	end(&of);
}

/* As many claims about the same words as there can be: linear all the same. */
static void
test_many(void)
{
	static const char words[] = "Anna Ek said that it is so.";
	enum
	{
		CLAIMS = 5000
	};
	Case		of;
	Html		html;
	NdSpan		all = {0, sizeof(words) - 1};

	CHECK(analyse(&of, text_of(words), false));
	CHECK(of.findings.n_claims == 1);
	CHECK(of.findings.body.n_excerpts == 1);
	all.end = of.findings.body.text.length;
	of.findings.claims = nd_alloc_array(&of.arena, CLAIMS, sizeof(NdFoundClaim));
	of.findings.n_claims = CLAIMS;
	for (uint32_t i = 0; i < CLAIMS; i++)
		of.findings.claims[i] = (NdFoundClaim) {.number = i + 1, .source = ND_NONE,
			.content = {&all, 1}, .said_on = ND_NO_DATE};
	html = check_html(&of, text_of(words));
	CHECK(html.claims > 0 && of.html.length < 10000);
	free(html.text);
	end(&of);
}

static void
test_exact(void)
{
	static const char body[] = "Storm\n\nAt least 7 people were killed, the <police> said.\n";
	static const char expected[] =
	"<p>Storm</p>\n"
	"<p><span class=\"nd-claim nd-content\" data-claim=\"1\" data-source=\"police\""
	" data-source-kind=\"organisation\" data-stance=\"state\">"
	"<span class=\"nd-toll\" data-toll=\"1\" data-kind=\"killed\" data-low=\"7\" data-hedge=\"at least\""
	" data-text=\"killed &gt;=7\" data-claim=\"1\">At least 7</span> people were killed</span>, ";
	Case		of;

	CHECK(analyse(&of, text_of(body), false));
	free(check_html(&of, text_of(body)).text);
	CHECK(of.html.length > sizeof(expected) &&
		  memcmp(of.html.bytes, expected, sizeof(expected) - 1) == 0);
	end(&of);
}

int
main(void)
{
	test_exact();
	CHECK(for_articles("test/articles", test_article) > 5);
	CHECK(for_articles("demo/articles", test_article) > 5);
	CHECK(claim_elements > 500 && toll_elements > 50);
	for_article("test/articles/flood.txt", test_other_body);
	for_article("demo/articles/2026-10-14-zora-portal.txt", test_other_body);
	for_article("test/articles/flood.txt", test_spoilt);
	for_article("test/articles/names.txt", test_spoilt);
	for_article("test/articles/flood.txt", test_hostile);
	test_many();
	return unit_result();
}
