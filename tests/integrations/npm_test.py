"""The npm packages, installed from the packed files as a person would from the registry."""

import os
import platform
import signal
import subprocess
import tarfile
import time

import pytest
from conftest import PACKAGES, VERSION

ARCHITECTURE = {"x86_64": "x64", "aarch64": "arm64"}[platform.machine()]
MAIN = PACKAGES / f"soiree-lint-{VERSION}.tgz"
PLATFORM = PACKAGES / f"soiree-lint-linux-{ARCHITECTURE}-{VERSION}.tgz"
BAD = "Is this the the one?\n"


@pytest.fixture
def folder(shell):
    shell.write("package.json", "{}")
    return shell


@pytest.fixture
def installed(folder):
    folder(f"npm install --silent {PLATFORM} && npm install --silent {MAIN}")
    return folder


def test_npx_finds_it_and_exit_statuses_pass_through(installed):
    assert installed("npx soiree --version") == f"soiree {VERSION}\n"
    installed.write("bad post.md", BAD)
    assert "bad post.md:1:9: warning [repeated-word]" in installed("npx soiree check 'bad post.md'", status=1)
    assert "no findings" in installed("npx soiree check package.json").lower()
    installed("npx soiree check nowhere.md", status=2)
    assert "1:9" in installed("npx soiree check --stdin-filepath a.md <'bad post.md'", status=1)


def test_npm_itself_runs_nothing_and_loads_nothing_else():
    others = {"NOTICE", "LICENSE.cuss", "THIRD-PARTY-LICENSES.txt"}
    for path, more in ((MAIN, set()), (PLATFORM, others)):
        with tarfile.open(path) as archive:
            names = {name.removeprefix("package/") for name in archive.getnames()}
            assert b"install" not in archive.extractfile("package/package.json").read()
        assert names == {"package.json", "README.md", "bin/soiree", "LICENSE"} | more


def test_node_does_not_run_when_it_starts(installed):
    """With a node that says so, on a PATH where it comes first."""
    installed.write("fake/node", "#!/bin/sh\necho node ran\n").chmod(0o755)
    assert installed("PATH=$PWD/fake:$PATH node_modules/.bin/soiree --version") == f"soiree {VERSION}\n"


@pytest.mark.parametrize("start", ["node_modules/.bin/soiree", "node node_modules/soiree-lint/bin/soiree"])
def test_both_ways_to_start_are_the_program(installed, start):
    installed.write("bad.md", BAD)
    assert "1:9" in installed(f"{start} check bad.md", status=1)
    assert "1:9" in installed(f"{start} check --stdin-filepath a.md <bad.md", status=1)
    # A language server waits for input: a signal must reach it, and nothing may stay behind.
    with subprocess.Popen([*start.split(), "lsp"], cwd=installed.folder, stdin=subprocess.PIPE,
                          env=installed.environment, start_new_session=True) as server:
        deadline = time.monotonic() + 20
        while b"lsp" not in b"".join(commands(server.pid)) and time.monotonic() < deadline:
            time.sleep(0.02)
        server.send_signal(signal.SIGTERM)
        assert server.wait(20) in (-signal.SIGTERM, 128 + signal.SIGTERM)
    with pytest.raises(ProcessLookupError):
        os.killpg(server.pid, 0)


def commands(group):
    """The programs of a process group that are soiree by now."""
    for entry in os.listdir("/proc"):
        try:
            if entry.isdigit() and os.getpgid(int(entry)) == group and \
                    os.readlink(f"/proc/{entry}/exe").endswith("bin/soiree"):
                with open(f"/proc/{entry}/cmdline", "rb") as line:
                    yield line.read()
        except OSError:
            continue


def test_without_the_platform_package_one_learns_what_to_do(folder):
    folder(f"npm install --silent --omit=optional {MAIN}")
    said = folder("npx soiree --version", status=2)
    assert f"the package soiree-lint-linux-{ARCHITECTURE} is not installed" in said
    assert "--omit=optional" in said
