#!/usr/bin/env python3
"""Naming of sources on GUM news: usage: naming.py CORPORA [--show]

The spans of the attributions are given. A source is named right when its key
is one of the names that the annotated chain has for it, or its words are all
of one of them, or the other way round, the last word or the first being the
same. Sources without a name in the text are left out.
"""
import os
import re
import sys

import claims_cases
import framed


def words(text):
    text = text.lower().translate({0x2019: "'", 0x2018: "'"})
    text = re.sub(r"'s\b", "", text)
    return [word for word in re.findall(r"[^\W_]+(?:[.'-][^\W_]+)*", text)
            if word not in ("the", "a", "an")]


def agree(key, name):
    a, b = words(key), words(name)
    if not a or not b:
        return False
    smaller, larger = (a, b) if len(a) <= len(b) else (b, a)
    return set(smaller) <= set(larger) and (a[-1] == b[-1] or a[0] == b[0] or len(smaller) > 1)


def main():
    corpora = sys.argv[1]
    articles = framed.records(os.path.join(corpora, "attribution", "gum-news-dev.jsonl"))
    for article in articles:
        article["claims"] = [{"source": a["source"], "cue": a["cue"], "content": a["content"],
                              "parent": None, "entity": a.get("source_entity")}
                             for a in article["attributions"]]
    counts = {"all": [0, 0], "pronoun": [0, 0], "other": [0, 0]}
    for article, answer in zip(articles, claims_cases.predict(articles, True, False)):
        for claim, guess in zip(article["claims"], answer["claims"]):
            entity = claim["entity"]
            if not entity or not entity.get("names") or not claim["source"]:
                continue
            text = " ".join(article["text"][start:end] for start, end in claim["source"])
            form = "pronoun" if text.lower() in ("he", "she", "it", "they", "who", "which", "i", "we") else "other"
            names = entity["names"] + ([entity["wiki"].replace("_", " ")] if entity.get("wiki") else [])
            right = any(agree(guess["source_key"] or "", name) for name in names)
            for kind in ("all", form):
                counts[kind][0] += right
                counts[kind][1] += 1
            if not right and "--show" in sys.argv:
                print("%s [%s]: %r, not %r" % (article["id"], text, names[:4], guess["source_key"]))
    print("source naming, GUM news")
    for kind, (right, of) in counts.items():
        print("  %-8s %.3f of %d" % (kind, right / of if of else 0, of))


if __name__ == "__main__":
    main()
