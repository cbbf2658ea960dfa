"""Findings as text: golden pages, and carets that are right under Japanese."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from wcwidth import wcswidth

from banso_cli.diagnostics.text import WIDEST, as_text, summary
from banso_cli.reading.folder import read_roster
from banso_cli.records.finding import Finding, Related, Severity
from banso_cli.records.roster import Roster
from banso_cli.rules import check
from banso_cli.yaml.place import Place
from tests.conftest import BASE, Golden

MORI = "teams/2/013455-mori.yaml"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(BASE, tmp_path / "roster"))


def shown(folder: Path, line: str, text: str, last: str | None = None) -> list[str]:
    """Write a file of one line and return how a finding at the text in it is shown."""
    folder.mkdir(exist_ok=True)
    name = f"{len(list(folder.iterdir()))}.yaml"  # lines of a file are read once
    (folder / name).write_bytes(f"{line}\n".encode())
    begin = line.index(text) + 1
    end = line.index(last or text) + len(last or text) + 1
    place = Place(f"roster/{name}", 1, begin, 1, end)
    head, *excerpt = as_text([Finding(place, "fault", rule="x")], folder.parent)
    assert head == f"roster/{name}:1:{begin}: エラー: fault [x]"
    return excerpt


def columns(excerpt: list[str]) -> tuple[int, int]:
    """Return the first column of the carets and how many there are."""
    gutter, carets = re.fullmatch(r"( +\| *)(\^+)", excerpt[1]).groups()  # type: ignore[union-attr]
    return len(gutter), len(carets)


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("agency: 総務賞", "総務賞"),
        ("  - agency: sowmu # 総務省", "sowmu"),
        ("  - {printed: {agency: 𠮷野葛󠄀城}, agency: 総務賞}", "総務賞"),
        ("name: 葛󠄀城市", "葛󠄀城市"),
        ("葛󠄀城市: 奈良", "奈良"),
        ("ﾅﾗｹﾝ: か\u3099き\u3099", "か\u3099き\u3099"),
        ("\tname:\t森町", "森町"),
        ("name: 🍎👨\u200d👩\u200d👧森", "森"),
        ("name: ①Ⅱ㈱…—“”αЖ", "Ж"),
        ("森町", "森町"),
        ("森町のまえに　空白", "空白"),
    ],
)
def test_the_caret_stands_under_the_faulty_text(tmp_path: Path, line: str, text: str) -> None:
    excerpt = shown(tmp_path / "roster", line, text)
    gutter = "     1 | "
    assert excerpt[0] == gutter + line.replace("\t", " ")
    before = excerpt[0][: excerpt[0].index(text, len(gutter))]
    assert columns(excerpt) == (wcswidth(before), wcswidth(text))


@pytest.mark.parametrize("length", [WIDEST - 1, WIDEST, WIDEST + 1, 500])
@pytest.mark.parametrize("where", [0.0, 0.3, 0.5, 0.97, 1.0])
def test_a_long_line_is_cut_around_the_fault(tmp_path: Path, length: int, where: float) -> None:
    at = int((length - 3) * where)
    line = "長" * at + "!誤り" + "い" * (length - at - 3)
    excerpt = shown(tmp_path / "roster", line, "!誤り")
    begin = len(excerpt[0][: excerpt[0].index("!")])
    assert len(excerpt[0]) <= len("     1 | ") + WIDEST
    assert columns(excerpt) == (wcswidth(excerpt[0][:begin]), 5)


def test_a_fault_longer_than_the_line_shown_is_marked_as_far_as_it_is_shown(tmp_path: Path) -> None:
    excerpt = shown(tmp_path / "roster", "a: " + "長" * 300, "長" * 300)
    assert columns(excerpt) == (len("     1 | a: "), 2 * (WIDEST - 3))


def test_a_fault_over_several_lines_is_marked_to_the_end_of_its_first(folder: Path) -> None:
    place = Place(f"roster/{MORI}", 3, 9, 5, 2)
    lines = list(as_text([Finding(place, "fault")], folder.parent))
    assert lines[1:] == ["     3 | status: continuing", "       |         ^^^^^^^^^^"]


@pytest.mark.parametrize(("line", "column"), [(1, 1), (14, 1), (99, 1)])
def test_a_place_of_no_width_or_behind_the_end_is_shown_all_the_same(
    folder: Path, line: int, column: int
) -> None:
    place = Place(f"roster/{MORI}", line, column, line, column)
    lines = list(as_text([Finding(place, "fault")], folder.parent))
    if line == 1:
        assert lines[1:] == ["     1 | number: 1", "       | ^"]
    else:
        assert len(lines) == (3 if line == 14 else 1)


def test_nothing_that_a_terminal_would_obey_is_sent_to_it(tmp_path: Path) -> None:
    excerpt = shown(tmp_path / "roster", "a: \x1b[2J\u202e森\x07町\ufeff!", "!")
    assert excerpt[0] == "     1 | a: �[2J�森�町�!"
    assert columns(excerpt) == (wcswidth(excerpt[0]) - 1, 1)
    place = Place("roster/\x1b.yaml", 1, 1, 1, 1)
    finding = Finding(place, "'\x1b[2J'", "\u202e", related=(Related("\x9b", place),))
    assert list(as_text([finding], tmp_path)) == [
        "roster/�.yaml:1:1: エラー: '�[2J' []",
        "  直し方: �",
        "  参考: roster/�.yaml:1:1: �",
    ]


@given(st.text(max_size=150), st.data())
def test_whatever_a_line_holds_the_caret_stands_within_it(
    tmp_path_factory: pytest.TempPathFactory, line: str, data: st.DataObject
) -> None:
    line = re.sub(r"[\r\n]", "", line)
    folder = tmp_path_factory.mktemp("any") / "roster"
    begin = data.draw(st.integers(0, len(line)))
    end = data.draw(st.integers(begin, len(line)))
    folder.mkdir()
    (folder / "x.yaml").write_bytes(f"# 注\n{line}\n".encode())
    place = Place("roster/x.yaml", 2, begin + 1, 2, end + 1)
    _head, text, carets = as_text([Finding(place, "fault")], folder.parent)
    gutter = len("     2 | ")
    assert text.startswith("     2 | ")
    assert wcswidth(text) >= 0
    assert re.fullmatch(r" {7}\| *\^+", carets)
    assert carets.index("^") <= gutter + wcswidth(text[gutter:])
    assert len(carets) <= gutter + max(wcswidth(text[gutter:]), 0) + 1


def test_the_page_of_a_broken_roster_is_the_golden_one(folder: Path, golden: Golden) -> None:
    edits = {
        MORI: [('"013455"', "013455"), ("産業振興", "産業振輿"), ("課長級", "課長補佐級")],
        "teams/2/462039-kanoya.yaml": [("462039", "013455"), ("themes:", "theme:")],
        "municipalities/204234-nagiso.yaml": [("南木曽町", "南木曾町")],
        "agencies.yaml": [("parent: 財務省", "\tparent: 財務省")],
    }
    for name, changes in edits.items():
        text = (folder / name).read_text("utf-8")
        for old, new in changes:
            assert old in text
            text = text.replace(old, new, 1)
        (folder / name).write_text(text, "utf-8")
    (folder / "themes.yaml").write_bytes((BASE / "themes.yaml").read_text("utf-8").encode("cp932"))
    roster = read_roster(folder)
    findings = check(roster)
    page = "\n".join([*as_text(findings, folder.parent), summary(roster, findings)]) + "\n"
    golden("diagnostics/page.txt", page)


def test_the_closing_line_counts_errors_and_warnings(base_roster: Roster, golden: Golden) -> None:
    place = Place.start_of("roster/themes.yaml")
    error, warning = Finding(place, "a"), Finding(place, "b", severity=Severity.WARNING)
    lines = (summary(base_roster, each) for each in ([], [error], [error, warning, warning]))
    golden("diagnostics/summary.txt", "".join(f"{line}\n" for line in lines))
