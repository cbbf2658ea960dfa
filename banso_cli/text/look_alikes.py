"""Letters that look like ordinary ones, and are others."""

from __future__ import annotations

import re
from collections.abc import Iterator

from banso_cli.reference.letters import radicals

_SIEVE = re.compile("[\u2e80-\u2fdf\u0370-\u04ff\u00b7\u2027\u2219\u22c5]")
_RADICAL = "[\u2e80-\u2fdf]"
_CYRILLIC, _AS_CYRILLIC = "АВЕЅІЈКМНОРСТХаеорсухѕіј", "ABESIJKMHOPCTXaeopcyxsij"
_GREEK, _AS_GREEK = "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧο", "ABEZHIKMNOPTYXo"
_AS_LATIN = dict(zip(_CYRILLIC + _GREEK, _AS_CYRILLIC + _AS_GREEK, strict=True))
_WORD = "[A-Za-z\u0370-\u04ff]+(?:-[A-Za-z\u0370-\u04ff]+)*"
_DOT = "(?<=[ぁ-ヺー々一-鿿\u2e80-\u2fdf])[\u00b7\u2027\u2219\u22c5](?=[ぁ-ヺ一-鿿\u2e80-\u2fdf])"


def look_alikes(text: str) -> dict[int, str]:
    """Return the places of letters that only look right, each with the ordinary letter.

    These are radicals for kanji, Cyrillic and Greek letters in a word that is Latin otherwise, and
    other dots for ・ between Japanese letters. What may be meant as it stands is none.
    """
    return dict(sorted(_look_alikes(text))) if _SIEVE.search(text) else {}


def _look_alikes(text: str) -> Iterator[tuple[int, str]]:
    for found in re.finditer(_RADICAL, text):
        if letter := radicals().get(found.group()):
            yield found.start(), letter
    for word in re.finditer(_WORD, text):
        foreign = [at for at, letter in enumerate(word.group()) if not letter.isascii()]
        is_latin = any(letter.isalpha() and letter.isascii() for letter in word.group())
        if is_latin and all(word.group()[at] in _AS_LATIN for at in foreign):
            yield from ((word.start() + at, _AS_LATIN[word.group()[at]]) for at in foreign)
    for dot in re.finditer(_DOT, text):
        yield dot.start(), "・"


def ordinary(text: str) -> str:
    """Return a text with ordinary letters for those that only look like them."""
    found = look_alikes(text)
    if not found:
        return text
    return "".join(found.get(at, letter) for at, letter in enumerate(text))
