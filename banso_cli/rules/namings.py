"""The names that records give for things in the lists, with the place of each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from banso_cli.model.finding import Finding
from banso_cli.model.place import Place
from banso_cli.model.roster import Roster
from banso_cli.reference.prefectures import prefecture_names
from banso_cli.rules.suggestion import perhaps


@dataclass(frozen=True, slots=True)
class Naming:
    """A name that a record gives for something in a list of names."""

    name: str
    place: Place
    record: str
    known: tuple[str, ...]
    aliases: Mapping[str, str]

    @property
    def is_unknown(self) -> bool:
        """Tell whether the name is neither in the list nor an alias in it."""
        return self.name not in self.known and self.name not in self.aliases

    def unknown(self, message: str) -> Finding:
        """Return the finding that the name is not in its list."""
        help_line = perhaps(self.name, self.known, self.aliases)
        return Finding(self.place, message.format(name=self.name), help_line, self.record)


def agency_namings(roster: Roster) -> Iterator[Naming]:
    """Yield the bodies that members come from and that bodies belong to."""
    if roster.agency_list is None:
        return
    known = tuple(roster.agency_by_name)
    aliases = {alias: agency.name for agency in roster.agencies for alias in agency.aliases}
    for index, agency in enumerate(roster.agencies):
        if agency.parent is not None:
            place = roster.agency_list.places.at("agencies", index, "parent")
            yield Naming(agency.parent, place, roster.agency_list.id, known, aliases)
    for team in roster.teams:
        for index, member in enumerate(team.members):
            place = team.places.at("members", index, "agency")
            yield Naming(member.agency, place, team.id, known, aliases)


def rank_namings(roster: Roster) -> Iterator[Naming]:
    """Yield the ranks of members."""
    if roster.programme is None:
        return
    ranks = roster.programme.ranks
    known = tuple(rank.name for rank in ranks)
    aliases = {alias: rank.name for rank in ranks for alias in rank.aliases}
    for team in roster.teams:
        for index, member in enumerate(team.members):
            place = team.places.at("members", index, "rank")
            yield Naming(member.rank, place, team.id, known, aliases)


def theme_namings(roster: Roster) -> Iterator[Naming]:
    """Yield the themes of teams."""
    if roster.theme_list is None:
        return
    known = tuple(roster.theme_by_name)
    aliases = {alias: theme.name for theme in roster.themes for alias in theme.aliases}
    for team in roster.teams:
        for index, name in enumerate(team.themes):
            yield Naming(name, team.places.at("themes", index), team.id, known, aliases)


def prefecture_namings(roster: Roster) -> Iterator[Naming]:
    """Yield the prefectures of regions and municipalities."""
    known = tuple(prefecture_names().values())
    if roster.programme is not None:
        for number, region in enumerate(roster.programme.regions):
            for index, name in enumerate(region.prefectures):
                place = roster.programme.places.at("regions", number, "prefectures", index)
                yield Naming(name, place, roster.programme.id, known, {})
    for municipality in roster.municipalities:
        place = municipality.places.at("prefecture")
        yield Naming(municipality.prefecture, place, municipality.id, known, {})


def attribute_namings(roster: Roster) -> Iterator[Naming]:
    """Yield the genders and tracks of members where they are recorded."""
    if roster.programme is None:
        return
    lists = (("gender", roster.programme.genders), ("track", roster.programme.tracks))
    for team in roster.teams:
        for index, member in enumerate(team.members):
            for key, known in lists:
                if name := getattr(member, key):
                    place = team.places.at("members", index, key)
                    yield Naming(name, place, team.id, known, {})
