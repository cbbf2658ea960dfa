"""From the text of a file, and the tree that reading made of it, to its layout with all comments.

The tree tells where the values are; what lies between them is passed over letter by letter, so that
nothing that is written can get lost: whatever is not expected refuses the file.
"""

from __future__ import annotations

import re
from dataclasses import replace

from banso_cli.yaml.cursor import Cursor
from banso_cli.yaml.layout import Collection, Document, Item, Leaf, Written
from banso_cli.yaml.tree import Entry, Mapping, Node, Scalar, Sequence

_HEADER = re.compile(r"([|>])([-+]?)([1-9]?)([-+]?)[ \t]*(#.*)?")


def layout_of(text: str, tree: Node) -> Document:
    """Return the layout of a file, whose lines end with a line feed alone.

    Raises Unexpected where it is a single value, or written with keys of several parts, keys behind
    a question mark, or directives.
    """
    scanner = _Scanner(text)
    written = None
    scanner.skip()
    scanner.passed("---")
    scanner.skip()
    if isinstance(tree, Scalar):
        raise scanner.unexpected()
    if scanner.is_flow(tree):
        head, parted = _parted(scanner.comments())
        root, behind = scanner.flow(tree), scanner.behind()
    else:
        head, parted, first = _head(scanner.comments())
        root, behind = scanner.block(tree, -1, first), ""
        start, stop = scanner.extent
        written = Written(text[:start], "", text[stop:])
    scanner.skip()
    scanner.passed("...")
    scanner.skip()
    end = scanner.comments()
    if scanner.at < len(text):
        raise scanner.unexpected()
    return Document(root, head, parted, behind, end, written)


def _head(met: tuple[str, ...]) -> tuple[tuple[str, ...], bool, tuple[str, ...]]:
    """Part what stands above the first key: comments on the file, a blank line, those on the key.

    Without a blank line between comments, all of them are on the file.
    """
    texts, parted = _parted(met)
    if parted or "" not in texts:
        return texts, parted, ()
    blank = len(texts) - 1 - texts[::-1].index("")
    return texts[:blank], True, texts[blank + 1 :]


def _parted(met: tuple[str, ...]) -> tuple[tuple[str, ...], bool]:
    """Return the comments without blank lines at their ends, and whether one stood below."""
    first = next((index for index, text in enumerate(met) if text), len(met))
    last = next((index for index in range(len(met), first, -1) if met[index - 1]), first)
    return met[first:last], last < len(met) and first < last


