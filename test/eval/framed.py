"""Hands texts to a program of build/ and reads its answers, a JSON object a line."""
import json
import os
import subprocess

TOP = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))


def records(path):
    with open(path, encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def frame(texts):
    """texts: (id, text) pairs."""
    parts = []
    for name, text in texts:
        data = text.encode("utf-8", "surrogatepass")
        parts.append(b"%s\t%d\n%s\n" % (name.encode("utf-8"), len(data), data))
    return b"".join(parts)


def run(program, texts, arguments=()):
    """The answers of build/<program>, in the order of the texts."""
    done = subprocess.run([os.path.join(TOP, "build", program), *arguments],
                          input=frame(texts), stdout=subprocess.PIPE, check=True)
    return [json.loads(line) for line in done.stdout.decode("utf-8").splitlines()]


def write(path, answers):
    with open(path, "w", encoding="utf-8") as out:
        for answer in answers:
            out.write(json.dumps(answer, ensure_ascii=False) + "\n")
