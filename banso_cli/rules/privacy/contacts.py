"""Telephone numbers and mail addresses within a text, however they are written."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

Span = tuple[int, int]

_NARROW: dict[int, str] = {
    **{wide: chr(wide - 0xFEE0).lower() for wide in range(0xFF01, 0xFF5F)},
    **{capital: chr(capital).lower() for capital in range(0x41, 0x5B)},
    0x3000: " ",
    **dict.fromkeys(map(ord, "\u2010\u2011\u2012–—―\u2212─ー"), "-"),
    **dict.fromkeys(map(ord, "【〔「〈"), "["),
    **dict.fromkeys(map(ord, "】〕」〉"), "]"),
}
_DIGITS, _DIGITS_OF_MOBILES = 10, 11
_LEAST_PARTED, _LEAST_UNPARTED = 6, 9
"""The least digits of a number behind a word such as 電話: of a place alone, or of the country."""
_MOBILE = ("020", "050", "060", "070", "080", "090")

_NO_NUMBERS = (
    r"〒 ?\d{3}-?\d{4}(?!\d)|郵便番号[ :は]*\d{3}-?\d{4}(?!\d)"
    r"|https?://[!-~]+"
    r"|(?<![a-z])(?:jis|iso|iec|jas|ieee|ansi|din|rfc|itu)(?:[ /a-z:-]*\d[\d.:-]*)+"
    r"|(?<![a-z])(?:isbn|issn|jan|doi|ncid|orcid)[ :a-z-]*(?:1[03][: ]+)?[\d x./-]+"
    r"|(?:法人|登録|受付|管理|文書|整理|会員|許可)番号[ :は]*[\d-]+"
    r"|(?<!\d)(?:19|20)\d\d[-/.]\d\d?[-/.]\d\d?(?!\d)"
)
"""What has digits and is no telephone number: postal codes, standards, books, pages."""

_LABELLED = (
    r"(?:(?<![a-z])(?:tel|telephone|phone|fax|mobile|ph|t(?=[:.] ?[+(0]))|℡|☎|📞|📠"
    r"|電話|携帯|直通|代表|連絡先|ファックス|ファク(?:ス|シミリ)"
    r"|(?P<inner>内線|(?<![a-z])ext(?=[. :])))"
    r"(?:番号)?[ :.)/は]*(?P<number>\+?\(?\d[\d() -]*\d)"
)
_NATIONAL = (
    r"(?<![\d/a-z_.=#%-])(?:\+|00)81[ ()-]*(?:\d[ ()-]*){8,10}(?<=\d)(?!\d)"
    r"|(?<![\da-z_.=#%+-])\(?0\d{1,4}(?:[ ()-]{1,2}\d{1,7}){1,3}(?![\d-])"
    r"|(?<![\d/a-z_.=#%+-])0\d{9,10}(?![\da-z/_.-])"
)


def _narrow(text: str) -> str:
    """Return the text in narrow small letters, each at the place where it stood."""
    return text.lower() if text.isascii() else text.translate(_NARROW)


def telephone_numbers(text: str) -> Iterator[Span]:
    """Yield where telephone numbers stand, without what only looks like one."""
    plain = re.sub(_NO_NUMBERS, lambda found: "\n" * len(found.group()), _narrow(text))
    taken: list[Span] = []
    for found in re.finditer(_LABELLED, plain):
        number = found["number"]
        least = _LEAST_UNPARTED if number.isdecimal() else _LEAST_PARTED
        if found["inner"] or sum(letter.isdecimal() for letter in number) >= least:
            taken.append(found.span("number"))
    for found in re.finditer(_NATIONAL, plain):
        start, end = found.span()
        is_known = any(start < last and first < end for first, last in taken)
        if not is_known and _is_dialled(found.group()):
            taken.append((start, end))
    yield from sorted(taken)


def _is_dialled(number: str) -> bool:
    """Tell whether a number has as many digits as one that can be dialled.

    Those of places have ten, those of mobiles eleven (総務省「電気通信番号計画」).
    """
    digits = "".join(letter for letter in number if letter.isdecimal())
    if number.startswith("+") or digits.startswith("0081"):
        return True
    is_long = digits.startswith(_MOBILE) or digits.startswith("0800")
    return len(digits) == _DIGITS or (is_long and len(digits) == _DIGITS_OF_MOBILES)


@cache
def _mail() -> re.Pattern[str]:
    local, part, last = r"[a-z0-9._%+-]+", r"[a-z0-9-]+", r"[a-z][a-z0-9-]+"
    word = r"(?:at|@|a|アット(?:マ-ク)?|あっと(?:ま-く)?)"
    at = rf"(?:@| *[(\[{{<] *{word} *[)\]}}>] *| *アットマ-ク *|[★☆●◎■◆※])"
    dot = r"(?:\.| *[(\[{<] *(?:dot|\.|ドット) *[)\]}>] *)"
    return re.compile(
        rf"{local}{at}(?:{part}{dot})+{last}"
        rf"|(?<![a-z]){local} +at +(?:{part} +dot +)+{last}"
    )


def mail_addresses(text: str) -> Iterator[Span]:
    """Yield where mail addresses stand, also with (at) or ★ for the mark."""
    yield from (found.span() for found in _mail().finditer(_narrow(text)))
