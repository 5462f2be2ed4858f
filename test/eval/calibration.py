#!/usr/bin/env python3
"""Calibration table: usage: calibration.py CORPORA

For the claims found in PolNeAR dev, by their confidence: how many, what they
promise on average, and how many are right, which means what "attribution full"
means to score_attribution.py.
"""
import os
import sys
import tempfile

import framed
import score_attribution as scorer

EDGES = [0.0, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.001]


def agree(predicted, gold, role):
    return bool(predicted[role] & gold[role]) or (not predicted[role] and not gold[role])


def jaccard(predicted, gold):
    union = len(predicted["content"] | gold["content"])
    return len(predicted["content"] & gold["content"]) / union if union else 1.0


def full(predicted, gold):
    share = jaccard(predicted, gold)
    if share >= 0.5 and agree(predicted, gold, "source") and agree(predicted, gold, "cue"):
        return share
    return None


def judge(article, claims):
    """For each claim its confidence and whether it is right."""
    tokens = scorer.tokenize(article["text"])
    starts, ends = [s for s, _ in tokens], [e for _, e in tokens]

    def read(claim):
        return {role: scorer.to_tokens(claim.get(role) or [], starts, ends, len(tokens))
                for role in scorer.ROLES}

    gold = [read(claim) for claim in article["attributions"]]
    right = {i for i, _ in scorer.match([read(claim) for claim in claims], gold, full)}
    return [(claim["confidence"], i in right) for i, claim in enumerate(claims)]


def table(judged):
    print("confidence        claims   promised   right")
    for low, high in zip(EDGES, EDGES[1:]):
        inside = [(c, r) for c, r in judged if low <= c < high]
        if inside:
            print("%.1f .. %.1f        %6d      %.3f   %.3f" % (
                low, min(high, 1.0), len(inside), sum(c for c, _ in inside) / len(inside),
                sum(r for _, r in inside) / len(inside)))


def main():
    path = os.path.join(sys.argv[1], "attribution", "polnear-dev.jsonl")
    articles = {record["id"]: record for record in framed.records(path)}
    judged = []
    with tempfile.TemporaryDirectory() as scratch:
        predicted = os.path.join(scratch, "predicted.jsonl")
        framed.write(predicted, framed.run("analyse", [(i, a["text"]) for i, a in articles.items()]))
        for record in framed.records(predicted):
            judged += judge(articles[record["id"]], record["attributions"])
    table(judged)
    print()


if __name__ == "__main__":
    main()
