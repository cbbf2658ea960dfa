"""Findings as workflow commands of GitHub Actions: notes beside the lines of a pull request.

GitHub shows the first ten errors and the first ten warnings of a step, and logs the rest without a
word. It takes columns only for a place on one line, and its end is the last line and column that
belong to the place; of the unit of a column it says nothing, so they stay code points.
"""

from __future__ import annotations

from collections.abc import Sequence

from banso_cli.diagnostics.text import summary
from banso_cli.diagnostics.told import Told, related_lines
from banso_cli.locale import plural
from banso_cli.records.finding import Finding, Severity
from banso_cli.text.visible import visible_lines

PER_STEP = 10
"""Findings of one severity that GitHub shows for one step."""


def document(told: Told) -> str:
    """Return the commands and the closing line, which the log of the step shows."""
    return f"{as_github(told.findings, told.most)}{summary(told.roster, told.findings)}\n"


def as_github(findings: Sequence[Finding], most: int | None = None) -> str:
    """Return a command for each finding that GitHub shows, and the number of the others.

    `most` findings are shown at the most.
    """
    shown = first_shown(findings[:most])
    commands = [_command(finding) for finding in shown]
    if len(shown) < len(findings):
        others = plural(
            "{count} more finding stands in the summary of this job",
            "{count} more findings stand in the summary of this job",
            len(findings) - len(shown),
        )
        commands.append(f"::notice::{_data(others)}")
    return "".join(f"{command}\n" for command in commands)


def first_shown(findings: Sequence[Finding]) -> list[Finding]:
    """Return the first ten errors and the first ten warnings."""
    return [
        finding
        for severity in Severity
        for finding in [each for each in findings if each.severity is severity][:PER_STEP]
    ]


def annotation(message: str, help_line: str) -> str:
    """Return a command for an error that has no place."""
    told = "\n".join(filter(None, (message, help_line)))
    return f"::error title=banso::{_data(told)}\n"


def _command(finding: Finding) -> str:
    place = finding.place
    properties: dict[str, str | int] = {"file": place.path, "line": place.line}
    if place.line == place.end_line:
        properties["col"] = place.column
    properties["endLine"] = place.last_line
    if place.line == place.end_line:
        properties["endColumn"] = max(place.column, place.end_column - 1)
    properties["title"] = finding.rule
    told = ",".join(f"{name}={_property(str(value))}" for name, value in properties.items())
    lines = (finding.message, finding.help, *related_lines(finding))
    message = _data("\n".join(filter(None, lines)))
    return f"::{finding.severity} {told}::{message}"


def _data(text: str) -> str:
    return visible_lines(text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A"))


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
