"""Which slips make a faulty file one that can be read.

Every proposal is tried: what mends the whole file is the cause, and what followed from it is not
told beside it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from banso_cli.model.fault import Fault, FaultKind
from banso_cli.model.place import Place
from banso_cli.reading.events import broken_line
from banso_cli.reading.slips.brackets import braces, brackets
from banso_cli.reading.slips.conflicts import conflicts
from banso_cli.reading.slips.indents import dashes, indents, tabs
from banso_cli.reading.slips.lines import Line, lines_of
from banso_cli.reading.slips.marks import full_width
from banso_cli.reading.slips.quotes import quotes, unquoted
from banso_cli.reading.slips.separators import (
    breaks,
    joined,
    remarks,
    remarks_behind,
    separators,
    surplus_in_head,
    surplus_in_value,
)
from banso_cli.reading.slips.slip import Slip, edited, edits_of
from banso_cli.reading.slips.unseen import unseen

Check = Callable[[str], Sequence[Fault]]
"""Reads a text and returns its faults of syntax and shape."""

MOST_TRIALS = 100
"""Proposals that are tried on one file: a few hundredths of a second for one of usual size."""

MOST_LETTERS = 200_000
"""Letters that are read in doing so."""

MOST_SLIPS = 8
"""Slips of one file that are looked for, beside full-width marks."""

_OF_BROKEN = (
    *(separators, surplus_in_head, remarks_behind, quotes, brackets, unquoted, tabs, dashes),
    *(braces, indents, surplus_in_value, breaks, joined, remarks),
)
_OF_SHAPE = (separators, surplus_in_head, quotes, brackets, unquoted, dashes, indents, remarks)
_OF_VALUES = (separators, quotes, unquoted)
_ABOUT_SHAPE = frozenset({FaultKind.DUPLICATE_KEY, FaultKind.UNKNOWN_KEY, FaultKind.WRONG_SHAPE})
_WIDTHS = (2, 1, 4, 0)
"""Half-width blanks that one full-width blank may stand for."""

SLIPS = frozenset(
    {
        FaultKind.CONFLICT_MARKER,
        FaultKind.FULL_WIDTH_MARK,
        FaultKind.INDENTATION,
        FaultKind.MISSING_DASH,
        FaultKind.MISSING_SEPARATOR,
        FaultKind.SURPLUS_MARK,
        FaultKind.UNPAIRED_MARK,
        FaultKind.UNQUOTED_MARK,
    }
)
"""What keeps a file from being read as it is meant, even where a parser takes it."""

_UNREAD = frozenset(
    {
        FaultKind.BROKEN_YAML,
        FaultKind.YAML_ANCHOR,
        FaultKind.YAML_TAG,
    }
)
_ITSELF = frozenset(
    {
        FaultKind.DEEP_NESTING,
        FaultKind.CONTROL_CHARACTER,
        FaultKind.EMPTY_FILE,
        FaultKind.SEVERAL_DOCUMENTS,
        FaultKind.TOO_MANY_FAULTS,
    }
)
"""Faults that are a cause and do not follow from one."""

_NAMED = re.compile(r"[&*!]+[A-Za-z0-9_-]+", re.ASCII)
"""An anchor, alias or tag that was written as one; others are text."""


_NOTHING = (False, 0)
_OTHERS = 10
"""Keys that are missing and weigh as much as another fault: a broken part lacks them all."""


@dataclass
class _Search:
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
        last = max(_position(self.text, slip.end)[0] for slip in slips)
        kinds = {slip.kind for slip in slips}
        return kinds == {FaultKind.MISSING_SEPARATOR} and -weight[1] > last

    def _weight(self, text: str) -> tuple[bool, int]:
        """Return how much is wrong: less where the text can be read, or further down."""
        self.trials += 1
        line = broken_line(text)
        if line is not None:
            return True, -line
        kinds = [fault.kind for fault in self.check(text)]
        if not _ITSELF.isdisjoint(kinds):
            return True, 0
        return False, sum(1 if kind is FaultKind.MISSING_KEY else _OTHERS for kind in kinds)

    @property
    def lines(self) -> frozenset[int]:
        """Return the lines, from 1, where the slips that were taken stand."""
        return frozenset(_position(self.text, slip.start)[0] for slip in self.taken)

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


def causes(
    text: str, faults: Sequence[Fault], check: Check, path: str, record: str
) -> Sequence[Fault]:
    """Return the faults of a text with their causes in the place of what follows from them."""
    slips = tuple(conflicts(text)) or (() if faults else tuple(unseen(text)))
    if slips:
        return [_fault(slip, text, path, record) for slip in slips]
    if not faults or any(map(_is_a_cause, faults)):
        return faults
    return _searched(text, faults, check, path, record)


def _is_a_cause(fault: Fault) -> bool:
    """Tell whether a fault is told as it is."""
    is_named = fault.kind in {FaultKind.YAML_ANCHOR, FaultKind.YAML_TAG}
    return fault.kind in _ITSELF or (is_named and bool(_NAMED.fullmatch(fault.found)))


def _searched(
    text: str, faults: Sequence[Fault], check: Check, path: str, record: str
) -> Sequence[Fault]:
    lines = lines_of(text)
    search = _Search(text, check, faults)
    search.take_better(_full_width(lines))
    search.drop_needless()
    told, left = search.taken, search.left() if _is_sound(search, faults) else ()
    for _each in range(MOST_SLIPS):
        if search.is_over or not search.take_better(_proposals(lines, search)):
            break
        if _is_sound(search, faults):
            told, left = search.taken, search.left()
    if not told:
        told = _together(lines, _Search(text, check, faults))
        left = () if told else faults
    return [*(_fault(slip, text, path, record) for slip in told), *left]


def _together(lines: Sequence[Line], search: _Search) -> tuple[Slip, ...]:
    """Return the full-width marks of a text with one slip of another kind, if both mend all."""
    search.taken = next(_full_width(lines), ())
    if not search.taken or not search.take_better(_proposals(lines, search)) or search.faults:
        return ()
    search.drop_needless()
    return search.taken


def _is_sound(search: _Search, before: Sequence[Fault]) -> bool:
    """Tell whether what is left has nothing to do with the slips that were taken."""
    left = search.left()
    if not any(fault.kind in _UNREAD for fault in before):
        return all(fault in before for fault in left)
    if any(fault.kind in _UNREAD for fault in left):
        return False
    if any(f.kind is FaultKind.MISSING_KEY and f.found in search.text for f in left):
        return False
    near = {line + step for line in search.lines for step in (-1, 0, 1)}
    return not any(
        fault.place.line in (search.lines if fault.kind is FaultKind.UNKNOWN_KEY else near)
        for fault in left
        if fault.kind is not FaultKind.MISSING_KEY
    )


def _full_width(lines: Sequence[Line]) -> Iterator[tuple[Slip, ...]]:
    """Yield all full-width marks together, for each width of a full-width blank."""
    for width in _WIDTHS:
        slips = tuple(slip for line in lines if (slip := full_width(line, width)))
        if slips:
            yield slips


def _proposals(lines: Sequence[Line], search: _Search) -> Iterator[tuple[Slip, ...]]:
    """Yield what each line may lack, the lines nearest to a fault first."""
    broken = [fault for fault in search.faults if fault.kind in _UNREAD]
    of_shape = [fault for fault in search.faults if fault.kind in _ABOUT_SHAPE]
    told = broken or of_shape or search.faults
    rows = sorted({fault.place.line - 1 for fault in told})[:MOST_SLIPS]
    near = {row + step for row in rows for step in (range(-6, 3) if broken else range(-1, 2))}
    chosen = sorted(near & set(range(len(lines))), key=lambda at: (_distance(at, rows), at))
    for propose in _OF_BROKEN if broken else _OF_SHAPE if of_shape else _OF_VALUES:
        for at in chosen:
            for slip in propose(lines, at):
                yield (slip,)


def _distance(at: int, rows: Sequence[int]) -> int:
    return min(abs(at - row) for row in rows)


def _fault(slip: Slip, text: str, path: str, record: str) -> Fault:
    """Return the slip as a fault of the file."""
    place = Place(path, *_position(text, slip.start), *_position(text, slip.end))
    return Fault(slip.kind, place, record, slip.found, slip.expected)


def _position(text: str, at: int) -> tuple[int, int]:
    return text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at)


def _moved_back(fault: Fault, text: str, taken: Sequence[Slip]) -> Fault:
    """Return a fault of the mended text at its place in the text as it is written."""
    if not taken:
        return fault
    place = fault.place
    starts = _starts(edited(text, taken))
    ends = []
    for line, column in ((place.line, place.column), (place.end_line, place.end_column)):
        at = starts[min(line, len(starts)) - 1] + column - 1
        for edit in edits_of(taken):
            if at > edit.start:
                at = max(at - len(edit.text) + edit.end - edit.start, edit.start)
        ends.append(_position(text, min(at, len(text))))
    return replace(fault, place=Place(place.path, *ends[0], *ends[1]))


def _starts(text: str) -> Sequence[int]:
    return [0, *accumulate(len(line) + 1 for line in text.split("\n")[:-1])]
