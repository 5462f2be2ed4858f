# make fuzz [FUZZ_SECONDS=1800]	libFuzzer with ASan and UBSan on each target
# make fuzz-replay				the kept inputs once more, with the same sanitizers
FUZZ_SECONDS ?= 1800
FUZZ_CC      ?= clang-14
FUZZ_TARGETS  = article digest query
FUZZ_SOURCES  = $(CORE_SOURCES) build/lexicon_lists.c src/core/embedded.S
FUZZ_CFLAGS   = -std=c11 -g -O2 -Isrc/core -Ibuild -Itest/unit -fno-sanitize-recover=all

# A target that needs a part of the core only tries more inputs with that alone.
FUZZ_SOURCES_digest = $(wildcard src/core/base/*.c) src/core/text/character.c src/core/toll/value.c \
	$(filter-out %/collect.c %/highlight.c,$(wildcard src/core/digest/*.c))

fuzz: $(FUZZ_TARGETS:%=build/fuzz/%)
	@for target in $(FUZZ_TARGETS); do \
		mkdir -p build/fuzz/$$target-corpus; \
		build/fuzz/$$target -max_total_time=$(FUZZ_SECONDS) -max_len=2048 -timeout=10 -rss_limit_mb=4096 \
			-artifact_prefix=build/fuzz/$$target- \
			build/fuzz/$$target-corpus test/fuzz/$$target-corpus test/articles || exit 1; \
	done

# Keeps the smallest set of inputs that reaches what the run has reached.
fuzz-keep: $(FUZZ_TARGETS:%=build/fuzz/%)
	@for target in $(FUZZ_TARGETS); do \
		mkdir -p test/fuzz/$$target-corpus; \
		build/fuzz/$$target -merge=1 -max_len=2048 test/fuzz/$$target-corpus build/fuzz/$$target-corpus; \
	done

fuzz-replay: $(FUZZ_TARGETS:%=build/fuzz/%-replay)
	@for target in $(FUZZ_TARGETS); do \
		build/fuzz/$$target-replay test/fuzz/$$target-corpus/* || exit 1; \
	done

build/fuzz/%: test/fuzz/%_fuzzer.c $(wildcard test/fuzz/*.h) $(FUZZ_SOURCES) $(CORE_HEADERS) $(MODEL_FILES)
	@mkdir -p build/fuzz
	$(FUZZ_CC) $(FUZZ_CFLAGS) -fsanitize=fuzzer,address,undefined $< $(or $(FUZZ_SOURCES_$*),$(FUZZ_SOURCES)) -lstemmer -o $@

# With the sanitized core that the unit tests are linked with.
build/fuzz/%-replay: test/fuzz/%_fuzzer.c $(wildcard test/fuzz/*.h) test/fuzz/replay.c build/sanitized/libnewsdesk-core.a
	@mkdir -p build/fuzz
	$(CC) $(FUZZ_CFLAGS) -fsanitize=address,undefined $< test/fuzz/replay.c build/sanitized/libnewsdesk-core.a -lstemmer -o $@

# Digests of our own articles, for the fuzzer to begin with.
fuzz-seeds: build/fuzz/digest-seeds
	@mkdir -p build/fuzz/digest-corpus
	build/fuzz/digest-seeds build/fuzz/digest-corpus demo/articles/*.txt test/articles/*.txt

build/fuzz/digest-seeds: test/fuzz/digest_seeds.c build/libnewsdesk-core.a
	@mkdir -p build/fuzz
	$(CC) $(CORE_CFLAGS) $< build/libnewsdesk-core.a -lstemmer -o $@

.PHONY: fuzz fuzz-keep fuzz-seeds fuzz-replay
