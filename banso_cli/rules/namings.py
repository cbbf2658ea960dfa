"""The names that records give for things in the lists, with the place of each."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from banso_cli.locale import _
from banso_cli.model.finding import Finding, Replacement
from banso_cli.model.municipality import Municipality
from banso_cli.model.place import Place
from banso_cli.model.record import Record
from banso_cli.model.roster import Roster
from banso_cli.reference.bodies import successors
from banso_cli.reference.municipalities import official_municipalities
from banso_cli.reference.prefectures import prefecture_names
from banso_cli.rules.meaning import as_meant
from banso_cli.rules.official import is_fictional
from banso_cli.rules.suggestion import perhaps


@dataclass(frozen=True, slots=True)
class Naming:
    """A name that a record gives, under these keys, for something in a list of names."""

    name: str
    record: Record
    keys: tuple[str | int, ...]
    known: Collection[str]
    aliases: Mapping[str, str]
    others: Callable[[], Mapping[str, str]] = dict
    """Returns things that are not in the list, each with what stands for it there, if anything."""

    @property
    def place(self) -> Place:
        """Return where the name stands."""
        return self.record.places.at(*self.keys)

    @property
    def is_unknown(self) -> bool:
        """Tell whether the name, as meant, is neither in the list nor an alias in it."""
        if self.name in self.known or self.name in self.aliases:
            return False
        meant = as_meant(self.name)
        if not meant or meant in self.known or meant in self.aliases:
            return False
        return meant not in {as_meant(name) for name in self.known}

    @property
    def is_open(self) -> bool:
        """Tell whether it is not settled which of the list is meant: unknown, or a placeholder."""
        return self.is_unknown or not as_meant(self.name)

    def unknown(self, message: str) -> Finding:
        """Return the finding that the name is not in its list."""
        help_line = perhaps(self.name, self.known, self.aliases, self.others()) or _(
            "write a name of the list, or add this one to it"
        )
        return Finding(self.place, message.format(name=self.name), help_line, self.record.id)

    @property
    def is_alias(self) -> bool:
        """Tell whether an alias stands where the name is due."""
        return self.name not in self.known and self.name in self.aliases

    def alias(self) -> Finding:
        """Return the finding that the name is an alias, with the edit that mends it."""
        name = self.aliases[self.name]
        return Finding(
            self.place,
            _("'{alias}' is another spelling of '{name}'").format(alias=self.name, name=name),
            _("write {name}").format(name=name),
            self.record.id,
            fix=Replacement(self.place, name),
        )


def agency_namings(roster: Roster) -> Iterator[Naming]:
    """Yield the bodies that members come from and that bodies belong to."""
    if roster.agency_list is None:
        return
    known = roster.agency_by_name
    aliases = {alias: agency.name for agency in roster.agencies for alias in agency.aliases}
    for index, agency in enumerate(roster.agencies):
        if agency.parent is not None:
            keys = ("agencies", index, "parent")
            yield Naming(agency.parent, roster.agency_list, keys, known, aliases, successors)
    for team in roster.teams:
        for index, member in enumerate(team.members):
            keys = ("members", index, "agency")
            yield Naming(member.agency, team, keys, known, aliases, successors)


def other_ranks() -> Mapping[str, str]:
    """Return classes of posts that the programme has none of: of 係員級 no other is meant."""
    return dict.fromkeys(
        ("係員級", "主任級", "専門官級", "部長級", "局長級", "次官級", "審議官級"), ""
    )


def rank_namings(roster: Roster) -> Iterator[Naming]:
    """Yield the ranks of members."""
    if roster.programme is None:
        return
    ranks = roster.programme.ranks
    known = tuple(rank.name for rank in ranks)
    aliases = {alias: rank.name for rank in ranks for alias in rank.aliases}
    for team in roster.teams:
        for index, member in enumerate(team.members):
            keys = ("members", index, "rank")
            yield Naming(member.rank, team, keys, known, aliases, other_ranks)


def theme_namings(roster: Roster) -> Iterator[Naming]:
    """Yield the themes of teams."""
    if roster.theme_list is None:
        return
    known = roster.theme_by_name
    aliases = {alias: theme.name for theme in roster.themes for alias in theme.aliases}
    for team in roster.teams:
        for index, name in enumerate(team.themes):
            yield Naming(name, team, ("themes", index), known, aliases)


def prefecture_namings(roster: Roster) -> Iterator[Naming]:
    """Yield the prefectures of regions and municipalities."""
    known = tuple(prefecture_names().values())
    if roster.programme is not None:
        for number, region in enumerate(roster.programme.regions):
            for index, name in enumerate(region.prefectures):
                keys = ("regions", number, "prefectures", index)
                yield Naming(name, roster.programme, keys, known, {})
    for municipality in roster.municipalities:
        yield Naming(municipality.prefecture, municipality, ("prefecture",), known, {})


def attribute_namings(roster: Roster) -> Iterator[Naming]:
    """Yield the genders and tracks of members where they are recorded."""
    if roster.programme is None:
        return
    lists = (("gender", roster.programme.genders), ("track", roster.programme.tracks))
    for team in roster.teams:
        for index, member in enumerate(team.members):
            for key, known in lists:
                if name := getattr(member, key):
                    yield Naming(name, team, ("members", index, key), known, {})


def namesake(roster: Roster, municipality: Municipality) -> Municipality | None:
    """Return the municipality of this name and prefecture that has its official code, or None.

    In a roster that is made up it is the first file of this name, where that is another one.
    """
    if is_fictional(roster):
        first = _first_of_name(roster)[municipality.full_name]
        return first if first.code != municipality.code else None
    return _official_of_name(roster).get(municipality.full_name)


@lru_cache(maxsize=4)
def _official_of_name(roster: Roster) -> Mapping[str, Municipality]:
    """Return the first municipality of each name with its prefecture that has an official code."""
    official = official_municipalities()
    found = [each for each in roster.municipalities if each.code in official]
    return {each.full_name: each for each in reversed(found)}


@lru_cache(maxsize=4)
def _first_of_name(roster: Roster) -> Mapping[str, Municipality]:
    """Return the first municipality of each name with its prefecture."""
    return {each.full_name: each for each in reversed(roster.municipalities)}
