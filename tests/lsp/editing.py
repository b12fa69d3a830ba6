#!/usr/bin/env python3
"""Types into `soiree lsp` as a person does, for a long time, and prints the server's memory each minute.

Bursts of typing, part of it taken back, in a long schedule and in posts; pauses; requests; documents opened and
closed; the configuration and posts changed on disk.

usage: editing.py SOIREE [MINUTES]
"""

import json
import pathlib
import random
import sys
import tempfile
import threading
import time

from bench import Client, article, memory_of, schedule

WORDS = "the bread was good and the the oven warm while we talked about flour, salt and my my patience".split()
REQUESTS = ["hover", "codeAction", "documentSymbol", "codeLens", "foldingRange", "completion"]
SCHEDULE = "social/schedule.yaml"


def write(folder, name, text):
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)


def post_name(i):
    return f"posts/2024-{i // 28 % 12 + 1:02}-{i % 28 + 1:02}-loaf-{i}.md"


class Editor:
    """A client with open documents, whose answers are read beside."""

    def __init__(self, binary, folder):
        self.random = random.Random(7)
        self.folder, self.client = folder, Client(binary, folder)
        self.lines, self.keys, self.version, self.received = {}, 0, 0, 0
        threading.Thread(target=self.read, daemon=True).start()

    def read(self):
        while message := self.client.receive():
            self.received += 1
            message = json.loads(message)
            if "id" in message and "method" in message:
                self.client.send({"id": message["id"], "result": None})

    def document(self, name):
        return {"uri": (self.folder / name).as_uri()}

    def open(self, name):
        text = (self.folder / name).read_text()
        self.lines[name] = text.split("\n")
        self.version += 1
        self.client.notify("textDocument/didOpen", {"textDocument": {
            **self.document(name), "languageId": "text", "version": self.version, "text": text}})

    def close(self, name):
        del self.lines[name]
        self.client.notify("textDocument/didClose", {"textDocument": self.document(name)})

    def key(self, name, line, begin, end, text):
        old = self.lines[name][line]
        self.lines[name][line] = old[:begin] + text + old[end:]
        self.version += 1
        self.keys += 1
        self.client.notify("textDocument/didChange", {
            "textDocument": {**self.document(name), "version": self.version},
            "contentChanges": [{"range": {"start": {"line": line, "character": begin},
                                          "end": {"line": line, "character": end}}, "text": text}]})
        time.sleep(self.random.uniform(.08, .35))

    def type(self, name):
        """A few words at the end of a line; most of them are taken back, so that the texts stay as long as they are."""
        lines, quoted = self.lines[name], name == SCHEDULE
        line = self.random.choice([i for i in range(3, len(lines)) if not quoted or "    text: " in lines[i]])
        at = lines[line].rindex('"') if quoted else len(lines[line])
        typed = " ".join(self.random.choices(WORDS, k=self.random.randint(1, 3)))
        for i, letter in enumerate(typed):
            self.key(name, line, at + i, at + i, letter)
        if self.random.random() < .7:
            for i in reversed(range(len(typed))):
                self.key(name, line, at + i, at + i + 1, "")
        time.sleep(self.random.uniform(.3, 2))

    def ask(self, name):
        start, end = {"line": 0, "character": 0}, {"line": 60, "character": 0}
        self.client.send({"id": self.version, "method": "textDocument/" + self.random.choice(REQUESTS), "params": {
            "textDocument": self.document(name), "position": end, "range": {"start": start, "end": end},
            "context": {"diagnostics": []}}})

    def change_on_disk(self):
        if self.random.random() < .5:
            name = ".soiree.yaml"
            level = self.random.choice(["warning", "error", "off"])
            write(self.folder, name, f"rules:\n  repeated-word: {level}\n")
        else:
            name = post_name(self.random.randrange(320))
            write(self.folder, name, article(self.random.randrange(3000, 6000)))
        self.client.notify("workspace/didChangeWatchedFiles", {"changes": [{**self.document(name), "type": 2}]})

    def step(self):
        name, what = self.random.choice(list(self.lines)), self.random.random()
        if what < .8:
            self.type(name)
        elif what < .88:
            self.ask(name)
        elif what < .93:
            other = post_name(self.random.randrange(300))
            if other not in self.lines and len(self.lines) < 6:
                self.open(other)
        elif what < .96:
            if name != SCHEDULE:
                self.close(name)
        else:
            self.change_on_disk()


def main():
    binary = pathlib.Path(sys.argv[1]).resolve()
    minutes = float(sys.argv[2]) if len(sys.argv) > 2 else 60
    with tempfile.TemporaryDirectory() as directory:
        folder = pathlib.Path(directory)
        for i in range(300):
            write(folder, post_name(i), article(3000 + 10 * i))
        write(folder, SCHEDULE, schedule(10_000))
        editor = Editor(binary, folder)
        editor.open(SCHEDULE)
        began = time.time()
        sample = began
        while time.time() - began < minutes * 60:
            if time.time() >= sample:
                print(f"minute {(time.time() - began) / 60:3.0f}  {memory_of(editor.client.server):6.1f} MiB  "
                      f"{editor.keys} keys  {editor.received} messages", flush=True)
                sample += 60
            editor.step()
        assert editor.client.server.poll() is None, "the server has ended"
        print(f"at the end {memory_of(editor.client.server):6.1f} MiB  {editor.keys} keys")
        editor.client.close()


main()
