"""Shapes that tell what changed, what is not settled, or the same thing twice."""

from __future__ import annotations

from pathlib import Path

from tests.lists.five import FIVE, HEAD, Cells, another, merge, rows, save, sheet
from tests.lists.shapes.made import shape

SMALL: tuple[Cells, ...] = (
    ("01.北海道森町", "防衛省", "補佐級", "防衛省", "係長級"),
    ("02.北海道仁木町", "財務省", "課長級", "環境省", "課長級"),
)
"""Two rows in which one member changed: read as two members, they would break no rule."""


@shape
def before_and_after(folder: Path) -> Path:
    head = ("市町村名", *(f"{name}（変更{at}）" for at in "前後" for name in HEAD[1:]))
    return save(sheet(head, *SMALL), folder)


@shape
def former_and_present(folder: Path) -> Path:
    head = (("市町村名", "前任", None, "後任", None), (None, *("所属", "役職") * 2))
    return save(merge(sheet(*head, *SMALL), "B1:C1", "D1:E1"), folder)


@shape
def years_side_by_side(folder: Path) -> Path:
    head = ((None, "令和７年度", None, "令和８年度", None), ("市町村名", *("所属", "役職") * 2))
    return save(sheet(*head, *SMALL), folder)


@shape
def a_day_above_the_seats(folder: Path) -> Path:
    """Put one day above seats that stand side by side: it sets none of them apart."""
    lines = []
    for team in FIVE:
        seats = [cell for member in team.members for cell in member]
        lines.append((team.full, *seats, *[None] * (6 - len(seats))))
    above = (None, None, None, None, "令和8年4月1日")
    return save(sheet(above, ("市町村名", *("所属", "役職") * 3), *lines), folder)


@shape
def arrow_in_a_cell(folder: Path) -> Path:
    found = sheet(HEAD, *rows())
    found["B3"] = "農林水産省→財務省"
    return save(found, folder)


@shape
def seats_to_be_settled(folder: Path) -> Path:
    found = sheet(HEAD, *rows(), ("06.長野県南木曽町", "調整中", "調整中"))
    found["B4"], found["C4"] = "（調整中）", None
    found["B7"] = "欠員"
    return save(found, folder)


@shape
def one_more_who_is_not_named(folder: Path) -> Path:
    return save(sheet(HEAD, *rows(), (None, "ほか１名", None)), folder)


@shape
def dashes_for_a_seat(folder: Path) -> Path:
    return save(sheet(HEAD, *rows(), (None, "－", "－")), folder)


@shape
def a_page_that_overlaps(folder: Path) -> Path:
    lines = list(rows())
    return save(sheet(HEAD, *lines[:12], HEAD, *lines[9:]), folder)


@shape
def a_team_goes_on_below_another(folder: Path) -> Path:
    lines = list(rows())
    rest = ("01.北海道森町（続き）", *lines[2][1:])
    return save(sheet(HEAD, *lines[:2], *lines[3:], rest), folder)


@shape
def sheets_of_two_years(folder: Path) -> Path:
    found = sheet(HEAD, *rows(teams=FIVE[:2]), title="R7")
    another(found, HEAD, *rows(teams=FIVE[2:]), title="R8")
    return save(found, folder)


@shape
def a_draft(folder: Path) -> Path:
    return save(sheet(("支援チーム一覧（案）",), HEAD, *rows()), folder)
