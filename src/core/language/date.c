/*
 * date.c
 *		Dates in English text.
 *
 * Days are counted as in "chrono-Compatible Low-Level Date Algorithms"
 * (Howard Hinnant, 2013).
 */
#include "language/date.h"

#include "language/word.h"
#include "lexicon/lexicon.h"

#include <string.h>

#define LONGEST_PHRASE	5		/* tokens */
#define MOST_WEEKDAY_WAY	4	/* tokens from a weekday to its day of the month */
#define FIRST_YEAR		1500
#define LAST_YEAR		2199

static const NdDays unknown = {ND_NO_DATE, ND_NO_DATE};

/*
 * The calendar
 */

static int32_t
days_of(int32_t year, int32_t month, int32_t day)
{
	int32_t		y = month > 2 ? year : year - 1;
	int32_t		era = (y >= 0 ? y : y - 399) / 400;
	int32_t		of_era = y - era * 400;
	int32_t		of_year = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;

	return era * 146097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719468;
}

/* Year and month of a day after the year 0. */
static void
month_of(int32_t days, int32_t *year, int32_t *month)
{
	int32_t		shifted = days + 719468;
	int32_t		era = shifted / 146097;
	int32_t		of_era = shifted - era * 146097;
	int32_t		y = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
	int32_t		of_year = of_era - (365 * y + y / 4 - y / 100);
	int32_t		m = (5 * of_year + 2) / 153;

	*month = m < 10 ? m + 3 : m - 9;
	*year = y + era * 400 + (*month <= 2);
}

/* 1970-01-01 was a Thursday; Monday is 1. */
static int32_t
weekday_of(int32_t days)
{
	int32_t		weekday = (days % 7 + 3) % 7;

	return (weekday < 0 ? weekday + 7 : weekday) + 1;
}

/* The weekday at or before a day. */
static int32_t
last_weekday(int32_t weekday, int32_t day)
{
	int32_t		back = weekday_of(day) - weekday;

	return day - (back < 0 ? back + 7 : back);
}

static NdDays
whole_month(int32_t year, int32_t month)
{
	return (NdDays) {
		days_of(year, month, 1),
		(month == 12 ? days_of(year + 1, 1, 1) : days_of(year, month + 1, 1)) - 1
	};
}

/*
 * Words
 */

static bool
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

typedef struct Reader
{
	const NdDocument *document;
	uint32_t	end;
	int32_t		published;
	NdDate	   *date;
} Reader;

/* The word in lower case, without the stop of "Oct."; empty past the end. */
static uint32_t
form_at(const Reader *reader, uint32_t token, char form[ND_WORD_BYTES])
{
	const NdToken *word = &reader->document->tokens[token];
	uint32_t	length;

	if (token >= reader->end)
		return 0;
	length = nd_word_normalise(reader->document->text.bytes + word->start,
							   word->end - word->start, form);
	if (length > 1 && form[length - 1] == '.')
		length--;
	return length;
}

static bool
is_word(const Reader *reader, uint32_t token, const char *word)
{
	char		form[ND_WORD_BYTES];
	uint32_t	length = form_at(reader, token, form);

	return length == strlen(word) && memcmp(form, word, length) == 0;
}

/* The next number of a value, from a byte of it on. */
static int32_t
next_number(NdWordValue value, uint32_t *at)
{
	int32_t		number = 0;

	while (*at < value.length && !is_digit(value.bytes[*at]))
		++*at;
	while (*at < value.length && is_digit(value.bytes[*at]))
		number = number * 10 + (value.bytes[(*at)++] - '0');
	return number;
}

/* The number a list has for a token, or 0. */
static int32_t
listed(const Reader *reader, const NdLexicon *lexicon, uint32_t token)
{
	char		form[ND_WORD_BYTES];
	uint32_t	entry = nd_lexicon_find(lexicon, form, form_at(reader, token, form));
	uint32_t	at = 0;

	return entry == UINT32_MAX ? 0 : next_number(nd_lexicon_value(lexicon, entry), &at);
}

