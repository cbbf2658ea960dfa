"""Names of genders, tracks and ages, hidden wherever they stand in files of teams and applicants.

Under a mistyped key, in a comment or as a rank such a word tells of a person as under its own key.
A public roster may have none of them, and hides none.
"""

from __future__ import annotations

import re
from contextlib import suppress
from functools import cache, lru_cache
from pathlib import Path
from typing import Protocol, TypeVar, cast

from banso_cli.privacy.personal import scalars
from banso_cli.privacy.shown import mask
from banso_cli.records.fields.declared import names_in
from banso_cli.records.fields.record import Part
from banso_cli.records.roster import Roster
from banso_cli.records.teams.team import PERSONAL_KEYS, Team
from banso_cli.yaml.events import tree_of
from banso_cli.yaml.tree import Mapping

Value = TypeVar("Value")

USUAL = frozenset({"男性", "女性", "事務官", "技官"})
"""Names that are hidden whatever the programme calls its classes."""

_AGE = r"[0-9０-９]{1,3}\s{0,3}(?:歳|代(?![表理]))"
_OF_PERSONS = frozenset({"teams", "applications"})
"""The folders whose files tell of persons."""

LARGEST = 1_000_000
"""Bytes of a file that is still read for its lines, or for the names of its classes."""


@cache
def _pattern(names: frozenset[str]) -> re.Pattern[str]:
    longest_first = sorted(names | USUAL, key=lambda name: (-len(name), name))
    return re.compile("|".join((*map(re.escape, longest_first), _AGE)))


def classes_of(roster: Roster) -> re.Pattern[str] | None:
    """Return what finds the name of a class; None for a public roster."""
    programme = roster.programme
    if programme is None:
        return _pattern(frozenset())
    return None if programme.public else _pattern(frozenset(programme.genders + programme.tracks))


def classes_at(file: Path) -> re.Pattern[str] | None:
    """Return the same for a file of a roster; None where it is none of persons."""
    own = next((folder for folder in file.parents if folder.name in _OF_PERSONS), None)
    return _classes(own.parent / "programme.yaml") if own else None


def is_of_persons(path: str) -> bool:
    """Tell whether a path, which begins with the name of the roster's folder, tells of persons."""
    return any(f"/{folder}/" in path for folder in _OF_PERSONS)


def text_of(file: Path) -> str | None:
    """Return what a file holds; None where that cannot be read, or is too much."""
    with suppress(OSError):
        if file.is_file() and file.stat().st_size <= LARGEST:  # a pipe would never end
            return file.read_bytes().decode("utf-8-sig", "replace")
    return None


@lru_cache(maxsize=8)
def _classes(file: Path) -> re.Pattern[str] | None:
    tree = tree_of(text_of(file) or "")
    entries = tree.entries if isinstance(tree, Mapping) else {}
    found = {key: [each.text for each in scalars(entry.value)] for key, entry in entries.items()}
    if found.get("public") == ["true"]:
        return None
    names = (*found.get("genders", ()), *found.get("tracks", ()))
    return _pattern(frozenset(names) - {""})


def without_classes(roster: Roster) -> Roster:
    """Return the roster with a mask wherever a team has the name of a class by mistake."""
    if not roster.is_private:
        return roster
    return roster.having(Team, masked_in(roster)(roster.teams_and_drafts))


class Masking(Protocol):
    """What puts a mask into a value."""

    def __call__(self, value: Value) -> Value:
        """Return the value with a mask for each name of a class."""


def masked_in(roster: Roster) -> Masking:
    """Return what masks the names of a roster's classes in a value of a team.

    Names in the roster's lists stay: a theme may be called so.
    """
    classes = classes_of(roster)
    if classes is None:
        return _unmasked
    lists = {listed.id for keys, listed in names_in(Team) if keys[-1] not in PERSONAL_KEYS}
    known = frozenset(name for each in lists for name in roster.names[each].all)

    def masked(value: Value) -> Value:
        found: object = value
        if isinstance(value, str):
            found = value if value in known else classes.sub(mask(), value)
        elif isinstance(value, tuple):
            found = tuple(masked(each) for each in value)
        elif isinstance(value, Part):
            keys = (key for key in type(value).model_fields if key not in PERSONAL_KEYS)
            found = value.model_copy(update={key: masked(getattr(value, key)) for key in keys})
        return cast("Value", found)

    return masked


def _unmasked(value: Value) -> Value:
    return value


def impersonal(value: Value) -> Value:
    """Return a value of a team without gender, track and age."""
    found: object = value
    if isinstance(value, tuple):
        found = tuple(map(impersonal, value))
    elif isinstance(value, Part):
        fields = type(value).model_fields
        kept = {key: impersonal(getattr(value, key)) for key in fields}
        found = value.model_copy(update={**kept, **dict.fromkeys(fields.keys() & PERSONAL_KEYS)})
    return cast("Value", found)
