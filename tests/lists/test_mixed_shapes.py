"""Whatever habits a list mixes, its five teams are read: every habit is drawn by itself."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from banso_cli.intake.importing import import_list
from banso_cli.reading.folder import read_roster
from banso_cli.records.roster import Roster
from banso_cli.records.teams.team import STATUS_LABELS
from tests.lists.five import FIVE, Listed, merge, save, sheet, text

ROSTER = Path(__file__).parents[1] / "public_roster" / "roster"
NUMBERS = ("{:02d}.", "{}.", "({})", "（{}）", "{}、", "No.{} ", "{} ", "{}　", "第{}　")
NAMES = (
    "市町村名",
    "市区町村名",
    "団体名",
    "支援対象団体",
    "自治体名",
    "支援先\n市町村",
    "市町村（※）",
)
BODIES = ("所属府省庁", "所属府省庁等", "所属省庁", "派遣元省庁", "府省庁名", "所 属\n（省庁）")
RANKS = ("役職", "役　職", "職位", "役職名", "官職", "役職\n（級）")
BELOW = ("※青塗箇所は継続団体", "（注）役職は4月1日現在", "合計", "3", "以上")


@dataclass(frozen=True)
class Habits:
    """How a clerk writes a list."""

    number: str
    number_column: bool
    prefecture_column: bool
    prefecture_once: bool
    county: bool
    reading: bool
    status: bool
    code: bool
    remark: bool
    layout: str
    ditto: bool
    titles: int
    below: str
    headings: tuple[str, str, str]
    form: str


HABITS = st.builds(
    Habits,
    number=st.sampled_from(NUMBERS),
    number_column=st.booleans(),
    prefecture_column=st.booleans(),
    prefecture_once=st.booleans(),
    county=st.booleans(),
    reading=st.booleans(),
    status=st.booleans(),
    code=st.booleans(),
    remark=st.booleans(),
    layout=st.sampled_from(("rows", "merged", "cells", "a team a row", "blocks")),
    ditto=st.booleans(),
    titles=st.integers(0, 3),
    below=st.sampled_from(BELOW),
    headings=st.tuples(*map(st.sampled_from, (NAMES, BODIES, RANKS))),
    form=st.sampled_from(("xlsx", "csv", "tsv", "semicolon")),
)


def lead(team: Listed, before: Listed | None, habits: Habits) -> list[object]:
    """Return what stands before the members: code, number, prefecture, name and status."""
    name = (team.county if habits.county else "") + team.name
    if not habits.prefecture_column:
        name = team.prefecture + name
    if habits.reading:
        name += f"（{team.kana}）"
    if not habits.number_column:
        name = habits.number.format(team.number) + name
    once = habits.prefecture_once and before and before.prefecture == team.prefecture
    parts: list[tuple[bool, object]] = [
        (habits.code, int(team.code)),
        (habits.number_column, team.number),
        (habits.prefecture_column, None if once else team.prefecture),
        (True, name),
        (habits.status, team.status),
    ]
    return [cell for is_there, cell in parts if is_there]


def head(habits: Habits, seats: int) -> list[object]:
    name, body, rank = habits.headings
    parts = [
        (habits.code, "団体コード"),
        (habits.number_column, "No."),
        (habits.prefecture_column, "都道府県"),
        (True, name),
        (habits.status, "区分\n（継続・新規）"),
    ]
    return [*(cell for is_there, cell in parts if is_there), *(body, rank) * seats]


def body(habits: Habits, teams: Sequence[Listed]) -> Iterator[list[object]]:
    """Yield the rows of teams."""
    before = None
    for team in teams:
        first = lead(team, before, habits)
        before = team
        if habits.layout == "cells":
            agencies, ranks = zip(*team.members, strict=True)
            yield [*first, "\n".join(agencies), "\n".join(ranks)]
        elif habits.layout == "a team a row":
            seats = [cell for member in team.members for cell in member]
            yield [*first, *seats, *[None] * (6 - len(seats))]
        else:
            for at, member in enumerate(team.members):
                blank = ["〃" if habits.ditto and habits.layout == "rows" else None] * len(first)
                yield [*(blank if at else first), *member]


def lines(habits: Habits) -> list[list[object]]:
    """Return the list with its titles and what stands below it."""
    seats = 3 if habits.layout == "a team a row" else 1
    titles: list[list[object]] = [
        ["第2期支援対象団体・伴走支援チーム一覧"],
        [],
        ["令和8年4月1日現在"],
    ]
    if habits.layout == "blocks":
        left, right = list(body(habits, FIVE[:3])), list(body(habits, FIVE[3:]))
        blank: list[object] = [None] * len(head(habits, 1))
        right += [blank] * (len(left) - len(right))
        found = [[*a, None, *b] for a, b in zip(left, right, strict=True)]
        heads = [*head(habits, 1), None, *head(habits, 1)]
    else:
        found, heads = list(body(habits, FIVE)), head(habits, seats)
    if habits.remark:
        heads, found[0] = [*heads, "備考"], [*found[0], "調整済"]
    return [*titles[: habits.titles], heads, *found, [], [habits.below]]


def written(habits: Habits, folder: Path) -> Path:
    cells = lines(habits)
    if habits.form != "xlsx":
        name, between = {
            "csv": ("list.csv", ","),
            "tsv": ("list.tsv", "\t"),
            "semicolon": ("list.csv", ";"),
        }[habits.form]
        width = max(map(len, cells))
        return text((row + [None] * (width - len(row)) for row in cells), folder, name, between)
    found = sheet(*cells)
    if habits.layout == "merged":
        column = "ABCDE"[lead(FIVE[0], None, habits).index(lead(FIVE[0], None, habits)[-1])]
        row = habits.titles + 2
        for team in FIVE:
            merge(found, f"{column}{row}:{column}{row + len(team.members) - 1}")
            row += len(team.members)
    return save(found, folder)


@cache
def roster() -> Roster:
    return read_roster(ROSTER)


@settings(max_examples=60)
@given(habits=HABITS)
def test_mixed_habits_are_read(habits: Habits) -> None:
    with tempfile.TemporaryDirectory() as folder:
        found = import_list(written(habits, Path(folder)), 2, roster(), "一覧")
    teams = [file.team for file in found.files]
    assert [(t.number, t.municipality) for t in teams] == [(t.number, t.code) for t in FIVE]
    members = [tuple((m.agency, m.rank) for m in t.members) for t in teams]
    assert members == [team.members for team in FIVE]
    statuses = [STATUS_LABELS[t.status] if t.status else "" for t in teams]
    assert statuses == [team.status if habits.status else "" for team in FIVE]
