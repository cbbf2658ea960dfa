"""A finding: one fault in the roster, with its place and what to write instead."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar, TypeAlias

from banso_cli.yaml.place import Place, record_at


class Severity(StrEnum):
    """How much a finding weighs: an error makes a figure wrong, a warning may."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Related:
    """Another place that belongs to a finding, with what stands there."""

    message: str
    place: Place


@dataclass(frozen=True, slots=True)
class Replacement:
    """What to write at a place instead of what stands there; a safe one keeps the meaning."""

    place: Place
    text: str
    safe: bool = True


@dataclass(frozen=True, slots=True)
class Renaming:
    """The name that a file should have, in the same folder; never safe, as links may break."""

    path: str
    name: str
    safe: ClassVar[bool] = False


Fix: TypeAlias = Replacement | Renaming


@dataclass(frozen=True, slots=True)
class Finding:
    """One fault: what was found and expected (`message`), what to write (`help`).

    `rule` and `severity` are filled in by the rule that yields the finding; `fix` is the edit that
    mends it, where there is one.
    A finding is `personal` where it stands on what no output shows: its words do not tell it, but
    its edit may.
    """

    place: Place
    message: str
    help: str = ""
    related: tuple[Related, ...] = ()
    fix: Fix | None = None
    rule: str = ""
    severity: Severity = Severity.ERROR
    personal: bool = False

    @property
    def record(self) -> str:
        """Return the id of the record, such as `teams/2/013455-mori`."""
        return record_at(self.place.path)

    @property
    def fixable(self) -> bool:
        """Tell whether banso can mend it."""
        return self.fix is not None
