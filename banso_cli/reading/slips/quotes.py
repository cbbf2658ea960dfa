"""Quotation marks that are not in pairs, and text that needs them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from banso_cli.reading.slips.lines import LISTS, Line, keys
from banso_cli.reading.slips.slip import Slip, slip_in
from banso_cli.yaml.fault import FaultKind

_MARKS = "\"'"
_SPECIAL = r"[*&@`%!|>?\-\]},\[{:]|#[0-9]|.*(?::(?:\s|$)|\s#[0-9])"


_INNER_KEY = r"[A-Za-z_]:\s"
_NOT_PLAIN = r"^[*&@`%!|>?\-\]},\[{:]|[,\[\]{}]|:\s|\s#[0-9]"
"""Letters that are marks within brackets."""


def in_quotes(text: str) -> str:
    """Return a text in the quotes that need the fewest escapes."""
    if '"' not in text and "\\" not in text:
        return f'"{text}"'
    return "'{}'".format(text.replace("'", "''"))


def quotes(lines: Sequence[Line], at: int) -> Iterator[Slip]:
    """Yield pairs of quotation marks of which one may be missing, or stand where it should not."""
    line = lines[at]
    for start, end in _values(line):
        yield from _pairs(line, start, end)


def _values(line: Line) -> Iterator[tuple[int, int]]:
    """Yield the columns of the value, and of each part of it in brackets."""
    if line.written[:1] in ("[", "{"):
        for match in re.finditer(r"(?<=[\[{,:]) *([^\[{,:\]}]*?) *(?=[,\]}]|$)", line.written):
            if any(mark in match[1] for mark in _MARKS):
                yield line.value + match.start(1), line.value + match.end(1)
    elif any(mark in line.written for mark in _MARKS):
        yield line.value, line.end


def _pairs(line: Line, start: int, end: int) -> Iterator[Slip]:
    written = line.text[start:end]
    first, last = written[:1], written[-1:]
    inner = written.strip(_MARKS)
    if first in _MARKS and (last != first or len(written) == 1):
        text = f"{first}{inner}{first}" if inner else first * 2
        yield _unpaired(line, (start, end), (start, start + 1), text, "open")
    elif last in _MARKS and first != last:
        yield _unpaired(line, (start, end), (end - 1, end), f"{last}{inner}{last}", "close")
    is_framed = first in _MARKS and first == last and len(written) > 1
    whole = written[1:-1] if is_framed else written
    if "\\" in written and first == '"':
        at = start + written.index("\\")
        yield _unpaired(line, (start, end), (at, at + 1), in_quotes(whole), "backslash")
    if any(mark in whole for mark in _MARKS):
        at = start + is_framed + next(n for n, letter in enumerate(whole) if letter in _MARKS)
        bare = "".join(letter for letter in whole if letter not in _MARKS)
        text = f'"{bare}"' if bare.isdigit() else in_quotes(whole)
        yield _unpaired(line, (start, end), (at, at + 1), text, "inner")


def _unpaired(
    line: Line, value: tuple[int, int], place: tuple[int, int], text: str, cause: str
) -> Slip:
    return slip_in(line, FaultKind.UNPAIRED_MARK, (*value, text), (cause, text), place)


def unquoted(lines: Sequence[Line], at: int) -> Iterator[Slip]:
    """Yield a value that may be text whose letters YAML takes for marks."""
    line = lines[at]
    end = len(line.text.rstrip())
    for stop in sorted({line.end, end}):
        text = line.text[line.value : stop]
        if re.match(_SPECIAL, text) and not _is_flow(line, text):
            yield _unquoted(line, line.value, stop)
    if line.written.startswith(("[", "{")):
        for match in _in_flow().finditer(line.text, line.value):
            if not re.search(_INNER_KEY, match[1]) and re.search(_NOT_PLAIN, match[1]):
                yield _unquoted(line, match.start(1), match.end(1))


def _is_flow(line: Line, text: str) -> bool:
    """Tell whether a text is meant to be a list or a part in brackets."""
    is_text = line.key and line.key not in LISTS and text[-1] not in "]}"
    return text[0] in "[{" and not (is_text and any(mark in text for mark in "]}"))


@cache
def _in_flow() -> re.Pattern[str]:
    """Return a pattern of the values in brackets, which reach to the next key or to the end."""
    return re.compile(
        rf"(?:: |\[|, )(?!(?:{keys()}):)([^,\s][^\n]*?)(?=, ?(?:{keys()}):|[\]}}]\s*$)"
    )


def _unquoted(line: Line, start: int, stop: int) -> Slip:
    text = in_quotes(line.text[start:stop])
    return slip_in(line, FaultKind.UNQUOTED_MARK, (start, stop, text), (text,))
