#!/usr/bin/env python3
"""Articles for the bench: usage: articles.py framed|copy|digests COUNT CORPORA|-

The training and dev articles of corpora/attribution, or without corpora the
articles of demo/ and test/, repeated up to COUNT. Written as framed texts or as
lines for COPY. For digests the training articles alone, each once and framed.
"""
import glob
import itertools
import os
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "eval"))
import framed


def from_corpora(corpora, parts=("polnear-train", "polnear-dev", "gum-news-dev")):
    for part in parts:
        path = os.path.join(corpora, "attribution", part + ".jsonl")
        yield from ((record["id"], record["text"]) for record in framed.records(path))


def from_project():
    for pattern in ("demo/articles/*.txt", "test/articles/*.txt"):
        for path in sorted(glob.glob(os.path.join(framed.TOP, pattern))):
            with open(path, encoding="utf-8") as article:
                yield os.path.basename(path), article.read()


def main():
    form, count, corpora = sys.argv[1], int(sys.argv[2]), sys.argv[3]
    if form == "digests":
        texts = from_project() if corpora == "-" else from_corpora(corpora, ["polnear-train"])
        sys.stdout.buffer.write(framed.frame(list(texts)))
        return
    texts = list(from_project() if corpora == "-" else from_corpora(corpora))
    texts = list(itertools.islice(itertools.cycle(texts), count))
    if form == "framed":
        sys.stdout.buffer.write(framed.frame(texts))
        return
    escapes = str.maketrans({"\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r"})
    for _, text in texts:
        sys.stdout.buffer.write((text.translate(escapes) + "\n").encode("utf-8"))


main()