/* Up to four digits from *at on; -1 where there are none or more. */
static int32_t
digits_at(const char *form, uint32_t length, uint32_t *at)
{
	uint32_t	start = *at;
	int32_t		number = 0;

	while (*at < length && *at - start < 5 && is_digit(form[*at]))
		number = number * 10 + (form[(*at)++] - '0');
	return *at == start || *at - start > 4 ? -1 : number;
}

/* A number with nothing behind it, or only the letters of "27th"; else -1. */
static int32_t
number_at(const Reader *reader, uint32_t token)
{
	char		form[ND_WORD_BYTES];
	uint32_t	length = form_at(reader, token, form);
	uint32_t	at = 0;
	int32_t		number = digits_at(form, length, &at);

	return length - at > 2 || (length > at && (form[at] < 'a' || form[at] > 'z')) ? -1 : number;
}

/* Two numbers in one token, "3-5" and "1975-90"; false when it is none. */
static bool
pair_at(const Reader *reader, uint32_t token, int32_t *low, int32_t *high)
{
	char		form[ND_WORD_BYTES];
	uint32_t	length = form_at(reader, token, form);
	uint32_t	at = 0;

	*low = digits_at(form, length, &at);
	if (*low < 0 || at >= length || form[at] != '-')
		return false;
	at++;
	*high = digits_at(form, length, &at);
	return *high >= 0 && at == length;
}

static bool
is_year(int32_t number)
{
	return number >= FIRST_YEAR && number <= LAST_YEAR;
}

/*
 * Days of a month
 */

static bool
is_day(int32_t number)
{
	return number >= 1 && number <= 31;
}

/*
 * A day, or the first and last of several; returns the token after them, or
 * `token`. "and" joins days only before their month: "3 and 5 May".
 */
static uint32_t
read_month_days(const Reader *reader, uint32_t token, bool before_month, int32_t *first,
				int32_t *last)
{
	uint32_t	joined = token + 1;

	if (pair_at(reader, token, first, last))
		return is_day(*first) && is_day(*last) && *first < *last ? token + 1 : token;
	*first = *last = number_at(reader, token);
	if (!is_day(*first))
		return token;
	if (is_word(reader, joined, "-") || is_word(reader, joined, "to") ||
		(before_month && is_word(reader, joined, "and")))
	{
		int32_t		other = number_at(reader, joined + 1);

		if (is_day(other) && other > *first)
		{
			*last = other;
			return joined + 2;
		}
	}
	return joined;
}

/* The year after a date, with or without a comma; 0 when there is none. */
static int32_t
read_year(const Reader *reader, uint32_t *token)
{
	uint32_t	at = is_word(reader, *token, ",") ? *token + 1 : *token;
	char		form[ND_WORD_BYTES];
	int32_t		year = form_at(reader, at, form) == 4 ? number_at(reader, at) : -1;

	if (!is_year(year))
		return 0;
	*token = at + 1;
	return year;
}

static bool
set_days(Reader *reader, uint32_t token, int32_t month, int32_t first, int32_t last)
{
	NdDate	   *date = reader->date;
	int32_t		year = read_year(reader, &token);

	date->form = ND_DATE_DAY;
	date->end = token;
	date->has_year = year != 0;
	date->days = unknown;
	if (year == 0)
	{
		int32_t		ignored;

		if (reader->published == ND_NO_DATE)
			return true;
		month_of(reader->published, &year, &ignored);
		if (days_of(year, month, first) > reader->published)
			year--;
	}
	date->days = (NdDays) {days_of(year, month, first), days_of(year, month, last)};
	return true;
}

