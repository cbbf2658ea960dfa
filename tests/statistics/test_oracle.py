"""Every number of every table, counted a second time: by SQL, from the files themselves."""

from __future__ import annotations

import itertools
import shutil
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml

from banso_cli.example.files import made_up_files
from banso_cli.files.atomic import write_all
from banso_cli.reading.folder import read_roster
from banso_cli.records.roster import Roster
from banso_cli.reports.data.tables_folder import tables_folder
from banso_cli.reports.summary import summary_of
from banso_cli.statistics.condition import Condition
from banso_cli.statistics.counting import Counting
from banso_cli.statistics.crossing import crossable
from banso_cli.statistics.dimensions import DIMENSIONS, Dimension, dimension
from banso_cli.statistics.tables.cross_table import CrossTable
from banso_cli.statistics.tables.table import UNRECORDED, TableStatus
from tests.commands.running import ROSTER
from tests.statistics.decoding import merged_classes
from tests.statistics.ledger import Conditions, Ledger, ledger_of_csv, ledger_of_files
from tests.statistics.rosters import of_roster, real

PUBLIC = [each for each in DIMENSIONS if not each.personal]
PERSONAL = [each for each in DIMENSIONS if each.personal]
PAIRS = [pair for pair in itertools.permutations(PUBLIC, 2) if crossable(*pair)]
CONDITIONS: list[Conditions] = [
    [],
    [("prefecture", "長野県")],
    [("status", "新規")],
    [("agency", "国土交通省")],
    [("rank", "課長級"), ("agency", "国土交通省")],
    [("region", "東北"), ("rank", "補佐級")],
    [("theme", "産業振興")],
    [("activity", "現地訪問")],
    [("activity", "現地訪問"), ("agency", "総務省"), ("municipality_type", "町")],
    [("municipality_type", "村"), ("prefecture", "香川県")],
]
FIGURES = {
    "officers": "SELECT count(*) FROM m",
    "teams": "SELECT count(*) FROM t",
    "municipalities": "SELECT count(DISTINCT code) FROM t",
    "prefectures": "SELECT count(DISTINCT prefecture) FROM t",
    "agencies": """WITH RECURSIVE body(name) AS (SELECT agency FROM m UNION SELECT parent FROM body
      JOIN agency USING (name) WHERE kind <> '府省庁' AND parent IS NOT NULL)
      SELECT count(*) FROM agency WHERE kind = '府省庁' AND name IN body""",
    "support_officers": "SELECT count(*) FROM m WHERE role = 'オフィサー'",
    "municipalities_new": "SELECT count(DISTINCT code) FROM t WHERE status = '新規'",
    "prefectures_new": "SELECT count(DISTINCT prefecture) FROM t WHERE status = '新規'",
    "municipalities_continuing": "SELECT count(DISTINCT code) FROM t WHERE status = '継続'",
    "prefectures_continuing": "SELECT count(DISTINCT prefecture) FROM t WHERE status = '継続'",
}


@dataclass(frozen=True)
class Examined:
    """A period as banso counts it, and the same by SQL; an export has no activities."""

    roster: Roster
    period: int
    ledger: Ledger
    exported: bool

    def counting(self, where: Conditions = ()) -> Counting:
        """Return banso's counting, under conditions."""
        return of_roster(self.roster, self.period, *(_condition(*each) for each in where))

    def knows(self, *names: str) -> bool:
        """Tell whether the ledger has what these dimensions are about."""
        return not (self.exported and "activity" in names)


def _condition(name: str, value: str) -> Condition:
    by = dimension(name)
    assert by is not None
    return Condition(by, value)


