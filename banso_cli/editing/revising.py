"""A file whose record has other values: what differs is written anew, all else stays as it is.

An entry that the record still has keeps every letter, its comments among them, also where it moves
to another place. What stands within brackets is written anew as a whole where entries come, go or
move in it. The text is read back before it is returned: nothing of it is a matter of trust.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from banso_cli.editing.canonical import Wanted, declared, single_value, wanted_by
from banso_cli.editing.formatting import comments_of, parsed, untouched
from banso_cli.editing.layout import Collection, Item, Leaf
from banso_cli.editing.page import bracket_text, entry_text
from banso_cli.editing.record_layout import key_layout, value_layout
from banso_cli.editing.yaml_text import quoted, single_quoted
from banso_cli.locale import _
from banso_cli.model.record import Part, Record
from banso_cli.model.tree import Entry, Node, Scalar
from banso_cli.model.tree import Mapping as Tree
from banso_cli.reading.events import read_text
from banso_cli.reading.shape import read_record

Order = Sequence[int | None]
"""Where each entry of a list was before, counted from 0; None for one that is new."""

_BLANK_LINES = re.compile(r"(?:[ \t]*\n)*")


@dataclass(frozen=True, slots=True)
class _Change:
    """What a field wants, what it says and what it is to say; of a list, where entries were."""

    wanted: Wanted
    before: Any
    after: Any
    order: Order | None = None


def revised(text: str, before: Record, after: Record, moved: Mapping[str, Order]) -> str:
    """Return the text of a record with other values; `moved` is the order of lists by their key.

    Entries of other lists stay where they are, further ones come last. Raises Untouched where the
    file is written in a way that cannot be edited, or where a comment would be lost.
    """
    lines = text.replace("\r\n", "\n")
    is_windows = lines != text
    if is_windows and lines.replace("\n", "\r\n") != text:
        raise untouched(_("its lines end in two ways"))
    document = parsed(lines)
    if document.written is None:
        raise untouched(_("all of it stands within brackets"))
    root = _part(document.root, before, after, moved)
    whole = _text(Item(root, written=document.written), 0)
    _demand(whole, after, comments_of(document))
    return whole.replace("\n", "\r\n") if is_windows else whole


def _demand(text: str, record: Record, comments: Counter[str]) -> None:
    """Demand that a text says what it is to say, and has the comments that it had."""
    tree = read_text(text, "", "").tree
    if tree is None or read_record(type(record), tree, "", "")[0] != record:
        raise untouched(_("it is written in a way that banso cannot edit"))
    if comments_of(parsed(text)) != comments:
        raise untouched(_("a comment belongs to what would be taken out"))


def _part(
    collection: Collection, before: Part, after: Part, moved: Mapping[str, Order]
) -> Collection:
    """Return a part as a file has it, with the values of another."""
    kind = type(after)
    items = {item.key.value: item for item in collection.items if item.key}
    for name in declared(kind):
        old, new = getattr(before, name), getattr(after, name)
        if old == new:
            continue
        if name not in items:
            items = _with_key(items, name, after, in_flow=collection.is_flow)
        elif new == kind.model_fields[name].default:
            del items[name]
        else:
            change = _Change(wanted_by(kind, name), old, new, moved.get(name))
            items[name] = _item(items[name], change, collection)
    return replace(collection, items=tuple(items.values()))


def _with_key(
    items: Mapping[str, Item], name: str, part: Part, *, in_flow: bool
) -> dict[str, Item]:
    """Return the entries with one more, behind the key that precedes it in a new record."""
    order = declared(type(part))
    above = [key for key in order[: order.index(name)] if key in items]
    at = list(items).index(above[-1]) + 1 if above else 0
    entries = list(items.items())
    return dict((*entries[:at], (name, key_layout(part, name, in_flow=in_flow)), *entries[at:]))


def _item(item: Item, change: _Change, around: Collection) -> Item:
    """Return an entry with another value; within brackets only the layout of it changes."""
    value, written = item.value, item.written
    if isinstance(value, Leaf):
        leaf = replace(value, text=_leaf_text(value, change, in_flow=around.is_flow))
        if written:
            ends = "\n" if written.value.endswith("\n") else ""  # behind a block scalar
            written = written._replace(value=leaf.text + ends)
        return replace(item, value=leaf, written=written)
    is_part = isinstance(change.after, Part)
    changed = _part(value, change.before, change.after, {}) if is_part else _list(value, change)
    if written and changed.is_flow:
        text = _in_brackets(written.value, value, changed, around.column)
        written = written._replace(value=text)
    return replace(item, value=changed, written=written)


def _in_brackets(written: str, before: Collection, after: Collection, column: int) -> str:
    """Return what stands within brackets: as it is but for single values, if no others differ."""
    old, new = list(_leaves(before)), list(_leaves(after))
    tree = read_text(written, "", "").tree
    nodes = list(_scalars(tree)) if tree else []
    if _outline(before) != _outline(after) or len(nodes) != len(old):
        return bracket_text(after, column)
    starts = [0, *(match.end() for match in re.finditer("\n", written))]
    for node, leaf, changed in reversed(list(zip(nodes, old, new, strict=True))):
        if changed.text != leaf.text:
            line, first, end_line, end = node.span
            head = written[: starts[line - 1] + first - 1]
            written = head + changed.text + written[starts[end_line - 1] + end - 1 :]
    return written


def _leaves(value: Leaf | Collection) -> Iterator[Leaf]:
    if isinstance(value, Leaf):
        yield value
        return
    for item in value.items:
        yield from _leaves(item.value)


def _scalars(node: Node) -> Iterator[Scalar]:
    """Yield the single values of a tree, without keys."""
    if isinstance(node, Scalar):
        yield node
        return
    for each in node.entries.values() if isinstance(node, Tree) else node.items:
        yield from _scalars(each.value if isinstance(each, Entry) else each)


def _outline(value: Leaf | Collection) -> object:
    """Return which parts and lists a value has, and how many entries."""
    if isinstance(value, Leaf):
        return None
    return [(item.key and item.key.value, _outline(item.value)) for item in value.items]


def _leaf_text(leaf: Leaf, change: _Change, *, in_flow: bool) -> str:
    """Return how a single value is written, in the quotes that stand there."""
    text = str(change.after)
    if not leaf.plain and leaf.text[0] in "\"'":
        return quoted(text) if leaf.text[0] == '"' else single_quoted(text)
    plain = single_value(text, change.wanted, in_flow=in_flow)
    return plain if plain is not None else quoted(text)


def _list(collection: Collection, change: _Change) -> Collection:
    """Return a list in its new order; blank lines stay where they part the entries."""
    before, after = change.before, change.after
    more = [None] * (len(after) - len(before))
    order = change.order or [*range(min(len(before), len(after))), *more]
    found: list[Item] = []
    for value, origin in zip(after, order, strict=True):
        if origin is None:
            found.append(value_layout(value, in_flow=collection.is_flow))
            continue
        item = collection.items[origin]
        if before[origin] != value:
            item = _item(item, _Change(change.wanted, before[origin], value), collection)
        found.append(item)
    places = zip(found, collection.items, strict=False)
    found[: len(collection.items)] = [_parted_as(item, there) for item, there in places]
    return replace(collection, items=tuple(found))


def _parted_as(item: Item, there: Item) -> Item:
    """Return an entry with the blank lines above it of the one that stood there."""
    if item.written is None or there.written is None:
        return item
    own = _BLANK_LINES.sub("", item.written.before, count=1)
    blank = _BLANK_LINES.match(there.written.before)
    return replace(item, written=item.written._replace(before=(blank[0] if blank else "") + own))


def _text(item: Item, column: int) -> str:
    """Return an entry as it is written; a new one in this column as banso writes it."""
    written, value = item.written, item.value
    if written is None:
        return entry_text(item, column)
    if isinstance(value, Leaf) or value.is_flow:
        return "".join(written)
    entries = [_text(each, value.column) for each in value.items]
    if entries and written.before and not written.before.endswith("\n"):
        entries[0] = entries[0].lstrip(" ")  # behind a dash
    lines = [each if each.endswith("\n") else f"{each}\n" for each in entries[:-1]]
    return "".join((written.before, *lines, *entries[-1:], written.behind))
