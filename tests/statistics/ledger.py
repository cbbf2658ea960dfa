"""A second opinion: a period of a roster in SQLite, counted by SQL, with nothing of banso in it."""

from __future__ import annotations

import csv
import io
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any
from weakref import finalize

import yaml

TABLES = """
CREATE TABLE team (number INTEGER, code TEXT, prefecture TEXT, name TEXT, people INTEGER,
  state TEXT);
CREATE TABLE member (team INTEGER, agency TEXT, rank TEXT, role TEXT, gender TEXT, track TEXT,
  years INTEGER);
CREATE TABLE activity (team INTEGER, kind TEXT);
CREATE TABLE team_theme (team INTEGER, theme TEXT);
CREATE TABLE region (name TEXT, prefecture TEXT);
CREATE TABLE band (of_what TEXT, name TEXT, least INTEGER, below INTEGER);
CREATE TABLE agency (name TEXT, kind TEXT, parent TEXT);
CREATE TABLE word (printed TEXT, stored TEXT);
INSERT INTO word VALUES ('新規', 'new'), ('継続', 'continuing'), ('オンライン会議', 'online'),
  ('現地訪問', 'visit'), ('首長との意見交換', 'talk'), ('座談会', 'round_table');
CREATE VIEW t AS SELECT number, code, prefecture,
  (SELECT name FROM region WHERE region.prefecture = team.prefecture) AS region,
  (SELECT name FROM band WHERE of_what = 'people' AND people >= least
    AND (below IS NULL OR people < below)) AS population,
  (SELECT printed FROM word WHERE stored = state) AS status,
  substr(name, -1) AS municipality_type,
  (SELECT count(*) FROM member WHERE member.team = number) || '名' AS team_size FROM team;
CREATE VIEW m AS SELECT team, agency, rank, role, gender, track,
  (SELECT name FROM band WHERE of_what = 'years' AND years >= least
    AND (below IS NULL OR years < below)) AS age FROM member;
CREATE VIEW a AS SELECT team, (SELECT printed FROM word WHERE stored = kind) AS activity
  FROM activity;
"""
VIEWS = {
    **dict.fromkeys(("gender", "track", "rank", "age", "agency"), "m"),
    **dict.fromkeys(("region", "population", "prefecture", "status"), "t"),
    **dict.fromkeys(("municipality_type", "team_size"), "t"),
    "theme": "team_theme",
    "activity": "a",
}
"""Which view has the class of each dimension, in a column of the dimension's name."""

Conditions = Sequence[tuple[str, str]]
Rows = Iterable[Mapping[str, Any]]


class Ledger:
    """One period, counted by SQL; None stands for what is not recorded."""

    def __init__(self, programme: Mapping[str, Any], agencies: Rows) -> None:
        self.database = sqlite3.connect(":memory:")
        finalize(self, self.database.close)
        self.database.row_factory = sqlite3.Row
        self.database.executescript(TABLES)
        self.fill("agency", agencies, "name", "kind", "parent")
        for each in programme["regions"]:
            self.fill("region", ({"name": each["name"], "p": p} for p in each["prefectures"]))
        for what, bands in (("people", "population_bands"), ("years", "age_bands")):
            for band in programme[bands]:
                values = (what, band["name"], band.get("least", 0), band.get("below"))
                self.database.execute("INSERT INTO band VALUES (?, ?, ?, ?)", values)

    def fill(self, table: str, rows: Rows, *columns: str) -> None:
        """Insert these columns of some rows, or all of their values."""
        for row in rows:
            values = [row.get(c) for c in columns] if columns else list(row.values())
            marks = ", ".join("?" * len(values))
            self.database.execute(f"INSERT INTO {table} VALUES ({marks})", values)  # noqa: S608 - no input

    def query(self, text: str, values: Sequence[str] = ()) -> list[tuple[Any, ...]]:
        """Return the rows of a query."""
        return [tuple(row) for row in self.database.execute(text, values)]

    def cells(
        self, dimensions: Sequence[str], where: Conditions = ()
    ) -> dict[tuple[Any, ...], int]:
        """Count by several dimensions at once; a team is counted in each of its themes."""
        views = {VIEWS[each] for each in dimensions}
        source = "t"
        for view in ("m", "a"):
            source += f" JOIN {view} ON {view}.team = t.number" if view in views else ""
        if "theme" in dimensions:
            source += " LEFT JOIN team_theme ON team_theme.team = t.number"
        condition, values = _condition(views, where)
        columns = ", ".join(f"{VIEWS[each]}.{each}" for each in dimensions)
        text = f"SELECT {columns}, count(*) FROM {source} WHERE {condition} GROUP BY {columns}"  # noqa: S608 - no input
        return {row[:-1]: row[-1] for row in self.query(text, values)}

    def table(self, dimension: str, where: Conditions = ()) -> dict[str | None, int]:
        """Count by one dimension."""
        return {key: count for (key,), count in self.cells([dimension], where).items()}

    def total(self, dimension: str, where: Conditions = ()) -> int:
        """Count the members, teams or activities, whichever the dimension parts."""
        view = VIEWS[dimension]
        source = "t" if view in {"t", "team_theme"} else f"t JOIN {view} ON {view}.team = t.number"
        condition, values = _condition({view}, where)
        (found,) = self.query(f"SELECT count(*) FROM {source} WHERE {condition}", values)  # noqa: S608 - no input
        return int(found[0])

    def teams_without_activities(self, where: Conditions = ()) -> int:
        """Count the teams of which no activity is recorded."""
        condition, values = _condition({"t"}, where)
        text = f"SELECT count(*) FROM t WHERE {condition} AND number NOT IN (SELECT team FROM a)"  # noqa: S608 - no input
        ((found,),) = self.query(text, values)
        return int(found)

    def share(self, part: int, whole: int) -> str:
        """Return the percentage rounded half up to tenths, by whole numbers."""
        text = "SELECT (2000 * ? + ?) / (2 * ?)"
        ((tenths,),) = self.database.execute(text, (part, whole, whole))
        return f"{tenths // 10}.{tenths % 10}"


