#!/usr/bin/env python3
"""Calibration tables: usage: calibration.py CORPORA [--fit]

For the claims found in PolNeAR dev, by their confidence: how many, what they
promise on average, and how many are right, which means what "attribution full"
means to score_attribution.py. Then the same for the rules that add claims, on
claims-dev and seeds/gold, rule by rule.

--fit prints what lexicon/rule_confidences.txt should hold: the mean of what is
right in the articles with every claim marked, and in the training part of
PolNeAR, where fewer kinds of claims are marked and the models leave no other
claims over than unmarked ones; for what PolNeAR does not mark at all, the former
alone.
"""
import glob
import json
import os
import sys

import framed
import score_attribution as scorer

EDGES = [0.0, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.001]
RULES = os.path.join(framed.TOP, "lexicon", "rule_confidences.txt")
UNMARKED = ("verb inside", "noun inside", "hearsay", "passive", "expletive", "quotation")


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

    gold = [read(claim) for claim in article.get("claims", article.get("attributions"))]
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


def answers(articles):
    return zip(articles, framed.run("analyse", [(a["id"], a["text"]) for a in articles]))


def read_rules():
    """The rules by their confidence in thousandths, which tells them apart."""
    with open(RULES, encoding="utf-8") as lines:
        pairs = [line.rstrip("\n").split("\t") for line in lines if not line.startswith("#")]
    return {int(value): rule for rule, value in pairs}


def count_rules(articles, rules):
    """How many claims of each rule there are, and how many of them are right."""
    counts = {rule: [0, 0] for rule in rules.values()}
    for article, answer in answers(articles):
        found = {json.dumps([c["source"], c["cue"], c["content"]]) for c in answer["attributions"]}
        for claim, (confidence, right) in zip(answer["claims"], judge(article, answer["claims"])):
            rule = rules.get(round(1000 * confidence))
            known = json.dumps([claim["source"], claim["cue"], claim["content"]]) in found
            if rule and known == (rule == "filled"):
                counts[rule][0] += 1
                counts[rule][1] += right
    return counts


def complete_articles(corpora):
    articles = framed.records(os.path.join(corpora, "cases", "claims-dev.jsonl"))
    for path in sorted(glob.glob(os.path.join(corpora, "..", "seeds", "gold", "*.json"))):
        with open(path, encoding="utf-8") as source:
            articles.append(json.load(source))
    return articles


def rule_table(corpora):
    rules = read_rules()
    counts = count_rules(complete_articles(corpora), rules)
    print("rule              claims   promised   right")
    for value, rule in sorted(rules.items(), key=lambda pair: pair[1]):
        of, right = counts[rule]
        if of:
            print("%-17s %6d      %.3f   %.3f" % (rule, of, value / 1000, right / of))


def share(of, right):
    """Never 0 or 1, since both counts are small."""
    return (right + 1) / (of + 2)


def fit(corpora):
    rules = read_rules()
    marked = count_rules(complete_articles(corpora), rules)
    train = count_rules(framed.records(os.path.join(corpora, "attribution", "polnear-train.jsonl")), rules)
    taken = set()
    for rule in sorted(marked):
        value = share(*marked[rule])
        if rule not in UNMARKED:
            value = (value + share(*train[rule])) / 2
        value = round(1000 * value)
        while value in taken:
            value += 1
        taken.add(value)
        print("%s\t%03d" % (rule, value))
        print("%-17s marked %s  train %s" % (rule, marked[rule], train[rule]), file=sys.stderr)


def main():
    corpora = sys.argv[1]
    if "--fit" in sys.argv:
        fit(corpora)
        return
    judged = []
    dev = framed.records(os.path.join(corpora, "attribution", "polnear-dev.jsonl"))
    for article, answer in answers(dev):
        judged += judge(article, answer["attributions"])
    table(judged)
    print()
    rule_table(corpora)
    print()


if __name__ == "__main__":
    main()
