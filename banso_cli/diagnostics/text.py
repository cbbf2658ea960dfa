"""Findings as text: place, fault, the line with a caret, and what to write."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from enum import Enum, auto
from pathlib import Path
from typing import NamedTuple, TypeAlias

from banso_cli.diagnostics.told import Told, counted, errors_and_warnings
from banso_cli.locale import _, plural
from banso_cli.privacy.lines import line_of
from banso_cli.records.finding import Finding, Replacement
from banso_cli.records.roster import Roster
from banso_cli.text.visible import visible
from banso_cli.yaml.place import Place

WIDEST = 100
"""Letters of a source line that are shown; longer lines are cut around the place."""


class Role(Enum):
    """What a part of a line is, which a terminal may show in a colour of its own."""

    PLAIN = auto()
    PLACE = auto()
    ERROR = auto()
    WARNING = auto()
    RULE = auto()
    CARET = auto()
    HELP = auto()


class Span(NamedTuple):
    """A part of a line that looks alike."""

    text: str
    role: Role = Role.PLAIN


Line: TypeAlias = tuple[Span, ...]


def plain(line: Line) -> str:
    """Return a line without its looks."""
    return "".join(span.text for span in line)


def lines_of(told: Told) -> Iterator[Line]:
    """Yield the findings, a blank line after each, and the closing lines."""
    for finding in told.first:
        yield from _finding(finding, told.top)
        yield ()
    yield (Span(summary(told.roster, told.findings)),)
    if told.findings:
        yield (Span(advice(told.findings), Role.HELP),)


def as_text(findings: Iterable[Finding], top: Path) -> Iterator[str]:
    """Yield the lines of all findings; `top` is the folder that paths start from."""
    for finding in findings:
        yield from map(plain, _finding(finding, top))


def _finding(finding: Finding, top: Path) -> Iterator[Line]:
    place, severity = finding.place, finding.severity
    yield (
        Span(visible(f"{place}: "), Role.PLACE),
        Span(f"{_(str(severity))}: ", Role[severity.name]),
        Span(visible(f"{finding.message} ")),
        Span(f"[{finding.rule}]", Role.RULE),
    )
    yield from _excerpt(place, top)
    if finding.help:
        text = visible(_("help: {text}").format(text=finding.help))
        yield (Span(f"  {text}", Role.HELP),)
    for related in finding.related:
        note = _("  note: {place}: {text}").format(place=related.place, text=related.message)
        yield (Span(visible(note)),)


def summary(roster: Roster, findings: Iterable[Finding]) -> str:
    """Return the closing line: teams, municipalities, errors, and warnings where there are any."""
    _errors, warnings = errors_and_warnings(findings)
    teams, places = len(roster.teams), len(roster.municipalities)
    line = _("{teams}, {municipalities}, {errors}").format(
        teams=plural("{count} team", "{count} teams", teams),
        municipalities=plural("{count} municipality", "{count} municipalities", places),
        **counted(findings),
    )
    return line + (plural(", {count} warning", ", {count} warnings", warnings) if warnings else "")


def advice(findings: Sequence[Finding]) -> str:
    """Return how many findings --fix mends, and how a rule is explained."""
    explained = _("what a rule means: banso explain RULE")
    fixed = sum(isinstance(finding.fix, Replacement) for finding in findings)
    if not fixed:
        return explained
    words = _("{count} can be mended by banso validate --fix").format(count=fixed)
    return _("{first}; {second}").format(first=words, second=explained)


def _excerpt(place: Place, top: Path) -> Iterator[Line]:
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
    yield (Span(f"{place.line:>6} | {shown}"),)
    blank = columns(shown[: begin - cut])
    marked = max(1, columns(shown[begin - cut : max(begin, end) - cut]))
    yield (Span(f"{'':>6} | {' ' * blank}"), Span("^" * marked, Role.CARET))
