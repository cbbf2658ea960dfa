"""One slip, one finding: what an official gets for each slip of the hand, as a table.

`make golden` writes the tables anew; read what it wrote.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from banso_cli.reading.folder import read_roster
from banso_cli.records.finding import Finding
from banso_cli.records.kinds import KINDS
from banso_cli.rules import check
from tests.conftest import BASE, Golden
from tests.slips import Slip, slips_of

MOST_A_SLIP = 1.03
"""Findings of a slip that is found, on the average; it was 1.31 before they were counted."""

SLIPS = tuple(slips_of(BASE))


def findings_of(slips: tuple[Slip, ...], folder: Path) -> Iterator[tuple[Slip, list[Finding]]]:
    for slip in slips:
        file = folder / slip.path
        before = file.read_bytes()
        file.write_text(slip.text, "utf-8")
        yield slip, list(check(read_roster(folder)))
        file.write_bytes(before)


PUBLIC = tuple(name for name, kind in KINDS.items() if kind.top != "applications")
"""The kinds of records that a public roster may hold, as the base roster does."""


@pytest.mark.parametrize("kind", PUBLIC)
def test_a_slip_gives_one_finding_that_says_what_to_write(
    kind: str, tmp_path: Path, golden: Golden
) -> None:
    folder = shutil.copytree(BASE, tmp_path / "roster")
    slips = tuple(slip for slip in SLIPS if slip.field[0] == kind)
    told = list(findings_of(slips, folder))
    lines = []
    for slip, findings in told:
        lines.append(f"{slip.name}: {len(findings)}")
        lines += [f"    {each.rule} | {each.message} | {each.help}" for each in findings]
    golden(f"slips/{kind}.txt", "\n".join(lines) + "\n")
    counts = [len(findings) for _slip, findings in told if findings]
    assert sum(counts) / len(counts) <= MOST_A_SLIP
    assert all(finding.help for _slip, findings in told for finding in findings)


def test_the_slips_are_of_all_kinds_and_fields() -> None:
    assert len(SLIPS) > 800
    assert {slip.field[0] for slip in SLIPS} == set(PUBLIC)
    assert len({slip.what for slip in SLIPS}) >= 14


MOVES = [
    ("teams/2/013455-mori.yaml", "teams/02/013455-mori.yaml", "teams/2/013455-mori.yaml"),
    ("teams/2/013455-mori.yaml", "teams/第2期/013455-mori.yaml", "teams/2/013455-mori.yaml"),
    ("teams/2/013455-mori.yaml", "teams/013455-mori.yaml", "teams/2/013455-mori.yaml"),
    ("teams/2/013455-mori.yaml", "teams/x/013455-mori.yaml", "teams/2/013455-mori.yaml"),
    ("teams/2/013455-mori.yaml", "013455-mori.yaml", "teams/2/013455-mori.yaml"),
    ("teams/2/013455-mori.yaml", "periods/013455-mori.yaml", "teams/2/013455-mori.yaml"),
    ("teams/2/013455-mori.yaml", "municipalities/013455-x.yaml", "teams/2/013455-x.yaml"),
    ("municipalities/013455-mori.yaml", "013455-mori.yaml", "municipalities/013455-mori.yaml"),
    ("municipalities/013455-mori.yaml", "teams/2/013455-x.yaml", "municipalities/013455-x.yaml"),
    ("periods/2.yaml", "2.yaml", "periods/2.yaml"),
    ("periods/2.yaml", "teams/2/x.yaml", "periods/2.yaml"),
]


@pytest.mark.parametrize(("old", "new", "due"), MOVES)
def test_a_file_in_a_wrong_place_is_one_finding_that_says_where_it_belongs(
    old: str, new: str, due: str, tmp_path: Path
) -> None:
    folder = shutil.copytree(BASE, tmp_path / "roster")
    (folder / new).parent.mkdir(exist_ok=True)
    (folder / old).rename(folder / new)
    found = [(each.rule, each.place.path, each.help) for each in check(read_roster(folder))]
    assert found == [("stray-file", f"roster/{new}", f"{due} に移してください")]


def test_a_folder_of_teams_with_a_wrong_name_is_one_finding(tmp_path: Path) -> None:
    folder = shutil.copytree(BASE, tmp_path / "roster")
    (folder / "teams" / "2").rename(folder / "teams" / "02")
    (finding,) = check(read_roster(folder))
    assert (finding.rule, finding.help) == ("stray-file", "teams/2/ に移してください")
    assert "ほか4件" in finding.message


def test_two_lists_that_were_mistaken_for_each_other_are_told_each(tmp_path: Path) -> None:
    folder = shutil.copytree(BASE, tmp_path / "roster")
    (folder / "themes.yaml").rename(tmp_path / "x")
    (folder / "agencies.yaml").rename(folder / "themes.yaml")
    (tmp_path / "x").rename(folder / "agencies.yaml")
    found = [(each.rule, each.record, each.help) for each in check(read_roster(folder))]
    assert found == [
        ("stray-file", "agencies", "themes.yaml に移してください"),
        ("stray-file", "themes", "agencies.yaml に移してください"),
    ]


@pytest.mark.parametrize("data", [b"\xff", b"- a\n", b"a: b\n", b"", b"number: 1\nthemes: [x]\n"])
def test_a_file_that_nothing_tells_the_kind_of_is_told_as_such(data: bytes, tmp_path: Path) -> None:
    folder = shutil.copytree(BASE, tmp_path / "roster")
    (folder / "memo.yaml").write_bytes(data)
    (finding,) = check(read_roster(folder))
    expected = "themes.yaml に" if b"themes" in data else "種類に合うフォルダーに"
    assert finding.rule == "stray-file"
    assert finding.help.startswith(expected)


def test_where_a_period_or_its_number_is_not_known_it_is_left_open(tmp_path: Path) -> None:
    folder = shutil.copytree(BASE, tmp_path / "roster")
    (folder / "teams" / "1").mkdir()
    (folder / "teams" / "2" / "013455-mori.yaml").rename(folder / "teams" / "013455-mori.yaml")
    text = (folder / "periods" / "2.yaml").read_text("utf-8")
    (folder / "x.yaml").write_text(text.replace("number: 2\n", ""), "utf-8")
    found = {each.place.path: each.help for each in check(read_roster(folder))}
    assert found == {
        "roster/teams/013455-mori.yaml": "teams/<期>/013455-mori.yaml に移してください",
        "roster/x.yaml": "periods/<期>.yaml に移してください",
    }


def test_a_link_to_nothing_is_told_as_a_file_that_nothing_reads(tmp_path: Path) -> None:
    folder = shutil.copytree(BASE, tmp_path / "roster")
    (folder / "memo.yaml").symlink_to("nothing.yaml")
    (finding,) = check(read_roster(folder))
    assert finding.help.startswith("種類に合うフォルダーに")


def test_a_name_that_several_give_is_told_once_but_for_a_record_with_an_exception(
    tmp_path: Path,
) -> None:
    folder = shutil.copytree(BASE, tmp_path / "roster")
    for file in sorted((folder / "teams" / "2").iterdir()):
        text = file.read_text("utf-8").replace("agency: 環境省", "agency: 防災庁")
        file.write_text(text.replace("agency: 総務省", "agency: 防災庁"), "utf-8")
    excepted = folder / "teams" / "2" / "204234-nagiso.yaml"
    exception = "exceptions:\n  - {rule: unknown-agency, reason: 新しい庁}\n"
    excepted.write_text(excepted.read_text("utf-8") + exception, "utf-8")
    found = [each for each in check(read_roster(folder)) if each.rule != "unused-agency"]
    assert [(each.rule, each.record) for each in found] == [
        ("unknown-agency", "teams/2/013455-mori")
    ]
    assert [each.message for each in found[0].related] == ["ここにも書かれています（全部で4か所）"]


@pytest.mark.parametrize(
    "written", ["（{}）", "｛{}｝", "({})", "〈{}〉", "<{}>", "{}", "「{}」", "【{}】"], ids=str
)
@pytest.mark.parametrize("comma", [", ", "、", "，"])
def test_a_list_in_other_brackets_or_none_is_told_as_it_is_to_be_written(
    written: str, comma: str, tmp_path: Path
) -> None:
    folder = shutil.copytree(BASE, tmp_path / "roster")
    file = folder / "teams/2/013455-mori.yaml"
    right = "themes: [産業振興]"
    text = file.read_text("utf-8")
    assert right in text
    slip = "themes: " + written.format(comma.join(("産業振興", "観光")))
    file.write_text(text.replace(right, slip), "utf-8")
    [finding] = check(read_roster(folder))
    if finding.rule == "wrong-shape":
        assert "「[産業振興, 観光]」" in finding.help or "'[産業振興, 観光]'" in finding.help
    else:
        assert finding.rule == "full-width-mark"


def test_unknown_keys_behind_a_known_one_are_told_as_keys(tmp_path: Path) -> None:
    folder = shutil.copytree(BASE, tmp_path / "roster")
    file = folder / "teams/2/013455-mori.yaml"
    text = file.read_text("utf-8").replace(
        "    rank:", "    備考一: x\n    備考二: y\n    rang:", 1
    )
    file.write_text(text, "utf-8")
    rules = [each.rule for each in check(read_roster(folder))]
    assert rules.count("unknown-key") == 3
    assert "wrong-shape" not in rules


def test_entries_without_dashes_are_not_told_as_keys_to_delete(tmp_path: Path) -> None:
    folder = shutil.copytree(BASE, tmp_path / "roster")
    file = folder / "teams/2/013455-mori.yaml"
    head, members, rest = file.read_text("utf-8").partition("members:\n")
    entries, sources, end = rest.partition("sources:\n")
    entries = entries.replace("    ", "  ").replace("- ", "")
    assert entries.count("agency") > 1
    file.write_text(head + members + entries + sources + end, "utf-8")
    assert [each.rule for each in check(read_roster(folder))] == ["wrong-shape"]
    file.write_text(head + "number: 1\n" + members + entries + sources + end, "utf-8")
    assert [each.rule for each in check(read_roster(folder))] == ["duplicate-key", "wrong-shape"]
