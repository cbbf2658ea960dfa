"""Findings as workflow commands of GitHub Actions: notes beside the lines of a pull request.

GitHub shows the first ten errors and the first ten warnings of a step, and logs the rest without a
word. It takes columns only for a place on one line, and its end is the last line and column that
belong to the place; of the unit of a column it says nothing, so they stay code points.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet

from banso_cli.diagnostics.plain import related_lines
from banso_cli.locale import plural
from banso_cli.model.finding import Finding, Severity
from banso_cli.model.place import Place

PER_STEP = 10
"""Findings of one severity that GitHub shows for one step."""

ChangedLines = Mapping[str, AbstractSet[int]]
"""The lines that a change added or edited, counted from 1, by the path of a place."""


def as_github(findings: Sequence[Finding], changed: ChangedLines | None = None) -> str:
    """Return a command for each finding that GitHub shows, and the number of the others."""
    shown = first_shown(findings, changed or {})
    commands = [_command(finding) for finding in shown]
    if len(shown) < len(findings):
        others = plural(
            "{count} more finding stands in the summary of this job",
            "{count} more findings stand in the summary of this job",
            len(findings) - len(shown),
        )
        commands.append(f"::notice::{_data(others)}")
    return "".join(f"{command}\n" for command in commands)


def first_shown(findings: Sequence[Finding], changed: ChangedLines) -> list[Finding]:
    """Return ten errors and ten warnings at most, those on changed lines before the others."""
    ordered = sorted(findings, key=lambda finding: not _is_on(finding.place, changed))
    return [
        finding
        for severity in Severity
        for finding in [each for each in ordered if each.severity is severity][:PER_STEP]
    ]


def _is_on(place: Place, changed: ChangedLines) -> bool:
    lines = range(place.line, _last_line(place) + 1)
    return not changed.get(place.path, frozenset()).isdisjoint(lines)


def _last_line(place: Place) -> int:
    """Return the last line of which something belongs to the place."""
    ends_before = place.end_line > place.line and place.end_column == 1
    return place.end_line - 1 if ends_before else place.end_line


def _command(finding: Finding) -> str:
    place = finding.place
    properties: dict[str, str | int] = {"file": place.path, "line": place.line}
    if place.line == place.end_line:
        properties["col"] = place.column
    properties["endLine"] = _last_line(place)
    if place.line == place.end_line:
        properties["endColumn"] = max(place.column, place.end_column - 1)
    properties["title"] = finding.rule
    told = ",".join(f"{name}={_property(str(value))}" for name, value in properties.items())
    lines = (finding.message, finding.help, *related_lines(finding))
    message = _data("\n".join(filter(None, lines)))
    return f"::{finding.severity} {told}::{message}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
