#!/usr/bin/env python3
"""Numbers and ranges: usage: numbers.py CORPORA [--errors]"""
import json
import os
import subprocess
import sys
import tempfile

import framed

SCORER = os.path.join(os.path.dirname(os.path.abspath(__file__)), "score_casualty.py")


def inputs(rows):
    texts = {}
    for row in rows:
        texts.setdefault(row.get("input") or row["id"], row["text"])
    return list(texts.items())


def show_errors(rows, answers):
    found = {answer["id"]: answer["pred"] for answer in answers}
    expected = {}
    for row in rows:
        expected.setdefault(row.get("input") or row["id"], []).append(row)
    for name, gold in expected.items():
        want = {(g["low"], g["high"]) for g in gold if g["kind"] in ("number", "range")}
        have = {(p["low"], p["high"]) for p in found[name]}
        if want != have:
            print(repr(gold[0]["text"]), "want", want, "have", have)


def main():
    path = os.path.join(sys.argv[1], "casualty", "numbers.jsonl")
    rows = framed.records(path)
    answers = framed.run("numbers", inputs(rows))
    if "--errors" in sys.argv:
        show_errors(rows, answers)
    with tempfile.TemporaryDirectory() as scratch:
        predicted = os.path.join(scratch, "numbers.jsonl")
        framed.write(predicted, answers)
        done = subprocess.run([sys.executable, SCORER, "numbers", path, predicted, "--json"],
                              stdout=subprocess.PIPE, check=True, encoding="utf-8")
    print("numbers.jsonl (%d texts)" % len(answers))
    for line, bar in zip(done.stdout.splitlines(), ("bar 0.95", "", "")):
        table = json.loads(line)
        row = table["rows"]["ALL"]
        print("  %-34s P %.3f  R %.3f  F1 %.3f   %s" % (
            table["title"][:34], row["P"], row["R"], row["F1"], bar))


main()
