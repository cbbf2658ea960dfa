"""Colons, commas, blanks, line breaks and number signs that are missing between two things."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from banso_cli.reading.slips.lines import BLANKS, Line, keys
from banso_cli.reading.slips.slip import Slip, slip_in
from banso_cli.yaml.fault import FaultKind

_OTHER_MARK = re.compile(rf"[{BLANKS}]*[;；,，、.．。=＝・]?:?[{BLANKS}]*")
_DIGITS = r"(?<![0-9,.\"'])[0-9]{1,3}(?:, ?[0-9]{3})+(?![0-9.]|, ?[0-9])"


def _slip(line: Line, start: int, end: int, text: str, cause: str) -> Slip:
    return slip_in(line, FaultKind.MISSING_SEPARATOR, (start, end, text), (cause, text))


def separators(lines: Sequence[Line], at: int) -> Iterator[Slip]:
    """Yield what a line may lack in front of and behind its key."""
    line = lines[at]
    if line.key:
        yield from _behind_key(line)
    elif line.text[line.indent : line.indent + 1] == "-" and line.head == line.indent:
        yield _slip(line, line.indent + 1, line.indent + 1, " ", "dash")
    yield from _in_flow(line)
    for match in re.finditer(rf"(?<=[^{BLANKS}])#", line.text):
        yield _slip(line, match.start(), match.start(), "  ", "comment")


def _behind_key(line: Line) -> Iterator[Slip]:
    if line.dash and line.text[line.head - 1] == "-":
        yield _slip(line, line.head, line.head, " ", "dash")
    match = _OTHER_MARK.match(line.text, line.behind_key)
    end = match.end() if match else line.behind_key
    if line.text[line.behind_key : end] == ": ":
        return
    if end >= line.end:
        yield _slip(line, line.behind_key, max(line.end, line.behind_key), ":", "colon")
    elif line.text[line.behind_key : end] == ":":
        yield _slip(line, end, end, " ", "blank")
    else:
        yield _slip(line, line.behind_key, end, ": ", "colon")


def _in_flow(line: Line) -> Iterator[Slip]:
    """Yield what may be missing between keys and values in braces."""
    written = line.written
    if not ("{" in written or "}" in written or ": " in written):
        return
    for match in re.finditer(_DIGITS, written):
        start, end = line.value + match.start(), line.value + match.end()
        edit = start, end, re.sub("[, ]", "", match.group())
        yield slip_in(line, FaultKind.NOT_A_NUMBER, edit, ("number",))
    for match in re.finditer(rf"(?<=[{{, ])(?:{keys()})(:(?=[^ ])| (?=[^ ,}}]))", written):
        start = line.value + match.start(1)
        yield (
            _slip(line, start, start + 1, ": ", "colon")
            if match[1] == " "
            else _slip(line, start + 1, start + 1, " ", "blank")
        )
    for match in re.finditer(rf"([^ ,{{])([.;．；。 ]*)(?:{keys()}): ", written):
        start, end = line.value + match.end(1), line.value + match.end(2)
        yield _slip(line, start, end, ", ", "comma")


def breaks(lines: Sequence[Line], at: int) -> Iterator[Slip]:
    """Yield line breaks that may be missing in a line."""
    line = lines[at]
    if line.key and line.written.startswith("- "):
        text = "\n" + " " * (line.head + 2)
        yield _slip(line, line.value - 1, line.value, text, "break")
    for match in re.finditer(rf"(?<=[^\s{{\[,])([{BLANKS}]*)((?:- )?)(?:{keys()}):", line.text):
        if match.start() > line.behind_key:
            indent = line.head - (2 if match[2] else 0)
            text = "\n" + " " * max(indent, 0)
            is_deep = line.dash or line.text.startswith("  ")
            for each in (text, "\n", "\n  ") if is_deep else (text,):
                yield _slip(line, match.start(1), match.end(1), each, "break")


def remarks(lines: Sequence[Line], at: int) -> Iterator[Slip]:
    """Yield lines that may be comments and have lost their number sign."""
    line = lines[at]
    if "yaml-language-server" in line.text or (
        ":" not in line.text and not line.key and not line.text.lstrip().startswith("- ")
    ):
        yield _slip(line, line.indent, line.indent, "# ", "remark")


def remarks_behind(lines: Sequence[Line], at: int) -> Iterator[Slip]:
    """Yield comments behind a code or a closing bracket that may have lost their number sign."""
    line = lines[at]
    for match in re.finditer(
        rf"""("[0-9]{{5,6}}"|[\]}}])[{BLANKS}]+(?=[^{BLANKS}#,}}\]])""", line.text
    ):
        yield _slip(line, match.end(), match.end(), "# ", "remark")
