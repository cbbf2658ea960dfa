"""Which municipality a mistaken name probably means: told by its own part of the name alone.

The prefecture, the 郡 and the last letter make names long and alike that have nothing in common:
北海道鵡川町 differs from 北海道上川町 in one letter, and is another town. All municipalities of
Japan count, so that what may mean one that is not asked for is not proposed.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from banso_cli.records.municipality import Municipality
from banso_cli.reference.codes import abolished_municipalities
from banso_cli.reference.municipalities import OfficialMunicipality
from banso_cli.reference.prefectures import prefecture_names
from banso_cli.text.likeness import begin_alike, look_alike, sound_alike, within_edits
from banso_cli.text.meaning import folded

_LONG = 3
_SIDES = frozenset(map(folded, "東西南北上中下大小新本元古前後奥内外島山川"))
_SUFFIXED = re.compile("(.+)([市町村区])")
_COUNTY = re.compile("(.+?郡)(..+)")


Municipal = Municipality | OfficialMunicipality


@dataclass(frozen=True, slots=True)
class _Name:
    """A name in its parts, folded; a part that is not given is empty."""

    prefecture: str
    county: str
    bare: str
    suffix: str

    def may_be(self, other: _Name) -> bool:
        """Tell whether the prefecture and the 郡, as far as given, are those of the other."""
        of_county = self.county in ("", other.county) or not other.county
        return of_county and self.prefecture in ("", other.prefecture)

    @property
    def is_placed(self) -> bool:
        """Tell whether more is given than the bare name."""
        return bool(self.prefecture or self.county or self.suffix)


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A municipality with a name that it has or, before it changed, had."""

    municipality: Municipal
    name: _Name
    kana: str


def meant_municipalities(
    printed: str, asked: Iterable[Municipal], others: Iterable[Municipal]
) -> tuple[Municipal, ...]:
    """Return what a name may mean: one where it is certain, none where it is not known.

    Several have this very name, as 森町 of 北海道 and of 静岡県; one of the others is returned only
    where the name is its own.
    """
    own = {each.code: each for each in asked}
    candidates = tuple(_candidates({**{each.code: each for each in others}, **own}))
    written = tuple(_written(folded(printed)))
    for alike in (_same, _of_other_rank, _heard, _slipped, _in_mistyped_prefecture):
        found = {
            each.municipality.code: each.municipality
            for each in candidates
            if any(alike(name, each) for name in written)
        }
        if alike is _same and found:
            return tuple(found.values())
        if found:
            return tuple(m for m in found.values() if len(found) == 1 and m.code in own)
    return ()


def _candidates(municipalities: dict[str, Municipal]) -> Iterator[_Candidate]:
    for each in municipalities.values():
        parts = _folded_parts(each.prefecture, each.county or "", each.name)
        yield _Candidate(each, parts, each.kana)
    for old in abolished_municipalities().values():
        if old.successor in municipalities:
            now = municipalities[old.successor]
            yield _Candidate(now, _folded_parts(now.prefecture, "", old.name), "")


def _parted(prefecture: str, county: str, rest: str) -> _Name:
    found = _SUFFIXED.fullmatch(rest)
    return _Name(prefecture, county, *(found.groups() if found else (rest, "")))


@lru_cache(maxsize=8192)
def _folded_parts(prefecture: str, county: str, name: str) -> _Name:
    return _parted(folded(prefecture), folded(county), folded(name))


def _written(fold: str) -> Iterator[_Name]:
    """Yield the ways in which a name as written can be parted: 大分市 is no 分市 in 大分県."""
    for prefecture in ("", *map(folded, prefecture_names().values())):
        start = prefecture if fold.startswith(prefecture) else prefecture[:-1]
        after = fold.removeprefix(start)
        if not fold.startswith(start) or not after:
            continue
        county = _COUNTY.fullmatch(after)
        for part, rest in (("", after), *((county.groups(),) if county else ())):
            yield _parted(prefecture, part, rest)
            yield _Name(prefecture, part, rest, "")


def _same(name: _Name, other: _Candidate) -> bool:
    its = other.name
    return name.bare == its.bare and name.suffix in ("", its.suffix) and name.may_be(its)


def _of_other_rank(name: _Name, other: _Candidate) -> bool:
    """Tell whether a village is written for a town; short names may well be another's."""
    its = other.name
    is_certain = bool(name.prefecture) and len(its.bare) >= _LONG
    return is_certain and name.bare == its.bare and name.may_be(its)


def _heard(name: _Name, other: _Candidate) -> bool:
    """Tell whether a name sounds like another, as its letters or its reading say."""
    its = other.name
    if not name.may_be(its) or name.suffix not in ("", its.suffix):
        return False
    whole = name.bare + its.suffix
    heard = (each for each in (its.bare + its.suffix, other.kana) if each)
    return any(begin_alike(whole, each) and sound_alike(whole, each) for each in heard)


def _slipped(name: _Name, other: _Candidate) -> bool:
    """Tell whether one letter is wrong, and is none that tells neighbours apart: 能登島."""
    its = other.name
    is_open = name.is_placed and name.suffix in ("", its.suffix) and name.may_be(its)
    if is_open and name.bare != its.bare and look_alike(name.bare, its.bare):
        return True
    is_long = min(len(name.bare), len(its.bare)) >= _LONG
    if not is_open or not is_long or not _is_one_edit(name.bare, its.bare):
        return False
    mine, own = Counter(name.bare), Counter(its.bare)
    return not _SIDES & {*(mine - own), *(own - mine)}


def _in_mistyped_prefecture(name: _Name, other: _Candidate) -> bool:
    """Tell whether a name stands behind a prefecture with one letter wrong: 岩手懸大船渡市."""
    its = other.name
    start = name.bare.removesuffix(its.bare)
    if name.prefecture or start in ("", name.bare) or name.suffix != its.suffix:
        return False
    return _is_one_edit(start, its.prefecture)


def _is_one_edit(one: str, other: str) -> bool:
    return within_edits(one, [other], 1) == {other: 1}
