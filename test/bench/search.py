#!/usr/bin/env python3
"""Many claims out of some: search.py COUNT < claims > rows

Reads claims, the JSON of news_claim as COPY writes it, and writes COUNT rows
for COPY: number, key of the source, content, claim. Every round over the claims
gives all but the common words, names among them, another spelling of the same
length, and the figures another size: so the number of different words, names
and figures grows with the number of claims, as it does in news.
"""
import collections
import itertools
import json
import re
import sys
import zlib

COMMON_WORDS = 1500
WORD = re.compile(r"\\.|[A-Za-z]{4,}")
TOLL = re.compile(r'("toll": "[a-z]+ [^0-9"]*)([0-9]+)(?:\.\.([0-9]+))?"')
LETTERS = ("aeiou", "bcdfghjklmnpqrstvwxz")

# keys and names of values in the JSON, which stay as they are
FIXED = set("""version error claim parent source text stance negated denies certainty quote content
    sentence passage kind said confidence sources name role first mentions claims denials tolls toll
    figure victims victim group place happened from until scope part counts bytes title body excerpts
    names true false null person country organisation media anonymous document unknown state affirm
    deny concede accuse demand promise warn believe question support certain hedged direct mixed
    indirect headline dateline byline caption related boilerplate killed wounded casualties missing
    captured detained displaced released rescued incident cumulative subset planned hypothetical
    civilians combatants children women medics journalists workers police hostages prisoners""".split())


def respell(word, number):
    """The word with other letters in its first half."""
    seed = zlib.crc32(b"%d %s" % (number, word.lower().encode()))
    letters = list(word)
    for place in range((len(word) + 1) // 2):
        for alphabet in LETTERS:
            at = alphabet.find(letters[place].lower())
            if at >= 0:
                letter = alphabet[(at + 1 + (seed >> place) % (len(alphabet) - 1)) % len(alphabet)]
                letters[place] = letter.upper() if letters[place].isupper() else letter
    return "".join(letters)


def resize(match, number):
    """A figure with its bounds multiplied, so that they keep their order."""
    factor = (1, 1, 2, 3, 5, 12, 40)[number % 7]
    bounds = [str(int(bound) * factor + number % 11) for bound in match.groups()[1:] if bound]
    return match.group(1) + "..".join(bounds) + '"'


class Pieces:
    """A text cut into words that change and what stands between them."""

    def __init__(self, text, common):
        self.fixed = []
        self.words = []
        start = 0
        for match in WORD.finditer(text):
            word = match.group()
            if word[0] != "\\" and word.lower() not in common:
                self.fixed.append(text[start:match.start()])
                self.words.append(word)
                start = match.end()
        self.rest = text[start:]

    def spelt(self, spelling):
        return "".join(itertools.chain.from_iterable(
            (fixed, spelling[word]) for fixed, word in zip(self.fixed, self.words))) + self.rest


class Spelling(dict):
    def __init__(self, number):
        super().__init__()
        self.number = number

    def __missing__(self, word):
        self[word] = respell(word, self.number) if self.number else word
        return self[word]


def source_key(claim):
    return claim["sources"][claim["source_no"] - 1]["key"] if "source_no" in claim else ""


def cuts_words(claim):
    """Whether a role has only a part of a word, "not" of "cannot": it would be spelt otherwise."""
    kept = " ".join(excerpt["text"] for part in ("title", "body") for excerpt in claim.get(part, {}).get("excerpts", []))
    roles = [record.get(role, "") for record in [claim] + claim["tolls"]
             for role in ("source_text", "cue", "content", "figure_text", "victims", "place")]
    return not {word for role in roles for word in re.findall("[A-Za-z]+", role)} <= set(re.findall("[A-Za-z]+", kept))


def columns(text, common):
    claim = json.loads(text)
    if cuts_words(claim):
        return None
    return [Pieces(column, common) for column in (source_key(claim), claim.get("content", ""), text)]


def main():
    count = int(sys.argv[1])
    texts = [line.rstrip("\n").replace("\\\\", "\\") for line in sys.stdin]
    words = collections.Counter(word.lower() for text in texts for word in WORD.findall(text))
    common = FIXED | {word for word, _ in words.most_common(COMMON_WORDS)}
    rows = [row for row in (columns(text, common) for text in texts) if row]
    escapes = str.maketrans({"\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r"})
    for number in range(count):
        if number % len(rows) == 0:
            turn = number // len(rows)
            spelling = Spelling(turn)
        key, content, claim = (column.spelt(spelling) for column in rows[number % len(rows)])
        claim = TOLL.sub(lambda match: resize(match, turn), claim)
        print(number, *(text.translate(escapes) for text in (key, content, claim)), sep="\t")


main()
