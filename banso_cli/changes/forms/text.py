"""A difference as text for a reviewer: record by record, then what it means for the tables."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from wcwidth import ljust, rjust, wcswidth

from banso_cli.changes.difference.difference import Difference
from banso_cli.changes.forms import words
from banso_cli.changes.forms.phrases import cells, counts, finding_line, state
from banso_cli.text.visible import visible


def document(difference: Difference) -> str:
    """Return both states, each record with what changed, the tables, and the findings."""
    return "".join(f"{line}\n" for line in lines_of(difference))


def lines_of(difference: Difference) -> Iterator[str]:
    """Yield the lines of all parts, a blank one between them."""
    yield f"変更前: {state(difference.before)}"
    yield f"変更後: {state(difference.after)}"
    yield from _parted([words.renaming(each) for each in difference.renamed])
    yield from record_lines(difference)
    if difference.is_empty:
        yield from _parted([words.SAME])
    yield from _parted([*words.remarks(difference)])
    yield from _parted([*_effects(difference)])
    yield from _parted([*_findings(difference)])


def record_lines(difference: Difference, indent: str = "") -> Iterator[str]:
    """Yield each record that differs, with a line for each value."""
    for record in difference.records:
        yield ""
        yield f"{indent}{visible(words.title(record))}"
        yield from (f"{indent}  {line}" for line in words.lines(record))


def _parted(lines: Sequence[str]) -> Iterator[str]:
    if lines:
        yield ""
        yield from lines


def _effects(difference: Difference) -> Iterator[str]:
    if difference.tables is None:
        yield words.WITHHELD
    if not difference.tables:
        return
    yield words.EFFECTS
    if difference.check.errors:
        yield words.INCOMPLETE.format(count=difference.check.errors)
    rows = [words.COLUMNS, *map(cells, difference.tables)]
    widths = [max(map(wcswidth, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        left = (ljust(cell, width) for cell, width in zip(row[:3], widths[:3], strict=True))
        right = (rjust(cell, width) for cell, width in zip(row[3:], widths[3:], strict=True))
        yield "  ".join(("", *left, *right)).rstrip()


def _findings(difference: Difference) -> Iterator[str]:
    check = difference.check
    if check.new or check.mended:
        yield counts(difference)
    yield from map(finding_line, check.new)
