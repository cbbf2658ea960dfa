"""The reading of a municipality in Hepburn romanisation, as the roster writes it: Omu-cho.

Long vowels are written short, ん as n before every letter, and what kind of municipality it is
stands behind a hyphen, as it is read: -cho or -machi, -son or -mura.
"""

from __future__ import annotations

import re
from itertools import pairwise

_ENDINGS = {"市": ("し",), "町": ("ちょう", "まち"), "村": ("そん", "むら"), "区": ("く",)}

_HEPBURN = """
あa いi うu えe おo かka きki くku けke こko がga ぎgi ぐgu げge ごgo
さsa しshi すsu せse そso ざza じji ずzu ぜze ぞzo
たta ちchi つtsu てte とto だda ぢji づzu でde どdo
なna にni ぬnu ねne のno はha ひhi ふfu へhe ほho
ばba びbi ぶbu べbe ぼbo ぱpa ぴpi ぷpu ぺpe ぽpo
まma みmi むmu めme もmo やya ゆyu よyo
らra りri るru れre ろro わwa をo んn
"""
_LETTERS = {each[0]: each[1:] for each in _HEPBURN.split()}
_SMALL = {"ゃ": "a", "ゅ": "u", "ょ": "o"}

_APART = re.compile(
    "(?<=[つよと])う(?=ら)|(?<=の)う(?=[えち])|(?<=と)う(?=ち)"  # 浦, 上, 内
    "|(?<=よ)お(?=か)|(?<=の)お(?=もて)|(?<=[ろそ])お|(?<=みの)お"  # 岡, 表, 尾, 於, 面
)
"""Vowels that begin a word of their own within a name, and do not make the one before long."""


def romaji(name: str, kana: str) -> str:
    """Return the reading of a municipality in Latin letters, such as Shinkamigoto-cho."""
    for ending in _ENDINGS.get(name[-1:], ()):
        if kana.endswith(ending) and kana != ending:
            stem = _hepburn(kana.removesuffix(ending))
            return f"{stem.capitalize()}-{_hepburn(ending)}"
    return _hepburn(kana).capitalize()


def _hepburn(kana: str) -> str:
    text, open_vowel = "", ""
    for letter, following in pairwise(_APART.sub(r"'\g<0>", kana) + "\n"):
        vowel = {"う": "ou", "お": "o"}.get(letter, "")
        if open_vowel and open_vowel in vowel:  # a long vowel: it is written once
            open_vowel = ""
            continue
        text = _with(text, letter, following)
        open_vowel = text[-1:] if letter not in "'っ" else ""
    return text


def _with(text: str, letter: str, following: str) -> str:
    """Return the romanisation so far with one more letter."""
    if letter in _SMALL:
        glide = "" if text.endswith(("sh", "ch", "j")) else "y"
        return f"{text}{glide}{_SMALL[letter]}"
    if letter == "っ":
        first = _LETTERS.get(following, "")[:1]
        return text + ("t" if first == "c" else first)
    written = _LETTERS.get(letter, "")
    return text + (written[:-1] if following in _SMALL else written)
