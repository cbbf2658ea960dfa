"""A file whose record has other values: what differs is written anew, all else stays as it is.

An entry that the record still has keeps every letter, its comments among them, also where it moves
to another place. What stands within brackets is written anew as a whole where entries come, go or
move in it. The text is read back before it is returned: nothing of it is a matter of trust.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from banso_cli.editing.formatting import comments_of, parsed, untouched
from banso_cli.editing.mending import MARK, mended
from banso_cli.editing.record_layout import key_layout, value_layout
from banso_cli.locale import _
from banso_cli.reading.shape import read_record
from banso_cli.records.fields.declared import fields_of
from banso_cli.records.fields.record import Part, Record
from banso_cli.records.finding import Replacement
from banso_cli.records.periods.closing import text_of
from banso_cli.yaml.events import tree_of
from banso_cli.yaml.layout import Collection, Item, Leaf, Value, Written
from banso_cli.yaml.page import bracket_text, entry_text
from banso_cli.yaml.place import Place
from banso_cli.yaml.tree import Mapping as Tree
from banso_cli.yaml.tree import Node, Scalar
from banso_cli.yaml.tree import Sequence as Entries
from banso_cli.yaml.yaml_text import quoted

Order = Sequence[int | None]
"""Where each entry of a list was before, counted from 0; None for one that is new."""

_BLANK_LINES = re.compile(r"(?:[ \t]*\n)*")


def revised(text: str, before: Record, after: Record, moved: Mapping[str, Order]) -> str:
    """Return the text of a record with other values; `moved` is the order of lists by their key.

    Entries of other lists stay where they are, further ones come last. It is a failure that the
    file is written in a way that cannot be edited, or where a comment would be lost.
    """
    mark = MARK if text.startswith(MARK) else ""
    lines = text.removeprefix(mark).replace("\r\n", "\n")
    is_windows = lines != text.removeprefix(mark)
    if is_windows and mark + lines.replace("\n", "\r\n") != text:
        raise untouched(_("its lines end in two ways"))
    document = parsed(lines)
    comments = comments_of(document)
    if document.written is None:
        raise untouched(_("all of it stands within brackets"))
    if values := tuple(_values(tree_of(lines), before, after, moved)):
        lines = mended(lines, type(after), values, blocks=True).text
        document = parsed(lines)
    root = _part(document.root, before, after, moved)
    whole = _text(Item(root, written=document.written), 0)
    _demand(whole, after, comments)
    return mark + (whole.replace("\n", "\r\n") if is_windows else whole)


def _demand(text: str, record: Record, comments: Counter[str]) -> None:
    """Demand that a text says what it is to say, and has the comments that it had."""
    tree = tree_of(text)
    if tree is None or read_record(type(record), tree, "", "")[0] != record:
        raise untouched(_("it is written in a way that banso cannot edit"))
    if comments_of(parsed(text)) != comments:
        raise untouched(_("a comment belongs to what would be taken out"))


def _values(
    node: Node | None, before: object, after: object, moved: Mapping[str, Order]
) -> Iterator[Replacement]:
    """Yield the single values that differ, where they stand."""
    if before == after:
        return
    if isinstance(node, Tree) and isinstance(after, Part):
        for name, entry in node.entries.items():
            old, new = getattr(before, name), getattr(after, name)
            if new != type(after).model_fields[name].default:
                order = {"": moved[name]} if name in moved else {}
                yield from _values(entry.value, old, new, order)
    elif isinstance(node, Entries) and isinstance(before, tuple) and isinstance(after, tuple):
        for origin, value in zip(_order(before, after, moved.get("")), after, strict=True):
            if origin is not None:
                yield from _values(node.items[origin], before[origin], value, {})
    elif isinstance(node, Scalar) and not isinstance(after, (Part, tuple)):
        place = Place.of("", node.span)
        yield Replacement(place, quoted(text_of(after)))


def _order(before: Sequence[object], after: Sequence[object], order: Order | None) -> Order:
    """Return where the entries of a list were; those of which nothing is told have not moved."""
    more = [None] * (len(after) - len(before))
    return order or [*range(min(len(before), len(after))), *more]


def _part(
    collection: Collection, before: Part, after: Part, moved: Mapping[str, Order]
) -> Collection:
    """Return a part as a file has it, with the keys and the lists of another."""
    kind = type(after)
    items = {item.key.value: item for item in collection.items if item.key}
    for name in fields_of(kind):
        old, new = getattr(before, name), getattr(after, name)
        if old == new:
            continue
        if name not in items:
            items = _with_key(items, name, after, in_flow=collection.is_flow)
        elif new == kind.model_fields[name].default:
            del items[name]
        else:
            item, column = items[name], collection.column
            as_new = key_layout(after, name, in_flow=collection.is_flow).value
            in_place = _item(item, old, new, column, moved.get(name))
            items[name] = _in_lines(item, as_new, column) or in_place
    return replace(collection, items=tuple(items.values()))


def _with_key(
    items: Mapping[str, Item], name: str, part: Part, *, in_flow: bool
) -> dict[str, Item]:
    """Return the entries with one more, behind the key that precedes it in a new record."""
    order = list(fields_of(type(part)))
    above = [key for key in order[: order.index(name)] if key in items]
    at = list(items).index(above[-1]) + 1 if above else 0
    entries = list(items.items())
    return dict((*entries[:at], (name, key_layout(part, name, in_flow=in_flow)), *entries[at:]))


def _in_lines(item: Item, value: Value, column: int) -> Item | None:
    """Return an empty list in brackets with entries in lines; None where it is to be no such."""
    old, written = item.value, item.written
    if isinstance(old, Leaf) or old.items or old.opening or old.end or written is None:
        return None
    if isinstance(value, Leaf) or value.is_flow:
        return None
    comment, _end, rest = written.behind.partition("\n")
    written = Written(f"{written.before.rstrip(' ')}{comment.rstrip(' ')}\n", "", rest)
    return replace(item, value=replace(value, column=column + 2), written=written)


def _item(item: Item, before: Any, after: Any, column: int, order: Order | None = None) -> Item:  # noqa: ANN401 - of any field
    """Return an entry with what is in it, of an entry in this column."""
    value, written = item.value, item.written
    if isinstance(value, Leaf):
        return item
    is_part = isinstance(after, Part)
    changed = _part(value, before, after, {}) if is_part else _list(value, before, after, order)
    if written and changed.is_flow and changed != value:
        written = written._replace(value=bracket_text(changed, column))
    return replace(item, value=changed, written=written)


def _list(
    collection: Collection, before: Sequence[object], after: Sequence[object], order: Order | None
) -> Collection:
    """Return a list in its new order; blank lines stay where they part the entries."""
    old = collection.items
    is_parted = any(each.before[:1] == ("",) for each in old[1:])
    found: list[Item] = []
    for value, origin in zip(after, _order(before, after, order), strict=True):
        if origin is None:
            new = Item(value_layout(value, in_flow=collection.is_flow))
            takes_lines = bool(found) and _takes_lines(found[-1].value)
            found.append(replace(new, before=("",)) if is_parted and not takes_lines else new)
        elif before[origin] == value:
            found.append(old[origin])
        else:
            found.append(_item(old[origin], before[origin], value, collection.column))
    found[: len(old)] = [_parted_as(*each) for each in zip(found, old, strict=False)]
    return replace(collection, items=tuple(found))


def _takes_lines(value: Value) -> bool:
    """Tell whether a blank line below a value would be a part of it."""
    while not isinstance(value, Leaf):
        if value.is_flow or not value.items:
            return False
        value = value.items[-1].value
    return value.keeps


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
        return "\n" * item.before.count("") + entry_text(item, column)
    if isinstance(value, Leaf) or value.is_flow:
        return "".join(written)
    entries = [_text(each, value.column) for each in value.items]
    if entries and written.before and not written.before.endswith("\n"):
        entries[0] = entries[0].lstrip(" ")  # behind a dash
    lines = [each if each.endswith("\n") else f"{each}\n" for each in entries[:-1]]
    return "".join((written.before, *lines, *entries[-1:], written.behind))
