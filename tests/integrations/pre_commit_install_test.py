"""The hooks that install themselves: by the published wheel, and from the source of this repository."""

import os
import re
import shutil

import pytest
from blog import GOOD, SAME_AGAIN, SCHEDULE, make_blog, snippet
from conftest import ROOT, VERSION

PAGE = "integrations/pre-commit/README.md"
MIRROR = ROOT / "integrations/pre-commit/mirror"


@pytest.fixture
def mirrored(shell):
    """A blog with the set-up of the hooks' page, and no program but the one that the hooks install."""
    shutil.copytree(MIRROR, shell.folder / "mirror")
    shell(f"git init -q && git add . && git commit -qm {VERSION} && git tag v{VERSION}", below="mirror")
    said = make_blog(shell, snippet(PAGE).replace("ADDRESS-OF-THE-MIRROR", str(shell.folder / "mirror")))
    assert "Installing environment" in said and said.count("Passed") == 2, said
    (shell.folder / "bin/soiree").unlink()
    shell.folder = shell.folder / "blog"
    return shell


def test_the_mirror_installs_the_wheel(mirrored):
    (program,) = mirrored.folder.parent.glob("pre-commit/repo*/py_env-*/bin/soiree")
    assert program.read_bytes()[:4] == b"\x7fELF", "no Python may run when it starts"
    mirrored.write("posts/2026-03-02-oat.md", GOOD)
    assert "Installing" not in mirrored("git add . && git commit -m good"), "once is enough"


def test_a_bad_commit_is_stopped_as_the_page_shows(mirrored):
    mirrored.write("posts/2026-03-08-walnut.md", "# Walnut bread\n\nWhich of the the loaves keeps longest?\n")
    mirrored.write("social/schedule.yaml", SCHEDULE + SAME_AGAIN)
    command = "git commit -m 'Walnut bread'"
    said = f"$ {command}\n" + mirrored(f"git add . && {command}", status=1)
    page = ROOT / PAGE
    text = page.read_text()
    shown = re.search(r"```console\n(.*?)```", text, re.S)
    if "SOIREE_UPDATE" in os.environ:
        page.write_text(text[:shown.start(1)] + said.rstrip() + "\n" + text[shown.end(1):])
    else:
        assert shown.group(1).rstrip() == said.rstrip()


def test_the_mirror_has_the_hooks_of_this_repository():
    own = (ROOT / ".pre-commit-hooks.yaml").read_text()
    mirrored = (MIRROR / ".pre-commit-hooks.yaml").read_text()
    assert own.startswith(mirrored)
    assert re.findall(r"^- id: (.+)$", own.removeprefix(mirrored), re.M) == ["soiree-system", "soiree-feeds-system"]
