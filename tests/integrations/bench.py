#!/usr/bin/env python3
"""Measures what a commit of one file pays for the hook, in a blog of 1,000 posts.

usage: bench.py SOIREE [RUNS]

First `pre-commit run` with the soiree hook against one whose hook is `true`, then the bare processes. Both sides take turns,
so that a busy machine slows both.
"""

import os
import pathlib
import statistics
import subprocess
import sys
import tempfile
import time

POST = "---\ntitle: Loaf {0}\ndate: 2024-{1:02}-{2:02}\n---\n\n" + "Which loaf would you bake first, and why that one?\n\n" * 40
CONFIG = """repos:
  - repo: local
    hooks:
      - {{id: hook, name: hook, language: system, entry: {}, files: '\\.md$', require_serial: true}}
"""


def make_blog(folder):
    for i in range(1000):
        path = folder / "posts" / f"2024-{i % 12 + 1:02}-{i % 28 + 1:02}-loaf-{i}.md"
        path.parent.mkdir(exist_ok=True)
        path.write_text(POST.format(i, i % 12 + 1, i % 28 + 1))
    git = ["git", "-C", str(folder), "-c", "user.name=A", "-c", "user.email=a@b.example"]
    subprocess.run([*git, "init", "-q"], check=True)
    subprocess.run([*git, "add", "."], check=True)
    subprocess.run([*git, "commit", "-qm", "posts"], check=True)
    return path


def milliseconds(command, folder, environment):
    began = time.perf_counter()
    subprocess.run(command, cwd=folder, env=environment, check=True, stdout=subprocess.DEVNULL)
    return (time.perf_counter() - began) * 1000


def compare(name, empty, full, folder, environment, runs):
    times = [(milliseconds(empty, folder, environment), milliseconds(full, folder, environment)) for _ in range(runs)]
    without, with_it = (statistics.median(column) for column in zip(*times))
    added = statistics.median(b - a for a, b in times)
    print(f"{name:24} without {without:8.2f} ms  with soiree {with_it:8.2f} ms  added {added:6.2f} ms")


def main():
    soiree = os.path.abspath(sys.argv[1])
    runs = int(sys.argv[2]) if len(sys.argv) > 2 else 40
    with tempfile.TemporaryDirectory() as directory:
        home, folder = pathlib.Path(directory), pathlib.Path(directory) / "blog"
        folder.mkdir()
        post = str(make_blog(folder).relative_to(folder))
        environment = dict(os.environ, PRE_COMMIT_HOME=str(home / "pre-commit"))
        commands = []
        for name, entry in (("empty", "/bin/true"), ("soiree", f"{soiree} check --scope posts")):
            config = home / f"{name}.yaml"
            config.write_text(CONFIG.format(entry))
            commands.append([str(pathlib.Path(sys.executable).parent / "pre-commit"), "run", "-c", str(config), "--files", post])
        compare("pre-commit, one file", *commands, folder, environment, runs)
        compare("the process, one file", ["/bin/true", post], [soiree, "check", "--scope", "posts", post], folder,
                environment, runs * 5)
        compare("the process, all rules", ["/bin/true", post], [soiree, "check", post], folder, environment, runs)


main()
