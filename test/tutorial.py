"""Runs the statements of a manual page, in order, and compares what they print.

	tutorial.py doc/tutorial.md [--write]

A ```sql block is given to psql, in one session for the whole page; a ```text
block after it is what it must print. A block without one must print nothing but
what is of no interest: it must not fail. --write puts the real output in.
Uses the server that PGHOST and so on point to. Prints TAP.
"""

import re
import subprocess
import sys

BLOCK = re.compile(r"^```sql\n(.*?)^```\n(\n```text\n(.*?)^```\n)?", re.M | re.S)
END = "-- end of block --"


def outputs(blocks):
    script = "".join(f"{block}\n\\echo {END}\n\\warn {END}\n" for block in blocks)
    psql = subprocess.run(["psql", "-X", "-q"], input=script, capture_output=True, text=True, encoding="utf-8")
    streams = []
    for stream in psql.stdout, psql.stderr:
        parts = [re.sub(r"[ \t]+$", "", part, flags=re.M).strip("\n") for part in stream.split(END)]
        streams.append(parts[:-1] + [""] * (len(blocks) - len(parts) + 1))
    return [(printed, [line for line in warned.splitlines() if line.startswith("ERROR:")])
            for printed, warned in zip(*streams)]


def shown(printed, errors):
    return "\n\n".join(filter(None, [printed, "\n".join(errors)]))


def main():
    page = sys.argv[1]
    with open(page, encoding="utf-8") as file:
        text = file.read()
    matches = list(BLOCK.finditer(text))
    results = outputs([match[1] for match in matches])
    if "--write" in sys.argv:
        parts, at = [], 0
        for match, result in zip(matches, results):
            if match[2]:
                parts += [text[at:match.start(3)], shown(*result) + "\n"]
                at = match.end(3)
        with open(page, "w", encoding="utf-8") as file:
            file.write("".join(parts) + text[at:])
        return 0
    failed = 0
    for number, (match, result) in enumerate(zip(matches, results), 1):
        ok = shown(*result) == match[3].strip("\n") if match[2] else not result[1]
        first = match[1].strip().splitlines()[0]
        print(f"{'ok' if ok else 'not ok'} {number} - {first}")
        if not ok:
            failed += 1
            for line in shown(*result).splitlines():
                print("# " + line)
    print(f"1..{len(matches)}")
    return failed > 0 or not matches


sys.exit(main())
