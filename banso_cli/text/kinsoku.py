"""How lines of Japanese begin and end."""

from __future__ import annotations

CLOSING = frozenset(
    "、。，．・：；）」』】〕％ー～…！？ぁぃぅぇぉっゃゅょァィゥェォッャュョヶ々〉》〟ヵゎヮヽヾゝゞ〻)]},.:;!?%"
)
"""Letters that do not begin a line."""

OPENING = frozenset("（「『【〔〈《〝([{")
"""Letters that do not end a line."""
