"""The 47 prefectures and their places in two tile maps."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import NamedTuple

from banso_cli.reference.tables import rows_of


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
    found = {}
    for code, name, kana, romaji, *cells in rows_of("prefectures.csv"):
        wide, narrow = Cell(*map(int, cells[:2])), Cell(*map(int, cells[2:]))
        found[code] = Prefecture(code, name, kana, romaji, wide, narrow)
    return MappingProxyType(found)


@cache
def prefecture_names() -> Mapping[str, str]:
    """Return the name of each prefecture by its code of two digits."""
    return MappingProxyType({code: each.name for code, each in prefectures().items()})


def prefecture_word(names: Iterable[str]) -> str:
    """Return the word for these prefectures: 道府県 where 東京都 is not among them."""
    return "都道府県" if "東京都" in names else "道府県"
