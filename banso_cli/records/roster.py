"""The whole roster, with the questions that rules, statistics and commands ask of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any, TypeVar

from banso_cli.records.agency import Agency, AgencyList
from banso_cli.records.fields.names import LISTS, Names
from banso_cli.records.fields.record import Record
from banso_cli.records.kinds import KINDS, ordered
from banso_cli.records.municipality import Municipality
from banso_cli.records.periods.period import Period
from banso_cli.records.periods.programme import Programme
from banso_cli.records.teams.team import Team
from banso_cli.records.theme import Theme, ThemeList
from banso_cli.yaml.fault import Fault

RecordType = TypeVar("RecordType", bound=Record)
Value = TypeVar("Value")


@dataclass(frozen=True, eq=False)
class Roster:
    """All records that could be read, and the faults of those that could not.

    `records` are in the order of their kinds: periods by number, municipalities by code, teams by
    period and number. `unread` holds the ids of records whose file exists but gave no record, so
    that one unreadable file does not make every reference to it unknown. `is_earlier` tells that it
    is not the roster as it is now; `before` is the state before a change, where that is looked at.
    """

    name: str
    records: tuple[Record, ...] = ()
    faults: tuple[Fault, ...] = ()
    files: tuple[str, ...] = ()
    unread: frozenset[str] = frozenset()
    is_earlier: bool = False
    before: Roster | None = None

    def of(self, declaration: type[RecordType]) -> tuple[RecordType, ...]:
        """Return the records of one kind in their order."""
        return tuple(each for each in self.records if isinstance(each, declaration))

    def having(self, declaration: type[RecordType], records: Iterable[RecordType]) -> Roster:
        """Return the roster with these records in place of all others of their kind."""
        others = (each for each in self.records if not isinstance(each, declaration))
        return replace(self, records=ordered((*others, *records)))

    @cached_property
    def programme(self) -> Programme | None:
        """The rules and definitions; None where they could not be read."""
        return next(iter(self.of(Programme)), None)

    @cached_property
    def agency_list(self) -> AgencyList | None:
        """The list of bodies; None where it could not be read."""
        return next(iter(self.of(AgencyList)), None)

    @cached_property
    def theme_list(self) -> ThemeList | None:
        """The list of themes; None where it could not be read."""
        return next(iter(self.of(ThemeList)), None)

    @cached_property
    def periods(self) -> tuple[Period, ...]:
        """All periods by number."""
        return self.of(Period)

    @cached_property
    def municipalities(self) -> tuple[Municipality, ...]:
        """All municipalities by code."""
        return self.of(Municipality)

    @cached_property
    def teams(self) -> tuple[Team, ...]:
        """All teams by period and number; drafts are none yet."""
        return tuple(team for team in self.teams_and_drafts if not team.draft)

    @cached_property
    def teams_and_drafts(self) -> tuple[Team, ...]:
        """All teams and drafts of teams by period and number, as the check looks at them."""
        return self.of(Team)

    @cached_property
    def agencies(self) -> tuple[Agency, ...]:
        """All bodies in the order of their list."""
        return self.agency_list.agencies if self.agency_list else ()

    @cached_property
    def themes(self) -> tuple[Theme, ...]:
        """All themes in the order of their list."""
        return self.theme_list.themes if self.theme_list else ()

    @cached_property
    def municipality_by_code(self) -> Mapping[str, Municipality]:
        """Municipalities by their six-digit code."""
        return {municipality.code: municipality for municipality in self.municipalities}

    @cached_property
    def agency_by_name(self) -> Mapping[str, Agency]:
        """Bodies by their name, aliases not included."""
        return {agency.name: agency for agency in self.agencies}

    @cached_property
    def names(self) -> Mapping[str, Names]:
        """All lists of names by their ids; one that could not be read has none."""
        single = {kind.name: self.of(kind.declaration) for kind in KINDS.values() if kind.is_single}
        return {
            each.id: Names.of(each, next(iter(single.get(each.kind, ())), None)) for each in LISTS
        }

    @cached_property
    def teams_by_period(self) -> Mapping[int, tuple[Team, ...]]:
        """Teams of each period in the order of their numbers."""
        numbers = dict.fromkeys(team.period for team in self.teams)
        return {n: tuple(team for team in self.teams if team.period == n) for n in numbers}

    @cached_property
    def _worked_out(self) -> dict[tuple[object, ...], Any]:
        return {}

    def once(self, work: Callable[..., Value], *of: object) -> Value:
        """Return what is worked out of the roster, and of these, the first time it is asked for."""
        known, key = self._worked_out, (work, *of)
        if key not in known:
            known[key] = work(self, *of)
        found: Value = known[key]
        return found

    @property
    def is_public(self) -> bool:
        """Tell whether programme.yaml declares the roster public."""
        return self.programme is not None and self.programme.public

    @property
    def is_private(self) -> bool:
        """Tell whether programme.yaml declares the roster not public; unread it declares none."""
        return self.programme is not None and not self.programme.public

    def period(self, number: int) -> Period | None:
        """Return a period; None where it is not recorded."""
        return next((period for period in self.periods if period.number == number), None)

    @property
    def latest_period(self) -> Period | None:
        """The latest period with teams, else the latest that is to have some; None without any."""
        declared = [period for period in reversed(self.periods) if period.coverage == "teams"]
        recorded = [period for period in declared if period.number in self.teams_by_period]
        return next(iter((*recorded, *declared)), None)

    def ministry_of(self, agency: Agency) -> Agency | None:
        """Return the ministry that an agency counts as; None for bodies outside the government.

        A regional bureau counts as the body it belongs to (金沢国税局 as 国税庁).
        """
        if not agency.is_national:
            return None
        if agency.kind == "府省庁" or agency.parent is None:
            return agency
        return self.agency_by_name.get(agency.parent, agency)
