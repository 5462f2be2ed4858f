# The programs that make the weights of tagger and parser, and their use:
#
#	make train-language CORPORA=folder
#
# reads CORPORA/syntax. Finished steps are not done again; a step that is cut
# off leaves no file behind. The same treebanks give the same bytes.
TRAIN_CFLAGS = $(CORE_CFLAGS) -Itrain
TRAIN_HEADERS = $(sort $(wildcard train/*.h)) $(CORE_HEADERS)
TRAIN_OBJECTS = $(patsubst %,build/train/%.o,conllu must options perceptron schedule weights_writer)
LANGUAGE_OBJECTS = $(patsubst src/core/%.c,build/core/%.o,$(sort \
	$(wildcard src/core/base/*.c src/core/language/*.c src/core/lexicon/*.c))) \
	build/core/lexicon_lists.o

build/train/%.o: train/%.c $(TRAIN_HEADERS) build/lexicon_lists.h
	@mkdir -p $(@D)
	$(CC) $(TRAIN_CFLAGS) -c $< -o $@

build/train/train_tagger build/train/train_parser: build/train/%: build/train/%.o $(TRAIN_OBJECTS) $(LANGUAGE_OBJECTS)
	$(CC) $^ -lm -lstemmer -o $@

# Of GUM, the texts of these genres may not be used commercially.
NOT_FREE = GUM_whow_ GUM_fiction_ GUM_essay_ GUM_letter_ GUM_podcast_
TREEBANKS = $(CORPORA)/syntax/en_ewt-ud-train.conllu.gz $(CORPORA)/syntax/en_gum-ud-train.conllu.gz
LEARN_FROM = -m 50 -s 1 $(addprefix -x ,$(NOT_FREE)) $(TREEBANKS)

# The tagger, and five that have not seen a fifth of the texts each.
TAGGER_SIZE = -e 8 -b 2200000
FOLD_TAGGERS = $(patsubst %,build/train/fold-tagger-%.bin,0 1 2 3 4)

build/train/fold-tagger-%.bin: build/train/train_tagger $(TREEBANKS)
	$< $(TAGGER_SIZE) -r 1 -f $* -o $@ $(LEARN_FROM) > $@.log

build/train/tagger.bin: build/train/train_tagger $(TREEBANKS)
	$< $(TAGGER_SIZE) -r 4 -o $@ $(LEARN_FROM) > $@.log

build/train/parser.bin: build/train/train_parser $(FOLD_TAGGERS) $(TREEBANKS)
	$< -e 10 -r 3 -b 7000000 $(addprefix -t ,$(FOLD_TAGGERS)) -o $@ $(LEARN_FROM) > $@.log

train-language: build/train/tagger.bin build/train/parser.bin
	for name in tagger parser; do \
		cp build/train/$$name.bin model/$$name.new && mv model/$$name.new model/$$name.bin || exit 1; \
	done

.PHONY: train-language
.SECONDARY: $(FOLD_TAGGERS)

# Everything: attribution is learnt from what tagger and parser make of a text.
train:
	$(MAKE) train-language CORPORA=$(CORPORA)
	$(MAKE) train-claims CORPORA=$(CORPORA)

.PHONY: train
