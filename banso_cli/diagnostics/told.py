"""What is told of a check, in whatever form, before each adds its own markup."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from banso_cli.locale import plural
from banso_cli.records.finding import Finding, Severity
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


def related_lines(finding: Finding) -> list[str]:
    """Return a line for each place that belongs to the finding."""
    return [f"{related.place}: {related.message}" for related in finding.related]


def errors_and_warnings(findings: Iterable[Finding]) -> tuple[int, int]:
    """Return how many of the findings are errors, and how many are warnings."""
    weights = [finding.severity for finding in findings]
    return weights.count(Severity.ERROR), weights.count(Severity.WARNING)


def counted(findings: Iterable[Finding]) -> dict[str, str]:
    """Return how many errors and warnings there are, in words."""
    errors, warnings = errors_and_warnings(findings)
    return {
        "errors": plural("{count} error", "{count} errors", errors),
        "warnings": plural("{count} warning", "{count} warnings", warnings),
    }
