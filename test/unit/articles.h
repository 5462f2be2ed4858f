/*
 * articles.h
 *		The articles of demo/ and test/, for tests that run at the top of the
 *		source tree.
 */
#ifndef ND_ARTICLES_H
#define ND_ARTICLES_H

#include "text/text.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef void (*ArticleTest) (NdText article);

static inline void
for_article(const char *path, ArticleTest test)
{
	FILE	   *file = fopen(path, "rb");
	char	   *bytes;
	long		length = 0;

	if (file == NULL)
		return;
	fseek(file, 0, SEEK_END);
	length = ftell(file);
	rewind(file);
	bytes = malloc((size_t) length);
	if (bytes != NULL && fread(bytes, 1, (size_t) length, file) == (size_t) length)
		test((NdText) {bytes, (uint32_t) length});
	free(bytes);
	fclose(file);
}

/* Calls a test for each article of a folder; returns how many files there were. */
static inline unsigned
for_articles(const char *folder, ArticleTest test)
{
	DIR		   *directory = opendir(folder);
	struct dirent *entry;
	unsigned	files = 0;

	while (directory != NULL && (entry = readdir(directory)) != NULL)
	{
		char		path[512];
		const char *ending = strrchr(entry->d_name, '.');

		if (ending == NULL || strcmp(ending, ".txt") != 0)
			continue;
		snprintf(path, sizeof(path), "%s/%s", folder, entry->d_name);
		for_article(path, test);
		files++;
	}
	if (directory != NULL)
		closedir(directory);
	return files;
}

#endif
