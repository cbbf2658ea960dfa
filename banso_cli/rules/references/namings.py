"""The names that records give for things in the lists, with the place of each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from banso_cli.locale import _
from banso_cli.records.fields.declared import names_in
from banso_cli.records.fields.names import AGENCY, LISTS, PREFECTURE, RANK, THEME, NameList, Names
from banso_cli.records.fields.record import Record
from banso_cli.records.finding import Finding, Replacement
from banso_cli.records.municipality import Municipality
from banso_cli.records.roster import Roster
from banso_cli.reference.municipalities import official_municipalities
from banso_cli.rules.codes.official import is_fictional
from banso_cli.rules.rule import Keys
from banso_cli.text.meaning import as_meant
from banso_cli.text.suggestion import perhaps, write
from banso_cli.yaml.place import Place


class Naming(NamedTuple):
    """A name that a record gives, under these keys, for something in a list of names."""

    name: str
    record: Record
    keys: Keys
    names: Names

    @property
    def place(self) -> Place:
        """Return where the name stands."""
        return self.record.places.at(*self.keys)

    @property
    def is_unknown(self) -> bool:
        """Tell whether the name, as meant, is neither in the list nor an alias in it."""
        known, aliases, meant = self.names.known, self.names.aliases, as_meant(self.name)
        if not meant or {self.name, meant} & (known.keys() | aliases.keys()):
            return False
        return meant not in map(as_meant, known)

    @property
    def is_open(self) -> bool:
        """Tell whether it is not settled which of the list is meant: unknown, or a placeholder."""
        return self.is_unknown or not as_meant(self.name)

    def unknown(self) -> Finding:
        """Return the finding that the name is not in its list."""
        help_line = likely(self.names, self.name) or _(
            "write a name of the list, or add this one to it"
        )
        return Finding(self.place, not_in_list(self.names, self.name), help_line)

    @property
    def is_alias(self) -> bool:
        """Tell whether an alias stands where the name is due."""
        return self.name not in self.names.known and self.name in self.names.aliases

    def alias(self) -> Finding:
        """Return the finding that the name is an alias, with the edit that mends it."""
        name = self.names.aliases[self.name]
        return Finding(
            self.place,
            _("'{alias}' is another spelling of '{name}'").format(alias=self.name, name=name),
            write(name),
            fix=Replacement(self.place, name),
        )


def namings(roster: Roster, *lists: NameList) -> Iterator[Naming]:
    """Yield the names given for things in these lists that are not simply names of them.

    These are unknown ones, aliases and placeholders; of lists that could not be read, none.
    """
    for each in lists:
        yield from roster.once(_looked_through)[each.id].unlike


def names_given(roster: Roster, listed: NameList) -> frozenset[str]:
    """Return all names that records give for things in a list, if that could be read."""
    return roster.once(_looked_through)[listed.id].names


class _Given(NamedTuple):
    """What records give for a list: all names, and where those stand that it has not as such."""

    names: frozenset[str]
    unlike: tuple[Naming, ...]


def _looked_through(roster: Roster) -> Mapping[str, _Given]:
    """Return what is given for each list, as far as that is read; several rules ask for it."""
    alike = {id_: set(filter(as_meant, names.known)) for id_, names in roster.names.items()}
    given: dict[str, set[str]] = {each.id: set() for each in LISTS}
    unlike: dict[str, list[Naming]] = {each.id: [] for each in LISTS}
    for record in roster.records:
        for path, listed in names_in(type(record)):
            names = roster.names[listed.id]
            for keys, name in _given(record, path, ()) if names.is_read else ():
                given[listed.id].add(name)
                if name not in alike[listed.id]:
                    unlike[listed.id].append(Naming(name, record, keys, names))
    return {id_: _Given(frozenset(given[id_]), tuple(unlike[id_])) for id_ in given}


def _given(value: object, path: tuple[str, ...], keys: Keys) -> Iterator[tuple[Keys, str]]:
    """Yield the names under a path and where each stands; entries of lists are passed over."""
    if isinstance(value, tuple):
        for index, each in enumerate(value):
            yield from _given(each, path, (*keys, index))
    elif path and value is not None:
        yield from _given(getattr(value, path[0]), path[1:], (*keys, path[0]))
    elif isinstance(value, str):
        yield keys, value


def not_in_list(names: Names, name: str) -> str:
    """Return the words for a name that is not in its list."""
    words = {
        AGENCY: _("the agency '{name}' is not in agencies.yaml"),
        RANK: _("the rank '{name}' is not in programme.yaml"),
        THEME: _("the theme '{name}' is not in themes.yaml"),
        PREFECTURE: _("there is no prefecture '{name}'"),
    }.get(names.list, _("the class '{name}' is not in programme.yaml"))
    return words.format(name=name)


def likely(names: Names, name: str) -> str:
    """Return the help line that proposes the closest name of a list, or all where few."""
    return perhaps(name, names.known, names.aliases, names.list.others())


def namesake(roster: Roster, municipality: Municipality) -> Municipality | None:
    """Return another municipality of this name and prefecture that has its official code, or None.

    In a roster that is made up it is the first file of this name.
    """
    first = roster.once(_first_of_name).get(municipality.full_name)
    return first if first and first.code != municipality.code else None


def _first_of_name(roster: Roster) -> Mapping[str, Municipality]:
    """Return the first official, or made-up, municipality of each name with its prefecture."""
    official = official_municipalities()
    found = [m for m in roster.municipalities if is_fictional(roster) or m.code in official]
    return {each.full_name: each for each in reversed(found)}
