/*
 * replay.c
 *		Hands kept inputs to a fuzz target, without libFuzzer: what was once
 *		found stays fixed.
 */
#include <stdio.h>
#include <stdlib.h>

extern int	LLVMFuzzerTestOneInput(const unsigned char *data, size_t size);

static unsigned char *
read_file(const char *path, size_t *size)
{
	FILE	   *file = fopen(path, "rb");
	unsigned char *data;
	long		length;

	if (file == NULL || fseek(file, 0, SEEK_END) != 0 || (length = ftell(file)) < 0)
	{
		perror(path);
		exit(1);
	}
	rewind(file);
	*size = (size_t) length;
	data = malloc(*size + 1);
	if (data == NULL || fread(data, 1, *size, file) != *size)
	{
		perror(path);
		exit(1);
	}
	fclose(file);
	return data;
}

int
main(int argc, char **argv)
{
	for (int i = 1; i < argc; i++)
	{
		size_t		size;
		unsigned char *data = read_file(argv[i], &size);

		LLVMFuzzerTestOneInput(data, size);
		free(data);
	}
	printf("%d passed, 0 failed\n", argc - 1);
	return argc > 1 ? 0 : 1;
}
