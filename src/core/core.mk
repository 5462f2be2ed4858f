# The core on its own: no PostgreSQL, warnings are errors. Everything it makes
# stands in build/.
CORE_CFLAGS = -std=c11 -O2 -g -Wall -Wextra -Wconversion -Werror -Isrc/core -Ibuild

LEXICON_LISTS = $(sort $(wildcard lexicon/*.txt))
CORE_SOURCES  = $(sort $(wildcard src/core/*.c src/core/*/*.c))
CORE_HEADERS  = $(sort $(wildcard src/core/*.h src/core/*/*.h))
CORE_OBJECTS  = $(CORE_SOURCES:src/core/%.c=build/core/%.o) build/core/lexicon_lists.o build/core/embedded_weights.o
MODEL_FILES   = model/tagger.bin model/parser.bin model/proposer.bin model/decider.bin

build/lexicon-compile: lexicon/compile.c src/core/base/hash.h
	@mkdir -p build
	$(CC) -std=c11 -O1 -Wall -Wextra -Werror -Isrc/core $< -o $@

build/lexicon_lists.c: build/lexicon-compile $(LEXICON_LISTS)
	build/lexicon-compile build/lexicon_lists.c build/lexicon_lists.h $(LEXICON_LISTS)

build/lexicon_lists.h: build/lexicon_lists.c ;

build/core/lexicon_lists.o: build/lexicon_lists.c build/lexicon_lists.h $(CORE_HEADERS)
	@mkdir -p $(@D)
	$(CC) $(CORE_CFLAGS) -c $< -o $@

build/core/%.o: src/core/%.c $(CORE_HEADERS) build/lexicon_lists.h
	@mkdir -p $(@D)
	$(CC) $(CORE_CFLAGS) -c $< -o $@

build/core/embedded_weights.o: src/core/embedded.S $(MODEL_FILES)
	@mkdir -p $(@D)
	$(CC) -c $< -o $@
