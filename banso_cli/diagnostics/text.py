"""Findings as text: place, fault, the line with a caret, and what to write."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from banso_cli.diagnostics.plain import errors_and_warnings
from banso_cli.diagnostics.told import Told
from banso_cli.locale import _, plural
from banso_cli.privacy.lines import line_of
from banso_cli.records.finding import Finding
from banso_cli.records.roster import Roster
from banso_cli.text.visible import visible
from banso_cli.yaml.place import Place

WIDEST = 100
"""Letters of a source line that are shown; longer lines are cut around the place."""


def document(told: Told) -> str:
    """Return the findings and the closing line."""
    lines = (*as_text(told.first, told.top), summary(told.roster, told.findings))
    return "".join(f"{line}\n" for line in lines)


def as_text(findings: Iterable[Finding], top: Path) -> Iterator[str]:
    """Yield the lines of all findings; `top` is the folder that paths start from."""
    for finding in findings:
        place = finding.place
        yield visible(
            f"{place.path}:{place.line}:{place.column}: {finding.severity}: "
            f"{finding.message} [{finding.rule}]"
        )
        yield from _excerpt(place, top)
        if finding.help:
            yield visible(f"  help: {finding.help}")
        for related in finding.related:
            where = related.place
            yield visible(f"  note: {where.path}:{where.line}:{where.column}: {related.message}")


def summary(roster: Roster, findings: Iterable[Finding]) -> str:
    """Return the closing line: teams, municipalities, errors, and warnings where there are any."""
    errors, warnings = errors_and_warnings(findings)
    teams, places = len(roster.teams), len(roster.municipalities)
    line = _("{teams}, {municipalities}, {errors}").format(
        teams=plural("{count} team", "{count} teams", teams),
        municipalities=plural("{count} municipality", "{count} municipalities", places),
        errors=plural("{count} error", "{count} errors", errors),
    )
    return line + (plural(", {count} warning", ", {count} warnings", warnings) if warnings else "")


def _excerpt(place: Place, top: Path) -> Iterator[str]:
    from wcwidth import width as columns  # noqa: PLC0415 - a clean roster needs none

    found = line_of(top, place.path, place.line)
    if found is None:
        return
    line = visible(found.text)
    begin = found.column(place.column) - 1
    end = found.column(place.end_column, is_end=True) - 1
    end = end if place.end_line == place.line else len(line)
    cut = max(0, begin - WIDEST // 2) if len(line) > WIDEST else 0
    shown = line[cut : cut + WIDEST]
    gutter = f"{place.line:>6} | "
    yield gutter + shown
    blank = columns(shown[: begin - cut])
    marked = max(1, columns(shown[begin - cut : max(begin, end) - cut]))
    yield f"{'':>6} | {' ' * blank}{'^' * marked}"
