"""A slip: what stands in a text, what was meant, and the letters to write for it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from banso_cli.yaml.fault import FaultKind


class Edit(NamedTuple):
    """What to write from one letter of the text to another, both counted from 0."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Slip:
    """A possible slip: where it is told, and the edits that would mend it.

    `found` and `expected` are those of the fault: what stands there, and what the words of its
    kind need.
    """

    kind: FaultKind
    start: int
    end: int
    edits: tuple[Edit, ...]
    found: str = ""
    expected: tuple[str, ...] = ()


def edited(text: str, slips: Iterable[Slip]) -> str:
    """Return the text with all slips mended; of edits that overlap the first is made."""
    pieces, at = [], 0
    for start, end, written in edits_of(slips):
        if start >= at:
            pieces += [text[at:start], written]
            at = end
    return "".join((*pieces, text[at:]))


def edits_of(slips: Iterable[Slip]) -> Sequence[Edit]:
    """Return the edits of all slips in their order."""
    return sorted(edit for slip in slips for edit in slip.edits)
