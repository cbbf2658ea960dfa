"""What several forms say of findings, before each adds its own markup."""

from __future__ import annotations

from collections.abc import Iterable

from banso_cli.locale import plural
from banso_cli.records.finding import Finding, Severity


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
