"""What changed in a closed period: values beside those of an earlier state, by their fields."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from banso_cli.records.fields.record import Part, Record
from banso_cli.records.roster import Roster
from banso_cli.records.teams.team import PERSONAL_KEYS, Team

NO_VALUES = frozenset({"sources", "exceptions", "errata", "notes", "assumptions", *PERSONAL_KEYS})
"""What tells of values, or may not be told: no erratum is due for it."""


@dataclass(frozen=True, slots=True)
class Changed:
    """A value of a record that is another, or gone: `now` is None then.

    `keys` lead to it where it stands, or stood; `field` names it with entries counted from 1:
    `members.2.rank`. It is empty where the record itself is gone.
    """

    record: str
    keys: tuple[str | int, ...]
    was: str | None
    now: str | None

    @property
    def field(self) -> str:
        """Return the keys as an erratum has them."""
        return ".".join(str(key + 1) if isinstance(key, int) else key for key in self.keys)


def records_of(roster: Roster, number: int) -> Mapping[str, Record]:
    """Return the records of a period by their ids: its file and those of its teams."""
    periods = (each for each in roster.periods if each.number == number)
    return {each.id: each for each in (*periods, *roster.teams_by_period.get(number, ()))}


def same_in(records: Mapping[str, Record], record: Record) -> Record | None:
    """Return the record of the same id; a team whose file was renamed is known by its code."""
    teams = {each.municipality: each for each in records.values() if isinstance(each, Team)}
    renamed = teams.get(record.municipality) if isinstance(record, Team) else None
    return records.get(record.id) or renamed


def changes(before: Record, now: Record) -> Iterator[Changed]:
    """Yield what is another value, or gone; a value where none was known is no change."""
    for keys, was, new in _parts(before, now, ()):
        yield Changed(now.id, keys, was, new)


Difference = tuple[tuple[str | int, ...], str, str | None]


def _parts(before: Part, now: Part, keys: tuple[str | int, ...]) -> Iterator[Difference]:
    for name, field in type(before).model_fields.items():
        old, new = getattr(before, name), getattr(now, name)
        if name not in NO_VALUES and old not in (new, field.default):
            yield from _values(old, new, (*keys, name))


def _values(old: object, new: object, keys: tuple[str | int, ...]) -> Iterator[Difference]:
    if isinstance(old, Part) and isinstance(new, Part):
        yield from _parts(old, new, keys)
    elif isinstance(old, tuple) and isinstance(new, tuple):
        yield from _entries(old, new, keys)
    else:
        yield keys, text_of(old), None if new is None else text_of(new)


def _entries(
    old: tuple[object, ...], new: tuple[object, ...], keys: tuple[str | int, ...]
) -> Iterator[Difference]:
    """Yield what differs of lists: what both have is no change, and so is one entry more."""
    left, come = list(enumerate(old)), list(new)
    for index, each in enumerate(old):
        if each in come:
            come.remove(each)
            left.remove((index, each))
    for (index, each), other in zip(left, [*come, *[None] * len(left)], strict=False):
        yield from _values(each, other, (*keys, index))


def value_at(record: Record, field: str) -> tuple[bool, str | None]:
    """Tell whether a record can have a field, and what stands there; None for nothing."""
    found: object = record
    for key in field.split("."):
        if isinstance(found, tuple) and key.isdecimal():
            found = found[int(key) - 1] if 0 < int(key) <= len(found) else None
        elif isinstance(found, Part) and key in type(found).model_fields and key not in NO_VALUES:
            found = getattr(found, key)
        elif found is not None:
            return False, None
    return True, None if found is None else text_of(found)


def text_of(value: object) -> str:
    """Return a value as a file has it, and so an erratum; a part in its values, joined."""
    if isinstance(value, Part):
        shown = (getattr(value, key) for key in type(value).model_fields if key not in NO_VALUES)
        return " ".join(text_of(each) for each in shown if each is not None and each != ())
    if isinstance(value, tuple):
        return "、".join(map(text_of, value))
    return str(value).lower() if isinstance(value, bool) else str(value)
