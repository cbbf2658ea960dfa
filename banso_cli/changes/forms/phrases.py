"""What the forms for people say alike: a state, the row of a figure, and findings."""

from __future__ import annotations

from banso_cli.changes.difference.difference import Cell, Difference, State
from banso_cli.changes.git import abbreviated
from banso_cli.records.finding import Finding
from banso_cli.statistics.tables.words import figure, signed
from banso_cli.text.visible import visible


def state(each: State) -> str:
    """Return what a state is called, with its commit."""
    commit = f"（{abbreviated(each.commit)}）" if each.commit else ""
    return f"{visible(each.label)}{commit}"


def cells(cell: Cell) -> tuple[str, ...]:
    """Return the cells of a row about a figure."""
    one, other = cell.before, cell.after
    difference = signed(None if one is None or other is None else other - one)
    names = (f"第{cell.period}期", visible(cell.title), visible(cell.key))
    return (*names, figure(one), figure(other), difference)


def counts(difference: Difference) -> str:
    """Return how many findings the change brings, and how many it takes away."""
    check = difference.check
    return f"検査: 新しい指摘 {len(check.new):,}件、なくなった指摘 {check.mended:,}件"


def finding_line(finding: Finding) -> str:
    """Return a finding in one line, as `banso validate` begins it."""
    return visible(f"  {finding.place}: {finding.message} [{finding.rule}]")
