# The programs that make the weights of attribution, and their use:
#
#	make train-claims CORPORA=folder
#
# reads CORPORA/attribution, and model/tagger.bin and model/parser.bin, which
# come first (train.mk): claims are learnt from the tokens and trees that our
# own engine makes. Finished steps are not done again; a step that is cut off
# leaves no file behind. The same corpora give the same bytes. With -j2 two
# folds are done at a time, in about 3 GB of memory.
CLAIM_FOLDS = 0 1 2 3
CLAIM_CFLAGS = $(CORE_CFLAGS) -Itrain -O3 -fno-math-errno -ffp-contract=off
CLAIM_OBJECTS = $(patsubst %.c,build/%.o,$(sort $(wildcard train/claims/*.c))) \
	build/train/claims/train_claims.o
CLAIM_TEXTS = build/train/polnear-train.txt
CLAIM_NEEDS = build/train/train_claims $(CLAIM_TEXTS) model/tagger.bin model/parser.bin
CLAIM_PROPOSERS = $(foreach fold,$(CLAIM_FOLDS),build/train/fold-proposer-$(fold).bin)
CLAIM_DECIDERS = $(foreach fold,$(CLAIM_FOLDS),build/train/fold-decider-$(fold).bin)
TRAIN_CLAIMS = build/train/train_claims

build/train/claims/%.o: train/claims/%.c $(wildcard train/*.h train/claims/*.h) $(CORE_HEADERS) build/lexicon_lists.h
	@mkdir -p $(@D)
	$(CC) $(CLAIM_CFLAGS) -c $< -o $@

build/train/claims/train_claims.o: train/train_claims.c $(wildcard train/*.h train/claims/*.h) $(CORE_HEADERS) build/lexicon_lists.h
	@mkdir -p $(@D)
	$(CC) $(CLAIM_CFLAGS) -c $< -o $@

build/train/train_claims: $(CLAIM_OBJECTS) $(filter-out build/core/embedded%,$(CORE_OBJECTS))
	$(CC) $^ -lm -lstemmer -o $@

build/train/%.txt: $(CORPORA)/attribution/%.jsonl train/attribution.py
	@mkdir -p $(@D)
	python3 train/attribution.py $< $@

build/train/fold-proposer-%.bin: $(CLAIM_NEEDS)
	$(TRAIN_CLAIMS) proposer $(CLAIM_TEXTS) model $@ $* 2> $@.log

build/train/fold-decider-%.bin: $(CLAIM_NEEDS) $(CLAIM_PROPOSERS)
	$(TRAIN_CLAIMS) decider $(CLAIM_TEXTS) model build/train/fold $@ $* 2> $@.log

build/train/proposer.bin: $(CLAIM_NEEDS)
	$(TRAIN_CLAIMS) proposer $(CLAIM_TEXTS) model $@ 2> $@.log

build/train/raw-decider.bin: $(CLAIM_NEEDS) $(CLAIM_PROPOSERS)
	$(TRAIN_CLAIMS) decider $(CLAIM_TEXTS) model build/train/fold $@ 2> $@.log

build/train/decider.bin: build/train/raw-decider.bin $(CLAIM_DECIDERS)
	$(TRAIN_CLAIMS) calibrate $(CLAIM_TEXTS) model build/train/fold $< $@ 2> $@.log

train-claims: build/train/proposer.bin build/train/decider.bin
	cp build/train/proposer.bin model/proposer.bin.new && mv model/proposer.bin.new model/proposer.bin
	cp build/train/decider.bin model/decider.bin.new && mv model/decider.bin.new model/decider.bin

.PHONY: train-claims
