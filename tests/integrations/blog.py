"""A made blog in git whose commits the real pre-commit guards, and the repositories that its hooks come from."""

import re
import shutil

from conftest import BINARY, ROOT, VERSION

GOOD = "Which loaf would you bake first?\n"
BAD = "Is this the the one?\n"
SCHEDULE = """posts:
  - {time: 2026-03-02T09:10:00Z, channel: mastodon, text: "Which loaf would you bake first on a cold Sunday morning?"}
"""
SAME_AGAIN = """  - {time: 2026-03-05T17:40:00Z, channel: mastodon, text: "Which loaf would you bake first on a cold Sunday morning?"}
"""


def hook_repository(shell, name="hooks", source=ROOT / ".pre-commit-hooks.yaml"):
    """A repository with the hooks of this one, and a tag for this version."""
    (shell.folder / name).mkdir()
    shutil.copy(source, shell.folder / name / ".pre-commit-hooks.yaml")
    shell(f"git init -q && git add . && git commit -qm hooks && git tag v{VERSION}", below=name)
    return shell.folder / name


def snippet(page):
    """The first set-up for pre-commit that a page gives to paste."""
    return re.search(r"```yaml\n(repos:\n.*?)```", (ROOT / page).read_text(), re.S).group(1)


def make_blog(shell, config):
    """The blog in the folder `blog`, hooks installed, one good post and a schedule committed."""
    (shell.folder / "bin").mkdir(exist_ok=True)
    (shell.folder / "bin" / "soiree").symlink_to(BINARY)
    shell.environment["PATH"] = f"{shell.folder}/bin:{shell.environment['PATH']}"
    shell.write("blog/.pre-commit-config.yaml", config)
    shell.write("blog/posts/2026-03-01-rye.md", GOOD)
    shell.write("blog/social/schedule.yaml", SCHEDULE)
    shell("git init -q && pre-commit install && git add .", below="blog")
    return shell("git commit -qm first", below="blog")
