"""The kinds of columns: lists, numbers, days, choices, names, fields, and marks for seats."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from banso_cli.intake.editable.columns import Cell, Column, Entry, Unreadable, fields, written
from banso_cli.locale import _
from banso_cli.records.fields.names import NameList
from banso_cli.records.fields.words import CHOICES, KEYS, aliases
from banso_cli.records.roster import Roster
from banso_cli.records.teams.team import Team
from banso_cli.rules.references.namings import likely, not_in_list
from banso_cli.rules.shape.values import is_unknown, meant_day, meant_number, no_such_day
from banso_cli.text.meaning import as_meant, in_other_letters
from banso_cli.text.suggestion import one_of, perhaps

LAST_SERIAL = 2_958_465
"""The number by which Excel counts the last day that it knows, 9999-12-31."""

MARK = "○"
_MARKS = frozenset("○〇◯●◎oO✓✔☑1") | {"TRUE", "出席", "有", "レ"}
_NO_MARKS = frozenset("×✕xX0") | {"FALSE", "欠席", "欠", "無"}


def meant_text(found: object) -> str:
    """Return what a cell holds without what says that nothing is known."""
    text = as_meant(written(found))
    return "" if is_unknown(text) else text


@dataclass(frozen=True, slots=True)
class Lines(Column):
    """A column of lists of texts, an entry a line."""

    def read(self, found: object, entry: Entry) -> str:  # noqa: ARG002 - of other columns
        """Return the entries without blank ones."""
        return "\n".join(filter(None, map(as_meant, written(found).split("\n"))))

    def value(self, text: str) -> object:
        """Return the list."""
        return tuple(text.split("\n")) if text else None


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


@dataclass(frozen=True, slots=True)
class Choice(Column):
    """A column of the words of a few choices."""

    labels: Mapping[str, str] = field(kw_only=True)

    def cell(self, text: str) -> Cell:
        """Return the word of the choice."""
        return self.labels.get(text, text)

    def read(self, found: object, entry: Entry) -> str:  # noqa: ARG002 - of other columns
        """Return the choice that a word means."""
        text = meant_text(found)
        choice = in_other_letters(text, self.labels, _words(self.labels, CHOICES))
        if text and not choice:
            message = _("'{text}' is not allowed here").format(text=text)
            raise Unreadable(message, one_of(self.labels.values()))
        return choice

    def options(self, roster: Roster, teams: tuple[Team, ...]) -> tuple[str, ...]:  # noqa: ARG002 - of some
        """Return the words."""
        return tuple(self.labels.values())


@dataclass(frozen=True, slots=True)
class Name(Column):
    """A column of names of a list of the roster."""

    listed: NameList = field(kw_only=True)

    def read(self, found: object, entry: Entry) -> str:
        """Return the name that is meant, be it by an alias or in other letters."""
        text, names = meant_text(found), entry.roster.names[self.listed.id]
        name = in_other_letters(text, names.known, names.aliases)
        if text and not name:
            help_line = likely(names, text) or _("write a name of the list, or add this one to it")
            raise Unreadable(not_in_list(names, text), help_line)
        return name

    def options(self, roster: Roster, teams: tuple[Team, ...]) -> tuple[str, ...]:  # noqa: ARG002 - of some
        """Return the names."""
        return roster.names[self.listed.id].all


@dataclass(frozen=True, slots=True)
class Fields(Lines):
    """A column of the fields of a team that something is about, by their titles."""

    def cell(self, text: str) -> Cell:
        """Return the titles; a key within a part stands as it is."""
        titles = _titles()
        return "、".join(titles.get(key, key) for key in text.split("\n"))

    def read(self, found: object, entry: Entry) -> str:  # noqa: ARG002 - of other columns
        """Return the keys."""
        return "\n".join(map(_key, re.split(r"[、,，\s]+", meant_text(found))))

    def options(self, roster: Roster, teams: tuple[Team, ...]) -> tuple[str, ...]:  # noqa: ARG002 - of some
        """Return what is cited most."""
        keys = ("status", "themes", "status\nthemes", "members", "activities")
        return tuple(str(self.cell(each)) for each in keys)


def _key(text: str) -> str:
    titles = _titles()
    words = _words(titles, KEYS)
    key = in_other_letters(text, titles, words)
    if text and not key:
        message = _("such a record has no field '{key}'").format(key=text)
        raise Unreadable(message, perhaps(text, list(words)) or one_of(titles.values()))
    return key


def _words(labels: Mapping[str, str], others: Mapping[str, tuple[str, ...]]) -> dict[str, str]:
    """Return what each label stands for, and each other word that stands for one thing only."""
    words = aliases(labels, labels.values(), others)
    return words | {label: each for each, label in labels.items()}


def _titles() -> dict[str, str]:
    return {key: str(each.title) for key, each in Team.model_fields.items()}


@dataclass(frozen=True, slots=True)
class Seat(Column):
    """A column that marks whether a member, by the number of the seat, is in a list of them."""

    seat: int = field(kw_only=True)

    @property
    def path(self) -> tuple[str | int, ...]:
        """Return the key of the list."""
        return (self.key.partition(".")[0],)

    def text(self, entry: Entry) -> str:
        """Return the mark where the member is in the list."""
        return MARK if self.seat in self._seats(entry.part) else ""

    def read(self, found: object, entry: Entry) -> str:  # noqa: ARG002 - of other columns
        """Return the mark, whichever was written for it."""
        text = written(found)
        if text in _MARKS:
            return MARK
        if text not in _NO_MARKS and meant_text(found):
            message = _("'{text}' is not allowed here").format(text=text)
            raise Unreadable(message, _("write ○, or leave the cell empty"))
        return ""

    def put(self, tree: object, text: str) -> object:
        """Put the number into the list, or take it out."""
        others = tuple(each for each in self._seats(tree) if each != self.seat)
        seats = tuple(sorted((*others, self.seat))) if text else others
        return dict(fields(tree)) | {str(self.path[0]): seats}

    def options(self, roster: Roster, teams: tuple[Team, ...]) -> tuple[str, ...]:  # noqa: ARG002 - of some
        """Return the mark."""
        return (MARK,)

    def _seats(self, tree: object) -> tuple[int, ...]:
        found = fields(tree).get(str(self.path[0]))
        return found if isinstance(found, tuple) else ()
