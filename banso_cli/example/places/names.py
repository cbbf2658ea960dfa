"""Names of places that do not exist, with their readings."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from banso_cli.example.chance import Chance
from banso_cli.example.table import table


def _parts(of: str) -> Mapping[str, str]:
    return {row["name"]: row["kana"] for row in table("place_names") if row["part"] == of}


_FIRST, _SECOND = _parts("first"), _parts("second")
"""What a name begins and ends with, and how it is read."""

_COUNTIES = 3
"""How many counties each prefecture has."""

_ENDINGS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {"市": ("し",), "町": ("ちょう", "まち"), "村": ("むら", "そん")}
)


@dataclass(frozen=True, slots=True)
class PlaceName:
    """A name without its ending (市, 町, 村) and the reading of it in hiragana."""

    name: str
    kana: str

    def ending_in(self, kind: str, prefecture: str) -> PlaceName:
        """Return the whole name; all towns of a prefecture are read in one way, and all villages.

        `prefecture` is its code.
        """
        readings = _ENDINGS[kind]
        return PlaceName(self.name + kind, self.kana + readings[int(prefecture) % len(readings)])


def place_names(chance: Chance) -> Iterator[PlaceName]:
    """Yield all names that there are, each once."""
    pairs = [(first, second) for first in _FIRST for second in _SECOND]
    for first, second in chance.shuffled(pairs):
        yield PlaceName(first + second, _FIRST[first] + _SECOND[second])


def counties(chance: Chance) -> tuple[str, ...]:
    """Return the names of a prefecture's counties."""
    return tuple(f"{first}郡" for first in chance.shuffled(tuple(_FIRST))[:_COUNTIES])
