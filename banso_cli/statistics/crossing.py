"""Counts the cases of a period by two dimensions at once."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from itertools import product

from banso_cli.statistics.dimensions import Dimension, Subject
from banso_cli.statistics.tables.cross_table import CrossRow, CrossTable
from banso_cli.statistics.tables.table import UNRECORDED, TableStatus
from banso_cli.statistics.tally import CROSSED, Tally


def crossable(first: Dimension, second: Dimension) -> bool:
    """Tell whether something has both dimensions: an activity is not one member's."""
    return {first.counts, second.counts} != {"members", "activities"}


def cross_table(tally: Tally, first: Dimension, second: Dimension) -> CrossTable:
    """Count by two dimensions; the two must be crossable."""
    subject = first if first.counts != "teams" else second
    title = f"{first.label} × {second.label}"
    empty = CrossTable(
        f"{first.id},{second.id}", title, subject.subject, subject.unit, TableStatus.NOT_RECORDED
    )
    for each in (first, second):
        if not tally.is_known(each):
            return replace(empty, notes=(tally.why_unknown(each),))
    if first.personal or second.personal:
        return replace(empty, status=TableStatus.WITHHELD, notes=(f"秘匿。{CROSSED}",))
    columns, rows = _cross(tally, subject.counts, first, second)
    return replace(
        empty,
        status=TableStatus.RECORDED,
        columns=columns,
        rows=rows,
        notes=_notes(tally, subject, first, second),
        total=len(tally.of(subject.counts)),
        rows_overlap=first.several,
        columns_overlap=second.several,
    )


def _notes(
    tally: Tally, subject: Dimension, first: Dimension, second: Dimension
) -> tuple[str, ...]:
    found = [*tally.remarks(subject.counts), *tally.definitions(first), *tally.definitions(second)]
    for each in (each for each in (first, second) if each.several):
        total = len(tally.of(subject.counts))
        found.append(
            f"{each.noun}の区分の和は延べ数。{subject.subject}の実数は{total:,}{subject.unit}。"
        )
    if subject.counts == "activities" and tally.activity_coverage:
        found.append(tally.activity_coverage)
    return tuple(found)


def _cross(
    tally: Tally, subject: Subject, first: Dimension, second: Dimension
) -> tuple[tuple[str, ...], tuple[CrossRow, ...]]:
    """Return the columns and the rows, what is not recorded standing last where there is any."""
    pairs = Counter(
        pair
        for case in tally.of(subject)
        for pair in product(*(tally.classes(by, case) or (UNRECORDED,) for by in (first, second)))
    )
    sides = []
    for at, by in enumerate((first, second)):
        unknown = any(pair[at] == UNRECORDED for pair in pairs)
        sides.append([*tally.counts(by), UNRECORDED] if unknown else [*tally.counts(by)])
    rows, columns = sides
    found = (CrossRow(row, tuple(pairs[row, column] for column in columns)) for row in rows)
    return tuple(columns), tuple(found)
