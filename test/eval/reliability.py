#!/usr/bin/env python3
"""How often casualty figures are right: usage: reliability.py CORPORA [--fit]

Figures of texts whose keys have figures, by the way in which they were found
(lexicon/toll_reliability.txt). One that the key has too, in kind and number, is
right. A key does not have all figures of its text, so of the others some were
drawn by lot and read by hand (toll_verdicts.tsv); the share of these that are
right stands for the rest.

Prints what the list promises beside what is measured, and then how the list
does when it is fitted to one half of the texts and measured on the other.
--fit prints the lines of the list instead.
"""
import collections
import hashlib
import os
import sys

import framed
import score_casualty as scorer

HERE = os.path.dirname(os.path.abspath(__file__))
SETS = ("muc4", "airwars", "gva", "gvdb", "ucdp-headlines", "wiki-disasters")
DOUBT = 2           # of as many unread figures one is taken to be wrong, one right
MOST = 0.99
BINS = (0.0, 0.3, 0.6, 0.8, 0.9, 0.95, 1.01)


class Cell:
    """The figures that were found in one way."""

    def __init__(self):
        self.count = self.in_key = self.read = self.read_right = 0

    def add(self, in_key, verdict):
        self.count += 1
        self.in_key += in_key
        if not in_key and verdict is not None:
            self.read += 1
            self.read_right += verdict

    def join(self, other):
        for name, value in vars(other).items():
            setattr(self, name, getattr(self, name) + value)

    def rest_right(self):
        return (self.read_right + DOUBT / 2) / (self.read + DOUBT)

    def right(self):
        return self.in_key + (self.count - self.in_key) * self.rest_right()

    def share(self):
        return min(MOST, self.right() / self.count) if self.count else 0.5


def verdicts():
    found = {}
    with open(os.path.join(HERE, "toll_verdicts.tsv"), encoding="utf-8") as lines:
        for line in lines:
            if not line.startswith("#"):
                name, start, end, kind, verdict = line.rstrip("\n").split("\t")
                found[name, int(start), int(end), kind] = verdict == "right"
    return found


def in_key(toll, gold):
    figure = (scorer.kindof(toll["kind"]), toll["low"], toll["high"])
    return any(scorer.meets(figure, target, "value", False) for target in gold)


def figures(corpora):
    """(record, grounds, confidence, in key, verdict) of every figure."""
    read = verdicts()
    for name in SETS:
        records = [record for record in framed.records(
            os.path.join(corpora, "casualty", name + "-dev.jsonl"))
            if any(figure.get("core") for figure in record["gold"])]
        answers = framed.run("tolls", [(r["id"], r["text"]) for r in records])
        for record, answer in zip(records, answers):
            required, optional = scorer.targets(record, "core", "value", False)
            for toll in answer["tolls"]:
                place = (record["id"], toll["start"], toll["end"], toll["kind"])
                yield (record["id"], toll["grounds"], toll["confidence"],
                       in_key(toll, required + optional), read.get(place))


def cells_of(rows):
    cells = collections.defaultdict(Cell)
    for _, grounds, _, key, verdict in rows:
        cells[grounds].add(key, verdict)
    return cells


def table(rows):
    promised = {row[1]: row[2] for row in rows}
    print("found by              figures  in key  read  right of these  promised  measured")
    for grounds, cell in sorted(cells_of(rows).items()):
        print("%-22s %6d   %.3f  %4d           %.3f     %.3f     %.3f" % (
            grounds, cell.count, cell.in_key / cell.count, cell.read,
            cell.read_right / max(1, cell.read), promised[grounds], cell.share()))


def crossed(rows):
    halves = ([], [])
    for row in rows:
        halves[hashlib.sha256(row[0].encode()).digest()[0] % 2].append(row)
    bins = collections.defaultdict(lambda: [Cell(), 0.0])
    for fitted, measured in (halves, halves[::-1]):
        shares = {name: cell.share() for name, cell in cells_of(fitted).items()}
        for name, cell in cells_of(measured).items():
            promise = shares.get(name, 0.5)
            low = max(edge for edge in BINS if edge <= promise)
            bins[low][0].join(cell)
            bins[low][1] += promise * cell.count
    print("fitted to one half, measured on the other")
    print("confidence        figures   promised   right")
    for low, high in zip(BINS, BINS[1:]):
        if low in bins:
            cell, promise = bins[low]
            print("%.2f .. %.2f      %6d      %.3f   %.3f" % (
                low, min(high, 1.0), cell.count, promise / cell.count, cell.share()))


def main():
    rows = list(figures(sys.argv[1]))
    if "--fit" in sys.argv:
        for grounds, cell in sorted(cells_of(rows).items()):
            print("%s\t%d" % (grounds, round(cell.share() * 100) * 10))
        return
    table(rows)
    print()
    crossed(rows)
    print()


if __name__ == "__main__":
    main()
