"""Names that are other ones everywhere: of agencies, ranks and themes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from banso_cli.changes.difference.difference import Renaming
from banso_cli.records.agency import Agency
from banso_cli.records.fields.declared import fields_of
from banso_cli.records.fields.names import AGENCY, RANK, THEME, NameList, Names
from banso_cli.records.fields.record import Part
from banso_cli.records.periods.programme import Rank
from banso_cli.records.roster import Roster
from banso_cli.records.theme import Theme

_LISTED: Mapping[type[Part], NameList] = {Agency: AGENCY, Rank: RANK, Theme: THEME}
_LISTS = tuple(_LISTED.values())
_MANY = 2
"""Teams by which a name is known under another one, wherever it stands in its list."""


def names_at(part: type[Part], key: str) -> NameList | None:
    """Return the list that a name under a key is of, be it the list itself."""
    if key == "name" and part in _LISTED:
        return _LISTED[part]
    return fields_of(part)[key].names


@dataclass(frozen=True)
class Renamed:
    """The names before that are other ones after."""

    all: tuple[Renaming, ...] = ()

    @cached_property
    def _names(self) -> Mapping[tuple[str, str], str]:
        return {(each.list, each.before): each.after for each in self.all}

    def now(self, part: type[Part], key: str, name: str) -> str:
        """Return what a name that a part has under a key is called after."""
        listed = names_at(part, key) if self.all else None
        return self.called(listed.id, name) if listed else name

    def called(self, listed: str, name: str) -> str:
        """Return what a name of a list is called after."""
        return self._names.get((listed, name), name)


@dataclass(frozen=True)
class _Side:
    """One of both rosters: its lists, and who uses their names."""

    roster: Roster

    @cached_property
    def used(self) -> frozenset[tuple[str, str]]:
        return frozenset(use for record in self.roster.records for use in _used(record))

    @cached_property
    def users(self) -> Mapping[tuple[str, str], list[tuple[int, str]]]:
        """The teams that have a name of a list, by period and code, once for each time."""
        found = defaultdict(list)
        for team in self.roster.teams:
            for use in _used(team):
                found[use].append((team.period, team.municipality))
        return found

    def names(self, listed: NameList) -> Names:
        return self.roster.names[listed.id]


def renamed_between(before: Roster, after: Roster) -> Renamed:
    """Return the names that are other ones after, and are so everywhere.

    Both ways the same names are found: each has only one that it may have been.
    """
    if all(one == other for one, other in zip(_lists(before), _lists(after), strict=True)):
        return Renamed()
    sides = _Side(before), _Side(after)
    return Renamed(tuple(each for listed in _LISTS for each in _renamed(listed, *sides)))


def _lists(roster: Roster) -> tuple[tuple[object, ...], ...]:
    return tuple(roster.names[listed.id].entries for listed in _LISTS)


def _renamed(listed: NameList, before: _Side, after: _Side) -> Iterator[Renaming]:
    old, new = before.names(listed), after.names(listed)
    gone = [e for e in old.entries if isinstance(e, Part) and _is_gone(e, listed, new, after)]
    come = [e for e in new.entries if isinstance(e, Part) and _is_gone(e, listed, old, before)]
    pairs = [(o, n) for o in gone for n in come if _is_same(listed, (o, before), (n, after))]
    for one, other in pairs:
        if sum(one is o or other is n for o, n in pairs) == 1:
            yield _renaming(listed, _name(one), _name(other), before, after)


def _renaming(listed: NameList, old: str, new: str, before: _Side, after: _Side) -> Renaming:
    """Return the renaming with the teams that had the old name and have the new one."""
    had = before.users.get((listed.id, old), ())
    seats = [team for team in after.users.get((listed.id, new), ()) if team in had]
    return Renaming(listed.id, old, new, len(set(seats)), len(seats))


def _is_gone(entry: Part, listed: NameList, other: Names, side: _Side) -> bool:
    """Tell whether a name is neither listed nor used in the other roster."""
    return _name(entry) not in other.all and (listed.id, _name(entry)) not in side.used


def _is_same(listed: NameList, old: tuple[Part, _Side], new: tuple[Part, _Side]) -> bool:
    """Tell whether an entry is another one under a new name.

    Its id or an alias says so, or most of the teams that had the one have the other; with few teams
    it must stand in the same place of the list with nothing else changed.
    """
    (one, before), (other, after) = old, new
    if listed is THEME:
        return getattr(one, "id", None) == getattr(other, "id", None)
    aliases = (*getattr(one, "aliases", ()), *getattr(other, "aliases", ()))
    if _name(one) in aliases or _name(other) in aliases:
        return True
    had = set(before.users.get((listed.id, _name(one)), ()))
    have = set(after.users.get((listed.id, _name(other)), ()))
    if 2 * len(had & have) < max(len(had), len(have)):
        return False
    stays = one.model_copy(update={"name": ""}) == other.model_copy(update={"name": ""})
    place = before.names(listed).entries.index(one) == after.names(listed).entries.index(other)
    alike = getattr(one, "kind", None) == getattr(other, "kind", None)
    return (stays and place) or (alike and len(had & have) >= _MANY)


def _name(entry: Part) -> str:
    return str(getattr(entry, "name", ""))


def _used(part: Part) -> Iterator[tuple[str, str]]:
    """Yield the names that a record or a part of it uses, each with its list."""
    for key, declared in fields_of(type(part)).items():
        value = getattr(part, key)
        for each in value if isinstance(value, tuple) else (value,):
            if isinstance(each, Part):
                yield from _used(each)
            elif declared.names and each is not None:
                yield declared.names.id, str(each)
