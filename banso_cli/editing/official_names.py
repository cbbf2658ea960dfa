"""From names as printed to the names of the roster: exact, by alias, or by variants of letters."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Generic, TypeVar

from banso_cli.locale import _
from banso_cli.model.agency import Agency
from banso_cli.model.municipality import Municipality
from banso_cli.model.roster import Roster
from banso_cli.reference.municipalities import OfficialMunicipality, official_municipalities
from banso_cli.rules.meaning import folded
from banso_cli.rules.official import is_fictional
from banso_cli.rules.suggestion import perhaps

Known = TypeVar("Known")


@dataclass(frozen=True, slots=True)
class Found(Generic[Known]):
    """What a printed name stands for; `printed` is empty where it is written in the same way."""

    what: Known
    printed: str | None = None


@dataclass(frozen=True)
class OfficialNames:
    """The names of one roster, asked for names as a list prints them."""

    roster: Roster

    def municipality(self, printed: str) -> Found[Municipality] | None:
        """Find a municipality by prefecture and name; `printed` is then the name alone."""
        meant = self._municipality_by_name.get(_letters(printed))
        if meant is None:
            same = [m for m in self.roster.municipalities if folded(m.full_name) == folded(printed)]
            if len(same) != 1:
                return None
            meant = same[0]
        name = _without_prefecture(printed, meant.prefecture)
        return Found(meant, name if name != meant.name else None)

    def municipality_help(self, printed: str) -> str:
        """Return what to do about a municipality that was not found."""
        official = None if is_fictional(self.roster) else _official(printed)
        if official is not None:
            name = official.prefecture + official.name
            return _("add municipalities/{code}-….yaml ({name})").format(
                code=official.code, name=name
            )
        return perhaps(printed, self._municipality_by_name)

    def agency(self, printed: str) -> Found[Agency] | None:
        """Find a body by its name or by an alias, blanks left out."""
        name = _known_name(printed, self.roster.agency_by_name, self._agency_aliases)
        if name is None:
            return None
        return Found(self.roster.agency_by_name[name], printed if printed != name else None)

    def agency_help(self, printed: str) -> str:
        """Return what to do about a body that was not found."""
        suggestion = perhaps(printed, self.roster.agency_by_name, self._agency_aliases)
        return suggestion or _("add it to agencies.yaml, with its kind")

    def rank(self, printed: str) -> Found[str] | None:
        """Find a rank by its name or by an alias, blanks left out."""
        name = _known_name(printed, self._rank_names, self._rank_aliases)
        return None if name is None else Found(name, printed if printed != name else None)

    def rank_help(self, printed: str) -> str:
        """Return what to do about a rank that was not found."""
        suggestion = perhaps(printed, self._rank_names, self._rank_aliases)
        return suggestion or _("add it to the ranks of programme.yaml, as a name or an alias")

    @cached_property
    def _municipality_by_name(self) -> Mapping[str, Municipality]:
        return {each.full_name: each for each in self.roster.municipalities}

    @cached_property
    def _agency_aliases(self) -> Mapping[str, str]:
        return {alias: agency.name for agency in self.roster.agencies for alias in agency.aliases}

    @cached_property
    def _rank_names(self) -> tuple[str, ...]:
        programme = self.roster.programme
        return tuple(rank.name for rank in programme.ranks) if programme else ()

    @cached_property
    def _rank_aliases(self) -> Mapping[str, str]:
        programme = self.roster.programme
        ranks = programme.ranks if programme else ()
        return {alias: rank.name for rank in ranks for alias in rank.aliases}


def _known_name(printed: str, names: Iterable[str], aliases: Mapping[str, str]) -> str | None:
    """Return the name that is meant; None where neither a name nor an alias has these letters."""
    letters = _letters(printed)
    for name in names:
        if _letters(name) == letters:
            return name
    for alias, name in aliases.items():
        if _letters(alias) == letters:
            return name
    return None


def _official(printed: str) -> OfficialMunicipality | None:
    meant = folded(printed)
    official = official_municipalities().values()
    return next((each for each in official if folded(each.prefecture + each.name) == meant), None)


def _without_prefecture(printed: str, prefecture: str) -> str:
    """Return the name after the prefecture, whose letters may be parted by blanks."""
    for _letter in prefecture:
        printed = printed.lstrip()[1:]
    return printed.strip()


def _letters(name: str) -> str:
    """Return the name without blanks of any width: line breaks in cells leave some."""
    return "".join(name.split())
