#!/usr/bin/env python3
"""What a change does to real posts: lints a folder with two builds of soiree and prints the findings
that came and went, by rule.

usage: corpus_diff.py OLD NEW FOLDER [--show RULE] [--most N]

OLD and NEW are binaries. --show prints every finding of one rule that came or went instead of the
first N (default 5) of each rule.
"""
import argparse
import collections
import json
import pathlib
import subprocess
import sys


def findings(binary, folder):
    """Multiset of findings: (rule, file, begin, end, severity) -> message and excerpt."""
    command = [binary, "check", "--no-config", "--format", "jsonl", "--fail-on", "never", "."]
    run = subprocess.run(command, cwd=folder, capture_output=True)
    if run.returncode not in (0, 2):  # 2: the folder may hold what cannot be read
        sys.exit(f"{binary} exited {run.returncode}: {run.stderr.decode(errors='replace')[-2000:]}")
    found = collections.defaultdict(list)
    for line in run.stdout.decode("utf-8", "replace").splitlines():
        item = json.loads(line)
        begin, end = item["range"]["start"], item["range"]["end"]
        key = (item["rule"], item["file"], begin["offset"], end["offset"], item["severity"])
        place = f"{item['file']}:{begin['line']}:{begin['column']}"
        found[key].append((place, item["severity"], item["message"], item["excerpt"]))
    return found


def only_in(one, other):
    """The findings of `one` that `other` lacks, by rule."""
    by_rule = collections.defaultdict(list)
    for key, items in one.items():
        missing = len(items) - len(other.get(key, ()))
        by_rule[key[0]] += items[:max(0, missing)]
    return by_rule


def print_items(sign, items, most):
    for place, severity, message, excerpt in sorted(items)[:most]:
        print(f"  {sign} {place}: {severity}: {message}")
        print(f"      {' '.join(excerpt.split())[:160]}")
    if len(items) > most:
        print(f"  {sign} ... and {len(items) - most} more")


def main():
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("old")
    parser.add_argument("new")
    parser.add_argument("folder")
    parser.add_argument("--show", help="a rule whose differences are all printed")
    parser.add_argument("--most", type=int, default=5, help="findings printed of each rule")
    args = parser.parse_args()
    old = findings(pathlib.Path(args.old).resolve(), args.folder)
    new = findings(pathlib.Path(args.new).resolve(), args.folder)
    came, went = only_in(new, old), only_in(old, new)
    count = lambda found, rule: sum(len(v) for k, v in found.items() if k[0] == rule)
    rules = sorted({key[0] for key in old} | {key[0] for key in new})
    print(f"{'rule':22} {'before':>7} {'now':>7} {'came':>6} {'went':>6}")
    for rule in rules:
        print(f"{rule:22} {count(old, rule):7} {count(new, rule):7} "
              f"{len(came[rule]):6} {len(went[rule]):6}")
    for rule in rules:
        if not (came[rule] or went[rule]) or args.show not in (None, rule):
            continue
        most = len(came[rule]) + len(went[rule]) if args.show else args.most
        print(f"\n{rule}")
        print_items("+", came[rule], most)
        print_items("-", went[rule], most)


if __name__ == "__main__":
    main()
