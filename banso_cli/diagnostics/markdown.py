"""Findings as Markdown: the whole list, for the summary of a job on GitHub."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate

from banso_cli.diagnostics.told import Told, counted, related_lines
from banso_cli.locale import _, plural
from banso_cli.records.finding import Finding, Severity
from banso_cli.records.roster import Roster
from banso_cli.text.visible import escaped

LARGEST = 1024 * 1024
"""Bytes of a summary that GitHub takes from one step; a larger one is refused as a whole."""


def document(told: Told, largest: int = LARGEST) -> str:
    """Return the counts and a table of the first findings, in `largest` bytes of UTF-8 at most.

    Where the space ends, whole findings are left out; all that are left out are counted.
    """
    head, count = _head(told.roster, told.findings), len(told.findings)
    rows = [_row(finding) for finding in told.first]
    end = _left_out(count - len(rows), fit=True)
    ends = list(accumulate((_size(row) for row in rows), initial=_size(head)))
    if ends[-1] + _size(end) > largest:
        room = largest - _size(_left_out(count, fit=False))
        rows = rows[: max(0, bisect_right(ends, room) - 1)]
        end = _left_out(count - len(rows), fit=False)
    return head + "".join(rows) + end


def _head(roster: Roster, findings: Sequence[Finding]) -> str:
    files = plural("{count} file", "{count} files", len(roster.files))
    counts = _("{errors}, {warnings} in {files}").format(**counted(findings), files=files)
    title = _("Check of the roster")
    heading = f"## {title}: {counts}\n"
    if not findings:
        return heading
    columns = (_("Severity"), _("Place"), _("Rule"), _("Finding"), _("Help"))
    return f"{heading}\n| {' | '.join(columns)} |\n|{' --- |' * len(columns)}\n"


def _row(finding: Finding) -> str:
    severity = _("error") if finding.severity is Severity.ERROR else _("warning")
    told = "\n".join([finding.message, *related_lines(finding)])
    cells = (severity, str(finding.place), finding.rule, told, finding.help)
    return f"| {' | '.join(_cell(cell) for cell in cells)} |\n"


def _cell(text: str) -> str:
    """Return text that stays in its cell and shows as it is."""
    return escaped(text.replace("\r", "")).replace("\n", "<br>")


def _left_out(count: int, *, fit: bool) -> str:
    """Return the line about findings that are not told: not asked for, or there is no space."""
    if not count:
        return ""
    if fit:
        line = plural(
            "{count} more finding is not shown", "{count} more findings are not shown", count
        )
    else:
        line = plural(
            "{count} more finding does not fit here; 'banso validate' shows all",
            "{count} more findings do not fit here; 'banso validate' shows all",
            count,
        )
    return f"\n{line}\n"


def _size(text: str) -> int:
    return len(text.encode("utf-8", "backslashreplace"))
