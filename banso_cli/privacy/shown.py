"""The lines of a file as they may be shown: without gender, track and age of members.

Where a file can be read, they are known from its tree. Where it cannot, more is hidden than need
be: within `members` everything that does not stand behind a key known to be harmless.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from banso_cli.locale import _
from banso_cli.privacy.personal import (
    MEMBER_LISTS,
    PERSONAL_WORD,
    SHOWN_KEYS,
    Personal,
    narrow,
    personal_values,
    scalars,
    within,
)
from banso_cli.records.kinds import every_key
from banso_cli.yaml.events import read_text
from banso_cli.yaml.tree import Mapping, Node, Scalar, Span

Stretch = tuple[int, int]
"""Letters of a line, from one column to before another, from 1."""

_MARK = "\ufeff"
_NAME = r"""["']?([^\s:"'#{}\[\],-][^\s:"'#{}\[\],]*)["']?\s*:"""
_KEY = rf"[\s\-?{{\[]*{_NAME}"
_TOP = _NAME.removesuffix(":") + r"(?::|(?<=\s))"
_CONFLICT = r"(?:<{7}|\|{7}|={7}|>{7})(?: |$)"
_HARMLESS = (
    rf"""[\s\-?\[{{]*(?:["']?(?:{"|".join(MEMBER_LISTS + SHOWN_KEYS)})["']?\s*:"""
    r"(?:\s+[^,{}#]*|$)[\s,{}\]]*)*"
)
"""What a line of `members` begins with that is known to be harmless."""

_COMMENT = re.compile(r"(?:^|(?<=\s))#")
_MARKS = re.compile(r"""[\s:："'#\-{}\[\],]*""")


@dataclass(frozen=True, slots=True)
class ShownLine:
    """A line as it may be shown: a mask stands for each stretch that is hidden."""

    written: str
    hidden: tuple[Stretch, ...] = ()

    @property
    def text(self) -> str:
        """Return the line with its masks, all of one width whatever they hide."""
        pieces, at = [], 1
        for start, end in self.hidden:
            pieces += [self.written[at - 1 : start - 1], mask()]
            at = end
        return "".join((*pieces, self.written[at - 1 :]))

    def column(self, written: int, *, is_end: bool = False) -> int:
        """Return where a column is in the shown text; within a mask it is an edge of it."""
        moved = 0
        for start, end in self.hidden:
            if written >= end:
                moved += len(mask()) - (end - start)
            elif written > start:
                return start + moved + (len(mask()) if is_end else 0)
        return written + moved

    def hides(self, column: int) -> bool:
        """Tell whether the letter of this column is hidden."""
        return any(start <= column < end for start, end in self.hidden)


def mask() -> str:
    """Return what stands for something hidden."""
    return _("(hidden)")


def shown_lines(text: str, classes: re.Pattern[str] | None = None) -> tuple[ShownLine, ...]:
    """Return the lines of a file as they may be shown, without their line feeds.

    What `classes` finds is hidden wherever it stands.
    """
    mark = _MARK if text.startswith(_MARK) else ""
    text = text.removeprefix(_MARK)
    lines = text.split("\n")
    reading = read_text(text, "", "")
    root = None if reading.faults else reading.tree
    # Where a part is a key itself, the tree does not hold all that is written.
    if root is None or any(
        isinstance(part, Mapping) and "?" in part.entries for part in within(root)
    ):
        hidden = _by_letters(lines)
    else:
        hidden = _by_tree(lines, root)
    if classes:
        words = ([(m.start() + 1, m.end() + 1) for m in classes.finditer(line)] for line in lines)
        hidden = [_merged(each + more) for each, more in zip(hidden, words, strict=True)]
    lines[0] = mark + lines[0]
    hidden[0] = [(start + len(mark), end + len(mark)) for start, end in hidden[0]]
    return tuple(ShownLine(line, tuple(each)) for line, each in zip(lines, hidden, strict=True))


def _by_tree(lines: list[str], root: Node) -> list[list[Stretch]]:
    """Return what to hide in each line, as the tree tells, and the comments beside it."""
    found = list(personal_values(root))
    hidden = _stretches(lines, (span for each in found for span in each.spans))
    beside = {line for each in found for line in (*each.lines, *_remarks(lines, each))}
    written = _stretches(lines, (scalar.span for scalar in scalars(root)))
    for number, line in enumerate(lines):
        at = _comment(line, written[number]) if "#" in line else None
        if at is not None:
            word = PERSONAL_WORD.search(narrow(line), at)
            start = at if number + 1 in beside else word.end() if word else len(line)
            hidden[number] += _rest(line, start)
    return [_merged(each) for each in hidden]


def _remarks(lines: list[str], personal: Personal) -> Iterator[int]:
    """Yield the lines, from 1, of comments that belong to a value: above its key, and below it.

    Those below do where they are indented deeper than the key, or where there is no value.
    """
    column = personal.key.span.column if personal.key else 1
    is_empty = personal.value == Scalar("", personal.value.span, plain=True)
    for number in range(personal.lines.start - 1, 0, -1):
        if not lines[number - 1].lstrip().startswith("#"):
            break
        yield number
    for number in range(personal.lines.stop, len(lines) + 1):
        text = lines[number - 1].lstrip()
        if text and not text.startswith("#"):
            break
        if is_empty or len(lines[number - 1]) - len(text) >= column:
            yield number


def _stretches(lines: list[str], spans: Iterable[Span]) -> list[list[Stretch]]:
    """Return what the spans take of each line, but for blanks at its edges."""
    found: list[list[Stretch]] = [[] for _line in lines]
    for span in spans:
        for number in range(span.line, min(span.end_line, len(lines)) + 1):
            line = lines[number - 1]
            start = span.column if number == span.line else len(line) - len(line.lstrip()) + 1
            end = span.end_column if number == span.end_line else len(line.rstrip()) + 1
            if start < end:
                found[number - 1].append((start, end))
    return found


def _comment(line: str, written: list[Stretch]) -> int | None:
    """Return where the comment of a line begins, behind its values; None where it has none."""
    for match in _COMMENT.finditer(line):
        if not any(start <= match.start() + 1 < end for start, end in written):
            return match.start()
    return None


def _merged(stretches: list[Stretch]) -> list[Stretch]:
    """Return the stretches in their order, those that touch as one."""
    found: list[Stretch] = []
    for start, end in sorted(stretches):
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found


def _rest(line: str, at: int) -> Iterator[Stretch]:
    """Yield what follows an index of the line, but for marks in front and blanks at the end."""
    marks = _MARKS.match(line, at)
    start, end = marks.end() if marks else at, len(line.rstrip())
    if start < end:
        yield start + 1, end + 1


def _has_list(line: str) -> bool:
    return any(name in line for name in MEMBER_LISTS)


def _by_letters(lines: list[str]) -> list[list[Stretch]]:
    """Return what to hide in each line of a file that cannot be read."""
    found: list[list[Stretch]] = []
    if not any(_has_list(line) or PERSONAL_WORD.search(narrow(line)) for line in lines):
        return [[] for _line in lines]
    is_member = is_personal = False
    for line in lines:
        meant = narrow(line)
        if re.match(_CONFLICT, line) and not PERSONAL_WORD.search(meant):
            found.append([])
            continue
        if _has_list(meant):
            is_member = True
        elif meant[:1].strip("-#]} \t\r"):
            top = re.match(_TOP, meant)
            is_member = top is None or top[1] not in every_key()
        has_key = bool(re.match(_KEY, meant))
        word = PERSONAL_WORD.search(meant)
        harmless = re.match(_HARMLESS, meant) if is_member else None
        at = harmless.end() if harmless else len(line)
        if is_personal and not has_key:
            at = 0
        elif word is not None and (word.start() <= at or not line[at : word.start()].strip("\"'")):
            at = word.end()
        found.append(list(_rest(line, at)))
        is_personal = bool(word) or (is_personal and not has_key)
    return found
