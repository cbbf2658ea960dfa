"""The texts of all records with their places, and those of them that a rule may object to."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from banso_cli.model.place import Place
from banso_cli.model.record import Part, Record
from banso_cli.model.roster import Roster
from banso_cli.model.tree import Mapping, Node, Scalar, Sequence
from banso_cli.reading.declared import fields_of
from banso_cli.rules.meaning import PLACEHOLDERS


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
        parts: list[tuple[type[Part], bool, Node]] = [
            (type(self.record), False, self.record.places.tree)
        ]
        while parts:
            part, needed, node = parts.pop()
            if node is self.scalar and needed:
                return True
            if isinstance(node, Mapping):
                for key, entry in node.entries.items():
                    if field := fields_of(part).get(key):
                        parts.append((field.part or part, field.is_needed, entry.value))
            elif isinstance(node, Sequence):
                parts += [(part, False, item) for item in node.items]
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


_SUSPECT = re.compile(
    "[\\s\u00a0\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff"  # not seen
    "\ufe00-\ufe0f\U000e0100-\U000e01ef"  # variation selectors
    "\uf900-\ufaff\U0002f800-\U0002fa1f"  # compatibility ideographs
    "\u2e80-\u2fdf\u0370-\u04ff\u00b7\u2027\u2219\u22c5"  # look-alikes
    "\u3099\u309a\u0300-\u036f\uff61-\uff9f"  # voicing marks by themselves, half-width kana
    "〇○◯@＠★☆●◎■◆※氏様殿ん電携直代絡線℡☎📞📠+＋]"  # placeholders, mail, people, telephones
    "|[0０](?<![0-9０-９].)[0-9０-９]{1,4}[-－\u2010-\u2012–—―\u2212─━ー()（）]|[0-9０-９]{9}"
    "|[tTｔＴ][eEｅＥ][lLｌＬ]|[(（\\[［{<＜【〔「〈][aAａＡアあ]|アット"  # TEL, (at)
)
"""A rough sieve: whatever some rule of text or privacy may object to has one of these letters.
Thousands of texts are looked at once, and only those found are looked at closely."""
ADDRESS_KEYS = frozenset({"url", "page"})
"""The keys whose text is the address of a page."""


def suspects(roster: Roster) -> tuple[Written, ...]:
    """Return the texts that a rule may object to, record by record.

    What could not be read at all is left to the rules of shape.
    """
    return _sieved(roster)[0]


def addresses(roster: Roster) -> tuple[Written, ...]:
    """Return the addresses of pages, record by record."""
    return _sieved(roster)[1]


@lru_cache(maxsize=1)
def _sieved(roster: Roster) -> tuple[tuple[Written, ...], tuple[Written, ...]]:
    faulty = {fault.place for fault in roster.faults}
    found: list[Written] = []
    pages: list[Written] = []
    for record in roster.records:
        open_nodes: list[tuple[str, Node]] = [("", record.places.tree)]
        while open_nodes:
            key, node = open_nodes.pop()
            if isinstance(node, Scalar):
                if key in ADDRESS_KEYS:
                    pages.append(Written(record, key, node))
                if _SUSPECT.search(node.text) or node.text.upper() in PLACEHOLDERS:
                    found.append(Written(record, key, node))
            elif isinstance(node, Mapping):
                open_nodes += [(name, entry.value) for name, entry in node.entries.items()]
            else:
                open_nodes += [(key, item) for item in node.items]
    if faulty:
        found = [written for written in found if written.place not in faulty]
        pages = [written for written in pages if written.place not in faulty]
    return tuple(found), tuple(pages)
