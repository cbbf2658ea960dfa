"""Disclosure control: what may be shown of gender, track and age.

Only totals of a whole period are shown. The control reckons with a reader who holds the lists of
all periods, the published figures and this file, and who therefore learns from what is left out as
well: a rule that merged classes until every comparison holds would tell which one had not. So

- small classes are merged by the first period alone, or not at all beside published figures; later
  periods keep its classes or show nothing;
- a period that shares seats with one that was withheld is withheld as well: whether it passes a
  comparison with hidden figures would tell of those;
- the reason is told in the same words whatever it is.

The tests try every assignment of classes in small rosters: no figure below the threshold and no
person's class is the same in all that look alike.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product

Group = tuple[int, ...]
"""The places of classes that are shown as one, in their order."""

Seat = tuple[str, str, str]
"""What the public list shows of a seat: the code of the municipality, the agency and the rank.

A seat on the lists of two periods is taken to be held by the same person.
"""

FEWEST_CLASSES = 2
"""With fewer classes than these, everybody counted would be known to share the one class."""


@dataclass(frozen=True, slots=True)
class Figures:
    """The counts of a period by class, its seats, and the breakdowns published by these classes.

    A breakdown is None where a class has no number.
    """

    counts: tuple[int, ...]
    seats: Counter[Seat]
    published: tuple[tuple[int, ...] | None, ...] = ()

    def merged(self, groups: Sequence[Group]) -> Figures:
        """Return the figures of these groups of classes."""
        published = tuple(each and _merged(each, groups) for each in self.published)
        return Figures(_merged(self.counts, groups), self.seats, published)


def groups_to_show(periods: Sequence[Figures], threshold: int) -> tuple[Group, ...] | None:
    """Return the classes as the last of these periods shows them; None where it shows nothing."""
    groups: tuple[Group, ...] = ()
    is_shown = False
    shown: list[Figures] = []
    withheld: Counter[Seat] = Counter()
    for each in periods:
        groups = groups if shown else _first_groups(each, threshold)
        figures = each.merged(groups)
        is_shown = (
            not each.seats & withheld
            and _tell_of_many(figures, threshold)
            and _hide_changes([*shown, figures], threshold)
        )
        if is_shown:
            shown.append(figures)
        else:
            withheld |= each.seats
    return groups if is_shown else None


def _first_groups(figures: Figures, threshold: int) -> tuple[Group, ...]:
    """Return the classes merged until none is small; as they are where figures were published.

    A small class takes in those after it until the group is no longer small, and the last group
    joins those before it: a rule that does not look at the neighbours' sizes, from which a reader
    could reckon back.
    """
    groups: list[Group] = []
    for at in range(len(figures.counts)):
        is_open = groups and not figures.published
        if is_open and _is_small(_sum(figures.counts, groups[-1]), threshold):
            groups[-1] += (at,)
        else:
            groups.append((at,))
    if not figures.published:
        while len(groups) > 1 and _is_small(_sum(figures.counts, groups[-1]), threshold):
            groups[-2:] = [groups[-2] + groups[-1]]
    return tuple(groups)


def _tell_of_many(figures: Figures, threshold: int) -> bool:
    """Tell whether the counts speak of many, by themselves and beside what was published.

    No class may be small, and not all may share one. A published breakdown is the same, or differs
    in several classes, by the threshold at least in every sum of classes.
    """
    if any(_is_small(count, threshold) for count in figures.counts):
        return False
    if _filled(figures.counts) < FEWEST_CLASSES:
        return False
    for published in figures.published:
        if published is None:
            return False
        differences = [one - other for one, other in zip(figures.counts, published, strict=True)]
        sums = {0}
        for each in differences:
            sums |= {each + other for other in sums}
        if any(_is_small(abs(each), threshold) for each in sums) or _filled(differences) == 1:
            return False
    return True


def _hide_changes(periods: Sequence[Figures], threshold: int) -> bool:
    """Tell whether the last period may be told beside the others, added and subtracted at will.

    Of two sides of such an equation at most the smaller count of a class can be people who are on
    both. Where the lists show fewer on both than that, at least so many came and left within
    classes unseen: they hide the others where they are as many as the threshold, and where people
    of several classes may be on both sides.
    """
    seats: Counter[Seat] = sum((each.seats for each in periods), Counter())
    alike = Counter(tuple(each.seats[seat] for each in periods) for seat in seats)
    counts = ((*each.counts, each.seats.total() - sum(each.counts)) for each in periods)
    classes = list(zip(*counts, strict=True))  # of the last of them nothing is recorded
    for others in product((1, 0, -1), repeat=len(periods) - 1):
        signs = (*others, 1)
        stayed = sum(_on_both(each, signs) * count for each, count in alike.items())
        both = [_on_both(each, signs) for each in classes]
        hidden = sum(both) - stayed
        if stayed and (hidden < threshold or _filled(both[:-1]) < FEWEST_CLASSES):
            return False
    return True


def _on_both(numbers: Sequence[int], signs: Sequence[int]) -> int:
    """Return the lesser of the sums of those with the one sign and of those with the other."""
    pairs = list(zip(numbers, signs, strict=True))
    return min(sum(n for n, sign in pairs if sign == side) for side in (1, -1))


def _is_small(count: int, threshold: int) -> bool:
    """Tell whether a count speaks of somebody, and of fewer than the threshold."""
    return 0 < count < threshold


def _filled(counts: Sequence[int]) -> int:
    return sum(count != 0 for count in counts)


def _sum(counts: Sequence[int], group: Group) -> int:
    return sum(counts[at] for at in group)


def _merged(counts: Sequence[int], groups: Sequence[Group]) -> tuple[int, ...]:
    return tuple(_sum(counts, group) for group in groups)
