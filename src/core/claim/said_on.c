/*
 * said_on.c
 *		The day on which something was said.
 *
 * Days are counted as in "chrono-Compatible Low-Level Date Algorithms"
 * (Howard Hinnant, 2013).
 */
#include "claim/said_on.h"

#include "language/word.h"
#include "lexicon/lexicon.h"

#include <string.h>

static int32_t
days_of(int32_t year, int32_t month, int32_t day)
{
	int32_t		y = month > 2 ? year : year - 1;
	int32_t		era = (y >= 0 ? y : y - 399) / 400;
	int32_t		of_era = y - era * 400;
	int32_t		of_year = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;

	return era * 146097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719468;
}

static int32_t
year_of(int32_t days)
{
	int32_t		year = 1970 + days / 366;

	while (days_of(year + 1, 1, 1) <= days)
		year++;
	while (days_of(year, 1, 1) > days)
		year--;
	return year;
}

/* 1970-01-01 was a Thursday; Monday is 1. */
static int32_t
weekday_of(int32_t days)
{
	int32_t		weekday = (days + 3) % 7;

	return (weekday < 0 ? weekday + 7 : weekday) + 1;
}

static uint32_t
form_of(const NdDocument *document, uint32_t token, char form[ND_WORD_BYTES])
{
	const NdToken *word = &document->tokens[token];
	uint32_t	length = nd_word_normalise(document->text.bytes + word->start,
										   word->end - word->start, form);

	if (length > 1 && form[length - 1] == '.')
		length--;
	return length;
}

/* The number a list has for a token, or 0. */
static int32_t
listed(const NdDocument *document, const NdLexicon *lexicon, uint32_t token)
{
	char		form[ND_WORD_BYTES];
	uint32_t	entry = nd_lexicon_find(lexicon, form, form_of(document, token, form));
	int32_t		number = 0;
	NdWordValue value;

	if (entry == UINT32_MAX)
		return 0;
	value = nd_lexicon_value(lexicon, entry);
	for (uint32_t i = 0; i < value.length; i++)
		number = number * 10 + (value.bytes[i] - '0');
	return number;
}

static bool
is_word(const NdDocument *document, uint32_t token, const char *word)
{
	char		form[ND_WORD_BYTES];
	uint32_t	length = form_of(document, token, form);

	return length == strlen(word) && memcmp(form, word, length) == 0;
}

/* A number of up to four digits, "27th" too; -1 when the token is none. */
static int32_t
number_of(const NdDocument *document, uint32_t token)
{
	char		form[ND_WORD_BYTES];
	uint32_t	length = form_of(document, token, form);
	int32_t		number = 0;
	uint32_t	digits = 0;

	while (digits < length && digits < 5 && form[digits] >= '0' && form[digits] <= '9')
		number = number * 10 + (form[digits++] - '0');
	return digits == 0 || digits > 4 || length - digits > 2 ||
		(length > digits && (form[digits] < 'a' || form[digits] > 'z')) ? -1 : number;
}

/* A month's day and perhaps a year around a month's name. */
static int32_t
month_day(const NdDocument *document, uint32_t token, uint32_t first, uint32_t end, int32_t published)
{
	int32_t		month = listed(document, &nd_lexicon_months, token);
	int32_t		day = token + 1 < end ? number_of(document, token + 1) : -1;
	uint32_t	after = token + 2;
	int32_t		year = -1;
	int32_t		days;

	if (day < 1 || day > 31)
	{
		day = token > first ? number_of(document, token - 1) : -1;
		after = token + 1;
	}
	if (day < 1 || day > 31)
		return ND_NO_DATE;
	if (after + 1 < end && is_word(document, after, ","))
		after++;
	if (after < end)
		year = number_of(document, after);
	if (year > 1000)
		return days_of(year, month, day);
	if (published == ND_NO_DATE)
		return ND_NO_DATE;
	days = days_of(year_of(published), month, day);
	return days > published ? days_of(year_of(published) - 1, month, day) : days;
}

/* The weekday at or before the day of publication. */
static int32_t
last_weekday(int32_t weekday, int32_t published)
{
	int32_t		back = weekday_of(published) - weekday;

	if (published == ND_NO_DATE)
		return ND_NO_DATE;
	return published - (back < 0 ? back + 7 : back);
}

static int32_t
day_at(const NdDocument *document, uint32_t token, uint32_t first, uint32_t end, int32_t published)
{
	int32_t		weekday;

	if (listed(document, &nd_lexicon_months, token) != 0)
		return month_day(document, token, first, end, published);
	weekday = listed(document, &nd_lexicon_weekdays, token);
	if (weekday != 0)
	{
		for (uint32_t i = token + 1; i < end && i < token + 4; i++)
			if (listed(document, &nd_lexicon_months, i) != 0)
				return month_day(document, i, token, end, published);
		return last_weekday(weekday, published);
	}
	if (published == ND_NO_DATE)
		return ND_NO_DATE;
	if (is_word(document, token, "today"))
		return published;
	if (is_word(document, token, "yesterday"))
		return published - 1;
	return ND_NO_DATE;
}

static bool
is_content(const NdClaim *claim, const NdToken *token)
{
	for (uint32_t i = 0; i < claim->content.count; i++)
		if (nd_span_overlaps(claim->content.spans[i], nd_token_span(token)))
			return true;
	return false;
}

int32_t
nd_said_on(const NdDocument *document, const NdClaim *claim, const NdClaim *parent,
		   int32_t published)
{
	const NdSentence *sentence = &document->sentences[claim->sentence];
	uint32_t	end = sentence->first_token + sentence->tokens;

	if (claim->cue.count == 0)
		return ND_NO_DATE;
	for (uint32_t i = sentence->first_token; i < end; i++)
	{
		int32_t		day;

		if (is_content(claim, &document->tokens[i]) ||
			(parent && !is_content(parent, &document->tokens[i])))
			continue;
		day = day_at(document, i, sentence->first_token, end, published);
		if (day != ND_NO_DATE)
			return day;
	}
	return ND_NO_DATE;
}
