"""A finding: one fault in the roster, with its place and what to write instead."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from banso_cli.model.place import Place


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
class Finding:
    """One fault: what was found and expected (`message`), what to write (`help`).

    `record` is the record's id, such as `teams/2/013455-mori`; `rule` and `severity` are filled
    in by the rule that yields the finding.
    """

    place: Place
    message: str
    help: str = ""
    record: str = ""
    related: tuple[Related, ...] = ()
    fixable: bool = False
    rule: str = ""
    severity: Severity = Severity.ERROR
