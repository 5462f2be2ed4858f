# Tests of the core alone, each built twice: as it ships, and with ASan and
# UBSan where the compiler has them. A program prints "N passed, N failed".
UNIT_TESTS   = $(patsubst test/unit/%.c,%,$(sort $(wildcard test/unit/*.c)))
UNIT_CFLAGS  = $(CORE_CFLAGS) -Itest/unit
SANITIZE     = -O1 -fsanitize=address,undefined -fno-sanitize-recover=all
SANITIZED_OBJECTS = $(CORE_OBJECTS:build/core/%=build/sanitized/%)

units: $(UNIT_TESTS:%=build/unit/%) $(shell test/unit/has-sanitizers.sh $(CC) && echo $(UNIT_TESTS:%=build/unit-sanitized/%))
	@failures=; for program in $^; do \
		echo "== $$program"; $$program || failures="$$failures $$program"; \
	done; test -z "$$failures" || { echo "failed:$$failures"; exit 1; }

build/unit/%: test/unit/%.c $(wildcard test/unit/*.h) build/libnewsdesk-core.a
	@mkdir -p $(@D)
	$(CC) $(UNIT_CFLAGS) $< build/libnewsdesk-core.a -lstemmer -o $@

build/unit-sanitized/%: test/unit/%.c $(wildcard test/unit/*.h) build/sanitized/libnewsdesk-core.a
	@mkdir -p $(@D)
	$(CC) $(UNIT_CFLAGS) $(SANITIZE) $< build/sanitized/libnewsdesk-core.a -lstemmer -o $@

build/sanitized/libnewsdesk-core.a: $(SANITIZED_OBJECTS)
	rm -f $@
	ar rc $@ $(SANITIZED_OBJECTS)

build/sanitized/%.o: src/core/%.c $(CORE_HEADERS) build/lexicon_lists.h
	@mkdir -p $(@D)
	$(CC) $(CORE_CFLAGS) $(SANITIZE) -c $< -o $@

build/sanitized/lexicon_lists.o: build/lexicon_lists.c $(CORE_HEADERS)
	@mkdir -p $(@D)
	$(CC) $(CORE_CFLAGS) $(SANITIZE) -c $< -o $@

build/sanitized/embedded_weights.o: build/core/embedded_weights.o
	@mkdir -p $(@D)
	cp $< $@

.PHONY: units
