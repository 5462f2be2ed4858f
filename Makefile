# newsdesk: claims in news articles, for PostgreSQL
#
#	make, make install, make installcheck		with the PostgreSQL of pg_config, or of PG_CONFIG=path
#	make demo [ARTICLES=folder]					who says what in a folder of .txt files
#	make check									all tests
#	make check-majors							the tests with other releases of PostgreSQL, in chroots
#	make eval CORPORA=folder					accuracy on annotated corpora
#	make bench [CORPORA=folder]					speed
#	make train CORPORA=folder					the weights in model/ again
#	make fuzz									hostile input, for a while
#
# demo and check install the Debian packages that are missing, use a private
# server of their own and write nothing below /usr.
EXTENSION    = newsdesk
EXTVERSION  := $(shell sed -n "s/^default_version = '\(.*\)'/\1/p" newsdesk.control)

MODULE_big   = newsdesk
OBJS         = $(patsubst %.c,%.o,$(sort $(wildcard src/*.c)) $(CORE_SOURCES)) \
			   build/lexicon_lists.o build/core/embedded_weights.o
DATA_built   = sql/newsdesk--$(EXTVERSION).sql
SHLIB_LINK   = -lstemmer
PG_CPPFLAGS  = -Isrc -Isrc/core -Ibuild '-DND_VERSION="$(EXTVERSION)"'
PG_CFLAGS    = -fvisibility=hidden -Wno-declaration-after-statement
EXTRA_CLEAN  = build

REGRESS      = setup passages sentences tokens source claims sources positions hostile toll toll_ops toll_gist tolls digest highlight claim query match match_gin
REGRESS     += digest_trigger track alias views
# 16 brought soft errors
REGRESS     += $(if $(filter 15,$(MAJORVERSION)),,soft_errors)
REGRESS_OPTS = --encoding=UTF8 --no-locale
ISOLATION    = first_use backfill
ISOLATION_OPTS = --inputdir=$(srcdir)/test/isolation --load-extension=newsdesk
TAP_TESTS    = 1
PROVE_TESTS ?= test/t/*.pl
# bitcode of a library that is mostly tables and loops is of no use
override with_llvm = no

all:

include src/core/core.mk
-include train/train.mk train/claims.mk test/unit/unit.mk test/eval/eval.mk test/bench/bench.mk test/fuzz/fuzz.mk

core: build/libnewsdesk-core.a

build/libnewsdesk-core.a: $(CORE_OBJECTS)
	rm -f $@
	ar rc $@ $(CORE_OBJECTS)

# What no server is needed for. PGXS stays out of these: it may be absent, and
# has a check of its own.
HOUSE = core check check-majors demo units eval% bench% train% fuzz% build/%

ifeq ($(filter-out $(HOUSE),$(or $(MAKECMDGOALS),all)),)

check:
	test/check.sh

check-majors:
	test/majors.sh

demo:
	demo/demo.sh "$(ARTICLES)"

else

PG_CONFIG ?= pg_config
PGXS := $(shell $(PG_CONFIG) --pgxs 2>/dev/null)
ifeq ($(wildcard $(PGXS)),)
$(error no headers of a PostgreSQL server found: install them, or say PG_CONFIG=path)
endif
include $(PGXS)

endif

# PGXS knows nothing of headers
$(OBJS): $(wildcard src/*.h) $(CORE_HEADERS) build/lexicon_lists.h build/fingerprints.h newsdesk.control

build/fingerprints.h: $(MODEL_FILES) $(LEXICON_LISTS)
	@mkdir -p build
	printf '#define ND_%s_FINGERPRINT "%.16s"\n' \
		MODEL "$$(cat $(MODEL_FILES) | sha256sum)" \
		LEXICON "$$(cat $(LEXICON_LISTS) | sha256sum)" > $@

sql/newsdesk--$(EXTVERSION).sql: $(sort $(wildcard sql/install/*.sql))
	cat $^ > $@

.PHONY: core check check-majors demo
