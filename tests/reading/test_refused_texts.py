"""Texts that are not read: letters that no file may have, broken and deep YAML."""

from __future__ import annotations

import pytest
import yaml

from banso_cli.yaml.events import (
    MOST_CONTROL_CHARACTERS,
    MOST_FAULTS,
)
from banso_cli.yaml.fault import FaultKind
from tests.reading.texts import faults, read


def test_control_characters_are_told_by_number_and_place() -> None:
    assert faults("a: x\n森\x08: \x1by\u2028\n") == [
        (FaultKind.CONTROL_CHARACTER, (2, 2, 2, 3), "U+0008"),
        (FaultKind.CONTROL_CHARACTER, (2, 5, 2, 6), "U+001B"),
        (FaultKind.CONTROL_CHARACTER, (2, 7, 2, 8), "U+2028"),
    ]


def test_a_carriage_return_alone_is_a_control_character() -> None:
    assert faults("a: 1\rb: 2\r\n") == [(FaultKind.CONTROL_CHARACTER, (1, 5, 1, 6), "U+000D")]


def test_a_byte_order_mark_is_allowed_at_the_beginning_only() -> None:
    assert faults("\ufeffa: \ufeffb\n") == [(FaultKind.CONTROL_CHARACTER, (1, 5, 1, 6), "U+FEFF")]


def test_a_control_character_written_as_an_escape_is_one_all_the_same() -> None:
    assert faults('a: "森\\e[2J"\nb: ["\\0"]\nc: "\\u3000\\n"\n') == [
        (FaultKind.CONTROL_CHARACTER, (1, 4, 1, 12), "U+001B"),
        (FaultKind.CONTROL_CHARACTER, (2, 5, 2, 9), "U+0000"),
    ]


def test_a_file_full_of_control_characters_gives_few_faults() -> None:
    assert len(faults("\x00\x01" * 400_000)) == MOST_CONTROL_CHARACTERS


def test_a_run_of_one_control_character_is_one_fault() -> None:
    assert faults("a: \x00\x00\x00b\x00\n") == [
        (FaultKind.CONTROL_CHARACTER, (1, 4, 1, 7), "U+0000"),
        (FaultKind.CONTROL_CHARACTER, (1, 8, 1, 9), "U+0000"),
    ]


@pytest.mark.parametrize("after", ["a: 1\n", "b: [\n", "c: &x 1\n"])
def test_a_file_full_of_faults_is_given_up(after: str) -> None:
    text = "a: 1\n" * (MOST_FAULTS + 1)
    assert len(faults(text)) == MOST_FAULTS
    kinds = [kind for kind, _span, _found in faults(text + after + "a: 1\n")]
    assert kinds == [FaultKind.DUPLICATE_KEY] * MOST_FAULTS + [FaultKind.TOO_MANY_FAULTS]


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("a: b: c\n", (1, 5, 1, 6)),
        ("a: 森 # 注\n  b: c\n", (2, 3, 2, 4)),
        ("a:\n\tb: c\n", (2, 1, 2, 2)),
        ("a: @b\n", (1, 4, 1, 5)),
        ("- a\nb: c\n", (2, 1, 2, 2)),
        ("a: b\n - c: d\n", (2, 5, 2, 6)),
        ("a: [b\nc: d\n", (2, 2, 2, 3)),
        ("a: {b: [c\n", (1, 8, 1, 9)),
        ("a: b\nc\nd: e\n", (3, 1, 3, 2)),
        ("\ufeffa: b: c\n", (1, 5, 1, 6)),
        ("a: b\r\nc: d: e\r\n", (2, 5, 2, 6)),
        # at the end of the file, what was being read, or else the end of what is written
        ("a: 'b\nc: d\n", (1, 4, 1, 5)),
        ("a: 森\nb: [c, d: [\n\n\n", (2, 12, 2, 12)),
        ("a: b\n- \n\n", (2, 1, 2, 2)),
        ("%YAML 3.0\n---\na\n", (1, 1, 1, 2)),
    ],
)
def test_broken_yaml_is_told_where_it_is_broken(text: str, span: tuple[int, int, int, int]) -> None:
    assert faults(text) == [(FaultKind.BROKEN_YAML, span, "")]
    assert read(text).tree is None


@pytest.mark.parametrize("text", ["a: b: c\n", "a: [b\n", "a: 'b\n", "a:\n\tb: c\n"])
def test_no_words_of_the_parser_are_needed(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    known = faults(text)

    class Wordless(yaml.MarkedYAMLError):
        def __setattr__(self, name: str, value: object) -> None:
            super().__setattr__(name, "?" if name in {"problem", "context"} else value)

    for name in ("ScannerError", "ParserError"):
        monkeypatch.setattr(f"yaml._yaml.{name}", Wordless, raising=False)
    assert faults(text) == known


@pytest.mark.parametrize("opened", ["[", "{a: ", "- ", "? ", "[{a: ", "{[a]: "])
def test_what_is_too_deep_is_told_in_the_same_words_by_every_parser(opened: str) -> None:
    """Some parsers go a thousand levels deep and refuse to go on; others go on."""
    found = {tuple(faults(opened * levels)) for levels in (25, 300, 1_001, 20_000)}
    assert len(found) == 1
    (((kind, _span, _found),),) = found
    assert kind is FaultKind.DEEP_NESTING


def test_blocks_by_their_columns_are_too_deep_as_well() -> None:
    lines = "\n".join(f"{' ' * level}a:" for level in range(900))
    assert faults(lines) == [(FaultKind.DEEP_NESTING, (21, 21, 21, 21), "")]


def test_what_stands_before_the_break_is_told_too() -> None:
    kinds = [kind for kind, _span, _found in faults("a: &x 1\na: 2\nb: [\n")]
    assert kinds == [FaultKind.YAML_ANCHOR, FaultKind.DUPLICATE_KEY, FaultKind.BROKEN_YAML]
