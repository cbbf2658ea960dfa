"""`banso import`: a list becomes team files, and what people wrote into them stays."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from banso_cli.reading.folder import read_roster
from banso_cli.records.teams.team import Member, Team
from tests.commands.lists import KANOYA, LISTS, listed, numbered, only
from tests.commands.running import ROSTER, Banso


@pytest.fixture
def target(tmp_path: Path) -> Path:
    return shutil.copytree(LISTS / "roster", tmp_path / "roster")


def test_a_list_becomes_team_files(banso: Banso, target: Path) -> None:
    run = banso("import", LISTS / "pages.txt", "--period", "2", "--out", target, "--source", "一覧")
    assert run.code == 0
    written = sorted((target / "teams" / "2").glob("*.yaml"))
    assert f"{len(written)} チーム・" in run.out
    assert "推定した事項" in run.out
    assert "原文と異なる表記" in run.out
    assert all("title: 一覧" in file.read_text("utf-8") for file in written)


@pytest.mark.parametrize("options", [(), ("--diff",)])
def test_radicals_are_read_as_ordinary_letters_and_told(
    banso: Banso, copied: Path, options: tuple[str, ...]
) -> None:
    only(copied, ())
    rows = (KANOYA[0].replace("水", "\u2f54"), KANOYA[1])
    source = listed(copied.parent, *rows)
    run = banso("import", source, "--period", "2", "--out", copied, *options)
    assert "通常の字として読んだ字: ⽔ (U+2F54) → 水" in run.out + run.err, run.err


def test_files_that_are_there_stay(banso: Banso, target: Path) -> None:
    arguments = ("import", LISTS / "pages.txt", "--period", "2", "--out", target)
    assert banso(*arguments).code == 0
    first = next(iter(sorted((target / "teams" / "2").glob("*.yaml"))))
    text = first.read_text("utf-8")
    changed = numbered(first, 9)
    again = banso(*arguments)
    assert (again.code, again.out) == (1, "")
    assert "--overwrite" in again.err
    assert first.read_text("utf-8") == changed
    assert banso(*arguments, "--overwrite").code == 0
    assert first.read_text("utf-8") == text


def test_a_list_that_cannot_be_placed_is_refused_by_line(
    banso: Banso, target: Path, tmp_path: Path
) -> None:
    file = tmp_path / "list.txt"
    file.write_text("市町村名\t所属府省庁\t役職\n01.北海道月町\t総務省\t補佐\n", encoding="utf-8")
    run = banso("import", file, "--period", "2", "--out", target)
    assert (run.code, run.out) == (1, "")
    assert "2行目: 市町村「北海道月町」は municipalities/ にありません" in run.err
    assert "2行目: 役職「補佐」は programme.yaml にありません" in run.err
    assert "もしかして: 補佐級" in run.err
    assert not (target / "teams" / "2").exists()


def test_a_list_that_is_not_there(banso: Banso, target: Path) -> None:
    run = banso("import", "nothing.txt", "--period", "2", "--out", target)
    assert run.code == 3
    assert "nothing.txt がありません" in run.err


def test_a_folder_that_cannot_be_written(banso: Banso, target: Path) -> None:
    (target / "teams").write_text("", encoding="utf-8")
    run = banso("import", LISTS / "pages.txt", "--period", "2", "--out", target)
    assert run.code == 3
    assert "書き込めません" in run.err


def test_the_real_teams_are_those_of_the_list(banso: Banso) -> None:
    """Nothing that import writes may be lost when a file is edited by hand."""
    text = (ROSTER / "teams" / "2" / "454214-kadogawa.yaml").read_text("utf-8")
    assert text.splitlines()[1:3] == ["number: 91", 'municipality: "454214"  # 宮崎県門川町']
    assert banso("validate", ROSTER / "teams").code == 0


def attended(roster: Path) -> list[object]:
    """Return who attended each activity of period 2, by all that is recorded of them."""
    return [
        (team.municipality, activity.date, {team.members[n - 1] for n in activity.attended})
        for team in read_roster(roster).teams_by_period[2]
        for activity in team.activities
    ]


def turned(team: Team) -> tuple[Member, ...]:
    """Return the members with the first put last, if nobody left and no two have the same seat."""
    seats = {(member.agency, member.rank) for member in team.members}
    if team.former or len(seats) < len(team.members):
        return team.members
    return *team.members[1:], team.members[0]


def test_a_whole_list_in_another_order_keeps_who_attended(banso: Banso, tmp_path: Path) -> None:
    roster = tmp_path / "roster"
    assert banso("init", roster, "--example", "--teams", "12").code == 0
    before, rows = read_roster(roster), []
    for team in before.teams_by_period[2]:
        name = f"{team.number}.{before.municipality_by_code[team.municipality].full_name}"
        for member in turned(team):
            rows.append(f"{name},{member.agency},{member.rank}")
            name = ""
    people = attended(roster)
    run = banso("import", listed(tmp_path, *rows), "--period", "2", "--out", roster, "--overwrite")
    assert run.code == 0, run.err
    assert attended(roster) == people
    after = read_roster(roster).teams_by_period[2]
    assert [team.members for team in after] == [turned(team) for team in before.teams_by_period[2]]
