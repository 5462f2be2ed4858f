#!/usr/bin/env python3
"""Measure sentences and tokens.

usage: segmentation.py CORPORA [--program build/segment] [--errors N] [--only NAME]

Boundary F1 counts ends of sentences within a text by the non-space characters
before them (as score_segmentation.py); token F1 counts exact spans.
"""
import argparse, collections, gzip, json, os, re, subprocess

SPACE = re.compile(r"\s+")


def run(program, texts):
    """[text, ...] -> [{"sentences", "tokens", ...}, ...]"""
    data = b"".join(b"%d\t%d\n%s\n" % (i, len(t.encode()), t.encode()) for i, t in enumerate(texts))
    out = subprocess.run([program], input=data, stdout=subprocess.PIPE, check=True).stdout
    return [json.loads(line) for line in out.decode().splitlines()]


def cuts(sentences):
    out, n = [], 0
    for s in sentences:
        k = len(SPACE.sub("", s))
        if k:
            n += k
            out.append(n)
    return out


def f1(hit, found, gold):
    p, r = hit / found if found else 0, hit / gold if gold else 0
    return p, r, 2 * p * r / (p + r) if p + r else 0


def boundaries(name, texts, gold, predicted, errors):
    hit = found = wanted = exact = 0
    for text, g, p in zip(texts, gold, predicted):
        p = [text[s:e] for s, e in p["sentences"]]
        gb, pb = cuts(g), cuts(p)
        hit += len(set(gb[:-1]) & set(pb[:-1]))
        found += len(set(pb[:-1]))
        wanted += len(set(gb[:-1]))
        exact += gb == pb
        if gb != pb and errors > 0:
            errors -= 1
            print("  gold %r\n  ours %r" % (g, p))
    print("%-24s texts right %4d of %4d   boundary P %.4f R %.4f F1 %.4f" % (
        (name, exact, len(texts)) + f1(hit, found, wanted)))


def read_conllu(path):
    """Yields (text, sentence spans, token spans) for each paragraph."""
    text, sentences, tokens, start = "", [], [], 0
    inside, left = [], 0
    with gzip.open(path, "rt", encoding="utf-8") as file:
        for line in file:
            line = line.rstrip("\n")
            if line.startswith("# newpar") or line.startswith("# newdoc"):
                if sentences:
                    yield text, sentences, tokens
                text, sentences, tokens, start = "", [], [], 0
                continue
            if not line:
                end = len(text.rstrip())
                if end > start:
                    sentences.append((start, end))
                start = len(text)
                continue
            if line[0] == "#":
                continue
            column = line.split("\t")
            space = "" if "SpaceAfter=No" in column[9] else " "
            if "." in column[0]:
                continue
            if "-" in column[0]:
                a, b = map(int, column[0].split("-"))
                left, at, inside = b - a + 1, len(text), []
                word = column[1]
                text += word + space
                continue
            if left:
                left -= 1
                inside.append(column[1])
                if left == 0:
                    if "".join(inside) == word:
                        for form in inside:
                            tokens.append((at, at + len(form)))
                            at += len(form)
                    else:
                        tokens.append((at, at + len(word)))
                continue
            tokens.append((len(text), len(text) + len(column[1])))
            text += column[1] + space
    if sentences:
        yield text, sentences, tokens


def treebank(name, path, program, errors):
    gold = list(read_conllu(path))
    texts = [g[0] for g in gold]
    predicted = run(program, texts)
    boundaries(name, texts, [[t[s:e] for s, e in g[1]] for t, g in zip(texts, gold)], predicted, 0)
    hit = found = wanted = 0
    wrong = collections.Counter()
    for (text, _, g), p in zip(gold, predicted):
        g, p = set(g), set(map(tuple, p["tokens"]))
        hit += len(g & p)
        found += len(p)
        wanted += len(g)
        for s, e in g - p:
            near = sorted(t for t in p if t[0] < e and s < t[1])
            wrong[(text[s:e], " ".join(text[a:b] for a, b in near))] += 1
    print("%-24s tokens P %.4f R %.4f F1 %.4f" % ((name,) + f1(hit, found, wanted)))
    if errors:
        for (g, p), n in wrong.most_common(errors):
            print("  %3d gold %-24s ours %s" % (n, g, p))


def main():
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpora")
    parser.add_argument("--program", default="build/segment")
    parser.add_argument("--errors", type=int, default=0)
    parser.add_argument("--only", default="")
    a = parser.parse_args()
    for name in ("golden-rules", "pragmatic-english", "ewt-dev"):
        if a.only not in name:
            continue
        with open(os.path.join(a.corpora, "segmentation", name + ".jsonl"), encoding="utf-8") as f:
            gold = [json.loads(line) for line in f]
        texts = [g["text"] for g in gold]
        boundaries(name, texts, [g["sentences"] for g in gold], run(a.program, texts), a.errors)
    if a.only in "gum-news":
        with open(os.path.join(a.corpora, "coreference", "gum-news-coref.jsonl"), encoding="utf-8") as f:
            gold = [json.loads(line) for line in f]
        texts = [g["text"] for g in gold]
        boundaries("gum-news", texts, [[g["text"][s:e] for s, e in g["sentences"]] for g in gold],
                   run(a.program, texts), a.errors)
    for name in ("en_ewt-ud-dev", "en_gum-ud-dev", "en_ewt-ud-train", "en_gum-ud-train"):
        if a.only in name and (a.only or "train" not in name):
            treebank(name, os.path.join(a.corpora, "syntax", name + ".conllu.gz"), a.program, a.errors)


if __name__ == "__main__":
    main()
