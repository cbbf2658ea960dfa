"""From a tree to a record: parts, lists and keys, and what a fault costs."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from banso_cli.reading.shape import read_record
from banso_cli.records.fields.record import Record
from banso_cli.records.kinds import every_key
from banso_cli.records.municipality import Municipality
from banso_cli.records.periods.period import Period
from banso_cli.records.periods.programme import Programme
from banso_cli.records.teams.team import Team
from banso_cli.records.theme import ThemeList
from banso_cli.yaml.events import MOST_FAULTS, read_text
from banso_cli.yaml.fault import FaultKind
from banso_cli.yaml.tree import Mapping, Scalar, Sequence
from tests.reading.shapes import TEAM, read, team


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
        (FaultKind.WRONG_SHAPE, 1, 9, "1", ("text",)),
        (FaultKind.WRONG_SHAPE, 8, 10, "森町", ("mapping",)),
        (FaultKind.WRONG_SHAPE, 7, 9, "観光", ("list",)),
        (FaultKind.WRONG_SHAPE, 10, 14, "顔合わせ", ("mapping", "kind", "date")),
        (FaultKind.WRONG_SHAPE, 9, 14, "", ("list",)),
    ]


@pytest.mark.parametrize("text", ["森町\n", "[a, b]\n", "~\n", "---\n"])
def test_a_file_that_is_no_mapping_is_told_as_one_fault(text: str) -> None:
    found, faults = read(text, Team)
    assert found is None
    assert [(fault.kind, fault.expected) for fault in faults] == [
        (FaultKind.WRONG_SHAPE, ("mapping",))
    ]


def test_unknown_keys_are_told_with_the_keys_that_the_part_has_not_yet() -> None:
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
    assert faults[0].expected == (
        *("printed", "role", "gender", "track", "age", "since", "officer"),
    )
    assert faults[0].meanings[:2] == ("原文の表記", "役割")
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
    assert faults == [(FaultKind.WRONG_SHAPE, 7, 14, 15, "環境")]


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
            st.sampled_from(sorted(every_key())) | st.text(max_size=3), inner, max_size=5
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
