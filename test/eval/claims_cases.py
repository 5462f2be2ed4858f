#!/usr/bin/env python3
"""Claims with their sources on mini-articles.

usage: claims_cases.py CORPORA [--given | --outer] [--show N]

Scores corpora/cases/claims-dev.jsonl and the articles of seeds/gold. --given
takes the spans of source, cue and content as given and judges all else. --outer
gives only the claims that are in no other and have a cue: the rules find the
rest.
"""
import glob
import json
import os
import subprocess
import sys
import tempfile

import framed

HERE = os.path.dirname(os.path.abspath(__file__))
SCORER = os.path.join(HERE, "score_claims.py")


def byte_offsets(text):
    offsets, total = [0], 0
    for character in text:
        total += len(character.encode("utf-8"))
        offsets.append(total)
    return offsets


def spans_of(article, outer):
    at = byte_offsets(article["text"])
    claims = [claim for claim in article["claims"]
              if not outer or (claim["parent"] is None and claim["cue"])]
    lines = [str(len(claims))]
    for claim in claims:
        numbers = []
        for role in ("source", "cue", "content"):
            pieces = sorted(claim[role])
            numbers.append(len(pieces))
            for start, end in pieces:
                numbers += [at[start], at[end]]
        lines.append(" ".join(map(str, numbers)))
    return "\n".join(lines)


def predict(articles, given, outer):
    if given or outer:
        pairs = []
        for article in articles:
            pairs += [(article["id"], article["text"]), ("spans", spans_of(article, outer))]
        return framed.run("voices", pairs, ["complete"] if outer else [])
    return framed.run("analyse", [(article["id"], article["text"]) for article in articles])


def main():
    corpora, options = sys.argv[1], sys.argv[2:]
    show = options[options.index("--show") + 1] if "--show" in options else "0"
    cases = framed.records(os.path.join(corpora, "cases", "claims-dev.jsonl"))
    gold = []
    for path in sorted(glob.glob(os.path.join(corpora, "..", "seeds", "gold", "*.json"))):
        with open(path, encoding="utf-8") as source:
            gold.append(json.load(source))
    for name, articles in (("claims-dev", cases), ("seeds/gold", gold)):
        with tempfile.TemporaryDirectory() as scratch:
            truth = os.path.join(scratch, "gold.jsonl")
            answer = os.path.join(scratch, "pred.jsonl")
            framed.write(truth, articles)
            framed.write(answer, predict(articles, "--given" in options, "--outer" in options))
            print(name, flush=True)
            subprocess.run([sys.executable, SCORER, truth, answer, "--show-errors", show], check=True)
            print(flush=True)


if __name__ == "__main__":
    main()
