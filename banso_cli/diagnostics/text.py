"""Findings as text: place, fault, the line with a caret, and what to write."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from banso_cli.locale import _, plural
from banso_cli.model.finding import Finding, Severity
from banso_cli.model.place import Place
from banso_cli.model.roster import Roster
from banso_cli.reading.lines import line_of

_HIDDEN = re.compile("[\x00-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]")
"""What a terminal would obey rather than show: control characters and changes of direction."""

WIDEST = 100
"""Letters of a source line that are shown; longer lines are cut around the place."""


def as_text(findings: Iterable[Finding], folder: Path) -> Iterator[str]:
    """Yield the lines of all findings; `folder` is that of the roster."""
    for finding in findings:
        place = finding.place
        yield _shown(
            f"{place.path}:{place.line}:{place.column}: {finding.severity}: "
            f"{finding.message} [{finding.rule}]"
        )
        yield from _excerpt(place, folder)
        if finding.help:
            yield _shown(f"  help: {finding.help}")
        for related in finding.related:
            where = related.place
            yield _shown(f"  note: {where.path}:{where.line}:{where.column}: {related.message}")


def summary(roster: Roster, findings: Iterable[Finding]) -> str:
    """Return the closing line: teams, municipalities, errors, and warnings where there are any."""
    weights = [finding.severity for finding in findings]
    warnings = weights.count(Severity.WARNING)
    line = _("{teams}, {municipalities}, {errors}").format(
        teams=plural("{count} team", "{count} teams", len(roster.teams)),
        municipalities=plural(
            "{count} municipality", "{count} municipalities", len(roster.municipalities)
        ),
        errors=plural("{count} error", "{count} errors", weights.count(Severity.ERROR)),
    )
    return line + (plural(", {count} warning", ", {count} warnings", warnings) if warnings else "")


def _excerpt(place: Place, folder: Path) -> Iterator[str]:
    found = line_of(folder, place.path, place.line)
    if found is None:
        return
    line = _shown(found.text)
    begin = found.column(place.column) - 1
    end = found.column(place.end_column, is_end=True) - 1
    end = end if place.end_line == place.line else len(line)
    cut = max(0, begin - WIDEST // 2) if len(line) > WIDEST else 0
    shown = line[cut : cut + WIDEST]
    gutter = f"{place.line:>6} | "
    yield gutter + shown
    blank = _columns(shown[: begin - cut])
    marked = max(1, _columns(shown[begin - cut : max(begin, end) - cut]))
    yield f"{'':>6} | {' ' * blank}{'^' * marked}"


def _columns(text: str) -> int:
    """Return how many columns of a terminal the text takes."""
    from wcwidth import wcswidth

    return max(wcswidth(text), 0)


def _shown(text: str) -> str:
    """Return the text with a blank for each tab and � for each letter that cannot be seen."""
    return _HIDDEN.sub("�", text.replace("\t", " "))
