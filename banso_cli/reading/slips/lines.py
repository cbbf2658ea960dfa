"""The parts of a line, as far as they can be told where full-width letters stand for marks."""

from __future__ import annotations

import re
from functools import cache
from itertools import accumulate
from typing import NamedTuple

from banso_cli.records.kinds import every_key

WIDE_BLANKS = "\u3000\u00a0\u2002-\u200a\u202f\u205f"
BLANKS = f" \t{WIDE_BLANKS}"
WIDE_DASHES = "－ー―—–‐‑−─ｰ・"
WIDE_COLONS = "：﹕"
OPENING = {"［": "[", "【": "[", "〔": "[", "「": "[", "『": "[", "｛": "{", "（": "["}
CLOSING = {"］": "]", "】": "]", "〕": "]", "」": "]", "』": "]", "｝": "}", "）": "]"}

LISTS = frozenset({"themes", "of", "genders", "tracks", "prefectures", "aliases", "attended"})
"""Keys whose lists hold names or numbers, in which a comma of any kind parts two of them."""

NAMES = frozenset(
    {
        *("agency", "rank", "municipality", "code", "status", "prefecture", "county", "kind"),
        *("measure", "name", "kana", "romaji", "figure", "coverage", "track", "gender", "role"),
    }
)
"""Keys of names and codes, which have no quotation marks of their own."""

_COMMENT = re.compile(rf"(?:^|(?<=[{BLANKS}]))[#＃]")
_QUOTED = re.compile(r""""(?:[^"\\]|\\.)*"|'(?:[^']|'')*'""")


class Line(NamedTuple):
    """A line with its parts, as columns from 0: the head is blanks and dashes.

    `key` is a declared key at the head, or empty; `value` ends before blanks and a comment.
    """

    start: int
    text: str
    indent: int
    head: int
    key: str
    behind_key: int
    value: int
    end: int

    @property
    def dash(self) -> bool:
        """Tell whether an entry of a list begins here."""
        return self.head > self.indent

    @property
    def written(self) -> str:
        """Return what stands behind the key, or the dash, without a comment."""
        return self.text[self.value : self.end]

    @property
    def is_blank(self) -> bool:
        """Tell whether nothing but a comment stands here."""
        return self.head >= self.end


@cache
def keys() -> str:
    """Return a pattern of all keys that a record may have, longer ones first."""
    return "|".join(sorted(every_key(), key=lambda key: (-len(key), key)))


@cache
def _head() -> re.Pattern[str]:
    return re.compile(
        rf"(?P<indent>[{BLANKS}]*)"
        rf"(?P<dash>(?:-(?:[{BLANKS}]+|$|(?=(?:{keys()})\b))|[{WIDE_DASHES}][{BLANKS}]*)*)"
        rf"(?P<key>(?:{keys()})(?![A-Za-z_]))?"
        rf"(?P<mark>[{BLANKS}]*[:{WIDE_COLONS}][{BLANKS}]*|[{BLANKS}]+)?"
    )


def lines_of(text: str) -> tuple[Line, ...]:
    """Return the lines of a text with their parts."""
    lines = text.split("\n")
    starts = accumulate((len(line) + 1 for line in lines[:-1]), initial=0)
    return tuple(_line(*each) for each in zip(starts, lines, strict=True))


def _line(start: int, written: str) -> Line:
    text = written.removesuffix("\r")
    found = _head().match(text)
    assert found  # noqa: S101 - the pattern matches nothing as well
    indent, head = found.end("indent"), found.end("dash")
    key = found["key"] or ""
    value = found.end() if key else head
    behind = found.end("key") if key else head
    return Line(start, text, indent, head, key, behind, value, _end(text, value))


def _end(text: str, value: int) -> int:
    """Return where what is written ends, in front of a comment and blanks."""
    quoted = _QUOTED.match(text, value)
    comment = _COMMENT.search(text, quoted.end() if quoted else value)
    return len(text[: comment.start() if comment else len(text)].rstrip())
