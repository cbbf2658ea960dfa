"""What a text means, without what the rules of text object to."""

from __future__ import annotations

import re
import unicodedata

EDGES = " \t\u3000\u00a0"
HALF_KANA = re.compile(r"[\uff61-\uff9f]+")
INVISIBLE = re.compile(r"[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]")
SELECTOR = re.compile(r"[\ufe00-\ufe0f\U000e0100-\U000e01ef]")
PLACEHOLDERS = ("未定", "未記入", "不明", "調整中", "TBD", "TBA", "TODO", "N/A", "XXX")
"""Words for something not known yet, those of ASCII in capitals."""
PLACEHOLDER = re.compile(rf"(?i)({'|'.join(PLACEHOLDERS)})|.*[〇○]{{2,}}.*")


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
    return unicodedata.normalize("NFC", wide)
