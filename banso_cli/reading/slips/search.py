"""Which slips make a faulty file one that can be read.

Every proposal is tried: what mends the whole file is the cause, and what followed from it is not
told beside it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from banso_cli.reading.slips.brackets import braces, brackets
from banso_cli.reading.slips.indents import dashes, indents, tabs
from banso_cli.reading.slips.lines import Line, lines_of
from banso_cli.reading.slips.marks import full_width
from banso_cli.reading.slips.quotes import quotes, unquoted
from banso_cli.reading.slips.separators import breaks, remarks, remarks_behind, separators
from banso_cli.reading.slips.slip import Slip
from banso_cli.reading.slips.surplus import joined, surplus_in_head, surplus_in_value
from banso_cli.reading.slips.trying import ITSELF, Check, Trial
from banso_cli.reading.slips.unseen import conflicts, unseen
from banso_cli.yaml.fault import Fault, FaultKind
from banso_cli.yaml.place import Place
from banso_cli.yaml.tree import position

MOST_LINES = 8
"""Lines with a fault around which slips are looked for at a time."""

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

_UNREAD = frozenset({FaultKind.BROKEN_YAML, FaultKind.YAML_ANCHOR, FaultKind.YAML_TAG})
_NAMED = re.compile(r"[&*!]+[A-Za-z0-9_-]+", re.ASCII)
"""An anchor, alias or tag that was written as one; others are text."""


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
    return fault.kind in ITSELF or (is_named and bool(_NAMED.fullmatch(fault.found)))


def _searched(
    text: str, faults: Sequence[Fault], check: Check, path: str, record: str
) -> Sequence[Fault]:
    lines = lines_of(text)
    search = Trial(text, check, faults)
    search.take_better(_full_width(lines))
    search.drop_needless()
    told, left = search.taken, search.left() if _is_sound(search, faults) else ()
    while search.take_better(_proposals(lines, search)):
        if _is_sound(search, faults):
            told, left = search.taken, search.left()
    if not told:
        told = _together(lines, Trial(text, check, faults))
        left = () if told else faults
    return [*(_fault(slip, text, path, record) for slip in told), *left]


def _together(lines: Sequence[Line], search: Trial) -> tuple[Slip, ...]:
    """Return the full-width marks of a text with one slip of another kind, if both mend all."""
    search.taken = next(_full_width(lines), ())
    if not search.taken or not search.take_better(_proposals(lines, search)) or search.faults:
        return ()
    search.drop_needless()
    return search.taken


def _is_sound(search: Trial, before: Sequence[Fault]) -> bool:
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


def _proposals(lines: Sequence[Line], search: Trial) -> Iterator[tuple[Slip, ...]]:
    """Yield what each line may lack, the lines nearest to a fault first."""
    broken = [fault for fault in search.faults if fault.kind in _UNREAD]
    of_shape = [fault for fault in search.faults if fault.kind in _ABOUT_SHAPE]
    told = broken or of_shape or search.faults
    rows = sorted({fault.place.line - 1 for fault in told})[:MOST_LINES]
    near = {row + step for row in rows for step in (range(-6, 3) if broken else range(-1, 2))}
    distances = {at: min(abs(at - row) for row in rows) for at in near & set(range(len(lines)))}
    chosen = sorted(distances, key=lambda at: (distances[at], at))
    for propose in _OF_BROKEN if broken else _OF_SHAPE if of_shape else _OF_VALUES:
        for at in chosen:
            for slip in propose(lines, at):
                yield (slip,)


def _fault(slip: Slip, text: str, path: str, record: str) -> Fault:
    """Return the slip as a fault of the file."""
    place = Place(path, *position(text, slip.start), *position(text, slip.end))
    return Fault(slip.kind, place, record, slip.found, slip.expected)
