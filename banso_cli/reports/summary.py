"""What the summary of a period shows: everything its template prints, and nothing else."""

from __future__ import annotations

from dataclasses import dataclass

from banso_cli.model.period import FIGURE_LABELS, FigureName, Period
from banso_cli.model.programme import Programme
from banso_cli.model.record import Source
from banso_cli.model.roster import Roster
from banso_cli.model.team import SUPPORT_OFFICER, Team
from banso_cli.statistics.counting import Counting
from banso_cli.statistics.dimensions import STATUS, SUMMARY
from banso_cli.statistics.frames import STATUS_LABELS
from banso_cli.statistics.table import UNRECORDED, Comparison, Table

NUMBERS = "①②③④⑤⑥"
FIGURES: tuple[FigureName, ...] = (
    "officers",
    "support_officers",
    "teams",
    "municipalities",
    "prefectures",
    "agencies",
    "officers_applied",
    "municipalities_applied",
)
"""The figures of the section 支援状況, in their order."""


@dataclass(frozen=True, slots=True)
class PublishedLine:
    """A published figure in this period and in the one before."""

    label: str
    unit: str
    value: int | None
    earlier: int | None


@dataclass(frozen=True, slots=True)
class Seat:
    """A member as the list shows one."""

    agency: str
    rank: str
    is_support_officer: bool


@dataclass(frozen=True, slots=True)
class TeamEntry:
    """A team as the list shows one; `label` is 継続, 新規 or empty where that is not known."""

    number: int
    municipality: str
    label: str
    themes: tuple[str, ...]
    seats: tuple[Seat, ...]
    is_assumed: bool


@dataclass(frozen=True, slots=True)
class RegionEntry:
    """The teams of one region in the order of their numbers."""

    name: str
    teams: tuple[TeamEntry, ...]


@dataclass(frozen=True, slots=True)
class Note:
    """A remark on one team."""

    number: int
    municipality: str
    text: str


@dataclass(frozen=True, slots=True)
class Chart:
    """One of the numbered charts, with its largest count for the bars."""

    number: str
    table: Table
    most: int

    @property
    def has_published(self) -> bool:
        """Tell whether a class of the table has a published figure."""
        return any(row.published is not None for row in self.table.rows)


@dataclass(frozen=True, slots=True)
class Summary:
    """The published summary of a period, computed from the roster."""

    programme: Programme
    period: Period
    earlier: Period | None
    errors: int
    figures: tuple[PublishedLine, ...]
    charts: tuple[Chart, ...]
    status: Chart
    status_prefectures: tuple[PublishedLine, ...]
    regions: tuple[RegionEntry, ...]
    teams: int
    themed: tuple[TeamEntry, ...]
    comparisons: tuple[Comparison, ...]
    assumptions: tuple[Note, ...]
    printed: tuple[Note, ...]
    sources: tuple[Source, ...]


def summary_of(counting: Counting, errors: int) -> Summary:
    """Gather the summary of a period; `errors` is the number of findings it is made in spite of."""
    roster, programme, period = counting.roster, counting.programme, counting.period
    teams = roster.teams_by_period.get(period.number, ())
    earlier = roster.period(period.number - 1)
    tables = [counting.table(dimension) for dimension in SUMMARY]
    return Summary(
        programme=programme,
        period=period,
        earlier=earlier,
        errors=errors,
        figures=tuple(_line(name, period, earlier) for name in FIGURES),
        charts=tuple(chart(table, number) for table, number in zip(tables, NUMBERS, strict=True)),
        status=chart(counting.table(STATUS)),
        status_prefectures=tuple(
            _line(name, period, earlier) for name in ("prefectures_new", "prefectures_continuing")
        ),
        regions=_regions(roster, programme, teams),
        teams=len(teams),
        themed=tuple(_entry(roster, team) for team in teams if team.themes),
        comparisons=counting.comparisons(),
        assumptions=tuple(
            Note(team.number, _name(roster, team), text)
            for team in teams
            for text in team.assumptions
        ),
        printed=tuple(note for team in teams for note in _printed(roster, team)),
        sources=_sources(roster, programme, period, teams),
    )


def chart(table: Table, number: str = "") -> Chart:
    """Return a table with its largest count, what is not recorded left out of the comparison."""
    counts = [row.count or 0 for row in table.rows if row.key != UNRECORDED]
    return Chart(number, table, max(counts, default=0))


def _line(name: FigureName, period: Period, earlier: Period | None) -> PublishedLine:
    label, unit = FIGURE_LABELS[name]
    now, before = period.figure(name), earlier.figure(name) if earlier else None
    return PublishedLine(label, unit, now.value if now else None, before.value if before else None)


def _name(roster: Roster, team: Team) -> str:
    municipality = roster.municipality_by_code.get(team.municipality)
    return municipality.full_name if municipality else team.municipality


def _regions(
    roster: Roster, programme: Programme, teams: tuple[Team, ...]
) -> tuple[RegionEntry, ...]:
    by_region: dict[str, list[TeamEntry]] = {region.name: [] for region in programme.regions}
    for team in teams:
        municipality = roster.municipality_by_code.get(team.municipality)
        region = programme.region_of(municipality.prefecture) if municipality else None
        by_region.setdefault(region or UNRECORDED, []).append(_entry(roster, team))
    return tuple(RegionEntry(name, tuple(found)) for name, found in by_region.items() if found)


def _entry(roster: Roster, team: Team) -> TeamEntry:
    seats = tuple(
        Seat(member.agency, member.rank, member.role == SUPPORT_OFFICER) for member in team.members
    )
    label = STATUS_LABELS[team.status] if team.status else ""
    name, is_assumed = _name(roster, team), bool(team.assumptions)
    return TeamEntry(team.number, name, label, team.themes, seats, is_assumed)


def _printed(roster: Roster, team: Team) -> list[Note]:
    """Return where the source shows something else than the record of a team."""
    pairs: list[tuple[str | None, str]] = []
    if team.printed:
        municipality = roster.municipality_by_code.get(team.municipality)
        written = municipality.name if municipality else team.municipality
        pairs.append((team.printed.municipality, written))
    for member in team.members:
        if member.printed:
            pairs.append((member.printed.agency, member.agency))
            pairs.append((member.printed.rank, member.rank))
    name = _name(roster, team)
    return [
        Note(team.number, name, f"原文「{printed}」→「{written}」")
        for printed, written in pairs
        if printed
    ]


def _sources(
    roster: Roster, programme: Programme, period: Period, teams: tuple[Team, ...]
) -> tuple[Source, ...]:
    """Return all sources of what the summary shows, each once, in the order of first use."""
    found = [*period.sources, *programme.sources]
    found += [source for figure in period.published for source in figure.sources]
    found += [source for team in teams for source in team.sources]
    measure = programme.measure_in_force(period.number)
    for team in teams:
        municipality = roster.municipality_by_code.get(team.municipality)
        for people in municipality.population if municipality else ():
            if measure and (people.measure, people.date) == (measure.measure, measure.date):
                found.append(Source(title=people.source))
        found += municipality.sources if municipality else ()
    unique = {(source.title, source.url): source for source in reversed(found)}
    return tuple(unique[key] for key in dict.fromkeys((s.title, s.url) for s in found))
