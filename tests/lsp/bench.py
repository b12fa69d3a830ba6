#!/usr/bin/env python3
"""Measures `soiree lsp` from outside: time from a keystroke to its diagnostics.

usage: bench.py SOIREE [KEYSTROKES]
"""

import json
import pathlib
import subprocess
import sys
import tempfile
import time

SENTENCES = [
    "Rye needs a long night before it tastes of anything at all.",
    "My neighbour bakes hers in an iron pot with the lid on.",
    "The crust crackles under the knife when the kitchen is cold.",
    "What would you put into the oven after the bread is done?",
    "We weighed the flour twice and still had to add some water.",
    "In the market they sell caraway seeds by the spoon.",
]


class Client:
    """Speaks to one server; only what the measurement needs."""

    def __init__(self, binary, folder):
        self.server = subprocess.Popen([binary, "lsp"], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self.send({"id": 0, "method": "initialize",
                   "params": {"processId": None, "rootUri": folder.as_uri(), "capabilities": {}}})
        while b'"id":0' not in self.receive():
            pass
        self.notify("initialized", {})

    def send(self, message):
        content = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self.server.stdin.write(b"Content-Length: %d\r\n\r\n" % len(content) + content)
        self.server.stdin.flush()

    def notify(self, method, params):
        self.send({"method": method, "params": params})

    def receive(self):
        length = 0
        while True:
            line = self.server.stdout.readline().strip()
            if not line:
                break
            name, value = line.split(b":", 1)
            if name.lower() == b"content-length":
                length = int(value)
        return self.server.stdout.read(length)

    def wait_for_version(self, version):
        # The keys of a message come in alphabetical order: `version` is the last of `params`.
        wanted = b'"version":%d}' % version
        while wanted not in self.receive():
            pass

    def receive_raw(self):
        return self.receive()

    def close(self):
        self.server.stdin.close()
        self.server.wait()


def memory_of(process):
    for line in pathlib.Path(f"/proc/{process.pid}/status").read_text().splitlines():
        if line.startswith("VmRSS"):
            return int(line.split()[1]) / 1024
    return 0


def article(size):
    text, i = "---\ntitle: A loaf\ndate: 2024-03-01\n---\n\n", 0
    while len(text) < size:
        text += SENTENCES[i % len(SENTENCES)] + ("\n\n" if i % 5 == 4 else " ")
        i += 1
    return text + "\n"


def moment(i):
    return f"{2020 + i // 3600}-{i // 300 % 12 + 1:02}-{i // 12 % 25 + 1:02}", f"{i % 12 + 8:02}:00"


def words(i):
    return f"Batch {i}: {SENTENCES[i % len(SENTENCES)]}"


def schedule(posts, silenced=False):
    text = "soiree: {disable: [flooding]}\nposts:\n" if silenced else "posts:\n"
    for i in range(posts):
        day, clock = moment(i)
        if silenced and i % 100 == 0:
            text += "  # soiree-disable-next-line near-duplicate\n"
        text += f"  - time: {day}T{clock}:00Z\n    channel: mastodon\n    text: \"{words(i)}\"\n"
    return text


def json_days(posts):
    days = {}
    for i in range(posts):
        day, clock = moment(i)
        days.setdefault(day, []).append({"time": clock, "channel": "mastodon", "text": words(i)})
    return json.dumps({"posts": days}, indent=2) + "\n"


def place_of(text, words):
    """Line and column behind the first of some words."""
    at = text.index(words) + words.index(" ")
    return text.count("\n", 0, at), at - text.rfind("\n", 0, at) - 1


def measure(binary, name, text, place, keystrokes):
    line, column = place
    with tempfile.TemporaryDirectory() as directory:
        folder = pathlib.Path(directory)
        uri = (folder / name).as_uri()
        client = Client(binary, folder)
        client.notify("textDocument/didOpen", {"textDocument": {
            "uri": uri, "languageId": "markdown", "version": 0, "text": text}})
        client.wait_for_version(0)
        times, before = [], 0
        for version in range(1, keystrokes + 1):
            start = {"line": line, "character": column}
            end = {"line": line, "character": column + (1 if version % 2 == 0 else 0)}
            began = time.perf_counter()
            client.notify("textDocument/didChange", {
                "textDocument": {"uri": uri, "version": version},
                "contentChanges": [{"range": {"start": start, "end": end}, "text": "x" if version % 2 else ""}]})
            client.wait_for_version(version)
            times.append((time.perf_counter() - began) * 1000)
            if version == keystrokes // 2:
                before = memory_of(client.server)
        after = memory_of(client.server)
        client.close()
    times.sort()
    print(f"{name:14} {len(text):9} bytes  p50 {times[len(times) // 2]:7.2f} ms  "
          f"p99 {times[int(len(times) * 0.99)]:7.2f} ms  memory {before:.1f} -> {after:.1f} MiB")


def main():
    binary = sys.argv[1]
    keystrokes = int(sys.argv[2]) if len(sys.argv) > 2 else 400
    long_ones = max(keystrokes // 4, 20)
    measure(binary, "short.md", article(5_000), (5, 3), keystrokes)
    measure(binary, "long.md", article(50_000), (5, 3), keystrokes)
    for name, text in [("schedule.yaml", schedule(10_000)), ("silenced.yaml", schedule(10_000, True)),
                       ("days.json", json_days(10_000))]:
        measure(binary, name, text, place_of(text, words(10)), long_ones)


if __name__ == "__main__":
    main()
