"""What `banso show` does: it shows one record."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from banso_cli.files.failure import ExitCode, Failure
from banso_cli.locale import _
from banso_cli.privacy.class_names import without_classes
from banso_cli.reading.locate import Origin
from banso_cli.records.municipality import Municipality
from banso_cli.records.roster import Roster
from banso_cli.records.team import STATUS_LABELS, Team
from banso_cli.reference.municipalities import official_municipalities
from banso_cli.tasks.opened.opening import folder_of_roster, open_roster
from banso_cli.terminal.output import put_lines


@dataclass(frozen=True, slots=True)
class Card:
    """A record as it is shown: how to name it alone, and its lines."""

    id: str
    title: str
    names: frozenset[str]
    lines: tuple[str, ...]


def show_record(wanted: str, period: int | None, roster: Path | None) -> None:
    """Show one record; a name that several records have is told with all of them."""
    folder = folder_of_roster(roster)
    records = without_classes(open_roster(folder))
    latest = records.latest_period
    number = period if period is not None else latest.number if latest else 0
    cards = list(_cards(records, number, Origin.of(folder)))
    found = [card for card in cards if wanted in card.names]
    if not found:
        from banso_cli.tasks.names_meant import meant  # noqa: PLC0415 - it takes all rules

        known = [name for card in cards for name in sorted(card.names) if not name.isdecimal()]
        raise Failure(
            ExitCode.WRONG_USAGE,
            _("nothing is called '{name}'").format(name=wanted),
            meant(wanted, records, known),
        )
    if len(found) > 1:
        names = _(", ").join(f"{card.title} ({card.id})" for card in found)
        raise Failure(
            ExitCode.WRONG_USAGE,
            _("'{name}' may mean {count} records: {names}").format(
                name=wanted, count=len(found), names=names
            ),
            _("name one of them by its id, such as {id}").format(id=found[0].id),
        )
    put_lines([found[0].title, *(f"  {line}" for line in found[0].lines)])


def _cards(roster: Roster, period: int, origin: Origin) -> Iterator[Card]:
    for municipality in roster.municipalities:
        yield _municipality(roster, municipality, period, origin)
    for agency in roster.agencies:
        lines = [f"種類: {agency.kind}"]
        lines += [f"上位の組織: {agency.parent}"] if agency.parent else []
        lines += [f"別名: {'、'.join(agency.aliases)}"] if agency.aliases else []
        lines += [f"注: {agency.note}"] if agency.note else []
        names = frozenset({agency.name, *agency.aliases})
        yield Card(agency.name, agency.name, names, (*lines, *_seats(roster, agency.name)))
    for theme in roster.themes:
        lines = [f"別名: {'、'.join(theme.aliases)}"] if theme.aliases else []
        lines += [theme.description] if theme.description else []
        lines += [f"出典: {source.title}" for source in theme.sources]
        names = frozenset({theme.id, theme.name, *theme.aliases})
        yield Card(theme.id, theme.name, names, tuple(lines))
    for each in roster.periods:
        title = f"第{each.number}期"
        lines = [f"{each.era_year}({each.start} から {each.end} まで)"]
        yield Card(each.id, title, frozenset({each.id, title}), tuple(lines))


def _municipality(roster: Roster, municipality: Municipality, period: int, origin: Origin) -> Card:
    teams = [team for team in roster.teams if team.municipality == municipality.code]
    names = {
        municipality.name,
        municipality.full_name,
        municipality.kana,
        municipality.code,
        municipality.code[:5],
        municipality.stem,
        municipality.id,
        *(team.id for team in teams),
        *(str(team.number) for team in teams if team.period == period),
        *(f"{team.number:02d}" for team in teams if team.period == period),
    }
    title = f"{municipality.full_name}({municipality.kana}、{municipality.romaji})"
    lines = tuple(_municipality_lines(roster, municipality, teams, origin))
    return Card(municipality.stem, title, frozenset(names), lines)


def _municipality_lines(
    roster: Roster, municipality: Municipality, teams: list[Team], origin: Origin
) -> Iterator[str]:
    yield f"団体コード: {municipality.code}"
    if municipality.county:
        yield f"郡: {municipality.county}"
    for figure in municipality.population:
        yield f"人口: {figure.value:,}人({figure.measure} {figure.date})"
    if municipality.page:
        yield f"ウェブサイト: {municipality.page}"
    yield from (f"注: {note}" for note in municipality.notes)
    yield f"ファイル: {origin.shown(municipality.places.path)}"
    for team in teams:
        yield from _team_lines(team, origin)
    yield from _namesakes(roster, municipality)


def _team_lines(team: Team, origin: Origin) -> Iterator[str]:
    status = STATUS_LABELS[team.status] if team.status else "継続・新規は未収録"
    yield f"第{team.period}期 {team.number:02d}番({status})"
    for member in team.members:
        yield f"  {member.agency} {member.rank}" + (f"({member.role})" if member.role else "")
    yield f"  テーマ: {'、'.join(team.themes) or '未収録'}"
    yield from (f"  推定: {text}" for text in team.assumptions)
    yield f"  ファイル: {origin.shown(team.places.path)}"


def _namesakes(roster: Roster, municipality: Municipality) -> Iterator[str]:
    """Name the municipalities of the same name that the roster does not hold."""
    others = [
        f"{other.prefecture}{other.name}({other.code})"
        for other in official_municipalities().values()
        if other.name == municipality.name and other.code not in roster.municipality_by_code
    ]
    if others:
        yield f"同じ名の市町村(台帳にはない): {'、'.join(others)}"


def _seats(roster: Roster, agency: str) -> Iterator[str]:
    for number, teams in sorted(roster.teams_by_period.items()):
        seats = sum(member.agency == agency for team in teams for member in team.members)
        yield f"第{number}期: {seats}名"
