"""The real roster: what the publication says of period 2 stays true, whatever else is edited."""

from __future__ import annotations

import pytest

from banso_cli.reading.folder import read_roster
from banso_cli.records.finding import Severity
from banso_cli.records.roster import Roster
from banso_cli.rules import check
from banso_cli.statistics.counting import Counting
from banso_cli.statistics.dimensions import AGENCY, PREFECTURE, RANK, REGION, TEAM_SIZE
from tests.commands.running import PROJECT
from tests.statistics.rosters import of_roster


@pytest.fixture(scope="module")
def roster() -> Roster:
    return read_roster(PROJECT / "roster")


@pytest.fixture(scope="module")
def counted(roster: Roster) -> Counting:
    return of_roster(roster, 2)


def test_the_roster_has_no_errors(roster: Roster) -> None:
    assert [each for each in check(roster) if each.severity is Severity.ERROR] == []


def test_the_list_has_97_teams_with_279_rows(counted: Counting) -> None:
    ranks = counted.table(RANK)
    assert [(row.key, row.count) for row in ranks.rows] == [
        ("指定職", 7),
        ("課長級", 41),
        ("企画官・室長級", 36),
        ("補佐級", 130),
        ("係長級", 65),
    ]
    assert ranks.total == 279
    assert [(row.key, row.count) for row in counted.table(TEAM_SIZE).rows] == [
        ("2名", 12),
        ("3名", 85),
    ]


def test_the_list_names_32_bodies_and_38_prefectures(counted: Counting) -> None:
    agencies = counted.table(AGENCY).rows
    assert [(row.key, row.count) for row in agencies[:4]] == [
        ("国土交通省", 40),
        ("総務省", 27),
        ("内閣官房", 24),
        ("経済産業省", 22),
    ]
    assert len(agencies) == 32
    assert sum(bool(row.count) for row in counted.table(PREFECTURE).rows) == 38
    assert counted.table(REGION).total == 97


def test_the_published_figures_stand_beside_the_counted_ones(counted: Counting) -> None:
    compared = {each.figure: each for each in counted.comparisons()}
    names = ("officers", "teams", "municipalities", "prefectures", "agencies", "support_officers")
    assert [(compared[name].published, compared[name].counted) for name in names] == [
        (278, 279),
        (97, 97),
        (97, 97),
        (38, 38),
        (24, 24),
        (8, 8),
    ]
    assert compared["officers_applied"].published == 308
    assert compared["municipalities_applied"].published == 115
