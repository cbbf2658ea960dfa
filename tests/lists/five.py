"""The five teams that nearly every list of these tests holds, and ways to write them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from openpyxl import Workbook
from openpyxl.styles import Font, PatternFill
from openpyxl.worksheet.worksheet import Worksheet

HEAD = ("市町村名", "所属府省庁", "役職")


@dataclass(frozen=True)
class Listed:
    """A team as it is printed, in its parts."""

    number: int
    code: str
    prefecture: str
    county: str
    name: str
    kana: str
    status: str
    members: tuple[tuple[str, str], ...]

    @property
    def full(self) -> str:
        """Return the name as the published list prints it."""
        return f"{self.number:02d}.{self.prefecture}{self.name}"


FIVE = (
    Listed(
        *(1, "013455", "北海道", "茅部郡", "森町", "もりまち", "継続"),
        (("防衛省", "補佐級"), ("農林水産省", "補佐級"), ("金融庁", "指定職")),
    ),
    Listed(
        *(2, "014079", "北海道", "余市郡", "仁木町", "にきちょう", "新規"),
        (("国土交通省", "課長級"), ("国土交通省", "係長級"), ("財務省", "課長級")),
    ),
    Listed(
        *(3, "032034", "岩手県", "", "大船渡市", "おおふなとし", "継続"),
        (("国土交通省", "課長級"), ("内閣官房", "課長級"), ("文部科学省", "補佐級")),
    ),
    Listed(
        *(4, "063215", "山形県", "西村山郡", "河北町", "かほくちょう", "新規"),
        (("農林水産省", "課長級"), ("農林水産省", "補佐級")),
    ),
    Listed(
        *(5, "462039", "鹿児島県", "", "鹿屋市", "かのやし", "新規"),
        (("総務省", "企画官・室長級"), ("財務省", "補佐級"), ("環境省", "係長級")),
    ),
)

Cells = Sequence[object]
Lead = Callable[[Listed], Cells]


def full(team: Listed) -> Cells:
    return (team.full,)


def rows(lead: Lead = full, teams: Iterable[Listed] = FIVE) -> Iterator[Cells]:
    """Yield a row for each member; what leads stands in the first of a team."""
    for team in teams:
        first: Cells = lead(team)
        for member in team.members:
            yield (*first, *member)
            first = (None,) * len(first)


def sheet(*lines: Cells, title: str = "一覧") -> Worksheet:
    """Return a sheet of a new workbook with these lines."""
    found = Workbook().worksheets[0]
    found.title = title
    for cells in lines:
        found.append(list(cells))
    return found


def another(first: Worksheet, *lines: Cells, title: str) -> Worksheet:
    """Return a further sheet of the same workbook."""
    assert first.parent
    found: Worksheet = first.parent.create_sheet(title)
    for cells in lines:
        found.append(list(cells))
    return found


def save(found: Worksheet, folder: Path) -> Path:
    file = folder / "list.xlsx"
    assert found.parent
    found.parent.save(file)
    return file


def text(
    lines: Iterable[Cells], folder: Path, name: str, between: str, code: str = "utf-8"
) -> Path:
    """Write lines as text; what holds a line break stands in quotes."""
    file = folder / name

    def shown(cell: object) -> str:
        plain = "" if cell is None else str(cell)
        return f'"{plain}"' if "\n" in plain else plain

    joined = "\r\n".join(between.join(map(shown, cells)) for cells in lines)
    file.write_bytes((joined + "\r\n").encode(code))
    return file


def fill(found: Worksheet, *cells: str, colour: str = "DDEBF7") -> Worksheet:
    for cell in cells:
        found[cell].fill = PatternFill("solid", fgColor=colour)
    return found


def strike(found: Worksheet, *cells: str) -> Worksheet:
    for cell in cells:
        found[cell].font = Font(strike=True)
    return found


def merge(found: Worksheet, *areas: str) -> Worksheet:
    for area in areas:
        found.merge_cells(area)
    return found
