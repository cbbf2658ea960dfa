"""From a tree to a record: what each field takes, and the faults where it does not."""

from __future__ import annotations

import datetime as dt
import json
from decimal import Decimal

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from banso_cli.model.fault import Fault, FaultKind
from banso_cli.model.municipality import Municipality
from banso_cli.model.period import Period
from banso_cli.model.programme import Programme
from banso_cli.model.record import Part, Record
from banso_cli.model.team import Team
from banso_cli.model.theme import ThemeList
from banso_cli.model.tree import Mapping, Scalar, Sequence
from banso_cli.reading.events import MOST_FAULTS, read_text
from banso_cli.reading.shape import RecordType, read_record

TEAM = """\
number: 1
municipality: "013455"
members:
  - {agency: 総務省, rank: 補佐級}
sources:
  - title: 一覧
"""


def read(
    text: str, declaration: type[RecordType], record: str = "x"
) -> tuple[RecordType | None, list[Fault]]:
    reading = read_text(text, f"roster/{record}.yaml", record)
    assert reading.faults == []
    assert reading.tree is not None
    return read_record(declaration, reading.tree, f"roster/{record}.yaml", record)


def team(text: str) -> tuple[Team | None, list[tuple[FaultKind, int, int, int, str]]]:
    """Return the team and each fault as kind, line, columns and text."""
    found, faults = read(text, Team, "teams/2/013455-mori")
    assert {fault.record for fault in faults} <= {"teams/2/013455-mori"}
    return found, [
        (fault.kind, fault.place.line, fault.place.column, fault.place.end_column, fault.found)
        for fault in faults
    ]


def themes(name: str) -> tuple[ThemeList | None, list[Fault]]:
    """Read a list of themes in which this is written where a text is due."""
    return read(f"themes:\n  - id: x\n    name: {name}\n    sources: []\n", ThemeList)


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
    assert team(TEAM.replace("number: 1", "number:")) == (
        None,
        [(FaultKind.EMPTY_VALUE, 1, 1, 7, "number")],
    )


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
    assert team(TEAM.replace("number: 1", f"number: {text}")) == (None, [fault])


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


def test_a_value_of_another_kind_is_told_where_it_begins() -> None:
    found, faults = read(
        TEAM.replace("number: 1", "number: [1]")
        + "themes: 観光\nprinted: 森町\nassumptions: {a: b}\nactivities: [顔合わせ]\n",
        Team,
    )
    assert found is None
    assert [
        (fault.kind, fault.place.line, fault.place.column, fault.found, fault.expected)
        for fault in faults
    ] == [
        (FaultKind.WRONG_SHAPE, 1, 9, "", ("text",)),
        (FaultKind.WRONG_SHAPE, 8, 10, "森町", ("mapping",)),
        (FaultKind.WRONG_SHAPE, 7, 9, "観光", ("list",)),
        (FaultKind.WRONG_SHAPE, 10, 14, "顔合わせ", ("mapping",)),
        (FaultKind.WRONG_SHAPE, 9, 14, "", ("list",)),
    ]


@pytest.mark.parametrize("text", ["森町\n", "[a, b]\n", "~\n", "---\n"])
def test_a_file_that_is_no_mapping_is_told_as_one_fault(text: str) -> None:
    found, faults = read(text, Team)
    assert found is None
    assert [(fault.kind, fault.expected) for fault in faults] == [
        (FaultKind.WRONG_SHAPE, ("mapping",))
    ]


def test_unknown_keys_are_told_with_the_keys_that_the_part_has() -> None:
    text = TEAM.replace("rank: 補佐級", "rank: 補佐級, sex: 女性, <<: {age: 1}") + "theme: [観光]\n"
    reading = read_text(text, "p", "teams/2/x")
    assert reading.tree is not None
    found, faults = read_record(Team, reading.tree, "p", "teams/2/x")
    assert found is not None
    assert [(f.kind, f.found, f.place.line, f.place.column) for f in faults] == [
        (FaultKind.UNKNOWN_KEY, "sex", 4, 30),
        (FaultKind.UNKNOWN_KEY, "<<", 4, 39),
        (FaultKind.UNKNOWN_KEY, "theme", 7, 1),
    ]
    assert faults[0].expected[:3] == ("agency", "rank", "printed")
    assert "themes" in faults[2].expected


def test_missing_keys_are_told_at_the_part_that_lacks_them() -> None:
    found, faults = team("number: 1\nmembers:\n  - agency: 総務省\nsources:\n  - {url: x}\n")
    assert found is None
    assert faults == [
        (FaultKind.MISSING_KEY, 1, 1, 1, "municipality"),
        (FaultKind.MISSING_KEY, 3, 5, 5, "rank"),
        (FaultKind.MISSING_KEY, 5, 5, 6, "title"),
    ]


