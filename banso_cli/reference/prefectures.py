"""The 47 prefectures and their places in two tile maps."""

import csv
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple


class Cell(NamedTuple):
    """A place in a tile map, counted from 1 at the top left."""

    row: int
    column: int


@dataclass(frozen=True, slots=True)
class Prefecture:
    """A prefecture, with its cell in the wide and in the narrow tile map.

    `code` has the two digits of JIS X 0401. `kana` reads the whole name; `romaji`
    leaves out 都, 府 and 県.
    """

    code: str
    name: str
    kana: str
    romaji: str
    wide: Cell
    narrow: Cell


@cache
def prefectures() -> Mapping[str, Prefecture]:
    """Return the 47 prefectures by code, in the order of their codes.

    Sources of the layouts: the wide one follows hafen/grid-designer
    (jp_prefs_grid2), the narrow one uribo/tabularmaps (jpn77).
    """
    table = Path(__file__).parent / "prefectures.csv"
    rows = csv.DictReader(table.read_text(encoding="utf-8").splitlines())
    records = [_prefecture(row) for row in rows]
    return MappingProxyType({each.code: each for each in records})


@cache
def prefecture_names() -> Mapping[str, str]:
    """Return the name of each prefecture by its code of two digits."""
    names = {code: each.name for code, each in prefectures().items()}
    return MappingProxyType(names)


def prefecture_word(names: Iterable[str]) -> str:
    """Return the word for these prefectures: 道府県 where 東京都 is not among them."""
    return "都道府県" if "東京都" in names else "道府県"


def _prefecture(row: Mapping[str, str]) -> Prefecture:
    """Read one row of `prefectures.csv`."""
    return Prefecture(
        code=row["code"],
        name=row["name"],
        kana=row["kana"],
        romaji=row["romaji"],
        wide=Cell(int(row["wide_row"]), int(row["wide_column"])),
        narrow=Cell(int(row["narrow_row"]), int(row["narrow_column"])),
    )
