"""Letters that stand for other letters, and how letters are read."""

import csv
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType


@cache
def radicals() -> Mapping[str, str]:
    """Return the ordinary letter of each Kangxi radical and radical of the CJK supplement.

    PDF files give them for the letters that they look like. Source: `radicals.csv`, after Unicode
    15.0.0, EquivalentUnifiedIdeograph.txt; ⼾, ⿊ and ⺕ stand for the forms
    that Japanese writes.
    """
    return MappingProxyType({radical: letter for _code, radical, letter in _rows("radicals.csv")})


@cache
def old_letters() -> Mapping[str, str]:
    """Return the letter of today for each old form (經) and variant (髙).

    Source: `old_letters.csv`, after 常用漢字表 and 人名用漢字表 (Unicode 15.0.0, kJinmeiyoKanji).
    """
    return MappingProxyType(dict(_rows("old_letters.csv")))


@cache
def readings() -> Mapping[str, tuple[str, ...]]:
    """Return the readings of each kanji in hiragana: those of 常用漢字表 and of JIS level 1.

    Source: `readings.csv`, after Unicode 15.0.0, kJapaneseOn and kJapaneseKun.
    """
    table = _rows("readings.csv")
    return MappingProxyType({letter: tuple(known.split()) for letter, known in table})


def _rows(name: str) -> Iterator[list[str]]:
    """Yield the rows of a table beside this module, without its head."""
    text = Path(__file__).with_name(name).read_text(encoding="utf-8")
    _, *rows = csv.reader(text.splitlines())
    yield from rows
