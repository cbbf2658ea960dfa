"""`banso fmt`: a file of the roster in canonical form, with nothing lost.

The layout is our own and not that of ruamel.yaml, which ties a comment to the value before it: of
the files that the tests invent, it gives back none as it was, loses comments of nine in ten, and
changes values of some.
"""

from __future__ import annotations

from codecs import BOM_UTF8
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from banso_cli.editing.canonical import canonical
from banso_cli.files.failure import ExitCode, Failure
from banso_cli.files.reasons import reason
from banso_cli.locale import _
from banso_cli.reading.sources import LARGEST
from banso_cli.records.fields.record import Record
from banso_cli.yaml.events import read_text
from banso_cli.yaml.layout import Collection, Document, Item, Leaf, Value
from banso_cli.yaml.page import text_of
from banso_cli.yaml.scanning import layout_of


def untouched(message: str, help_line: str = "") -> Failure:
    """Return the failure that a file is left as it is; help where the check does not tell it."""
    return Failure(ExitCode.FINDINGS, message, help_line)


def bytes_of(file: Path) -> bytes:
    """Return the bytes of a file; a failure for a link, what is larger than any, or is not read."""
    try:
        if file.is_symlink():
            raise untouched(_("the file is a link"), _("put the file itself here"))
        if not file.is_file():
            raise untouched(_("this is not a file"))
        if file.stat().st_size > LARGEST:
            raise untouched(_("the file is larger than any record"))
        return file.read_bytes()
    except OSError as error:
        raise untouched(reason(error)) from None


def decoded(data: bytes) -> str:
    """Return the bytes of a file as text; a failure where they are none."""
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        raise untouched(_("the file is not UTF-8")) from None


def formatted(data: bytes, declaration: type[Record]) -> bytes:
    """Return a file in canonical form: UTF-8 without a byte order mark, line feeds.

    It is a failure that it cannot be read, or is written in a way that no record needs.
    """
    before = parsed(decoded(data.removeprefix(BOM_UTF8)).replace("\r\n", "\n"))
    after = text_of(canonical(before, declaration))
    if _content(parsed(after)) != _content(before):
        raise untouched(_("banso would lose something of it; please report this file"))
    return after.encode("utf-8")


def parsed(text: str) -> Document:
    """Return the layout of a text; a failure where it has none."""
    reading = read_text(text, "", "")
    if reading.tree is None or reading.faults:
        raise untouched(_("the file has faults of syntax"))
    return layout_of(text, reading.tree)


def _content(document: Document) -> tuple[object, Counter[str]]:
    """Return all values, the order of keys left aside, and how often each comment stands there."""
    return _values(document.root), comments_of(document)


def comments_of(document: Document) -> Counter[str]:
    """Return how often each comment stands in a file."""
    root = Item(document.root, behind=document.behind)
    return Counter(filter(None, (*document.head, *document.end, *_comments(root))))


def _values(value: Value) -> object:
    if isinstance(value, Leaf):
        return value.value, value.is_nothing
    if value.is_mapping:
        return frozenset((item.key and item.key.value, _values(item.value)) for item in value.items)
    return tuple(_values(item.value) for item in value.items)


def _comments(item: Item) -> Iterator[str]:
    yield from (*item.before, item.behind)
    if isinstance(item.value, Collection):
        yield from (item.value.opening, *item.value.end)
        for each in item.value.items:
            yield from _comments(each)
