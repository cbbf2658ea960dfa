"""A difference as text for a reviewer: record by record, then what it means for the tables."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from wcwidth import ljust, rjust, wcswidth

from banso_cli.changes.difference.difference import Cell, Difference, State
from banso_cli.changes.forms import words
from banso_cli.changes.git import abbreviated
from banso_cli.records.finding import Finding
from banso_cli.statistics.tables.words import figure, signed
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


def state(each: State) -> str:
    """Return what a state is called, with its commit."""
    commit = f"（{abbreviated(each.commit)}）" if each.commit else ""
    return f"{visible(each.label)}{commit}"


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


def cells(cell: Cell) -> tuple[str, ...]:
    """Return the cells of a row about a figure."""
    one, other = cell.before, cell.after
    difference = signed(None if one is None or other is None else other - one)
    names = (f"第{cell.period}期", visible(cell.title), visible(cell.key))
    return (*names, figure(one), figure(other), difference)


def _findings(difference: Difference) -> Iterator[str]:
    check = difference.check
    if check.new or check.mended:
        yield counts(difference)
    yield from map(finding_line, check.new)


def counts(difference: Difference) -> str:
    """Return how many findings the change brings, and how many it takes away."""
    check = difference.check
    return f"検査: 新しい指摘 {len(check.new):,}件、なくなった指摘 {check.mended:,}件"


def finding_line(finding: Finding) -> str:
    """Return a finding in one line, as `banso validate` begins it."""
    return visible(f"  {finding.place}: {finding.message} [{finding.rule}]")
