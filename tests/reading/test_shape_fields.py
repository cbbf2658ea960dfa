"""What each kind of field takes, and the faults where it does not."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from banso_cli.reading.shape import read_record
from banso_cli.records.municipality import Municipality
from banso_cli.records.theme import ThemeList
from banso_cli.yaml.events import read_text
from banso_cli.yaml.fault import FaultKind
from tests.reading.shapes import TEAM, read, team, themes


def test_a_sound_file_gives_a_record_without_faults() -> None:
    found, faults = team(TEAM)
    assert faults == []
    assert found is not None
    assert (found.number, found.municipality, found.status) == (1, "013455", None)
    assert (found.period, found.stem) == (2, "013455-mori")
    assert found.members[0].agency == "総務省"


AMBIGUOUS = [
    *(
        "012025",
        "0",
        "+1",
        "-5",
        "1_000",
        "0x1F",
        "0o17",
        "0b1",
        "1.5",
        ".5",
        "1.",
        "1e3",
        "1.5e-3",
    ),
    *("12:30", "1:2:3.5", ".inf", "-.INF", ".NaN"),
    *("y", "N", "yes", "No", "on", "OFF", "true", "FALSE", "=", "<<"),
    *("2026-04-01", "2026-4-1", "2026-04-01 12:30:00"),
]


@pytest.mark.parametrize("text", AMBIGUOUS)
def test_text_that_reads_as_something_else_is_told_unless_quoted(text: str) -> None:
    found, faults = themes(text)
    assert found is not None
    assert found.themes[0].name == text
    assert type(found.themes[0].name) is str
    place = faults[0].place
    assert [(fault.kind, fault.found) for fault in faults] == [(FaultKind.UNQUOTED_TEXT, text)]
    assert (place.line, place.column, place.end_column) == (3, 11, 11 + len(text))
    for mark in "'\"":
        assert themes(f"{mark}{text}{mark}")[1] == []


@pytest.mark.parametrize(
    "text", ["森町", "1番", "v1", "2026年", "12:", "1-2", "yesterday", "-", "０"]
)
def test_other_text_needs_no_quotes(text: str) -> None:
    written = f'"{text}"' if text in {"12:", "-"} else text
    found, faults = themes(written)
    assert faults == []
    assert found is not None
    assert found.themes[0].name == text


@given(st.text("0123456789_.:+-eExXobTZNn yYsof~ulrta", min_size=1, max_size=12))
@example("0o7")
@example("190:20:30")
@example("685.230_15e+03")
@example("2001-12-14t21:59:43.10-05:00")
def test_whatever_another_reader_takes_for_no_text_is_told(text: str) -> None:
    try:
        tag = yaml.compose(text, Loader=yaml.SafeLoader)
    except yaml.YAMLError:
        return
    if not isinstance(tag, yaml.ScalarNode) or tag.value != text:
        return
    reading = read_text(f"themes: [{{id: {text}, name: x, sources: []}}]", "p", "r")
    if reading.tree is None:
        return
    _found, faults = read_record(ThemeList, reading.tree, "p", "r")
    if tag.tag != "tag:yaml.org,2002:str":
        assert [fault.kind for fault in faults[:1]] in (
            [FaultKind.UNQUOTED_TEXT],
            [FaultKind.EMPTY_VALUE],
        )


@pytest.mark.parametrize("nothing", ["", "~", "null", "Null", "NULL"])
def test_an_empty_value_is_told_by_its_key_and_left_out(nothing: str) -> None:
    lines = (f"status: {nothing}", f"printed: {{municipality: {nothing}}}", "assumptions:")
    found, faults = team(TEAM + "\n".join(lines) + f"\n  - {nothing}\n")
    assert found is not None
    assert (found.status, found.assumptions) == (None, ())
    assert found.printed is not None
    assert found.printed.municipality is None
    assert [(kind, line, column, text) for kind, line, column, _end, text in faults] == [
        (FaultKind.EMPTY_VALUE, 7, 1, "status"),
        (FaultKind.EMPTY_VALUE, 8, 11, "municipality"),
        (FaultKind.EMPTY_VALUE, 10, 5 if nothing else 4, ""),
    ]


@pytest.mark.parametrize("nothing", ["''", '""'])
def test_an_empty_text_in_quotes_is_told_where_it_stands(nothing: str) -> None:
    found, faults = team(f"{TEAM}printed: {{municipality: {nothing}}}\n")
    assert found is not None
    assert faults == [(FaultKind.EMPTY_VALUE, 7, 25, 27, "municipality")]
    found, faults = team(f"{TEAM}assumptions: [推定, {nothing}]\n")
    assert found is None
    assert faults == [(FaultKind.EMPTY_VALUE, 7, 19, 21, "")]


def test_an_empty_required_value_is_told_once() -> None:
    text = TEAM.replace('municipality: "013455"', "municipality:")
    assert team(text) == (None, [(FaultKind.EMPTY_VALUE, 2, 1, 13, "municipality")])


@pytest.mark.parametrize("text", ["0", "1", "12345", "'7'", '"8"'])
def test_a_number_needs_no_quotes_and_may_have_them(text: str) -> None:
    found, faults = team(TEAM.replace("number: 1", f"number: {text}"))
    assert faults == []
    assert found is not None
    assert found.number == int(text.strip("'\""))


@pytest.mark.parametrize(
    "text",
    ["-1", "+1", "01", "1.0", "1_000", "1,000", "0x1F", "１", "一", "1番", "1e3", "9" * 16, "yes"],
)
def test_what_is_no_number_is_told_as_it_is_written(text: str) -> None:
    end = 9 + len(text)
    fault = (FaultKind.NOT_A_NUMBER, 1, 9, end, text)
    found, faults = team(TEAM.replace("number: 1", f"number: {text}"))
    assert faults == [fault]
    assert found is not None
    assert found.number is None


@pytest.mark.parametrize("text", ["2026-04-01", "'2026-02-28'", '"2028-02-29"'])
def test_a_date_needs_no_quotes_and_may_have_them(text: str) -> None:
    found, faults = team(TEAM + f"activities: [{{kind: visit, date: {text}}}]\n")
    assert faults == []
    assert found is not None
    assert found.activities[0].date == dt.date.fromisoformat(text.strip("'\""))


@pytest.mark.parametrize(
    "text",
    [
        "2026-02-29",
        "2026-4-1",
        "2026/04/01",
        "20260401",
        "2026-W14-3",
        "令和8年4月1日",
        "0000-01-01",
        "1",
    ],
)
def test_what_is_no_date_is_told_as_it_is_written(text: str) -> None:
    found, faults = team(TEAM + f"activities: [{{kind: visit, date: {text}}}]\n")
    assert found is None
    assert faults == [(FaultKind.NOT_A_DATE, 7, 34, 34 + len(text), text)]


def test_degrees_are_read_exactly_and_told_where_they_are_none() -> None:
    text = (
        'code: "013455"\nname: 森町\nkana: もりまち\nromaji: Mori-machi\nprefecture: 北海道\n'
        "population: []\nsources: []\noffice: {latitude: %s, longitude: -0.1, source: 地図}\n"
    )
    found, faults = read(text % "42.104990", Municipality)
    assert faults == []
    assert found is not None
    assert found.office is not None
    assert str(found.office.latitude) == "42.104990"
    assert found.office.longitude == Decimal("-0.1")
    found, faults = read(text % "北緯42度", Municipality)
    assert found is None
    assert [(fault.kind, fault.found) for fault in faults] == [(FaultKind.NOT_A_NUMBER, "北緯42度")]
