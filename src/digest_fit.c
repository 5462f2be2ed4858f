/*
 * digest_fit.c
 *		Whether findings from outside have a text form here.
 */
#include "postgres.h"

#include "mb/pg_wchar.h"

#include "digest_fit.h"

/* Text without zero bytes, and as the server has it where that is UTF-8. */
static bool
fits_text(NdText text)
{
	int			encoding = GetDatabaseEncoding() == PG_UTF8 ? PG_UTF8 : PG_SQL_ASCII;

	return text.length == 0 || pg_verify_mbstr(encoding, text.bytes, text.length, true);
}

/* Whether a byte of text that fits begins a character, or ends the text. */
static bool
begins_character(NdText text, uint32 byte)
{
	return GetDatabaseEncoding() != PG_UTF8 || byte == text.length ||
		((unsigned char) text.bytes[byte] & 0xC0) != 0x80;
}

static bool
fits_span(const NdKept *kept, NdSpan at)
{
	return begins_character(kept->text, at.start) && begins_character(kept->text, at.end);
}

static bool
fits_pieces(const NdKept *kept, NdPieces pieces)
{
	for (uint32 i = 0; i < pieces.count; i++)
		if (!fits_span(kept, pieces.spans[i]))
			return false;
	return true;
}

static bool
fits_kept(const NdKept *kept)
{
	if (!fits_text(kept->text))
		return false;
	for (uint32 i = 0; i < kept->n_excerpts; i++)
		if (!begins_character(kept->text, kept->excerpts[i].start))
			return false;
	return true;
}

static bool
fits_claim(const NdFindings *findings, const NdFoundClaim *claim)
{
	const NdKept *kept = nd_kept_of(findings, claim->in_title);

	return fits_pieces(kept, claim->source_at) && fits_pieces(kept, claim->cue) &&
		fits_pieces(kept, claim->content);
}

static bool
fits_toll(const NdFindings *findings, const NdFoundToll *toll)
{
	const NdKept *kept = nd_kept_of(findings, toll->in_title);

	return fits_span(kept, toll->at) && fits_span(kept, toll->victims) &&
		fits_span(kept, toll->place);
}

static bool
fits_words(const NdFindings *findings)
{
	bool		fits = fits_text(findings->fault) && fits_kept(&findings->title) &&
		fits_kept(&findings->body);

	for (uint32 i = 0; i < findings->n_sources && fits; i++)
		fits = fits_text(findings->sources[i].key) && fits_text(findings->sources[i].name) &&
			fits_text(findings->sources[i].role);
	for (uint32 i = 0; i < findings->n_claims && fits; i++)
		fits = fits_claim(findings, &findings->claims[i]);
	for (uint32 i = 0; i < findings->n_tolls && fits; i++)
		fits = fits_toll(findings, &findings->tolls[i]);
	return fits;
}

/* The kind of passage tells in the text form what stands in the title. */
static bool
fits_passages(const NdFindings *findings)
{
	for (uint32 i = 0; i < findings->n_claims; i++)
		if (findings->claims[i].in_title != (findings->claims[i].passage == ND_TITLE))
			return false;
	for (uint32 i = 0; i < findings->n_tolls; i++)
		if (findings->tolls[i].in_title != (findings->tolls[i].passage == ND_TITLE))
			return false;
	return true;
}

const char *
nd_findings_misfit(const NdFindings *findings)
{
	if (findings->title.counts_bytes != findings->body.counts_bytes)
		return "Title and body are counted in different ways.";
	if (!fits_passages(findings))
		return "What stands in the title, and only that, must be of the passage \"title\".";
	if (!fits_words(findings))
		return "The words are not in UTF-8, or places are within characters.";
	return NULL;
}
