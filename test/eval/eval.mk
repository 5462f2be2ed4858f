# Accuracy, measured on annotated texts that are not part of the project:
#   make eval CORPORA=folder
EVAL_PROGRAMS = build/analyse build/voices build/segment build/parse build/numbers build/tolls
EVAL_CFLAGS   = $(CORE_CFLAGS) -D_POSIX_C_SOURCE=200809L -Itest/eval

build/analyse build/voices: build/%: test/eval/%.c test/eval/print_claims.c test/eval/print_claims.h test/eval/framed.c test/eval/framed.h build/libnewsdesk-core.a
	$(CC) $(EVAL_CFLAGS) $< test/eval/print_claims.c test/eval/framed.c build/libnewsdesk-core.a -lstemmer -o $@

build/segment build/numbers build/tolls: build/%: test/eval/%.c test/eval/framed.c test/eval/framed.h build/libnewsdesk-core.a
	$(CC) $(EVAL_CFLAGS) $< test/eval/framed.c build/libnewsdesk-core.a -lstemmer -o $@

build/parse: test/eval/parse.c train/conllu.c train/must.c build/libnewsdesk-core.a
	$(CC) $(EVAL_CFLAGS) -Itrain $^ -lstemmer -o $@

eval: $(EVAL_PROGRAMS)
	@test -d "$(CORPORA)" || { echo "usage: make eval CORPORA=folder"; exit 1; }
	@test/machine.sh
	@python3 test/eval/attribution.py $(CORPORA)
	@python3 test/eval/claims_cases.py $(CORPORA)
	@python3 test/eval/naming.py $(CORPORA)
	@python3 test/eval/numbers.py $(CORPORA)
	@python3 test/eval/tolls.py $(CORPORA)
	@python3 test/eval/happened.py $(CORPORA)
	@python3 test/eval/reliability.py $(CORPORA)
	@python3 test/eval/calibration.py $(CORPORA)
	@python3 test/eval/syntax.py $(CORPORA)
	@python3 test/eval/segmentation.py $(CORPORA)
	@python3 test/eval/passages.py $(CORPORA)

.PHONY: eval
