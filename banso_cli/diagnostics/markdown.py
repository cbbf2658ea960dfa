"""Findings as Markdown: the whole list, for the summary of a job on GitHub."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate

from banso_cli.diagnostics.plain import errors_and_warnings, position, related_lines
from banso_cli.locale import _, plural
from banso_cli.model.finding import Finding, Severity
from banso_cli.model.roster import Roster

LARGEST = 1024 * 1024
"""Bytes of a summary that GitHub takes from one step; a larger one is refused as a whole."""

_MARKUP = re.compile(r"[\\`*_\[\]|<>~$&]")


def as_markdown(roster: Roster, findings: Sequence[Finding], largest: int = LARGEST) -> str:
    """Return the counts and a table of the findings, in `largest` bytes of UTF-8 at most.

    Where the space ends, whole findings are left out and counted.
    """
    head = _head(roster, findings)
    rows = [_row(finding) for finding in findings]
    ends = list(accumulate((_size(row) for row in rows), initial=_size(head)))
    if ends[-1] <= largest:
        return head + "".join(rows)
    kept = max(0, bisect_right(ends, largest - _size(_left_out(len(rows)))) - 1)
    return head + "".join(rows[:kept]) + _left_out(len(rows) - kept)


def _head(roster: Roster, findings: Sequence[Finding]) -> str:
    errors, warnings = errors_and_warnings(findings)
    counts = _("{errors}, {warnings} in {files}").format(
        errors=plural("{count} error", "{count} errors", errors),
        warnings=plural("{count} warning", "{count} warnings", warnings),
        files=plural("{count} file", "{count} files", len(roster.files)),
    )
    title = _("Check of the roster")
    heading = f"## {title}: {counts}\n"
    if not findings:
        return heading
    columns = (_("Severity"), _("Place"), _("Rule"), _("Finding"), _("Help"))
    return f"{heading}\n| {' | '.join(columns)} |\n|{' --- |' * len(columns)}\n"


def _row(finding: Finding) -> str:
    severity = _("error") if finding.severity is Severity.ERROR else _("warning")
    told = "\n".join([finding.message, *related_lines(finding)])
    cells = (severity, position(finding.place), finding.rule, told, finding.help)
    return f"| {' | '.join(_cell(cell) for cell in cells)} |\n"


def _cell(text: str) -> str:
    """Return text that stays in its cell and shows as it is."""
    return _MARKUP.sub(r"\\\g<0>", text.replace("\r", "")).replace("\n", "<br>")


def _left_out(count: int) -> str:
    line = plural(
        "{count} more finding does not fit here; 'banso validate' shows all",
        "{count} more findings do not fit here; 'banso validate' shows all",
        count,
    )
    return f"\n{line}\n"


def _size(text: str) -> int:
    return len(text.encode("utf-8", "backslashreplace"))
