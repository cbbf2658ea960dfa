"""The sheets of a summary: its statistics in long form, and the lists behind them, by name."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from types import MappingProxyType

from banso_cli.reports.columns import INCOMPLETE, Link, Sheet, caution_of, cells_of, columns_of
from banso_cli.reports.entries import TeamEntry
from banso_cli.reports.lines import STATISTICS, TOTALS, results_shown, statistics
from banso_cli.reports.rows import (
    ASSUMED,
    NOT_ASSUMED,
    NOT_RECORDED,
    OFFICER,
    RECORDED,
    SUPPORT_OFFICER,
    PrefectureRow,
    SeatRow,
    TeamRow,
    TeamThemeRow,
)
from banso_cli.reports.summary import Summary
from banso_cli.statistics.dimensions import DIMENSIONS
from banso_cli.statistics.table import UNRECORDED

_TEAM = Link(("period", "number"), "teams")


def all_statistics(summary: Summary) -> Sheet:
    """Return all tables in long form, the published totals last."""
    return statistics(results_shown(summary))


def teams(summary: Summary) -> Sheet:
    """Return a row for each team, in the order of their numbers."""
    period, caution = summary.period.number, _caution(summary)
    rows = (
        TeamRow(
            period=period,
            number=team.number,
            municipality_code=team.code,
            prefecture=team.prefecture or None,
            municipality=_name(team),
            kana=team.kana or None,
            region=team.region,
            population=team.population,
            population_band=team.population_band,
            status=team.label or UNRECORDED,
            themes_status=RECORDED if team.themes else NOT_RECORDED,
            seats=len(team.seats),
            assumption=ASSUMED if team.is_assumed else NOT_ASSUMED,
            page=team.page or None,
            caution=caution,
        )
        for team in summary.teams
    )
    return _sheet(summary, "teams", "チーム", TeamRow, rows, "チームを一行に一つ記した一覧")


def members(summary: Summary) -> Sheet:
    """Return a row for each seat: without gender, track and age."""
    rows = (
        SeatRow(
            *_team(summary, team),
            at,
            seat.agency,
            seat.rank,
            SUPPORT_OFFICER if seat.is_support_officer else OFFICER,
            _caution(summary),
        )
        for team in summary.teams
        for at, seat in enumerate(team.seats, start=1)
    )
    return _sheet(summary, "members", "支援官の構成", SeatRow, rows, "支援官を一行に一名記した一覧")


def team_themes(summary: Summary) -> Sheet:
    """Return a row for each theme of a team."""
    rows = (
        TeamThemeRow(*_team(summary, team), theme, _caution(summary))
        for team in summary.teams
        for theme in dict.fromkeys(team.themes)
    )
    text = "チームの支援テーマを一行に一つ記した一覧"
    return _sheet(summary, "team_themes", "支援テーマ", TeamThemeRow, rows, text)


def prefectures(summary: Summary) -> Sheet:
    """Return a row for each of the 47 prefectures, in official order."""
    status = RECORDED if summary.teams else NOT_RECORDED
    if summary.errors:
        status = INCOMPLETE
    rows = (
        PrefectureRow(
            period=summary.period.number,
            prefecture_code=each.code,
            prefecture=each.name,
            teams=each.teams,
            new=each.new,
            continuing=each.continuing,
            unrecorded=each.unknown,
            status=status,
            caution=_caution(summary),
        )
        for each in summary.prefectures
    )
    text = "47都道府県の伴走支援自治体の数"
    return _sheet(summary, "prefectures", "都道府県", PrefectureRow, rows, text)


SHEETS: Mapping[str, Callable[[Summary], Sheet]] = MappingProxyType(
    {
        STATISTICS: all_statistics,
        "teams": teams,
        "members": members,
        "team_themes": team_themes,
        "prefectures": prefectures,
    }
)
"""What makes each sheet, by its name, in the order of the folder."""

TABLES = (*(each.id for each in DIMENSIONS), TOTALS, *SHEETS)
"""The names of everything that can be had by itself."""

_KEYS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "teams": _TEAM.columns,
        "members": (*_TEAM.columns, "seat"),
        "team_themes": (*_TEAM.columns, "theme"),
        "prefectures": ("period", "prefecture_code"),
    }
)


def sheets_of(summary: Summary) -> tuple[Sheet, ...]:
    """Return all sheets of a summary."""
    return tuple(make(summary) for make in SHEETS.values())


def sheet_of(summary: Summary, name: str) -> Sheet:
    """Return one of `TABLES`: a sheet, or the lines of a single table; KeyError for another."""
    if name in SHEETS:
        return SHEETS[name](summary)
    if name not in TABLES:
        raise KeyError(name)
    return _one_table(summary, name)


def _one_table(summary: Summary, name: str) -> Sheet:
    shown = results_shown(summary)
    tables = tuple(table for table in shown.tables if table.id == name)
    comparisons = shown.comparisons if name == TOTALS else ()
    sheet = statistics(replace(shown, tables=tables, comparisons=comparisons))
    return replace(sheet, name=name)


def _caution(summary: Summary) -> str | None:
    return caution_of(is_fictional=summary.programme.is_fictional, errors=summary.errors)


def _team(summary: Summary, team: TeamEntry) -> tuple[int, int, str, str | None, str | None]:
    """Return what begins every row about a team."""
    return summary.period.number, team.number, team.code, team.prefecture or None, _name(team)


def _name(team: TeamEntry) -> str | None:
    """Return the municipality's name; documents show its code where no file describes it."""
    return None if team.name == team.code else team.name


def _sheet(
    summary: Summary,
    name: str,
    title: str,
    record: type,
    rows: Iterable[TeamRow | SeatRow | TeamThemeRow | PrefectureRow],
    description: str,
) -> Sheet:
    return Sheet(
        name=name,
        title=f"{summary.title} {title}",
        description=description,
        columns=columns_of(record),
        rows=tuple(cells_of(row) for row in rows),
        key=_KEYS[name],
        links=() if name in {"teams", "prefectures"} else (_TEAM,),
    )
