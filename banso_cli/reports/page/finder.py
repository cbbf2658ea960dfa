"""The data of the page: what it finds teams by, counts and saves, all of it shown or published.

The rows are those of the CSV of `banso report --format csv --table teams`, so that what the page
saves is the same. No member's gender, track or age is in it: a seat has its body, rank and role.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from itertools import chain

from markupsafe import Markup

from banso_cli.datasets.editions import sheet_of
from banso_cli.datasets.formats.csv import RUN_BY_SPREADSHEETS
from banso_cli.datasets.team_entries import TeamEntry
from banso_cli.datasets.teams import MEMBERS, OFFICER, TEAMS
from banso_cli.records.teams.team import SUPPORT_OFFICER
from banso_cli.reports.page.names import letters_for
from banso_cli.reports.summary import Summary, edition_of_summary
from banso_cli.statistics.tables.table import UNRECORDED

FACETS: Mapping[str, tuple[str, Callable[[TeamEntry], Iterable[str]]]] = {
    "agency": ("府省庁等", lambda team: (seat.agency for seat in team.seats)),
    "rank": ("役職", lambda team: (seat.rank for seat in team.seats)),
    "theme": ("支援テーマ", lambda team: team.themes or (UNRECORDED,)),
    "population": ("人口", lambda team: (team.population_band,)),
    "region": ("地域", lambda team: (team.region,)),
    "prefecture": ("都道府県", lambda team: (team.prefecture or UNRECORDED,)),
    "status": ("新規・継続", lambda team: (team.label or UNRECORDED,)),
}
"""What teams can be narrowed by: the id of the table that counts by it, its label, and the classes
of a team; what is not recorded is one as well."""


@dataclass(frozen=True, slots=True)
class Facet:
    """Something to narrow the list by; `names` are the classes that teams have, in their order."""

    id: str
    label: str
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Finder:
    """What the page narrows by, and its data as JSON between the tags of a script."""

    facets: tuple[Facet, ...]
    data: Markup


def finder_of(summary: Summary) -> Finder:
    """Return what finds the teams of a summary."""
    facets = tuple(
        Facet(facet, label, _classes(summary, facet, chain(*map(of, summary.teams))))
        for facet, (label, of) in FACETS.items()
    )
    text = json.dumps(_data(summary, facets), ensure_ascii=False, separators=(",", ":"))
    return Finder(facets, Markup(text.replace("<", "\\u003c")))  # noqa: S704 - ends no script


def _data(summary: Summary, facets: tuple[Facet, ...]) -> Mapping[str, object]:
    edition = edition_of_summary(summary)
    teams, members = (sheet_of(edition, each.name) for each in (TEAMS, MEMBERS))
    places = {each.id: {name: at for at, name in enumerate(each.names)} for each in facets}
    names = {each.id: _with_others(summary, each) for each in facets}
    rows = [
        [row, *_more(team, places)] for row, team in zip(teams.rows, summary.teams, strict=True)
    ]
    return {
        "letters": letters_for(json.dumps([rows, names], ensure_ascii=False)),
        "run": "".join(sorted(RUN_BY_SPREADSHEETS)),
        "unrecorded": UNRECORDED,
        "columns": teams.headings("en"),
        "heads": {each.name: each.headings() for each in (teams, members)},
        "roles": (OFFICER, SUPPORT_OFFICER),
        "names": names,
        "codes": {each.name: each.code for each in summary.prefectures if each.teams},
        "teams": rows,
    }


def _more(team: TeamEntry, places: Mapping[str, Mapping[str, int]]) -> list[object]:
    """Return what the row of a team lacks: its themes and seats by number, other ways to write."""
    seats = [
        [places["agency"][seat.agency], places["rank"][seat.rank], int(seat.is_support_officer)]
        for seat in team.seats
    ]
    others = [f"{team.prefecture}{team.county}{team.name}" if team.county else ""]
    others += [team.romaji, team.romaji.replace("-", ""), team.printed]
    return [[places["theme"][theme] for theme in team.themes or ()], seats, [*filter(None, others)]]


def _classes(summary: Summary, facet: str, found: Iterable[str]) -> tuple[str, ...]:
    """Return the classes that are found, in the order of their list or of their table."""
    used = dict.fromkeys(found)
    listed = [each.name for each in summary.names if each.table == facet]
    tables = (table for table in summary.tables if table.id == facet and not listed)
    known = [*listed, *(row.key for table in tables for row in table.rows)]
    return tuple(dict.fromkeys((*(name for name in known if name in used), *used)))


def _with_others(summary: Summary, facet: Facet) -> list[tuple[str, ...]]:
    """Return each class with all else that finds it."""
    others = {each.name: each.others for each in summary.names if each.table == facet.id}
    if facet.id == "prefecture":
        others = {each.name: (each.kana, each.romaji) for each in summary.prefectures}
    return [(name, *others.get(name, ())) for name in facet.names]
