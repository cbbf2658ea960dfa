"""What kinds of values columns have, and in which ways Excel and people write them."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from banso_cli.intake.editable.columns import Cell, Column, Entry, Unreadable, fields
from banso_cli.intake.sheets.cells import with_line_ends
from banso_cli.locale import _
from banso_cli.rules.shape.values import is_unknown, meant_day, meant_number, no_such_day
from banso_cli.text.meaning import as_meant

LAST_SERIAL = 2_958_465
"""The number by which Excel counts the last day that it knows, 9999-12-31."""


def written(found: object) -> str:
    """Return what a cell holds as a text: numbers and days as people write them."""
    if isinstance(found, dt.datetime):
        return (found.date() if found.time() == dt.time() else found).isoformat()
    if isinstance(found, dt.date):
        return found.isoformat()
    if isinstance(found, float) and found.is_integer():
        return str(int(found))
    if isinstance(found, bool):
        return str(found).upper()
    return "" if found is None else with_line_ends(str(found)).strip()


def meant_text(found: object) -> str:
    """Return what a cell holds without what says that nothing is known."""
    text = as_meant(written(found))
    return "" if is_unknown(text) else text


@dataclass(frozen=True, slots=True)
class Text(Column):
    """A column of texts of one line."""

    def read(self, found: object, entry: Entry) -> str:  # noqa: ARG002 - of other columns
        """Return the text without blanks at its edges."""
        return as_meant(written(found))


@dataclass(frozen=True, slots=True)
class Lines(Column):
    """A column of lists of texts, an entry a line."""

    def read(self, found: object, entry: Entry) -> str:  # noqa: ARG002 - of other columns
        """Return the entries without blank ones."""
        return "\n".join(filter(None, map(as_meant, written(found).split("\n"))))

    def put(self, tree: object, text: str) -> object:
        """Put in the list."""
        found = {**fields(tree), self.key: tuple(text.split("\n"))}
        return found if text else Column.put(self, tree, "")


@dataclass(frozen=True, slots=True)
class Number(Column):
    """A column of numbers."""

    def cell(self, text: str) -> Cell:
        """Return the number."""
        return int(text) if text else ""

    def read(self, found: object, entry: Entry) -> str:  # noqa: ARG002 - of other columns
        """Return the number, without units and in digits of half width."""
        text = meant_text(found)
        number = None if isinstance(found, dt.date) else meant_number(text, "number")
        if text and (number is None or not number.is_sure):
            message = _("'{found}' is not a number").format(found=text)
            raise Unreadable(message, _("write half-width digits only, such as 12345"))
        return number.text if number else ""


@dataclass(frozen=True, slots=True)
class Day(Column):
    """A column of days."""

    def cell(self, text: str) -> Cell:
        """Return the day."""
        return dt.date.fromisoformat(text) if text else ""

    def read(self, found: object, entry: Entry) -> str:  # noqa: ARG002 - of other columns
        """Return the day, also of a number by which Excel counts days, and of a Japanese era."""
        text = meant_text(found)
        if text.isdecimal() and 0 < int(text) <= LAST_SERIAL:
            return (dt.date(1899, 12, 30) + dt.timedelta(int(text))).isoformat()
        day = meant_day(text)
        if text and (day is None or not day.is_sure):
            reason = no_such_day(text)
            message = _("there is no day {found}") if reason else _("'{found}' is not a date")
            help_line = reason or _("write year-month-day, such as 2026-04-01")
            raise Unreadable(message.format(found=text), help_line)
        return day.text if day else ""
