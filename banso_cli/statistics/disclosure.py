"""Disclosure control: what may be shown of gender, track and age.

Single totals merge small classes with their neighbours. Of the tables that cross a personal
attribute with something else only those by one dimension are shown, the same for every request, for
all attributes and for all later periods: whoever knows the list of teams cannot tell two members of
one of its classes apart, since every figure shown stays the same when the two are exchanged. Tables
by several dimensions could be subtracted from one another, and so could periods: seats that stay on
the list may be held by the same people, so that a difference speaks of those who came and left.
Periods are compared two at a time.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

Group = tuple[str, ...]
"""Classes that are shown as one, in their order."""

Seat = tuple[str, str, str]
"""What the public list shows of a seat: the code of the municipality, the agency and the rank."""

FEWEST_CLASSES = 2
"""With fewer classes than these, everybody counted would be known to share the one class."""


@dataclass(frozen=True, slots=True)
class Seats:
    """Some seats of which the class is known: how many have each class, and which seats they are.

    `counts` are in the order of the classes; they may be too small to be shown.
    """

    counts: tuple[int, ...]
    listed: Counter[Seat]


def is_small(count: int, threshold: int) -> bool:
    """Tell whether a count speaks of somebody, and of fewer than the threshold."""
    return 0 < count < threshold


def grouped(
    classes: Sequence[str], now: Seats, threshold: int, earlier: Sequence[Seats] = ()
) -> tuple[Group, ...] | None:
    """Return the classes, merged until none is small; None where nothing can be shown.

    A small class takes in those after it until the group is no longer small, and the last group
    joins those before it: a rule that does not look at the neighbours' sizes, from which a reader
    could reckon back. A class is small too where its difference to one of the earlier periods is.
    Nothing can be shown where all that are counted share one class, or all that came, left or
    stayed do.
    """
    place = {key: at for at, key in enumerate(classes)}

    def merged(seats: Seats, *groups: Group) -> Seats:
        counts = tuple(sum(seats.counts[place[key]] for key in group) for group in groups)
        return Seats(counts, seats.listed)

    def small(group: Group) -> bool:
        before = [merged(each, group) for each in earlier]
        return _is_small_at(0, merged(now, group).counts, before, threshold)

    groups: list[Group] = []
    for key in classes:
        if groups and small(groups[-1]):
            groups[-1] += (key,)
        else:
            groups.append((key,))
    while len(groups) >= FEWEST_CLASSES and small(groups[-1]):
        groups[-2:] = [groups[-2] + groups[-1]]
    shown = merged(now, *groups)
    told = any(_tells_who_changed(shown, merged(each, *groups)) for each in earlier)
    filled = sum(count > 0 for count in shown.counts)
    return None if told or filled < FEWEST_CLASSES else tuple(groups)


def _is_small_at(at: int, counts: Sequence[int], earlier: Sequence[Seats], threshold: int) -> bool:
    changes = (abs(counts[at] - each.counts[at]) for each in earlier)
    return any(is_small(count, threshold) for count in (counts[at], *changes))


def _share_one_class(counts: Sequence[int]) -> bool:
    return sum(count > 0 for count in counts) == 1


def _tells_who_changed(now: Seats, before: Seats) -> bool:
    """Tell whether all that came, all that left or all that stayed are known to share one class.

    Seats on the list of both periods are taken to be held by the same people. By the figures at
    most `both` can have stayed. Where the list shows as many, nobody came and left within one
    class, and the differences are all who came and all who left; where it shows fewer, some did,
    and nobody knows in which.
    """
    stayed = (now.listed & before.listed).total()
    pairs = list(zip(now.counts, before.counts, strict=True))
    both = [min(pair) for pair in pairs]
    if stayed and _share_one_class(both):
        return True
    came, left = [max(a - b, 0) for a, b in pairs], [max(b - a, 0) for a, b in pairs]
    return sum(both) <= stayed and (_share_one_class(came) or _share_one_class(left))


def name_of(group: Group) -> str:
    """Return the name of merged classes."""
    return "・".join(group)


def may_be_shown(
    rows: Sequence[Seats], threshold: int, earlier: Sequence[Sequence[Seats]] = ()
) -> bool:
    """Tell whether a cross table may be shown: its rows the partner's, its columns the attribute's.

    It may not where a cell is small, where all of a row share one class, where the difference to an
    earlier period is small or tells who came, left or stayed. Columns are the classes known.
    """
    for at, row in enumerate(rows):
        before = [each[at] for each in earlier]
        places = range(len(row.counts))
        if any(_is_small_at(place, row.counts, before, threshold) for place in places):
            return False
        if _share_one_class(row.counts) or any(_tells_who_changed(row, each) for each in before):
            return False
    return True
