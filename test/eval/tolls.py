#!/usr/bin/env python3
"""Casualty figures: usage: tolls.py CORPORA [set ...]

The cases written for this project, then news and encyclopaedia texts whose
figures others wrote down: value F1 on their core figures.
"""
import collections
import json
import os
import subprocess
import sys
import tempfile

import framed

HERE = os.path.dirname(os.path.abspath(__file__))
OF_MATCHED = (("kind", 0.93), ("hedge", 0.95), ("scope", 0.80), ("victims", 0.85),
              ("victim_group", None), ("part_of", 0.75), ("negated", 0.85),
              ("source_key", 0.80))


def score(program, *arguments):
    done = subprocess.run([sys.executable, os.path.join(HERE, program), *arguments, "--json"],
                          stdout=subprocess.PIPE, check=True, encoding="utf-8")
    return json.loads(done.stdout if program == "score_tolls.py" else done.stdout.splitlines()[0])


def bar(value):
    return "bar %.2f" % value if value else ""


def line(name, figures, want):
    print("  %-34s P %.3f  R %.3f  F1 %.3f   %s" % (
        name, figures[0], figures[1], figures[2], want))


def cases(corpora, scratch):
    gold = os.path.join(corpora, "cases", "tolls-dev.jsonl")
    predicted = os.path.join(scratch, "cases.jsonl")
    texts = [(record["id"], record["text"]) for record in framed.records(gold)]
    framed.write(predicted, framed.run("tolls", texts))
    table = score("score_tolls.py", gold, predicted)
    print("tolls-dev (%d texts)" % len(texts))
    for name, want in (("detection", "bar 0.88 / 0.88"), ("figure", ""), ("full figure", "bar 0.80")):
        line(name, [table[name][key] for key in ("precision", "recall", "f1")], want)
    for name, want in OF_MATCHED:
        given = table["accuracy_given"].get(name)
        print("  %-34s %.3f%s   %s" % (
            "of these, " + name, table["accuracy"][name]["accuracy"],
            "  where given %.3f" % given["accuracy"] if given else "", bar(want)))


def stated(toll):
    return toll["high"] if toll["low"] is None else toll["low"]


def said_most(tolls):
    """The figure told most often, the first of those at a tie."""
    counts = collections.Counter(stated(toll) for toll in tolls)
    return [max(tolls, key=lambda toll: counts[stated(toll)])]


def greatest(tolls):
    return [max(tolls, key=stated)]


# Coders of news on one event write down one figure of each kind, encyclopaedias
# the final one; the keys of MUC have several events in a text.
SETS = (("muc4", lambda tolls: tolls, 0.70), ("airwars", said_most, 0.65),
        ("gva", said_most, 0.62), ("gvdb", said_most, 0.50),
        ("ucdp-headlines", said_most, 0.70), ("wiki-disasters", greatest, 0.70))


def as_figures(answer, choose):
    """What a coder would write down: no part, plan, zero or denied figure, no "a man"."""
    kinds = {}
    for toll in answer["tolls"]:
        if stated(toll) > 0 and not toll["negated"] and toll["scope"] in ("incident", "cumulative") and \
                not toll["text"].lower().startswith(("a ", "an ")):
            kinds.setdefault(toll["kind"], []).append(toll)
    return {"id": answer["id"], "pred": [
        {"kind": toll["kind"], "low": toll["low"], "high": toll["high"]}
        for tolls in kinds.values() for toll in choose(tolls)]}


def figures(corpora, scratch, name, choose, want):
    gold = os.path.join(corpora, "casualty", name + "-dev.jsonl")
    predicted = os.path.join(scratch, name + ".jsonl")
    texts = [(record["id"], record["text"]) for record in framed.records(gold)]
    answers = framed.run("tolls", texts)

    def table(title, choose, want, *options):
        framed.write(predicted, (as_figures(answer, choose) for answer in answers))
        rows = score("score_casualty.py", "figures", gold, predicted, *options)["rows"]
        line(title, [rows["ALL"][key] for key in ("P", "R", "F1")], want)

    table(name + ", value", choose, bar(want), "--level", "value")
    table("  every figure found", lambda tolls: tolls, "", "--level", "value")
    if name == "airwars":
        table("  each bound", choose, "", "--level", "bounds")
    if name == "wiki-disasters":
        table("  hedged, strict", choose, "", "--hedged", "--level", "strict")


def main():
    corpora = sys.argv[1]
    wanted = sys.argv[2:]
    with tempfile.TemporaryDirectory() as scratch:
        if not wanted or "cases" in wanted:
            cases(corpora, scratch)
        for name, choose, want in SETS:
            if not wanted or name in wanted:
                figures(corpora, scratch, name, choose, want)


main()
