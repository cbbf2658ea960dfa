"""What a change brings: the lines that it has added or edited, and the findings that are new.

Lines are found from the texts of both states, not from `git diff`, whose form every user may set;
findings of two states are compared, not their lines.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from itertools import takewhile

from banso_cli.locale import _
from banso_cli.reading.sources import Source, Unread
from banso_cli.records.finding import Finding, Related
from banso_cli.records.roster import Roster
from banso_cli.yaml.place import Place

LONGEST = 2000
"""Lines that are compared one by one; of a longer stretch that has changed, all have."""

_Lines = tuple[bytes, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """The lines that were added or edited, counted from 1, by the path of a place."""

    lines: Mapping[str, AbstractSet[int]]

    @classmethod
    def between(cls, earlier: Source | None, now: Source, paths: Iterable[str]) -> Change:
        """Return what has changed in files of the roster now; `earlier` is None where it is new."""
        inside = {path: path.partition("/")[2] for path in paths}
        gone = _gone(earlier, frozenset(inside.values())) if earlier else ()
        changed = {}
        for path, file in inside.items():
            text, old = _lines_of(now, file), _lines_of(earlier, file) if earlier else None
            if text is not None:
                changed[path] = _new_lines(_renamed(text, gone) if old is None else old, text)
        return cls({path: lines for path, lines in changed.items() if lines})

    def holds(self, place: Place) -> bool:
        """Tell whether one of the lines of a place was added or edited."""
        lines = range(place.line, place.last_line + 1)
        return not self.lines.get(place.path, frozenset()).isdisjoint(lines)

    def told(self, findings: Iterable[Finding]) -> tuple[Finding, ...]:
        """Return the findings, those on changed lines before the others, otherwise in their order.

        Of two places that contradict each other the finding stands where the change is.
        """
        moved = [self._moved(finding) for finding in findings]
        return tuple(sorted(moved, key=lambda finding: not self.holds(finding.place)))

    def _moved(self, finding: Finding) -> Finding:
        changed = next((each for each in finding.related if self.holds(each.place)), None)
        if changed is None or self.holds(finding.place):
            return finding
        others = (each for each in finding.related if each is not changed)
        return replace(
            finding,
            place=changed.place,
            related=(Related(_("the other of the two places"), finding.place), *others),
        )


def _lines_of(source: Source, file: str) -> _Lines | None:
    """Return the lines of a file, without their ends; None where it is not read."""
    data = source.read(file)
    if isinstance(data, Unread):
        return None
    return tuple(data.replace(b"\r\n", b"\n").split(b"\n"))


def _gone(earlier: Source, now: AbstractSet[str]) -> tuple[_Lines, ...]:
    """Return the lines of each file that was there earlier and is not there now."""
    gone = {file for file in earlier.files() if file.endswith(".yaml")} - now
    found = (_lines_of(earlier, file) for file in sorted(gone, key=lambda file: file.split("/")))
    return tuple(filter(None, found))


def _renamed(text: _Lines, gone: Iterable[_Lines]) -> _Lines:
    """Return the file that this one was made of: more than half of its lines; else nothing."""
    count = Counter(text)
    alike = max(gone, key=lambda lines: (count & Counter(lines)).total(), default=())
    return alike if 2 * (count & Counter(alike)).total() > len(text) else ()


def _new_lines(before: _Lines, now: _Lines) -> AbstractSet[int]:
    """Return the lines of the text now, from 1, that were not there before."""
    start = _alike(before, now)
    end = min(_alike(before[::-1], now[::-1]), len(before) - start, len(now) - start)
    old, new = before[start : len(before) - end], now[start : len(now) - end]
    if not old or max(len(old), len(new)) > LONGEST:
        return frozenset(range(start + 1, start + len(new) + 1))
    blocks = SequenceMatcher(None, old, new, autojunk=False).get_matching_blocks()
    kept = {index for block in blocks for index in range(block.b, block.b + block.size)}
    return frozenset(start + index + 1 for index in range(len(new)) if index not in kept)


def _alike(one: _Lines, other: _Lines) -> int:
    return sum(
        1 for _pair in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False))
    )


Checked = tuple[Roster, tuple[Finding, ...]]
"""A roster at one time, and what was found in it."""


def introduced(before: Checked, now: Checked) -> tuple[Finding, ...]:
    """Return the findings of now that were not there before, in their order.

    The same finding is the one of the same rule with the same words in the same record, wherever
    its line has moved to. A record whose file was renamed is one that is gone beside one that has
    come: there rule and words tell. Each finding of before stands for one of now at the most, and
    for no more places than it had.
    """
    places: dict[tuple[str, str], int] = {}
    (old_roster, known), (roster, findings) = before, now
    for each in known:
        told = (each.rule, each.message)
        places[told] = max(places.get(told, 0), len(each.related))
    old = Counter((each.rule, each.message, each.record) for each in known)
    there, here = _ids(old_roster), _ids(roster)
    gone, come = there - here, here - there
    moved = Counter((each.rule, each.message) for each in known if each.record in gone)
    new = []
    for each in findings:
        same, anywhere = (each.rule, each.message, each.record), (each.rule, each.message)
        if len(each.related) > places.get(anywhere, 0):
            new.append(each)
        elif old[same]:
            old[same] -= 1
        elif each.record in come and moved[anywhere]:
            moved[anywhere] -= 1
        else:
            new.append(each)
    return tuple(new)


def _ids(roster: Roster) -> frozenset[str]:
    return frozenset(path.partition("/")[2].removesuffix(".yaml") for path in roster.files)
