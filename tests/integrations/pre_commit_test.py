"""The hooks under the real pre-commit, with a soiree on the PATH: what a person who commits sees."""

import re

import pytest
from blog import BAD, GOOD, SAME_AGAIN, SCHEDULE, hook_repository, make_blog, snippet
from conftest import ROOT, VERSION

FINDING = re.compile(r"^(.+?):\d+:\d+: (?:error|warning|note) \[(.+?)\]", re.M)


@pytest.fixture
def blog(shell):
    """A shell in the blog, set up as the README says."""
    repository = hook_repository(shell)
    make_blog(shell, snippet("README.md").replace("ADDRESS-OF-THIS-REPOSITORY", str(repository)))
    shell.folder = shell.folder / "blog"
    return shell


def test_a_good_commit_passes(blog):
    blog.write("posts/2026-03-02-oat.md", GOOD.replace("loaf", "oat loaf"))
    said = blog("git add . && git commit -m oat")
    assert len(re.findall(r"^soiree.*Passed$", said, re.M)) == 2, said
    assert "oat" in blog("git log --oneline")


def test_a_bad_commit_is_stopped(blog):
    blog.write("posts/2026-03-02-oat.md", BAD)
    blog.write("social/schedule.yaml", SCHEDULE + SAME_AGAIN)
    said = blog("git add . && git commit -m bad", status=1)
    assert FINDING.findall(said) == [("posts/2026-03-02-oat.md", "repeated-word"),
                                     ("social/schedule.yaml", "near-duplicate")]
    assert "bad" not in blog("git log --oneline")


def test_only_what_is_staged_counts(blog):
    post = blog.write("posts/2026-03-02-oat.md", GOOD)
    blog("git add .")
    post.write_text(BAD)
    assert "Passed" in blog("git commit -m 'the good half'")
    assert post.read_text() == BAD, "what was not staged is back"
    blog("git add .")
    post.write_text(GOOD)
    assert "[repeated-word]" in blog("git commit -m 'the bad half'", status=1)
    assert post.read_text() == GOOD


def test_renamed_and_deleted_posts(blog):
    blog("git rm -q posts/2026-03-01-rye.md && git commit -qm gone")
    blog.write("posts/old.md", BAD)
    blog("git add . && git commit -qnm unguarded && git mv posts/old.md posts/new.md")
    assert FINDING.findall(blog("git commit -m renamed", status=1)) == [("posts/new.md", "repeated-word")]
    blog("git reset -q --hard && git rm -q posts/old.md")
    blog("git commit -qm 'the bad one is gone'")


def test_names_with_spaces_and_other_letters(blog):
    names = ["posts/two words.md", "posts/Brötchen über Nacht.md", "posts/パン.mdx", "posts/it's \"rye\" $(HOME).MD",
             "social/mañana.tweet"]
    for name in names:
        blog.write(name, BAD)
    said = blog("git add . && git commit -m names", status=1)
    assert sorted(FINDING.findall(said)) == sorted((name, "repeated-word") for name in names)


def test_more_files_than_one_command_line_holds(blog):
    """pre-commit splits them over several processes: each finding once, and none of a feed lost between two."""
    folder = "posts/" + "a-long-name-for-a-section-" * 5
    for i in range(1200):
        blog.write(f"{folder}/note-{i}.md", BAD if i % 100 == 7 else GOOD)
    blog.write("social/schedule.yaml", SCHEDULE + SAME_AGAIN)
    said = blog("git add . && git commit -m many", status=1)
    found = FINDING.findall(said)
    assert sorted(set(found)) == sorted(found), "reported twice"
    assert [rule for _, rule in found].count("repeated-word") == 12
    assert [path for path, rule in found if rule == "near-duplicate"] == ["social/schedule.yaml"]
    processes = len(re.findall(r" in \d+ posts? \(\d+ files?\)$", said, re.M))
    assert processes > 2, "this needs more files to be split"


