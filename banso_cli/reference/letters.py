"""Letters that stand for other letters, and how letters are read."""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from banso_cli.reference.tables import rows_of


@cache
def radicals() -> Mapping[str, str]:
    """Return the ordinary letter of each Kangxi radical and radical of the CJK supplement.

    PDF files give them for the letters that they look like. Source: `radicals.csv`, after Unicode
    15.0.0, EquivalentUnifiedIdeograph.txt; ⼾, ⿊ and ⺕ stand for the forms
    that Japanese writes.
    """
    return MappingProxyType({radical: letter for _code, radical, letter in rows_of("radicals.csv")})


@cache
def old_letters() -> Mapping[str, str]:
    """Return the letter of today for each old form (經) and variant (髙).

    Source: `old_letters.csv`, after 常用漢字表 and 人名用漢字表 (Unicode 15.0.0, kJinmeiyoKanji).
    """
    return MappingProxyType(dict(rows_of("old_letters.csv")))


@cache
def readings() -> Mapping[str, tuple[str, ...]]:
    """Return the readings of each kanji in hiragana: those of 常用漢字表 and of JIS level 1.

    Source: `readings.csv`, after Unicode 15.0.0, kJapaneseOn and kJapaneseKun.
    """
    table = rows_of("readings.csv")
    return MappingProxyType({letter: tuple(known.split()) for letter, known in table})
