"""The wheel: who can install it, and what one gets."""

import re
import zipfile

from conftest import BINARY, PACKAGES, ROOT, VERSION
from packaging import tags
from packaging.utils import parse_wheel_filename


def wheel():
    (path,) = PACKAGES.glob("soiree_lint-*.whl")
    return path


def test_every_place_names_one_version(shell):
    assert shell(f"{BINARY} --version") == f"soiree {VERSION}\n"
    assert str(parse_wheel_filename(wheel().name)[1]) == VERSION
    mirror = (ROOT / "integrations/pre-commit/mirror/pyproject.toml").read_text()
    assert f'version = "{VERSION}"' in mirror and f'"soiree-lint=={VERSION}"' in mirror
    for page in ("README.md", "integrations/pre-commit/README.md", "integrations/npm/README.md"):
        named = set(re.findall(r"(?:rev: v|soiree-lint[@-]|soiree-lint==)([0-9]+\.[0-9.]*[0-9])", (ROOT / page).read_text()))
        assert named <= {VERSION}, page


def test_old_glibc_and_musl_accept_it():
    name, _, _, accepted = parse_wheel_filename(wheel().name)
    assert name == "soiree-lint"
    machine = next(tag.platform for tag in accepted).rsplit("linux", 1)[1].split("_", 1)[1]
    # The platforms that pip asks for on CentOS 5 with its own pip, on today's Debian and on Alpine.
    if machine.endswith("x86_64"):
        for platform in ("manylinux1_x86_64", "manylinux_2_5_x86_64", "musllinux_1_1_x86_64"):
            assert tags.Tag("py3", "none", platform) in accepted
    assert accepted & set(tags.sys_tags()), "not even this machine takes it"
    with zipfile.ZipFile(wheel()) as archive:
        (described,) = [name for name in archive.namelist() if name.endswith("/WHEEL")]
        lines = re.findall(r"^Tag: (.+)$", archive.read(described).decode(), re.M)
    assert {tag for line in lines for tag in tags.parse_tag(line)} == set(accepted)


def test_old_systems_of_other_kinds_do_not():
    accepted = parse_wheel_filename(wheel().name)[3]
    assert not [tag for tag in accepted if "linux" not in tag.platform or tag.platform == "any"]


def test_the_licences_are_inside():
    with zipfile.ZipFile(wheel()) as archive:
        inside = {name.rsplit("/", 1)[1]: archive.read(name).decode() for name in archive.namelist()
                  if "/licenses/" in name}
    assert inside["LICENSE"] == (ROOT / "LICENSE").read_text()
    assert inside["NOTICE"] == (ROOT / "NOTICE").read_text()
    assert "Titus Wormer" in inside["LICENSE.cuss"]
    for library in ("cmark-gfm", "yaml-cpp", "re2", "absl", "libc6", "libstdc++"):
        assert f"\n======== lib{library.removeprefix('lib')}" in inside["THIRD-PARTY-LICENSES.txt"], library


def test_pip_puts_the_program_itself_on_the_path(shell):
    shell(f"python -m venv --without-pip new && pip --python new/bin/python install -q soiree-lint=={VERSION}")
    with open(shell.folder / "new/bin/soiree", "rb") as program:
        assert program.read(4) == b"\x7fELF", "no Python may run when it starts"
    assert shell("new/bin/soiree --version") == f"soiree {VERSION}\n"
    assert shell("find new/lib -name '*.so*' -path '*soiree*'") == ""


def test_pipx_installs_it(shell):
    shell.environment |= {"PIPX_HOME": str(shell.folder / "pipx"), "PIPX_BIN_DIR": str(shell.folder / "bin")}
    shell(f"pipx install {wheel()}")
    assert shell("bin/soiree --version") == f"soiree {VERSION}\n"


def test_the_program_needs_no_other_file():
    """No interpreter and no library is asked for: nothing of the system it was built on is missing elsewhere."""
    header = BINARY.read_bytes()
    offset, size, count = (int.from_bytes(header[a:b], "little") for a, b in ((32, 40), (54, 56), (56, 58)))
    kinds = {int.from_bytes(header[offset + i * size:][:4], "little") for i in range(count)}
    assert 1 in kinds, "it has something to load"
    assert not kinds & {2, 3}, "dynamic linking"
