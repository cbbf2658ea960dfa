"""Municipalities that applied are counted by region, beside those supported and those published."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from banso_cli.records.application import MunicipalityApplication
from banso_cli.records.kinds import ordered
from banso_cli.records.roster import Roster
from banso_cli.records.teams.team import Team
from banso_cli.statistics.condition import Condition
from banso_cli.statistics.counting import Counting
from banso_cli.statistics.dimensions import POPULATION, REGION, Dimension
from banso_cli.statistics.tables.table import Table, TableStatus
from tests.statistics.rosters import breakdown, member, of_roster, published, real, team

APPLIED = {"013455": None, "014079": None, "032034": None, "063215": "町の都合"}
"""Municipalities of 北海道 (2), 東北 (2), and why one withdrew."""
NOTE = "応募の集計は、台帳にある応募から取下げを除いて数えたもの。"


def applications(period: int) -> Iterable[MunicipalityApplication]:
    return (
        MunicipalityApplication(
            municipality=code, status="new", issues=("観光",), withdrawn=withdrawn
        ).named(f"applications/{period}/municipalities/{code}-x")
        for code, withdrawn in APPLIED.items()
    )


def applied(*teams: Team, period: int = 2, where: tuple[Condition, ...] = ()) -> Counting:
    found = real().having(Team, teams)
    records = ordered((*found.records, *applications(period)))
    return of_roster(Roster("roster", records), 2, *where)


def numbers(table: Table) -> dict[str, tuple[int | None, int | None, int | None]]:
    return {
        row.key: (row.count, row.applications, row.applied)
        for row in table.rows
        if row.count or row.applications or row.applied
    }


def test_they_stand_beside_those_supported() -> None:
    table = applied(team(1, "013455", [member()])).table(REGION)
    assert numbers(table) == {"北海道": (1, 2, None), "東北": (0, 1, None)}
    assert (table.total, table.applications_total, table.applied_total) == (1, 3, 115)
    assert table.notes[-1] == NOTE
    assert [each.head for each in table.columns] == ["数", "割合", "応募の集計"]


def test_what_was_published_stands_beside_them_and_draws_no_bar() -> None:
    other = breakdown("region", {"北海道": (3, None), "東北": (1, None)}, of="applied")
    table = published(applied(team(1, "013455", [member()])), other).table(REGION)
    assert numbers(table) == {"北海道": (1, 2, 3), "東北": (0, 1, 1)}
    heads = [each.head for each in table.columns]
    assert heads == ["数", "割合", "応募の集計", "応募の公表値"]
    counted, told = table.series[1:]
    assert [each and int(each) for each in counted.lengths[:2]] == [2, 1]
    assert set(told.lengths) == {None}


def test_before_there_are_teams_they_stand_alone() -> None:
    table = applied().table(REGION)
    assert table.status is TableStatus.RECORDED
    assert numbers(table) == {"北海道": (None, 2, None), "東北": (None, 1, None)}
    assert (table.total, table.applications_total) == (None, 3)
    assert table.notes[0] == "伴走支援自治体は未収録。"
    assert table.lengths == (None,) * len(table.rows)


@pytest.mark.parametrize(
    ("counting", "by"),
    [
        (applied(team(1, "013455", [member()]), period=3), REGION),
        (applied(team(1, "013455", [member()]), where=(Condition(REGION, "北海道"),)), REGION),
        (applied(team(1, "013455", [member()])), POPULATION),
    ],
)
def test_other_periods_conditions_and_dimensions_have_none(
    counting: Counting, by: Dimension
) -> None:
    table = counting.table(by)
    assert table.applications_total is None
    assert {row.applications for row in table.rows} == {None}
    assert NOTE not in table.notes