@pytest.fixture(scope="module")
def made_up(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write a complete roster with two periods."""
    folder = tmp_path_factory.mktemp("made-up") / "roster"
    files = {folder / path: data for path, data in made_up_files(97, 3).items()}
    write_all(files)
    return folder


@pytest.fixture(scope="module")
def partly(made_up: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write the same roster with the activities of every third team alone."""
    folder = shutil.copytree(made_up, tmp_path_factory.mktemp("partly") / "roster")
    for file in (folder / "teams" / "2").iterdir():
        team = yaml.load(file.read_text("utf-8"), Loader=yaml.CSafeLoader)
        if team["number"] % 3:
            del team["activities"]
            file.write_text(yaml.safe_dump(team, allow_unicode=True), "utf-8")
    return folder


@pytest.fixture(
    scope="module",
    params=["real 2", "real 2 exported", "made 1", "made 2", "made 2 exported", "partly 2"],
)
def examined(request: pytest.FixtureRequest, made_up: Path, partly: Path) -> Examined:
    """Return a period of the real roster or a made-up one, from its files or from its export."""
    name, number, *exported = request.param.split()
    folder, period = {"real": ROSTER, "made": made_up, "partly": partly}[name], int(number)
    roster = real() if name == "real" else read_roster(folder)
    if not exported:
        return Examined(roster, period, ledger_of_files(folder, period), exported=False)
    summary = summary_of(of_roster(roster, period), 0)
    files = {each.path: each.data for each in tables_folder(summary, "utf-8", "en").files}
    return Examined(roster, period, ledger_of_csv(folder, files), exported=True)


@pytest.mark.parametrize("where", CONDITIONS, ids=str)
@pytest.mark.parametrize("by", PUBLIC, ids=lambda by: by.id)
def test_tables(examined: Examined, by: Dimension, where: Conditions) -> None:
    if not examined.knows(by.id, *(name for name, _value in where)):
        return
    table, ledger = examined.counting(where).table(by), examined.ledger
    expected, total = ledger.table(by.id, where), ledger.total(by.id, where)
    unknown = expected.pop(None, 0)
    if table.status is TableStatus.NOT_RECORDED:
        assert (expected, table.rows, table.total) == ({}, (), None)
        return
    assert table.status is TableStatus.RECORDED
    shown = {row.key: row.count for row in table.rows}
    assert shown.pop(UNRECORDED, 0) == unknown
    assert {key: count for key, count in shown.items() if count} == expected
    assert (table.total, table.recorded) == (total, total - unknown)
    silent = ledger.teams_without_activities(where) if by.counts == "activities" else 0
    for row in table.rows:
        share = ledger.share(row.count or 0, total) if total and not unknown + silent else None
        assert (None if row.share is None else str(row.share)) == share


@pytest.mark.parametrize("where", CONDITIONS, ids=str)
def test_crosses(examined: Examined, where: Conditions) -> None:
    counting = examined.counting(where)
    known = [name for name, _value in where]
    for first, second in PAIRS:
        if not examined.knows(first.id, second.id, *known):
            continue
        cross = counting.cross(first, second)
        expected = examined.ledger.cells([first.id, second.id], where)
        if cross.status is TableStatus.NOT_RECORDED:
            recorded = [{pair[at] for pair in expected} - {None} for at in (0, 1)]
            assert not all(recorded)
            continue
        assert cross.status is TableStatus.RECORDED
        filled = {pair: count for pair, count in _cells(cross).items() if count}
        named = {(a or UNRECORDED, b or UNRECORDED): n for (a, b), n in expected.items()}
        assert filled == named, cross.id


def test_orders_are_those_of_the_definitions(examined: Examined) -> None:
    bands = "SELECT name FROM band WHERE of_what = 'people' ORDER BY rowid"
    regions = "SELECT name FROM region GROUP BY name ORDER BY min(rowid)"
    agencies = """SELECT agency.name FROM agency JOIN m ON m.agency = agency.name
      GROUP BY agency.name ORDER BY count(*) DESC, agency.rowid"""
    for name, order in (("population", bands), ("region", regions), ("agency", agencies)):
        by = dimension(name)
        assert by is not None
        rows = examined.counting().table(by).rows
        assert [row.key for row in rows] == [key for (key,) in examined.ledger.query(order)]


def test_published_totals(examined: Examined) -> None:
    states = [row[0] for row in examined.ledger.query("SELECT status FROM t")]
    for each in examined.counting().comparisons():
        applied = each.figure.endswith("_applied")
        unknown = each.figure.endswith(("_new", "_continuing")) and None in states
        if applied or unknown:
            assert each.counted is None
            continue
        ((expected,),) = examined.ledger.query(FIGURES[each.figure])
        assert each.counted == expected, each.figure


@pytest.mark.parametrize("period", [1, 2])
def test_personal_attributes_of_a_complete_roster(made_up: Path, period: int) -> None:
    counting, ledger = of_roster(read_roster(made_up), period), ledger_of_files(made_up, period)
    for by in PERSONAL:
        table, total = counting.table(by), ledger.total(by.id)
        assert (table.status, table.total, table.recorded) == (TableStatus.RECORDED, total, total)
        fine = {(key,): count for key, count in ledger.table(by.id).items()}
        for row in table.rows:
            assert row.count == _sum(fine, [_merged(counting, by, row.key)])
            assert str(row.share) == ledger.share(row.count, total)
        assert sum(row.count or 0 for row in table.rows) == total


def _cells(cross: CrossTable) -> dict[tuple[str, str], int]:
    return {
        (row.key, column): count
        for row in cross.rows
        for column, count in zip(cross.columns, row.counts, strict=True)
    }


def _merged(counting: Counting, by: Dimension, name: str) -> tuple[str, ...]:
    if not by.personal:
        return (name,)
    return merged_classes(name, by.classes(counting.roster, counting.programme))


def _sum(fine: Mapping[Any, int], merged: Sequence[tuple[str, ...]]) -> int:
    return sum(fine.get(keys, 0) for keys in itertools.product(*merged))
