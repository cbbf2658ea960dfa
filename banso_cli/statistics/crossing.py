"""Counts the cases of a period by two dimensions at once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from banso_cli.statistics.cases import Case
from banso_cli.statistics.dimensions import (
    AGENCY,
    MUNICIPALITY_TYPE,
    PERSONAL,
    PREFECTURE,
    RANK,
    REGION,
    Dimension,
    Subject,
)
from banso_cli.statistics.disclosure import Group, Seats, may_be_shown, name_of
from banso_cli.statistics.table import UNRECORDED, CrossRow, CrossTable, TableStatus
from banso_cli.statistics.tally import Tally

PARTNERS = (RANK, REGION, AGENCY, PREFECTURE, MUNICIPALITY_TYPE)
"""What a personal attribute may be crossed with: what stays the same for as long as a seat does."""


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
        reason = _reason_to_withhold(tally, first, second)
        if reason:
            return replace(empty, status=TableStatus.WITHHELD, notes=(f"秘匿。{reason}",))
    columns, rows = _cross(tally, subject.counts, first, second)
    return replace(
        empty,
        status=TableStatus.RECORDED,
        columns=columns,
        rows=rows,
        notes=_notes(tally, subject, first, second),
        total=len(tally.selection.of(subject.counts)),
        rows_overlap=first.several,
        columns_overlap=second.several,
    )


def _notes(
    tally: Tally, subject: Dimension, first: Dimension, second: Dimension
) -> tuple[str, ...]:
    found = [*tally.remarks(subject.counts), *tally.definitions(first), *tally.definitions(second)]
    for each in (each for each in (first, second) if each.several):
        total = len(tally.selection.of(subject.counts))
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
        for case in tally.selection.of(subject)
        for pair in _pairs(_known(tally, first, case), _known(tally, second, case))
    )
    sides = []
    for at, by in enumerate((first, second)):
        groups = tally.groups(by) or ()
        unknown = any(pair[at] == UNRECORDED for pair in pairs)
        sides.append([*groups, (UNRECORDED,)] if unknown else [*groups])
    rows = tuple(
        CrossRow(name_of(row), tuple(_sum(pairs, row, column) for column in sides[1]))
        for row in sides[0]
    )
    return tuple(name_of(column) for column in sides[1]), rows


def _pairs(first: Sequence[str], second: Sequence[str]) -> list[tuple[str, str]]:
    return [(a, b) for a in first for b in second]


def _sum(pairs: Counter[tuple[str, str]], row: Group, column: Group) -> int:
    return sum(pairs[a, b] for a in row for b in column)


def _reason_to_withhold(tally: Tally, first: Dimension, second: Dimension) -> str:
    """Return why a table with a personal attribute is not shown; empty where it may be.

    The reason tells nothing of the cells where the table is withheld for the sake of another.
    """
    attribute, partner = (first, second) if first.personal else (second, first)
    if partner.personal:
        return "性別、事務官・技官の別、年齢を互いに組み合わせた表は示さない。"
    if tally.where:
        return "性別、事務官・技官の別、年齢は、絞り込んだ表では示さない。"
    if partner not in PARTNERS:
        return f"性別、事務官・技官の別、年齢を「{partner.label}」と組み合わせた表は示さない。"
    shown = _shown_partner(tally)
    if shown is not None and shown is not partner:
        return f"「{shown.label}」との表だけを示し、差し引きを防ぐため、ほかの表は示さない。"
    if not _passes(tally, attribute, partner):
        least = f"{tally.programme.disclosure_threshold}{attribute.unit}"
        return (
            f"{least}に満たない欄か、前の期とのわずかな差か、一つの区分だけの行があるため、"
            "表の全体を示さない。"
        )
    return ""


def _shown_partner(tally: Tally) -> Dimension | None:
    """Return what personal attributes are crossed with: the same once it was shown in a period."""
    before = _shown_partner(tally.earlier[-1]) if tally.earlier else None
    candidates = (before,) if before else PARTNERS
    return next((p for p in candidates if any(_passes(tally, a, p) for a in PERSONAL)), before)


def _passes(tally: Tally, attribute: Dimension, partner: Dimension) -> bool:
    groups = tally.groups(attribute)
    if not groups or not tally.recorded(partner):
        return False
    keys = (*tally.counts(partner), UNRECORDED)
    rows = _rows(tally, attribute, partner, groups, keys)
    earlier = [
        _rows(each, attribute, partner, groups, keys)
        for each in tally.earlier
        if each.recorded(attribute)
    ]
    return may_be_shown(rows, tally.programme.disclosure_threshold, earlier)


def _rows(
    tally: Tally,
    attribute: Dimension,
    partner: Dimension,
    groups: Sequence[Group],
    keys: Sequence[str],
) -> tuple[Seats, ...]:
    """Return the seats of each class of the partner, by the groups of the attribute."""
    members: dict[str, list[Case]] = {key: [] for key in keys}
    for case in tally.selection.of("members"):
        for key in _known(tally, partner, case):
            members.setdefault(key, []).append(case)
    return tuple(tally.seats(attribute, groups, members[key]) for key in keys)


def _known(tally: Tally, by: Dimension, case: Case) -> Sequence[str]:
    return tally.classes(by, case) or (UNRECORDED,)
