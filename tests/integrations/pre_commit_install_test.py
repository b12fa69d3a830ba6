"""The hooks that install themselves: by the published wheel, and from the source of this repository."""

import os
import re
import shutil
import subprocess

import pytest
from blog import BAD, GOOD, SAME_AGAIN, SCHEDULE, make_blog, snippet
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


def test_this_repository_installs_from_source(shell):
    """As for somebody who names this repository and no mirror: pip builds what git has, in pre-commit's clone."""
    files = subprocess.run(["git", "ls-files", "-co", "--exclude-standard", "-z"], cwd=ROOT, check=True,
                           stdout=subprocess.PIPE, text=True).stdout.split("\0")
    for name in filter(None, files):
        if not name.startswith(("tests/", "fixtures/")) and (ROOT / name).is_file():
            (shell.folder / "source" / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, shell.folder / "source" / name)
    shell(f"git init -q && git add . && git commit -qm {VERSION} && git tag v{VERSION}", below="source")
    # The word lists come from npm. What `./dev package` compiled is compiled again only where it differs.
    shell.environment |= {name: os.environ[name] for name in ("HOME", "CCACHE_DIR") if name in os.environ}
    for name in ("npm_config_cache", "npm_config_offline"):
        del shell.environment[name]
    shell.environment |= {"CCACHE_BASEDIR": shell.environment["PRE_COMMIT_HOME"], "SKBUILD_BUILD_DIR": "build/wheel",
                          "npm_config_prefer_offline": "true"}
    config = snippet(PAGE).replace("ADDRESS-OF-THE-MIRROR", str(shell.folder / "source"))
    assert make_blog(shell, config).count("Passed") == 2
    (shell.folder / "bin/soiree").unlink()
    shell.write("blog/posts/2026-03-02-bad.md", BAD)
    assert "[repeated-word]" in shell("git add . && git commit -m bad", status=1, below="blog")
