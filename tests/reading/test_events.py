"""From text to a tree: spelling, places, and the faults of syntax."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from banso_cli.yaml.events import (
    DEEPEST,
    Reading,
)
from banso_cli.yaml.fault import FaultKind
from banso_cli.yaml.tree import Entry, Mapping, Node, Scalar, Sequence, Span
from tests.reading.texts import faults, read


def scalars(node: Node | None) -> Iterator[Scalar]:
    """Yield keys and values in the order of the file."""
    if isinstance(node, Scalar):
        yield node
    elif isinstance(node, Sequence):
        for item in node.items:
            yield from scalars(item)
    elif isinstance(node, Mapping):
        for entry in node.entries.values():
            yield entry.key
            yield from scalars(entry.value)


def test_text_stays_as_it_is_written() -> None:
    text = "a: 012025\nb: '2026-04-01'\nc: \"no\"\nd: 1.50\ne: ~\n"
    found = [(each.text, each.plain) for each in scalars(read(text).tree)]
    assert found[1::2] == [
        ("012025", True),
        ("2026-04-01", False),
        ("no", False),
        ("1.50", True),
        ("~", True),
    ]


def test_every_value_has_its_place_counted_in_letters_from_1() -> None:
    tree = read("𠮷: [葛󠄀城, 'x']\nb:\n  - {c: 1}\n").tree
    assert tree == Mapping(
        Span(1, 1, 1, 1),
        {
            "𠮷": Entry(
                Scalar("𠮷", Span(1, 1, 1, 2), plain=True),
                Sequence(
                    Span(1, 4, 1, 5),
                    [
                        Scalar("葛󠄀城", Span(1, 5, 1, 8), plain=True),
                        Scalar("x", Span(1, 10, 1, 13)),
                    ],
                ),
            ),
            "b": Entry(
                Scalar("b", Span(2, 1, 2, 2), plain=True),
                Sequence(
                    Span(3, 3, 3, 3),
                    [
                        Mapping(
                            Span(3, 5, 3, 6),
                            {
                                "c": Entry(
                                    Scalar("c", Span(3, 6, 3, 7), plain=True),
                                    Scalar("1", Span(3, 9, 3, 10), plain=True),
                                )
                            },
                        )
                    ],
                ),
            ),
        },
    )


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_line_ends_and_byte_order_mark_change_neither_texts_nor_places(end: str, mark: str) -> None:
    lines = ["# 注", "a: 森町", "b:", "  - 'x'", "c: |", "  一行", "  二行", ""]
    found, plain = read(mark + end.join(lines)), read("\n".join(lines))
    assert found.faults == []
    assert list(scalars(found.tree)) == list(scalars(plain.tree))


@pytest.mark.parametrize("text", ["", "\n", "# 注だけ\n", "\ufeff", "\r\n"])
def test_a_text_without_a_value_has_neither_tree_nor_faults(text: str) -> None:
    assert read(text) == Reading("roster/themes.yaml", "themes")


def test_one_document_may_begin_with_dashes_and_end_with_dots() -> None:
    reading = read("%YAML 1.1\n---\na: b\n...\n")
    assert reading.faults == []
    assert [each.text for each in scalars(reading.tree)] == ["a", "b"]


def test_a_second_document_is_a_fault_where_it_begins() -> None:
    assert faults("a: b\n---\nc: [\n") == [(FaultKind.SEVERAL_DOCUMENTS, (2, 1, 2, 4), "")]


def test_a_key_written_twice_keeps_its_first_value() -> None:
    reading = read("a: 1\nb: {c: 2, c: [3, {d: 4}], d: 5}\na: 6\n")
    assert [each.text for each in scalars(reading.tree)] == ["a", "1", "b", "c", "2", "d", "5"]
    first = [
        (each.place.line, each.place.column, each.related and each.related.column)
        for each in reading.faults
    ]
    assert [each.kind for each in reading.faults] == [FaultKind.DUPLICATE_KEY] * 2
    assert first == [(2, 11, 5), (3, 1, 1)]


@pytest.mark.parametrize(
    ("text", "how"),
    [
        ("a: 1\na: 1\n", "same"),
        ("a: 1\na: 2\n", "differ"),
        ("a: [1]\na: [1]\n", "parts"),
        ("a: 1\na: {b: 1}\n", "parts"),
    ],
)
def test_a_key_written_twice_tells_what_its_values_are(text: str, how: str) -> None:
    (fault,) = read(text).faults
    assert (fault.kind, fault.expected) == (FaultKind.DUPLICATE_KEY, (how,))


def test_a_key_is_written_twice_where_its_second_value_breaks_off_too() -> None:
    kinds = [kind for kind, _span, _found in faults("a: [1]\nb: 2\na: [3\n")]
    assert kinds == [FaultKind.DUPLICATE_KEY, FaultKind.BROKEN_YAML]


def test_a_list_as_a_key_does_not_disturb_what_follows() -> None:
    tree = read("? [a, {b: c}]\n: d\ne: f\n").tree
    assert [each.text for each in scalars(tree)] == ["?", "d", "e", "f"]


def test_anchors_aliases_and_tags_are_faults_as_they_are_written() -> None:
    assert faults("a: &x 1\nb: *x\n*x : &y [c]\n") == [
        (FaultKind.YAML_ANCHOR, (1, 4, 1, 8), "&x"),
        (FaultKind.YAML_ANCHOR, (2, 4, 2, 6), "*x"),
        (FaultKind.YAML_ANCHOR, (3, 1, 3, 3), "*x"),
        (FaultKind.YAML_ANCHOR, (3, 6, 3, 10), "&y"),
    ]
    assert faults("a: !!int 1\nb: !x {c: d}\ne: ! f\n") == [
        (FaultKind.YAML_TAG, (1, 4, 1, 11), "!!int"),
        (FaultKind.YAML_TAG, (2, 4, 2, 8), "!x"),
        (FaultKind.YAML_TAG, (3, 4, 3, 7), "!"),
    ]
    assert read("a: !!python/object:os.system x\n").tree is None


@pytest.mark.parametrize("opened", ["[", "- ", "{a: "])
def test_nesting_is_read_down_to_a_limit(opened: str) -> None:
    deepest = opened * DEEPEST
    closed = {"[": "]", "{a: ": "}"}.get(opened, "x") * (DEEPEST if opened != "- " else 1)
    assert faults(deepest + closed) == []
    column = len(deepest) + 1
    end = column if opened == "- " else column + 1
    assert faults(deepest + opened + "?") == [(FaultKind.DEEP_NESTING, (1, column, 1, end), "")]


def test_a_megabyte_of_brackets_is_refused_at_once() -> None:
    assert [kind for kind, _span, _found in faults("[" * 1_000_000)] == [FaultKind.DEEP_NESTING]
