"""Properties: what stands in the file at the place of a value is that value."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from banso_cli.yaml.events import read_text
from banso_cli.yaml.tree import Mapping, Scalar, Sequence, Span

LETTERS = st.characters(categories=("L", "N"), exclude_characters="\u115f")
PLAIN = st.text(LETTERS, min_size=1, max_size=12)
QUOTED = st.text(st.characters(exclude_categories=("C", "Z")), max_size=12)
BEFORE = st.sampled_from(["", "# 注: [\n", "\n", "\ufeff"])


def piece(text: str, span: Span) -> str:
    """Return what stands at a span of one line."""
    assert span.line == span.end_line
    line = text.removeprefix("\ufeff").replace("\r\n", "\n").split("\n")[span.line - 1]
    return line[span.column - 1 : span.end_column - 1]


@given(
    st.dictionaries(PLAIN, st.lists(PLAIN, min_size=1, max_size=4), min_size=1, max_size=6),
    BEFORE,
    st.sampled_from(["\n", "\r\n"]),
    st.sampled_from(["block", "flow"]),
)
def test_a_plain_value_stands_at_its_place(
    values: dict[str, list[str]], before: str, end: str, style: str
) -> None:
    parts = [before]
    for key, items in values.items():
        inner = f"{key}:\n" + "".join(f"  -  {item}  # 注\n" for item in items)
        parts.append(inner if style == "block" else f"{key}:  [{', '.join(items)}]\n")
    text = "".join(parts).replace("\n", end)

    reading = read_text(text, "p", "r")
    assert reading.faults == []
    assert isinstance(reading.tree, Mapping)
    assert list(reading.tree.entries) == list(values)
    for key, entry in reading.tree.entries.items():
        assert piece(text, entry.key.span) == key
        assert isinstance(entry.value, Sequence)
        found = [item for item in entry.value.items if isinstance(item, Scalar)]
        assert [item.text for item in found] == values[key]
        assert [piece(text, item.span) for item in found] == values[key]
        assert all(item.plain for item in found)


@given(st.lists(QUOTED, min_size=1, max_size=5), st.sampled_from("'\""))
def test_a_quoted_value_stands_at_its_place_with_its_quotes(values: list[str], mark: str) -> None:
    written = [
        f"'{value.replace(mark, mark * 2)}'"
        if mark == "'"
        else f'"{value.replace(chr(92), chr(92) * 2).replace(mark, chr(92) + mark)}"'
        for value in values
    ]
    text = f"森: [{', '.join(written)}]\n"
    reading = read_text(text, "p", "r")
    assert reading.faults == []
    assert isinstance(reading.tree, Mapping)
    sequence = reading.tree.entries["森"].value
    assert isinstance(sequence, Sequence)
    found = [item for item in sequence.items if isinstance(item, Scalar)]
    assert [item.text for item in found] == values
    assert [piece(text, item.span) for item in found] == written
    assert not any(item.plain for item in found)


@given(st.text())
def test_any_text_is_read_or_refused_within_its_lines(text: str) -> None:
    reading = read_text(text, "p", "r")
    lines = text.split("\n")
    assert reading.tree is None or not reading.faults or isinstance(reading.tree, Mapping)
    for fault in reading.faults:
        place = fault.place
        assert 1 <= place.line <= len(lines)
        assert 1 <= place.column <= len(lines[place.line - 1]) + 1
        assert (place.line, place.column) <= (place.end_line, place.end_column)
