#!/usr/bin/env python3
"""Days of casualty figures: usage: happened.py CORPORA

Collections whose keys have the day of the event. Of the figures that are those
of the key in kind and number: how many have days, how many of these hold the
day of the event, how many are that one day.
"""
import collections
import datetime
import os
import sys

import framed

EPOCH = datetime.date(1970, 1, 1)


def day(text):
    for form in ("%Y-%m-%d", "%B %d, %Y"):
        try:
            return (datetime.datetime.strptime(text, form).date() - EPOCH).days
        except (TypeError, ValueError):
            pass
    return None


def is_of_key(toll, gold):
    return any(toll["kind"] == figure["kind"] and
               [toll["low"], toll["high"]] in (figure.get("alts") or [[figure["low"], figure["high"]]])
               for figure in gold)


def verdict(toll, event):
    since, until = toll["happened_from"], toll["happened_until"]
    if since is None:
        return "none"
    if since == until == event:
        return "day"
    return "range" if since <= event <= (event if until is None else until) else "wrong"


def main():
    for name in ("gva", "airwars"):
        path = os.path.join(sys.argv[1], "casualty", name + "-dev.jsonl")
        records = [r for r in framed.records(path) if day(r.get("date")) is not None]
        texts = []
        for record in records:
            published = day(record.get("published"))
            texts.append(("%s@%d" % (record["id"], published) if published else record["id"],
                          record["text"]))
        counts = collections.Counter()
        for record, answer in zip(records, framed.run("tolls", texts)):
            for toll in answer["tolls"]:
                if not toll["negated"] and is_of_key(toll, record["gold"]):
                    counts[verdict(toll, day(record["date"]))] += 1
        dated = counts["day"] + counts["range"] + counts["wrong"]
        print("happened, %-25s figures %d  with days %.3f  of these right %.3f  that very day %.3f" % (
            name, dated + counts["none"], dated / max(1, dated + counts["none"]),
            (counts["day"] + counts["range"]) / max(1, dated), counts["day"] / max(1, dated)))


main()
