/*
 * source_alias.c
 *		Spellings of a source's name that are one.
 */
#include "unit.h"

#include "source/alias.h"

#include <string.h>

static NdArena arena;

static bool
has_form(const char *name, uint32_t length, const char *expected)
{
	NdText		form;

	if (!nd_alias_form(&arena, (NdText) {name, length}, &form))
		return false;
	if (form.length == strlen(expected) && memcmp(form.bytes, expected, form.length) == 0)
		return true;
	printf("\"%s\": \"%.*s\"\n", name, (int) form.length, form.bytes);
	return false;
}

int
main(void)
{
	static const char *const names[][2] = {
		{"Mira Solberg", "mira solberg"},
		{"  the   Harbour\tOffice ", "harbour office"},
		{"The Strip\xe2\x80\x99s health ministry", "health ministry of strip"},
		{"health ministry of the Strip", "health ministry of strip"},
		{"the workers' union", "union of workers"},
		{"Moody's", "moody's"},
		{"the minister's office's spokesman", "office's spokesman of minister"},
		{"four officials", "four officials"},
		{"'s", "'s"},
		{"the", ""},
		{"", ""},
		{" \n ", ""}};
	NdContext	context;
	char		long_name[5000];
	NdText		form;

	nd_context_init(&context);
	nd_arena_init(&arena, &context);
	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
		CHECK(has_form(names[i][0], (uint32_t) strlen(names[i][0]), names[i][1]));
	for (int byte = 1; byte < 256; byte++)
	{
		memset(long_name, byte, sizeof(long_name));
		CHECK(nd_alias_form(&arena, (NdText) {long_name, sizeof(long_name)}, &form));
		memcpy(long_name + 7, "'s ", 3);
		CHECK(nd_alias_form(&arena, (NdText) {long_name, sizeof(long_name)}, &form));
	}
	nd_arena_free(&arena);
	return unit_result();
}
