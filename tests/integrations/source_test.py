"""Builds from source on systems where things are missing: what the person reads, and whether it helps."""

import re

from conftest import ROOT


def packages_of(text):
    return set(re.search(r"apt-get install --no-install-recommends (.+)", text).group(1).split())


def test_without_a_compiler_it_says_what_to_install(shell):
    said = shell(f"CC=nowhere CXX=nowhere cmake -G Ninja -S '{ROOT}' -B build -DSOIREE_TESTS=OFF", status=1)
    assert "what is not here: a compiler for C and C++" in said
    assert "g++" in packages_of(said)


def test_all_missing_libraries_are_told_at_once(shell):
    said = shell(f"cmake -G Ninja -S '{ROOT}' -B build -DSOIREE_TESTS=OFF "
                 "-DCMAKE_FIND_ROOT_PATH=/nowhere -DCMAKE_FIND_ROOT_PATH_MODE_LIBRARY=ONLY "
                 "-DCMAKE_FIND_ROOT_PATH_MODE_INCLUDE=ONLY", status=1)
    (missing,) = re.findall(r"what is not here: (.+)\.\n", said)
    assert len(missing.split(", ")) > 5, said
    told = {part.rsplit(" of ", 1)[1] for part in missing.split(", ") if " of " in part}
    assert told <= packages_of(said)


def test_the_message_names_what_dev_installs():
    dev = (ROOT / "dev").read_text()
    installed = set()
    for group in ("build_packages", "node_packages"):
        (block,) = re.findall(rf"^{group}=\((.*?)^\)", dev, re.M | re.S)
        installed |= set(re.findall(r'^  "([^:"]+):', block, re.M))
    needed = (ROOT / "cmake/needed.cmake").read_text()
    (listed,) = re.findall(r"set\(SOIREE_BUILD_PACKAGES (.*?)\)", needed, re.S)
    # pip brings CMake and Ninja itself, and time zones are looked for when the program runs.
    assert set(listed.split()) == installed - {"cmake", "ninja-build", "ccache", "tzdata"}