def test_a_value_out_of_a_few_is_told_with_the_few() -> None:
    text = (
        TEAM.replace("補佐級}", "補佐級, role: 支援官}")
        + "status: no\nactivities: [{kind: x, date: 2026-04-01}]\n"
    )
    reading = read_text(text, "p", "teams/2/x")
    assert reading.tree is not None
    found, faults = read_record(Team, reading.tree, "p", "teams/2/x")
    assert found is None
    assert [(fault.kind, fault.found, fault.expected) for fault in faults] == [
        (FaultKind.UNKNOWN_CHOICE, "no", ("continuing", "new")),
        (FaultKind.UNKNOWN_CHOICE, "支援官", ("オフィサー",)),
        (FaultKind.UNKNOWN_CHOICE, "x", ("online", "visit", "talk", "round_table")),
    ]


def test_faulty_values_that_can_be_done_without_do_not_cost_the_record() -> None:
    found, faults = team(
        TEAM.replace("補佐級}", "補佐級, age: 若い, gender: [女性]}")
        + "themes: 観光\nstatus: 継続\nplace: 役場\n"
    )
    assert found is not None
    assert (found.themes, found.status, found.members[0].age) == ((), None, None)
    assert {kind for kind, *_rest in faults} == {
        FaultKind.NOT_A_NUMBER,
        FaultKind.WRONG_SHAPE,
        FaultKind.UNKNOWN_CHOICE,
        FaultKind.UNKNOWN_KEY,
    }


def test_a_faulty_entry_of_a_list_costs_the_record() -> None:
    found, faults = team(TEAM + "themes: [観光, [環境]]\n")
    assert found is None
    assert faults == [(FaultKind.WRONG_SHAPE, 7, 14, 15, "")]


def test_a_file_full_of_faults_of_shape_is_given_up() -> None:
    keys = "".join(f"key{number}: x\n" for number in range(MOST_FAULTS + 5))
    found, faults = team(TEAM + keys)
    assert found is not None
    kinds = [kind for kind, *_rest in faults]
    assert kinds == [FaultKind.UNKNOWN_KEY] * MOST_FAULTS + [FaultKind.TOO_MANY_FAULTS]


JSON = st.recursive(
    st.text(max_size=4) | st.sampled_from(["1", "2026-04-01", "new", "オフィサー", "online", ""]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(sorted(Part.declared)) | st.text(max_size=3), inner, max_size=5
        )
    ),
    max_leaves=30,
)


def written(value: object, *, quoted: bool) -> str:
    """Return the value as flow-style YAML, words without quotes where asked for."""
    if isinstance(value, dict):
        pairs = (
            f"{json.dumps(key)}: {written(each, quoted=quoted)}" for key, each in value.items()
        )
        return f"{{{', '.join(pairs)}}}"
    if isinstance(value, list):
        return f"[{', '.join(written(each, quoted=quoted) for each in value)}]"
    text = str(value)
    return text if not quoted and text.isalnum() else json.dumps(text)


@given(
    JSON,
    st.sampled_from([Team, Programme, Period, Municipality, ThemeList]),
    st.sampled_from(["quoted", "plain"]),
)
def test_any_tree_gives_a_record_or_faults(
    value: object, declaration: type[Record], style: str
) -> None:
    reading = read_text(written(value, quoted=style == "quoted"), "p", "teams/2/x")
    if reading.tree is None:
        return
    found, faults = read_record(declaration, reading.tree, "p", "teams/2/x")
    assert found is not None or faults
    assert all(fault.record == "teams/2/x" for fault in faults)
    if found is not None:
        assert hash(found) == hash(found)
        assert found.places.at("exceptions").path == "p"


@given(st.lists(st.sampled_from(["a", "~", "", "''"]), max_size=6))
def test_empty_entries_do_not_shift_the_places_of_the_others(items: list[str]) -> None:
    lines = "".join(f"  - {item}\n" for item in items)
    reading = read_text(f"{TEAM}assumptions:\n  - 一\n{lines}  - 終\n", "p", "teams/2/x")
    assert reading.tree is not None
    found, _faults = read_record(Team, reading.tree, "p", "teams/2/x")
    if found is not None:
        last = len(found.assumptions) - 1
        assert found.assumptions[last] == "終"
        assert found.places.at("assumptions", last).line == 9 + len(items)
        assert found.places.text("assumptions", last) == "終"
    assert isinstance(reading.tree, Mapping)
    assert isinstance(reading.tree.entries["assumptions"].value, Sequence)
    assert isinstance(reading.tree.entries["number"].value, Scalar)