/* "7 October", "3-5 May 2011", "7th of October" */
static bool
read_day_first(Reader *reader, uint32_t token)
{
	int32_t		first;
	int32_t		last;
	uint32_t	at = read_month_days(reader, token, true, &first, &last);
	int32_t		month;

	if (at == token)
		return false;
	if (is_word(reader, at, "of"))
		at++;
	month = listed(reader, &nd_lexicon_months, at);
	return month != 0 && set_days(reader, at + 1, month, first, last);
}

/* "October 7", "March 2011", "May" */
static bool
read_month_first(Reader *reader, uint32_t token)
{
	int32_t		month = listed(reader, &nd_lexicon_months, token);
	NdDate	   *date = reader->date;
	int32_t		first;
	int32_t		last;
	int32_t		year;
	uint32_t	at = token + 1;

	if (month == 0)
		return false;
	if (is_word(reader, at, "the"))
		at++;
	at = read_month_days(reader, at, false, &first, &last);
	if (at > token + 1 && is_day(first))
		return set_days(reader, at, month, first, last);
	at = token + 1;
	year = read_year(reader, &at);
	date->form = year != 0 ? ND_DATE_MONTH_YEAR : ND_DATE_MONTH;
	date->has_year = year != 0;
	date->end = at;
	date->days = unknown;
	if (year == 0)
	{
		int32_t		now;

		if (reader->published == ND_NO_DATE)
			return true;
		month_of(reader->published, &year, &now);
		if (month > now)
			year--;
	}
	date->days = whole_month(year, month);
	return true;
}

/* "2014-03-05", however its marks and digits were cut into tokens */
static bool
read_numeric(Reader *reader, uint32_t token)
{
	static const uint32_t ends[3] = {4, 7, 10};
	const NdToken *tokens = reader->document->tokens;
	NdText		text = reader->document->text;
	uint32_t	start = tokens[token].start;
	uint32_t	at = 0;
	int32_t		part[3];

	if (text.length - start < 10)
		return false;
	for (int i = 0; i < 3; i++)
	{
		part[i] = digits_at(text.bytes + start, 10, &at);
		if (at != ends[i] || (i < 2 && text.bytes[start + at++] != '-'))
			return false;
	}
	if (!is_year(part[0]) || part[1] < 1 || part[1] > 12 || !is_day(part[2]))
		return false;
	while (token < reader->end && tokens[token].start < start + 10)
		token++;
	reader->date->form = ND_DATE_DAY;
	reader->date->end = token;
	reader->date->has_year = true;
	reader->date->days.from = reader->date->days.until = days_of(part[0], part[1], part[2]);
	return true;
}

/*
 * Years
 */

static bool
set_years(Reader *reader, uint32_t token, int32_t first, int32_t last)
{
	reader->date->form = ND_DATE_YEAR;
	reader->date->end = token + 1;
	reader->date->has_year = true;
	reader->date->days = (NdDays) {days_of(first, 1, 1), days_of(last, 12, 31)};
	return true;
}

/* "2010", "1990s", "1975-90" */
static bool
read_years(Reader *reader, uint32_t token)
{
	char		form[ND_WORD_BYTES];
	uint32_t	length = form_at(reader, token, form);
	uint32_t	at = 0;
	int32_t		year = digits_at(form, length, &at);
	int32_t		last;

	if (at != 4 || !is_year(year))
		return false;
	if (length == 4)
		return set_years(reader, token, year, year);
	if (length == 5 && form[4] == 's' && year % 10 == 0)
		return set_years(reader, token, year, year + (year % 100 == 0 ? 99 : 9));
	if (!pair_at(reader, token, &year, &last))
		return false;
	if (last < 100)
		last += year / 100 * 100;
	return is_year(last) && last > year && set_years(reader, token, year, last);
}

/*
 * As seen from the day of publication
 */

