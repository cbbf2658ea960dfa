"""JSON: of the tables, and of the whole summary with its published schema."""

from __future__ import annotations

import datetime as dt
import json
from copy import deepcopy
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator, FormatChecker

from banso_cli.reports.data import json_report
from banso_cli.reports.data.json import as_json
from banso_cli.reports.data.json_report import report_json, report_schema, schema_of
from banso_cli.reports.data.json_values import json_text
from banso_cli.reports.summary import summary_of
from banso_cli.statistics.dimensions import DIMENSIONS, GENDER, RANK, REGION
from banso_cli.statistics.tables.results import results_of
from tests.reports.summaries import SUMMARIES, complete_counting, complete_summary, real_summary
from tests.statistics.rosters import counting, member, real_counting, team

PUBLISHED = Path(json_report.__file__).with_name("report.schema.json")
TABLE = {
    *("id", "title", "subject", "unit", "status", "total", "recorded", "published_total"),
    *("applied_total", "rows", "notes", "adds_up", "has_applied", "is_partial"),
    "applications_total",
}
ROW = {"key", "count", "share", "published", "published_share", "applied", "applications"}


@pytest.fixture(scope="module")
def validator() -> Draft202012Validator:
    schema = json.loads(report_schema())
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema, format_checker=FormatChecker())


def test_the_published_schema_is_up_to_date() -> None:
    assert PUBLISHED.read_text(encoding="utf-8") == report_schema(), "run `make schemas`"


@pytest.mark.parametrize("name", SUMMARIES)
def test_every_report_meets_the_schema(name: str, validator: Draft202012Validator) -> None:
    text = report_json(SUMMARIES[name]())
    validator.validate(json.loads(text))
    assert text == report_json(SUMMARIES[name]())


@pytest.mark.parametrize("part", [(), ("programme",), ("teams", 0), ("teams", 0, "seats", 0)])
def test_the_schema_allows_no_other_key_and_lacks_none(
    part: tuple[str | int, ...], validator: Draft202012Validator
) -> None:
    sound = json.loads(report_json(complete_summary()))
    more = deepcopy(sound)
    _at(more, part)["gender"] = "女性"
    assert [error.validator for error in validator.iter_errors(more)] == ["additionalProperties"]
    less = deepcopy(sound)
    _at(less, part).popitem()
    assert [error.validator for error in validator.iter_errors(less)] == ["required"]


def _at(whole: dict[str, object], part: tuple[str | int, ...]) -> dict[str, object]:
    found: object = whole
    for step in part:
        found = found[step]  # type: ignore[index] # the steps are those of the document
    assert isinstance(found, dict)
    return found


def test_the_report_has_all_tables_and_teams() -> None:
    whole = json.loads(report_json(real_summary()))
    assert whole["schema_version"] == 1
    assert (whole["incomplete"], whole["programme"]["is_fictional"]) == (False, False)
    assert [table["id"] for table in whole["tables"]] == [each.id for each in DIMENSIONS]
    assert len(whole["teams"]) == 97
    assert whole["teams"][0]["code"] == "013455"
    assert sum(len(each["seats"]) for each in whole["teams"]) == 279
    officers = whole["comparisons"][0]
    assert (officers["published"], officers["counted"], officers["difference"]) == (278, 279, 1)
    assert whole["period"]["start"] == "2026-04-01"
    assert whole["sources"]


def test_a_faulty_or_made_up_report_says_so() -> None:
    assert json.loads(report_json(SUMMARIES["faulty"]()))["incomplete"] is True
    whole = json.loads(report_json(complete_summary()))
    assert whole["programme"]["is_fictional"] is True
    assert "架空データ" in whole["title"]


def test_seats_have_no_personal_attribute() -> None:
    seats = [
        seat for t in json.loads(report_json(complete_summary()))["teams"] for seat in t["seats"]
    ]
    assert {frozenset(seat) for seat in seats} == {
        frozenset({"agency", "rank", "is_support_officer"})
    }


def test_tables_are_as_documented() -> None:
    crosses = ((RANK, REGION), (RANK, GENDER))
    whole = json.loads(as_json(results_of(real_counting(), 0, crosses=crosses)))
    assert list(whole) == ["schema_version", "period", "tables"]
    ids = [table["id"] for table in whole["tables"]]
    assert ids == [*(each.id for each in DIMENSIONS), "rank,region", "rank,gender", "totals"]
    for table in whole["tables"]:
        assert set(table) == TABLE
        assert all(set(row) >= ROW for row in table["rows"])
    totals = {row["key"]: row for row in whole["tables"][-1]["rows"]}
    assert (totals["officers"]["count"], totals["officers"]["published"]) == (279, 278)
    assert totals["officers"]["difference"] == 1
    assert totals["officers_applied"]["count"] is None
    cells = whole["tables"][-3]
    assert sum(row["count"] for row in cells["rows"]) == cells["total"] == 279


def test_tables_of_a_faulty_or_made_up_roster_say_so() -> None:
    assert json.loads(as_json(results_of(real_counting(), 3)))["incomplete"] is True
    whole = json.loads(as_json(results_of(complete_counting(), 0)))
    assert whole["fictional"] is True
    assert "incomplete" not in whole


def test_a_withheld_cross_has_no_rows() -> None:
    few = counting([team(1, "013455", [member(gender="女性"), member(gender="男性")])])
    found = as_json(results_of(few, 0, (), ((RANK, GENDER),), totals=False))
    (table,) = json.loads(found)["tables"]
    assert (table["status"], table["rows"], table["total"]) == ("withheld", [], None)


@given(st.decimals(0, 100, places=1))
def test_shares_are_written_digit_by_digit(share: Decimal) -> None:
    assert json_text([share]) == f"[\n  {share:f}\n]\n"
    assert json.loads(json_text([share]), parse_float=Decimal) == [share]


@pytest.mark.parametrize("name", SUMMARIES)
def test_every_share_has_one_decimal_place(name: str) -> None:
    rows = (row for table in SUMMARIES[name]().tables for row in table.rows)
    shares = [share for row in rows for share in (row.share, row.published_share) if share]
    assert {share.as_tuple().exponent for share in shares} <= {-1}


def test_what_no_record_holds_is_refused() -> None:
    with pytest.raises(TypeError):
        json_text({1, 2})
    with pytest.raises(TypeError):
        json_text(dt.time(1))


def test_a_type_without_a_shape_is_refused() -> None:
    with pytest.raises(TypeError):
        schema_of({"field": set[int]}, "")


def test_what_is_unknown_is_null_and_differs_from_none() -> None:
    none = team(2, "014079", [member()], themes=[])
    made = summary_of(counting([team(1, "013455", [member()]), none]), 0)
    first, second = json.loads(report_json(made))["teams"]
    assert (first["themes"], second["themes"]) == (None, [])
    assert (first["label"], first["printed"]) == (None, None)
    Draft202012Validator(json.loads(report_schema())).validate(json.loads(report_json(made)))
