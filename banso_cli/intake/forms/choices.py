"""The choices of a question of which several may be given, and what a cell says of them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from banso_cli.text.meaning import folded

SEPARATORS = (";", ", ")
"""What parts the choices of a cell: in exports of forms, and in the spreadsheet of Google Forms."""

_NUMBERED = re.compile(
    r"^(?:[\u2460-\u2473\u3251-\u325f]\s*|[(（]?(?:[0-9０-９]{1,2}|[ア-ン])[)）.．、]\s*)"
)
_OTHER = tuple(map(folded, ("その他", "other")))


@dataclass(frozen=True, slots=True)
class Said:
    """What a cell says: choices that are declared, and what else stands between them."""

    chosen: tuple[str, ...]
    others: tuple[str, ...]


class Choices:
    """The declared choices in their order, found by their letters, also behind a number."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._by_key: dict[str, str] = {}
        for text in texts:
            self._by_key.setdefault(key_of(text), text)

    @property
    def declared(self) -> tuple[str, ...]:
        """Return the choices; those that are alike are one, as the first of them is written."""
        return tuple(self._by_key.values())

    def named(self, text: str) -> str | None:
        """Return the choice that a text is; None where none is declared."""
        return self._by_key.get(key_of(text))

    def said(self, cell: str, separator: str) -> Said:
        """Take a cell apart, the longest choice first where a choice has the separator in it."""
        pieces = [piece.strip() for piece in cell.split(separator)]
        chosen, others, at = dict[str, None](), list[list[str]](), 0
        was_chosen = True
        while at < len(pieces):
            end, found = self._longest(pieces, at, separator)
            if found is not None:
                chosen[found] = None
            elif was_chosen:
                others.append(pieces[at:end])
            else:
                others[-1] += pieces[at:end]
            at, was_chosen = end, found is not None
        texts = (separator.join(filter(None, each)) for each in others)
        return Said(tuple(chosen), tuple(filter(None, texts)))

    def _longest(self, pieces: list[str], at: int, separator: str) -> tuple[int, str | None]:
        """Return the longest choice that begins with a piece, and where it ends."""
        for end in range(len(pieces), at, -1):
            if (found := self.named(separator.join(pieces[at:end]))) is not None:
                return end, found
        return at + 1, None


def key_of(text: str) -> str:
    """Return the letters of a choice to compare, without its number and the end of a sentence."""
    return folded(unnumbered(text)).rstrip("。")


def unnumbered(text: str) -> str:
    """Return a choice without the number in front of it: ①, `1.`, `(1)`, `ア.`."""
    return _NUMBERED.sub("", text.strip(), count=1)


def is_other(text: str) -> bool:
    """Tell whether a text says of itself that it is some other answer."""
    return key_of(text).startswith(_OTHER)