def _condition(views: set[str], where: Conditions) -> tuple[str, list[str]]:
    """Return what must hold: one member, or one activity, meets all conditions on members."""
    parts, values = ["1"], []
    for view in ("t", "m", "a", "team_theme"):
        found = [each for each in where if VIEWS[each[0]] == view]
        if view == "team_theme":
            for _name, value in found:
                parts.append("t.number IN (SELECT team FROM team_theme WHERE theme = ?)")
                values.append(value)
            continue
        text = " AND ".join(f"{view}.{name} = ?" for name, _value in found)
        if found and (view == "t" or view in views):
            parts.append(text)
        elif found:
            parts.append(f"t.number IN (SELECT team FROM {view} WHERE {text})")  # noqa: S608 - no input
        values += [value for _name, value in found]
    return " AND ".join(parts), values


def _read(file: Path) -> Any:  # noqa: ANN401 - any YAML
    return yaml.load(file.read_text("utf-8"), Loader=yaml.CSafeLoader)


def _empty(folder: Path) -> Ledger:
    return Ledger(_read(folder / "programme.yaml"), _read(folder / "agencies.yaml")["agencies"])


def ledger_of_files(folder: Path, period: int) -> Ledger:
    """Return a period as the YAML files of a roster have it."""
    found = _empty(folder)
    measures = _read(folder / "programme.yaml")["measures_in_force"]
    force = next((each for each in measures if each["period"] == period), None)
    files = (_read(file) for file in sorted((folder / "municipalities").glob("*.yaml")))
    places = {each["code"]: each for each in files}
    for file in sorted((folder / "teams" / str(period)).glob("*.yaml")):
        team = _read(file)
        place, number = places[team["municipality"]], team["number"]
        people = next((f["value"] for f in place["population"] if force and _same(f, force)), None)
        row = {**place, "number": number, "people": people, "status": team.get("status")}
        found.fill("team", [row], "number", "code", "prefecture", "name", "people", "status")
        columns = ("team", "agency", "rank", "role", "gender", "track", "age")
        found.fill("member", ({"team": number, **each} for each in team["members"]), *columns)
        activities = ({"team": number, **each} for each in team.get("activities", ()))
        found.fill("activity", activities, "team", "kind")
        found.fill("team_theme", ({"t": number, "theme": each} for each in team.get("themes", ())))
    return found


def _same(figure: Mapping[str, Any], force: Mapping[str, Any]) -> bool:
    return all(figure[key] == force[key] for key in ("measure", "date"))


def ledger_of_csv(folder: Path, files: Mapping[str, bytes]) -> Ledger:
    """Return a period as exported files have it; definitions are those of the roster's files."""
    found = _empty(folder)
    names = ("number", "municipality_code", "prefecture", "municipality", "population", "status")
    for row in _csv(files["teams.csv"]):
        stored = {"新規": "new", "継続": "continuing"}.get(row["status"] or "")
        team = {**row, "status": stored}
        found.fill("team", [team], *names)
    found.fill("member", _csv(files["members.csv"]), "number", "agency", "rank", "role", "", "", "")
    found.fill("team_theme", _csv(files["team_themes.csv"]), "number", "theme")
    return found


def _csv(data: bytes) -> list[dict[str, str | None]]:
    rows = csv.DictReader(io.StringIO(data.decode("utf-8")))
    return [{key: value or None for key, value in row.items()} for row in rows]
