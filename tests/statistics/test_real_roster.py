"""The real roster's figures, recomputed from its YAML by other means than banso's."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from banso_cli.statistics.dimensions import (
    AGENCY,
    DIMENSIONS,
    MUNICIPALITY_TYPE,
    POPULATION,
    PREFECTURE,
    RANK,
    REGION,
    STATUS,
    TEAM_SIZE,
    THEME,
    Dimension,
)
from banso_cli.statistics.tables.table import TableStatus
from tests.commands.running import ROSTER
from tests.statistics.rosters import real_counting


def documents(folder: str) -> list[dict[str, Any]]:
    """Read all files of a folder."""
    files = sorted((ROSTER / folder).glob("*.yaml"))
    return [read(file) for file in files]


def read(file: Path) -> Any:  # noqa: ANN401 - any YAML
    """Read a file with PyYAML itself, every scalar as text."""
    return yaml.load(file.read_text("utf-8"), Loader=yaml.BaseLoader)  # noqa: S506 - makes text only


TEAMS = documents("teams/2")
MUNICIPALITIES = {each["code"]: each for each in documents("municipalities")}
PROGRAMME = read(ROSTER / "programme.yaml")


def keys_of(dimension: str, team: dict[str, Any]) -> Iterator[str]:
    """Yield the classes that a team counts in."""
    municipality = MUNICIPALITIES[team["municipality"]]
    if dimension in {"rank", "agency"}:
        yield from (member[dimension] for member in team["members"])
    elif dimension == "prefecture":
        yield municipality["prefecture"]
    elif dimension == "region":
        regions = PROGRAMME["regions"]
        yield next(r["name"] for r in regions if municipality["prefecture"] in r["prefectures"])
    elif dimension == "population":
        register = next(
            int(figure["value"])
            for figure in municipality["population"]
            if (figure["measure"], figure["date"]) == ("住民基本台帳", "2025-01-01")
        )
        bounds = [5_000, 10_000, 30_000, 50_000, 100_000]
        names = [band["name"] for band in PROGRAMME["population_bands"]]
        yield names[sum(register >= bound for bound in bounds)]
    elif dimension == "theme":
        yield from team.get("themes", ())
    elif dimension == "status" and "status" in team:
        yield {"new": "新規", "continuing": "継続"}[team["status"]]


@pytest.mark.parametrize(
    "dimension", [RANK, AGENCY, REGION, POPULATION, PREFECTURE, THEME, STATUS], ids=lambda d: d.id
)
def test_counts_are_those_of_the_files(dimension: Dimension) -> None:
    expected = Counter(key for team in TEAMS for key in keys_of(dimension.id, team))
    table = real_counting().table(dimension)
    counts = {row.key: row.count for row in table.rows if row.count and row.key != "未収録"}
    assert counts == expected


def test_the_published_figures() -> None:
    rank = real_counting().table(RANK)
    assert [(row.key, row.count) for row in rank.rows] == [
        ("指定職", 7),
        ("課長級", 41),
        ("企画官・室長級", 36),
        ("補佐級", 130),
        ("係長級", 65),
    ]
    assert rank.total == 279
    assert [str(row.share) for row in rank.rows] == ["2.5", "14.7", "12.9", "46.6", "23.3"]
    for dimension in (REGION, POPULATION, PREFECTURE):
        table = real_counting().table(dimension)
        assert table.total == sum(row.count or 0 for row in table.rows) == 97
    prefectures = real_counting().table(PREFECTURE).rows
    assert len(prefectures) == 47
    assert sum(bool(row.count) for row in prefectures) == 38


def test_the_comparison_with_the_published_figures() -> None:
    found = {each.figure: each for each in real_counting().comparisons()}
    known = ("officers", "teams", "municipalities", "prefectures", "agencies", "support_officers")
    assert [(found[name].published, found[name].counted) for name in known] == [
        (278, 279),
        (97, 97),
        (97, 97),
        (38, 38),
        (24, 24),
        (8, 8),
    ]
    assert found["officers"].difference == 1
    assert "279" in found["officers"].note
    unknown = set(found) - set(known)
    assert all(found[name].counted is None for name in unknown)
    assert all(found[name].difference is None for name in unknown)


def test_agencies_kinds_of_municipality_and_sizes_of_teams() -> None:
    agencies = real_counting().table(AGENCY).rows
    assert [(row.key, row.count) for row in agencies[:4]] == [
        ("国土交通省", 40),
        ("総務省", 27),
        ("内閣官房", 24),
        ("経済産業省", 22),
    ]
    assert len(agencies) == 32
    kinds = Counter(MUNICIPALITIES[team["municipality"]]["name"][-1] for team in TEAMS)
    table = real_counting().table(MUNICIPALITY_TYPE)
    assert {row.key: row.count for row in table.rows} == kinds
    assert set(kinds) == {"市", "町", "村"}
    sizes = real_counting().table(TEAM_SIZE).rows
    assert [(row.key, row.count) for row in sizes] == [("2名", 12), ("3名", 85)]


def test_what_the_sources_lost_is_not_recorded() -> None:
    tables = {each.id: real_counting().table(each) for each in DIMENSIONS}
    lost = {name for name, table in tables.items() if table.status is TableStatus.NOT_RECORDED}
    assert lost == {"gender", "track", "age", "activity"}
    assert all(tables[name].rows == () and tables[name].total is None for name in lost)
    assert [(row.key, row.count, row.published) for row in tables["status"].rows] == [
        ("新規", 8, 50),
        ("継続", 19, 47),
        ("未収録", 70, None),
    ]


def test_a_period_of_which_a_part_is_recorded_has_no_counts() -> None:
    first = real_counting(1)
    tables = [first.table(each) for each in DIMENSIONS]
    assert {table.id for table in tables if table.status is TableStatus.PUBLISHED} == {"status"}
    others = {table.status for table in tables if table.id != "status"}
    assert others == {TableStatus.NOT_RECORDED}
    assert all(row.count is None for table in tables for row in table.rows)
    assert {each.figure: each.published for each in first.comparisons()}["officers"] == 180
    assert all(each.counted is None for each in first.comparisons())


RECORDED = [RANK, AGENCY, REGION, POPULATION, PREFECTURE, STATUS]


@pytest.mark.parametrize(
    ("first", "second"), list(itertools.permutations(RECORDED, 2)), ids=lambda each: each.id
)
def test_crosses_are_those_of_the_files(first: Dimension, second: Dimension) -> None:
    members = "members" in {first.counts, second.counts}
    cells: Counter[tuple[str, str]] = Counter()
    for team in TEAMS:
        for at in range(len(team["members"]) if members else 1):
            pair = tuple(_key_at(each, team, at) for each in (first, second))
            cells[pair[0], pair[1]] += 1
    cross = real_counting().cross(first, second)
    counted = {
        (row.key, column): count
        for row in cross.rows
        for column, count in zip(cross.columns, row.counts, strict=True)
        if count
    }
    assert counted == cells
    assert cross.total == (279 if members else 97)
    assert cross.unit == ("名" if members else "市町村")


def _key_at(dimension: Dimension, team: dict[str, Any], at: int) -> str:
    keys = list(keys_of(dimension.id, team)) or ["未収録"]
    return keys[at] if dimension.counts == "members" else keys[0]
