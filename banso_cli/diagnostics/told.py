"""What is told of a check, in whatever form."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from banso_cli.records.finding import Finding
from banso_cli.records.roster import Roster
from banso_cli.rules.rule import Rule


@dataclass(frozen=True, slots=True)
class Told:
    """A roster with what the rules find in it, its paths as they are shown from the folder `top`.

    Of all findings, which are counted, `most` are told; where `strict`, warnings fail too.
    """

    roster: Roster
    findings: tuple[Finding, ...]
    rules: tuple[Rule, ...] = ()
    top: Path = Path()
    most: int | None = None
    strict: bool = False

    @property
    def first(self) -> tuple[Finding, ...]:
        """Return the findings that are told."""
        return self.findings[: self.most]
