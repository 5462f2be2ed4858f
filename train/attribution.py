#!/usr/bin/env python3
"""Turns annotated attributions (JSON lines) into what train_claims reads.

usage: attribution.py IN.jsonl OUT

For each article a line "article ID BYTES CLAIMS", the text as BYTES bytes of
UTF-8 and a line end, then for each claim a line "claim" with, for source, cue
and content in turn, the number of pieces and the first byte and end of each.
"""
import json
import os
import sys


def byte_offsets(text):
    offsets, total = [0], 0
    for character in text:
        total += len(character.encode("utf-8"))
        offsets.append(total)
    return offsets


def main():
    source, target = sys.argv[1:]
    with open(source, encoding="utf-8") as lines, open(target + ".new", "wb") as out:
        for line in lines:
            article = json.loads(line)
            text, claims = article["text"], article.get("attributions") or []
            at = byte_offsets(text)
            out.write(b"article %s %d %d\n" % (article["id"].encode(), at[-1], len(claims)))
            out.write(text.encode("utf-8") + b"\n")
            for claim in claims:
                numbers = []
                for role in ("source", "cue", "content"):
                    pieces = sorted(claim.get(role) or [])
                    numbers.append(len(pieces))
                    for start, end in pieces:
                        numbers += [at[start], at[end]]
                out.write(("claim " + " ".join(map(str, numbers)) + "\n").encode())
    os.replace(target + ".new", target)


if __name__ == "__main__":
    main()
