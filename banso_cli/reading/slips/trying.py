"""Trying what a faulty text may have been meant to be, and what is left wrong with it then."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from banso_cli.reading.slips.slip import Slip, edited, splices_of
from banso_cli.yaml.events import broken_line
from banso_cli.yaml.fault import Fault, FaultKind
from banso_cli.yaml.place import Place
from banso_cli.yaml.tree import position

Check = Callable[[str], Sequence[Fault]]
"""Reads a text and returns its faults of syntax and shape."""

MOST_TRIALS = 100
"""Proposals that are tried on one file: a few hundredths of a second for one of usual size."""

MOST_LETTERS = 200_000
"""Letters that are read in doing so."""

ITSELF = frozenset(
    {
        FaultKind.DEEP_NESTING,
        FaultKind.CONTROL_CHARACTER,
        FaultKind.EMPTY_FILE,
        FaultKind.SEVERAL_DOCUMENTS,
        FaultKind.TOO_MANY_FAULTS,
    }
)
"""Faults that are a cause and do not follow from one."""

_NOTHING = (False, 0)
_OTHERS = 10
"""Keys that are missing and weigh as much as another fault: a broken part lacks them all."""


@dataclass
class Trial:
    """The slips of one text that have been taken, and what is still wrong with it."""

    text: str
    check: Check
    faults: Sequence[Fault]
    taken: tuple[Slip, ...] = ()
    trials: int = 0

    @property
    def is_over(self) -> bool:
        """Tell whether nothing is wrong any more, or enough has been tried."""
        spent = self.trials >= MOST_TRIALS or self.trials * len(self.text) >= MOST_LETTERS
        return spent or not self.faults

    def take_better(self, proposals: Iterable[tuple[Slip, ...]]) -> bool:
        """Take the first proposal that mends all, or else the one that mends most."""
        best, least = None, self._weight(edited(self.text, self.taken))
        for slips in proposals:
            if self.is_over or least == _NOTHING or self._goes_on(best, least):
                break
            weight = self._weight(edited(self.text, (*self.taken, *slips)))
            if weight < least:
                best, least = slips, weight
        if best is None:
            return False
        self.taken = (*self.taken, *best)
        self.faults = self.check(edited(self.text, self.taken))
        return True

    def _goes_on(self, slips: tuple[Slip, ...] | None, weight: tuple[bool, int]) -> bool:
        """Tell whether separators were missing, and the next break is well below them."""
        if not slips or not weight[0]:
            return False
        last = max(position(self.text, slip.end)[0] for slip in slips)
        kinds = {slip.kind for slip in slips}
        return kinds == {FaultKind.MISSING_SEPARATOR} and -weight[1] > last

    def _weight(self, text: str) -> tuple[bool, int]:
        """Return how much is wrong: less where the text can be read, or further down."""
        self.trials += 1
        line = broken_line(text)
        if line is not None:
            return True, -line
        kinds = [fault.kind for fault in self.check(text)]
        if not ITSELF.isdisjoint(kinds):
            return True, 0
        return False, sum(1 if kind is FaultKind.MISSING_KEY else _OTHERS for kind in kinds)

    @property
    def lines(self) -> frozenset[int]:
        """Return the lines, from 1, where the slips that were taken stand."""
        return frozenset(position(self.text, slip.start)[0] for slip in self.taken)

    def left(self) -> Sequence[Fault]:
        """Return the faults that are left, where they stand in the text as it is written.

        A key that a slip kept from being one has no value, which the slip tells already.
        """
        found = (_moved_back(fault, self.text, self.taken) for fault in self.faults)
        return [
            fault
            for fault in found
            if fault.kind is not FaultKind.EMPTY_VALUE or fault.place.line not in self.lines
        ]

    def drop_needless(self) -> None:
        """Drop each slip without which as little would be wrong."""
        least = self._weight(edited(self.text, self.taken))
        for slip in self.taken if len(self.taken) > 1 else ():
            others = tuple(each for each in self.taken if each is not slip)
            if self._weight(edited(self.text, others)) <= least:
                self.taken = others


def _moved_back(fault: Fault, text: str, taken: Sequence[Slip]) -> Fault:
    """Return a fault of the mended text at its place in the text as it is written."""
    if not taken:
        return fault
    place = fault.place
    lines = edited(text, taken).split("\n")
    starts = [0, *accumulate(len(line) + 1 for line in lines[:-1])]
    ends = []
    for line, column in ((place.line, place.column), (place.end_line, place.end_column)):
        at = starts[min(line, len(starts)) - 1] + column - 1
        for edit in splices_of(taken):
            if at > edit.start:
                at = max(at - len(edit.text) + edit.end - edit.start, edit.start)
        ends.append(position(text, min(at, len(text))))
    return replace(fault, place=Place(place.path, *ends[0], *ends[1]))