def test_all_files(blog):
    blog.write("posts/2026-03-02-bad.md", BAD)
    blog("git add . && git commit -qnm unguarded")
    assert "[repeated-word]" in blog("pre-commit run --all-files", status=1)
    assert "[repeated-word]" in blog("pre-commit run soiree-system --all-files", status=1)
    blog("pre-commit run soiree-feeds-system --all-files")


def test_ci_files_do_not_matter(blog):
    workflow = "on: push\njobs:\n  build:\n    runs-on: x\n    steps:\n      - {name: 'the the', run: echo the the}\n"
    for name in (".github/workflows/ci.yml", ".gitlab-ci.yml", "azure-pipelines.yml", "docker-compose.yaml"):
        blog.write(name, workflow)
    blog.write(".github/ISSUE_TEMPLATE/bug.md", BAD)
    blog.write("node_modules/x/README.md", BAD)
    blog.write("package-lock.json", '{"lockfileVersion": 3, "packages": {"x": {"version": "1.0.0"}}}')
    blog("git add -f . && git commit -qm machinery")
    # Handed over by name, as by a hook with other patterns, they are no posts either.
    said = blog("soiree check --fail-on note .github/workflows/ci.yml .gitlab-ci.yml .pre-commit-config.yaml "
                "azure-pipelines.yml docker-compose.yaml package-lock.json")
    assert said.startswith("No findings in 0 posts"), said


def test_every_kind_of_post_arrives(blog):
    kinds = [line for line in re.findall(r'\{"(\w+)", ContentKind', (ROOT / "linter/parse/content_kind.cc").read_text())]
    assert len(kinds) >= 9
    for kind in kinds:
        text = BAD
        if kind in ("yaml", "yml"):
            text = SCHEDULE.replace("Which", "Which which")
        if kind == "json":
            text = '{"posts": [{"time": "2026-03-02T09:10:00Z", "channel": "x", "text": "Which which loaf?"}]}'
        blog.write(f"social/new.{kind}", text)
    said = blog("git add . && git commit -m kinds", status=1)
    assert sorted(FINDING.findall(said)) == sorted((f"social/new.{kind}", "repeated-word") for kind in kinds)


def test_links_and_submodules(blog):
    other = blog.folder.parent / "other"
    blog("git init -q ../other && cd ../other && git commit -q --allow-empty -m x")
    (blog.folder / "posts/link.md").symlink_to("2026-03-01-rye.md")
    (blog.folder / "posts/nowhere.md").symlink_to("missing.md")
    blog(f"git submodule --quiet add {other} posts/other.md")
    blog("git add . && git commit -qm links && pre-commit run --all-files")


def test_autoupdate_goes_from_tag_to_tag(blog):
    blog("git commit -q --allow-empty -m next && git tag v9.9.9", below="../hooks")
    assert f"v{VERSION} -> v9.9.9" in blog("pre-commit autoupdate")
    assert "rev: v9.9.9" in (blog.folder / ".pre-commit-config.yaml").read_text()
    blog("pre-commit run --all-files")


def test_try_repo(blog):
    blog.write("posts/2026-03-02-bad.md", BAD)
    said = blog("git add . && pre-commit try-repo ../hooks soiree-system --all-files", status=1)
    assert FINDING.findall(said) == [("posts/2026-03-02-bad.md", "repeated-word")]


def test_the_hook_without_a_repository(blog):
    """The README's other set-up, which needs no address."""
    (_, local) = re.findall(r"```yaml\n(repos:\n.*?)```", (ROOT / "README.md").read_text(), re.S)
    blog.write(".pre-commit-config.yaml", local)
    blog.write("posts/2026-03-02-bad.md", BAD)
    said = blog("git add . && git commit -m bad", status=1)
    assert FINDING.findall(said) == [("posts/2026-03-02-bad.md", "repeated-word")]


def test_a_missing_program_is_named(blog):
    (blog.folder.parent / "bin/soiree").unlink()
    blog.write("posts/2026-03-02-oat.md", GOOD)
    assert "Executable `soiree` not found" in blog("git add . && git commit -m oat", status=1)
