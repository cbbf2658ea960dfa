"""The texts of all records with their places, and those of them that a rule may object to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from banso_cli.records.fields.declared import fields_of
from banso_cli.records.fields.record import Part, Record
from banso_cli.records.roster import Roster
from banso_cli.text.sieve import ADDRESS_KEYS, is_suspect
from banso_cli.yaml.place import Place
from banso_cli.yaml.tree import Mapping, Node, Scalar, Sequence


class Written(NamedTuple):
    """A text of a record, with the key that it stands under."""

    record: Record
    key: str
    scalar: Scalar

    @property
    def text(self) -> str:
        """Return the text as written."""
        return self.scalar.text

    @property
    def place(self) -> Place:
        """Return where the text stands, its quotes included."""
        return Place.of(self.record.places.path, self.scalar.span)

    @property
    def is_needed(self) -> bool:
        """Tell whether the part that holds the text cannot do without it."""
        nodes: list[tuple[type[Part], Node]] = [(type(self.record), self.record.places.tree)]
        while nodes:
            part, node = nodes.pop()
            if isinstance(node, Sequence):
                nodes += [(part, item) for item in node.items]
            for key, entry in node.entries.items() if isinstance(node, Mapping) else ():
                if field := fields_of(part).get(key):
                    if field.is_needed and entry.value == self.scalar:
                        return True
                    nodes.append((field.part or part, entry.value))
        return False

    def part(self, start: int, end: int) -> Place:
        """Return where these letters of the text stand; the whole of it where that is not told.

        That is a text with escapes, or of several lines.
        """
        span, quote = self.scalar.span, 0 if self.scalar.plain else 1
        length = span.end_column - span.column - 2 * quote
        if span.line != span.end_line or length != len(self.text):
            return self.place
        column = span.column + quote
        return Place(self.place.path, span.line, column + start, span.line, column + end)


def suspects(roster: Roster) -> tuple[Written, ...]:
    """Return the texts that a rule may object to, record by record.

    What could not be read at all is left to the rules of shape.
    """
    return roster.once(_sieved)[0]


def matching(roster: Roster, pattern: re.Pattern[str]) -> Iterator[tuple[Written, Place, str]]:
    """Yield the texts with a match, with the place and the letters of the first one."""
    for written in suspects(roster):
        if match := pattern.search(written.text):
            yield written, written.part(*match.span()), match.group()


def addresses(roster: Roster) -> tuple[Written, ...]:
    """Return the addresses of pages, record by record."""
    return roster.once(_sieved)[1]


def _sieved(roster: Roster) -> tuple[tuple[Written, ...], tuple[Written, ...]]:
    faulty = {fault.place for fault in roster.faults}
    found = [
        Written(record, key, scalar)
        for record in roster.records
        for key, scalar in record.places.suspects
        if not faulty or Place.of(record.places.path, scalar.span) not in faulty
    ]
    pages = tuple(each for each in found if each.key in ADDRESS_KEYS)
    return tuple(e for e in found if e.key not in ADDRESS_KEYS or is_suspect(e.text)), pages
