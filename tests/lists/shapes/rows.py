"""Shapes of rows and columns: where names, bodies and ranks stand."""

from __future__ import annotations

from pathlib import Path

from tests.lists.five import (
    FIVE,
    HEAD,
    merge,
    rows,
    save,
    sheet,
)
from tests.lists.shapes.made import shape


@shape
def names_amid_their_rows(folder: Path) -> Path:
    """Cells were unmerged by a program that read a PDF: names stand in second rows."""
    lines = []
    for team in FIVE:
        at = (len(team.members) - 1) // 2
        for index, member in enumerate(team.members):
            lines.append((team.full if index == at else None, *member))
    return save(sheet(HEAD, *lines), folder)


@shape
def names_between_rows(folder: Path) -> Path:
    """Put each name into a row of its own, above its members."""
    lines = [line for team in FIVE for line in ((team.full,), *((None, *m) for m in team.members))]
    return save(sheet(HEAD, *lines), folder)


@shape
def sum_below(folder: Path) -> Path:
    return save(sheet(HEAD, *rows(), ("合計", "5団体", "14名"), ("計", None, 14)), folder)


@shape
def bare_names(folder: Path) -> Path:
    return save(sheet(HEAD, *rows(lambda t: (f"{t.number}　{t.name}",))), folder)


@shape
def seats_under_two_rows_of_headings(folder: Path) -> Path:
    lines = []
    for team in FIVE:
        seats = [cell for member in team.members for cell in member]
        lines.append((team.number, team.prefecture, team.name, *seats, *["－"] * (6 - len(seats))))
    found = sheet(
        ("番号", "都道府県", "支援先", "支援官①", None, "支援官②", None, "支援官③", None),
        (None, None, None, *("所属", "役職") * 3),
        *lines,
    )
    return save(merge(found, "A1:A2", "B1:B2", "C1:C2", "D1:E1", "F1:G1", "H1:I1"), folder)


@shape
def members_by_commas(folder: Path) -> Path:
    lines = [
        (team.full, "、".join(a for a, _r in team.members), "、".join(r for _a, r in team.members))
        for team in FIVE
    ]
    return save(sheet(HEAD, *lines), folder)


@shape
def one_rank_for_three(folder: Path) -> Path:
    line = (FIVE[0].full, "防衛省\n農林水産省\n金融庁", "補佐級")
    return save(sheet(HEAD, line, *rows(teams=FIVE[1:])), folder)


@shape
def bodies_as_above(folder: Path) -> Path:
    found = sheet(HEAD, *rows())
    found["B6"] = "〃"
    found["B12"] = "同上"
    found["C3"] = "　〃　"
    return save(found, folder)


@shape
def nothing_stands_above(folder: Path) -> Path:
    found = sheet(HEAD, *rows())
    found["B2"] = "〃"
    return save(found, folder)


@shape
def column_without_heading(folder: Path) -> Path:
    found = sheet(HEAD, *rows())
    found["E4"] = "要確認"
    return save(found, folder)


@shape
def no_column_of_ranks(folder: Path) -> Path:
    return save(sheet(("題",), HEAD[:2], *(cells[:2] for cells in rows())), folder)


@shape
def a_rank_left_out(folder: Path) -> Path:
    found = sheet(HEAD, *rows(), title="第2期")
    found["C6"] = None
    return save(found, folder)


@shape
def as_above_in_the_first_row(folder: Path) -> Path:
    return save(sheet(HEAD, ("〃", "総務省", "補佐級"), *rows()), folder)


@shape
def team_without_members(folder: Path) -> Path:
    return save(sheet(HEAD, *rows(), ("06.長野県南木曽町",)), folder)


@shape
def second_block_without_headings(folder: Path) -> Path:
    lines = list(rows())
    left, right = lines[:9], [*lines[9:], *[(None,) * 3] * 4]
    both = [(*one, None, *other) for one, other in zip(left, right, strict=True)]
    return save(sheet(HEAD, *both), folder)


@shape
def three_blocks(folder: Path) -> Path:
    parts = [list(rows(teams=FIVE[:2])), list(rows(teams=FIVE[2:4])), list(rows(teams=FIVE[4:]))]
    blank = (None, None, None)
    lines = [
        [
            cell
            for part in parts
            for cell in ((*part[at], None) if at < len(part) else (*blank, None))
        ]
        for at in range(6)
    ]
    return save(sheet([*HEAD, None] * 3, *lines), folder)


@shape
def team_that_goes_on_in_the_next_block(folder: Path) -> Path:
    lines = list(rows())
    left, right = lines[:8], lines[8:]
    both = [(*a, *b) for a, b in zip(left, [*right, *[(None,) * 3] * 2], strict=True)]
    return save(sheet(HEAD * 2, *both), folder)
