"""The canonical form of a layout: keys in the order of their declaration, quotes where needed.

What is not as declared (an unknown key, a list where a text is due) keeps its order and its quotes:
it is a finding, and what was meant is not known.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from banso_cli.records.fields.declared import fields_of
from banso_cli.records.fields.record import Part, Record
from banso_cli.records.for_editors import FOR_EDITORS
from banso_cli.yaml.layout import Collection, Document, Item, Leaf
from banso_cli.yaml.yaml_text import quoted, scalar

_PLAIN = re.compile(
    r"-?(0|[1-9][0-9]{0,14})(\.[0-9]+)? | [0-9]{4}-[0-9]{2}-[0-9]{2} | true | false",
    re.ASCII | re.VERBOSE,
)
"""Numbers, dates and truth values as fields read them, which stand without quotes."""

Wanted = type[Any]
"""What a field wants: a part, `str`, another class for what is no text, `object` if not known."""


def canonical(document: Document, declaration: type[Record]) -> Document:
    """Return the layout of a record of this declaration in canonical form.

    A comment right above the first key stays above that key where another key comes first.
    """
    first = document.root.items[0] if document.root.items else None
    root = _collection(document.root, declaration, in_flow=False)
    if first is None or document.parted or root.is_flow or _key(root.items[0]) == _key(first):
        return replace(document, root=root)
    head = tuple(line for line in document.head[:1] if line.startswith(FOR_EDITORS))
    above = document.head[len(head) :]
    items = tuple(
        replace(item, before=(*above, *item.before)) if _key(item) == _key(first) else item
        for item in root.items
    )
    return replace(document, root=replace(root, items=items), head=head)


def wanted_by(part: Wanted, key: str) -> Wanted:
    """Return what a field of a part, or each entry of it, wants."""
    fields = fields_of(part) if issubclass(part, Part) else {}
    return fields[key].wanted if key in fields else object


def single_value(text: str, wanted: Wanted, *, in_flow: bool) -> str | None:
    """Return how a value is written in a field; None where the field does not want such a value."""
    if wanted is str:
        return scalar(text, in_flow=in_flow)
    is_plain = wanted is not object and not issubclass(wanted, Part)
    return text if is_plain and _PLAIN.fullmatch(text) else None


def _item(item: Item, wanted: Wanted, *, in_flow: bool) -> Item:
    if isinstance(item.value, Leaf):
        return replace(item, value=_leaf(item.value, wanted, in_flow=in_flow))
    return replace(item, value=_collection(item.value, wanted, in_flow=in_flow))


def _collection(collection: Collection, wanted: Wanted, *, in_flow: bool) -> Collection:
    in_flow = in_flow or collection.is_flow
    if not collection.is_mapping:
        items = tuple(_item(item, wanted, in_flow=in_flow) for item in collection.items)
        return replace(collection, items=items)
    order = list(fields_of(wanted)) if issubclass(wanted, Part) else []
    items = tuple(_entry(item, wanted, in_flow=in_flow) for item in collection.items)
    if all(_key(item) in order for item in items):
        items = tuple(sorted(items, key=lambda item: order.index(_key(item))))
    return replace(collection, items=items)


def _entry(item: Item, part: Wanted, *, in_flow: bool) -> Item:
    """Return an entry of a part; a key that is declared is a plain word."""
    name = _key(item)
    key = item.key
    if key is not None and issubclass(part, Part) and name in part.model_fields:
        key = replace(key, text=name)
    return replace(_item(item, wanted_by(part, name), in_flow=in_flow), key=key)


def _key(item: Item) -> str:
    return item.key.value if item.key else ""


def _leaf(leaf: Leaf, wanted: Wanted, *, in_flow: bool) -> Leaf:
    if leaf.is_block or leaf.is_nothing:
        return leaf
    text = single_value(leaf.value, wanted, in_flow=in_flow)
    if text is None:
        text = leaf.text
    if "\n" in text:
        text = leaf.value if leaf.plain and "\n" not in leaf.value else quoted(leaf.value)
    return replace(leaf, text=text)
