#!/usr/bin/env python3
"""Measure passages.

usage: passages.py CORPORA [--program build/segment] [--errors N]

corpora/boilerplate: lines labelled content or boilerplate (others are left
out). A line is kept when it is read as body or headline. "lost" is the share
of content lines that are not kept; boilerplate F1 is over lines not kept.
corpora/cases: the share of characters with the kind that gold has.
"""
import argparse, collections, json, os, random

from segmentation import f1, run


def kinds_by_line(texts, predicted):
    for lines, p in zip(texts, predicted):
        at, kinds, passages, k = 0, [], p["passages"], 0
        for line in lines:
            middle = at + len(line) - len(line.lstrip())
            while k < len(passages) and passages[k]["at"][1] <= middle:
                k += 1
            inside = k < len(passages) and passages[k]["at"][0] <= middle
            kinds.append(passages[k]["kind"] if inside else "none")
            at += len(line) + 1
        yield kinds


def boilerplate(path, program, errors):
    with open(path, encoding="utf-8") as f:
        records = [json.loads(line) for line in f]
    texts = [[l["text"].replace("\n", " ").replace("\r", " ") for l in r["lines"]] for r in records]
    predicted = run(program, ["\n".join(t) for t in texts])
    counts = collections.defaultdict(collections.Counter)
    lost, kept = [], []
    for record, lines, kinds in zip(records, texts, kinds_by_line(texts, predicted)):
        for line, text, kind in zip(record["lines"], lines, kinds):
            if line["label"] not in ("content", "boilerplate"):
                continue
            keep = kind in ("body", "headline")
            for group in (record["lang"], "all"):
                counts[group][line["label"], keep] += 1
            if record["lang"] == "en" and line["label"] == "content" and not keep:
                lost.append((kind, text))
            if record["lang"] == "en" and line["label"] == "boilerplate" and keep:
                kept.append((kind, text))
    for group in ("en", "all"):
        c = counts[group]
        content = c["content", True] + c["content", False]
        noise = c["boilerplate", True] + c["boilerplate", False]
        right = c["content", True] + c["boilerplate", False]
        p, r, f = f1(c["boilerplate", False], c["boilerplate", False] + c["content", False], noise)
        print("%-20s %-4s lines %6d  accuracy %.4f  content lost %.4f  boilerplate P %.4f R %.4f F1 %.4f" % (
            os.path.basename(path), group, content + noise, right / (content + noise),
            c["content", False] / content, p, r, f))
    random.seed(1)
    for name, sample in (("lost", lost), ("kept", kept)):
        for kind, text in random.sample(sample, min(errors, len(sample))):
            print("  %s as %-11s %r" % (name, kind, text[:140]))


def cases(path, program, errors):
    with open(path, encoding="utf-8") as f:
        records = [json.loads(line) for line in f]
    predicted = run(program, [r["text"] for r in records])
    right = total = 0
    pairs = collections.Counter()
    for record, p in zip(records, predicted):
        text = record["text"]
        gold, ours = [None] * len(text), [None] * len(text)
        for to, passages in ((gold, record["passages"]), (ours, p["passages"])):
            for passage in passages:
                s, e = passage["at"]
                to[s:e] = [passage["kind"]] * (e - s)
        wrong = collections.Counter()
        for i, c in enumerate(text):
            if not c.isspace():
                total += 1
                right += gold[i] == ours[i]
                pairs[gold[i], ours[i]] += 1
                if gold[i] != ours[i]:
                    wrong[gold[i], ours[i]] += 1
        if wrong and errors:
            print("  %s %s" % (record["id"], dict(wrong)))
    print("%-20s characters %d  right kind %.4f" % (os.path.basename(path), total, right / total))
    for (g, o), n in sorted(pairs.items(), key=lambda x: -x[1]):
        if g != o:
            print("  gold %-12s ours %-12s %6d" % (g, o, n))


def main():
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpora")
    parser.add_argument("--program", default="build/segment")
    parser.add_argument("--errors", type=int, default=0)
    a = parser.parse_args()
    for name in ("extracted-dev.jsonl", "pages-dev.jsonl"):
        boilerplate(os.path.join(a.corpora, "boilerplate", name), a.program, a.errors)
    cases(os.path.join(a.corpora, "cases", "claims-dev.jsonl"), a.program, a.errors)


if __name__ == "__main__":
    main()
