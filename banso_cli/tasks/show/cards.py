"""What `banso show` can show: each thing with its names, and what there is to say of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from banso_cli.reading.locate import Origin
from banso_cli.records.agency import Agency
from banso_cli.records.municipality import Municipality
from banso_cli.records.periods.programme import Rank
from banso_cli.records.roster import Roster
from banso_cli.records.teams.activity import ACTIVITY_LABELS, Activity, newest
from banso_cli.records.teams.holders import seats_of, terms
from banso_cli.records.teams.team import STATUS_LABELS, Member, Team
from banso_cli.records.theme import Theme
from banso_cli.reference.bodies import short_names
from banso_cli.reference.municipalities import official_municipalities
from banso_cli.statistics.tables.table import UNRECORDED
from banso_cli.statistics.tables.words import day, ordinal


@dataclass(frozen=True, slots=True)
class Card:
    """A thing as it is shown: how to name it alone, all that it is called, and its lines."""

    id: str
    title: str
    names: frozenset[str]
    lines: tuple[str, ...]


def cards(roster: Roster, period: int | None, origin: Origin) -> Iterator[Card]:
    """Yield all that a roster knows; numbers are those of the period's teams, or the latest's."""
    if period is None and roster.latest_period:
        period = roster.latest_period.number
    for municipality in roster.municipalities:
        yield _municipality(roster, municipality, period, origin)
    yield from (_agency(roster, each) for each in roster.agencies)
    yield from (_theme(roster, each) for each in roster.themes)
    prefectures = dict.fromkeys(each.prefecture for each in roster.municipalities)
    yield from (_prefecture(roster, name) for name in prefectures)
    yield from (
        _rank(roster, each) for each in (roster.programme.ranks if roster.programme else ())
    )
    for each in roster.periods:
        title = f"第{each.number}期"
        lines = (f"{each.era_year}（{day(each.start)}～{day(each.end)}）",)
        yield Card(each.id, title, frozenset({each.id, title}), lines)


def _prefecture(roster: Roster, name: str) -> Card:
    codes = {each.code for each in roster.municipalities if each.prefecture == name}
    lines = tuple(_teams(roster, lambda team: team.municipality in codes))
    return Card(name, name, frozenset({name}), lines)


def _rank(roster: Roster, rank: Rank) -> Card:
    lines = tuple(_seated(roster, lambda member: member.rank == rank.name))
    return Card(rank.name, rank.name, frozenset({rank.name, *rank.aliases}), lines)


def _agency(roster: Roster, agency: Agency) -> Card:
    lines = [f"種類: {agency.kind}"]
    lines += [f"上位の組織: {agency.parent}"] if agency.parent else []
    lines += [f"別名: {'、'.join(agency.aliases)}"] if agency.aliases else []
    lines += [f"注: {agency.note}"] if agency.note else []
    lines += _seated(roster, lambda member: member.agency == agency.name)
    names = {agency.name, *agency.aliases, *short_names().get(agency.name, ())}
    return Card(agency.name, agency.name, frozenset(names), tuple(lines))


def _theme(roster: Roster, theme: Theme) -> Card:
    lines = [f"別名: {'、'.join(theme.aliases)}"] if theme.aliases else []
    lines += [theme.description] if theme.description else []
    lines += _teams(roster, lambda team: theme.name in team.themes, lambda team: bool(team.themes))
    lines += [f"出典: {source.title}" for source in theme.sources]
    names = frozenset({theme.id, theme.name, *theme.aliases})
    return Card(theme.id, theme.name, names, tuple(lines))


def _seated(roster: Roster, is_kept: Callable[[Member], bool]) -> Iterator[str]:
    """Yield the teams of each period in which such members are, and how many of them there are."""

    def has(team: Team) -> int:
        return sum(map(is_kept, team.members))

    yield from _teams(roster, has, lambda team: bool(team.members), has)


def _teams(
    roster: Roster,
    is_kept: Callable[[Team], object],
    is_known: Callable[[Team], bool] = lambda _team: True,
    seats: Callable[[Team], int] | None = None,
) -> Iterator[str]:
    """Yield the teams of each period that are kept, of those of which it is known, with members.

    `seats` counts who is meant in a team.
    """
    for number, teams in sorted(roster.teams_by_period.items()):
        known = sum(map(is_known, teams))
        if not known:
            yield f"第{number}期: {UNRECORDED}"
            continue
        kept, period = [team for team in teams if is_kept(team)], roster.period(number)
        is_part = known < len(teams) or (period is not None and period.is_partial)
        part = f"（収録した{known:,}チームのうち）" if is_part else ""
        count = f"{sum(map(seats, kept)):,}名、" if seats else ""
        yield f"第{number}期: {count}{len(kept):,}チーム{part}"
        for team in kept:
            members = "、".join(f"{each.agency} {each.rank}" for each in team.members)
            yield f"  {_head(roster, team)}: {members or UNRECORDED}"


def _head(roster: Roster, team: Team) -> str:
    municipality = roster.municipality_by_code.get(team.municipality)
    name = municipality.full_name if municipality else team.municipality
    status = _status(team)
    return f"{ordinal(team.number)}{name}" + (f"（{status}）" if status else "")


def _status(team: Team) -> str:
    derived = "、前の期から導いた" if team.is_derived else ""
    return f"{STATUS_LABELS[team.status]}{derived}" if team.status else ""


def _municipality(
    roster: Roster, municipality: Municipality, period: int | None, origin: Origin
) -> Card:
    teams = [team for team in roster.teams if team.municipality == municipality.code]
    printed = (team.printed.municipality for team in teams if team.printed)
    names = {
        municipality.name,
        municipality.full_name,
        municipality.kana,
        municipality.code,
        municipality.code[:5],
        municipality.stem,
        municipality.id,
        *(name for name in printed if name),
        *(team.id for team in teams),
    }
    for number in (team.number for team in teams if team.period == period):
        names |= set() if number is None else {str(number), ordinal(number, "")}
    title = f"{municipality.full_name}（{municipality.kana}、{municipality.romaji}）"
    lines = tuple(_municipality_lines(roster, municipality, teams, origin))
    return Card(municipality.stem, title, frozenset(names), lines)


def _municipality_lines(
    roster: Roster, municipality: Municipality, teams: Iterable[Team], origin: Origin
) -> Iterator[str]:
    yield f"団体コード: {municipality.code}"
    if municipality.county:
        yield f"郡: {municipality.county}"
    for figure in municipality.population:
        yield f"人口: {figure.value:,}人（{figure.measure} {day(figure.date)}）"
    if municipality.page:
        yield f"ウェブサイト: {municipality.page}"
    yield from (f"注: {note}" for note in municipality.notes)
    yield f"ファイル: {origin.shown(municipality.places.path)}"
    for team in teams:
        yield from _team_lines(team, origin)
    yield from _namesakes(roster, municipality)


def _team_lines(team: Team, origin: Origin) -> Iterator[str]:
    status = _status(team) or "継続・新規は未収録"
    number = "番号は未収録" if team.number is None else f"{team.number:02d}番"
    yield f"第{team.period}期 {number}（{status}）"
    yield from () if team.members else (f"  支援官: {UNRECORDED}",)
    for member in team.members:
        yield f"  {member.agency} {member.rank}" + (f"（{member.role}）" if member.role else "")
    for seat in seats_of(team):
        yield from (f"  {each}" for each in _changes(team, seat))
    yield f"  テーマ: {'、'.join(team.themes) or '未収録'}"
    yield from (f"  {_activity(each)}" for each in team.activities)
    yield from (f"  {each}" for each in _next(team))
    yield from (f"  推定: {text}" for text in team.assumptions)
    yield from (f"  出典: {source.title}" for source in team.sources)
    yield f"  ファイル: {origin.shown(team.places.path)}"


def _changes(team: Team, seat: int) -> Iterator[str]:
    """Yield who had a seat before the member of today."""
    for term in terms(team, seat):
        who = f"{term.member.agency} {term.member.rank}"
        if term.until:
            yield f"{who}: {day(term.until)}まで"
        elif term.since:
            yield f"{who}: {day(term.since)}から"


def _activity(activity: Activity) -> str:
    until = f"～{day(activity.until)}" if activity.until else ""
    number = f"第{activity.number}回" if activity.number else ""
    places = "、".join(activity.places)
    told = "。".join(filter(None, (activity.subject, places)))
    return f"{day(activity.date)}{until} {number}{ACTIVITY_LABELS[activity.kind]} {told}".rstrip()


def _next(team: Team) -> Iterator[str]:
    """Yield what comes next, as the last activity tells."""
    last = newest(team.activities)
    if last is not None:
        coming = (day(last.next_date) if last.next_date else "", last.next or "")
        if any(coming):
            yield f"次の予定: {' '.join(filter(None, coming))}"


def _namesakes(roster: Roster, municipality: Municipality) -> Iterator[str]:
    """Name the municipalities of the same name that the roster does not hold."""
    others = [
        f"{other.prefecture}{other.name}（{other.code}）"
        for other in official_municipalities().values()
        if other.name == municipality.name and other.code not in roster.municipality_by_code
    ]
    if others:
        yield f"同じ名の市町村（台帳にはない）: {'、'.join(others)}"
