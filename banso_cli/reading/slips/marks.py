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
from banso_cli.reading.slips.slip import Edit, Slip
from banso_cli.yaml.fault import FaultKind

QUOTES = {"＂": "＂", "“": "”", "”": "”", "„": "”", "＇": "＇", "‘": "’", "’": "’", "″": "″"}
_QUOTE_MARKS = "".join({*QUOTES, *QUOTES.values()})

_WIDE_BLANK = re.compile(f"[{WIDE_BLANKS}]")
_COLON = re.compile(rf"([{BLANKS}]*)([{WIDE_COLONS}:])([{BLANKS}]*)")
_COMMAS = "、，､﹐"


def full_width(line: Line, width: int) -> Slip | None:
    """Return the full-width marks of a line as one slip; `width` is that of a blank in front."""
    edits = [*_head(line, width), *_separator(line), *_value(line), *_comment(line)]
    if not edits:
        return None
    pairs: dict[str, str] = {}
    for start, end, text in edits:
        pairs.setdefault(line.text[start:end], text)
    first = min(edits)
    moved = tuple(Edit(line.start + start, line.start + end, text) for start, end, text in edits)
    place = line.start + first.start, line.start + first.end
    told = tuple(part for pair in pairs.items() for part in pair)
    return Slip(FaultKind.FULL_WIDTH_MARK, *place, moved, line.text[slice(*first[:2])], told)


def _head(line: Line, width: int) -> Iterator[Edit]:
    """Yield blanks of the indentation, and dashes with the blanks behind them."""
    for match in re.finditer(f"[{WIDE_BLANKS}]+", line.text[: line.indent]):
        yield Edit(match.start(), match.end(), " " * width * len(match.group()))
    dashes = line.text[line.indent : line.head]
    for match in re.finditer(rf"([-{WIDE_DASHES}])([{BLANKS}]*)", dashes):
        start = line.indent + match.start()
        if match[1] != "-":
            narrow = match[2] and not _WIDE_BLANK.search(match[2])
            yield Edit(start, start + (1 if narrow else len(match[0])), "-" if narrow else "- ")
        elif _WIDE_BLANK.search(match[2]):
            yield Edit(start + 1, line.indent + match.end(), " ")


def _separator(line: Line) -> Iterator[Edit]:
    """Yield what stands between a key and its value, where it is not a colon and a blank."""
    if line.key:
        yield from _colon(line.text, line.behind_key, line.end)


def _colon(text: str, at: int, end: int) -> Iterator[Edit]:
    match = _COLON.match(text, at)
    if match is None:
        if (blank := _WIDE_BLANK.match(text, at)) and at < end:
            blanks = re.compile(f"[{BLANKS}]*").match(text, blank.start())
            yield Edit(at, blanks.end() if blanks else at, ": ")
        return
    before, mark, behind = match.groups()
    if mark != ":" or _WIDE_BLANK.search(before):
        start, stop = (
            (match.start(), match.end()) if behind != " " else (match.start(), match.end(2))
        )
        is_last = match.end() >= end
        yield Edit(start, stop, ":" if is_last or behind == " " else ": ")
    elif _WIDE_BLANK.search(behind):
        yield Edit(match.start(3), match.end(3), " ")


def _value(line: Line) -> Iterator[Edit]:
    """Yield brackets, commas, colons and quotation marks of a value in brackets or quotes."""
    written = line.written
    if not written:
        return
    if written[0] in "[{［｛" or (written[0] in OPENING and line.key in LISTS):
        yield from _flow(line)
    elif line.key in NAMES and written[0] in "「『" and written[-1] in "」』":
        yield from (Edit(at, at + 1, '"') for at in (line.value, line.end - 1))
    elif written[0] in QUOTES and len(written) > 1 and written[-1] in _QUOTE_MARKS + '"':
        yield Edit(line.value, line.value + 1, '"')
        if written[-1] != '"':
            yield Edit(line.end - 1, line.end, '"')
    elif written[0] == '"' and len(written) > 1 and written[-1] in _QUOTE_MARKS:
        yield Edit(line.end - 1, line.end, '"')


def _flow(line: Line) -> Iterator[Edit]:
    """Yield the full-width marks of a value in brackets."""
    written, start = line.written, line.value
    if written[0] in OPENING:
        yield Edit(start, start + 1, OPENING[written[0]])
    narrow = OPENING.get(written[0], written[0])
    closing = "]" if narrow == "[" else "}"
    ends = CLOSING if line.key in LISTS or written[0] in OPENING else "］｝"
    if len(written) > 1 and written[-1] in ends and closing not in written:
        yield Edit(line.end - 1, line.end, closing)
    if narrow == "[" and line.key in LISTS:
        for match in re.finditer(rf"[{BLANKS}]*[{_COMMAS}],?[{BLANKS}]*", written):
            comma = ", " if match.end() < len(written) - 1 else ","
            yield Edit(start + match.start(), start + match.end(), comma)
        return
    for match in re.finditer(
        rf"([{{｛,]|(?:,[{BLANKS}]*)?[{_COMMAS}])[{BLANKS}]*({keys()})(?![a-z_])", written
    ):
        if match[1][-1] in _COMMAS:
            yield Edit(start + match.start(), start + match.start(2), ", ")
        yield from _colon(line.text, start + match.end(), line.end)


def _comment(line: Line) -> Iterator[Edit]:
    """Yield a full-width number sign that begins a comment."""
    match = re.compile(rf"[{BLANKS}]*＃").match(line.text, line.end)
    if match is None or (line.written.startswith('"') and not line.written.endswith('"')):
        return
    before = line.text[line.end : match.end() - 1]
    start = match.end() - 1 if not line.end or not _WIDE_BLANK.search(before) else line.end
    yield Edit(start, match.end(), "#" if start == match.end() - 1 else "  #")