/* The longest entry of the list that begins at a token. */
static uint32_t
phrase_at(const Reader *reader, uint32_t token, uint32_t *end)
{
	char		phrase[LONGEST_PHRASE * (ND_WORD_BYTES + 1)];
	uint32_t	length = 0;
	uint32_t	found = UINT32_MAX;

	for (uint32_t i = token; i < reader->end && i < token + LONGEST_PHRASE; i++)
	{
		uint32_t	entry;

		length += form_at(reader, i, phrase + length);
		entry = nd_lexicon_find(&nd_lexicon_date_phrases, phrase, length);
		if (entry != UINT32_MAX)
		{
			found = entry;
			*end = i + 1;
		}
		phrase[length++] = ' ';
		if (!nd_lexicon_begins(&nd_lexicon_date_phrases, phrase, length))
			break;
	}
	return found;
}

/* The days of a value of the list: a unit, how far back it begins and ends. */
static NdDays
days_back(NdWordValue value, int32_t published)
{
	uint32_t	at = 0;
	int32_t		first = next_number(value, &at);
	int32_t		last = next_number(value, &at);
	NdWordValue unit = {value.bytes, 0};
	NdDays		days = {published - first, published - last};
	int32_t		year;
	int32_t		month;

	while (unit.length < value.length && unit.bytes[unit.length] != ' ')
		unit.length++;
	month_of(published, &year, &month);
	if (nd_value_is(unit, "week"))
	{
		days.from = last_weekday(1, published) - 7 * first;
		days.until = days.from + 6;
	}
	else if (nd_value_is(unit, "weekend"))
	{
		days.from = last_weekday(6, published) - 7 * first;
		days.until = days.from + 1;
	}
	else if (nd_value_is(unit, "month"))
		days = month > first ? whole_month(year, month - first) :
			whole_month(year - 1, month - first + 12);
	else if (nd_value_is(unit, "year"))
		days = (NdDays) {days_of(year - first, 1, 1), days_of(year - last, 12, 31)};
	if (days.until > published)
		days.until = published;
	return days;
}

static bool
read_phrase(Reader *reader, uint32_t token)
{
	NdDate	   *date = reader->date;
	uint32_t	entry = phrase_at(reader, token, &date->end);
	NdWordValue value;

	if (entry == UINT32_MAX)
		return false;
	date->form = ND_DATE_PHRASE;
	date->has_year = false;
	value = nd_lexicon_value(&nd_lexicon_date_phrases, entry);
	date->days = reader->published == ND_NO_DATE || nd_value_is(value, "unclear") ? unknown :
		days_back(value, reader->published);
	return true;
}

/* "Wednesday", "Wednesday, March 27", "last Tuesday" */
static bool
read_weekday(Reader *reader, uint32_t token)
{
	NdDate	   *date = reader->date;
	bool		last = is_word(reader, token, "last");
	bool		next = is_word(reader, token, "next");
	uint32_t	at = last || next ? token + 1 : token;
	int32_t		weekday = listed(reader, &nd_lexicon_weekdays, at);

	if (weekday == 0)
		return false;
	for (uint32_t i = at + 1; i < reader->end && i < at + MOST_WEEKDAY_WAY; i++)
		if ((read_day_first(reader, i) || read_month_first(reader, i)) &&
			date->form == ND_DATE_DAY)
			return true;
	date->form = ND_DATE_DAY;
	date->end = at + 1;
	date->has_year = false;
	date->days = unknown;
	if (reader->published != ND_NO_DATE && !next)
		date->days.from = date->days.until =
			last_weekday(weekday, last ? reader->published - 1 : reader->published);
	return true;
}

bool
nd_read_date(const NdDocument *document, uint32_t token, uint32_t end, int32_t published,
			 NdDate *date)
{
	Reader		reader = {document, end, published, date};

	if (published < days_of(FIRST_YEAR, 1, 1) || published > days_of(LAST_YEAR, 12, 31))
		reader.published = ND_NO_DATE;
	return read_numeric(&reader, token) || read_day_first(&reader, token) ||
		read_weekday(&reader, token) || read_month_first(&reader, token) ||
		read_years(&reader, token) || read_phrase(&reader, token);
}
