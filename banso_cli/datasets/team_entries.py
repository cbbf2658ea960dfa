"""The teams of a period as the list shows them, each with its seats and themes.

Nothing here tells a member's gender, track or age: a seat has its body, its rank and its role.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from banso_cli.records.periods.programme import Programme
from banso_cli.records.roster import Roster
from banso_cli.records.teams.team import STATUS_LABELS, SUPPORT_OFFICER
from banso_cli.statistics.bands import population_band, population_in_force, region
from banso_cli.statistics.cases import Case, team_cases
from banso_cli.statistics.tables.table import UNRECORDED


@dataclass(frozen=True, slots=True)
class Seat:
    """A member as the list shows one: without gender, track and age."""

    agency: Annotated[str, "所属府省庁等"]
    rank: Annotated[str, "役職"]
    is_support_officer: Annotated[bool, "地方創生支援オフィサーか"]


@dataclass(frozen=True, slots=True)
class TeamEntry:
    """A team with its municipality, as the list shows them."""

    number: Annotated[int | None, "一覧の番号。分からなければ none"]
    code: Annotated[str, "全国地方公共団体コード（6桁の文字）"]
    municipality: Annotated[str, "都道府県名と市町村名"]
    prefecture: Annotated[str, "都道府県名。分からなければ空"]
    name: Annotated[str, "市町村名"]
    kana: Annotated[str, "市町村名のかな。分からなければ空"]
    romaji: Annotated[str, "市町村名のローマ字。分からなければ空"]
    county: Annotated[str, "郡。属さないか、分からなければ空"]
    printed: Annotated[str, "資料に印刷された市町村名。台帳と同じなら空"]
    region: Annotated[str, "地域。分からなければ「未収録」"]
    population: Annotated[int | None, "この期に用いる人口（人）。なければ none"]
    population_band: Annotated[str, "人口区分。分からなければ「未収録」"]
    label: Annotated[str, "継続、新規。分からなければ空"]
    is_derived: Annotated[bool, "継続、新規を前の期から導いたか"]
    themes: Annotated[tuple[str, ...] | None, "支援テーマ。分からなければ none"]
    seats: Annotated[tuple[Seat, ...], "支援官。公表された一覧の順"]
    is_assumed: Annotated[bool, "推定した事項があるか"]
    page: Annotated[str, "市町村のウェブサイト。なければ空"]
    sources: Annotated[tuple[int, ...], "出典の番号"] = ()


def team_entries(roster: Roster, programme: Programme | None, period: int) -> tuple[TeamEntry, ...]:
    """Return the teams of a period in the order of their numbers."""
    return tuple(_entry(case) for case in team_cases(roster, programme, period))


def _entry(case: Case) -> TeamEntry:
    team, municipality = case.team, case.municipality
    seats = tuple(Seat(m.agency, m.rank, m.role == SUPPORT_OFFICER) for m in team.members)
    return TeamEntry(
        number=team.number,
        code=team.municipality,
        municipality=municipality.full_name if municipality else team.municipality,
        prefecture=municipality.prefecture if municipality else "",
        name=municipality.name if municipality else team.municipality,
        kana=municipality.kana if municipality else "",
        romaji=municipality.romaji if municipality else "",
        county=(municipality.county or "") if municipality else "",
        printed=(team.printed.municipality or "") if team.printed else "",
        region=region(case) or UNRECORDED,
        population=population_in_force(case),
        population_band=population_band(case) or UNRECORDED,
        label=STATUS_LABELS[team.status] if team.status else "",
        is_derived=team.is_derived,
        themes=team.themes if "themes" in team.model_fields_set else None,
        seats=seats,
        is_assumed=bool(team.assumptions),
        page=(municipality.page or "") if municipality else "",
    )
