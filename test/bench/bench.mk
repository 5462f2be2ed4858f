# Speed, in the core and in a server, one core each:
#   make bench [CORPORA=folder] [ARTICLES_COUNT=1000]
# With corpora the news articles of corpora/attribution are read, without them
# the articles of demo/ and test/, repeated.
ARTICLES_COUNT ?= 1000

build/stages: test/bench/stages.c test/eval/framed.c test/eval/framed.h build/libnewsdesk-core.a
	$(CC) $(CORE_CFLAGS) -D_POSIX_C_SOURCE=200809L -Itest/eval $< test/eval/framed.c \
		build/libnewsdesk-core.a -lstemmer -o $@

build/digests: test/bench/digests.c test/eval/framed.c test/eval/framed.h build/libnewsdesk-core.a
	$(CC) $(CORE_CFLAGS) -D_POSIX_C_SOURCE=200809L -Itest/eval $< test/eval/framed.c \
		build/libnewsdesk-core.a -lstemmer -o $@

bench: build/stages build/digests
	@test/machine.sh
	@python3 test/bench/articles.py framed $(ARTICLES_COUNT) $(or $(CORPORA),-) | build/stages
	@python3 test/bench/articles.py digests $(ARTICLES_COUNT) $(or $(CORPORA),-) | \
		build/digests "$(if $(CORPORA),PolNeAR train,the articles of demo/ and test/)"
	@test/bench/server.sh $(ARTICLES_COUNT) $(or $(CORPORA),-)

.PHONY: bench