class _Scanner(Cursor):
    """Reads the values of a tree where they stand in its text.

    `extent` is from where to where the value stands that was read last.
    """

    extent = (0, 0)

    def is_flow(self, node: Mapping | Sequence) -> bool:
        """Tell whether a collection that begins here stands within brackets."""
        return self.text[self._start(node)] in "[{"

    def _start(self, node: Node) -> int:
        return self.starts[node.span.line - 1] + node.span.column - 1

    def _written(self, node: Scalar) -> str:
        end = self.starts[node.span.end_line - 1] + node.span.end_column - 1
        return self.text[self._start(node) : end]

    def leaf(self, node: Scalar, column: int) -> Leaf:
        """Read a single value; `column` is that of the entry it stands in, counted from 0."""
        written = self._written(node)
        if self._start(node) != self.at or not written:
            raise self.unexpected()
        if written[0] in "|>":
            return self._block_scalar(written, column, node.text)
        self.at += len(written)
        return Leaf(written, node.text, node.plain)

    def _block_scalar(self, written: str, column: int, value: str) -> Leaf:
        """Read a block scalar and the comment behind its mark.

        An indentation that is told by a digit becomes two, which is what banso indents by.
        """
        header, _, content = written.partition("\n")
        match = _HEADER.match(header)
        style, before, digit, after, comment = match.groups() if match else ("", "", "", "", "")
        rows = content.split("\n")
        indent = column + int(digit) if digit else _indent(rows)
        ends_with_text = bool(rows[-1][indent:])
        if not ends_with_text:
            del rows[-1]
        lines = [row[indent:] for row in rows]
        keeps = (before or after) == "+"
        while lines and not keeps and not lines[-1]:
            del lines[-1]
        chomping = "-" if ends_with_text and not value.endswith("\n") else before or after
        length = len(header) + 1 + sum(len(row) + 1 for row in rows[: len(lines)])
        self.at += min(length, len(written))
        if comment:
            self.meet(comment.rstrip(" \t"))
        text = f"{style}{'2' if digit else ''}{chomping}"
        return Leaf(text, value, plain=False, lines=tuple(lines), keeps=chomping == "+")

    def block(self, node: Mapping | Sequence, outer: int, before: tuple[str, ...]) -> Collection:
        """Read a collection in lines of its own; `outer` is the column of the one around it."""
        column = node.span.column - 1
        items: list[Item] = []
        self.skip()
        first = start = self.next_entry()
        entries = node.entries.values() if isinstance(node, Mapping) else node.items
        for entry in entries:
            self.skip()
            above = (*(before if not items else ()), *self.comments())
            if isinstance(entry, Entry):
                key = self.leaf(entry.key, column)
                self.pass_over(":")
                item = self._item(entry.value, column, above, key)
            else:
                self.pass_over("-")
                item = self._item(entry, column, above)
            items.append(self._with_text(item, start))
            start = self.next_entry()
        end = self.indented(max(column, outer + 1))
        self.extent = first, start
        is_mapping = isinstance(node, Mapping)
        return Collection(is_mapping, is_flow=False, items=tuple(items), end=end, column=column)

    def _with_text(self, item: Item, start: int) -> Item:
        """Return an entry with its letters, from here on to what comes next."""
        first, last = self.extent
        is_block = isinstance(item.value, Collection) and not item.value.is_flow
        value = "" if is_block else self.text[first:last]
        written = Written(self.text[start:first], value, self.text[last : self.next_entry()])
        return replace(item, written=written)

    def _item(
        self, node: Node, column: int, above: tuple[str, ...], key: Leaf | None = None
    ) -> Item:
        """Read the value of an entry; comments above the value stand above the entry."""
        if isinstance(node, Scalar) or self.is_flow(node):
            return self._value(node, column, above, key)
        behind = self.behind()
        if key is None:
            above, behind = (*above, *filter(None, [behind])), ""
        return Item(self.block(node, column, ()), key, above, behind)

    def _value(
        self, node: Node, column: int, above: tuple[str, ...], key: Leaf | None = None
    ) -> Item:
        """Read a value and the comment behind it, or behind its key where there is no other."""
        if isinstance(node, Scalar) and not self._written(node):
            self.extent = self.at, self.at
            return Item(Leaf("", "", plain=True), key, above, self.behind())
        opening = self.behind()
        between = tuple(filter(None, self.comments()))
        start = self.at
        value = self.leaf(node, column) if isinstance(node, Scalar) else self.flow(node)
        self.extent = start, self.at
        behind = self.behind()
        if opening and behind:
            between = (opening, *between)
        return Item(value, key, (*above, *between), behind or opening)

    def flow(self, node: Mapping | Sequence) -> Collection:
        """Read what stands within brackets; a part of one key may lack them, as in `[a: b]`."""
        if self._start(node) != self.at:
            raise self.unexpected()
        bracketed = self.passed("{") or self.passed("[")
        opening = self.behind() if bracketed else ""
        items: list[Item] = []
        entries = node.entries.values() if isinstance(node, Mapping) else node.items
        for entry in entries:
            self.skip()
            items.append(self._flow_item(entry, tuple(filter(None, self.comments()))))
        end: tuple[str, ...] = ()
        if bracketed:
            self.skip()
            end = tuple(filter(None, self.comments()))
            self.pass_over("}" if isinstance(node, Mapping) else "]")
        is_mapping = isinstance(node, Mapping)
        return Collection(is_mapping, is_flow=True, items=tuple(items), opening=opening, end=end)

    def _flow_item(self, entry: Entry | Node, above: tuple[str, ...]) -> Item:
        key = None
        if isinstance(entry, Entry):
            key = self.leaf(entry.key, 0)
            self.skip()
            self.passed(":")
        node = entry.value if isinstance(entry, Entry) else entry
        item = self._value(node, 0, above, key)
        if self.passed(",") and not item.behind:
            item = replace(item, behind=self.behind())
        return item


def _indent(rows: list[str]) -> int:
    """Return the indentation of the first line with text; lines of blanks only hold nothing."""
    for row in rows:
        text = row.lstrip(" ")
        if text:
            return len(row) - len(text)
    return max(map(len, rows), default=0)
