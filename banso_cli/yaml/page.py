"""From a layout to the text of a file, in the one way in which banso writes files.

Parts are indented by two blanks, lists under their key; a line within brackets is broken only where
a comment stands in it, and no text is ever folded.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from enum import Enum
from typing import TypeAlias

from banso_cli.yaml.layout import Collection, Document, Item, Leaf, Value


class _Mark(Enum):
    """What stands between lines: a blank line, unless one stands there, or none in any case."""

    BLANK = 1
    TIGHT = 2


_Line: TypeAlias = str | _Mark


def text_of(document: Document) -> str:
    """Return the whole text; it ends with a line end, and holds no blank line twice."""
    root = document.root
    lines = _comments(document.head, "")
    is_parted = not root.is_flow and document.head and root.items[0].before
    lines.append(_Mark.BLANK if document.parted or is_parted else _Mark.TIGHT)
    if root.is_flow:
        lines += _within_brackets("", Item(root, behind=document.behind), 0)
    else:
        lines += _block(root, 0)
    lines += _comments(document.end, "")
    return "".join(f"{line}\n" for line in _settled(lines))


def entry_text(item: Item, column: int) -> str:
    """Return the lines of one entry of a part or a list that stands in this column, from 0."""
    return "".join(f"{line}\n" for line in _settled(_entry(item, column)))


def bracket_text(collection: Collection, column: int) -> str:
    """Return what stands within brackets, of an entry in this column; on one line if it can."""
    return "\n".join(_settled(_within_brackets("", Item(collection), column + 2)))


def _settled(lines: Iterable[_Line]) -> Iterator[str]:
    """Yield the lines, with one blank line at most between two, and none at either end."""
    allowed = wanted = False
    for line in lines:
        if line is _Mark.BLANK:
            wanted = allowed
        elif line is _Mark.TIGHT:
            allowed = wanted = False
        else:
            if wanted:
                yield ""
            yield str(line)
            allowed, wanted = True, False


def _comments(comments: Iterable[str], pad: str) -> list[_Line]:
    return [f"{pad}{comment}" if comment else _Mark.BLANK for comment in comments]


def _behind(comment: str) -> str:
    return f"  {comment}" if comment else ""


def _block(collection: Collection, column: int) -> list[_Line]:
    """Return the lines of a collection whose entries begin in this column, counted from 0."""
    lines: list[_Line] = []
    for item in collection.items:
        lines += _entry(item, column)
    return [*lines, *_comments(collection.end, " " * column)]


def _entry(item: Item, column: int) -> list[_Line]:
    if item.key is None:
        return _dash(item, column)
    pad, value = " " * column, item.value
    before = _comments(item.before, pad)
    head = f"{pad}{item.key.text}:"
    if isinstance(value, Collection) and not value.is_flow:
        opened: list[_Line] = [f"{head}{_behind(item.behind)}", _Mark.TIGHT]
        return [*before, *opened, *_block(value, column + 2)]
    return [*before, *_value(head, item, column)]


def _dash(item: Item, column: int) -> list[_Line]:
    """Return the lines of an entry of a list.

    What is nested in it begins on the line of its dash, so comments above that stand above the
    dash.
    """
    pad, value = " " * column, item.value
    if isinstance(value, Leaf) or value.is_flow:
        return [*_comments(item.before, pad), *_value(f"{pad}-", item, column)]
    above, bare = _without_first_comments(value)
    first, *others = _block(bare, column + 2)
    dashed = f"{pad}- {str(first)[column + 2 :]}"
    return [*_comments((*item.before, *above), pad), dashed, *others]


def _without_first_comments(collection: Collection) -> tuple[tuple[str, ...], Collection]:
    first, *others = collection.items
    above, value = first.before, first.value
    if first.key is None and isinstance(value, Collection) and not value.is_flow:
        below, value = _without_first_comments(value)
        above += below
    bare = replace(first, before=(), value=value)
    return above, replace(collection, items=(bare, *others))


def _value(head: str, item: Item, column: int) -> list[_Line]:
    """Return the lines of a single value, or of what stands within brackets, behind its key."""
    value = item.value
    if isinstance(value, Leaf):
        written = f"{head} {value.text}" if value.text else head
        pad = " " * (column + 2)
        content = [f"{pad}{line}" if line else "" for line in value.lines]
        kept: list[_Line] = [_Mark.TIGHT] if value.keeps else []
        return [f"{written}{_behind(item.behind)}", *content, *kept]
    return _within_brackets(f"{head} ", item, column + 2)


def _within_brackets(head: str, item: Item, column: int, comma: str = "") -> list[_Line]:
    """Return the lines of an entry within brackets, whose closing bracket is in this column."""
    value, behind = item.value, _behind(item.behind)
    if isinstance(value, Leaf) or not _has_comments(value):
        written = f"{head}{_on_one_line(value)}{comma}".rstrip(" ")  # a key may have no value
        return [f"{written}{behind}"]
    opening, closing = _brackets(value)
    pad = " " * (column + 2)
    lines: list[_Line] = [f"{head}{opening}{_behind(value.opening)}"]
    for index, each in enumerate(value.items, start=1):
        key = f"{each.key.text}: " if each.key else ""
        parted = "," if index < len(value.items) else ""
        lines += _comments(each.before, pad)
        lines += _within_brackets(f"{pad}{key}", each, column + 2, parted)
    return [*lines, *_comments(value.end, pad), f"{' ' * column}{closing}{comma}{behind}"]


def _has_comments(collection: Collection) -> bool:
    return bool(collection.opening or collection.end) or any(
        item.before
        or item.behind
        or (isinstance(item.value, Collection) and _has_comments(item.value))
        for item in collection.items
    )


def _on_one_line(value: Value) -> str:
    if isinstance(value, Leaf):
        return value.text
    opening, closing = _brackets(value)
    items = (
        f"{item.key.text}: {_on_one_line(item.value)}" if item.key else _on_one_line(item.value)
        for item in value.items
    )
    return f"{opening}{', '.join(items)}{closing}"


def _brackets(collection: Collection) -> tuple[str, str]:
    return ("{", "}") if collection.is_mapping else ("[", "]")
