"""Breaking lines by the columns that letters take on a terminal."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from wcwidth import iter_graphemes, wcswidth

from banso_cli.text.seams import CLOSING, OPENING, pieces_of


def wrapped(text: str, width: int, indent: int = 0, hanging: int | None = None) -> Iterator[str]:
    """Yield the lines of a text, at most `width` columns wide; blanks at their ends are left out.

    Words and numbers of ASCII stay whole, Japanese breaks between any two letters, but no line
    begins with a closing mark or ends with an opening one. Only what cannot stand on a line of its
    own is broken elsewhere. The first line is indented by `indent` columns, the others by
    `hanging`, or as the first.
    """
    margin = indent
    for part in text.splitlines():
        words = re.findall(r"\s|\S+", part.strip())  # no mark stands upon a blank
        letters = [letter for word in words for letter in iter_graphemes(word)]
        while letters:
            end = _length(letters, width - margin)
            yield " " * margin + "".join(letters[:end]).rstrip()
            letters = letters[end:]
            margin = indent if hanging is None else hanging


def _length(letters: Sequence[str], room: int) -> int:
    """Return how many letters stand on a line of this many columns: all of them, or at least one.

    No blank stands behind them.
    """
    ends, columns, solid = list[int](), 0, 0
    for at, letter in enumerate(letters):
        if at and not letter.isspace():
            if ends and solid > room:
                break
            ends.append(at)
        columns += max(wcswidth(letter), 0)
        solid = solid if letter.isspace() else columns
    else:
        if solid <= room or not ends:
            return len(letters)
    for is_seam in (_is_between_words, _is_between_letters):
        if found := [at for at in ends if is_seam(letters[at - 1], letters[at])]:
            return found[-1]
    return ends[-1]


def _is_between_words(before: str, after: str) -> bool:
    is_in_word = "!" <= before <= "~" and "!" <= after <= "~"
    return _is_between_letters(before, after) and not is_in_word


def _is_between_letters(before: str, after: str) -> bool:
    return after[0] not in CLOSING and before not in OPENING


def folded(label: str, width: int) -> tuple[str, ...]:
    """Return the lines of a class's title: parted between its pieces, if need be inside them."""
    lines = [""]
    for piece in pieces_of(label):
        word = piece.rstrip()
        for part in wrapped(word, width) if wcswidth(word) > width else (word,):
            if lines[-1] and wcswidth(lines[-1] + part) > width:
                lines.append("")
            lines[-1] += part
        lines[-1] += piece[len(word) :]
    return tuple(line.rstrip() for line in lines)
