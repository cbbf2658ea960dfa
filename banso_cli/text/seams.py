"""How lines of Japanese begin and end, and where a reader would part a long name."""

from __future__ import annotations

import re
from itertools import pairwise

CLOSING = frozenset(
    "、。，．・：；）」』】〕％ー～…！？ぁぃぅぇぉっゃゅょァィゥェォッャュョヶ々〉》〟ヵゎヮヽヾゝゞ〻)]},.:;!?%"
)
"""Letters that do not begin a line."""

OPENING = frozenset("（「『【〔〈《〝([{")
"""Letters that do not end a line."""

_SEAM = re.compile(
    r"""(?: (?<=以上|以下|未満) | (?<=[・、，,/／\ ]) | (?=[（(])
      | (?: (?<=[一-鿿]{2}の) | (?<=法人) ) (?=..)
      | (?<=[一-鿿]{2}) (?<!法人.) (?=[ァ-ヶー]{2}) | (?<=[a-z]-) (?=[a-z]) )
    """
    rf"(?! [\ {re.escape(''.join(sorted(CLOSING)))}] | \Z )",
    re.VERBOSE,
)
"""Where a name may be parted, if not before a closing mark: behind a bound, a dot or a blank,
before a bracket, behind の or 法人, before katakana (新エネルギー stays whole), at a hyphen."""


def pieces_of(label: str) -> tuple[str, ...]:
    """Return the parts of a name that stay whole; together they are the name."""
    starts = [0, *(found.start() for found in _SEAM.finditer(label)), len(label)]
    return tuple(label[start:end] for start, end in pairwise(starts) if start < end)
