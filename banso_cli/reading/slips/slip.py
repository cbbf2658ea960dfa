"""A slip: what stands in a text, what was meant, and the letters to write for it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from banso_cli.reading.slips.lines import Line
from banso_cli.text.splice import Splice, spliced
from banso_cli.yaml.fault import FaultKind


@dataclass(frozen=True, slots=True)
class Slip:
    """A possible slip: where it is told, and the splices that would mend it.

    `found` and `expected` are those of the fault: what stands there, and what the words of its
    kind need.
    """

    kind: FaultKind
    start: int
    end: int
    splices: tuple[Splice, ...]
    found: str = ""
    expected: tuple[str, ...] = ()


def slip_in(
    line: Line,
    kind: FaultKind,
    edit: tuple[int, int, str],
    told: tuple[str, ...],
    place: tuple[int, int] | None = None,
    found: str | None = None,
) -> Slip:
    """Return a slip that one edit mends, by columns of its line.

    It is told where the edit is, unless at another place; found is what stands there.
    """
    start, end, text = edit
    splices = (Splice(line.start + start, line.start + end, text),)
    first, last = place or (start, end)
    found = line.text[first:last] if found is None else found
    return Slip(kind, line.start + first, line.start + last, splices, found, told)


def edited(text: str, slips: Iterable[Slip]) -> str:
    """Return the text with all slips mended; of splices that overlap the first is made."""
    return spliced(text, splices_of(slips))


def splices_of(slips: Iterable[Slip]) -> Sequence[Splice]:
    """Return the splices of all slips in their order."""
    return sorted(edit for slip in slips for edit in slip.splices)
