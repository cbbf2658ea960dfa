"""`banso fmt`."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.commands.running import ROSTER, Banso

MORI = "roster/teams/2/013455-mori.yaml"


pytestmark = pytest.mark.usefixtures("english")


@pytest.fixture
def written(copied: Path) -> Path:
    """Return a roster of which one file is not in canonical form: two lines are exchanged."""
    file = copied.parent / MORI
    text = file.read_text("utf-8")
    file.write_text(text.replace("number: 1\n", "").replace("status:", "number: '1'\nstatus:"))
    return copied


def test_the_real_roster_is_in_canonical_form(banso: Banso) -> None:
    run = banso("fmt", "--check")
    assert (run.code, run.out) == (0, "")
    assert run.err.startswith("all ")


def test_a_check_lists_what_would_change(banso: Banso, written: Path) -> None:
    before = (written.parent / MORI).read_bytes()
    run = banso("fmt", "--check", "--roster", written)
    assert (run.code, run.out) == (1, f"{MORI}\n")
    assert "1 file is not in canonical form" in run.err
    assert (written.parent / MORI).read_bytes() == before


def test_a_difference_is_shown_and_nothing_written(banso: Banso, written: Path) -> None:
    run = banso("fmt", "--diff", "--roster", written)
    assert run.code == 0
    assert run.out.startswith(f"--- a/{MORI}\n+++ b/{MORI}\n@@ ")
    assert "+number: 1\n" in run.out
    assert "-number: '1'\n" in run.out
    assert banso("fmt", "--diff", "--check", "--roster", written).code == 1
    subprocess.run(["git", "apply"], input=run.out.encode(), cwd=written.parent, check=True)  # noqa: S607
    assert banso("fmt", "--check", "--roster", written).code == 0


def test_files_are_written_and_named(banso: Banso, written: Path) -> None:
    run = banso("fmt", "--roster", written)
    assert (run.code, run.out, run.err) == (0, f"{MORI}\n", "1 file is now in canonical form\n")
    again = banso("fmt", "--roster", written)
    assert (again.code, again.out) == (0, "")
    assert banso("validate", "--roster", written).code == 0


@pytest.mark.parametrize(
    ("path", "changed"),
    [("teams/2/013455-mori.yaml", f"{MORI}\n"), ("teams", f"{MORI}\n"), ("municipalities", "")],
)
def test_only_what_is_asked_for_is_written(
    path: str, changed: str, banso: Banso, written: Path
) -> None:
    assert banso("fmt", written / path).out == changed


def test_files_with_faults_are_left_alone_and_named(
    banso: Banso, written: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = written / "themes.yaml"
    broken.write_text("themes: [\n")
    (written / "agencies.yaml").unlink()
    (written / "agencies.yaml").mkdir()
    with (written / "programme.yaml").open("ab") as stream:
        stream.write(b"#" * 1_000_000)
    read = Path.read_bytes

    def denied(file: Path) -> bytes:
        if file.name == "1.yaml":
            raise PermissionError(13, "Permission denied")
        return read(file)

    monkeypatch.setattr(Path, "read_bytes", denied)
    run = banso("fmt", "--roster", written)
    assert (run.code, run.out) == (1, f"{MORI}\n")
    assert "roster/themes.yaml: the file has faults of syntax\n" in run.err
    assert "roster/agencies.yaml: this is not a file\n" in run.err
    assert "roster/programme.yaml: the file is larger than any record\n" in run.err
    assert "roster/periods/1.yaml: you have no permission\n" in run.err
    assert "4 files are left as they are" in run.err
    assert broken.read_text() == "themes: [\n"


def test_a_link_is_left_alone(banso: Banso, written: Path) -> None:
    file = written.parent / MORI
    file.rename(written.parent / "elsewhere.yaml")
    file.symlink_to(written.parent / "elsewhere.yaml")
    run = banso("fmt", "--roster", written)
    assert run.out == ""
    assert file.is_symlink()
    assert f"{MORI}: the file is a link" in run.err


def test_what_the_check_says_of_a_file_left_alone_is_shown(banso: Banso, written: Path) -> None:
    (written / "themes.yaml").write_text("themes: [\n", "utf-8")
    file = written.parent / MORI
    file.write_text("? number\n: 1\n", "utf-8")
    run = banso("fmt", "--check", "--roster", written)
    assert run.code == 1
    assert "roster/themes.yaml: the file has faults of syntax\nroster/themes.yaml:" in run.err
    assert "[unpaired-mark]\n" in run.err
    assert (
        f"{MORI}: line 1 is written in a way that banso does not format\n"
        "  help: write it as 'key: value', without '%' or '?' at the beginning of a line\n"
        f"{MORI}:1:1: error: the key 'municipality' is missing [missing-key]\n"
    ) in run.err


def test_files_that_differ_in_line_ends_alone_are_told(banso: Banso, copied: Path) -> None:
    crlf, marked = copied / "themes.yaml", copied / "agencies.yaml"
    crlf.write_bytes(crlf.read_bytes().replace(b"\n", b"\r\n"))
    marked.write_bytes(b"\xef\xbb\xbf" + marked.read_bytes())
    both = copied.parent / MORI
    both.write_bytes(both.read_bytes().replace(b"\n", b"\r\n") + b"\r\n")
    for option in ("--diff", "--check"):
        run = banso("fmt", option, "--roster", copied)
        assert run.err.splitlines()[:2] == [
            "roster/agencies.yaml: only the byte order mark at its start is too much",
            "roster/themes.yaml: only the line ends differ: CRLF, where LF is due",
        ]
        assert "013455" not in run.err
    assert banso("fmt", "--roster", copied).code == 0
    assert banso("fmt", "--check", "--roster", copied).code == 0


def test_paths_that_hold_nothing_to_format(banso: Banso, written: Path) -> None:
    assert banso("fmt", written / "nothing.yaml").code == 2
    other = written / "readme.txt"
    other.write_text("")
    run = banso("fmt", other)
    assert (run.code, run.out) == (3, "")
    assert "there is no file of a roster among these" in run.err


def test_a_file_that_cannot_be_written_is_a_failure(
    banso: Banso, written: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_space(_self: Path, _target: Path) -> Path:
        raise OSError(28, "No space left on device", str(written.parent / MORI))

    monkeypatch.setattr(Path, "replace", no_space)
    run = banso("fmt", "--roster", written)
    assert (run.code, run.out) == (3, "")
    assert f"{MORI} cannot be written (no space is left)" in run.err


def test_files_are_named_from_the_top_of_the_repository(
    banso: Banso, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git" / "HEAD").write_text("ref: refs/heads/main\n", "utf-8")
    folder = shutil.copytree(ROSTER, tmp_path / "data" / "roster")
    team, broken = folder / "teams/2/013455-mori.yaml", folder / "teams/2/014079-niki.yaml"
    team.write_text(team.read_text("utf-8").replace("number: 1\n", "number:   1\n"), "utf-8")
    monkeypatch.chdir(folder)
    shown = "data/roster/teams/2/013455-mori.yaml"
    assert banso("fmt", "--check").out == f"{shown}\n"
    assert banso("fmt").out == f"{shown}\n"
    assert f"ファイル: {shown}" in banso("show", "013455").out
    new = banso("new", "theme", "medicine", "医療", "--source", "一")
    assert "data/roster/themes.yaml" in new.out
    twice = banso("new", "theme", "medicine", "医療", "--source", "一")
    assert twice.code
    broken.write_text("number: [\n", "utf-8")
    untouched = banso("fmt", "--check")
    assert "data/roster/teams/2/014079-niki.yaml:1:" in untouched.err
    assert "number: [" in untouched.err
