"""Which texts of a file a rule of text or privacy may object to."""

from __future__ import annotations

import re

PLACEHOLDERS = ("未定", "未記入", "不明", "調整中", "TBD", "TBA", "TODO", "N/A", "XXX")
"""Words for something not known yet, those of ASCII in capitals."""
_SUSPECT = re.compile(
    "[\\s\u00a0\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff"  # not seen
    "\ufe00-\ufe0f\U000e0100-\U000e01ef"  # variation selectors
    "\uf900-\ufaff\U0002f800-\U0002fa1f"  # compatibility ideographs
    "\u2e80-\u2fdf\u0370-\u04ff\u00b7\u2027\u2219\u22c5"  # look-alikes
    "\u3099\u309a\u0300-\u036f\uff61-\uff9f"  # voicing marks by themselves, half-width kana
    "〇○◯@＠★☆●◎■◆※氏様殿ん電携直代絡線℡☎📞📠+＋]"  # placeholders, mail, people, telephones
    "|[0０](?<![0-9０-９].)(?!(?<=^[0-9]{4}-.)[0-9]-[0-9]{2}$)"  # but in 2026-04-01
    "[0-9０-９]{1,4}[-－\u2010-\u2012–—―\u2212─━ー()（）]|[0-9０-９]{9}"
    "|[tTｔＴ][eEｅＥ][lLｌＬ]|[(（\\[［{<＜【〔「〈][aAａＡアあ]|アット"  # TEL, (at)
)
"""A rough sieve: whatever some rule of text or privacy may object to has one of these letters.
Thousands of texts are looked at once, and only those found are looked at closely."""
ADDRESS_KEYS = frozenset({"url", "page"})
"""The keys whose text is the address of a page."""


def is_suspect(text: str) -> bool:
    """Tell whether a rule may object to a text."""
    return _SUSPECT.search(text) is not None or text.upper() in PLACEHOLDERS
