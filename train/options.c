/*
 * options.c
 *		Command line of the training programs.
 */
#define _POSIX_C_SOURCE 200809L

#include "options.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

static void
complain(const char *program)
{
	fprintf(stderr, "usage: %s -o FILE [-b BYTES] [-f FOLD] [-t TAGGER]... [-x PREFIX]... "
			"[-u COUNT] [-m MARGIN] [-e PASSES] [-r ROUNDS] [-s SEED] TREEBANK...\n", program);
	exit(1);
}

static void
take(Options *options, int option, char **argv)
{
	switch (option)
	{
		case 'o':
			options->output = optarg;
			break;
		case 'b':
			options->most_bytes = strtoull(optarg, NULL, 10);
			break;
		case 'f':
			options->fold = atoi(optarg);
			break;
		case 't':
			if (options->n_taggers == FOLDS)
				complain(argv[0]);
			options->taggers[options->n_taggers++] = optarg;
			break;
		case 'u':
			options->least_updates = (uint32_t) strtoul(optarg, NULL, 10);
			break;
		case 'm':
			options->margin = atoi(optarg);
			break;
		case 'x':
			if (options->n_left_out == MOST_PREFIXES)
				complain(argv[0]);
			options->left_out[options->n_left_out++] = optarg;
			break;
		case 'e':
			options->passes = (uint32_t) strtoul(optarg, NULL, 10);
			break;
		case 'r':
			options->rounds = (uint32_t) strtoul(optarg, NULL, 10);
			break;
		case 's':
			options->seed = strtoull(optarg, NULL, 10);
			break;
		default:
			complain(argv[0]);
	}
}

Options
options_read(int argc, char **argv, Treebank *treebank)
{
	Options		options = {.most_bytes = SIZE_MAX, .fold = -1, .passes = 8, .seed = 1,
	.least_updates = 1};
	int			option;

	while ((option = getopt(argc, argv, "o:b:f:t:u:m:x:e:r:s:")) != -1)
		take(&options, option, argv);
	if (options.output == NULL || optind == argc || options.fold >= FOLDS)
		complain(argv[0]);
	for (int i = optind; i < argc; i++)
		treebank_read(treebank, argv[i], options.left_out, options.n_left_out);
	return options;
}
