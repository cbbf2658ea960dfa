"""What a text means, without what the rules of text object to, and which letters are alike."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache

from banso_cli.reference.letters import old_letters, radicals
from banso_cli.text.sieve import PLACEHOLDERS

_SIEVE = re.compile("[\u2e80-\u2fdf\u0370-\u04ff\u00b7\u2027\u2219\u22c5]")
_RADICAL = "[\u2e80-\u2fdf]"
_CYRILLIC, _AS_CYRILLIC = "АВЕЅІЈКМНОРСТХаеорсухѕіј", "ABESIJKMHOPCTXaeopcyxsij"
_GREEK, _AS_GREEK = "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧο", "ABEZHIKMNOPTYXo"
_AS_LATIN = dict(zip(_CYRILLIC + _GREEK, _AS_CYRILLIC + _AS_GREEK, strict=True))
_WORD = "[A-Za-z\u0370-\u04ff]+(?:-[A-Za-z\u0370-\u04ff]+)*"
_DOT = "(?<=[ぁ-ヺー々一-鿿\u2e80-\u2fdf])[\u00b7\u2027\u2219\u22c5](?=[ぁ-ヺ一-鿿\u2e80-\u2fdf])"

EDGES = " \t\u3000\u00a0"
HALF_KANA = re.compile(r"(?:[か-とは-ほウカ-トハ-ホ](?=[\uff9e\uff9f]))?[\uff61-\uff9f]+")
INVISIBLE = re.compile(r"[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]")
SELECTOR = re.compile(r"[\ufe00-\ufe0f\U000e0100-\U000e01ef]")

PLACEHOLDER = re.compile(rf"(?i)({'|'.join(PLACEHOLDERS)})|.*[〇○◯]{{2,}}.*")
_MARK_APART = re.compile("(?<=[か-とは-ほウカ-トハ-ホ])[\u309b\u309c]")
_AS_COMBINING = {"\u309b": "\u3099", "\u309c": "\u309a"}

_KANA, _KANA_AS = "ヶヵがガノのへべぺ", "ケケケケ之之ヘベペ"
_SHAPES, _SHAPES_AS = "一二八力口工夕卜才", "ーニハカロエタトオ"
KANJI_OF_SHAPE = dict(zip(_SHAPES_AS, _SHAPES, strict=True))
"""The kanji that is folded into each kana of the same shape."""
_STROKES = "-\u2010\u2011\u2012–—―\u2212─━"
"""Strokes that stand for ー in what a machine has read."""


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


def as_meant(text: str) -> str:
    """Return a text without what the rules of text object to; empty for a placeholder.

    The other rules judge what is meant, so that a blank at the edge of a name does not make the
    name unknown as well.
    """
    if text.isascii() and text.isalnum():
        return "" if PLACEHOLDER.fullmatch(text) else text
    visible = SELECTOR.sub("", INVISIBLE.sub("", text.replace("\n", ""))).strip(EDGES)
    if PLACEHOLDER.fullmatch(visible):
        return ""
    wide = HALF_KANA.sub(lambda found: unicodedata.normalize("NFKC", found.group()), visible)
    return unicodedata.normalize("NFC", ordinary(wide))


@lru_cache(maxsize=8192)
def folded(name: str) -> str:
    """Return the letters of a name without what a reader takes for the same letter.

    These are width, case, blanks, letters that look alike, old forms and variants. It serves to
    compare only; nothing is ever rewritten by it.
    """
    joined = _MARK_APART.sub(lambda found: _AS_COMBINING[found.group()], ordinary(name))
    text = unicodedata.normalize("NFKC", joined).casefold()
    return "".join(letter for letter in text.translate(letters_alike()) if not _is_nothing(letter))


@cache
def letters_alike() -> Mapping[int, str]:
    """Return the letter that each is folded into, by its code: the one table of old forms."""
    pairs = zip(_KANA + _SHAPES, _KANA_AS + _SHAPES_AS, strict=True)
    alike = {**old_letters(), **dict(pairs), **dict.fromkeys(_STROKES, "ー"), "〜": "~"}
    return str.maketrans(alike)


def _is_nothing(letter: str) -> bool:
    is_seen = not SELECTOR.match(letter) and not letter.isspace()
    return not is_seen or unicodedata.category(letter) == "Cf"


def in_other_letters(name: str, known: Iterable[str], aliases: Mapping[str, str]) -> str:
    """Return the only name that has these letters, by itself or by an alias; empty where none has.

    The very letters come before letters that are alike; blanks of any width are left out.
    """
    named = {**aliases, **{each: each for each in known}}
    for letters in (blankless, folded):
        wanted = letters(name)
        found = {meant for each, meant in named.items() if letters(each) == wanted}
        if wanted and len(found) == 1:
            return found.pop()
    return ""


def blankless(text: str) -> str:
    """Return a text without blanks of any width: line breaks in cells leave some."""
    return "".join(text.split())


def narrow(text: str) -> str:
    """Return a text without blanks and widths."""
    return blankless(unicodedata.normalize("NFKC", text))
