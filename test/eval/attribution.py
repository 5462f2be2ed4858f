#!/usr/bin/env python3
"""Attribution tables: usage: attribution.py CORPORA

PolNeAR dev (the corpus the models were fitted to is its training part), PolNeAR
dev direct quotations only, and GUM news, which no model has seen.
"""
import json
import os
import subprocess
import sys
import tempfile

import framed

SCORER = os.path.join(os.path.dirname(os.path.abspath(__file__)), "score_attribution.py")


def score(gold, predicted, *options):
    done = subprocess.run([sys.executable, SCORER, gold, predicted, "--json", *options],
                          stdout=subprocess.PIPE, check=True)
    return json.loads(done.stdout)["scores"]


def line(name, figures, bar):
    print("  %-34s P %.3f  R %.3f  F1 %.3f   %s" % (
        name, figures["p"], figures["r"], figures["f"], bar))


def tables(name, gold, folder, bars):
    predicted = os.path.join(folder, name + ".jsonl")
    texts = [(record["id"], record["text"]) for record in framed.records(gold)]
    framed.write(predicted, framed.run("analyse", texts))
    print("%s (%d articles)" % (name, len(texts)))
    whole = score(gold, predicted)
    direct = score(gold, predicted, "--direct-only")
    line("attribution full", whole["attribution"]["full"], bars.get("full", ""))
    line("  direct only", direct["attribution"]["full"], bars.get("direct", ""))
    line("  content alone", whole["attribution"]["content"], "")
    for role in ("source", "cue", "content"):
        line("exact " + role, whole["exact"][role], bars.get(role, ""))
    print()


def main():
    folder = os.path.join(sys.argv[1], "attribution")
    with tempfile.TemporaryDirectory() as scratch:
        tables("polnear-dev", os.path.join(folder, "polnear-dev.jsonl"), scratch,
               {"full": "bar 0.66", "direct": "bar 0.83", "source": "bar 0.74",
                "cue": "bar 0.68", "content": "bar 0.58"})
        tables("gum-news-dev", os.path.join(folder, "gum-news-dev.jsonl"), scratch, {})


main()
