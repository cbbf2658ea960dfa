"""Full-width letters in the place of marks: 「：」 for a colon, 「、」 for a comma."""

from __future__ import annotations

import re
from collections.abc import Iterator

from banso_cli.reading.slips.lines import (
    BLANKS,
    CLOSING,
    LISTS,
    NAMES,
    OPENING,
    WIDE_BLANKS,
    WIDE_COLONS,
    WIDE_DASHES,
    Line,
    keys,
)
from banso_cli.reading.slips.slip import Slip
from banso_cli.text.splice import Splice
from banso_cli.yaml.fault import FaultKind

_QUOTES = '"＂“”„＇‘’″'

_WIDE_BLANK = re.compile(f"[{WIDE_BLANKS}]")
_COLON = re.compile(rf"([{BLANKS}]*)([{WIDE_COLONS}:])([{BLANKS}]*)")
_COMMAS = "、，､﹐"


def full_width(line: Line, width: int) -> Slip | None:
    """Return the full-width marks of a line as one slip; `width` is that of a blank in front."""
    splices = [*_head(line, width), *_separator(line), *_value(line), *_comment(line)]
    if not splices:
        return None
    pairs: dict[str, str] = {}
    for start, end, text in splices:
        pairs.setdefault(line.text[start:end], text)
    first = min(splices)
    moved = tuple(
        Splice(line.start + start, line.start + end, text) for start, end, text in splices
    )
    place = line.start + first.start, line.start + first.end
    told = tuple(part for pair in pairs.items() for part in pair)
    return Slip(FaultKind.FULL_WIDTH_MARK, *place, moved, line.text[slice(*first[:2])], told)


def _head(line: Line, width: int) -> Iterator[Splice]:
    """Yield blanks of the indentation, and dashes with the blanks behind them."""
    for match in re.finditer(f"[{WIDE_BLANKS}]+", line.text[: line.indent]):
        yield Splice(match.start(), match.end(), " " * width * len(match.group()))
    dashes = line.text[line.indent : line.head]
    for match in re.finditer(rf"([-{WIDE_DASHES}])([{BLANKS}]*)", dashes):
        start = line.indent + match.start()
        if match[1] != "-":
            narrow = match[2] and not _WIDE_BLANK.search(match[2])
            yield Splice(start, start + (1 if narrow else len(match[0])), "-" if narrow else "- ")
        elif _WIDE_BLANK.search(match[2]):
            yield Splice(start + 1, line.indent + match.end(), " ")


def _separator(line: Line) -> Iterator[Splice]:
    """Yield what stands between a key and its value, where it is not a colon and a blank."""
    if line.key:
        yield from _colon(line.text, line.behind_key, line.end)


def _colon(text: str, at: int, end: int) -> Iterator[Splice]:
    match = _COLON.match(text, at)
    if match is None:
        if (blank := _WIDE_BLANK.match(text, at)) and at < end:
            blanks = re.compile(f"[{BLANKS}]*").match(text, blank.start())
            yield Splice(at, blanks.end() if blanks else at, ": ")
        return
    before, mark, behind = match.groups()
    if mark != ":" or _WIDE_BLANK.search(before):
        start, stop = (
            (match.start(), match.end()) if behind != " " else (match.start(), match.end(2))
        )
        is_last = match.end() >= end
        yield Splice(start, stop, ":" if is_last or behind == " " else ": ")
    elif _WIDE_BLANK.search(behind):
        yield Splice(match.start(3), match.end(3), " ")


def _value(line: Line) -> Iterator[Splice]:
    """Yield brackets, commas, colons and quotation marks of a value in brackets or quotes."""
    written = line.written
    if not written:
        return
    if written[0] in "[{［｛" or (written[0] in OPENING and line.key in LISTS):
        yield from _flow(line)
    elif line.key in NAMES and written[0] in "「『" and written[-1] in "」』":
        yield from (Splice(at, at + 1, '"') for at in (line.value, line.end - 1))
    elif written[0] in _QUOTES and len(written) > 1 and written[-1] in _QUOTES:
        ends = (line.value, line.end - 1)
        yield from (Splice(at, at + 1, '"') for at in ends if line.text[at] != '"')


def _flow(line: Line) -> Iterator[Splice]:
    """Yield the full-width marks of a value in brackets."""
    written, start = line.written, line.value
    if written[0] in OPENING:
        yield Splice(start, start + 1, OPENING[written[0]])
    narrow = OPENING.get(written[0], written[0])
    closing = "]" if narrow == "[" else "}"
    ends = CLOSING if line.key in LISTS or written[0] in OPENING else "］｝"
    if len(written) > 1 and written[-1] in ends and closing not in written:
        yield Splice(line.end - 1, line.end, closing)
    if narrow == "[" and line.key in LISTS:
        for match in re.finditer(rf"[{BLANKS}]*[{_COMMAS}],?[{BLANKS}]*", written):
            comma = ", " if match.end() < len(written) - 1 else ","
            yield Splice(start + match.start(), start + match.end(), comma)
        return
    for match in re.finditer(
        rf"([{{｛,]|(?:,[{BLANKS}]*)?[{_COMMAS}])[{BLANKS}]*({keys()})(?![a-z_])", written
    ):
        if match[1][-1] in _COMMAS:
            yield Splice(start + match.start(), start + match.start(2), ", ")
        yield from _colon(line.text, start + match.end(), line.end)


def _comment(line: Line) -> Iterator[Splice]:
    """Yield a full-width number sign that begins a comment."""
    match = re.compile(rf"[{BLANKS}]*＃").match(line.text, line.end)
    if match is None or (line.written.startswith('"') and not line.written.endswith('"')):
        return
    before = line.text[line.end : match.end() - 1]
    start = match.end() - 1 if not line.end or not _WIDE_BLANK.search(before) else line.end
    yield Splice(start, match.end(), "#" if start == match.end() - 1 else "  #")
