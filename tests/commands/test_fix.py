"""`banso validate --fix`."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from tests.commands.running import Banso

MORI = "roster/teams/2/013455-mori.yaml"
OFUNATO = "roster/teams/2/032034-ofunato.yaml"


pytestmark = pytest.mark.usefixtures("english")


def write(roster: Path, path: str, old: str, new: str) -> None:
    file = roster.parent / path
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


@pytest.fixture
def faulty(copied: Path) -> Path:
    """Return a roster with four faults that banso mends safely, in two files."""
    write(copied, MORI, '"013455"  #', "０１３４５５     #")
    write(copied, MORI, "rank: 課長級", "rank: '課長補佐級'  # 確認済み")
    write(copied, OFUNATO, '"032034"', "032034")
    write(copied, OFUNATO, "[産業振興, 環境]", "[産業振興, 環境, 移住定住]")
    return copied


def texts(roster: Path) -> dict[str, str]:
    parent = roster.parent
    files = sorted(roster.rglob("*.yaml"))
    return {file.relative_to(parent).as_posix(): file.read_text("utf-8") for file in files}


def test_findings_are_mended_and_the_roster_checked_again(banso: Banso, faulty: Path) -> None:
    before = texts(faulty)
    run = banso("validate", "--fix", "--roster", faulty)
    assert (run.code, run.out) == (0, "5 teams, 6 municipalities, 0 errors\n")
    assert run.err == f"mended: {MORI}\nmended: {OFUNATO}\nmended 4 findings in 2 files\n"
    after = texts(faulty)
    expected = {
        MORI: before[MORI]
        .replace("０１３４５５     #", '"013455"     #')
        .replace("'課長補佐級'  # 確認済み", "'補佐級'  # 確認済み"),
        OFUNATO: before[OFUNATO].replace("032034", '"032034"').replace("移住定住", "移住・定住"),
    }
    assert after == before | expected


def test_the_difference_is_shown_and_nothing_written(banso: Banso, faulty: Path) -> None:
    before = texts(faulty)
    run = banso("validate", "--fix", "--diff", "--roster", faulty)
    assert run.code == 1
    assert run.err == "4 findings in 2 files can be mended\n"
    assert texts(faulty) == before
    subprocess.run(["git", "apply"], input=run.out.encode(), cwd=faulty.parent, check=True)  # noqa: S607
    assert banso("validate", "--roster", faulty).code == 0
    again = banso("validate", "--fix", "--diff", "--roster", faulty)
    assert (again.code, again.out, again.err) == (0, "", "nothing to mend\n")


def test_files_are_renamed_only_when_asked_for(banso: Banso, copied: Path) -> None:
    name = "roster/teams/2/013455-mori-machi.yaml"
    (copied.parent / MORI).rename(copied.parent / name)
    run = banso("validate", "--fix", "--roster", copied)
    assert (run.code, run.err) == (1, "nothing to mend\n1 more can be mended with --unsafe\n")
    run = banso("validate", "--fix", "--unsafe", "--diff", "--roster", copied)
    assert run.out == f"diff --git a/{name} b/{MORI}\nrename from {name}\nrename to {MORI}\n"
    run = banso("validate", "--fix", "--unsafe", "--roster", copied)
    assert run.code == 0
    assert run.err.startswith(f"mended: {name} → {MORI}\n")
    assert not (copied.parent / name).exists()


def test_only_what_is_asked_for_is_mended(banso: Banso, faulty: Path) -> None:
    run = banso("validate", "--fix", faulty.parent / OFUNATO)
    assert (run.code, run.err) == (0, f"mended: {OFUNATO}\nmended 2 findings in 1 file\n")
    run = banso("validate", "--fix", "--select", "alias-for-name", "--roster", faulty)
    assert (run.code, run.err) == (0, f"mended: {MORI}\nmended 1 finding in 1 file\n")


def test_what_banso_cannot_mend_is_told(banso: Banso, faulty: Path) -> None:
    write(faulty, MORI, "rank: '課長補佐級'  # 確認済み", "rank: |-\n      課長補佐級")
    run = banso("validate", "--fix", "--roster", faulty)
    assert run.code == 1
    assert f"{MORI}:7:11 [alias-for-name]: cannot be mended by banso\n" in run.err


def test_the_result_stays_readable_for_programs(banso: Banso, faulty: Path) -> None:
    run = banso("validate", "--fix", "--format", "json", "--roster", faulty)
    assert json.loads(run.out)["findings"] == []


def test_nothing_is_written_when_a_file_cannot_be(
    banso: Banso, faulty: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = texts(faulty)
    replace, calls = Path.replace, iter([False, True, False, False])

    def fail_once(self: Path, target: Path) -> Path:
        if next(calls):
            raise OSError(28, "No space left on device", str(target))
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", fail_once)
    run = banso("validate", "--fix", "--roster", faulty)
    assert run.code == 3
    assert "cannot be written (no space is left)" in run.err
    assert texts(faulty) == before
