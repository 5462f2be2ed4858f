# Speed, in the core and in a server, one core each:
#   make bench [CORPORA=folder] [ARTICLES_COUNT=1000]
# With corpora the news articles of corpora/attribution are read, without them
# the articles of demo/ and test/, repeated.
#   make bench-search [CORPORA=folder] [CLAIMS_COUNT=1000000]
# is the part about search alone.
ARTICLES_COUNT ?= 1000
CLAIMS_COUNT   ?= 1000000

build/stages: test/bench/stages.c test/bench/cpu_seconds.h test/eval/framed.c test/eval/framed.h build/libnewsdesk-core.a
	$(CC) $(CORE_CFLAGS) -D_POSIX_C_SOURCE=200809L -Itest/eval $< test/eval/framed.c \
		build/libnewsdesk-core.a -lstemmer -o $@

build/digests: test/bench/digests.c test/bench/cpu_seconds.h test/eval/framed.c test/eval/framed.h build/libnewsdesk-core.a
	$(CC) $(CORE_CFLAGS) -D_POSIX_C_SOURCE=200809L -Itest/eval $< test/eval/framed.c \
		build/libnewsdesk-core.a -lstemmer -o $@

bench: build/stages build/digests
	@test/machine.sh
	@python3 test/bench/articles.py framed $(ARTICLES_COUNT) $(or $(CORPORA),-) | build/stages
	@python3 test/bench/articles.py digests $(ARTICLES_COUNT) $(or $(CORPORA),-) | \
		build/digests "$(if $(CORPORA),PolNeAR train,the articles of demo/ and test/)"
	@test/bench/server.sh $(ARTICLES_COUNT) $(or $(CORPORA),-)
	@test/bench/search.sh $(CLAIMS_COUNT) $(ARTICLES_COUNT) $(or $(CORPORA),-)

bench-search:
	@test/machine.sh
	@test/bench/search.sh $(CLAIMS_COUNT) $(ARTICLES_COUNT) $(or $(CORPORA),-)

.PHONY: bench bench-search
