"""What the tests of the packages share: the packages that `./dev package` made, and programs to run."""

import os
import pathlib
import re
import subprocess
import sys

import pytest

ROOT = pathlib.Path(__file__).resolve().parents[2]
PACKAGES = ROOT / "build" / "packages"
WHEELHOUSE = ROOT / "build" / "wheelhouse"
BINARY = ROOT / "build" / "wheel" / "soiree"
VERSION = re.search(r"project\(soiree VERSION ([0-9.]+)", (ROOT / "CMakeLists.txt").read_text()).group(1)


class Shell:
    """Runs shell lines in one folder; nothing of the person's own set-up reaches them, and no network is needed."""

    def __init__(self, folder):
        self.folder = folder
        self.environment = {
            "PATH": f"{pathlib.Path(sys.executable).parent}:{os.environ['PATH']}",
            "HOME": str(folder), "LANG": "C.UTF-8", "TERM": "dumb",
            "GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_NOSYSTEM": "1",
            "GIT_AUTHOR_NAME": "A", "GIT_AUTHOR_EMAIL": "a@b.example",
            "GIT_COMMITTER_NAME": "A", "GIT_COMMITTER_EMAIL": "a@b.example",
            "GIT_CONFIG_COUNT": "2", "GIT_CONFIG_KEY_0": "protocol.file.allow", "GIT_CONFIG_VALUE_0": "always",
            "GIT_CONFIG_KEY_1": "init.defaultBranch", "GIT_CONFIG_VALUE_1": "main",
            "PRE_COMMIT_HOME": str(folder / "pre-commit"),
            "PIP_NO_INDEX": "1", "PIP_FIND_LINKS": f"{PACKAGES} {WHEELHOUSE}", "PIP_CONFIG_FILE": "/dev/null",
            "PIP_DISABLE_PIP_VERSION_CHECK": "1", "VIRTUALENV_NO_PERIODIC_UPDATE": "1",
            "npm_config_cache": str(folder / "npm"), "npm_config_offline": "true",
            "npm_config_audit": "false", "npm_config_fund": "false", "npm_config_update_notifier": "false",
        }

    def __call__(self, line, status=0, below="."):
        """The output of a line, standard error included, after checking its exit status."""
        done = subprocess.run(["bash", "-c", line], cwd=self.folder / below, env=self.environment,
                              stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        assert done.returncode == status, f"$ {line}\n{done.stdout}"
        return done.stdout

    def write(self, name, text):
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
        return path


@pytest.fixture
def shell(tmp_path):
    return Shell(tmp_path)
